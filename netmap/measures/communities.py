"""Which actors work together more than with the others: Leiden's communities, with a fixed seed, and how sure they are.

Traag, Waltman and van Eck, From Louvain to Leiden: guaranteeing well-connected communities (Sci. Rep. 9, 2019); graspologic-native
does it in compiled code. A community found again from other seeds is stable; one that breaks up is only one reading among others.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from netmap.measures.graph import Graph
from netmap.measures.sparse import Floats, Ints

SEED, OTHER_SEEDS = 1, (2, 3, 5, 7, 11)
# Two rounds stay below what igraph finds in two (0.2477 for 0.2499); a third costs a fifth more and joins it.
ROUNDS = 3


@dataclass(frozen=True, eq=False)
class Communities:
    """Hold the community of each vertex (-1 for a vertex without tie), the largest first, and the modularity of the whole."""

    of: Ints
    modularity: float

    @property
    def count(self) -> int:
        """Count the communities."""
        return int(self.of.max(initial=-1)) + 1


def communities(graph: Graph, seed: int = SEED) -> Communities:
    """Find communities by weighted modularity."""
    import graspologic_native  # noqa: PLC0415 - only communities need it

    of = np.full(graph.size, -1, np.int64)
    if not len(graph.one):
        return Communities(of, 0.0)
    names = np.array([str(number) for number in range(graph.size)], object)
    edges = list(zip(names[graph.one], names[graph.other], graph.weight.tolist(), strict=True))
    loose: Any = graspologic_native  # which ships no types
    quality, parts = loose.leiden(edges, iterations=ROUNDS, seed=seed)
    found: dict[str, int] = parts
    of[np.fromiter(map(int, found), np.int64, len(found))] = np.fromiter(found.values(), np.int64, len(found))
    return Communities(_by_size(of), float(quality))


def stability(graph: Graph, found: Communities) -> Floats:
    """Tell for each community how much of it is found again from other seeds: mean of its best overlaps (Jaccard), 0 to 1."""
    if not found.count:
        return np.zeros(0)
    return np.mean([_found_again(found.of, communities(graph, seed).of, found.count) for seed in OTHER_SEEDS], axis=0)


def _found_again(of: Ints, again: Ints, count: int) -> Floats:
    tied = of >= 0
    width = int(again.max(initial=0)) + 1
    keys, both = np.unique(of[tied] * width + again[tied], return_counts=True)
    mine, theirs = keys // width, keys % width
    overlap = both / (np.bincount(of[tied])[mine] + np.bincount(again[tied])[theirs] - both)
    best = np.zeros(count)
    np.maximum.at(best, mine, overlap)
    return best


def _by_size(of: Ints) -> Ints:
    """Give numbers to communities by size, the largest first; equals by their first vertex."""
    tied = np.flatnonzero(of >= 0)
    labels, first, counts = np.unique(of[tied], return_index=True, return_counts=True)
    order = np.lexsort((first, -counts))
    renamed = np.zeros(int(labels.max()) + 1, np.int64)
    renamed[labels[order]] = np.arange(len(labels))
    numbered = of.copy()
    numbered[tied] = renamed[of[tied]]
    return numbered
