"""The graph of the generated files, as arrays: who signed with whom, and how often; read once, outside what is timed."""

from pathlib import Path

import numpy as np
import polars as pl

from netmap.measures.graph import Graph

ORDERS, STEPS, SEED = 20, 100, 1


def graph(folder: Path) -> Graph:
    """Read the ties between the establishments and the companies of a folder."""
    schools, firms, signed = (
        pl.read_csv(folder / f"{name}.csv", separator=";", infer_schema=False) for name in ("etablissements", "entreprises", "conventions")
    )
    told = signed.with_columns(pl.col("uai").str.to_uppercase(), pl.col("siren").str.replace_all(" ", ""))
    known = told.join(schools.select("uai").with_row_index("u"), on="uai").join(firms.select("siren").with_row_index("v"), on="siren")
    pairs = known.group_by("u", "v").len("w").sort("u", "v")
    one, other = (pairs[name].to_numpy().astype(np.int64) for name in ("u", "v"))
    return Graph(schools.height + firms.height, schools.height, one, other + schools.height, pairs["w"].to_numpy().astype(float))


def orders(held: Graph) -> list[np.ndarray]:
    """Give the orders of departure: the most tied first, then at random."""
    partners = np.arange(held.schools, held.size)
    generator = np.random.default_rng(SEED)
    return [partners[np.argsort(-held.degree[partners], kind="stable")], *(generator.permutation(partners) for _ in range(ORDERS))]


def steps(held: Graph) -> np.ndarray:
    """Give the numbers of departures at which what is left is counted."""
    return np.linspace(0, held.size - held.schools, STEPS + 1).astype(np.int64)[:-1]
