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
_BLOCK = 48
_CELLS = 6_000_000
# Under one cell in so many, the cells of a block are gone through one by one rather than all of them.
_SPARSE = 24
# The near and far vertices reached at a step, one column a source; None where there is none.
_Front = tuple[Floats | None, Floats | None]


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
    size = int(held.shape[0])
    stands: Floats = (1 + leaves[keep]).astype(np.float64)
    sampled = 0
    if sources is None and size * held.nnz > MOST_WORK:
        sources = SOURCES
    if sources is not None and sources < size:
        sampled = sources
    from_, weight = _sources(stands, sampled, seed)
    cells = held.tocoo()
    labels = groups(cells.row, cells.col, size)
    reached = _reach(labels, np.ones(size, np.float64))
    through = _through(_sided(held, int(keep[: graph.schools].sum())), from_, stands, weight, reached) / 2
    own = leaves[keep].astype(float)
    reach = _reach(labels, stands)
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


def _reach(labels: Ints, stands: Floats) -> Floats:
    """Count the vertices of the group of each vertex, each for what it stands for."""
    return np.bincount(labels, stands).astype(np.float64)[labels]


def _through(core: _Core, sources: Ints, stands: Floats, weight: Floats, reached: Floats) -> Floats:
    """Add up the dependencies of every vertex on the sources, block by block, those of one side together."""
    size = core.near + core.far
    total = np.zeros(size)
    block = int(max(1, min(_BLOCK, _CELLS // max(size, 1))))
    for side in (sources[sources < core.near], sources[sources >= core.near]):
        for start in range(0, len(side), block):
            some = side[start : start + block]
            _add_dependencies(core, _fronts(core, some, int(reached[some].sum())), stands, weight[some], total)
    return total


def _add_dependencies(core: _Core, fronts: list[_Front], stands: Floats, weight: Floats, total: Floats) -> None:
    """Add to `total` the dependency of every vertex on some sources: shares backward, from the last front to the first after them.

    `fronts` hold, step by step, the number of shortest ways to the vertices reached at that step, nothing elsewhere.
    """
    near, own = core.near, (stands[: core.near, None], stands[core.near :, None])
    shares: list[Floats | None] = [None, None]
    for step in range(len(fronts) - 1, 1, -1):
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
                brought = _brought(ties, parts, before)
                held = given[to]
                given[to] = brought if held is None else held + brought
        shares = given
        for start, share in zip((0, near), shares, strict=True):
            if share is not None:
                total[start : start + len(share)] += share @ weight


def _brought(ties: Any, parts: Floats, before: Floats) -> Floats:  # noqa: ANN401 - a matrix of scipy
    """Bring shares one step back, times the ways there; only where there is a way when few cells have one."""
    held = np.diff(ties.indptr)
    cells = _few(before)
    if cells is None or not held.all():
        brought = ties @ parts
        brought *= before
        return brought
    rows, columns = cells
    brought = np.zeros_like(before)
    if len(rows):
        counts = held[rows]
        firsts = np.cumsum(counts) - counts
        at = ties.indices[np.repeat(ties.indptr[rows] - firsts, counts) + np.arange(counts.sum())]
        brought[rows, columns] = np.add.reduceat(parts[at, np.repeat(columns, counts)], firsts) * before[rows, columns]
    return brought


def _fronts(core: _Core, sources: Ints, left: int) -> list[_Front]:
    """Go forward from the sources until nothing is left to reach: near and far fronts of each step, None where one is empty.

    `left` counts the vertices to reach, sources included, source by source.
    """
    starts_near = bool(sources[0] < core.near)
    own = sources if starts_near else sources - core.near
    first = np.zeros((core.near if starts_near else core.far, len(sources)))
    first[own, np.arange(len(sources))] = 1.0
    other = np.zeros((core.far if starts_near else core.near, len(sources)), bool)
    front: _Front = (first, None) if starts_near else (None, first)
    seen = (first > 0, other) if starts_near else (other, first > 0)
    fronts: list[_Front] = [front]
    left -= len(sources)
    while left > 0:
        near, far = front
        to_far = _onward(core.across, near) if near is not None and core.far else None
        to_near = _onward(core.back, far) if far is not None else None
        if near is not None and core.among.nnz:
            among = _onward(core.among, near)
            to_near = among if to_near is None else to_near + among
        front = (_new(to_near, seen[0]), _new(to_far, seen[1]))
        left -= sum(int(np.count_nonzero(one)) for one in front if one is not None)
        fronts.append(front)
    return fronts


def _onward(ties: Any, front: Floats) -> Floats:  # noqa: ANN401 - a matrix of scipy
    """Carry ways one step onward; a front that few vertices are in is carried as a sparse matrix."""
    cells = _few(front)
    if cells is None:
        return ties @ front
    return (ties @ matrix(*cells, front.shape, front[cells])).toarray()


def _few(front: Floats) -> tuple[Ints, Ints] | None:
    """Give the rows and columns of the cells of a front that are not zero, None unless they are few."""
    there = front.ravel() != 0
    if np.count_nonzero(there) * _SPARSE > front.size:
        return None
    rows, columns = np.divmod(np.flatnonzero(there), front.shape[1])
    return rows, columns


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
