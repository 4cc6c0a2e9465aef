"""If partners left, one after the other: the greatest first, at random, or group by group; what is left of the part at each step."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from netmap.domain import ORGANISATION, PART_OF
from netmap.measures.holding import own_graph
from netmap.measures.robustness import curve, largest_first, random_orders, steps_of
from netmap.measures.sparse import Ints
from netmap.measures.strength import check_scope
from netmap.measures.study import APART, WHOLE, Study

DRAWS = 20


@dataclass(frozen=True, slots=True)
class Departures:
    """Hold a curve: its name, how partners leave, and points (share of partners gone, of establishments joined, still with a partner).

    Shares are those of the `establishments` that have a partner before anybody leaves: those that have none yet lose nothing.
    """

    name: str
    label: str
    establishments: int
    gone: tuple[float, ...]
    joined: tuple[float, ...]
    served: tuple[float, ...]

    def as_dict(self) -> dict[str, Any]:
        """Give the fields that docs/commands.md documents."""
        points = [{"gone": g, "joined": j, "served": s} for g, j, s in zip(self.gone, self.joined, self.served, strict=True)]
        return {"name": self.name, "label": self.label, "establishments": self.establishments, "points": points}


def departures(study: Study, scope: str | None = None) -> tuple[Departures, ...]:
    """Draw the curves of a part of the network; none where it has no live partner."""
    parts = study.parts(check_scope(scope))
    graph, ids = own_graph(parts, scope or WHOLE)
    partners = np.arange(graph.schools, graph.size)
    if not len(partners) or not graph.schools:
        return ()
    steps = np.append(steps_of(len(partners)), len(partners))
    gone, tied = steps / len(partners), int((graph.degree[: graph.schools] > 0).sum())
    orders = {
        "largest": ("Les plus liés d’abord", [largest_first(graph, partners)]),
        "groups": ("Par groupe, les plus liés d’abord", [_by_group(study, ids[graph.schools :], graph.degree[partners], partners)]),
        "random": (f"Au hasard (moyenne de {DRAWS} tirages)", random_orders(partners, DRAWS)),
    }
    told: list[Departures] = []
    for name, (label, some) in orders.items():
        found = [curve(graph, order, steps) for order in some]
        joined, served = (np.mean(values, axis=0) / tied for values in ([c.joined for c in found], [c.served for c in found]))
        told.append(Departures(name, label, tied, tuple(gone.tolist()), tuple(joined.tolist()), tuple(served.tolist())))
    return tuple(told)


def _by_group(study: Study, ids: pl.Series, degree: Ints, partners: Ints) -> Ints:
    """Put partners in order of their group, the most tied first; one that is part of nothing is its own group."""
    above = _tops(study)
    names = [above.get(identifier.partition(APART)[0], identifier.partition(APART)[0]) for identifier in ids]
    frame = pl.DataFrame({"group": names, "degree": degree, "number": partners})
    ranked = frame.with_columns(pl.col("degree").sum().over("group").alias("weight"))
    return ranked.sort(["weight", "group", "degree", "number"], descending=[True, False, True, False])["number"].to_numpy()


def _tops(study: Study) -> dict[str, str]:
    """Give the head of the group of each organisation that is part of another; the first of a circle stands for all of it."""
    ours = [pl.col(end).str.starts_with(f"{ORGANISATION.name}:") for end in ("source", "target")]
    links = study.network.link(PART_OF.name).filter(*ours).sort("source", "target")
    above = dict(links.unique("source", keep="first", maintain_order=True).select("source", "target").iter_rows())
    tops: dict[str, str] = {}
    for one in above:
        way = [one]
        while way[-1] in above and above[way[-1]] not in way:
            way.append(above[way[-1]])
        tops[one] = min(way[way.index(above[way[-1]]) :]) if way[-1] in above else way[-1]
    return tops
