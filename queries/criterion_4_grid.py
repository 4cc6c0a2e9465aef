"""What do partners cover of criterion 4: three circles of partners, three domains?"""

import polars as pl

from netmap.matrices import IN_GRID, MEASURED, cells, in_criterion_4, told
from netmap.network import Network
from netmap.partnerships import PARTNERSHIP, PARTNERSHIPS, SCOPE, on_date, partnerships
from netmap.question import ON, Params, Question, ResultColumn
from netmap.reference.criterion_4 import CIRCLE, DOMAIN

_CIRCLES = [code for code, _ in CIRCLE.choices]
_DOMAINS = [code for code, _ in DOMAIN.choices]


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the partnerships of a scope."""
    return partnerships(network, params)


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Measure the nine cells; none without an establishment."""
    every = _every(facts) if facts.height else _every(facts).clear()
    return cells(in_criterion_4(on_date(facts, params["on"])), every, IN_GRID, params["on"])


def _every(facts: pl.DataFrame) -> pl.DataFrame:
    pairs = [(circle, domain) for circle in _CIRCLES for domain in _DOMAINS]
    every = pl.DataFrame(pairs, schema=dict.fromkeys(IN_GRID, pl.String), orient="row")
    return every.with_columns(
        pl.lit(facts["establishment"].n_unique(), dtype=pl.Int64).alias("of"),
        pl.lit(bool(facts["partner"].is_not_null().any())).alias("said"),
        pl.lit(facts["establishment"].min(), dtype=pl.String).alias("about"),
    )


def denominator(_facts: pl.DataFrame, _params: Params, found: pl.DataFrame) -> str:
    """Count the cells by state."""
    return told(found, "trois cercles de partenaires", "trois domaines")


CRITERION_4_GRID = Question(
    name="criterion_4_grid",
    title="Que couvrent les partenaires du critère 2023/4 ?",
    help="Critère 2023/4 : tissu économique local, organismes de proximité, établissements partenaires, dans la formation "
    "professionnelle, l’orientation et l’insertion. Les correspondances des sortes de partenaire et des thèmes avec la grille sont une "
    "proposition de netmap. Une case vide est « aucun » si tout est dit, « non renseigné » si un partenaire pourrait y être sans le dire.",
    empty="Aucun établissement dans ce périmètre : il n’y a pas de grille à montrer.",
    parameters=(SCOPE, ON),
    facts=PARTNERSHIP,
    columns=(
        ResultColumn(name="circle", label="Cercle", type=CIRCLE),
        ResultColumn(name="domain", label="Domaine", type=DOMAIN),
        *MEASURED,
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=PARTNERSHIPS,
)
