"""Partnerships that have no convention: who works with whom, known but not written."""

from loaders.common import (
    ESTABLISHMENT_ANY,
    FILIERES,
    PARTNER_ANY,
    establishment_column,
    establishment_node,
    filiere_column,
    partner_columns,
    partner_node,
    uai_column,
)
from loaders.headings import also
from netmap.domain import PARTNER_OF, WORKS_IN
from netmap.source import Source, Tie, column

_PROPERTIES = {p.name: p for p in PARTNER_OF.properties}

_UNWRITTEN = (
    "sans convention",
    "non conventionné",
    "non conv",
    "ss conv",
    "sans conv",
    "pas de convention",
    "aucune convention",
    "informel",
    "non formalisé",
    "n’est formalisé",
    "hors convention",
    "sans papier",
    "pas de papier",
    "rien d’écrit",
    "rien de signé",
    "rien signé",
)

PARTNERSHIPS = Source(
    name="partnerships",
    title="Partenariats sans convention",
    help="Un établissement et un partenaire par ligne, sans convention écrite.",
    template="partenariats_sans_convention",
    rank=50,
    columns=(
        uai_column(required=False, many=True),
        establishment_column(many=True),
        *partner_columns(),
        column("since", _PROPERTIES["since"], "Partenaire depuis le", "Depuis le", *also("since"), lenient=True),
        column("themes", _PROPERTIES["themes"], "Thèmes", "Objet du partenariat", *also("themes"), lenient=True),
        column("known_by", _PROPERTIES["known_by"], "Connu par (fonction)", *also("known_by")),
        column("last_news_on", _PROPERTIES["last_news_on"], "Dernière nouvelle", *also("last_news_on"), lenient=True),
        column("comment", _PROPERTIES["comment"], "Observations", *also("comment")),
        filiere_column("Filières dans lesquelles travaille le partenaire, séparées par |."),
    ),
    hints=_UNWRITTEN,
    any_of=(ESTABLISHMENT_ANY, PARTNER_ANY),
    begins=("since",),
    nodes=(
        establishment_node(),
        partner_node(),
        FILIERES,
    ),
    ties=(
        Tie(
            kind=PARTNER_OF,
            source="establishment",
            target="partner",
            field="partner",
            fields={"since": "since", "themes": "themes", "known_by": "known_by", "last_news_on": "last_news_on", "comment": "comment"},
        ),
        Tie(kind=WORKS_IN, source="partner", target="filiere", field="filieres"),
    ),
)
