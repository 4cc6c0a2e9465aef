"""The graph that measures run on: actors numbered from zero, each tie once, as arrays of integers.

Establishments come first, then their partners; a tie between two establishments is one edge. Loops are left out.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from netmap.domain import ESTABLISHMENT
from netmap.measures.sparse import Floats, Ints, groups


@dataclass(frozen=True, eq=False)
class Graph:
    """Hold an undirected graph: `size` vertices, the first `schools` being establishments; edges `one`-`other`, `weight` each."""

    size: int
    schools: int
    one: Ints
    other: Ints
    weight: Floats

    def __post_init__(self) -> None:
        if np.any(self.one == self.other):
            raise ValueError("an edge joins a vertex to itself")

    @cached_property
    def degree(self) -> Ints:
        """Count the neighbours of each vertex."""
        return np.bincount(self.one, minlength=self.size) + np.bincount(self.other, minlength=self.size)

    @cached_property
    def starts(self) -> Ints:
        """Tell where the neighbours of each vertex begin in `neighbours`: size + 1 offsets."""
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(self.degree)])

    @cached_property
    def neighbours(self) -> Ints:
        """Give the neighbours of every vertex, vertex after vertex."""
        ends = np.concatenate([self.one, self.other])
        order = np.argsort(ends, kind="stable")
        return np.concatenate([self.other, self.one])[order]

    @cached_property
    def labels(self) -> Ints:
        """Number the connected groups of the graph; vertices of one group have one number."""
        return groups(self.one, self.other, self.size)


@dataclass(frozen=True)
class Actors:
    """Hold a graph and the ids of its vertices."""

    graph: Graph
    ids: pl.Series

    @cached_property
    def rank(self) -> dict[str, int]:
        """Give the number of each id."""
        return {identifier: number for number, identifier in enumerate(self.ids)}

    def numbers(self, ids: pl.Series) -> Ints:
        """Give the numbers of ids; those that are no vertex are left out."""
        held = pl.DataFrame({"id": self.ids}).with_row_index("number").with_columns(pl.col("number").cast(pl.Int64))
        asked = pl.DataFrame({"id": ids}, schema={"id": pl.String})
        return asked.join(held, on="id", maintain_order="left")["number"].to_numpy()


def actors_of(establishments: pl.Series, pairs: pl.DataFrame) -> Actors:
    """Make the graph of ties (establishment, partner, conventions) over establishments, tied or not.

    An edge weighs its conventions in force, at least one: a partnership without convention weighs one.
    """
    schools = pl.concat([establishments, pairs["establishment"]]).unique().sort()
    partners = pairs["partner"].unique().sort()
    others = partners.filter(~partners.is_in(schools.implode()))
    schools = pl.concat([schools, others.filter(others.str.starts_with(f"{ESTABLISHMENT.name}:"))])
    ids = pl.concat([schools, others.filter(~others.str.starts_with(f"{ESTABLISHMENT.name}:"))]).alias("id")
    # an Enum numbers the ids it knows in one pass
    left, right = (pairs[end].cast(pl.Enum(ids)).to_physical().to_numpy().astype(np.int64) for end in ("establishment", "partner"))
    one, other = np.minimum(left, right), np.maximum(left, right)
    weight = np.maximum(pairs["conventions"].to_numpy(), 1).astype(np.float64)
    first = np.unique(one * len(ids) + other, return_index=True)[1]
    first = first[one[first] != other[first]]
    return Actors(Graph(len(ids), len(schools), one[first], other[first], weight[first]), ids)
