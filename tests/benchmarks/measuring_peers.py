"""The best short script for each measure: igraph, scipy, and NetworkX where the issue says so, from the same arrays."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np
from measured import graph, orders, steps
from scipy import sparse
from scipy.sparse import csgraph


def _igraph(folder: Path) -> Any:
    held = graph(folder)
    made = igraph.Graph(n=held.size, edges=np.column_stack([held.one, held.other]))
    made.es["weight"] = held.weight
    return made


def betweenness(folder: Path) -> Callable[[], object]:
    """Ask igraph for every source."""
    made = _igraph(folder)
    whole = folder.name == "region"

    def run() -> object:
        values = made.betweenness()
        return values if whole else sum(values)

    return run


def sampled(folder: Path) -> Callable[[], object]:
    """Ask igraph for 256 sources."""
    made = _igraph(folder)
    some = np.random.default_rng(1).choice(made.vcount(), 256, replace=False).tolist()

    def run() -> int:
        made.betweenness(sources=some)
        return len(some)

    return run


def communities(folder: Path) -> Callable[[], object]:
    """Ask igraph for Leiden's communities; answer with their modularity."""
    made = _igraph(folder)

    def run() -> float:
        random.seed(1)
        return made.community_leiden(objective_function="modularity", weights="weight", n_iterations=2).modularity

    return run


def robustness(folder: Path) -> Callable[[], object]:
    """Count components with scipy again at each step."""
    held = graph(folder)
    some, at = orders(held), steps(held)
    loose: Any = csgraph

    def run() -> list[list[float]]:
        told: list[list[float]] = []
        for order in some:
            when = np.full(held.size, len(order))
            when[order] = np.arange(len(order))
            found: list[float] = []
            for step in at:
                kept = when[held.other] >= step
                ones = np.ones(int(kept.sum()), np.int8)
                made = sparse.csr_array((ones, (held.one[kept], held.other[kept])), shape=(held.size, held.size))
                found.append(float(np.bincount(loose.connected_components(made, directed=False)[1]).max()))
            told.append(found)
        return told

    return run


def robustness_networkx(folder: Path) -> Callable[[], object]:
    """Take nodes out of a NetworkX graph and count components again at each step."""
    held = graph(folder)
    some, at = orders(held), steps(held)
    whole = nx.Graph()
    whole.add_nodes_from(range(held.size))
    whole.add_edges_from(zip(held.one.tolist(), held.other.tolist(), strict=True))

    def run() -> list[list[float]]:
        told: list[list[float]] = []
        for order in some:
            left, gone = whole.copy(), 0
            found: list[float] = []
            for step in at:
                left.remove_nodes_from(order[gone:step].tolist())
                gone = step
                found.append(float(max(map(len, nx.connected_components(left)))))
            told.append(found)
        return told

    return run


def shared(folder: Path) -> Callable[[], object]:
    """Multiply the incidence matrix by its transpose."""
    held = graph(folder)

    def run() -> list[int]:
        ones = np.ones(len(held.one), np.float32)
        made = sparse.csr_array((ones, (held.one, held.other - held.schools)), shape=(held.schools, held.size - held.schools))
        found = sparse.triu(made @ made.T, k=1)
        return [found.nnz, round(float(found.data.sum(dtype=np.float64)))]

    return run
