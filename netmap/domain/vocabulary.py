"""The closed vocabularies of the domain, in French; those that no official text fixes are proposals of netmap.

Sources: `D. 335-1 code de l'éducation` for criteria, Fiche 6 for clauses; themes, categories and states are « proposition de netmap ».
"""

import re
from collections.abc import Mapping

import polars as pl

from netmap.domain.synonyms import synonyms
from netmap.values import Refusal, ValueType, fold_text
from netmap.values import choice as closed_choice
from netmap.values.kind import by_distinct

_LONGEST_VERSION = 60


def choice(name: str, label: str, options: Mapping[str, str]) -> ValueType:
    """Declare a vocabulary: its words, and those that people write for them."""
    return closed_choice(name, label, options, synonyms(name))


STATUS = choice(
    "statut",
    "un statut d’établissement",
    {
        "public": "Public",
        "prive_contrat": "Privé sous contrat",
        "prive_hors_contrat": "Privé hors contrat",
        "prive": "Privé (contrat non précisé)",
    },
)

OPEN_STATE = choice(
    "etat",
    "un état",
    {"ouvert": "Ouvert", "a_ouvrir": "À ouvrir", "a_fermer": "À fermer", "ferme": "Fermé"},
)

CATEGORY = choice(
    "categorie",
    "une catégorie de partenaire",
    {
        "entreprise": "Entreprise",
        "branche": "Branche ou fédération professionnelle",
        "opco": "OPCO",
        "chambre": "Chambre consulaire",
        "mission_locale": "Mission locale",
        "service_emploi": "Service public de l’emploi",
        "collectivite": "Collectivité territoriale",
        "etat": "Service de l’État",
        "association": "Association",
        "formation": "Organisme de formation ou CFA",
        "superieur": "Enseignement supérieur ou recherche",
        "sante_social": "Établissement sanitaire ou social",
        "culture": "Établissement culturel",
        "etranger": "Partenaire étranger",
        "autre": "Autre",
    },
)

THEME = choice(
    "theme",
    "un thème de partenariat",
    {
        "pfmp": "PFMP et stages",
        "apprentissage": "Apprentissage",
        "visite": "Visites d’entreprise",
        "intervention": "Interventions en classe",
        "forum": "Forums et événements",
        "taxe": "Taxe d’apprentissage",
        "materiel": "Matériel et plateau technique",
        "formation_enseignants": "Formation des enseignants",
        "projet": "Projet pédagogique, chef-d’œuvre",
        "mentorat": "Mentorat et parrainage",
        "insertion": "Insertion professionnelle",
        "orientation": "Découverte des métiers, orientation",
        "certification": "Jurys, coloration, FCIL",
        "formation_continue": "Formation continue",
        "decrochage": "Lutte contre le décrochage",
        "international": "International et mobilité",
        "culture": "Actions culturelles",
        "recherche": "Recherche et transfert de technologie",
        "global": "Partenariat global",
    },
)

_THEME_BEGUN = {
    word: theme
    for theme, words in {
        "materiel": "don dons pret prets fourniture fournitures dotation dotations",
        "visite": "visite visites",
        "certification": "jury jurys",
        "intervention": "intervention interventions temoignage temoignages conference conferences demonstration demonstrations",
        "forum": "forum forums salon salons",
        "pfmp": "stage stages pfmp",
        "apprentissage": "apprentissage apprentis alternance",
        "mentorat": "mentorat parrainage tutorat",
        "projet": "chantier chantiers concours projet projets",
        "taxe": "taxe",
        "insertion": "insertion recrutement recrutements embauche embauches",
    }.items()
    for word in words.split()
}
_MOST_WORDS = 6


def theme_begun(text: str) -> str | None:
    """Give the theme that the first word of a text says: « don de vélos », « jury de CAP »; None where it may say another, or nothing."""
    words = fold_text(text).split()
    if not words or len(words) > _MOST_WORDS or not {"non", "pas", "sans", "plus"}.isdisjoint(words):
        return None
    teaching = any(word.startswith(("prof", "enseignant", "formateur")) for word in words)
    said = {_THEME_BEGUN[word] for word in words if word in _THEME_BEGUN}
    theme = _THEME_BEGUN.get(words[0]) if len(said) == 1 else None
    return "formation_enseignants" if theme == "pfmp" and teaching else theme


CONVENTION_STATUS = choice(
    "etat_convention",
    "un état de convention",
    {
        "projet": "Projet",
        "votee": "Votée en CA",
        "signee": "Signée",
        "renouvelee": "Renouvelée",
        "terminee": "Terminée",
        "denoncee": "Dénoncée",
    },
)

RENEWAL = choice(
    "reconduction",
    "un mode de reconduction",
    {"aucune": "Aucune", "tacite": "Tacite", "expresse": "Expresse"},
)

