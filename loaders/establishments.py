"""Establishments, as an academy lists them."""

from loaders.common import (
    FILIERES,
    filiere_column,
    itself,
    property_columns,
    territory_columns,
    territory_nodes,
    territory_ties,
    uai_column,
)
from loaders.headings import also
from netmap.domain import ESTABLISHMENT, PART_OF, TEACHES
from netmap.source import Node, Source, Tie, column

_LEVELS = ("region", "academie", "departement", "bassin")
# Whatever is said of a lycée that is known, one value that cannot be read is set aside and told: its line is kept.
_SAID = (
    *("type", "status", "siret", "address", "commune", "label", "label_since", "candidate", "bureau", "greta", "apprenticeship", "pupils"),
    *("postcode", "commune_code", "latitude", "longitude", "vocational", "state", "email", "phone", "web", "comment"),
)
ESTABLISHMENTS = Source(
    name="establishments",
    title="Établissements",
    help="Un établissement par ligne, connu par son UAI, ou par son nom tant que celui-ci manque.",
    template="etablissements",
    rank=60,
    columns=(
        uai_column(required=False),
        column(
            "name",
            ESTABLISHMENT.property("name"),
            "Nom",
            "Nom de l’établissement",
            "Établissement",
            "Lycée",
            "Nom du lycée",
            "Dénomination",
            "EPLE",
            "Appellation officielle",
            "Appellation",
            "Nom usuel",
            "Nom d’usage",
            "Dénomination principale",
            "Patronyme",
            *also("establishment_name"),
        ),
        *property_columns(ESTABLISHMENT, *_SAID, lenient=True),
        *territory_columns(*_LEVELS),
        filiere_column("Filières enseignées, séparées par |."),
        column("mother", ESTABLISHMENT.property("uai"), "UAI de rattachement", "UAI mère", "Établissement mère", *also("mother")),
    ),
    any_of=(("uai", "name"),),
    nodes=(
        Node(role="establishment", kind=ESTABLISHMENT, fields=itself("uai", "name", *_SAID), declares=True),
        Node(role="mother", kind=ESTABLISHMENT, fields={"uai": "mother"}),
        *territory_nodes(*_LEVELS),
        FILIERES,
    ),
    ties=(
        Tie(kind=PART_OF, source="establishment", target="mother", field="mother", constants={"nature": "rattachement"}),
        Tie(kind=TEACHES, source="establishment", target="filiere", field="filieres"),
        *territory_ties("establishment", *_LEVELS),
    ),
)
