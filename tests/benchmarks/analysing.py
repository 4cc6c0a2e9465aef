"""The whole analysis by netmap, from four csv files to tables of evidence: read, checked, measured, said, written.

`on` both sides every convention counts, whatever its dates, but for gaps: those are told on a date. Answers are what both sides must find
alike; `stages` are CPU seconds.
"""

import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from analysed import ANALYSED_SOURCES, FILES, ON, frameworks_file
from overlapping import ON as BEFORE_EVERYTHING

from netmap.answer import ask
from netmap.coherence.ground import Dated, Ground
from netmap.coherence.pairs import named, overlaps
from netmap.domain import ESTABLISHMENT
from netmap.export import answer_csv, table_csv
from netmap.intake import Given, prepare
from netmap.measures.betweenness import betweenness
from netmap.measures.communities import communities
from netmap.measures.graph import actors_of
from netmap.measures.robustness import curve, largest_first, random_orders, steps_of
from netmap.measures.sharing import concentration, projection
from netmap.measures.structure import core_numbers, cuts
from netmap.measures.ties import Ties, paired
from netmap.network import Network
from netmap.stores import open_store
from queries.single_ties import SINGLE_TIES
from queries.suggested_partners import SUGGESTED_PARTNERS

AT = "2026-11-23T08:00:00+00:00"
DRAWS, STEPS, MOST = 5, 100, 10


class Clock:
    """Count the CPU seconds of each stage."""

    def __init__(self) -> None:
        self.at, self.stages = time.process_time(), dict[str, float]()

    def __call__(self, stage: str) -> None:
        """End a stage."""
        now = time.process_time()
        self.stages[stage] = self.stages.get(stage, 0.0) + now - self.at
        self.at = now


def analysis(folder: Path) -> Callable[[], object]:
    """Analyse a folder; answer with what is found and what each stage took."""
    frameworks_file(folder)
    held = tempfile.TemporaryDirectory()
    store = open_store(Path(held.name) / "vide.netmap", create=True)
    written = Path(held.name)
    given = [Given.at(folder / f"{name}.csv") for name in FILES]

    def run() -> dict[str, Any]:
        clock = Clock()
        network = prepare(store, given, ANALYSED_SOURCES, author="banc", at=AT).after
        clock("reading")
        measures, found = _measured(network, clock)
        params = {"scope": None, "on": ON}
        gaps = ask(network, SINGLE_TIES, params)
        counts = [int(number) for number in re.findall(r"\d+", re.sub(r"[\u202f\u00a0]", "", gaps.denominator))]
        clock("gaps")
        dated = Dated(Ground(network), BEFORE_EVERYTHING)
        met = overlaps(dated)
        clock("overlaps")
        suggested = ask(network, SUGGESTED_PARTNERS, {**params, "km": 50, "most": MOST})
        clock("suggestions")
        (written / "mesures.csv").write_bytes(table_csv(measures))
        (written / "manques.csv").write_bytes(answer_csv(gaps, network))
        (written / "recouvrements.csv").write_bytes(table_csv(named(dated.ground, met).select("convention", "framework", "how")))
        (written / "suggestions.csv").write_bytes(answer_csv(suggested, network))
        clock("export")
        return {"answers": {**found, "gaps": [gaps.rows.height, *counts], "overlaps": met.height}, "stages": clock.stages}

    run.held = held  # pyright: ignore[reportFunctionMemberAccess] # kept as long as the contest
    return run


def _measured(network: Network, clock: Clock) -> tuple[pl.DataFrame, dict[str, Any]]:
    sides = network.sides.with_columns(pl.lit(value=True).alias("live"))
    actors = actors_of(network.node(ESTABLISHMENT.name)["id"], paired(sides, Ties(network, ON).partnerships))
    graph = actors.graph
    clock("graph")
    sizes, core = np.bincount(graph.labels), core_numbers(graph)
    clock("degrees, groups, cores")
    cut = cuts(graph)
    clock("cuts")
    parts = communities(graph)
    clock("communities")
    passing = betweenness(graph, sources=256)
    clock("betweenness")
    shared = projection(graph)
    clock("projection")
    _, concentrated = concentration(graph)
    clock("concentration")
    partners = np.arange(graph.schools, graph.size)
    orders = [largest_first(graph, partners), *random_orders(partners, DRAWS)]
    joined = [curve(graph, order, steps_of(len(partners), STEPS), np.ones(graph.size)).joined for order in orders]
    clock("robustness")
    measures = pl.DataFrame(
        {
            "id": actors.ids,
            "degre": graph.degree,
            "coeur": core,
            "intermediarite": passing.values,
            "communaute": parts.of,
        }
    )
    found = {
        "ties": len(graph.one),
        "groups": int((sizes > 1).sum()),
        "core": int(core.max()),
        "points": int(cut.points.sum()),
        "bridges": int(cut.bridges.sum()),
        "shared": len(shared[2]),
        "concentration": round(float(np.nansum(concentrated)), 3),
        "joined": int(joined[0][0]),
    }
    return measures, found
