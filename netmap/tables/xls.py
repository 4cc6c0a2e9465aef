"""Read an old Excel workbook (.xls): every cell as the text it stands for, what is hidden, merged or protected.

It is read in Python alone: the quick reader ends the whole program when a damaged file of this kind asks for too much memory.
"""

import io
from collections.abc import Iterator, Mapping
from datetime import timedelta

import xlrd
from xlrd.biffh import XLRDError, error_text_from_code
from xlrd.sheet import Cell
from xlrd.sheet import Sheet as OldSheet
from xlrd.xldate import XLDateError, xldate_as_datetime

from netmap.tables.archive import protected
from netmap.tables.extent import refuse_far
from netmap.tables.marks import Marks, digits_shown, sheet_of_rows
from netmap.tables.records import Record, careful_rows
from netmap.tables.sheet import Sheet, Span
from netmap.tables.words import plain

MACROS = "_VBA_PROJECT".encode("utf-16-le")
HALF_SECOND = timedelta(milliseconds=500)


def read_sheets(file: str, content: bytes, notes: list[str]) -> Iterator[tuple[str, Sheet | None]]:
    """Give each sheet with its name, None for an empty one; raise when the workbook is protected or spread too far.

    Macros are said in `notes`, and never run.
    """
    if MACROS in content:
        notes.append("Le classeur contient des macros : elles n’ont pas été exécutées.")
    try:
        book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), formatting_info=True, on_demand=True, ragged_rows=True)
    except XLRDError as error:
        if "encrypted" in str(error):
            raise protected(file) from None
        raise
    styles = {index: digits for index, xf in enumerate(book.xf_list) if (digits := digits_shown(book.format_map[xf.format_key].format_str))}
    for place in range(book.nsheets):
        sheet = book.sheet_by_index(place)
        refuse_far(file, sheet.nrows, sheet.ncols)
        marks = marks_of(sheet, styles)
        parts = [careful_rows(file, rows_of(sheet, book.datemode), lone_returns=False)] if sheet.nrows and sheet.ncols else []
        yield sheet.name, sheet_of_rows(sheet.name, parts, marks, hidden=sheet.visibility != 0)
        book.unload_sheet(place)


def rows_of(sheet: OldSheet, first_day: int) -> Iterator[Record]:
    """Give the rows of a sheet as text."""
    for line in range(sheet.nrows):
        yield Record(line + 1, [text_of(cell, first_day) for cell in sheet.row(line)], line + 1)


def text_of(cell: Cell, first_day: int) -> str:
    """Give the text that a cell stands for; `first_day` is 1 where days are counted from 1904."""
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return plain(float(cell.value))
    if cell.ctype == xlrd.XL_CELL_DATE:
        return day_of(float(cell.value), first_day)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "true" if cell.value else "false"
    return error_text_from_code.get(int(cell.value), "#ERREUR!") if cell.ctype == xlrd.XL_CELL_ERROR else ""


def day_of(value: float, first_day: int) -> str:
    """Write a day in ISO form, its hour only where there is one; a number below one is an hour alone."""
    if value < 0:
        return plain(value)
    try:
        moment = xldate_as_datetime(value, 1 if first_day else 0) + HALF_SECOND
    except (XLDateError, ValueError, OverflowError):
        return plain(value)
    if value < 1:
        return f"{moment:%H:%M:%S}"
    return f"{moment:%Y-%m-%d %H:%M:%S}".removesuffix(" 00:00:00")


def marks_of(sheet: OldSheet, styles: Mapping[int, int]) -> Marks:
    """Give what a sheet says beside its cells."""
    marks = Marks()
    for top, below, left, after in sheet.merged_cells:
        marks.merge(Span(top + 1, below, left, after - 1))
    marks.hidden_lines.update(line + 1 for line, row in sheet.rowinfo_map.items() if row.hidden)
    marks.hidden_columns.update(place for place, column in sheet.colinfo_map.items() if column.hidden)
    if styles:
        for line in range(sheet.nrows):
            for place, cell in enumerate(sheet.row(line)):
                if digits := styles.get(cell.xf_index or 0):
                    marks.padded.setdefault((place, digits), []).append(line + 1)
    return marks
