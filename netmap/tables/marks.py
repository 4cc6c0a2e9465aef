"""What a sheet says beside its cells: what it merges and hides, numbers shown with leading zeros, formulas without value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from netmap.errors import FileUnreadable
from netmap.tables.sheet import Sheet, Span, filled_rows, stripped
from netmap.tables.words import letters, number

FORMULAS_SHOWN = 5
MERGED_MAX = 200_000
DECORATION = re.compile(r'"[ \xa0]*"|\\[ \xa0]|\[[^\]]*\]|[ \xa0]')
DIGITS = re.compile(r"#*(0[0#]+)")


@dataclass(slots=True)
class Marks:
    """Hold what is found of a sheet: lines as shown from 1, columns from 0; `unsaved` has (line, column) of formulas without value.

    `padded` gives, for (column, digits), the lines of the cells whose format shows that many digits at least.
    """

    merged: set[Span] = field(default_factory=set[Span])
    hidden_lines: set[int] = field(default_factory=set[int])
    hidden_columns: set[int] = field(default_factory=set[int])
    padded: dict[tuple[int, int], list[int]] = field(default_factory=dict[tuple[int, int], list[int]])
    unsaved: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])

    def merge(self, span: Span) -> None:
        """Keep a span of merged cells, unless it is one cell or turned over; raise past what a table of partners can have."""
        if span.first_line > span.last_line or span.first_column > span.last_column or span == one_cell(span):
            return
        self.merged.add(span)
        if len(self.merged) > MERGED_MAX:
            raise FileUnreadable(
                f"Le classeur a une feuille de plus de {number(MERGED_MAX)} cellules fusionnées : "
                "annulez les fusions, ou enregistrez-la en CSV."
            )


def digits_shown(number_format: str) -> int:
    """Give how many digits a number format shows at least, when it shows nothing but digits and blanks: « 00000 » gives 5; else 0."""
    found = DIGITS.fullmatch(DECORATION.sub("", number_format.partition(";")[0]))
    return len(found[1]) if found else 0


def sheet_of_rows(name: str, parts: Sequence[tuple[pl.DataFrame, pl.Series]], marks: Marks, *, hidden: bool) -> Sheet | None:
    """Lay out rows in their places, given in pieces with the line of each; give None when none holds anything."""
    if not parts:
        return None
    lines = pl.concat([lines for _, lines in parts]).alias("line")
    cells = stripped(pl.concat([cells for cells, _ in parts], how="diagonal"))
    every = pl.int_range(int(lines[0]), int(lines[-1]) + 1, eager=True).alias("line")
    if every.len() > lines.len():
        cells = every.to_frame().join(cells.with_columns(lines), on="line", how="left", maintain_order="left").drop("line")
    left = next((place for place, column in enumerate(cells) if column.null_count() < cells.height), None)
    if left is None:
        return None
    cells, lines = filled_rows(cells.select(pl.nth(place).alias(f"c{place - left}") for place in range(left, cells.width)), every)
    return marked(Sheet(name, cells, lines, left, hidden=hidden), marks)


def marked(sheet: Sheet, marks: Marks) -> Sheet:
    """Add to a sheet what was found beside its cells, where it has cells."""
    first, last = int(sheet.lines[0]), int(sheet.lines[-1])
    columns = range(sheet.first_column, sheet.first_column + sheet.cells.width)
    return replace(
        sheet,
        cells=padded(sheet, marks),
        hidden_lines=tuple(sorted(line for line in marks.hidden_lines if first <= line <= last)),
        hidden_columns=tuple(sorted(place for place in marks.hidden_columns if place in columns)),
        merged=tuple(sorted(marks.merged, key=lambda span: (span.first_line, span.first_column, span.last_line, span.last_column))),
    )


def padded(sheet: Sheet, marks: Marks) -> pl.DataFrame:
    """Write whole numbers with the leading zeros that their format shows."""
    first, height = int(sheet.lines[0]), sheet.cells.height
    cells = sheet.cells
    for (column, digits), lines in marks.padded.items():
        place = column - sheet.first_column
        if 0 <= place < cells.width:
            rows = sorted({line - first for line in lines if 0 <= line - first < height})
            texts = cells.to_series(place).gather(rows).to_frame("text")
            whole = pl.col("text").str.contains(r"^\d+$")
            filled = texts.select(pl.when(whole).then(pl.col("text").str.zfill(digits)).otherwise("text")).to_series()
            cells = cells.with_columns(cells.to_series(place).scatter(rows, filled))
    return cells


def one_cell(span: Span) -> Span:
    """Give the first cell of a span."""
    return Span(span.first_line, span.first_line, span.first_column, span.first_column)


def unsaved_note(name: str, unsaved: Sequence[tuple[int, int]]) -> str:
    """Say that formulas were never computed, and where."""
    shown = ", ".join(f"{letters(column)}{line}" for line, column in unsaved[:FORMULAS_SHOWN])
    more = ", …" if len(unsaved) > FORMULAS_SHOWN else ""
    many = len(unsaved) > 1
    return (
        f"Feuille « {name} » : {number(len(unsaved))} formule{'s' if many else ''} sans valeur enregistrée, "
        f"lue{'s' if many else ''} comme vide{'s' if many else ''} ({shown}{more}) : ouvrez le classeur dans un tableur et enregistrez-le."
    )
