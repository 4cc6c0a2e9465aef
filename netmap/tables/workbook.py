"""Read Excel workbooks (.xlsx, .xlsm): every cell as the text it stands for, formulas by the value they had when saved.

Nothing is executed. Dates come in ISO form, whole numbers without decimals, and error cells as « #REF! » and its kin.
The header is the first row that holds something: `header_row` is the place to look for it further down.
"""

from collections import defaultdict
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, cast

import fastexcel
import polars as pl

from netmap.errors import FileUnreadable
from netmap.tables.archive import refuse_unsafe_workbook
from netmap.tables.table import Grid, Table, refuse_too_wide, stripped, table_of

READ_ME = "lisez"
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
DATE_ALONE = r"^(\d{4}-\d\d-\d\d) 00:00:00$"


def workbook_tables(file: str, content: bytes, notes: list[str]) -> tuple[Table, ...]:
    """Read the sheets that hold a table; those left aside are named in the notes of the first one.

    Raise FileUnreadable when the workbook is damaged or unsafe, or when no sheet holds a table.
    """
    refuse_unsafe_workbook(file, content)
    aside: list[str] = []
    tables: list[Table] = []
    with readable(file):
        reader = fastexcel.read_excel(content)
        names = reader.sheet_names
    for place, name in enumerate(names):
        if name.strip().lower().startswith(READ_ME):
            aside.append(f"Feuille « {name} » laissée de côté : mode d’emploi.")
            continue
        with readable(file):
            sheet = cast("Any", reader.load_sheet(place, header_row=None, skip_rows=0, dtypes="string"))
        grid = sheet_grid(file, name, sheet)
        if grid is None:
            aside.append(f"Feuille « {name} » laissée de côté : elle est vide.")
            continue
        hidden = [] if sheet.visible == "visible" else [f"La feuille « {name} » est masquée dans le classeur."]
        table = table_of(file, name, grid, hidden)
        if table.cells.height == 0:
            aside.append(f"Feuille « {name} » laissée de côté : aucune ligne sous ses en-têtes (ligne {grid.header_line}).")
            continue
        tables.append(table)
    if not tables:
        raise FileUnreadable(f"« {file} » n’a aucune feuille avec des lignes sous des en-têtes : vérifiez le classeur.")
    first = tables[0]
    said = (*notes, *aside, *first.notes)
    return (
        Table(first.file, first.sheet, first.header_line, first.headings, first.cells, first.lines, said),
        *tables[1:],
    )


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


def sheet_grid(file: str, name: str, sheet: Any) -> Grid | None:  # noqa: ANN401 - fastexcel has no types
    """Cut a sheet into its header and the rows under it; give None for an empty sheet."""
    refuse_too_wide(file, name, sheet.width)
    if sheet.width == 0 or sheet.height == 0:
        return None
    with readable(file):
        frame, first_column = sheet_text(sheet)
    rows = stripped(frame)
    place = header_row(rows)
    if place is None:
        return None
    header = tuple(cell or "" for cell in rows.row(place))
    below = rows.slice(place + 1)
    lines = pl.int_range(place + 2, place + 2 + below.height, eager=True)
    return Grid(place + 1, header, below, lines, first_column)


def header_row(rows: pl.DataFrame) -> int | None:
    """Give the place of the header among the rows of a sheet: the first that holds something."""
    filled = rows.select(pl.any_horizontal(pl.all().is_not_null()).alias("filled")).to_series()
    return filled.arg_max() if filled.any() else None


def sheet_text(sheet: Any) -> tuple[pl.DataFrame, int]:  # noqa: ANN401 - fastexcel has no types
    """Give the cells of a sheet as text from its first row on, and the place of its first filled column from 0."""
    batch, found = sheet.to_arrow_with_errors()
    frame = cast("pl.DataFrame", pl.from_arrow(batch))
    frame.columns = [f"c{place}" for place in range(frame.width)]
    frame = frame.select(
        pl.all().cast(pl.String).str.replace(TIME_ALONE, "$1").str.replace(DATE_ALONE, "$1"),
    )
    wrong: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for error in found.errors if found else ():
        kind = str(error.detail).rpartition("Error(")[2].partition(")")[0]
        row, column = error.offset_position
        wrong[column].append((row, ERRORS.get(kind, UNKNOWN_ERROR)))
    shown = [frame.to_series(column).scatter([row for row, _ in cells], [text for _, text in cells]) for column, cells in wrong.items()]
    return frame.with_columns(shown), int(sheet.available_columns()[0].absolute_index)
