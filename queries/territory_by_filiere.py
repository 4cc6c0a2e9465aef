"""In each territory, which filières taught have partners?"""

from typing import LiteralString

import polars as pl

from netmap.domain import LOCATED_IN, TERRITORY
from netmap.domain.vocabulary import TERRITORY_LEVEL
from netmap.matrices import MEASURED, cells, placed, told
from netmap.network import Network
from netmap.partnerships import REACH, SCOPE_OF_FILIERES, on_date, reached, reached_in
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.values import counted

_KEYS = ("territory", "filiere")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find the filières taught in each territory of a level, and the partnerships that reach them."""
    level = params["level"]
    placed_in = network.link(LOCATED_IN.name).join(
        network.node(TERRITORY.name).filter(pl.col("level") == level).select(pl.col("id").alias("target")), on="target"
    )
    territories = placed_in.select(pl.col("target").alias("territory"), pl.col("source").alias("establishment"))
    return territories.join(reached(network, params), on="establishment").select("territory", *REACH)


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Measure each filière taught in each territory."""
    found = placed(on_date(facts, params["on"]), _KEYS, sure=pl.col("reaches").fill_null(value=False))
    every = facts.group_by(_KEYS).agg(
        pl.col("establishment").n_unique().cast(pl.Int64).alias("of"),
        pl.col("establishment").min().alias("about"),
        pl.col("partner").is_not_null().any().alias("said"),
    )
    return cells(found, every.sort(_KEYS), _KEYS, params["on"])


CYPHER: LiteralString = reached_in(
    "MATCH (establishment)-[:LOCATED_IN]->(territory:Territory)\nWHERE territory.level = $level\n", "territory.id AS territory, "
)


def denominator(_facts: pl.DataFrame, _params: Params, found: pl.DataFrame) -> str:
    """Count the cells by state."""
    rows, columns = found["territory"].n_unique(), found["filiere"].n_unique()
    return told(found, counted(rows, "territoire", "territoires"), counted(columns, "filière", "filières"))


TERRITORY_BY_FILIERE = Question(
    name="territory_by_filiere",
    title="Dans chaque territoire, quelles filières enseignées ont des partenaires ?",
    help="Filières enseignées par les établissements de chaque territoire du niveau demandé, "
    "et partenaires vivants qui les touchent. Une filière qui n’y est pas enseignée n’a pas de case. "
    "Une case vide est « aucun » si tout est dit, « non renseigné » si un partenaire pourrait y être sans le dire.",
    empty="Aucun territoire de ce niveau n’a d’établissement dont les filières sont renseignées.",
    parameters=(
        Parameter(
            name="level",
            label="Niveau",
            help="Niveau des territoires : département si rien n’est dit.",
            type=TERRITORY_LEVEL,
            default=lambda _on: "departement",
            required=True,
        ),
        SCOPE_OF_FILIERES,
        ON,
    ),
    facts={"territory": pl.String(), **REACH},
    columns=(
        ResultColumn(name="territory", label="Territoire", kind="Territory"),
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        *MEASURED,
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
