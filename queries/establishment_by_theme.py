"""For each establishment, on which themes do partners act?"""

import polars as pl

from netmap.domain.vocabulary import THEME
from netmap.matrices import MEASURED, cells, placed, told
from netmap.network import Network
from netmap.partnerships import PARTNERSHIP, PARTNERSHIPS, SCOPE, on_date, partnerships
from netmap.question import ON, Params, Question, ResultColumn
from netmap.values import counted

_KEYS = ("establishment", "theme")
_THEMES = [code for code, _ in THEME.choices]


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the partnerships of a scope."""
    return partnerships(network, params)


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Measure each establishment with each theme, the empty cells too."""
    ready = on_date(facts, params["on"]).with_columns(
        pl.col("themes").alias("theme"), pl.lit(_THEMES, dtype=pl.List(pl.String)).alias("theme_all")
    )
    themes = pl.DataFrame({"theme": _THEMES}).with_row_index("_rank")
    schools = facts.group_by("establishment").agg(
        pl.col("partner").is_not_null().any().alias("said"), pl.lit(1, dtype=pl.Int64).alias("of")
    )
    every = schools.with_columns(pl.col("establishment").alias("about")).join(themes, how="cross").sort("establishment", "_rank")
    return cells(placed(ready, _KEYS), every, _KEYS, params["on"])


def denominator(_facts: pl.DataFrame, _params: Params, found: pl.DataFrame) -> str:
    """Count the cells by state."""
    rows, columns = found["establishment"].n_unique(), found["theme"].n_unique()
    return told(found, counted(rows, "établissement", "établissements"), counted(columns, "thème", "thèmes"))


ESTABLISHMENT_BY_THEME = Question(
    name="establishment_by_theme",
    title="Sur quels thèmes chaque établissement a-t-il des partenaires ?",
    help="Établissements du périmètre, et thèmes de leurs partenariats vivants. Les thèmes sont un vocabulaire de netmap. "
    "Une case vide est « aucun » si tout est dit, « non renseigné » si un partenaire pourrait y être sans le dire.",
    empty="Aucun établissement dans ce périmètre.",
    parameters=(SCOPE, ON),
    facts=PARTNERSHIP,
    columns=(
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="theme", label="Thème", type=THEME),
        *MEASURED,
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=PARTNERSHIPS,
)
