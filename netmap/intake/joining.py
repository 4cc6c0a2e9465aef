"""Lycées that the network knows by their names alone and that an import gives with their UAI: stated to be the same, with their papers.

Whoever loads conventions first and the list of lycées afterwards finds one lycée, not two. The statement is of the lot that brings the
UAI: it goes with it when it is undone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from netmap.domain import ACTION, CONVENTION, ESTABLISHMENT
from netmap.identity import folded
from netmap.network import Network
from netmap.problems import Problem
from netmap.reading import Reading, Schools

_LOCAL = f"{ESTABLISHMENT.name}:~"
_PAPERS = (CONVENTION, ACTION)  # whose keys hold that of their lycée
_STATED = {"alias": pl.String(), "id": pl.String(), "line": pl.Int32(), "table": pl.Int16()}


@dataclass(frozen=True, slots=True)
class Joined:
    """Hold what stands for what (alias, id, line, table), and what is to be told of each table."""

    statements: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=_STATED))
    told: Mapping[int, tuple[Problem, ...]] = field(default_factory=dict[int, tuple[Problem, ...]])


def joined(before: Network, readings: Sequence[Reading]) -> Joined:
    """Find the lycées of a network that the tables of an import, numbered in order, give a UAI to; only where one can be meant."""
    known = before.node(ESTABLISHMENT.name)
    waiting = known.filter(pl.col("id").str.starts_with(_LOCAL)).select("id", "name", "commune")
    given = {place: said for place, one in enumerate(readings) if (said := _described(one)) is not None}
    if waiting.is_empty() or not given:
        return Joined()
    schools = Schools([known, *given.values()])
    rows: list[tuple[str, str, int, int]] = []
    told: dict[int, list[Problem]] = {}
    for alias, name, commune in waiting.iter_rows():
        found = schools.find(f"{name} {commune}" if commune else name or "")
        place = next((place for place, said in given.items() if found is not None and found.uai in said["uai"]), None)
        if found is None or place is None:
            continue
        line = int(given[place].filter(pl.col("uai") == found.uai)["line"][0])
        rows.append((alias, f"{ESTABLISHMENT.name}:{found.uai}", line, place))
        told.setdefault(place, []).append(Problem("lycee-rejoint", line, ESTABLISHMENT.label, found.shown, str(name), found.uai))
    stated = pl.DataFrame(rows, schema=_STATED, orient="row")
    return Joined(pl.concat([stated, *_papers(before, stated)]), {place: tuple(some) for place, some in told.items()})


def _described(reading: Reading) -> pl.DataFrame | None:
    """Give the establishments that a table describes, by UAI and name."""
    said = reading.statements.nodes.get(ESTABLISHMENT.name)
    if said is None or not {"uai", "name"} <= set(said.columns):
        return None
    return said.filter("declared").drop_nulls(["uai", "name"])


def _papers(before: Network, stated: pl.DataFrame) -> list[pl.DataFrame]:
    """Give the ids that the papers of these lycées will have: the ones that the same lines would give them from now on."""
    if stated.is_empty():
        return []
    uais = stated.select(
        pl.col("alias").str.strip_prefix(_LOCAL).alias("named"),
        pl.col("id").str.strip_prefix(f"{ESTABLISHMENT.name}:").alias("uai"),
        "line",
        "table",
    )
    found: list[pl.DataFrame] = []
    for kind in _PAPERS:
        ids = before.node(kind.name).select(alias=pl.col("id"), key=pl.col("id").str.strip_prefix(f"{kind.name}:"))
        local = ids.select("alias", pl.col("key").str.extract_groups("^~(?<named>[^@]*)(?<rest>@.*)$")).unnest("key")
        moved = local.join(uais, on="named", how="inner", maintain_order="left")
        found.append(_renamed(moved, pl.concat_str(pl.lit(f"{kind.name}:~"), pl.col("uai").str.to_lowercase(), "rest")))
        numbered = ids.select("alias", pl.col("key").str.extract_groups("^(?<first>[^~/][^/]*/)(?<school>.*)$")).unnest("key").drop_nulls()
        numbered = numbered.with_columns(folded(numbered["school"]).alias("named")).join(
            uais, on="named", how="inner", maintain_order="left"
        )
        found.append(_renamed(numbered, pl.concat_str(pl.lit(f"{kind.name}:"), "first", "uai")))
    return found


def _renamed(moved: pl.DataFrame, identifier: pl.Expr) -> pl.DataFrame:
    return moved.select("alias", identifier.alias("id"), "line", "table")
