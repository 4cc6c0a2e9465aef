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


LIVE_STATES = (State.LIVE, State.RENEWED, State.OPEN)


def with_state(frame: pl.DataFrame, on: date) -> pl.DataFrame:
    """Add to conventions or frameworks their state on a date: `state`, `written_end`, `effective_end`, `act_before`.

    `effective_end` counts the tacit renewals begun by that date; `act_before` is the last day to give notice or to ask for a
    renewal before it, null where no end is known.
    """
    columns = frame.columns
    status = pl.col("status") if "status" in columns else pl.lit(None, dtype=pl.String)
    stopped = pl.col("ended_on") if "ended_on" in columns else pl.lit(None, dtype=pl.Date)
    today = pl.lit(on)
    by_duration = pl.col("starts_on").dt.offset_by(_offset(_months("duration_months"))).dt.offset_by("-1d")
    framed = frame.with_columns(pl.coalesce("ends_on", by_duration).alias("written_end"))
    framed = framed.with_columns(_effective_end(today).alias("effective_end"))
    framed = framed.with_columns(pl.min_horizontal("effective_end", stopped).alias("effective_end"))
    notice = _offset(-_months("notice_months").fill_null(0))
    return framed.with_columns(
        _state(status, stopped, today).alias("state"), pl.col("effective_end").dt.offset_by(notice).alias("act_before")
    )


def _effective_end(today: pl.Expr) -> pl.Expr:
    period = _months("renewal_months").fill_null(TACIT_MONTHS)
    end = pl.col("written_end")
    months = (today.dt.year() - end.dt.year()) * 12 + today.dt.month().cast(pl.Int32) - end.dt.month().cast(pl.Int32)
    late = today > end.dt.offset_by(_offset(months.clip(0)))
    begun = ((months.clip(0) + late.cast(pl.Int32)) / period).ceil().cast(pl.Int64)
    allowed = pl.min_horizontal(begun, pl.col("max_renewals"))
    added = (pl.when(pl.col("max_renewals").is_null()).then(begun).otherwise(allowed) * period).clip(0)
    prolonged = end.dt.offset_by(_offset(added))
    return pl.when((pl.col("renewal") == "tacite") & (today > end)).then(prolonged).otherwise(end)


def _months(name: str) -> pl.Expr:
    return pl.when(pl.col(name).is_between(1, MOST_MONTHS)).then(name)


def _offset(months: pl.Expr) -> pl.Expr:
    return pl.concat_str(months.cast(pl.String), pl.lit("mo"))


def _state(status: pl.Expr, stopped: pl.Expr, today: pl.Expr) -> pl.Expr:
    end, start = pl.col("effective_end"), pl.col("starts_on")
    known_past = end.is_not_null() & (end < today)
    return (
        pl.when(status.is_in(["projet", "votee"]).fill_null(value=False))
        .then(pl.lit(str(State.PROJECT)))
        .when((status == "denoncee").fill_null(value=False) & (stopped.is_null() | (stopped < today)))
        .then(pl.lit(str(State.DENOUNCED)))
        .when(((status == "terminee").fill_null(value=False) & (stopped.is_null() | (stopped < today))) | known_past)
        .then(pl.lit(str(State.ENDED)))
        .when(start > today)
        .then(pl.lit(str(State.COMING)))
        .when(end.is_null() & start.is_null())
        .then(pl.lit(str(State.UNKNOWN)))
        .when(end.is_null())
        .then(pl.lit(str(State.OPEN)))
        .when((pl.col("renewal") == "tacite").fill_null(value=False) & (pl.col("written_end") < today))
        .then(pl.lit(str(State.RENEWED)))
        .otherwise(pl.lit(str(State.LIVE)))
    )


def latest_end() -> pl.Expr:
    """Give the last day a text may be in force, of a frame `with_state`: every tacit renewal it allows is counted.

    FAR when nothing bounds its renewals; null where no end is known.
    """
    period = _months("renewal_months").fill_null(TACIT_MONTHS)
    times = pl.col("max_renewals").clip(0, MOST_MONTHS)
    added = (times * period).clip(0, MOST_MONTHS)
    bounded = pl.col("written_end").dt.offset_by(_offset(added.fill_null(0)))
    prolonged = pl.when(times.is_null() & pl.col("written_end").is_not_null()).then(pl.lit(FAR)).otherwise(bounded)
    tacit = (pl.col("renewal") == "tacite").fill_null(value=False)
    end = pl.when(tacit).then(prolonged).otherwise("written_end")
    return pl.min_horizontal(end, "ended_on")


def is_live() -> pl.Expr:
    """Tell whether `state` is one of those in force."""
    return pl.col("state").is_in([str(s) for s in LIVE_STATES])
