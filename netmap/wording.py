"""The words of headings: those that say nothing, those that mean one another, those that tell that a column is about something else."""

import re
from collections.abc import Mapping
from functools import lru_cache

from netmap.values import fold_text

MONEY = re.compile(r"€|\beuros?\b|_eur\b", re.IGNORECASE)
AMOUNT = "montant"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STOP = _set("""
    a au aux d de des du en et l la le les ou par pour sur un une the of son sa ses date dates dt dte dat lib libelle votre vos notre
    nos est elle il avec tot total eventuel eventuelle eventuels eventuelles principal principale principaux principales officiel
    officielle flag top ind indic indicateur booleen on interne actuel actuelle exact exacte complet complete obligatoire
    facultatif prevu prevue prevus prevues previsionnel previsionnelle quel quelle quels quelles qui dans ds ce cette ces merci indiquer
    indiquez preciser precisez concerne concernes concernee concernees couvert couverts
    etes vous sont avait avaient vise visee vises visees pouvez pouvons peut joindre nous souhaitez
    souhaiteriez seriez avez aimeriez etre interesse interesses interessent interessee implante implantee situe situee plusieurs choix
    rs etait etaient reponse reponses billing shipping t y ete prend quand travaillez exercez
    possible possibles saisir saisissez renseigner renseignez veuillez svp quoi faire donnez cochez cocher
""")
# What a heading ends with, before a date: « Applicable du », « Applicable au ».
_EDGES = {"du": "debut", "au": "fin"}
# Words that say what is told of the thing named after them.
_NAMES = _set("nom intitule libelle liste designation denomination description descriptif texte volume")
_OF_WHAT = _set("code numero identifiant reference categorie statut participant duree date lien")
SUBJECT = _set("convention acte contrat document")
_PEOPLE = _set("""
    tuteur tutrice maitre maitresse proviseur chef directeur directrice gerant gerante president presidente dirigeant dirigeante patron
    prof professeur enseignant enseignante stagiaire apprenti conseiller conseillere secretaire assistant assistante personne prenom
    civilite sexe naissance age
""")
_FORMER = _set("ancien ancienne precedent precedente autre second seconde")
# What no field holds.
THINGS = _set("""
    parent parente mere filiale famille classe groupe salle semaine heure horaire jour facture devis banque iban bic rib comptable
    fax telecopie telecopieur serie
    fichier lien chemin page version modele photo logo couleur relance visiteur usager utilisateur createur auteur saisie modification
    creation import export avenant inspection inspecteur corps commission jury recteur internat mandate mandatee parapheur maj
    classeur recette depense ticket
""")
OTHERS = _PEOPLE | _FORMER | THINGS
_TELEPHONE, _FAX = "telephone", _set("fax telecopie telecopieur")
_ELSEWHERE_WORDS = _PEOPLE | _FORMER | _FAX
_WORDS: Mapping[str, str] = {
    word: chosen
    for chosen, words in {
        "nom": "appellation denomination designation denom",
        "numero": "n no num nr numeros",
        "code": "cd cod",
        "identifiant": "id ident identifier",
        "etablissement": "lycee lycees etab etabl etabs etb lp lpo eple ets scolaire bahut",
        "partenaire": "entreprise societe organisme structure employeur ent entr ste part raison organisation partenariat "
        "association asso assoc cocontractant contractant company org orga firme soc maison tiers struct boite",
        "sociale": "social",
        "commune": "ville localite villes city town localisation loc vil patelin bled bourg bourgade village",
        "courriel": "mail mel email courriels mails e-mail electronique mels emails messagerie bal",
        "telephone": "tel tél portable mobile fixe phone tph",
        "uai": "rne",
        "naf": "ape",
        "debut": "demarrage deb start effet depart commencement compter commence",
        "fin": "expir end echeance ech terme expiration expire jusqu cloture",
        "signature": "signe signee signes signees sign sig",
        "intitule": "titre",
        "observation": "remarque commentaire note rem obs comment",
        "statut": "etat situation avancement",
        "cessation": "cess cessee",
        "convention": "conv convent",
        "reference": "ref",
        "delegation": "deleg",
        "academie": "acad aca",
        "departement": "dept dep dpt",
        "adresse": "adr rue voie address street",
        "postal": "zip",
        "internet": "web website",
        "objet": "subject obj sujet",
        "pays": "country",
        "filiere": "fil",
        "categorie": "type nature sorte cat genre",
        "vote": "votee ca conseil administration",
        "reconduction": "renouvelle renouvellement reconductible renouvelable rec recond reconduct reconduite renouv",
        "tacite": "tac tacitement",
        "passage": "passe passee passes",
        "accord": "accords cadre",
        "action": "manifestation evenement animation",
        "participant": "effectif nombre combien eff nb nbre nbr",
        "formation": "diplome specialite spe",
        "theme": "thematique domaine",
        "montant": "budget cout subvention mt mnt mtt dotation somme prix",
        "participation": "contribution apport",
        "transmission": "transmis transmise envoi envoye envoyee remis remise",
        "critere": "crit crits",
        "niveau": "niv",
        "informe": "informee informes informees prevenu prevenue prevenus averti avertie avise avisee",
        "jeune": "eleve el elv elev etudiant etudiante lyceen lyceenne collegien",
        "contact": "interlocuteur referent responsable correspondant",
    }.items()
    for word in words.split()
}
_PLACES_OF_WORK = "salon|institut|garage|hotel|restaurant|magasin|commerce|concession|cabinet|ehpad|creche|ferme|exploitation|domaine"
_HOUSES = (
    "garage|entrepot|usine|hotel|boutique|cabinet|clinique|hopital|ehpad|creche|pharmacie|laboratoire|labo|musee"
    "|theatre|mairie|boulangerie|boucherie|imprimerie|scierie|elevage|pepiniere|jardinerie|chateau|camping|carrosserie|concession"
    "|pressing|banque|caserne|studio|domaine viticole|salon de coiffure|institut de beaute"
)
_BONDS = "appui|soutien|aide|lien|collaboration|echange|cooperation|contribution|relation|accompagnement"
_PARTIES = "lieu|maison|boite|adherent|signataire|cosignataire|structure|organisme|tiers|marraine|parrain"
_HEADS_OF = r"(?:groupe|siege|branche|federation|region|academie|rectorat|national\w*|regional\w*|academique)s?"
_CITED = "(?:applicable|vise|cite|concerne|lie)e?s?"
_SEEN = "signes?|rdv|rendez vous|visites?|passages?|appels?|mails?|rencontres?|echanges?|entretiens?|coups? de|fois|point|date"
_IN_FORCE = "s applique|en application|applicable|en vigueur|valable|valide|court|effecti(?:f|ve)|en oeuvre|application|vigueur"
_NOT_SINCE = (
    "echu|termin|ferm|cess|romp|denonc|vacant|absent|sans|fin|expir|perdu|poste|fonction|labell|propriet|inactif|agre"
    "|vigueur|applica|court|valable|valide|effet|convention|signe|en place|exist|lance|cree"
)
# What stands for one word, and what says nothing in a question: « Combien d’élèves ont participé ? ».
_PHRASES = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"\bvoie pro(?:fessionnelle)?\b", "voiepro"),
        (r"\blycees? des metiers\b", "ldm"),
        (r"^heure de (?:debut|fin|la derniere modification)$", "horodatage"),  # when a form was filled in
        (r"\btitres? de (?:recette|perception)s?\b", "recette"),
        (r"^pour quoi (?:la |le |les |l )?(?:joindre|appeler|contacter|solliciter|saisir)\b", "competence"),
        (r"^(?:a |on |les |la |le |l )*(?:joindre|appel\w+|contact\w+|sollicit\w+|saisi\w+) pour$", "competence"),
        (r"^comment s (?:appelle|intitule)\b|^comment se nomme\b", "nom"),
        (
            r"^(?:en )?(?:(?:accord|convention|cadre) )*(?:convention|accord|signee?s?|passee?s?|conclue?s?|contractee?s?) avec(?: qui)?$",
            "partenaire",
        ),
        (r"^(?:conclue?s?|signee?s?|valable|vaut) pour$", "duree"),
        (r"^famille (?:de|d) (?=\w)", "type "),
        (r"^en vigueur au$", "debut"),
        (r"\bautres (?=\w)|\bautre (?=remarque|commentaire|precision|observation|info)", ""),
        (r"\bactions? a (?:mener|faire|prevoir|engager)\b", "relance"),
        (
            r"^qu est ce qu on a fait\b|^ce qu(?: on a fait(?: va faire)?| on organise| est organise|i est organise| nous organisons)$",
            "action",
        ),
        (r"\bjour (?=de |du |d )", ""),
        (r"^qui (?:nous )?(?:aide|accueille|recoit|soutient|prend)$", "partenaire"),
        (r"^(?:nous |on )?(?:aident?|y va|accueillent?|recoit|vient|viennent) pour\b.*$", "theme"),
        (
            r"^.*\b(?:delegation|drafpic\w*|dafpic\w*|dareic|drareic|rectorat|dsden)\b.*\b(?:informe|avise|prevenu|averti)e?s?\b.*$",
            "delegation informee",
        ),
        (r"^quand (?:la |le |les |l )?(?:solliciter|contacter|saisir|appeler|joindre)$", "competence"),
        (rf"^(?:{_IN_FORCE}) (?:a partir|a compter|des|depuis)(?: du| de| le)?$", "debut"),
        (r"^(?:peut |peuvent )?(?:prend|prendre|prennent|accueill\w+) des (?:eleves|jeunes|stagiaires) (?:de|en|du)$", "filiere"),
        (r"^(?:c est|implantee?s?|situee?s?|basee?s?|installee?s?|domiciliee?s?|localisee?s?) (?:a|au|en|ou)$", "commune"),
        (r"^c (?:est|etait) (?:une? |l[ea] |pour )?", ""),
        (r"^(?:nb|nbre|nombre)(?: de)? part$", "participant"),
        (r"\bfonction de la personne\b", "fonction"),
        (r"\bayant participe\b(?: ou attendus?)?", ""),
        (r"^comment (?=\w)", ""),  # « Comment se renouvelle-t-elle ? » is no comment
        (rf"\bnom (?:du|de l|de la) (?:{_PLACES_OF_WORK})\b", "nom entreprise"),
        (rf"^(?:le |la |l )?(?:{_HOUSES})s?(?: partenaires?| d accueil)?$", "entreprise"),
        (rf"^((?:commune|ville|adresse|siret|siren|tel\w*|mail|cp|code postal) )(?:du|de la|de l) (?:{_HOUSES})$", r"\1entreprise"),
        (r"\bsous quel(?:le)? (enseigne|nom)\b.*", r"\1"),
        (r"\b(?:nb|nbre|nombre|combien) (?:de )?couverts\b", "repas"),
        (r"^(?:sur quoi|que|qu|ce qu|ce que|quoi)\b.*\b(?:ensemble|avec (?:lui|elle|eux|nous))\b.*", "theme"),
        (r"\b(?:doit|devait|devrait) (?:finir|se terminer|s arreter|prendre fin)\b", "fin"),
        (r"^(?:code |libelle )?(?:de )?(?:la )?tranche\b.*$", "tranche"),
        (r"^(?:porte|encadre|pilote|coordonne|gere|assure)e?s? par\b.*$", "suivi par"),
        (r"^mots? (?:du|de la|de l|des)\b.*$|^interet (?:pour|chez)\b.*$", "observation"),
        (r"^(?:lp|lpo|lgt|sep|erea|cfa)(?: ou)?(?: (?:lp|lpo|lgt|sep|erea|cfa|segpa))+$", "type etablissement"),
        (r"\b(?:convention|acte|contrat|dossier)s? liee?s?\b", "convention liee"),
        (r"^(apprentis?|alternants?) sur place$", r"\1"),
        (r"^cd (?!post|naf|ape|insee|uai|rne|com|rncp|mef|dep|reg)", ""),  # what a base of data calls a choice: « CD_RECOND »
        (r"^(?:ce que|ce a quoi) nous\b.*\b(?:engages?|faire|ferons|faisons|organisons)\b.*$", "action"),
        (r"^(?:cfa|ofa) (?:porteur|gestionnaire|responsable|d appui|de rattachement|associe|signataire)$", "cfa partenaire"),
        (r"^date (?:retenue|fixee|arretee|choisie|convenue)$", "date"),
        (rf"\b(type|nature|categorie|famille|genre) d(?:e|u)? (?:l )?(?:{_PARTIES})\b", r"\1 entreprise"),
        (
            r"^(?:engagement|portee(?: dans le temps)?|validite|vigueur|periode|valable|pour)(?: en| nb de)?( mois| annees?| ans)$",
            r"duree\1",
        ),
        (r"^court du$", "debut"),
        (r"^(?:dernier )?point(?: fait)?(?: le)?$", "dernier contact"),
        (r"^(?:date )?(?:prevue?|tenue?)(?: ou| et)? (?:tenue?|prevue?|realisee?)(?: le)?$", "date"),
        (r"^(etablissement|lycee)s? (?:du|de la|de notre|de l) (?:bassin|secteur|academie|departement|zone|territoire)$", r"\1"),
        (r"^reperes?$", "reference"),
        (r"^(?:decoule|releve|relevant|issue?|decline|application) (?:de |d )?(?:l |un |quel )?accord\b.*$", "accord cadre"),
        (r"^domaines? (?:economiques?|professionnels?)$", "branche"),
        (r"^coups? de main\b.*$|^ce qu (?:il|elle|on)s? (?:font|fait|apporte\w*|donne\w*|offre\w*) (?:pour|chez|a|au|aux)\b.*$", "theme"),
        (r"^signature (?:du |de la |des |par le )?(?:ministre|recteur|rectrice|president\w*|officielle)\b.*$", "signature"),
        (r"^(?:n|no|num\w*|ref\w*) (?:de )?(?:la )?deliberation\b.*$", "deliberation"),
        (r"^(?:demi pension|couverts|lits?)\b.*$", "internat"),
        (r"^debut des? (?:echanges?|relations?|liens?|contacts?|collaboration)$", "depuis"),
        (rf"^(?:nature|type|forme) d(?:e|u|es|e la|e l)?(?: l)? (?:{_BONDS})s?$", "theme"),
        (r"^.*\bderniere fois\b.*$", "dernier contact"),
        (r"^dps\b", "depuis"),
        (r"^temps forts?$", "action"),
        (r"^(?:preteur|bailleur|mecene|hote)s?$", "entreprise"),
        (
            r"^(?:materiel|outillage|machine|equipement|plateau technique|plateau|atelier|local)s? (?:prete|donne|mis a disposition)e?s?$",
            "objet",
        ),
        (r"^datee?s? (?:du|de|le)$", "signature"),
        (r"^quelle fonction\b.*$", "referent lycee"),
        (r"^cadre conventionnel\b.*$", "convention liee"),
        (rf"^(?:accord|convention)s? cadres? (?:d[eu] |de la |avec la? |avec )?(?:{_HEADS_OF})(?: {_CITED})?$", "accord cadre"),
        (r"^(?:menee?s? a bien|tenues?|tenus?|honoree?s?|aboutie?s?)$", "realisee"),
        (r"^(?:nous |on )?(?:accueill\w+|recoi\w+|prenne?n?t?|prend) (?:nous |nos eleves |nos jeunes |des stagiaires )?en$", "filiere"),
        (r"^(ville|commune|nom|raison sociale|adresse) maj$", r"\1"),
        (r"^(?:de )?quoi (?:il )?s agit(?: il)?$|^de quoi (?:ca parle|est il question)$", "objet"),
        (
            r"^(?:n|no|numero|ref\w*|reference) (?:portee?|inscrite?|figurant|mentionnee?|reprise?|lue?) (?:sur|dans) (?:l |la |le )?\w+$",
            "reference",
        ),
        (r"^plus (?:exige|applicable|applique|valable|en vigueur)e?s? (?:apres|a partir|a compter|depuis)\b.*$", "fin"),
        (r"^bureaux a$", "commune"),
        (r"^n d attendu$", "numero critere"),
        (r"^texte d appui$", "texte reference"),
        (rf"^(?:{_IN_FORCE}) jusqu(?: au?| en)?$", "fin"),
        (r"^collectivite academique$", "academie"),
        (r"^liens$", "theme"),
        (r"^(?:1re|premiere) fois$", "depuis"),
        (r"^revue? le$", "dernier contact"),
        (r"^tombe(?: a echeance)?(?: le)?$", "fin"),
        (r"^(?:le |la |l |votre )?(?:lycee|etablissement) (?:detient|a|porte|possede)\b.*\blabel\b.*$", "ldm"),
        (r"^(?:elle |il )?echoit\b.*$", "fin"),
        (r"^competente? (?:sur|pour le territoire)$", "ressort"),
        (r"^(?:company |account )?domain name$", "internet"),
        (r"^adresse ip$", "horodatage"),
        (r"\bautour de la table\b", "partenaire"),
        (r"\b(?:que )?vous (?:rejoignez|integrez)\b|\bse (?:trouve|situe)\b", ""),
        (r"^en (?:qualite|tant que)(?: de)?$", "qualite"),
        (r"^(?:montee?|organisee?|realisee?|menee?|faite?|conduite?|preparee?)s? avec$", "partenaire"),
        (r"^(?:cmq|campus) d excellence\b.*$", "excellence"),
        (r"^(?:autres? )?membres? (?:du monde|de l economie|economique|hors|non|issu)\b.*$|^autre membre\b.*$", "partenaire"),
        (r"^a denoncer(?: avant| au plus tard)?$", "preavis"),
        (r"\b(?:nombre|nb|nbre) de (?:documents?|pieces|fichiers?|pages?|lignes?|relances?|tickets?)\b", "fichier"),
        (r"^comptes? (?:associe|lie|client|rattache)s?$", "entreprise"),
        (r"^(?:convention|acte|contrat|learning)s? \w.* n(?:o|um\w*)?$", "reference"),
        (rf"^(?:{_IN_FORCE}) du$", "debut"),
        (r"^(?:nommez|titrez|intitulez|donnez un (?:nom|titre) a) (?:l |votre |cette )?action\b.*$", "action"),
        (r"^(?:quel jour|(?:a )?quelle date)\b.*\blieu\b.*$|^quel jour$", "jour"),
        (r"^(?:postule|candidate|candidature)(?: au label)? (?:cette annee|en cours)$", "candidature en cours"),
        (r"^acronyme (?:du )?service$", "code"),
        (r"^echelon qui\b.*$", "portee critere"),
        (r"^lycees? (?:embarques?|engages?|mobilises?|impliques?|parties? prenantes?)$", "lycee"),
        (r"^(?:ajoute|fixe|decide|demande)e?s? par (?:l |la |le )(academie|region)\b.*$", r"\1"),
        (r"^entreprise code effectif entreprise$", "tranche"),  # of « Démarches simplifiées »
        (r" avec (?:lequel|laquelle|lesquels|lesquelles|qui) (?:vous |nous |on )?(?:cooper|travaill|echang|collabor)\w+$", ""),
        (r"^ce (?:qu on a|que nous avons|qui a ete|qui est) signee?s?$", "objet"),
        (r"^(?:on |a )?(?:s adresse\w*|adresser|saisir|solliciter|contacter|appeler) (?:a eux |les )?pour$", "competence"),
        (r"^(?:participant|membre|acteur)s? hors\b.*$", "partenaire"),
        (r"^(?:notes?|remarques?) (?:du |de la |de l |des )?(?:conseiller\w*|chargee?|coordo\w*|bureau|bde|ien|animat\w*)$", "observation"),
        (r"^(?:parrainage|partenariat|lien|relation|collaboration)s? (?:commence|debute|engage)e?s?(?: le| en)?$", "depuis"),
        (r"^attendus?$", "exigence"),
        (r"^abroge\w*(?: le| depuis)?$", "fin"),
        (r"^(?:qu y |ce qu on y |ce qui s y |que )?(?:enseigne|forme|apprend|prepare)\w* (?:t )?on\b.*$", "filiere"),
        (r"^criteres?(?: s)? (?:servi|touche|vise|concerne|alimente|nourri|rattache|couvert)e?s?(?: s)?$", "critere"),
        (r"^(?:ce qu elle |elle |elles )?(?:prevoit|port(?:e|ent|ait|aient) sur)$", "objet"),
        (r"^(?:sous|dans le cadre de|au titre de) (?:quelle |la )?convention\b.*$", "convention liee"),
        (r"^(?:pays d accueil|accueil pays)$", "pays entreprise"),
        (r"^(?:beneficie\w*|profite\w*|destine\w*|pour) (?:a|aux|les) (?:eleves|jeunes|apprentis) (?:de|du|en)$", "filiere"),
        (r"^(?:service|bureau) qui (?:l[ea]? )?(?:suit|gere|pilote)\b.*$", "referent lycee"),
        (r"^(?:clause de )?(?:discretion|secret|confidentialite) (?:sur|des?|du)\b.*$", "confidentialite"),
        (r"^(?:remarque|observation|commentaire)s? (?:d[eu]s?|de la|de l|internes?|pour|sur)\b.*$", "observation"),
        (r"^(?:notre |nos |mon )?avis (?:des?|du) (?:nos |la |l )?(?:prof\w*|enseignante?s?|ddfpt|bde|tuteurs?)\b.*$", "observation"),
        (r"^avec (?:qui|quel\w*|quelle?s? \w+) (?:avez vous|est ce que vous avez) (?:conventionne|signe|passe)\w*\b.*$", "partenaire"),
        (r"^qui\b.*\b(?:la bas|sur place|chez eux)$", "tuteur"),
        (r"^(?:magasin|agence|antenne|boutique|site|usine|atelier) (?:de|a|d)$", "commune"),
        (r"^depart$", "departement"),  # « Départ. »
        (rf"^dern(?:ier|iere)?s? (?:{_SEEN})\b.*$", "dernier contact"),
        (rf"^(?!.*\b(?:{_NOT_SINCE}))\w.*\bdepuis(?: le| la| l| quand)*$", "depuis"),
        (r"^(?:c est )?ou(?: (?:ca|c|est|elle|il|ils|on|se|trouve|situee?s?))+$", "commune"),
        (r"^(?:(?:ou|on|ca|c) )+en est(?: (?:on|ou|ca))*$|^ou en (?:est|sommes|etes)\b.*$", "avancement"),
        (r"^(?:numero|n|id|identifiant) (?:de )?(?:la )?(?:reponse|soumission)$", "horodatage"),
        (r"\bs agit il\b|\boui non\b|\bfaites vous partie d\b", ""),
        (r"^sur quoi porte(?:nt)?\b", "objet"),
        (r"^(?:quand |a quelle date |elle |il |ca )?(?:se termine|prend fin|finit|s acheve|s arrete|expire)\b", "fin"),
        (r"^(?:quand |a quelle date )?(?:commence|debute|demarre|prend effet)\b", "debut"),
        (r"^quand\b(.*)\b(?:termine|fin|acheve|expire)\b", r"fin \1"),
        (r"^quand\b(.*)\b(?:commence|debute|demarre)\b", r"debut \1"),
        (r"\b(?:chaque|par) an(?:nee)?\b|(?<=\w) an$|\bsi (?:oui|non)\b(?: lequel| laquelle)?", ""),
        (r"\b(?:ont|a) (?:participe|assiste)\b|\b(?:accueillez|comptez|avez|recevez|formez)(?: vous)?\b", ""),
    )
)
_OTHERS_TOO = "autres"  # « Autres partenaires » are some too, « Autre partenaire » is not the one of the line
_APART = _set("horodatage horodateur soumission reception recu recue depose deposee ne nee naissance jeune apprenant candidat participant")
_PLURAL = 4
_REPRESENTED = re.compile(r"\brepresente\w* par\b")  # by a person
# « Mél du chef d’établissement », « Téléphone du secrétariat du proviseur » are those of the lycée.
_OF_THE_SCHOOL = re.compile(r"\bchefs? d etab\w*|\bsecretariat (?:du|de la|de l) \w+")


