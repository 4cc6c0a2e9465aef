"""Delegations, as a region names them, and the territories they oversee."""

from loaders.common import itself, property_columns, territory_columns, territory_nodes
from netmap.domain import DELEGATION, OVERSEES
from netmap.source import Node, Source, Tie, column

_PLAIN = ("level", "area", "competence", "commune")
_LENIENT = ("latitude", "longitude", "email", "phone", "web", "comment")
_LEVELS = ("region", "academie", "departement")

DELEGATIONS = Source(
    name="delegations",
    title="Délégations",
    help="Une délégation académique ou de région académique par ligne.",
    template="delegations",
    named_by=(
        "délégation",
        "interlocuteur",
        "service",
        "sigle",
        "DAFPIC",
        "DRAFPIC",
        "DRAIO",
        "DRAREIC",
        "DAREIC",
        "DRANE",
        "DSDEN",
        "DAFPA",
    ),
    rank=60,
    columns=(
        column("code", DELEGATION.property("code"), "Code de la délégation", "Code délégation", "Code du service", "Sigle du service"),
        column(
            "name",
            DELEGATION.property("name"),
            "Nom de la délégation",
            "Délégation",
            "Nom de la structure",
            "Structure",
            "Entité",
            "Service",
            "Nom du service",
            "Intitulé du service",
            "Service académique",
            "Dénomination",
            "Libellé",
            "Intitulé complet",
            "Intitulé",
            "Nom complet",
            required=True,
        ),
        column(
            "kind",
            DELEGATION.property("kind"),
            "Sigle",
            "Sorte de délégation",
            "Type de délégation",
            "Type de service",
            "Acronyme",
            lenient=True,
        ),
        *property_columns(DELEGATION, *_PLAIN),
        *property_columns(DELEGATION, *_LENIENT, lenient=True),
        *territory_columns(*_LEVELS),
    ),
    nodes=(
        Node(role="delegation", kind=DELEGATION, fields=itself("code", "name", "kind", *_PLAIN, *_LENIENT), declares=True),
        *territory_nodes(*_LEVELS),
    ),
    ties=tuple(Tie(kind=OVERSEES, source="delegation", target=level, field=level) for level in _LEVELS),
)
