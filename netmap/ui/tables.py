"""Tables as people read them: French headings, text that stays text, and the way from a row to the sheets it names."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import streamlit as st

from netmap.ui import session
from netmap.ui.writing import plain

WIDE = 380
_SIGN, _MARGIN, _LEAST, _HEADING, _DATE = 7.4, 20, 70, 165, 96
ROW, TALL = 35, 70  # in pixels; Streamlit wraps text in rows above 64 only
MOST_ROWS = 14


def table(
    frame: pl.DataFrame,
    *,
    alt: str,
    key: str | None = None,
    widths: Mapping[str, int] | None = None,
    most: int = WIDE,
    wrapped: bool = False,
) -> int | None:
    """Show a table that is sorted by its headings; give the row ticked when `key` asks for one."""
    rows = _shown(frame, alt, widths, most, key, "single-row", wrapped=wrapped)
    return rows[0] if rows else None


def several(
    frame: pl.DataFrame, *, alt: str, key: str, widths: Mapping[str, int] | None = None, most: int = WIDE, wrapped: bool = False
) -> list[int]:
    """Show a table whose rows are ticked, one or several; give the ticked rows."""
    return _shown(frame, alt, widths, most, key, "multi-row", wrapped=wrapped)


def _shown(
    frame: pl.DataFrame, alt: str, widths: Mapping[str, int] | None, most: int, key: str | None, mode: str, *, wrapped: bool
) -> list[int]:
    """Show a table, its rows to be ticked when it has a key; give the ticked ones."""
    tall = TALL if wrapped else ROW
    loose: Any = st
    asked = {"key": key, "on_select": "rerun", "selection_mode": mode} if key else {}
    event = loose.dataframe(
        frame,
        hide_index=True,
        column_config={name: _column(frame[name], (widths or {}).get(name), most) for name in frame.columns},
        height=ROW + tall * min(frame.height, MOST_ROWS) + 3,
        row_height=tall if wrapped else None,
        alt=alt,
        placeholder="",
        **asked,
    )
    rows: Sequence[int] = event["selection"]["rows"] if key else ()
    return [row for row in rows if row < frame.height]


def _column(values: pl.Series, width: int | None, most: int) -> Any:  # noqa: ANN401 - a column of Streamlit
    """Keep dates and numbers typed, so that a click on the heading sorts them as such."""
    if values.dtype == pl.Date:
        return st.column_config.DateColumn(width=_DATE, format="DD/MM/YYYY")
    if values.dtype.is_numeric():
        return st.column_config.NumberColumn(width=width or max(_LEAST, min(heading_width(values.name), _HEADING)), alignment="left")
    return st.column_config.TextColumn(width=width or _width(values, most))


def heading_width(name: str) -> int:
    """Give the width in pixels of a heading."""
    return int(len(name) * _SIGN) + _MARGIN


def _width(values: pl.Series, most: int) -> int:
    """Give a column the width in pixels of nine in ten of its cells, within bounds."""
    return max(_LEAST, min(heading_width(values.name), _HEADING), min(int(_long(values) * _SIGN) + _MARGIN, most))


def _long(values: pl.Series) -> int:
    lengths = values.cast(pl.String).fill_null("").str.len_chars()
    return int(lengths.quantile(0.9) or 0) if len(lengths) else 0


def openable(
    frame: pl.DataFrame,
    sheets: Sequence[Mapping[str, str]],
    *,
    alt: str,
    key: str,
    widths: Mapping[str, int] | None = None,
    most: int = WIDE,
) -> None:
    """Show a table and, under it, links to the sheets of a row: `sheets` gives for each row the ids and their captions."""
    row = table(frame, alt=alt, key=key, widths=widths, most=most)
    with st.container(horizontal=True, vertical_alignment="center"):
        if row is None:
            choices: dict[str, str] = {}
            for named in sheets:
                choices.update(named)
            chosen = st.selectbox(
                "Ouvrir une fiche",
                list(choices),
                index=None,
                format_func=lambda i: choices[i],
                key=f"{key}-fiche",
                placeholder="Ouvrir une fiche : cochez une ligne du tableau, ou cherchez un nom ici",
                label_visibility="collapsed",
            )
            if chosen:
                session.go(session.sheet_of(chosen), id=chosen)
        else:
            st.markdown("Fiches de la ligne cochée :")
            for identifier, caption in sheets[row].items():
                session.sheet_link(identifier, caption)


def pairs(entries: Sequence[tuple[str, str]], *, columns: int = 2) -> None:
    """Show labels and values side by side, as text; empty ones are left out."""
    filled = [(label, value) for label, value in entries if value]
    held = st.columns(columns, gap="large")
    for rank, (label, value) in enumerate(filled):
        with held[rank % columns]:
            st.markdown(f":gray[{plain(label)}]  \n{plain(value)}")
