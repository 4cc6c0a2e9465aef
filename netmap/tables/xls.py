"""Look through an old Excel workbook (.xls) before it is read: how far its cells stand, what is hidden, merged or protected."""

import io

import xlrd
from xlrd.biffh import XLRDError
from xlrd.sheet import Sheet as OldSheet

from netmap.tables.archive import protected
from netmap.tables.marks import Marks, digits_shown
from netmap.tables.sheet import Span
from netmap.tables.xlsx import refuse_far

MACROS = "_VBA_PROJECT".encode("utf-16-le")


def look_through(file: str, content: bytes, notes: list[str]) -> dict[str, Marks]:
    """Give what each sheet says beside its cells, by its name; raise when it is protected or spread too far.

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
    found: dict[str, Marks] = {}
    for place in range(book.nsheets):
        sheet = book.sheet_by_index(place)
        refuse_far(file, sheet.nrows, sheet.ncols)
        found[sheet.name] = marks_of(sheet, styles)
        book.unload_sheet(place)
    return found


def marks_of(sheet: OldSheet, styles: dict[int, int]) -> Marks:
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
