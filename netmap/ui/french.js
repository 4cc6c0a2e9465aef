// Streamlit's own words are English and not configurable: those a user meets are said in French, as the page's language is.
const SAID = new Map(Object.entries({
  "Add files": "Ajouter des fichiers",
  "App pages": "Pages",
  "Autosize": "Ajuster la largeur",
  "Cancel": "Annuler",
  "Clear selection": "Effacer la sélection",
  "Clear value": "Effacer",
  "Close": "Fermer",
  "Close fullscreen": "Quitter le plein écran",
  "Collapse sidebar": "Replier le menu",
  "Copied!": "Copié",
  "Copy column name": "Copier le titre",
  "Distinct": "Valeurs différentes",
  "Download as CSV": "Télécharger en CSV",
  "Drag and drop a file here": "Déposez un fichier ici",
  "Drag and drop files here": "Déposez vos fichiers ici",
  "Drop files here": "Déposez vos fichiers ici",
  "Empty": "Vides",
  "Expand sidebar": "Déplier le menu",
  "Fullscreen": "Plein écran",
  "Hide column": "Masquer la colonne",
  "No data": "Aucune ligne",
  "No results": "Aucun résultat",
  "Pin column": "Figer la colonne",
  "Press Enter to apply": "Entrée pour valider",
  "Press Enter to submit form": "Entrée pour valider",
  "Print": "Imprimer",
  "Rerun": "Actualiser",
  "Search": "Chercher",
  "Select all": "Tout cocher",
  "Show/hide columns": "Choisir les colonnes",
  "Sidebar": "Menu",
  "Skip to main content": "Aller au contenu",
  "Sort ascending": "Trier en ordre croissant",
  "Sort descending": "Trier en ordre décroissant",
  "Stop": "Arrêter",
  "Type to search": "Mot cherché",
  "Unpin column": "Libérer la colonne",
  "Upload": "Parcourir",
  "View fullscreen": "Plein écran",
}));
const DROP = "[data-testid='stFileUploader']";
// What stands there is ours or a file's, and never translated.
const OWN = "[data-testid='stText'], [data-testid='stMarkdownContainer'], [data-testid='stIFrame']";

function words(text) {
  const said = text.trim();
  const size = said.match(/^(\d+)\s?MB per file(?: • (.*))?$/);
  const help = said.match(/^Help for (.*)$/s);
  if (help) return `Aide : ${help[1]}`;
  return size ? `${size[1]} Mo par fichier${size[2] ? " : " + size[2] : ""}` : SAID.get(said);
}

function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || node.parentElement?.closest(OWN) && !node.parentElement.closest(DROP)) continue;
    const french = words(node.nodeValue);
    if (french) node.nodeValue = french;
  }
  const held = root.querySelectorAll ? [root, ...root.querySelectorAll("[aria-label], [placeholder], [title]")] : [];
  for (const element of held) {
    for (const name of ["aria-label", "placeholder", "title"]) {
      const french = element.hasAttribute(name) && words(element.getAttribute(name));
      if (french) element.setAttribute(name, french);
    }
  }
}

export default function () {
  document.documentElement.lang = "fr";
  translate(document.body);
  const watch = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (target.nodeType === Node.TEXT_NODE || type === "attributes") translate(target);
      for (const node of addedNodes) translate(node);
    }
  });
  watch.observe(document.body, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ["aria-label"] });
  return () => watch.disconnect();
}