@lru_cache(maxsize=4_096)  # the headings of a table are looked at against each source, its first rows as headings
def words_of(folded: str) -> frozenset[str]:
    """Give the words that carry the meaning of a folded heading: no article, singular, one word for those of one meaning."""
    for phrase, word in _PHRASES:
        folded = phrase.sub(word, folded)
    said = folded.split()
    kept = [word for word in said if word not in _STOP] or said
    if len(said) > 1 and said[-1] in _EDGES:
        kept = [*kept, _EDGES[said[-1]]]
    words = frozenset(_WORDS.get(word) or _WORDS.get(singular(word), singular(word)) for word in kept)
    return words - _FAX if _TELEPHONE in words else words  # « Tél. / fax »


def speaks_of_money(heading: str) -> bool:
    """Tell whether a heading is about a sum of money."""
    return bool(MONEY.search(heading)) or AMOUNT in words_of(fold_text(heading))


def speaks_of_another(heading: str) -> bool:
    """Tell whether a heading is about a person, a fax, or what was before: its cells may look like what a line is about, and are not."""
    if _REPRESENTED.search(fold_text(heading)):
        return True
    words = [word for word in _OF_THE_SCHOOL.sub(" ", fold_text(heading)).split() if word != _OTHERS_TOO]
    if _TELEPHONE in words_of(" ".join(words)):
        words = [word for word in words if word not in _FAX]
    return any(word in _ELSEWHERE_WORDS or singular(word) in _ELSEWHERE_WORDS for word in words)


def speaks_of_else(heading: str) -> bool:
    """Tell whether a heading is about someone or something that no field holds: a person, a pupil, a bill, when a form was filled in."""
    words = fold_text(heading).split()
    return any(word in OTHERS or singular(word) in OTHERS for word in words) or bool(words_of(" ".join(words)) & _APART)


def singular(word: str) -> str:
    """Drop the mark of the plural."""
    return word[:-1] if len(word) >= _PLURAL and word[-1] in "sx" else word


def head_of(folded: str) -> str:
    """Give the word that a heading is about, "" where there is none: the first that names a thing, « commune » in « Commune du site »."""
    said = folded.split()
    words = [_WORDS.get(word) or _WORDS.get(singular(word), singular(word)) for word in said if word not in _STOP]
    if any(word in OTHERS or singular(word) in OTHERS for word in said):
        return ""
    named = [word for word in words if word not in _NAMES]
    return named[0] if named and named[0] not in _OF_WHAT else ""
