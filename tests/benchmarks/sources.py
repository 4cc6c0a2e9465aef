"""How netmap reads the generated files: every column is kept."""

from loaders.common import FILIERES, itself, territory_nodes, territory_ties
from netmap.domain import CONVENTION, COVERS, ESTABLISHMENT, FILIERE, ORGANISATION, PART_OF, SIGNS, TEACHES
from netmap.schema import NodeKind
from netmap.source import Column, Node, Source, Tie, column
from netmap.values import TEXT, choice

_STATES = choice("etat_convention", "un état", {word: word for word in ("Signée", "En cours", "Projet", "Terminée", "Dénoncée")})
_TYPES = choice(
    "type_convention",
    "un type",
    {
        word: word
        for word in (
            "PFMP",
            "Apprentissage",
            "Stage",
            "Taxe d'apprentissage",
            "Visite-jury",
            "Partenariat global",
            "Plateau technique",
            "Mentorat",
        )
    },
)


def _columns(kind: NodeKind, **headings: str) -> tuple[Column, ...]:
    return tuple(column(name, kind.property(name), heading) for name, heading in headings.items())


def _text(field: str, heading: str, *, many: bool = False) -> Column:
    return Column(field=field, headings=(heading,), type=TEXT, many=many)


_PLACE = {
    "commune": "commune",
    "commune_code": "code_insee",
    "postcode": "code_postal",
    "latitude": "latitude",
    "longitude": "longitude",
}
SCHOOLS = Source(
    name="bench_schools",
    title="Établissements",
    help="",
    rank=60,
    columns=(
        *_columns(ESTABLISHMENT, uai="uai", name="nom", type="type", status="secteur", pupils="effectif", **_PLACE),
        _text("filieres", "filieres", many=True),
        _text("departement", "departement"),
        _text("academie", "academie"),
    ),
    nodes=(
        Node(
            role="school",
            kind=ESTABLISHMENT,
            fields=itself("uai", "name", "type", "status", "pupils", *_PLACE),
            declares=True,
        ),
        FILIERES,
        *territory_nodes("departement", "academie"),
    ),
    ties=(
        Tie(kind=TEACHES, source="school", target="filiere", field="filieres"),
        *territory_ties("school", "departement", "academie"),
    ),
)
FIRMS = Source(
    name="bench_firms",
    title="Entreprises",
    help="",
    rank=60,
    columns=(
        *_columns(
            ORGANISATION,
            siren="siren",
            siret="siret",
            name="raison_sociale",
            legal_form="forme_juridique",
            naf="code_naf",
            size="tranche_effectif",
            **_PLACE,
        ),
        column("parent", ORGANISATION.property("siren"), "siren_groupe"),
        _text("departement", "departement"),
    ),
    nodes=(
        Node(
            role="firm",
            kind=ORGANISATION,
            fields=itself("siren", "siret", "name", "legal_form", "naf", "size", *_PLACE),
            declares=True,
        ),
        Node(role="parent", kind=ORGANISATION, fields={"siren": "parent"}),
        *territory_nodes("departement"),
    ),
    ties=(
        Tie(kind=PART_OF, source="firm", target="parent", field="parent", constants={"nature": "groupe"}),
        *territory_ties("firm", "departement"),
    ),
)
CONVENTIONS = Source(
    name="bench_conventions",
    title="Conventions",
    help="",
    columns=(
        column("reference", CONVENTION.property("reference"), "numero", required=True),
        column("uai", ESTABLISHMENT.property("uai"), "uai", required=True),
        _text("school", "etablissement"),
        *_columns(ORGANISATION, siren="siren", name="raison_sociale", commune="commune", postcode="code_postal"),
        Column(field="themes", headings=("type",), type=_TYPES),
        _text("filieres", "theme"),
        _text("object", "diplome"),
        *_columns(CONVENTION, starts_on="date_debut", ends_on="date_fin", pupils="nb_eleves", amount="montant", contact="referent"),
        Column(field="status", headings=("statut",), type=_STATES),
    ),
    in_order=(("starts_on", "ends_on"),),
    nodes=(
        Node(
            role="convention",
            kind=CONVENTION,
            fields=itself("reference", "themes", "object", "starts_on", "ends_on", "pupils", "amount", "contact", "status"),
            declares=True,
        ),
        Node(role="school", kind=ESTABLISHMENT, fields={"uai": "uai", "name": "school"}),
        Node(role="partner", kind=ORGANISATION, fields=itself("siren", "name", "commune", "postcode")),
        Node(role="filiere", kind=FILIERE, fields={"name": "filieres"}),
    ),
    ties=(
        Tie(kind=SIGNS, source="school", target="convention", field="uai", about="target"),
        Tie(kind=SIGNS, source="partner", target="convention", field="siren", about="target"),
        Tie(kind=COVERS, source="convention", target="filiere", field="filieres"),
    ),
)
BENCH_SOURCES = (SCHOOLS, FIRMS, CONVENTIONS)
