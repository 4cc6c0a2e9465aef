"""The verbs of the command line, declared once: `netmap --help` shows them without loading what they use."""

from typing import NamedTuple


class Verb(NamedTuple):
    """Declare a verb: its module in this package, and its help in one sentence."""

    name: str
    module: str
    help: str


VERBS = (
    Verb("demo", "starting", "Charge le réseau d’exemple et ouvre l’application."),
    Verb("check", "importing", "Lit des fichiers et dit ce qu’ils changeraient, sans rien écrire."),
    Verb("load", "importing", "Charge des fichiers dans le réseau : un lot, que l’on peut annuler."),
    Verb("lots", "history", "Liste les lots du réseau, ou son journal."),
    Verb("undo", "history", "Annule un lot : le réseau fait comme s’il n’existait pas."),
    Verb("redo", "history", "Reprend un lot annulé."),
    Verb(
        "verify",
        "history",
        "Vérifie que le réseau est intact, ou un dossier remis ; sur un serveur, remet ou garde ce qui a été changé à la main.",
    ),
    Verb("move", "moving", "Déplace tout un réseau, lots et journal compris, vers un fichier ou un serveur."),
    Verb("neo4j", "moving", "Démarre un serveur Neo4j d’essai sur cet ordinateur."),
    Verb("ask", "asking", "Liste les questions, ou en pose une."),
    Verb("dismiss", "dismissing", "Écarte une proposition de partenaire, avec son motif : un lot, que l’on peut annuler."),
    Verb("coherence", "coherence", "Compare les conventions aux accords-cadres et dit pourquoi."),
    Verb("decide", "coherence", "Note une décision sur un verdict : un lot, que l’on peut annuler."),
    Verb("precheck", "precheck", "Puis-je signer ? Ce qui existe, les accords concernés, qui informer."),
    Verb("delegations", "precheck", "Ce qu’il est conseillé d’envoyer à chaque délégation, et ce qui a changé depuis."),
    Verb("strength", "strength", "Le réseau tiendrait-il ? Indicateurs expliqués d’un périmètre, classements, communautés, évolution."),
    Verb("whatif", "strength", "Et si un partenaire, un groupe, un campus ou une personne partait ?"),
    Verb("evidence", "evidence", "Les preuves par critère du label : la matrice, et les dossiers à remettre."),
    Verb("register", "register", "Le registre des conventions en vigueur, avec leurs sources, à remettre."),
    Verb("piece", "pieces", "Joint, écarte, vérifie ou documente une pièce, ou constate une absence : un lot, que l’on peut annuler."),
    Verb("export", "giving", "Écrit tout le réseau pour un autre outil."),
    Verb("template", "giving", "Écrit dans un dossier les modèles de classeurs à remplir."),
    Verb("schema", "giving", "Décrit le modèle : acteurs, liens, propriétés, mots admis."),
    Verb("app", "starting", "Ouvre l’application dans le navigateur."),
)
BY_NAME = {verb.name: verb for verb in VERBS}