CLAUSE = choice(
    "clause",
    "une clause de convention (fiche 6)",
    {
        "preambule": "Préambule",
        "objet": "Objet (article 1er)",
        "engagements": "Engagements de chaque partie",
        "modalites": "Modalités du partenariat",
        "duree": "Durée",
        "suivi": "Suivi et renouvellement",
        "finances": "Dispositions financières",
        "confidentialite_assurance": "Confidentialité, sécurité, assurance",
        "litiges": "Traitement des litiges",
    },
)

FRAMEWORK_KIND = choice(
    "nature_accord",
    "une nature d’accord-cadre",
    {
        "accord_cadre": "Accord-cadre",
        "convention_cadre": "Convention-cadre de coopération",
        "convention_generale": "Convention générale de coopération",
        "accord_partenariat": "Accord de partenariat",
        "protocole": "Protocole d’accord",
        "avenant": "Avenant",
        "charte": "Charte",
        "autre": "Autre",
    },
)

FRAMEWORK_LEVEL = choice(
    "niveau_accord",
    "un niveau d’accord",
    {"national": "National", "regional": "Région académique", "academique": "Académique", "departemental": "Départemental"},
)

SCOPE = choice(
    "portee",
    "une portée d’accord",
    {
        "entreprise": "Entreprise",
        "groupe": "Groupe",
        "branche": "Branche",
        "chambres": "Réseau de chambres",
        "interprofession": "Interprofession",
        "association": "Association",
        "ministere": "Ministère",
        "opco": "OPCO",
    },
)

DELEGATION_KIND = choice(
    "sigle_delegation",
    "une sorte de délégation",
    {
        "drafpic": "DRAFPIC",
        "dafpic": "DAFPIC",
        "draio": "DRAIO",
        "drareic": "DRAREIC",
        "dareic": "DAREIC",
        "drane": "DRANE",
        "dsden": "DSDEN",
        "autre": "Autre délégation",
    },
)

NETWORK_KIND = choice(
    "sorte_reseau",
    "une sorte de réseau",
    {
        "labellise": "Réseau labellisé",
        "academique": "Réseau académique de métiers",
        "greta": "GRETA",
        "clee": "CLEE",
        "foquale": "FOQUALE",
        "psad": "PSAD",
        "bde": "Réseau des bureaux des entreprises",
        "formation": "Réseau d’organismes de formation",
        "mission_locale": "Réseau des missions locales",
        "informel": "Réseau informel",
    },
)

TERRITORY_LEVEL = choice(
    "niveau_territoire",
    "un niveau de territoire",
    {
        "region": "Région académique",
        "academie": "Académie",
        "departement": "Département",
        "bassin": "Bassin de formation",
        "zone_emploi": "Zone d’emploi",
        "commune": "Commune",
    },
)

DOMAIN_OF_ACTION = choice(
    "domaine",
    "un domaine du critère 2023/4",
    {"formation": "Formation professionnelle", "orientation": "Orientation", "insertion": "Insertion"},
)

ACTION_STATE = choice(
    "etat_action",
    "un état d’action",
    {"prevue": "Prévue", "realisee": "Réalisée", "annulee": "Annulée"},
)

NAF_VERSION = choice(
    "version_naf",
    "une version de la NAF",
    {"2008": "NAF 2008 (rév. 2)", "2025": "NAF 2025"},
)

CRITERION_THEME = choice(
    "theme_critere",
    "un thème de critère",
    {
        "offre": "Offre de formation",
        "publics": "Publics de statuts différents",
        "parcours_adaptes": "Parcours adaptés",
        "partenariat": "Partenariat",
        "culture": "Actions culturelles",
        "international": "Ouverture internationale",
        "decrochage": "Décrochage et droit au retour",
        "communication": "Communication",
        "hebergement": "Hébergement",
        "insertion_suivi": "Insertion et suivi",
    },
)

CRITERION_SCOPE = choice(
    "portee_critere",
    "une portée de critère",
    {"national": "National", "region": "Région académique", "academie": "Académie"},
)

_VERSION = re.compile(r"[0-9]{4}( [A-Za-zÀ-ÿŒœ0-9.’'-]+){0,6}")


def _version(text: str) -> str | Refusal:
    spaced = " ".join(text.split())
    if len(spaced) <= _LONGEST_VERSION and _VERSION.fullmatch(spaced):
        return spaced
    return Refusal("une année attendue, suivie du nom de la région ou de l’académie pour un cahier des charges qui n’est pas national")


CRITERION_VERSION = ValueType(
    name="version_cahier",
    label="une version du cahier des charges",
    rule="2023, 2016 ou 2005 ; pour une région, l’année puis son nom",
    dtype=pl.String(),
    cell=_version,
    column=by_distinct(_version, pl.String()),
    accepts=(("2023", "2023"), ("2016", "2016"), ("2005", "2005"), ("2017  Strasbourg", "2017 Strasbourg")),
    refuses=("23", "2023/4", "Strasbourg", "2023 <b>", "2023 " + "a" * 60),
)
