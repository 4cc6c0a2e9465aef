"""For each filière, which kinds of partner cover it?"""

import polars as pl

from netmap.domain.vocabulary import CATEGORY
from netmap.matrices import MEASURED, cells, placed, told
from netmap.network import Network
from netmap.partnerships import KIND, REACH, REACHED, SCOPE_OF_FILIERES, UNKNOWN, on_date, reached
from netmap.question import ON, Params, Question, ResultColumn
from netmap.values import counted

_KEYS = ("filiere", "kind")
_LISTED = [code for code, _ in CATEGORY.choices] + ["etablissement"]


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the filières taught in a scope and the partnerships that reach them."""
    return reached(network, params)


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Measure each filière with each kind of partner, the empty cells too."""
    dated = on_date(facts, params["on"])
    ready = dated.with_columns(
        pl.when(pl.col("kind") != UNKNOWN).then(pl.concat_list("kind")).alias("kind"),
        pl.lit(_LISTED[:-1], dtype=pl.List(pl.String)).alias("kind_all"),
    )
    found = placed(ready, _KEYS, sure=pl.col("reaches").fill_null(value=False))
    more = [kind for kind in ("campus", "reseau", "delegation") if (dated["kind"] == kind).any()]
    kinds = pl.DataFrame({"kind": [*_LISTED, *more]}).with_row_index("_rank")
    schools = facts.group_by("filiere").agg(
        pl.col("establishment").n_unique().cast(pl.Int64).alias("of"),
        pl.col("establishment").min().alias("about"),
        pl.col("partner").is_not_null().any().alias("said"),
    )
    every = schools.join(kinds, how="cross").sort("filiere", "_rank")
    return cells(found, every, _KEYS, params["on"])


def denominator(_facts: pl.DataFrame, _params: Params, found: pl.DataFrame) -> str:
    """Count the cells by state."""
    rows, columns = found["filiere"].n_unique(), found["kind"].n_unique()
    return told(found, counted(rows, "filière", "filières"), counted(columns, "sorte", "sortes"))


FILIERE_BY_KIND = Question(
    name="filiere_by_kind",
    title="Quelles sortes de partenaire couvrent chaque filière ?",
    help="Filières enseignées dans le périmètre, et partenaires vivants des établissements qui les enseignent. "
    "Un partenariat touche une filière par sa convention, ou par un partenaire qui y travaille. "
    "Une case vide est « aucun » si tout est dit, « non renseigné » si un partenaire pourrait y être sans le dire.",
    empty="Aucune filière enseignée n’est renseignée dans ce périmètre : chargez les établissements avec leurs filières.",
    parameters=(SCOPE_OF_FILIERES, ON),
    facts=REACH,
    columns=(
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="kind", label="Sorte de partenaire", type=KIND),
        *MEASURED,
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=REACHED,
)
