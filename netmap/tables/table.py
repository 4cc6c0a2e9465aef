"""What a file holds once read: tables of text, each with its headings, its line numbers and what was noticed.

Every format ends here: `table_of` names the columns, leaves empty rows aside and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import polars as pl

from netmap.errors import FileUnreadable

COLUMNS_MAX = 1_000
SPANS_SHOWN = 8

# Unicode white space (no-break, narrow and line separators among it), then zero-width marks and the byte order mark.
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANKS = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000" + ZERO_WIDTH
)
# What may stand around cells: spaces alone, Unicode white space, or zero-width marks too.
Blanks = Literal["space", "white", "any"]


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a table as text: `cells` has columns c0..cN in the order of `headings`, stripped, null where empty.

    `lines` numbers each row (Int64): physical line of a csv, row of a sheet. `sheet` is "" for a csv.
    """

    file: str
    sheet: str
    header_line: int
    headings: tuple[str, ...]
    cells: pl.DataFrame
    lines: pl.Series
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileRead:
    """Hold what was read of a file: `sha256` and `size` (bytes) are those of the file as given, compressed or not."""

    file: str
    sha256: str
    size: int
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Hold rows under their header, before columns are named; the cells of `rows` are stripped, null where empty.

    `first_column` is the place of the first column on the sheet, from 0.
    """

    header_line: int
    header: tuple[str, ...]
    rows: pl.DataFrame
    lines: pl.Series
    first_column: int = 0


def table_of(file: str, sheet: str, grid: Grid, notes: Sequence[str]) -> Table:
    """Name the columns of a grid and leave aside its empty rows and its unnamed empty columns, with a note for each.

    A column without heading that holds cells is named by its letter, « (colonne D) »: no cell is lost.
    """
    width = max(len(grid.header), grid.rows.width)
    refuse_too_wide(file, sheet, width)
    header = [*grid.header, *[""] * (width - len(grid.header))]
    empty = grid.rows.select(pl.all_horizontal(pl.all().is_null()).alias("empty")).to_series() if width else None
    rows, lines, said = grid.rows, grid.lines, list(notes)
    if empty is not None and empty.any():
        said.append(empty_rows_note(lines.filter(empty)))
        rows, lines = rows.filter(~empty), lines.filter(~empty)
    headings: list[str] = []
    columns: list[pl.Series] = []
    for place, heading in enumerate(header):
        cells = rows.to_series(place) if place < rows.width else pl.Series([None] * rows.height, dtype=pl.String)
        named = heading or f"(colonne {letters(grid.first_column + place)})"
        if not heading and cells.null_count() == rows.height:
            continue
        if not heading:
            said.append(unnamed_column_note(named, lines.filter(cells.is_not_null()), beyond=place >= len(grid.header)))
        columns.append(cells.alias(f"c{len(headings)}"))
        headings.append(named)
    return Table(file, sheet, grid.header_line, tuple(headings), pl.DataFrame(columns), lines.alias("line"), tuple(said))


def refuse_too_wide(file: str, sheet: str, width: int) -> None:
    """Raise when a table has more columns than a table of partners can have."""
    if width > COLUMNS_MAX:
        where = f"la feuille « {sheet} » de « {file} »" if sheet else f"« {file} »"
        raise FileUnreadable(
            f"{where[0].upper()}{where[1:]} a {number(width)} colonnes, plus que les {number(COLUMNS_MAX)} admises : "
            "gardez les colonnes utiles, ou vérifiez le séparateur."
        )


def stripped(rows: pl.DataFrame, blanks: Blanks = "any") -> pl.DataFrame:
    """Strip blanks around every cell and turn empty cells into nulls; `blanks` says which ones the cells may hold.

    Looking for spaces costs a third of stripping them, and listing the characters to strip twice as much as white space.
    """
    if blanks == "space":
        around = rows.select((pl.all().str.starts_with(" ") | pl.all().str.ends_with(" ")).any())
        padded = [name for name in rows.columns if around[name].item()] if rows.height else []
        trimmed = rows.with_columns(pl.col(name).str.strip_chars(" ") for name in padded)
    else:
        trimmed = rows.select(pl.all().str.strip_chars(None if blanks == "white" else BLANKS))
    shortest = trimmed.select(pl.all().str.len_bytes().min())
    with_empty = [name for name in trimmed.columns if shortest[name].item() == 0]
    return trimmed.with_columns(pl.when(pl.col(name).str.len_bytes() > 0).then(pl.col(name)).alias(name) for name in with_empty)


def letters(place: int) -> str:
    """Give the letters of a column counted from 0, as a spreadsheet shows them: 0 is A, 26 is AA."""
    name = ""
    count = place + 1
    while count:
        count, rest = divmod(count - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def number(value: int) -> str:
    """Write a whole number as French does, with narrow spaces between thousands."""
    return f"{value:,}".replace(",", "\u202f")


def spans(lines: Sequence[int]) -> str:
    """Write line numbers in order, runs joined: « 3, 5 à 9 », and « … » when too many to show."""
    cuts = [0, *(place + 1 for place, (one, two) in enumerate(pairwise(lines)) if two != one + 1), len(lines)]
    runs = [(lines[start], lines[end - 1]) for start, end in pairwise(cuts)]
    shown = [f"{first}" if first == last else f"{first} à {last}" for first, last in runs[:SPANS_SHOWN]]
    return ", ".join(shown) + (", …" if len(runs) > SPANS_SHOWN else "")


def empty_rows_note(lines: pl.Series) -> str:
    """Say which rows hold nothing and were left aside."""
    if lines.len() == 1:
        return f"1 ligne vide laissée de côté (ligne {lines.item()})."
    return f"{number(lines.len())} lignes vides laissées de côté (lignes {spans(lines.to_list())})."


def unnamed_column_note(named: str, lines: pl.Series, *, beyond: bool) -> str:
    """Say that a column without heading holds cells, and on which rows."""
    rows = f"ligne{'s' if lines.len() > 1 else ''} {spans(lines.to_list())}"
    if beyond:
        return f"Des cellules dépassent les en-têtes : gardées dans {named} ({rows})."
    return f"Une colonne sans en-tête contient des cellules : nommée {named} ({rows})."
