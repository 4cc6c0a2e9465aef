"""The closed vocabularies of the domain, in French; those that no official text fixes are proposals of netmap.

Sources: `D. 335-1 code de l'éducation` for criteria, Fiche 6 for clauses; themes, categories and states are « proposition de netmap ».
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

from netmap.domain.synonyms import synonyms
from netmap.values import Refusal, ValueType
from netmap.values import choice as closed_choice
from netmap.values.kind import by_distinct

_LONGEST_VERSION = 60
_NO_WORDS: Mapping[str, str] = MappingProxyType({})


def choice(name: str, label: str, options: Mapping[str, str], said: Mapping[str, str] = _NO_WORDS) -> ValueType:
    """Declare a vocabulary: its words, the other ones `said` for them, and those that people write besides."""
    return closed_choice(name, label, options, {**said, **synonyms(name)})


STATUS = choice(
    "statut",
    "un statut d’établissement",
    {
        "public": "Public",
        "prive_contrat": "Privé sous contrat",
        "prive_hors_contrat": "Privé hors contrat",
        "prive": "Privé (contrat non précisé)",
    },
    {"privé": "prive", "sous contrat": "prive_contrat", "hors contrat": "prive_hors_contrat"},
)

OPEN_STATE = choice(
    "etat",
    "un état",
    {"ouvert": "Ouvert", "a_ouvrir": "À ouvrir", "a_fermer": "À fermer", "ferme": "Fermé"},
    {"actif": "ouvert", "active": "ouvert", "a": "ouvert", "f": "ferme", "fermée": "ferme", "cessé": "ferme", "cessée": "ferme"},
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
    {
        "société": "entreprise",
        "groupe": "entreprise",
        "fédération": "branche",
        "syndicat professionnel": "branche",
        "branche professionnelle": "branche",
        "cci": "chambre",
        "cma": "chambre",
        "chambre de métiers": "chambre",
        "chambre d'agriculture": "chambre",
        "réseau consulaire": "chambre",
        "ml": "mission_locale",
        "france travail": "service_emploi",
        "pôle emploi": "service_emploi",
        "mairie": "collectivite",
        "commune": "collectivite",
        "région": "collectivite",
        "département": "collectivite",
        "administration": "etat",
        "ministère": "etat",
        "cfa": "formation",
        "greta": "formation",
        "université": "superieur",
        "hôpital": "sante_social",
        "ehpad": "sante_social",
        "musée": "culture",
        "étranger": "etranger",
        "ent": "entreprise",
        "entreprise privée": "entreprise",
        "société privée": "entreprise",
        "grande entreprise": "entreprise",
        "grand groupe": "entreprise",
        "pme": "entreprise",
        "tpe": "entreprise",
        "eti": "entreprise",
        "tpe/pme": "entreprise",
        "pme/pmi": "entreprise",
        "artisan": "entreprise",
        "commerce": "entreprise",
        "commerçant": "entreprise",
        "industriel": "entreprise",
        "exploitation agricole": "entreprise",
        "agence d'intérim": "entreprise",
        "start-up": "entreprise",
        "asso": "association",
        "assoc": "association",
        "association loi 1901": "association",
        "ong": "association",
        "fédération professionnelle": "branche",
        "organisation professionnelle": "branche",
        "chambre": "chambre",
        "consulaire": "chambre",
        "chambre de commerce": "chambre",
        "cap emploi": "service_emploi",
        "spe": "service_emploi",
        "collectivité": "collectivite",
        "collectivité locale": "collectivite",
        "communauté de communes": "collectivite",
        "intercommunalité": "collectivite",
        "epci": "collectivite",
        "métropole": "collectivite",
        "conseil départemental": "collectivite",
        "conseil régional": "collectivite",
        "ville": "collectivite",
        "service public": "etat",
        "préfecture": "etat",
        "organisme de formation": "formation",
        "centre de formation": "formation",
        "afpa": "formation",
        "enseignement supérieur": "superieur",
        "école d'ingénieurs": "superieur",
        "iut": "superieur",
        "laboratoire": "superieur",
        "recherche": "superieur",
        "établissement de santé": "sante_social",
        "clinique": "sante_social",
        "médico-social": "sante_social",
        "sanitaire et social": "sante_social",
        "esat": "sante_social",
        "théâtre": "culture",
        "médiathèque": "culture",
        "bibliothèque": "culture",
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
    {
        "stage": "pfmp",
        "stages": "pfmp",
        "accueil en pfmp": "pfmp",
        "alternance": "apprentissage",
        "visites": "visite",
        "visite-jury": "certification",
        "jury": "certification",
        "jurys": "certification",
        "interventions": "intervention",
        "plateau technique": "materiel",
        "prêt de matériel": "materiel",
        "don de matériel": "materiel",
        "mobilité": "international",
        "europe": "international",
        "erasmus": "international",
        "parrainage": "mentorat",
        "découverte des métiers": "orientation",
        "décrochage scolaire": "decrochage",
        "emploi": "insertion",
        "forum des métiers": "forum",
        "chef-d'œuvre": "projet",
        "forum": "forum",
        "salon": "forum",
        "job dating": "forum",
        "stages pfmp": "pfmp",
        "stagiaires": "pfmp",
        "accueil de stagiaires": "pfmp",
        "périodes de formation": "pfmp",
        "immersion": "orientation",
        "mini-stage": "orientation",
        "ta": "taxe",
        "taxe": "taxe",
        "solde ta": "taxe",
        "don": "materiel",
        "matériel": "materiel",
        "équipement": "materiel",
        "apprentis": "apprentissage",
        "contrat d'apprentissage": "apprentissage",
        "témoignages": "intervention",
        "conférence": "intervention",
        "visite": "visite",
        "visite d'entreprise": "visite",
        "tutorat": "mentorat",
        "recrutement": "insertion",
        "insertion": "insertion",
        "formation des enseignants": "formation_enseignants",
        "formation des professeurs": "formation_enseignants",
        "projet pédagogique": "projet",
        "concours": "projet",
        "culturel": "culture",
        "culture": "culture",
        "persévérance": "decrochage",
        "persévérance scolaire": "decrochage",
    },
)

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
    {
        "en cours": "signee",
        "active": "signee",
        "en vigueur": "signee",
        "à signer": "projet",
        "en préparation": "projet",
        "échue": "terminee",
        "expirée": "terminee",
        "finie": "terminee",
        "résiliée": "denoncee",
        "votée": "votee",
        "valide": "signee",
        "en cours de validité": "signee",
        "signée par les deux parties": "signee",
        "à renouveler": "signee",
        "brouillon": "projet",
        "en projet": "projet",
        "en cours de rédaction": "projet",
        "à rédiger": "projet",
        "approuvée en ca": "votee",
        "validée en ca": "votee",
        "caduque": "terminee",
        "archivée": "terminee",
        "close": "terminee",
        "reconduite": "renouvelee",
        "rompue": "denoncee",
        "annulée": "denoncee",
    },
)

RENEWAL = choice(
    "reconduction",
    "un mode de reconduction",
    {"aucune": "Aucune", "tacite": "Tacite", "expresse": "Expresse"},
    {
        "non": "aucune",
        "sans": "aucune",
        "oui tacite": "tacite",
        "tacite reconduction": "tacite",
        "avenant": "expresse",
        "expres": "expresse",
        "express": "expresse",
        "expressément": "expresse",
        "par avenant": "expresse",
        "sur demande": "expresse",
        "tacitement": "tacite",
        "automatique": "tacite",
        "automatiquement": "tacite",
        "non reconductible": "aucune",
        "non renouvelable": "aucune",
        "sans reconduction": "aucune",
        "pas de reconduction": "aucune",
        "ferme": "aucune",
    },
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
    {
        "préambule": "preambule",
        "article 1er": "objet",
        "engagement": "engagements",
        "durée": "duree",
        "renouvellement": "suivi",
        "financier": "finances",
        "assurance": "confidentialite_assurance",
        "confidentialité": "confidentialite_assurance",
        "sécurité": "confidentialite_assurance",
        "litige": "litiges",
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
    {
        "convention cadre": "convention_cadre",
        "convention de coopération": "convention_cadre",
        "convention-cadre": "convention_cadre",
        "accord de coopération": "accord_partenariat",
        "convention de partenariat": "accord_partenariat",
        "protocole": "protocole",
    },
)

FRAMEWORK_LEVEL = choice(
    "niveau_accord",
    "un niveau d’accord",
    {"national": "National", "regional": "Région académique", "academique": "Académique", "departemental": "Départemental"},
    {
        "régional": "regional",
        "académie": "academique",
        "inter-académique": "regional",
        "interacademique": "regional",
        "académies": "regional",
    },
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
    {
        "chambre": "chambres",
        "réseau consulaire": "chambres",
        "réseau de chambres": "chambres",
        "interprofessionnel": "interprofession",
        "cross-industry": "interprofession",
        "organisation professionnelle": "branche",
        "fédération": "branche",
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
    {"dreic": "drareic", "drafpica": "drafpic", "ree": "autre"},
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
    {"label": "labellise", "lycée des métiers": "labellise", "bureau des entreprises": "bde", "cfa": "formation"},
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
    {
        "région": "region",
        "académie": "academie",
        "département": "departement",
        "bassin de formation": "bassin",
        "zone d'emploi": "zone_emploi",
    },
)

DOMAIN_OF_ACTION = choice(
    "domaine",
    "un domaine du critère 2023/4",
    {"formation": "Formation professionnelle", "orientation": "Orientation", "insertion": "Insertion"},
    {"formation professionnelle": "formation", "insertion professionnelle": "insertion"},
)

ACTION_STATE = choice(
    "etat_action",
    "un état d’action",
    {"prevue": "Prévue", "realisee": "Réalisée", "annulee": "Annulée"},
    {
        "prévu": "prevue",
        "planifiée": "prevue",
        "planifié": "prevue",
        "programmée": "prevue",
        "programmé": "prevue",
        "prévisionnel": "prevue",
        "à venir": "prevue",
        "à faire": "prevue",
        "à organiser": "prevue",
        "à planifier": "prevue",
        "en préparation": "prevue",
        "en projet": "prevue",
        "projet": "prevue",
        "fait": "realisee",
        "faite": "realisee",
        "réalisé": "realisee",
        "effectuée": "realisee",
        "effectué": "realisee",
        "tenue": "realisee",
        "terminée": "realisee",
        "terminé": "realisee",
        "passée": "realisee",
        "passé": "realisee",
        "clôturée": "realisee",
        "annulé": "annulee",
        "abandonnée": "annulee",
        "abandonné": "annulee",
        "supprimée": "annulee",
        "non réalisée": "annulee",
    },
)

NAF_VERSION = choice(
    "version_naf", "une version de la NAF", {"2008": "NAF 2008 (rév. 2)", "2025": "NAF 2025"}, {"rév. 2": "2008", "naf rév. 2": "2008"}
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
    {"partenariats": "partenariat", "décrochage": "decrochage", "insertion": "insertion_suivi", "ouverture européenne": "international"},
)

CRITERION_SCOPE = choice(
    "portee_critere",
    "une portée de critère",
    {"national": "National", "region": "Région académique", "academie": "Académie"},
    {"région": "region", "académique": "academie"},
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
