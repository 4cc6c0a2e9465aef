"""The frames an indicator gives, built the same way by all: one row a part, in the order of the parts."""

import polars as pl

from netmap.measures.indicator import COLUMNS
from netmap.measures.study import Parts


def counted_by(parts: Parts, found: pl.DataFrame) -> pl.DataFrame:
    """Complete what is found of some parts to one row a part: what is not counted is 0, what has no value is null."""
    frame = parts.scopes.select("scope").join(found, on="scope", how="left", maintain_order="left")
    for name, dtype in COLUMNS.items():
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(None, dtype=dtype).alias(name))
    filled = frame.with_columns(pl.col("part", "whole").cast(pl.Float64).fill_null(0.0), pl.col("unknown").cast(pl.Int64).fill_null(0))
    return filled.with_columns(pl.col("value").cast(pl.Float64)).select(list(COLUMNS))


def share(part: str = "part", whole: str = "whole") -> pl.Expr:
    """Divide what is counted by how many there are; null when there are none."""
    return pl.when(pl.col(whole) > 0).then(pl.col(part) / pl.col(whole)).alias("value")


def shared_out(parts: Parts, found: pl.DataFrame) -> pl.DataFrame:
    """Complete a frame of `part` and `whole` (and `unknown`) by its share."""
    return counted_by(parts, counted_by(parts, found).with_columns(share()))


def live_partners(parts: Parts) -> pl.DataFrame:
    """Give each live partner of each part once: scope, partner, conventions (in force), partnership."""
    return parts.pairs.group_by("scope", "partner", maintain_order=True).agg(pl.col("conventions").sum(), pl.col("partnership").any())
