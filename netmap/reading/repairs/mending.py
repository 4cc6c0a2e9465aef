"""The cells that a type refuses, mended where a repair can: each distinct text once, and each repair told."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import polars as pl

from netmap.reading.repairs.codes import CODE_REPAIRS, is_whole
from netmap.reading.repairs.contacts import CONTACT_REPAIRS
from netmap.reading.repairs.days import DAYS
from netmap.reading.repairs.periods import DURATIONS
from netmap.reading.repairs.quantities import QUANTITY_REPAIRS
from netmap.reading.repairs.repair import Edge, Lost, Place, Repair
from netmap.reading.repairs.words import WORD_REPAIRS
from netmap.source import Column, Source
from netmap.values import DATE, YES_NO, Refusal, counted, fold_text
from netmap.values.absence import is_no_day, is_pending, says_nothing

REPAIRS: tuple[Repair, ...] = (*CODE_REPAIRS, DAYS, DURATIONS, *QUANTITY_REPAIRS, *CONTACT_REPAIRS, *WORD_REPAIRS)
JOINED = " | "
_APART = re.compile(r"\s*[|;,\n\r&+•]\s*|\s*/\s*|\s+et\s+|\s+ou\s+|\s+[-–—]\s+")
_ALTERNATIVE = re.compile(r"\sou\s")
_HOME = frozenset(("france", "fr", "fra", "republique francaise", ""))
_OUTCOMES = {
    "text": pl.String(),
    "kept": pl.String(),
    "code": pl.String(),
    "why": pl.String(),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Say what became of a refused text: the text to read instead (None: nothing), what is shown of it, the remark and why."""

    text: str | None
    kept: str | None
    code: str
    why: str


def place_of(source: Source, column: Column) -> Place:
    """Say where the cells of a column are read: the source tells the edges, the name of a property that it counts months."""
    edge: Edge = "start" if column.field in source.begins else ""
    for start, end in source.in_order:
        edge = "start" if column.field == start else "end" if column.field == end else edge
    return Place(column.type, edge, months=column.field.endswith("_months"), many=column.many)


def mended(column: Column, place: Place, texts: pl.Series, abroad: pl.Series | None, *, apart: bool) -> pl.DataFrame:
    """Give beside each refused text its outcome (text, kept, code, why), nulls where nothing can be done.

    `abroad` marks the lines of partners out of France; `apart` allows a cell of a list column to be split at any separator.
    """
    frame = pl.DataFrame({"read": texts, "abroad": abroad if abroad is not None else pl.repeat(value=False, n=len(texts), eager=True)})
    seen = frame.unique(maintain_order=True)
    mending = {away: Mending(column, replace(place, abroad=away)) for away in (False, True)}
    found = [mending[away].outcome(text, apart=apart) for text, away in seen.iter_rows()]
    rows = [(None, None, None, None) if one is None else (one.text, one.kept, one.code, one.why) for one in found]
    outcomes = pl.DataFrame(rows, schema=_OUTCOMES, orient="row")
    return frame.join(pl.concat([seen, outcomes], how="horizontal"), on=["read", "abroad"], how="left", maintain_order="left")


@dataclass(frozen=True)
class Mending:
    """Mend the refused texts of one column, read at one place."""

    column: Column
    place: Place

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        """Give the repairs that know the type of the place."""
        return tuple(repair for repair in REPAIRS if repair.applies(self.place))

    def outcome(self, text: str, *, apart: bool) -> Outcome | None:
        """Mend one refused text; None where nothing can be done."""
        if is_whole(text, self.place):
            return None
        if says_nothing(text) or (self.place.type is DATE and is_no_day(text)):
            return None if self.column.required else Outcome(None, None, "valeur-absente", "")
        listed = self.shared(text) if apart and self.column.many else None
        if listed is not None and self.place.type.choices:
            return listed  # before the whole is taken for one of its pieces
        if (one := self._one(text)) is not None:
            return one
        if listed is None and is_pending(text) and not self.column.required:
            return Outcome(None, None, "valeur-absente", "")
        return listed

    def _one(self, text: str) -> Outcome | None:
        kind = self.place.type
        for repair in self.repairs:
            result = repair.mend(text, self.place)
            if isinstance(result, Lost):
                return Outcome(None, None, "identifiant-perdu" if self.column.required else result.code, result.why)
            if result is not None and not isinstance(value := kind.cell(result.text), Refusal):
                return Outcome(result.text, kind.show(value), result.code or repair.code, result.why)
        return None

    def shared(self, text: str) -> Outcome | None:
        """Split a cell of codes or choices at any separator, where each piece is a value by itself.

        A lenient column of choices keeps those that are.
        """
        if _ALTERNATIVE.search(text):
            return None
        kind = self.place.type
        pieces = [piece for piece in _APART.split(text) if piece]
        if len(pieces) < 2:  # noqa: PLR2004 - one piece is not a list
            return None
        shown: list[str] = []
        left: list[str] = []
        for piece in pieces:
            value = kind.cell(piece)
            if isinstance(value, Refusal):
                outcome = self._one(piece)
                if outcome is None or outcome.text is None:
                    left.append(piece)
                    continue
                value = kind.cell(outcome.text)
            shown.append(kind.show(value))
        if not shown or (left and not (kind.choices and self.column.lenient)):
            return None
        joined = JOINED.join(shown)
        apart = f" ; « {left[0]} » n’est pas repris" if left else ""
        return Outcome(joined, joined, "cellule-partagee", f"{counted(len(shown), 'valeur', 'valeurs')} dans une cellule{apart}")


def abroad_rows(source: Source, texts: pl.DataFrame, field: str) -> pl.Series | None:
    """Mark the lines whose actor is out of France, for the node that a field describes; None where nothing says so."""
    for node in source.nodes:
        bound = {name: names for name, names in node.fields.items() if isinstance(names, str)}
        if field not in bound.values():
            continue
        country, foreign = bound.get("country", ""), bound.get("foreign", "")
        marks: list[pl.Series] = []
        if country in texts.columns:
            away = _named(texts[country], lambda text: fold_text(text) not in _HOME and not says_nothing(text))
            marks.append(away)
        if foreign in texts.columns:
            marks.append(_named(texts[foreign], lambda text: YES_NO.cell(text) is True))
        if marks:
            return pl.DataFrame({str(i): mark for i, mark in enumerate(marks)}).select(pl.any_horizontal(pl.all())).to_series()
    return None


def _named(texts: pl.Series, holds: Callable[[str], bool]) -> pl.Series:
    seen = [text for text in texts.drop_nulls().unique().to_list() if holds(text)]
    return texts.is_in(seen).fill_null(value=False)
