"""The criteria that a région académique or an académie adds to the national ones: its own specification, kept with its network."""

from loaders.common import itself, property_columns
from loaders.headings import also
from netmap.domain import CRITERION
from netmap.source import Node, Source, column

_PLAIN = ("territory", "basis", "starts_on", "ends_on")
_LENIENT = ("themes",)

CRITERIA = Source(
    name="criteria",
    title="Critères régionaux",
    help="Un critère par ligne : ceux qu’une région académique ou une académie ajoute. Les critères nationaux sont déjà connus.",
    template="criteres",
    named_by=("critère", "cahier des charges"),
    rank=60,
    columns=(
        column(
            "version",
            CRITERION.property("version"),
            "Version du cahier des charges",
            "Cahier des charges",
            "Version du référentiel",
            "Version",
            "Millésime",
            "Vers",
            "Réf. cahier",
            "Année et académie",
            required=True,
        ),
        column(
            "number",
            CRITERION.property("number"),
            "Numéro du critère",
            "N° du critère",
            "N° de critère",
            "Num critère",
            "N° critère",
            "N°",
            "Numéro",
            "Rang",
            required=True,
        ),
        column(
            "label",
            CRITERION.property("label"),
            "Texte du critère",
            "Libellé du critère",
            "Libellé",
            "Intitulé du critère",
            "Énoncé du critère",
            "Énoncé",
            "Critère",
            "Critère régional",
            "Critère académique",
            "Exigence",
            "Énoncé de l’exigence",
            "Ce qui est demandé",
            "Rédaction retenue",
            required=True,
        ),
        column(
            "scope",
            CRITERION.property("scope"),
            "Portée du critère",
            *also("scope"),
            "Ajouté par",
            "Niveau du critère",
            "Niveau",
            "Échelle",
            "Décidé à l’échelle de",
        ),
        *property_columns(CRITERION, *_PLAIN),
        *property_columns(CRITERION, *_LENIENT, lenient=True),
    ),
    nodes=(
        Node(role="criterion", kind=CRITERION, fields=itself("version", "number", "label", "scope", *_PLAIN, *_LENIENT), declares=True),
    ),
    in_order=(("starts_on", "ends_on"),),
)
