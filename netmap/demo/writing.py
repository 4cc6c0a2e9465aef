"""The demo's files, as a user's office suite would have written them, and the same bytes each time.

A few real habits are kept on purpose, that the loaders accept: French dates and some ISO ones, dates typed as text in a workbook.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter

Cell = str | int | float | date
Row = Mapping[str, Cell | None]

_CREATED = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
_TEXT_DATES_EVERY = 11
_ISO_DATES_EVERY = 9
_WIDTH_MIN, _WIDTH_MAX = 10, 40


def write_workbook(path: Path, sheet: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Write rows under their headings: codes as text, dates as dates except on some lines, where someone typed them."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": sheet, "author": "Académie de Valmont (fictive)", "created": _CREATED})
        heading = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page = book.add_worksheet(sheet)
        page.freeze_panes(1, 0)
        for place, name in enumerate(columns):
            page.write_string(0, place, name, heading)
            page.set_column(place, place, min(_WIDTH_MAX, max(_WIDTH_MIN, len(name) + 2)))
        for line, row in enumerate(_checked(rows, columns), start=1):
            for place, name in enumerate(columns):
                cell = row.get(name)
                if isinstance(cell, date) and line % _TEXT_DATES_EVERY:
                    page.write_datetime(line, place, datetime(cell.year, cell.month, cell.day, tzinfo=UTC).replace(tzinfo=None), day)
                elif isinstance(cell, int | float):
                    page.write_number(line, place, cell)
                elif cell not in (None, ""):
                    page.write_string(line, place, _typed(cell))


def write_csv(path: Path, columns: Sequence[str], rows: Sequence[Row], encoding: str) -> None:
    """Write rows as French office suites do: semicolons, CRLF, decimal commas; some lines have ISO dates."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    for line, row in enumerate(_checked(rows, columns), start=1):
        writer.writerow([_typed(row.get(name), iso=line % _ISO_DATES_EVERY == 0) for name in columns])
    path.write_bytes(held.getvalue().encode(encoding))


def _checked(rows: Sequence[Row], columns: Sequence[str]) -> Sequence[Row]:
    strange = sorted({name for row in rows for name in row} - set(columns))
    if strange:
        raise KeyError(f"Colonnes absentes du fichier : {', '.join(strange)}")
    return rows


def _typed(cell: Cell | None, *, iso: bool = False) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat() if iso else cell.strftime("%d/%m/%Y")
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    return str(cell)
