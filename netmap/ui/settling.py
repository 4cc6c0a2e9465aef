"""What remains to settle: the values that stop or are left aside, the most frequent first, replaced on all lines at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st

from netmap.intake import Report
from netmap.intake.report import TableReport
from netmap.layout import Table
from netmap.source import Column
from netmap.ui import understanding
from netmap.ui.writing import counted, plain

_MOST = 8
_REFUSED = ("valeur-refusee", "valeur-ecartee", "choix-illisible")
_ABSENT = "valeur-obligatoire"
_EMPTY = "(laisser vide)"


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Hold a text that one column says on several lines and that is not read."""

    table: TableReport
    column: Column
    heading: str
    read: str
    lines: tuple[int, ...]
    stops: bool


def unsettled(report: Report) -> list[Unsettled]:
    """Gather the texts that are not read, the most frequent first."""
    found: list[Unsettled] = []
    for held in report.tables:
        reading = held.reading
        if reading.source is None or reading.problems.is_empty():
            continue
        by_heading = {reading.table.headings[place]: name for name, place in reading.found.fields.items()}
        groups = (
            reading.problems.filter(pl.col("code").is_in([*_REFUSED, _ABSENT]))
            .group_by("code", "column", "value", maintain_order=True)
            .agg(pl.col("line"))
        )
        for code, heading, value, lines in groups.iter_rows():
            name = by_heading.get(heading)
            if name is not None:
                stops = code in ("valeur-refusee", _ABSENT)
                found.append(Unsettled(held, reading.source.column(name), heading, value or "", tuple(lines), stops))
    return sorted(found, key=lambda one: (not one.stops, -len(one.lines)))


def settle(report: Report) -> None:
    """Offer to replace each text that is not read, on all its lines."""
    found = unsettled(report)
    if not found:
        return
    st.subheader("Ce qui reste à régler", anchor=False)
    st.markdown(
        "Les valeurs que nous ne lisons pas, les plus fréquentes d’abord. Une réponse vaut pour toutes les lignes, et sera retenue."
    )
    for rank, one in enumerate(found[:_MOST]):
        _ask(one, rank)
    if len(found) > _MOST:
        rest = len(found) - _MOST
        st.caption(f"Et {counted(rest, 'autre valeur', 'autres valeurs')} : elles viennent ensuite, et sont dans votre classeur annoté.")


def _ask(one: Unsettled, rank: int) -> None:
    table: Table = one.table.reading.table
    said = f"« {plain(one.read)} »" if one.read else "La cellule est vide"
    effect = "ligne rejetée" if one.stops else "ligne gardée sans cette valeur"
    effects = effect.replace("ligne ", "lignes ", 1).replace("rejetée", "rejetées").replace("gardée", "gardées")
    with st.form(f"regler-{rank}-{one.column.field}-{one.read}", border=True):
        left, middle, right = st.columns([4, 3, 2], vertical_alignment="bottom")
        left.markdown(
            f"**{plain(one.heading)}** : {said}  \n:gray[{counted(len(one.lines), effect, effects)} "
            f"({_lines(one.lines)}) ; attendu : {plain(one.column.type.rule)}]"
        )
        kept = _field(middle, one, rank)
        several = "Appliquer à toutes les lignes" if len(one.lines) > 1 else "Appliquer"
        if right.form_submit_button(several) and kept is not None:
            understanding.replaced(table, one.column.field, one.read, kept)
            st.rerun()


def _field(place: Any, one: Unsettled, rank: int) -> str | None:  # noqa: ANN401 - an element of Streamlit
    label = f"À mettre à la place dans « {plain(one.heading)} »"
    key = f"valeur-{rank}-{one.column.field}-{one.read}"
    empty = [] if one.column.required else [_EMPTY]
    if one.column.type.choices:
        labels = [shown for _, shown in one.column.type.choices]
        chosen: str | None = place.selectbox(
            label, [*labels, *empty], index=None, key=key, placeholder="Choisir…", label_visibility="collapsed"
        )
        return "" if chosen == _EMPTY else chosen
    said: str | None = place.text_input(label, key=key, placeholder="Écrire la bonne valeur", label_visibility="collapsed")
    return said.strip() if said and said.strip() else None


def _lines(lines: Sequence[int]) -> str:
    shown = ", ".join(str(line) for line in lines[:5])
    return f"ligne{'s' if len(lines) > 1 else ''} {shown}{'…' if len(lines) > 5 else ''}"  # noqa: PLR2004
