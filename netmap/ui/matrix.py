"""A matrix on screen: a row and a column for each key, a mark and a number in each cell, and the lines of the cell one clicks."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from netmap.answer import Answer
from netmap.export.rows import answer_frame
from netmap.matrices import CELL, COVERED, NONE, STALE, UNSAID
from netmap.network import Network
from netmap.question import Params, ResultColumn
from netmap.ui import session
from netmap.ui.asking import answered
from netmap.ui.tables import MOST_ROWS, ROW, TALL, heading_width, table
from netmap.ui.writing import counted, day, grouped, plain
from queries import LIVE_PARTNERSHIPS

_MARKS = {COVERED: "●", STALE: "◐", UNSAID: "?", NONE: "∅"}
_LEGEND = " · ".join(f"{_MARKS[state]} {label.lower()}" for state, label in CELL.choices)
_FEW_COLUMNS = 6
_WIDE, _NARROW, _FIRST, _NAMES = 225, 124, 190, 300
_LINES = ("Établissement", "Partenaire", "Sorte", "Convention", "Thèmes", "État", "Fin", "Compté", "Que faire")
_MOST = 500


def show(network: Network, answer: Answer, keys: tuple[str, str], on: date, scope: str | None, *, key: str) -> None:
    """Show the matrix of an answer whose rows are cells, and under it what the clicked cell holds."""
    if answer.rows.is_empty():
        st.markdown(plain(answer.question.empty))
        return
    rows, columns = (_named(network, answer, name) for name in keys)
    pivot = _pivot(answer, keys, rows, columns)
    whole = len(columns) <= _FEW_COLUMNS
    holds = "Partenaires vivants, conventions en vigueur, dernière nouvelle" if whole else "Le nombre est celui des partenaires vivants"
    st.caption(plain(f"{_LEGEND}. {holds}. Cliquez une case pour voir ses lignes."))
    widths = [_FIRST if whole else _NAMES, *(_WIDE if whole else max(_NARROW, heading_width(name)) for name in pivot.columns[1:])]
    config: Any = {
        name: st.column_config.TextColumn(width=width, pinned=rank == 0)
        for rank, (name, width) in enumerate(zip(pivot.columns, widths, strict=True))
    }
    tall = TALL if whole else ROW
    event = st.dataframe(
        pivot,
        hide_index=True,
        column_config=config,
        height=ROW + tall * min(pivot.height, MOST_ROWS) + 3,
        row_height=tall if whole else None,
        key=f"{key}-{scope}-{on}",
        on_select="rerun",
        selection_mode="single-cell",
        alt=answer.question.title,
    )
    cells: Sequence[tuple[int, str]] = event["selection"]["cells"]
    with st.container(horizontal=True):
        said = {"on": on.isoformat()} | ({"scope": scope} if scope else {})
        session.link(answer.question.name, "Toutes les cases, et leurs fichiers", **said)
    if cells:
        row, heading = cells[0]
        column = next((code for code, words in columns.items() if words == heading), None)
        if column is not None and row < len(rows):
            _cell(network, answer, keys, (list(rows)[row], column), on, scope)


def _named(network: Network, answer: Answer, name: str) -> dict[str, str]:
    """Give the values of a key in their order, each with its words, made different where two are the same."""
    column = next(c for c in answer.question.columns if c.name == name)
    values = answer.rows[name].unique(maintain_order=True).to_list()
    named: Mapping[str, str] = _captions(network, values) if column.kind else {v: column.type.show(v) for v in values}
    words = {value: named.get(value, str(value)) for value in values}
    if column.kind:
        words = dict(sorted(words.items(), key=lambda pair: (pair[1].lower(), pair[0])))
    seen: dict[str, int] = {}
    for value, word in words.items():
        seen[word] = seen.get(word, 0) + 1
        if seen[word] > 1:
            words[value] = f"{word} ({seen[word]})"
    return words


def _captions(network: Network, ids: Sequence[str]) -> dict[str, str]:
    return dict(network.captions.filter(pl.col("id").is_in(ids)).select("id", "caption").iter_rows())


def _pivot(answer: Answer, keys: tuple[str, str], rows: Mapping[str, str], columns: Mapping[str, str]) -> pl.DataFrame:
    whole = len(columns) <= _FEW_COLUMNS
    told = {(cell[keys[0]], cell[keys[1]]): _told(cell, whole=whole) for cell in answer.rows.iter_rows(named=True)}
    heading = next(c.label for c in answer.question.columns if c.name == keys[0])
    cells = {words: [told.get((row, column), "") for row in rows] for column, words in columns.items()}
    return pl.DataFrame({heading: list(rows.values()), **cells})


def _told(cell: Mapping[str, Any], *, whole: bool) -> str:
    """Write a cell: its mark and its number of partners; where there is room, conventions and the last news too."""
    mark, partners = _MARKS[cell["state"]], cell["partners"]
    if not partners:
        return f"{mark} {'aucun' if cell['state'] == NONE else 'non renseigné'}"
    if not whole:
        return f"{mark} {grouped(partners)}"
    said = [counted(partners, "partenaire", "partenaires"), counted(cell["conventions"], "convention", "conventions")]
    news = day(cell["last_news_on"]) or "sans nouvelle datée"
    return f"{mark} {' · '.join([*said, news])}"


def _cell(network: Network, answer: Answer, keys: tuple[str, str], at: tuple[str, str], on: date, scope: str | None) -> None:
    """Say what a cell holds, and show its lines."""
    found = answer.rows.filter((pl.col(keys[0]) == at[0]) & (pl.col(keys[1]) == at[1]))
    with st.container(border=True):
        names = " × ".join(_word(network, answer.question.columns, key, value) for key, value in zip(keys, at, strict=True))
        if found.is_empty():
            st.markdown(plain(f"{names} : cette filière n’est pas enseignée ici, il n’y a pas de case."))
            return
        cell = found.row(0, named=True)
        st.markdown(f"**{plain(names)}** : {plain(CELL.show(cell['state']).lower())}. {plain(cell['advice'])}")
        many = counted(cell["establishments"], "établissement couvert", "établissements couverts")
        st.caption(plain(f"{many} sur {cell['of']} ; {counted(cell['conventions'], 'convention', 'conventions')} en vigueur."))
        params = _lines_of(keys, at, on, scope)
        lines = answered(network, LIVE_PARTNERSHIPS, params)
        if lines.rows.is_empty():
            return
        shown = answer_frame(lines, network).head(_MOST)
        table(shown.select([name for name in _LINES if name in shown.columns]), alt=f"Lignes de la case {names}", most=220)
        session.link(LIVE_PARTNERSHIPS.name, f"Ouvrir ces {lines.rows.height} lignes, leurs sources et leurs fichiers", **_query(params))


def _word(network: Network, columns: Sequence[ResultColumn], key: str, value: str) -> str:
    column = next(c for c in columns if c.name == key)
    return network.caption(value) if column.kind else column.type.show(value)


def _lines_of(keys: tuple[str, str], at: tuple[str, str], on: date, scope: str | None) -> Params:
    """Give what to ask so that the lines are those of the cell: an establishment or a territory is the scope."""
    params: Params = {parameter.name: None for parameter in LIVE_PARTNERSHIPS.parameters}
    params |= {"scope": scope, "on": on}
    for key, value in zip(keys, at, strict=True):
        params["scope" if key in ("establishment", "territory") else key] = value
    return params


def _query(params: Params) -> dict[str, str]:
    return {name: value.isoformat() if isinstance(value, date) else str(value) for name, value in params.items() if value is not None}
