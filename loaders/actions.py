"""Actions done or planned with partners: visits, forums, juries, actions against drop-out."""

from dataclasses import replace

from loaders.common import (
    ESTABLISHMENT_ANY,
    criteria_2023_column,
    establishment_column,
    establishment_node,
    itself,
    partner_columns,
    partner_node,
    property_columns,
    uai_column,
)
from loaders.headings import also
from netmap.domain import ACTION, CONVENTION, CRITERION, PART_OF, SUPPORTS, TAKES_PART_IN
from netmap.source import Column, Node, Source, Tie, column
from netmap.values import TEXT

_DATED = ("on",)
_LENIENT = ("headcount", "theme", "domain")

# What tables of actions are called, and what stands in their headings.
_NAMES = tuple(
    """
    action activite agenda atelier calendrier chantier colloque concours conference copil evenement forum immersion interv intervenant
    intervention jalon journal journee jpo jury manifestation mob mobilite operation planning prestation rencontre rendez reunion salon
    seance semaine seminaire sejour simulation sortie visite voyage
    """.split()  # noqa: SIM905
)

# « Lieu » is where an action was held, not where the partner stands.
_PARTNERS = tuple(replace(one, headings=tuple(h for h in one.headings if h != "Lieu")) for one in partner_columns())

ACTIONS = Source(
    name="actions",
    title="Actions",
    help="Une action par ligne, avec l’établissement et les partenaires.",
    template="actions",
    named_by=_NAMES,
    rank=50,
    columns=(
        column("reference", ACTION.property("reference"), "N° d’action", "Référence de l’action", *also("action_reference")),
        uai_column(required=False, many=True),
        establishment_column(many=True),
        column(
            "title",
            ACTION.property("title"),
            "Action",
            "Intitulé de l’action",
            "Nom de l’action",
            "Libellé de l’action",
            "Évènement",
            "Manifestation",
            "Quoi",
            "Projet",
            "Opération",
            "Activité",
            "Intitulé du projet",
            "Nom de l’événement",
            "Intitulé",
            *also("title"),
            required=True,
        ),
        *property_columns(ACTION, *_DATED, lenient=True),
        column("state", ACTION.property("state"), "État", *also("action_state"), *also("state"), lenient=True),
        *property_columns(ACTION, *_LENIENT, lenient=True),
        column("comment", ACTION.property("comment"), "Observations", *also("comment"), *also("result"), lenient=True),
        *_PARTNERS,
        Column(
            field="convention",
            headings=(
                "N° de convention",
                "Convention",
                "Convention liée",
                "Rattachée à la convention",
                "Dans le cadre de la convention",
                "Dans le cadre de",
            ),
            type=TEXT,
            help="Convention dans laquelle l’action s’inscrit.",
        ),
        criteria_2023_column(),
    ),
    any_of=(ESTABLISHMENT_ANY,),
    stand_in={"title": "theme"},
    nodes=(
        Node(
            role="action",
            kind=ACTION,
            fields={**itself("reference", "title", "state", "comment", *_DATED, *_LENIENT), "establishment": ESTABLISHMENT_ANY},
            declares=True,
        ),
        establishment_node(),
        partner_node(),
        Node(role="convention", kind=CONVENTION, fields={"reference": "convention", "establishment": "uai"}),
        Node(role="criterion", kind=CRITERION, fields={"number": "criterion"}, constants={"version": "2023"}),
    ),
    ties=(
        Tie(kind=TAKES_PART_IN, source="establishment", target="action", field="uai", about="target"),
        Tie(kind=TAKES_PART_IN, source="partner", target="action", field="partner", about="target"),
        Tie(kind=PART_OF, source="action", target="convention", field="convention"),
        Tie(kind=SUPPORTS, source="action", target="criterion", field="criterion"),
    ),
)
