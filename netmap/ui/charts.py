"""Lines drawn in the page: curves of departures, and small multiples of indicators; each has its table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from netmap.measures.indicator import Unit
from netmap.measures.strength import Reading, Strength
from netmap.ui.tables import table
from netmap.ui.writing import day, plain

# Dark enough on white, told apart without colour by their dashes.
_COLOURS, _DASHES = ("#000091", "#b34000", "#5a5a5a"), ([1, 0], [6, 3], [2, 2])
_HEIGHT, _SMALL_HEIGHT, _ACROSS = 380, 130, 3
_COMMA = "replace(datum.label, '.', ',')"


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a line: its name, and its points."""

    name: str
    across: Sequence[float]
    up: Sequence[float]


def curves(title: str, lines: Sequence[Line]) -> None:
    """Draw shares (0 to 1) against the share of partners gone, one line a way of leaving."""
    import altair as alt  # noqa: PLC0415 - only a page that draws pays it

    loose: Any = alt
    rows = [(line.name, x, y) for line in lines for x, y in zip(line.across, line.up, strict=True)]
    frame = pl.DataFrame(rows, schema={"ordre": pl.String, "partis": pl.Float64, "restent": pl.Float64}, orient="row")
    names = [line.name for line in lines]
    percent = loose.Axis(format=".0%", tickCount=5)
    legend = loose.Legend(title=None, orient="bottom", columns=1, labelLimit=400)
    drawn = (
        loose.Chart(frame)
        .mark_line(strokeWidth=2)
        .encode(
            x=loose.X("partis:Q", title="Partenaires partis", axis=percent, scale=loose.Scale(domain=[0, 1])),
            y=loose.Y("restent:Q", title=None, axis=percent, scale=loose.Scale(domain=[0, 1])),
            color=loose.Color("ordre:N", scale=loose.Scale(domain=names, range=list(_COLOURS)), legend=legend),
            strokeDash=loose.StrokeDash("ordre:N", scale=loose.Scale(domain=names, range=list(_DASHES)), legend=None),
        )
        .properties(height=_HEIGHT)
    )
    st.markdown(f"**{plain(title)}**")
    st.altair_chart(drawn, width="stretch")


def small_multiples(dated: Sequence[tuple[date, Strength]]) -> None:
    """Draw each indicator over the dates, side by side; what is not said is a hole; then the same as a table."""
    readings = dated[-1][1].readings
    for first in range(0, len(readings), _ACROSS):  # a row at a time: what stands side by side starts at the same height
        row = range(first, min(first + _ACROSS, len(readings)))
        for column, rank in zip(st.columns(_ACROSS, gap="large"), row, strict=False):
            with column:
                _small(readings[rank], [on for on, _ in dated], [said.readings[rank].value for _, said in dated])
    with st.expander("Les mêmes valeurs en tableau"):
        table(_values(dated), alt="Indicateurs à chaque date")


def _small(reading: Reading, dates: Sequence[date], values: Sequence[float | None]) -> None:
    import altair as alt  # noqa: PLC0415 - only a page that draws pays it

    loose: Any = alt
    one = reading.indicator
    st.markdown(f"{plain(one.label)} : **{plain(reading.shown)}**")
    if all(value is None for value in values):
        st.caption("Non renseigné à toutes ces dates.")
        return
    frame = pl.DataFrame({"date": dates, "valeur": values}, schema_overrides={"valeur": pl.Float64})
    form = {Unit.SHARE: ".0%", Unit.INDEX: ".2f", Unit.COUNT: ".0f", Unit.YEARS: ".1f"}[one.unit]
    axis = loose.Axis(format=form, tickCount=3, labelExpr=_COMMA)
    drawn = (
        loose.Chart(frame)
        .mark_line(point=True, strokeWidth=2, color=_COLOURS[0])
        .encode(
            x=loose.X("date:T", title=None, axis=loose.Axis(format="%Y", tickCount="year")),
            y=loose.Y("valeur:Q", title=None, axis=axis, scale=loose.Scale(zero=True)),
        )
        .properties(height=_SMALL_HEIGHT)
    )
    st.altair_chart(drawn, width="stretch", key=f"solidite-evolution-{one.name}")


def _values(dated: Sequence[tuple[date, Strength]]) -> pl.DataFrame:
    names = [reading.indicator.label for reading in dated[-1][1].readings]
    told = {day(on): [reading.shown for reading in said.readings] for on, said in dated}
    return pl.DataFrame({"Indicateur": names, **told})
