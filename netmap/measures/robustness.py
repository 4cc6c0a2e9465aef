"""What is left when partners leave, one after the other: read backwards, by putting them back, so that each tie is seen once."""

from dataclasses import dataclass

import numpy as np

from netmap.measures.graph import Graph
from netmap.measures.sparse import Floats, Ints, forest, listed


@dataclass(frozen=True, eq=False)
class Curve:
    """Hold what is left before each step: how many have left (`gone`), the greatest group (`joined`), who still has a tie (`served`).

    `joined` and `served` are sums of the weights of vertices: establishments weigh one and partners nothing, unless said.
    """

    gone: Ints
    joined: Floats
    served: Floats


def curve(graph: Graph, order: Ints, steps: Ints, weight: Floats | None = None) -> Curve:
    """Take vertices out in an order; tell what is left once `steps[j]` of them have left, for every j."""
    weighed = (np.arange(graph.size) < graph.schools).astype(float) if weight is None else weight
    when = np.full(graph.size, len(order))
    when[order] = np.arange(len(order))
    lives = np.minimum(when[graph.one], when[graph.other])
    step_at = np.searchsorted(np.concatenate([steps, [len(order)]]), np.arange(len(order) + 1), side="right") - 1
    joined = _joined(graph, step_at[lives], step_at[when], weighed, len(steps))
    return Curve(steps, joined, _served(graph, when, lives, steps, weighed))


def _joined(graph: Graph, last: Ints, alive: Ints, weighed: Floats, steps: int) -> Floats:
    """Give the weight of the greatest group at each step, putting back the ties of a greatest spanning forest, the last to go first.

    The forest joins at every step what the graph joins. A vertex that weighs nothing and has one tie joins nobody: it is left out.
    """
    best = np.zeros(steps + 1)
    np.maximum.at(best, alive, weighed)
    useful = (weighed > 0) | (graph.degree > 1)
    kept = useful[graph.one] & useful[graph.other]
    one, other, until = _forest(graph.one[kept], graph.other[kept], last[kept], graph.size)
    above, sums = list(range(graph.size)), weighed.tolist()
    reached: list[float] = []
    for first, second in zip(listed(one), listed(other), strict=True):
        a, b = first, second
        while above[a] != a:
            above[a] = a = above[above[a]]
        while above[b] != b:
            above[b] = b = above[above[b]]
        above[b] = a
        sums[a] += sums[b]
        reached.append(sums[a])
    np.maximum.at(best, until, np.array(reached, float))
    return np.maximum.accumulate(best[::-1])[::-1][:steps].copy()


def _forest(one: Ints, other: Ints, last: Ints, size: int) -> tuple[Ints, Ints, Ints]:
    """Give the ties of a spanning forest of those that stay longest, the longest first: ends, and the last step of each."""
    if not len(one):
        return one, other, last
    most = int(last.max()) + 1
    rows, columns, lengths = forest(one, other, (most - last).astype(float), size)
    order = np.argsort(lengths, kind="stable")
    return rows[order], columns[order], most - lengths[order].astype(np.int64)


def _served(graph: Graph, when: Ints, lives: Ints, steps: Ints, weighed: Floats) -> Floats:
    """Add up, at each step, the weights of the vertices that are there and still have a tie."""
    until = np.full(graph.size, -1)
    for end in (graph.one, graph.other):
        np.maximum.at(until, end, lives)
    until = np.where(until < 0, -1, np.minimum(until, when))
    tied = until >= 0
    ended = np.bincount(until[tied], weighed[tied], len(when) + 1)
    sums = np.concatenate([[0.0], np.cumsum(ended)])
    return sums[-1] - sums[steps]


def steps_of(count: int, most: int = 100) -> Ints:
    """Cut the departure of `count` vertices into at most `most` steps, from nobody gone; the last one sees somebody left."""
    if not count:
        return np.zeros(1, np.int64)
    return np.unique(np.linspace(0, count, min(count, most) + 1).astype(np.int64)[:-1])


def largest_first(graph: Graph, some: Ints) -> Ints:
    """Put vertices in order of their number of neighbours, the greatest first; equals by number."""
    return some[np.argsort(-graph.degree[some], kind="stable")]


def random_orders(some: Ints, count: int, seed: int = 1) -> list[Ints]:
    """Draw orders of departure; a seed gives the same ones."""
    generator = np.random.default_rng(seed)
    return [generator.permutation(some) for _ in range(count)]
