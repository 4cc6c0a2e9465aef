"""Which actors stand on the ways between the others: exact betweenness, leaves folded, many sources at a time.

Two partners out of three have one establishment only. Such leaves are folded into their neighbour, which then counts for them, and
what passes through the neighbour because of them is added in closed form: the values are those of the whole graph, at a fraction of
the cost. A graph too big for every source is measured from some, drawn in proportion to what they stand for. The order of the whole
(Brandes, a faster algorithm for betweenness centrality, 2001) is kept, as products of a sparse matrix and a block of sources.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from netmap.measures.graph import Graph
from netmap.measures.sparse import Flags, Floats, Ints, groups, matrix

SOURCES = 256
# Beyond this many products of a source and a tie, some sources stand for all: about ten seconds of one processor.
MOST_WORK = 6_000_000_000
_BLOCK = 64
_CELLS = 6_000_000


@dataclass(frozen=True, eq=False)
class Passing:
    """Hold the number of shortest ways through each vertex, pair of others by pair; `sampled` is how many sources stood for all, or 0."""

    values: Floats
    sampled: int


def betweenness(graph: Graph, *, sources: int | None = None, seed: int = 1) -> Passing:
    """Measure every vertex; exactly unless `sources` are asked for, or the graph is too big for all of them."""
    values = np.zeros(graph.size)
    if not len(graph.one):
        return Passing(values, 0)
    keep, leaves, held = _folded(graph)
    size = held.shape[0]
    stands: Floats = (1 + leaves[keep]).astype(np.float64)
    sampled = 0
    if sources is None and size * held.nnz > MOST_WORK:
        sources = SOURCES
    if sources is not None and sources < size:
        sampled = sources
    from_, weight = _sources(stands, sampled, seed)
    through = _through(_sided(held, int(keep[: graph.schools].sum())), from_, stands, weight) / 2
    own = leaves[keep].astype(float)
    reach = _reach(held, stands)
    values[keep] = through + own * (reach - 1 - own) + own * (own - 1) / 2
    return Passing(values, sampled)


def _sources(stands: Floats, sampled: int, seed: int) -> tuple[Ints, Floats]:
    """Give the sources to start from, and what each vertex weighs as a source: all of them, or some drawn by what they stand for."""
    size = len(stands)
    if not sampled:
        return np.arange(size), stands
    generator = np.random.default_rng(seed)
    drawn: Ints = generator.choice(np.arange(size), sampled, replace=True, p=stands / stands.sum())
    return drawn, np.full(size, stands.sum() / sampled)


@dataclass(frozen=True, eq=False)
class _Core:
    """Hold the vertices that stay as two sides: those tied to anyone (`near`), those tied to the first side only (`far`).

    Partners are seldom tied to one another: from a source, the ways cross from one side to the other, and each side is only gone
    through every other step. `across` goes from near to far, `back` from far to near, `among` stays near.
    """

    near: int
    far: int
    across: Any
    back: Any
    among: Any


def _folded(graph: Graph) -> tuple[Flags, Ints, Any]:
    """Give the vertices that stay, how many leaves each carries, and the matrix of those that stay."""
    leaf = graph.degree == 1
    mate = np.zeros(graph.size, np.int64)
    mate[leaf] = graph.neighbours[graph.starts[:-1][leaf]]
    leaf &= ~((graph.degree[mate] == 1) & (np.arange(graph.size) < mate))
    leaves = np.bincount(mate[leaf], minlength=graph.size)
    keep = (graph.degree > 0) & ~leaf
    number = np.cumsum(keep) - 1
    both = keep[graph.one] & keep[graph.other]
    a, b = number[graph.one[both]], number[graph.other[both]]
    size = int(keep.sum())
    rows, columns = np.concatenate([a, b]), np.concatenate([b, a])
    return keep, leaves, matrix(rows, columns, (size, size))


def _sided(held: Any, near: int) -> _Core:  # noqa: ANN401 - a matrix of scipy
    """Cut a matrix in two sides after its first `near` vertices; one side when the others are tied among themselves."""
    if held[near:, near:].nnz:
        near = held.shape[0]
    return _Core(near, held.shape[0] - near, held[near:, :near].tocsr(), held[:near, near:].tocsr(), held[:near, :near].tocsr())


def _reach(held: Any, stands: Floats) -> Floats:  # noqa: ANN401 - a matrix of scipy
    """Count the vertices of the group of each vertex, leaves included."""
    cells = held.tocoo()
    labels = groups(cells.row, cells.col, held.shape[0])
    sizes: Floats = np.bincount(labels, stands).astype(np.float64)
    return sizes[labels]


def _through(core: _Core, sources: Ints, stands: Floats, weight: Floats) -> Floats:
    """Add up the dependencies of every vertex on the sources, block by block, those of one side together."""
    size = core.near + core.far
    total = np.zeros(size)
    block = int(max(1, min(_BLOCK, _CELLS // max(size, 1))))
    for side in (sources[sources < core.near], sources[sources >= core.near]):
        for start in range(0, len(side), block):
            some = side[start : start + block]
            _add_dependencies(core, some, stands, weight[some], total)
    return total


def _add_dependencies(core: _Core, sources: Ints, stands: Floats, weight: Floats, total: Floats) -> None:
    """Add to `total` the dependency of every vertex on some sources: ways forward step by step, then shares backward.

    `fronts` holds, step by step, the number of shortest ways to the vertices reached at that step, nothing elsewhere.
    """
    near, own = core.near, (stands[: core.near, None], stands[core.near :, None])
    fronts = _fronts(core, sources)
    shares: list[Floats | None] = [None, None]
    for step in range(len(fronts) - 1, 0, -1):
        given: list[Floats | None] = [None, None]
        for side in (0, 1):
            ways = fronts[step][side]
            if ways is None:
                continue
            share = shares[side]
            parts = np.zeros_like(ways)
            np.divide(own[side] if share is None else own[side] + share, ways, out=parts, where=ways > 0)
            for to, ties in ((0, core.back), (1, None)) if side else ((0, core.among), (1, core.across)):
                before = fronts[step - 1][to]
                if before is None or ties is None or not ties.nnz:
                    continue
                brought = ties @ parts
                brought *= before
                held = given[to]
                given[to] = brought if held is None else held + brought
        shares = given
        if step > 1:
            for start, share in zip((0, near), shares, strict=True):
                if share is not None:
                    total[start : start + len(share)] += share @ weight


def _fronts(core: _Core, sources: Ints) -> list[tuple[Floats | None, Floats | None]]:
    """Go forward from the sources until nothing new is reached: near and far fronts of each step, None where one is empty."""
    count, columns = len(sources), np.arange(len(sources))
    first = np.zeros((core.near + core.far, count))
    first[sources, columns] = 1.0
    starts_near = bool(sources[0] < core.near)
    front: tuple[Floats | None, Floats | None] = (first[: core.near], None) if starts_near else (None, first[core.near :])
    seen = (first[: core.near] > 0, first[core.near :] > 0)
    fronts: list[tuple[Floats | None, Floats | None]] = [front]
    while True:
        near, far = front
        to_far = core.across @ near if near is not None and core.far else None
        to_near = core.back @ far if far is not None else None
        if near is not None and core.among.nnz:
            among = core.among @ near
            to_near = among if to_near is None else to_near + among
        front = (_new(to_near, seen[0]), _new(to_far, seen[1]))
        if front[0] is None and front[1] is None:
            return fronts
        fronts.append(front)


def _new(front: Floats | None, seen: Flags) -> Floats | None:
    """Keep of a front what was not reached before, and note that it is; None when nothing is left."""
    if front is None:
        return None
    np.copyto(front, 0.0, where=seen)
    reached = front > 0
    if not reached.any():
        return None
    np.logical_or(seen, reached, out=seen)
    return front
