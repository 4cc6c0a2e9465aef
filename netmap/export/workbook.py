"""What every workbook of ours is made with: text that never becomes a formula, one fixed creation date, readable headings.

A workbook made twice from the same content is the same file, byte for byte.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, cast

import polars as pl
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
GUIDE = "Lisez-moi"
DATE_FORMAT = "dd/mm/yyyy"
TEXT_MAX = 32_767
LAST_ROW = 1_048_575
_CREATED = datetime(2024, 1, 1)  # noqa: DTZ001 - a workbook has no time zone
_WIDTHS = (9, 60)


class Book(xlsxwriter.Workbook):
    """Make a workbook in memory, with the formats that all of ours share."""

    def __init__(self, title: str) -> None:
        self._held = io.BytesIO()
        super().__init__(self._held, OPTIONS)
        self.set_properties({"title": title, "author": "netmap", "created": _CREATED})
        self.heading = self.add_format({"bold": True, "bg_color": "#e8edff", "border": 1, "text_wrap": True, "valign": "top"})
        self.required = self.add_format(
            {"bold": True, "bg_color": "#000091", "font_color": "#ffffff", "border": 1, "text_wrap": True, "valign": "top"}
        )
        self.text = self.add_format({"num_format": "@"})
        self.date = self.add_format({"num_format": DATE_FORMAT})
        self.whole = self.add_format({"num_format": "0"})
        self.plain = self.add_format({})
        self.wrapped = self.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.title = self.add_format({"bold": True, "font_size": 14})

    def finished(self) -> bytes:
        """Close the workbook and give its bytes."""
        self.close()
        return self._held.getvalue()


def write(sheet: Worksheet, row: int, column: int, value: Any, book: Book) -> None:  # noqa: ANN401 - a cell of any type
    """Write a cell by the type of its value; text is always text, cut at what a cell can hold."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_string(row, column, "oui" if value else "non", book.text)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value.replace(tzinfo=None), book.date)
    elif isinstance(value, date):
        _write_date(sheet, row, column, value, book)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, book.whole if isinstance(value, int) else book.plain)
    else:
        sheet.write_string(row, column, str(value)[:TEXT_MAX], book.text)


def _write_date(sheet: Worksheet, row: int, column: int, value: date, book: Book) -> None:
    # A spreadsheet counts days from 1900: an older date stays readable as text.
    if value.year < 1901:  # noqa: PLR2004 - the year the count starts
        sheet.write_string(row, column, value.isoformat(), book.text)
    else:
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), book.date)  # noqa: DTZ001 - a day


def widths(headings: Sequence[str], texts: Iterable[Sequence[str]]) -> list[int]:
    """Choose the width of each column from its heading and from some of its cells, in letters."""
    low, high = _WIDTHS
    longest = [len(heading) + 2 for heading in headings]
    for cells in texts:
        longest = [max(length, len(cell)) for length, cell in zip(longest, cells, strict=True)]
    return [min(max(length + 1, low), high) for length in longest]


def frame_sheet(book: Book, name: str, frame: pl.DataFrame) -> Worksheet:
    """Write a frame on a sheet of its own: typed cells, frozen header, filter, widths."""
    sheet = book.add_worksheet(sheet_name(name))
    if frame.height > LAST_ROW:
        frame = frame.head(LAST_ROW)
    for column, heading in enumerate(frame.columns):
        sheet.write_string(0, column, heading, book.heading)
    for row, cells in enumerate(frame.iter_rows(), 1):
        for column, value in enumerate(cells):
            write(sheet, row, column, _joined(value), book)
    shown = (
        frame.head(200).select(pl.all().map_elements(lambda v: str(v)[:80], return_dtype=pl.String).fill_null("")).rows()
        if frame.height
        else []
    )
    for column, width in enumerate(widths(frame.columns, shown)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    if frame.width:
        sheet.autofilter(0, 0, max(frame.height, 1), frame.width - 1)
    return sheet


def _joined(value: Any) -> Any:  # noqa: ANN401 - a cell of any type
    if not isinstance(value, list):
        return value
    return " | ".join(str(part) for part in cast("list[Any]", value))


def sheet_name(name: str) -> str:
    """Give a name that a sheet may have: 31 letters, none of those that spreadsheets refuse."""
    kept = "".join(" " if letter in "[]:*?/\\" or ord(letter) < ord(" ") else letter for letter in name).strip().strip("'")
    return " ".join(kept.split())[:31].strip() or "Feuille"


def guide_sheet(book: Book, title: str, sections: Sequence[tuple[str, Sequence[Sequence[str]]]], column_widths: Sequence[int]) -> Worksheet:
    """Write the « Lisez-moi » sheet: a title, then sections of rows of text; readers of netmap leave this sheet aside."""
    sheet = book.add_worksheet(GUIDE)
    sheet.write_string(0, 0, title, book.title)
    at = 2
    for heading, rows in sections:
        sheet.write_string(at, 0, heading, book.heading)
        at += 1
        for cells in rows:
            for column, cell in enumerate(cells):
                if cell:
                    sheet.write_string(at, column, cell[:TEXT_MAX], book.wrapped)
            at += 1
        at += 1
    for column, width in enumerate(column_widths):
        sheet.set_column(column, column, width)
    return sheet
