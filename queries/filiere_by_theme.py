"""For each filière, on which themes do partners act?"""

import polars as pl

from netmap.domain.vocabulary import THEME
from netmap.matrices import MEASURED, cells, placed, told
from netmap.network import Network
from netmap.partnerships import REACH, REACHED, SCOPE_OF_FILIERES, on_date, reached
from netmap.question import ON, Params, Question, ResultColumn
from netmap.values import counted

_KEYS = ("filiere", "theme")
_THEMES = [code for code, _ in THEME.choices]


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the filières taught in a scope and the partnerships that reach them."""
    return reached(network, params)


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Measure each filière with each theme, the empty cells too."""
    ready = on_date(facts, params["on"]).with_columns(
        pl.col("themes").alias("theme"), pl.lit(_THEMES, dtype=pl.List(pl.String)).alias("theme_all")
    )
    found = placed(ready, _KEYS, sure=pl.col("reaches").fill_null(value=False))
    themes = pl.DataFrame({"theme": _THEMES}).with_row_index("_rank")
    schools = facts.group_by("filiere").agg(
        pl.col("establishment").n_unique().cast(pl.Int64).alias("of"),
        pl.col("establishment").min().alias("about"),
        pl.col("partner").is_not_null().any().alias("said"),
    )
    every = schools.join(themes, how="cross").sort("filiere", "_rank")
    return cells(found, every, _KEYS, params["on"])


def denominator(_facts: pl.DataFrame, _params: Params, found: pl.DataFrame) -> str:
    """Count the cells by state."""
    rows, columns = found["filiere"].n_unique(), found["theme"].n_unique()
    return told(found, counted(rows, "filière", "filières"), counted(columns, "thème", "thèmes"))


FILIERE_BY_THEME = Question(
    name="filiere_by_theme",
    title="Sur quels thèmes les partenaires agissent-ils dans chaque filière ?",
    help="Filières enseignées dans le périmètre, et thèmes des partenariats vivants qui les touchent. Thèmes : vocabulaire de netmap. "
    "Une case vide est « aucun » si tout est dit, « non renseigné » si un partenaire pourrait y être sans le dire.",
    empty="Aucune filière enseignée n’est renseignée dans ce périmètre : chargez les établissements avec leurs filières.",
    parameters=(SCOPE_OF_FILIERES, ON),
    facts=REACH,
    columns=(
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="theme", label="Thème", type=THEME),
        *MEASURED,
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=REACHED,
)
