"""What netmap's measures do in each contest, from arrays."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from measured import graph, orders, steps

from netmap.measures.betweenness import betweenness as ways
from netmap.measures.communities import communities as found_communities
from netmap.measures.graph import Graph
from netmap.measures.robustness import curve
from netmap.measures.sharing import concentration, projection
from netmap.measures.structure import core_numbers, cuts


def betweenness(folder: Path) -> Callable[[], object]:
    """Count the shortest ways through each actor, exactly; answer with all values at `region`, their sum elsewhere."""
    held = graph(folder)
    whole = folder.name == "region"

    def run() -> object:
        values = ways(replace(held), sources=held.size).values
        return values.tolist() if whole else float(values.sum())

    return run


def sampled(folder: Path) -> Callable[[], object]:
    """Estimate them from 256 sources."""
    held = graph(folder)
    return lambda: ways(replace(held), sources=256).sampled


def communities(folder: Path) -> Callable[[], object]:
    """Find communities; answer with their modularity."""
    held = graph(folder)
    return lambda: found_communities(replace(held)).modularity


def robustness(folder: Path) -> Callable[[], object]:
    """Count the greatest group of actors at each step of each order."""
    held = graph(folder)
    some, at, weight = orders(held), steps(held), np.ones(held.size)
    return lambda: [curve(held, order, at, weight).joined.tolist() for order in some]


def shared(folder: Path) -> Callable[[], object]:
    """Count the pairs of establishments that share a company, and how many they share in all."""
    held = graph(folder)

    def run() -> list[int]:
        _, _, times = projection(replace(held))
        return [len(times), int(times.sum())]

    return run


def linear(folder: Path) -> Callable[[], object]:
    """Measure all that takes one pass: neighbours, groups, cores, cuts, concentration."""
    held = graph(folder)

    def run() -> list[int]:
        fresh: Graph = replace(held)
        found, (first, _) = cuts(fresh), concentration(fresh)
        return [
            len(held.one),
            int(core_numbers(fresh).max()),
            int(found.points.sum()),
            int(found.bridges.sum()),
            int(np.isnan(first).sum()),
        ]

    return run
