"""Read a LibreOffice workbook (.ods): each cell as a person sees it where that is whole, by its saved value otherwise.

One pass over the expanded content, whose entities are refused before. A row or a cell is said once with how many times it is
repeated: blank ones cost nothing, filled ones are counted before they are laid out.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

import polars as pl

from netmap.tables.archive import ODF_MANIFEST, checked_pieces, damaged, protected, safe_parts, whole_part
from netmap.tables.extent import SHEET_ROWS, refuse_far
from netmap.tables.marks import Marks, sheet_of_rows, unsaved_note
from netmap.tables.records import Record, careful_rows
from netmap.tables.sheet import COLUMNS_MAX, Sheet, Span, refuse_too_wide
from netmap.tables.words import plain

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, OFFICE, TEXT, STYLE = (f"{{{ODF}{name}:1.0}}" for name in ("table", "office", "text", "style"))
ROW, COLUMN, SHEET = TABLE + "table-row", TABLE + "table-column", TABLE + "table"
CELL, COVERED = TABLE + "table-cell", TABLE + "covered-table-cell"
PARAGRAPH, SPACES = TEXT + "p", TEXT + "s"
VALUE_TYPE, VALUE = OFFICE + "value-type", OFFICE + "value"
REPEATED_COLUMNS, REPEATED_ROWS = TABLE + "number-columns-repeated", TABLE + "number-rows-repeated"
SPANNED_COLUMNS, SPANNED_ROWS = TABLE + "number-columns-spanned", TABLE + "number-rows-spanned"
LETTERS = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
SPACES_MAX = 1_000
HOURS = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
BATCH_ROWS = 20_000


@dataclass(slots=True)
class Grid:
    """Hold a sheet being read: its filled rows by their line, what stands beside its cells, how far it was read."""

    marks: Marks = field(default_factory=Marks)
    rows: list[Record] = field(default_factory=list[Record])
    parts: list[tuple[pl.DataFrame, pl.Series]] = field(default_factory=list[tuple[pl.DataFrame, pl.Series]])
    line: int = 0
    column: int = 0
    elsewhere: bool = False


def read_sheets(file: str, content: bytes, notes: list[str]) -> Iterator[tuple[str, Sheet | None]]:
    """Give each sheet with its name, None for an empty one; raise when the workbook is damaged, protected or unsafe."""
    parts = safe_parts(file, content)
    if b"encryption-data" in whole_part(file, content, parts, ODF_MANIFEST):
        raise protected(file)
    if any(part.filename.startswith(("Basic/", "Scripts/")) and not part.is_dir() for part in parts):
        notes.append("Le classeur contient des macros : elles n’ont pas été exécutées.")
    elsewhere = False
    for name, hidden, grid in grids_in(file, elements(file, content, [part for part in parts if part.filename == "content.xml"])):
        elsewhere = elsewhere or grid.elsewhere
        if grid.elsewhere:
            continue
        lay_out(file, grid)
        yield name, sheet_of_rows(name, grid.parts, grid.marks, hidden=hidden)
        if grid.marks.unsaved:
            notes.append(unsaved_note(name, sorted(grid.marks.unsaved)))
    if elsewhere:
        notes.append("Le classeur renvoie à d’autres classeurs : liens non suivis, valeurs du dernier enregistrement.")


def grids_in(file: str, found: Iterable[ET.Element]) -> Iterator[tuple[str, bool, Grid]]:
    """Give each sheet once it ends: its name, whether it is hidden, its rows."""
    grid = Grid()
    hidden: set[str | None] = set()
    for element in found:
        tag = element.tag
        if tag == ROW:
            read_row(file, grid, element)
            element.clear()
        elif tag == COLUMN:
            read_columns(grid, element)
        elif tag == TABLE + "table-source":
            grid.elsewhere = True
        elif tag == STYLE + "style":
            if any(properties.get(TABLE + "display") == "false" for properties in element):
                hidden.add(element.get(STYLE + "name"))
        elif tag == SHEET:
            yield element.get(TABLE + "name", ""), element.get(TABLE + "style-name") in hidden, grid
            element.clear()
            grid = Grid()


def elements(file: str, content: bytes, parts: list[zipfile.ZipInfo]) -> Iterator[ET.Element]:
    """Give the elements of a part of XML as each of them ends."""
    parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(("end",))
    for _, piece in checked_pieces(file, content, parts):
        # Entities are looked for in ASCII: what is written otherwise is not read.
        if b"\x00" in piece:
            raise damaged(file)
        parser.feed(piece)
        for event in parser.read_events():
            element = event[-1]
            if isinstance(element, ET.Element):
                yield element
    parser.close()


def lay_out(file: str, grid: Grid) -> None:
    """Turn the rows read so far into columns."""
    if grid.rows:
        grid.parts.append(careful_rows(file, iter(grid.rows), lone_returns=False))
        grid.rows.clear()


def read_columns(grid: Grid, element: ET.Element) -> None:
    """Read a column, or several alike."""
    repeated = times(element, REPEATED_COLUMNS)
    if hides(element):
        grid.marks.hidden_columns.update(range(grid.column, min(grid.column + repeated, 2 * COLUMNS_MAX)))
    grid.column += repeated


def read_row(file: str, grid: Grid, element: ET.Element) -> None:
    """Put a row in its sheet, as often as it is repeated."""
    repeated = times(element, REPEATED_ROWS)
    after = grid.line + repeated
    if cells := cells_of(file, grid, element):
        refuse_far(file, after, max(len(cells), 1 + max(0, after - SHEET_ROWS) * SHEET_ROWS))
        for line in range(grid.line + 1, after + 1):
            grid.rows.append(Record(line, cells, line))
            if len(grid.rows) >= BATCH_ROWS:
                lay_out(file, grid)
    if hides(element):
        grid.marks.hidden_lines.update(range(grid.line + 1, min(after, SHEET_ROWS) + 1))
    grid.line = after


def cells_of(file: str, grid: Grid, row: ET.Element) -> list[str]:
    """Give the cells of a row up to the last filled one, each as often as it is repeated."""
    cells: list[str] = []
    column = 0
    for cell in row:
        if cell.tag not in (CELL, COVERED):
            continue
        repeated = times(cell, REPEATED_COLUMNS)
        if cell.tag == CELL:
            if SPANNED_COLUMNS in cell.attrib or SPANNED_ROWS in cell.attrib:
                last_line, last_column = grid.line + times(cell, SPANNED_ROWS), column + times(cell, SPANNED_COLUMNS) - 1
                grid.marks.merge(Span(grid.line + 1, last_line, column, last_column))
            if value := value_of(cell):
                refuse_too_wide(file, "", column + repeated)
                cells.extend([""] * (column - len(cells)))
                cells.extend([value] * repeated)
            elif TABLE + "formula" in cell.attrib and VALUE_TYPE not in cell.attrib and not len(cell):
                grid.marks.unsaved.add((grid.line + 1, column))
        column += repeated
    return cells


def shown(cell: ET.Element) -> str:
    """Give the text that a cell shows, one line a paragraph; a comment or a drawing in it is not its text."""
    if len(cell) == 1 and cell[0].tag == PARAGRAPH and not len(cell[0]):
        return (cell[0].text or "").strip()
    return "\n".join(paragraph(found) for found in cell if found.tag == PARAGRAPH).strip()


def paragraph(element: ET.Element) -> str:
    """Give the text of a paragraph or of what is in it."""
    pieces = [element.text or ""]
    for inner in element:
        if inner.tag == SPACES:
            pieces.append(" " * min(whole(inner.get(TEXT + "c", "1")), SPACES_MAX))
        elif inner.tag in LETTERS:
            pieces.append(LETTERS[inner.tag])
        elif inner.tag.startswith(TEXT):
            pieces.append(paragraph(inner))
        pieces.append(inner.tail or "")
    return "".join(pieces)


def value_of(cell: ET.Element) -> str:
    """Give the text of a cell from its value, and from what it shows where that says the same number with its leading zeros."""
    kind = cell.get(VALUE_TYPE)
    if kind in ("float", "percentage", "currency"):
        return number_of(cell.get(VALUE, ""), shown(cell))
    if kind == "date":
        return cell.get(OFFICE + "date-value", "").replace("T", " ").partition(".")[0].removesuffix(" 00:00:00")
    if kind == "boolean":
        return cell.get(OFFICE + "boolean-value", "")
    if kind == "time" and (found := HOURS.fullmatch(cell.get(OFFICE + "time-value", ""))):
        return ":".join(found.groups())
    return shown(cell)


def number_of(value: str, seen: str) -> str:
    """Give a number as it is seen when it is an error or digits alone, by its saved value otherwise."""
    digits = "".join(seen.split())
    if seen.startswith("#") or (digits.isdecimal() and (digits == value or same(digits, value))):
        return digits
    return number_text(value)


def number_text(value: str) -> str:
    """Write a number without exponent nor needless decimals."""
    try:
        return plain(float(value))
    except ValueError:
        return value


def same(digits: str, value: str) -> bool:
    """Tell whether digits, leading zeros or not, are a number."""
    try:
        return float(digits) == float(value)
    except ValueError:
        return False


def times(element: ET.Element, name: str) -> int:
    """Give how many rows or columns an element stands for or covers."""
    text = element.get(name)
    return max(1, whole(text)) if text else 1


def whole(text: str) -> int:
    """Give a number of rows, columns or spaces; 1 when it is none."""
    return int(text) if text.isdecimal() and len(text) <= 9 else 1  # noqa: PLR2004 - past any sheet


def hides(element: ET.Element) -> bool:
    """Tell whether rows or columns are hidden, by hand or by a filter."""
    return element.get(TABLE + "visibility", "visible") in ("collapse", "filter")
