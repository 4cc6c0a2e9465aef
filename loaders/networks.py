"""Networks (labelled networks, GRETA, CLEE, FOQUALE …) and their members."""

from loaders.common import FILIERES, filiere_column, itself, partner_columns, partner_node, property_columns, uai_column
from netmap.domain import COVERS, ESTABLISHMENT, MEMBER_OF, NETWORK
from netmap.source import Node, Source, Tie, column

_PLAIN = ("kind", "area", "created_on")
_LENIENT = ("email", "phone", "web", "comment")

NETWORKS = Source(
    name="networks",
    title="Réseaux",
    help="Un réseau par ligne, avec ses membres : établissements (UAI) et partenaires.",
    template="reseaux",
    named_by=("réseau",),
    rank=60,
    columns=(
        column("code", NETWORK.property("code"), "Code du réseau", "Code réseau", "Sigle", "Acronyme"),
        column("name", NETWORK.property("name"), "Nom du réseau", "Réseau", "Intitulé du réseau", "Dénomination", required=True),
        *property_columns(NETWORK, *_PLAIN),
        *property_columns(NETWORK, *_LENIENT, lenient=True),
        uai_column(required=False, many=True),
        *partner_columns(),
        filiere_column("Filières du réseau, séparées par |."),
    ),
    nodes=(
        Node(role="network", kind=NETWORK, fields=itself("code", "name", *_PLAIN, *_LENIENT), declares=True),
        Node(role="establishment", kind=ESTABLISHMENT, fields={"uai": "uai"}),
        partner_node(),
        FILIERES,
    ),
    ties=(
        Tie(kind=MEMBER_OF, source="establishment", target="network", field="uai", about="target"),
        Tie(kind=MEMBER_OF, source="partner", target="network", field="partner", about="target"),
        Tie(kind=COVERS, source="network", target="filiere", field="filieres"),
    ),
)
