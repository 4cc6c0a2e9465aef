"""Actors and ties of a drawing of n actors: delegations, establishments anchored to them, five times as many partners."""

import numpy as np
import polars as pl

from netmap.drawing import Look

STATES = ("ending", "active", "ended", "none")


def looks() -> dict[str, Look]:
    """Say how the kinds are drawn."""
    return {
        "Delegation": Look("square", "#000091", "Délégation"),
        "Establishment": Look("dot", "#0063cb", "Établissement"),
        "Organisation": Look("triangle", "#6e445a", "Entreprise"),
    }


def actors_and_ties(size: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Draw the frames that `network_html` takes: `size` actors, one tie and a half an actor."""
    rng = np.random.default_rng(size)
    schools = max(1, (size - 4) // 6)
    firms = size - 4 - schools
    kinds = ["Delegation"] * 4 + ["Establishment"] * schools + ["Organisation"] * firms
    actors = pl.DataFrame(
        {
            "id": [f"{kind}:{rank:07d}" for rank, kind in enumerate(kinds)],
            "label": [f"{kind} numéro {rank} de l’académie" for rank, kind in enumerate(kinds)],
            "kind": kinds,
            "detail": [f"Commune {rank % 97}\n{rank % 11} conventions" for rank in range(size)],
            "anchor": [None] * 4 + [f"Delegation:{rank % 4:07d}" for rank in range(schools)] + [None] * firms,
            "weight": rng.integers(1, 30, size),
            "declared": rng.random(size) < 0.95,
        },
        schema_overrides={"anchor": pl.String},
    )
    school = rng.integers(4, 4 + schools, size * 3 // 2)
    firm = 4 + schools + np.minimum(rng.pareto(1.2, len(school)) * firms / 20, firms - 1).astype(np.int64)
    ties = pl.DataFrame(
        {
            "source": actors["id"].gather(school),
            "target": actors["id"].gather(firm),
            "label": [f"Convention {rank:05d}" for rank in range(len(school))],
            "count": rng.integers(1, 4, len(school)),
            "state": [STATES[rank % 4] for rank in range(len(school))],
        }
    )
    return actors, ties
