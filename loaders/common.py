"""Columns and links that several sources declare alike: territories of an actor, its place, its partner columns."""

from loaders.headings import also
from netmap.domain import ESTABLISHMENT, FILIERE, LOCATED_IN, ORGANISATION, TERRITORY
from netmap.schema import NodeKind
from netmap.source import Column, Node, Tie, column
from netmap.values import TEXT, WHOLE

UAI_HEADINGS = (
    "UAI",
    "Code UAI",
    "N° UAI",
    "Numéro UAI",
    "RNE",
    "Code RNE",
    "UAI établissement",
    "identifiant de l'établissement",
    "UAI du lycée",
    "Code établissement",
    "N° établissement",
    "Numéro d’établissement",
    "UAI / RNE",
    "UAI tête de réseau",
    "UAI porteur",
    "UAI support",
    "UAI de l’établissement support",
    "UAI des établissements membres",
    "Code UAI (RNE)",
    "Identifiant UAI",
)
SIRET_HEADINGS = ("SIRET", "N° SIRET", "Numéro SIRET", "Siret partenaire", "SIRET de l’entreprise", "SIRET de l’organisme", "Code SIRET")
SIREN_HEADINGS = ("SIREN", "N° SIREN", "Numéro SIREN", "Siren partenaire", "SIREN de l’entreprise", "SIREN de l’organisme", "Code SIREN")
FILIERE_HEADINGS = (
    "Filières",
    "Filière",
    "Filière professionnelle",
    "Secteur professionnel",
    "Filières concernées",
    "Famille de métiers",
    "Familles de métiers",
    "Spécialité professionnelle",
    "Formations concernées",
    *also("filieres"),
    "Domaine professionnel",
    "Pôle",
    # what a company does, where no column says for which formations it is known
    "Secteur",
    "Secteur d’activité",
)

CRITERIA_2023_HEADINGS = (
    "Critères (2023)",
    "Critères",
    "Critère",
    "Critères du label",
    "N° critère",
    "N° de critère",
    "Critère LdM",
    "Critère visé",
)

_LEVELS = (("region", "Région académique"), ("academie", "Académie"), ("departement", "Département"), ("bassin", "Bassin"))
_OTHER_HEADINGS = {
    "region": ("Région académique", "Région", "Libellé région", "RA"),
    "academie": ("Académie", "Libellé académie", "Nom académie", "Rectorat"),
    "departement": ("Département", "Libellé département"),
    "bassin": (
        "Bassin",
        "Bassin de formation",
        "Bassin d’éducation",
        "Bassin d’emploi",
        "Bassin d’éducation et de formation",
        "BEF",
        "Bassin d’emploi et de formation",
        "Zone d’animation pédagogique",
        "ZAP",
        "Zone d’animation pédagogique",
    ),
}


def criteria_2023_column() -> Column:
    """Declare the column of the criteria that a line supports: numbers alone are those of the version in force."""
    return Column(
        field="criterion",
        headings=CRITERIA_2023_HEADINGS,
        type=WHOLE,
        help="Numéros de critères de la version 2023 du cahier des charges (« 4 » veut dire 2023/4).",
        many=True,
        lenient=True,
    )


def territory_columns(*levels: str) -> tuple[Column, ...]:
    """Declare a text column for each level of territory."""
    return tuple(
        Column(field=level, headings=_OTHER_HEADINGS[level], type=TEXT, help=f"{label} où se trouve l’acteur.", many=False)
        for level, label in _LEVELS
        if level in levels
    )


def territory_nodes(*levels: str) -> tuple[Node, ...]:
    """Declare the territories that `territory_columns` name."""
    return tuple(Node(role=level, kind=TERRITORY, fields={"name": level}, constants={"level": level}) for level in levels)


def territory_ties(role: str, *levels: str) -> tuple[Tie, ...]:
    """Declare that the actor of a role stands in these territories."""
    return tuple(Tie(kind=LOCATED_IN, source=role, target=level, field=level) for level in levels)


def uai_column(*, required: bool = True, many: bool = False) -> Column:
    """Declare the column of establishments' UAI."""
    return column("uai", ESTABLISHMENT.property("uai"), *UAI_HEADINGS, *also("uai"), required=required, many=many)


def establishment_column(*, many: bool = False) -> Column:
    """Declare the column of establishments' names: what they are known by where the UAI is not given."""
    return Column(
        field="establishment",
        headings=(
            "Nom de l’établissement",
            "Établissement",
            "Lycée",
            "Nom du lycée",
            "EPLE",
            "Établissement scolaire",
            "Nom établissement",
            "Établissement signataire",
            "Lycée signataire",
            "Entre le lycée",
            "Entre l’établissement",
            "Le lycée",
            "Lycée organisateur",
            "Établissement scolaire signataire",
            "Lycées membres",
            "Établissements membres",
            "Lycées du réseau",
            "Membres (lycées)",
            "Établissement bénéficiaire",
            "Lycée porteur",
            "Lycées concernés",
            "Établissements concernés",
            "Établissement membre",
            "Lycée partenaire",
            "Établissement d’origine",
            *also("establishment"),
        ),
        type=TEXT,
        help="Nom ; sans UAI, l’établissement est cherché sous ce nom parmi ceux que le réseau connaît.",
        many=many,
    )


