"""Who counts most, in the words of the field: bridging actors, shared partners, partners that alone hold a part, crossroads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import LiteralString

import numpy as np
import polars as pl

from netmap.domain import ESTABLISHMENT
from netmap.measures.graph import Actors
from netmap.measures.indicator import number, several
from netmap.measures.sharing import projection
from netmap.measures.strength import check_scope
from netmap.measures.study import WHOLE, Study

MOST = 10


@dataclass(frozen=True, slots=True)
class Leader:
    """Hold a line of a leaderboard: the actor, what it is measured by, why it matters."""

    rank: int
    actor: str
    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Board:
    """Hold a leaderboard: its name, its title, what it shows, its lines."""

    name: LiteralString
    title: str
    help: str
    leaders: tuple[Leader, ...]


def boards(study: Study, scope: str | None = None, most: int = MOST) -> tuple[Board, ...]:
    """Give the leaderboards of a part of the network."""
    parts = study.parts(check_scope(scope))
    members = parts.members.filter(pl.col("scope") == (scope or WHOLE))["establishment"]
    partners = parts.pairs.filter(pl.col("scope") == (scope or WHOLE))["partner"].unique()
    inside = pl.concat([members, partners]).unique()
    return (
        _board(study, "bridging", "Acteurs passerelles", _BRIDGING, _bridging(study), inside, most),
        _board(study, "shared", "Partenaires les plus partagés", _SHARED, _tied(study), partners.filter(~_is_school(partners)), most),
        _board(study, "cutting", "Seuls à relier une partie du réseau", _CUTTING, _cutting(study), inside, most),
        _board(study, "crossroads", "Établissements au carrefour", _CROSSROADS, _crossroads(study), members, most),
    )


_BRIDGING = "Ceux par qui passent les plus courts chemins entre les autres : s’ils partent, on ne se joint plus, ou plus difficilement."
_SHARED = "Partenaires liés au plus grand nombre d’établissements."
_CUTTING = "Acteurs dont le départ couperait le réseau en morceaux."
_CROSSROADS = "Établissements qui partagent des partenaires avec le plus grand nombre d’autres."

_Told = tuple[np.ndarray, Callable[[int], str]]


def _is_school(ids: pl.Series) -> pl.Series:
    return ids.str.starts_with(f"{ESTABLISHMENT.name}:")


def _board(study: Study, name: LiteralString, title: str, help_: str, told: _Told, inside: pl.Series, most: int) -> Board:
    values, why = told
    frame = pl.DataFrame({"id": study.actors.ids, "value": values}).with_row_index("number")
    best = (
        frame.filter(pl.col("id").is_in(inside.implode()) & (pl.col("value") > 0))
        .sort(["value", "id"], descending=[True, False])
        .head(most)
    )
    ranks = best["value"].rank("min", descending=True).to_list()
    rows = zip(ranks, best.iter_rows(named=True), strict=True)
    return Board(name, title, help_, tuple(Leader(int(rank), row["id"], float(row["value"]), why(row["number"])) for rank, row in rows))


def _bridging(study: Study) -> _Told:
    others = study.actors.graph.size - 1
    pairs = max(others * (others - 1) / 2, 1)
    values = study.passing.values / pairs
    return values, lambda at: f"{number(100 * values[at], 1)}\u00a0% des plus courts chemins entre deux autres acteurs"


def _tied(study: Study) -> _Told:
    graph = study.actors.graph
    outward = (graph.one < graph.schools) & (graph.other >= graph.schools)
    values = np.bincount(graph.other[outward], minlength=graph.size).astype(float)
    return values, lambda at: several(values[at], "établissement", "établissements")


def _cutting(study: Study) -> _Told:
    values = np.where(study.cuts.points, _leaning(study.actors), 0).astype(float)
    return values, lambda at: f"{several(values[at], 'acteur tient', 'acteurs tiennent')} au réseau par lui seul"


def _leaning(actors: Actors) -> np.ndarray:
    """Count, for each actor, the neighbours that have no other tie."""
    graph = actors.graph
    leaf = graph.degree == 1
    counts = np.bincount(graph.one[leaf[graph.other]], minlength=graph.size)
    return counts + np.bincount(graph.other[leaf[graph.one]], minlength=graph.size)


def _crossroads(study: Study) -> _Told:
    one, other, _shared = projection(study.actors.graph)
    size = study.actors.graph.size
    values = (np.bincount(one, minlength=size) + np.bincount(other, minlength=size)).astype(float)
    return values, lambda at: f"partage des partenaires avec {several(values[at], 'autre établissement', 'autres établissements')}"
