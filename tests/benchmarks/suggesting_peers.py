"""Ten companies for each establishment by their ties alone: resource allocation over three steps, compiled by numba, or in Python.

It is a bound rather than the same answer: no filière, no distance, no date, no reason in words.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
import numpy as np
from measured import graph

MOST = 10
TENTH = 10


@numba.njit(parallel=True, cache=True)
def _ranked(starts: Any, neighbours: Any, schools: int) -> Any:  # noqa: C901, PLR0912 - one kernel
    size = len(starts) - 1
    found = np.full((schools, MOST), -1, np.int32)
    parts = 2
    for part in numba.prange(parts):  # pyright: ignore[reportGeneralTypeIssues] # numba's range is a range to Python
        score, weight = np.zeros(size), np.zeros(schools)
        mine = np.zeros(size, np.bool_)
        seen, near = np.empty(size, np.int32), np.empty(schools, np.int32)
        best, who = np.zeros(MOST), np.zeros(MOST, np.int32)
        for one in range(part, schools, parts):
            met = 0
            for at in range(starts[one], starts[one + 1]):
                firm = neighbours[at]
                mine[firm] = True
                share = 1.0 / (starts[firm + 1] - starts[firm])
                for back in range(starts[firm], starts[firm + 1]):
                    other = neighbours[back]
                    if other != one:
                        if weight[other] == 0.0:
                            near[met] = other
                            met += 1
                        weight[other] += share
            reached = 0
            for rank in range(met):
                other = near[rank]
                share = weight[other] / (starts[other + 1] - starts[other])
                weight[other] = 0.0
                for at in range(starts[other], starts[other + 1]):
                    proposed = neighbours[at]
                    if not mine[proposed]:
                        if score[proposed] == 0.0:
                            seen[reached] = proposed
                            reached += 1
                        score[proposed] += share
            kept = 0
            for rank in range(reached):
                proposed = seen[rank]
                value = score[proposed]
                score[proposed] = 0.0
                if kept < MOST:
                    place = kept
                    kept += 1
                elif value > best[MOST - 1]:
                    place = MOST - 1
                else:
                    continue
                while place > 0 and best[place - 1] < value:
                    best[place], who[place] = best[place - 1], who[place - 1]
                    place -= 1
                best[place], who[place] = value, proposed
            for place in range(kept):
                found[one, place] = who[place]
            for at in range(starts[one], starts[one + 1]):
                mine[neighbours[at]] = False
    return found


def suggestions(folder: Path) -> Callable[[], object]:
    """Count what the compiled ranking finds."""
    held = graph(folder)
    starts, neighbours = held.starts, held.neighbours
    return lambda: int((_ranked(starts, neighbours, held.schools) >= 0).sum())


def loops(folder: Path) -> Callable[[], object]:
    """Count what the same ranking finds for a tenth of the establishments, written with sets and dictionaries."""
    held = graph(folder)
    ties = [set(held.neighbours[start:end].tolist()) for start, end in zip(held.starts[:-1], held.starts[1:], strict=True)]

    def run() -> int:
        count = 0
        for one in range(0, held.schools, TENTH):
            scores: dict[int, float] = {}
            for firm in ties[one]:
                share = 1 / len(ties[firm])
                for other in ties[firm]:
                    if other != one:
                        for proposed in ties[other]:
                            if proposed not in ties[one]:
                                scores[proposed] = scores.get(proposed, 0) + share / len(ties[other])
            count += len(sorted(scores, key=scores.__getitem__, reverse=True)[:MOST])
        return count

    return run
