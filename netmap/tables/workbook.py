"""Read workbooks (.xlsx, .xlsm, .xls, .ods): every cell as the text it stands for, formulas by the value they had when saved.

Nothing is executed. Dates come in ISO form, whole numbers without decimals, and error cells as « #REF! » and its kin.
"""

from collections import defaultdict
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any, Literal, cast

import fastexcel
import polars as pl

from netmap.errors import FileUnreadable
from netmap.tables import ods, xls, xlsx
from netmap.tables.marks import Marks, marked, unsaved_note
from netmap.tables.sheet import Sheet, filled_rows, refuse_too_wide, stripped

# What the reader calls error cells, and what Excel shows.
ERRORS = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
    "GettingData": "#GETTING_DATA",
}
UNKNOWN_ERROR = "#ERREUR!"
# A time of day is a date before Excel's first one; a date has no time of day.
TIME_ALONE = r"^(?:1899-12-3[01]|1904-01-01) (\d\d:\d\d:\d\d)$"
DATE_LENGTH = len("1899-12-31 00:00:00")
DATE_ALONE = r"^(\d{4}-\d\d-\d\d) 00:00:00$"


def excel_sheets(file: str, content: bytes, notes: list[str]) -> tuple[Sheet, ...]:
    """Read the sheets of an Excel workbook that hold a filled cell; the others are named in `notes`.

    Raise FileUnreadable when the workbook is damaged or unsafe, or when all its sheets are empty.
    """
    with readable(file):
        marks = xlsx.look_through(file, content, notes)
        reader = fastexcel.read_excel(content)
        names = reader.sheet_names
    sheets: list[Sheet] = []
    for place, name in enumerate(names):
        with readable(file):
            found = cast("Any", reader.load_sheet(place, header_row=None, skip_rows=0, dtypes="string"))
        sheet = filled_sheet(file, name, found)
        if sheet is None:
            notes.append(empty_note(name))
            continue
        beside = marks.get(name, Marks())
        sheets.append(marked(sheet, beside))
        if beside.unsaved:
            notes.append(unsaved_note(name, sorted(beside.unsaved)))
    return some_filled(file, sheets)


def other_sheets(file: str, content: bytes, form: Literal["xls", "ods"], notes: list[str]) -> tuple[Sheet, ...]:
    """Read the sheets of an old Excel or a LibreOffice workbook that hold a filled cell; the others are named in `notes`."""
    read_sheets = xls.read_sheets if form == "xls" else ods.read_sheets
    sheets: list[Sheet] = []
    with readable(file):
        for name, sheet in read_sheets(file, content, notes):
            if sheet is None:
                notes.append(empty_note(name))
            else:
                sheets.append(sheet)
    return some_filled(file, sheets)


def empty_note(name: str) -> str:
    """Say that a sheet was left aside because it holds nothing."""
    return f"Feuille « {name} » laissée de côté : elle est vide."


def some_filled(file: str, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Give the sheets; raise when there is none."""
    if not sheets:
        raise FileUnreadable(f"« {file} » n’a aucune feuille remplie : vérifiez le classeur.")
    return tuple(sheets)


@contextmanager
def readable(file: str) -> Generator[None]:
    """Turn whatever the reader of workbooks raises, its crashes included, into one sentence."""
    try:
        yield
    except FileUnreadable:
        raise
    except BaseException as error:
        # A crash of the reader does not derive from Exception; what the user or the system asks for goes through.
        if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit)):
            raise
        raise FileUnreadable(f"« {file} » est un classeur illisible : ouvrez-le dans un tableur et enregistrez-le de nouveau.") from error


def filled_sheet(file: str, name: str, found: Any) -> Sheet | None:  # noqa: ANN401 - fastexcel has no types
    """Give a sheet as text, its filled rows in their places; give None when it is empty."""
    refuse_too_wide(file, name, found.width)
    if found.width == 0 or found.height == 0:
        return None
    with readable(file):
        frame, first_column = sheet_text(found)
    cells, lines = filled_rows(stripped(frame), pl.int_range(1, frame.height + 1, eager=True))
    return Sheet(name, cells, lines, first_column, hidden=found.visible != "visible") if cells.height else None


def sheet_text(sheet: Any) -> tuple[pl.DataFrame, int]:  # noqa: ANN401 - fastexcel has no types
    """Give the cells of a sheet as text from its first row on, and the place of its first filled column from 0."""
    batch, found = sheet.to_arrow_with_errors()
    frame = cast("pl.DataFrame", pl.from_arrow(batch))
    frame.columns = [f"c{place}" for place in range(frame.width)]
    frame = frame.select(pl.all().cast(pl.String))
    dated = frame.select((pl.all().str.len_bytes() == DATE_LENGTH).any())
    frame = frame.with_columns(
        pl.col(name).str.replace(TIME_ALONE, "$1").str.replace(DATE_ALONE, "$1") for name in frame.columns if dated[name].item()
    )
    wrong: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for error in found.errors if found else ():
        kind = str(error.detail).rpartition("Error(")[2].partition(")")[0]
        row, column = error.offset_position
        wrong[column].append((row, ERRORS.get(kind, UNKNOWN_ERROR)))
    shown = [frame.to_series(column).scatter([row for row, _ in cells], [text for _, text in cells]) for column, cells in wrong.items()]
    return frame.with_columns(shown), int(sheet.available_columns()[0].absolute_index)
