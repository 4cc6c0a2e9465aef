"""What establishments share, and on whom they lean: the projection on establishments, and concentration."""

from typing import Any

import numpy as np

from netmap.measures.graph import Graph
from netmap.measures.sparse import Floats, Ints, matrix


def projection(graph: Graph) -> tuple[Ints, Ints, Ints]:
    """Give the pairs of establishments that share a partner (one, other) and how many they share.

    Partners are the vertices that are no establishment; a tie between two establishments shares nothing.
    """
    held = _incidence(graph)
    shared = (held @ held.T).tocoo()
    above = shared.row < shared.col
    return shared.row[above].astype(np.int64), shared.col[above].astype(np.int64), np.rint(shared.data[above]).astype(np.int64)


def _incidence(graph: Graph) -> Any:  # noqa: ANN401 - a matrix of scipy
    outward = (graph.one < graph.schools) & (graph.other >= graph.schools)
    rows, columns = graph.one[outward], graph.other[outward] - graph.schools
    return matrix(rows, columns, (graph.schools, graph.size - graph.schools))


def concentration(graph: Graph) -> tuple[Floats, Floats]:
    """Give, for each establishment, the share of its first partner and its Herfindahl-Hirschman index, by weights.

    Both are NaN where there is no tie: there is nothing to share out.
    """
    weights = [(graph.one, graph.weight), (graph.other, graph.weight)]
    ends = np.concatenate([end for end, _ in weights])
    values = np.concatenate([value for _, value in weights])
    inside = ends < graph.schools
    ends, values = ends[inside], values[inside]
    total = np.bincount(ends, values, graph.schools)
    squares = np.bincount(ends, values**2, graph.schools)
    first = np.zeros(graph.schools)
    np.maximum.at(first, ends, values)
    nothing = np.full(graph.schools, np.nan)
    tied = total > 0
    return np.divide(first, total, out=nothing.copy(), where=tied), np.divide(squares, total**2, out=nothing.copy(), where=tied)
