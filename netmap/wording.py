"""The words of headings: those that say nothing, those that mean one another, those that tell that a column is about something else."""

import re
from collections.abc import Mapping
from functools import lru_cache

from netmap.phrases import in_words
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
    couv possible possibles saisir saisissez renseigner renseignez veuillez svp quoi faire donnez cochez cocher
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
        "nom": "name appellation denomination designation denom",
        "numero": "n no num nr numeros",
        "code": "cd cod",
        "identifiant": "id ident identifier",
        "etablissement": "lycee lycees etab etabl etabs etb lp lpo eple ets scolaire bahut",
        "partenaire": "entreprise societe organisme structure employeur ent entr ste part raison organisation partenariat "
        "association asso assoc cocontractant contractant company org orga firme soc maison tiers struct boite fourn allie complice",
        "sociale": "social",
        "commune": "ville localite villes city town localisation loc vil patelin bled bourg bourgade village cne",
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
        "intervention": "interv",
        "role": "rol",
        "groupe": "gpe grpe",
        "federation": "fede",
        "action": "manifestation evenement animation",
        "participant": "effectif nombre combien eff nb nbre nbr",
        "formation": "diplome specialite spe",
        "theme": "thematique domaine",
        "montant": "budget cout subvention mt mnt mtt dotation somme prix",
        "participation": "contribution contrib apport",
        "transmission": "transmis transmise envoi envoye envoyee remis remise",
        "critere": "crit crits",
        "niveau": "niv",
        "informe": "informee informes informees prevenu prevenue prevenus averti avertie avise avisee",
        "jeune": "gamin mome gosse minot el eleve elv elev etudiant etudiante lyceen lyceenne collegien",
        "contact": "interlocuteur referent responsable correspondant",
    }.items()
    for word in words.split()
}
_OTHERS_TOO = "autres"  # « Autres partenaires » are some too, « Autre partenaire » is not the one of the line
_APART = _set("horodatage horodateur soumission reception recu recue depose deposee ne nee naissance jeune apprenant candidat participant")
_PLURAL = 4
_REPRESENTED = re.compile(r"\brepresente\w* par\b")  # by a person
# « Mél du chef d’établissement », « Téléphone du secrétariat du proviseur » are those of the lycée.
_OF_THE_SCHOOL = re.compile(
    r"\bchefs? d etab\w*|\bsecretariat (?:du|de la|de l) \w+|(?<=\bsecteur )prof\b|(?<=\bmilieu )prof\b|(?<=\borg )prof\b"
)


@lru_cache(maxsize=4_096)  # the headings of a table are looked at against each source, its first rows as headings
def words_of(folded: str) -> frozenset[str]:
    """Give the words that carry the meaning of a folded heading: no article, singular, one word for those of one meaning."""
    said = in_words(folded).split()
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