ESTABLISHMENT_ANY = ("uai", "establishment")


def establishment_node() -> Node:
    """Declare the establishment that a line mentions by its UAI or its name."""
    return Node(role="establishment", kind=ESTABLISHMENT, fields={"uai": "uai", "name": "establishment"})


def filiere_column(help_text: str, *headings: str) -> Column:
    """Declare the column of filières, with the headings that say so in one kind of table only."""
    return Column(field="filieres", headings=(*FILIERE_HEADINGS, *headings), type=TEXT, help=help_text, many=True)


FILIERES = Node(role="filiere", kind=FILIERE, fields={"name": "filieres"})


def partner_columns() -> tuple[Column, ...]:
    """Declare the columns that identify partners; several partners are given in the same order in each."""
    prop = ORGANISATION.property
    return (
        column("partner_siret", prop("siret"), *SIRET_HEADINGS, *also("siret"), many=True),
        column("partner_siren", prop("siren"), *SIREN_HEADINGS, *also("siren"), many=True),
        column(
            "partner",
            prop("name"),
            "Partenaire",
            "Nom du partenaire",
            "Partenaires",
            "Entreprise",
            "Nom de l’entreprise",
            "Raison sociale",
            "Organisme",
            "Structure",
            "Société",
            "Nom de la structure",
            "Nom de l’organisme",
            "Entreprise partenaire",
            "Entreprise / organisme",
            "Cocontractant",
            "Signataire",
            "Co-signataire",
            "Partenaire signataire",
            "Partenaire extérieur",
            "Entreprise d’accueil",
            "Nom de l’association",
            "Organisme d’accueil",
            "Tiers",
            "Tiers signataire",
            "Avec qui",
            "Membres économiques",
            "Membres partenaires",
            "Entreprises membres",
            "Organismes membres",
            "Autres membres",
            "Et",
            "Et le partenaire",
            "Et l’entreprise",
            "Le partenaire",
            "Partenaires mobilisés",
            "Avec",
            "Partenaire économique",
            "Structure membre",
            "Structures associées",
            "Organisme membre",
            "Entreprise membre",
            "Intervenant extérieur",
            "Prestataire",
            "Accueillant",
            "Cosignataire",
            "Autres signataires",
            "Contractant",
            "Nom ou raison sociale",
            "Dénomination du partenaire",
            "Structure étrangère",
            "Établissement étranger",
            "Structure d’accueil",
            "Structure partenaire",
            "Organisation signataire",
            "Partenaires signataires",
            "Autre signataire",
            "Branche ou organisation",
            "Branche / organisation",
            "Partenaires associés",
            "Partenaires membres",
            "Membre (partenaire)",
            "Nom de la structure partenaire",
            "Nom du tiers",
            "Acteur",
            *also("partner"),
            many=True,
        ),
        column(
            "partner_commune",
            prop("commune"),
            "Commune du partenaire",
            "Ville du partenaire",
            "Commune",
            "Ville",
            "Localité",
            "Lieu",
            "Coordonnées ville",
            "Ville du siège social",
            "Commune du siège",
            "Localisation",
            "Implantation",
            "Ville siège",
            "Siège",
            "Ville d’accueil",
            "Ville de l’entreprise",
            "Commune de l’entreprise",
            "Commune de l’organisme",
            "Commune de la structure",
            "Ville de la structure",
            *also("partner_commune"),
            many=True,
        ),
        column(
            "partner_postcode",
            prop("postcode"),
            "Code postal du partenaire",
            "Code postal",
            "CP",
            *also("partner_postcode"),
            many=True,
            lenient=True,
        ),
        column(
            "partner_category",
            prop("category"),
            "Catégorie du partenaire",
            "Type de partenaire",
            "Catégorie",
            "Type",
            "Type de structure",
            "Nature du partenaire",
            "Nature de la structure",
            "Famille",
            "Famille de partenaires",
            "Type d’organisme",
            "Type d’entreprise",
            "Type d’acteur",
            "Statut du partenaire",
            "Nature",
            many=True,
            lenient=True,
        ),
        column("partner_country", prop("country"), "Pays du partenaire", "Pays"),
        column("partner_foreign", prop("foreign"), "Partenaire étranger", "Étranger", lenient=True),
    )


PARTNER_ANY = ("partner_siret", "partner_siren", "partner")


def partner_node(role: str = "partner") -> Node:
    """Declare the partner that the partner columns mention."""
    fields = {
        "siret": "partner_siret",
        "siren": "partner_siren",
        "name": "partner",
        "commune": "partner_commune",
        "postcode": "partner_postcode",
        "category": "partner_category",
        "country": "partner_country",
        "foreign": "partner_foreign",
    }
    return Node(role=role, kind=ORGANISATION, fields=fields)


def property_columns(kind: NodeKind, *names: str, lenient: bool = False) -> tuple[Column, ...]:
    """Declare one column for each property, under its French label, then the headings seen in the wild."""
    return tuple(column(name, kind.property(name), kind.property(name).label, *also(name), lenient=lenient) for name in names)


def itself(*names: str) -> dict[str, str]:
    """Bind properties to the fields of the same name."""
    return {name: name for name in names}
