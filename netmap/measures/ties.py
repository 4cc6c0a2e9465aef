"""Who is tied to whom on a date: the columns that every measure is made from, read once from the frames of a network.

A tie joins an establishment and a partner: by conventions in force, by a partnership without convention, or both. A convention whose
dates are unknown makes no tie, and is counted apart: it is neither live nor over. An actor tied to itself is left out.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import polars as pl

from netmap.domain import CONVENTION, ESTABLISHMENT, PARTNER_OF
from netmap.lifecycle import State, is_live, latest_end, with_state
from netmap.network import Network

_SAID = (
    "status",
    "starts_on",
    "ends_on",
    "duration_months",
    "renewal",
    "renewal_months",
    "max_renewals",
    "notice_months",
    "ended_on",
)
_ENDS = ("establishment", "partner")


@dataclass(frozen=True)
class Ties:
    """Hold the ties of a network on a date; every frame is computed when it is first asked for."""

    network: Network
    on: date

    @cached_property
    def conventions(self) -> pl.DataFrame:
        """Give each convention on the date: convention, state, live, unknown, begun_on, last_end, effective_end, and what it says."""
        frame = self.network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *_SAID, "signed_on", "contact", "last_news_on")
        dated = with_state(frame, self.on)
        return dated.select(
            "convention",
            "state",
            is_live().alias("live"),
            (pl.col("state") == str(State.UNKNOWN)).alias("unknown"),
            pl.coalesce("starts_on", "signed_on").alias("begun_on"),
            latest_end().alias("last_end"),
            "effective_end",
            "renewal",
            "contact",
            "last_news_on",
            "signed_on",
        )

    @cached_property
    def sides(self) -> pl.DataFrame:
        """Give every pair that a convention joins, whatever its state: establishment, partner, and the columns of the convention."""
        return self.network.sides.join(self.conventions, on="convention", how="left", maintain_order="left")

    @cached_property
    def partnerships(self) -> pl.DataFrame:
        """Give partnerships without convention begun by the date: establishment, partner, since, known_by, last_news_on.

        One between two establishments is told from both.
        """
        frame = self.network.link(PARTNER_OF.name).select(
            pl.col("source").alias("establishment"), pl.col("target").alias("partner"), "since", "known_by", "last_news_on"
        )
        between = frame.filter(pl.col("partner").str.starts_with(f"{ESTABLISHMENT.name}:"))
        back = between.select(
            pl.col("partner").alias("establishment"), pl.col("establishment").alias("partner"), "since", "known_by", "last_news_on"
        )
        both = pl.concat([frame, back]).sort(*_ENDS, "since", "last_news_on", "known_by").unique(_ENDS, keep="first", maintain_order=True)
        return both.filter((pl.col("establishment") != pl.col("partner")) & (pl.col("since").is_null() | (pl.col("since") <= self.on)))

    @cached_property
    def pairs(self) -> pl.DataFrame:
        """Give the ties of the date: establishment, partner, conventions (in force), partnership; in the order of their ids."""
        return paired(self.sides, self.partnerships)


def paired(sides: pl.DataFrame, partnerships: pl.DataFrame, *by: str) -> pl.DataFrame:
    """Give the ties that sides and partnerships make, each once for every value of `by`."""
    keys = (*by, *_ENDS)
    signed = sides.filter("live").group_by(keys).agg(pl.col("convention").n_unique().cast(pl.Int32).alias("conventions"))
    without = partnerships.select(*keys, pl.lit(value=True).alias("partnership")).unique()
    if without.is_empty():
        return signed.with_columns(pl.lit(value=False).alias("partnership")).sort(keys)
    return (
        signed.join(without, on=keys, how="full", coalesce=True)
        .with_columns(pl.col("conventions").fill_null(0), pl.col("partnership").fill_null(value=False))
        .sort(keys)
    )
