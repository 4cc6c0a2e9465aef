"""In what state a convention or a framework is on a date: one function decides, for every page, question and verdict.

Both ends of a period belong to it. A tacit renewal prolongs a text past its written end, period after period; when its period is
not written, twelve months are counted (proposition de netmap). What is unknown stays unknown: it is neither live nor over. A number of
months that is negative or over a century is read as not written: one wild cell must not break what is shown of all the others.
"""

from datetime import date
from enum import StrEnum

import polars as pl

TACIT_MONTHS = 12
MOST_MONTHS = 1200
FAR = date(9999, 12, 31)


class State(StrEnum):
    """The state of a text on a date."""

    PROJECT = "projet"
    COMING = "à venir"
    LIVE = "en vigueur"
    RENEWED = "en vigueur par tacite reconduction"
    OPEN = "en vigueur, fin inconnue"
    ENDED = "terminée"
    DENOUNCED = "dénoncée"
    UNKNOWN = "dates inconnues"


_STATES = pl.Series([str(state) for state in State])
_RANKS = {state: pl.lit(rank, dtype=pl.UInt8) for rank, state in enumerate(State)}
LIVE_STATES = (State.LIVE, State.RENEWED, State.OPEN)


def with_state(frame: pl.DataFrame, on: date) -> pl.DataFrame:
    """Add to conventions or frameworks their state on a date: `state`, `written_end`, `effective_end`, `act_before`.

    `effective_end` counts the tacit renewals begun by that date; `act_before` is the last day to give notice or to ask for a
    renewal before it, null where no end is known.
    """
    status = pl.col("status") if "status" in frame.columns else pl.lit(None, dtype=pl.String)
    stopped = pl.col("ended_on") if "ended_on" in frame.columns else pl.lit(None, dtype=pl.Date)
    framed = with_written_end(frame)
    framed = framed.with_columns_seq(pl.min_horizontal(_prolonged(framed, on), stopped).alias("effective_end"))
    notice = pl.col("effective_end").dt.offset_by(_offset(-_months("notice_months")))
    return framed.with_columns_seq(
        _state(status, stopped, pl.lit(on)).alias("state"), pl.coalesce(notice, "effective_end").alias("act_before")
    )


def with_written_end(frame: pl.DataFrame) -> pl.DataFrame:
    """Add to conventions or frameworks their end as written, or as their duration gives it: `written_end`."""
    by_duration = pl.col("starts_on").dt.offset_by(_offset(_months("duration_months"))).dt.offset_by("-1d")
    return frame.with_columns_seq(pl.coalesce("ends_on", by_duration).alias("written_end"))


def _prolonged(framed: pl.DataFrame, on: date) -> pl.Series:
    """Give the ends as written, later by the tacit renewals begun by the date: few texts have any, the others are passed by."""
    ends = framed["written_end"]
    rows = ((framed["renewal"] == "tacite") & (ends < on)).arg_true()
    if rows.is_empty():
        return ends
    today, end = pl.lit(on), pl.col("written_end")
    months = (today.dt.year() - end.dt.year()) * 12 + today.dt.month().cast(pl.Int32) - end.dt.month().cast(pl.Int32)
    begun = ((pl.col("months") + (today > end.dt.offset_by(_offset(pl.col("months"))))) / pl.col("period")).ceil().cast(pl.Int64)
    added = (pl.min_horizontal(begun, "max_renewals") * pl.col("period")).clip(0)
    texts = framed.select_seq("written_end", "renewal_months", "max_renewals")[rows].with_columns_seq(
        _months("renewal_months").fill_null(TACIT_MONTHS).alias("period"), months.clip(0).alias("months")
    )
    return ends.clone().scatter(rows, texts.select_seq(end.dt.offset_by(_offset(added)))["written_end"])


def _months(name: str) -> pl.Expr:
    return pl.when(pl.col(name).is_between(1, MOST_MONTHS)).then(name)


def _offset(months: pl.Expr) -> pl.Expr:
    return pl.concat_str(months.cast(pl.String), pl.lit("mo"))


def _state(status: pl.Expr, stopped: pl.Expr, today: pl.Expr) -> pl.Expr:
    end, start = pl.col("effective_end"), pl.col("starts_on")
    known_past = end.is_not_null() & (end < today)
    rank = (
        pl.when(status.is_in(["projet", "votee"]).fill_null(value=False))
        .then(_RANKS[State.PROJECT])
        .when((status == "denoncee").fill_null(value=False) & (stopped.is_null() | (stopped < today)))
        .then(_RANKS[State.DENOUNCED])
        .when(((status == "terminee").fill_null(value=False) & (stopped.is_null() | (stopped < today))) | known_past)
        .then(_RANKS[State.ENDED])
        .when(start > today)
        .then(_RANKS[State.COMING])
        .when(end.is_null() & start.is_null())
        .then(_RANKS[State.UNKNOWN])
        .when(end.is_null())
        .then(_RANKS[State.OPEN])
        .when((pl.col("renewal") == "tacite").fill_null(value=False) & (pl.col("written_end") < today))
        .then(_RANKS[State.RENEWED])
        .otherwise(_RANKS[State.LIVE])
    )
    return pl.lit(_STATES).gather(rank)


def latest_end() -> pl.Expr:
    """Give the last day a text may be in force, of a frame `with_written_end`: every tacit renewal it allows is counted.

    FAR when nothing bounds its renewals; null where no end is known.
    """
    renewed = pl.when(pl.col("renewal") == "tacite").then("written_end")
    times = pl.col("max_renewals").clip(0, MOST_MONTHS)
    added = (times * _months("renewal_months").fill_null(TACIT_MONTHS)).clip(0, MOST_MONTHS)
    prolonged = pl.when(times.is_null() & renewed.is_not_null()).then(pl.lit(FAR)).otherwise(renewed.dt.offset_by(_offset(added)))
    return pl.min_horizontal(pl.coalesce(prolonged, "written_end"), "ended_on")


def is_live() -> pl.Expr:
    """Tell whether `state` is one of those in force."""
    return pl.col("state").is_in([str(s) for s in LIVE_STATES])
