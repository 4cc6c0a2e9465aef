"""Framework agreements, national or declined in a region, with everything the coherence check needs."""

from loaders.common import (
    FILIERES,
    filiere_column,
    itself,
    partner_columns,
    partner_node,
    property_columns,
    territory_columns,
    territory_nodes,
)
from loaders.headings import also
from netmap.domain import COVERS, DECLINES, FRAMEWORK, REPLACES, SIGNS
from netmap.source import Column, Node, Source, Tie, column
from netmap.values import TEXT

_PLAIN = (
    "signed_on",
    "starts_on",
    "ends_on",
    "duration_months",
    "renewal_months",
    "max_renewals",
    "notice_months",
    "ended_on",
    "naf_prefixes",
    "naf_version",
    "idcc",
    "required_clauses",
    "sector",
    "exclusivity",
    "reserved_territory",
    "finance",
    "confidentiality",
    "publication",
)
_LENIENT = ("kind", "level", "scope", "renewal", "themes", "web", "comment")
_LEVELS = ("region", "academie", "departement")

FRAMEWORKS = Source(
    name="frameworks",
    title="Accords-cadres",
    help="Un accord-cadre ou une convention-cadre par ligne ; plusieurs signataires se séparent par |.",
    template="accords_cadres",
    named_by=("accord", "cadre", "nor", "texte"),
    rank=60,
    columns=(
        column(
            "reference",
            FRAMEWORK.property("reference"),
            "Référence de l’accord",
            "NOR",
            "Référence accord-cadre",
            "Référence",
            "N° NOR",
            "NOR ou n°",
            "Référence du texte",
            "N° du texte",
            "Numéro",
            "Réf.",
            *also("framework_reference"),
        ),
        column(
            "title",
            FRAMEWORK.property("title"),
            "Intitulé de l’accord",
            "Accord-cadre",
            "Intitulé",
            "Titre",
            "Intitulé du texte",
            "Titre du texte",
            "Texte",
            "Objet de l’accord",
            "Nom de l’accord",
            "Intitulé de la convention",
            "Titre de la convention",
            "Convention-cadre",
            "Libellé",
            *also("framework_title"),
            required=True,
        ),
        *property_columns(FRAMEWORK, *_PLAIN),
        *property_columns(FRAMEWORK, *_LENIENT, lenient=True),
        *partner_columns(),
        filiere_column("Filières concernées, séparées par |."),
        *territory_columns(*_LEVELS),
        Column(
            field="replaces", headings=("Remplace", "Remplace (référence)"), type=TEXT, help="Référence de l’accord remplacé.", many=True
        ),
        Column(
            field="declines",
            headings=(
                "Décline",
                "Décline (référence)",
                "Accord national de référence",
                "Accord national décliné",
                "Accord national",
                "Convention nationale",
                "Texte national décliné",
                "Déclinaison de",
                *also("declines"),
            ),
            type=TEXT,
            help="Référence de l’accord national décliné.",
            many=True,
        ),
    ),
    in_order=(("starts_on", "ends_on"),),
    stand_in={"title": "reference"},
    nodes=(
        Node(role="framework", kind=FRAMEWORK, fields=itself("reference", "title", *_PLAIN, *_LENIENT), declares=True),
        partner_node(),
        FILIERES,
        *territory_nodes(*_LEVELS),
        Node(role="replaced", kind=FRAMEWORK, fields={"reference": "replaces"}),
        Node(role="declined", kind=FRAMEWORK, fields={"reference": "declines"}),
    ),
    ties=(
        Tie(kind=SIGNS, source="partner", target="framework", field="partner", about="target"),
        Tie(kind=COVERS, source="framework", target="filiere", field="filieres"),
        *(Tie(kind=COVERS, source="framework", target=level, field=level) for level in _LEVELS),
        Tie(kind=REPLACES, source="framework", target="replaced", field="replaces"),
        Tie(kind=DECLINES, source="framework", target="declined", field="declines"),
    ),
)
