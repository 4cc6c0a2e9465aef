"""What a file holds once read: sheets of text, every filled row in its place, and what was noticed of the file.

Every format ends here. Where the tables stand on a sheet is found elsewhere, from the sheet alone.
"""

from dataclasses import dataclass
from typing import Literal

import polars as pl

from netmap.errors import FileUnreadable
from netmap.tables.words import number

COLUMNS_MAX = 1_000

# Unicode white space (no-break, narrow and line separators among it), then zero-width marks and the byte order mark.
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANKS = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000" + ZERO_WIDTH
)
# What may stand around cells: nothing, spaces alone, Unicode white space, or zero-width marks too.
Blanks = Literal["none", "space", "white", "any"]


@dataclass(frozen=True, slots=True)
class Span:
    """Hold where merged cells stand, ends included: lines as the spreadsheet shows them (1 is the first), columns from 0 (0 is A)."""

    first_line: int
    last_line: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a sheet as text: `cells` has columns c0..cN, stripped, null where empty; `name` is "" for text with separators.

    It has every row from the first filled one to the last, blank ones included, and `lines` numbers them (Int64, increasing):
    physical line where a record of text starts, row of a sheet. `first_column` is the place of c0 on the sheet from 0, as are
    `hidden_columns`; `hidden_lines` are those of rows hidden by hand or by a filter. It is `plain` when its
    bytes tell that no cell holds a control sign nor a #.
    """

    name: str
    cells: pl.DataFrame
    lines: pl.Series
    first_column: int = 0
    hidden: bool = False
    hidden_lines: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[Span, ...] = ()
    plain: bool = False


@dataclass(frozen=True, slots=True)
class FileRead:
    """Hold what was read of a file: `sha256` and `size` (bytes) are those of the file as given, compressed or not.

    `sheets` are in the workbook's order; those without any filled cell are left out, and named in `notes`.
    """

    file: str
    sha256: str
    size: int
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]


def refuse_too_wide(file: str, sheet: str, width: int) -> None:
    """Raise when a sheet has more columns than a table of partners can have."""
    if width > COLUMNS_MAX:
        where = f"la feuille « {sheet} » de « {file} »" if sheet else f"« {file} »"
        raise FileUnreadable(
            f"{where[0].upper()}{where[1:]} a {number(width)} colonnes, plus que les {number(COLUMNS_MAX)} admises : "
            "gardez les colonnes utiles, ou vérifiez le séparateur."
        )


def filled_rows(cells: pl.DataFrame, lines: pl.Series) -> tuple[pl.DataFrame, pl.Series]:
    """Cut the blank rows before the first filled one and after the last."""
    ends = [cells.row(place) for place in (0, -1)] if cells.height else []
    if ends and all(any(cell is not None for cell in row) for row in ends):
        return cells, lines.alias("line")
    filled = cells.select(pl.any_horizontal(pl.all().is_not_null()).alias("filled")).to_series()
    if not filled.any():
        return cells.clear(), lines.clear()
    first = filled.arg_max() or 0
    length = filled.len() - first - (filled.reverse().arg_max() or 0)
    return cells.slice(first, length), lines.slice(first, length).alias("line")


def stripped(rows: pl.DataFrame, blanks: Blanks = "any") -> pl.DataFrame:
    """Strip blanks around every cell and turn empty cells into nulls; `blanks` says which ones the cells may hold.

    Looking for spaces costs a third of stripping them, and listing the characters to strip twice as much as white space.
    """
    if rows.is_empty():
        return rows
    text = pl.col("text")
    if blanks == "none":
        trimmed = rows
    elif blanks == "space":
        spaced = (text < "!") | text.str.ends_with(" ")  # what begins with a space comes first
        trimmed = rows.select(pl.all().str.strip_chars(" ")) if every_cell(rows).to_frame().select(spaced.any()).item() else rows
    else:
        trimmed = rows.select(pl.all().str.strip_chars(None if blanks == "white" else BLANKS))
    if every_cell(trimmed).str.len_bytes().min() != 0:
        return trimmed
    return trimmed.select(pl.when(pl.all().str.len_bytes() > 0).then(pl.all()))


def every_cell(cells: pl.DataFrame) -> pl.Series:
    """Give all cells, column after column, as one: whatever is asked of it costs one expression, where a table has forty columns."""
    columns = [column.alias("text") for column in cells.get_columns()]
    return pl.concat(columns, rechunk=False) if columns else pl.Series("text", [], dtype=pl.String)
