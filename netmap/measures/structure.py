"""What holds a graph together: connected groups, cores, and the vertices and edges whose loss cuts it, all in linear time.

Cuts are found by Tarjan and Vishkin's way (an efficient parallel biconnectivity algorithm, SIAM J. Comput. 14, 1985): every step is
one pass over arrays, level by level of a breadth-first tree, so that nothing is compiled and nothing loops over vertices.
"""

from dataclasses import dataclass

import numpy as np

from netmap.measures.graph import Graph
from netmap.measures.sparse import Flags, Ints, groups


@dataclass(frozen=True, eq=False)
class Cuts:
    """Hold the vertices whose loss cuts their group (`points`, a flag a vertex) and the edges that do (`bridges`, a flag an edge)."""

    points: Flags
    bridges: Flags


def core_numbers(graph: Graph) -> Ints:
    """Give, for each vertex, the greatest k such that it has k neighbours which have k neighbours in turn (k-core)."""
    left = graph.degree.copy()
    core = np.zeros(graph.size, np.int64)
    alive = np.ones(graph.size, bool)
    waiting = np.flatnonzero(alive)
    level = 0
    while waiting.size:
        front = waiting[left[waiting] <= level]
        if not front.size:
            level = int(left[waiting].min())
            continue
        while front.size:
            alive[front] = False
            core[front] = level
            met = _around(graph, front)
            met = met[alive[met]]
            if not met.size:
                break
            if met.size * 8 > graph.size:
                left -= np.bincount(met, minlength=graph.size)
                met = np.unique(met)
            else:
                met, times = np.unique(met, return_counts=True)
                left[met] -= times
            front = met[left[met] <= level]
        waiting = waiting[alive[waiting]]
        level += 1
    return core


def cuts(graph: Graph) -> Cuts:
    """Find the articulation points and the bridges."""
    points, bridges = np.zeros(graph.size, bool), np.zeros(len(graph.one), bool)
    if not len(graph.one):
        return Cuts(points, bridges)
    tree = _breadth_first(graph)
    block = _blocks(graph, tree)
    # A vertex that touches tree edges of two blocks joins them; each tree edge is named by its lower end.
    child = np.flatnonzero(tree.parent >= 0)
    blocks = int(block.max(initial=0)) + 1
    touched = np.unique(np.concatenate([child, tree.parent[child]]) * blocks + np.concatenate([block[child], block[child]]))
    points[:] = np.bincount(touched // blocks, minlength=graph.size) > 1
    # An edge alone in its block is a bridge.
    lower = np.where(tree.rank[graph.one] > tree.rank[graph.other], graph.one, graph.other)
    sizes = np.bincount(block[lower], minlength=blocks)
    bridges[:] = sizes[block[lower]] == 1
    return Cuts(points, bridges)


@dataclass(frozen=True, eq=False)
class _Tree:
    """Hold a breadth-first forest: vertices level by level, bounds of levels, parent (-1 at a root), preorder rank, descendants."""

    order: Ints
    levels: Ints
    parent: Ints
    rank: Ints
    below: Ints


def _around(graph: Graph, some: Ints) -> Ints:
    """Give the neighbours of some vertices, one after the other."""
    counts = graph.degree[some]
    offsets = np.repeat(graph.starts[some] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
    return graph.neighbours[offsets + np.arange(counts.sum())]


def _breadth_first(graph: Graph) -> _Tree:
    """Grow one tree a group, every level at once; children of one parent stand side by side in `order`."""
    parent = np.full(graph.size, -1, np.int64)
    found = np.zeros(graph.size, bool)
    front = np.unique(graph.labels, return_index=True)[1].astype(np.int64)
    found[front] = True
    order, bounds = [front], [0, len(front)]
    while front.size:
        met, by = _around(graph, front), np.repeat(np.arange(len(front)), graph.degree[front])
        new = ~found[met]
        met, by = met[new], by[new]
        first = np.unique(met, return_index=True)[1]
        first.sort()
        following = met[first]
        parent[following] = front[by[first]]
        found[following] = True
        front = following
        order.append(front)
        bounds.append(bounds[-1] + len(front))
    whole = np.concatenate(order)
    levels = np.array(bounds)
    below = np.ones(graph.size, np.int64)
    for level in range(len(levels) - 2, 0, -1):
        some = whole[levels[level] : levels[level + 1]]
        np.add.at(below, parent[some], below[some])
    rank = np.zeros(graph.size, np.int64)
    roots = whole[: levels[1]]
    rank[roots] = np.cumsum(below[roots]) - below[roots]
    for level in range(1, len(levels) - 1):
        some = whole[levels[level] : levels[level + 1]]
        if not some.size:
            continue
        before = np.cumsum(below[some]) - below[some]
        starts = np.flatnonzero(np.concatenate([[True], parent[some][1:] != parent[some][:-1]]))
        family = np.repeat(before[starts], np.diff(np.concatenate([starts, [len(some)]])))
        rank[some] = rank[parent[some]] + 1 + before - family
    return _Tree(whole, levels, parent, rank, below)


def _blocks(graph: Graph, tree: _Tree) -> Ints:
    """Give a number to each biconnected block; the tree edge above a vertex is in the block its vertex has."""
    a, b = graph.one, graph.other
    off_tree = (tree.parent[a] != b) & (tree.parent[b] != a)
    a, b = a[off_tree], b[off_tree]
    low, high = tree.rank.copy(), tree.rank.copy()
    for end, other in ((a, b), (b, a)):
        np.minimum.at(low, end, tree.rank[other])
        np.maximum.at(high, end, tree.rank[other])
    for level in range(len(tree.levels) - 2, 0, -1):
        some = tree.order[tree.levels[level] : tree.levels[level + 1]]
        np.minimum.at(low, tree.parent[some], low[some])
        np.maximum.at(high, tree.parent[some], high[some])
    first = np.where(tree.rank[a] < tree.rank[b], a, b)
    last = np.where(tree.rank[a] < tree.rank[b], b, a)
    apart = tree.rank[last] >= tree.rank[first] + tree.below[first]
    child = np.flatnonzero(tree.parent >= 0)
    child = child[tree.parent[tree.parent[child]] >= 0]
    above = tree.parent[child]
    joined = (low[child] < tree.rank[above]) | (high[child] >= tree.rank[above] + tree.below[above])
    rows, columns = np.concatenate([first[apart], child[joined]]), np.concatenate([last[apart], above[joined]])
    return groups(rows, columns, graph.size)
