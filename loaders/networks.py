"""Networks (labelled networks, GRETA, CLEE, FOQUALE …) and their members."""

from loaders.common import (
    FILIERES,
    establishment_column,
    establishment_node,
    filiere_column,
    itself,
    partner_columns,
    partner_node,
    property_columns,
    uai_column,
)
from loaders.headings import also
from netmap.domain import COVERS, MEMBER_OF, NETWORK
from netmap.source import Node, Source, Tie, column

_DATED = ("created_on",)
_LENIENT = ("kind", "email", "phone", "web", "comment")

NETWORKS = Source(
    name="networks",
    title="Réseaux",
    help="Un réseau par ligne, avec ses membres : établissements et partenaires.",
    template="reseaux",
    named_by=("réseau", "CLEE", "FOQUALE", "PSAD", "club", "consortium", "Greta"),
    rank=60,
    columns=(
        column(
            "code", NETWORK.property("code"), "Code du réseau", "Code réseau", "Abréviation", "Sigle", "Acronyme", *also("network_code")
        ),
        column(
            "name",
            NETWORK.property("name"),
            "Nom du réseau",
            "Réseau",
            "Nom du club",
            "Nom",
            "Libellé du réseau",
            "Intitulé du réseau",
            "Dénomination",
            *also("network_name"),
            required=True,
        ),
        *property_columns(NETWORK, *_DATED, lenient=True),
        column("area", NETWORK.property("area"), "Ressort", *also("area"), "Académie", "Académie / bassin", "Département"),
        *property_columns(NETWORK, *_LENIENT, lenient=True),
        uai_column(required=False, many=True),
        establishment_column(many=True),
        *partner_columns(),
        filiere_column("Filières du réseau, séparées par |."),
    ),
    nodes=(
        Node(role="network", kind=NETWORK, fields=itself("code", "name", "area", *_DATED, *_LENIENT), declares=True),
        establishment_node(),
        partner_node(),
        FILIERES,
    ),
    ties=(
        Tie(kind=MEMBER_OF, source="establishment", target="network", field="uai", about="target"),
        Tie(kind=MEMBER_OF, source="partner", target="network", field="partner", about="target"),
        Tie(kind=COVERS, source="network", target="filiere", field="filieres"),
    ),
)
