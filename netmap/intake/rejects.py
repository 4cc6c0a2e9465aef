"""The rejected lines as a workbook that loads once corrected: the source's own columns and cells, then `_série`, `_ligne`, `_motif`.

The series is written because nothing else tells it: these lines are not in the network yet, and people name the file as they like.
"""

import io

import polars as pl
import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

from netmap.intake.report import FileReport, TableReport
from netmap.intake.series import CARRIED

_LINE, _REASON = "_ligne", "_motif"
_OURS = (CARRIED, _LINE, _REASON)


def rejected_workbook(file: FileReport) -> bytes | None:
    """Write the rejected lines of a file, a sheet a table, every cell as text; None when none was rejected."""
    tables = [t for t in file.tables if t.reading.lines_rejected]
    if not tables:
        return None
    held = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(held, options) as book:
        heading = book.add_format({"bold": True, "bg_color": "#eeeeee", "num_format": "@"})
        text = book.add_format({"num_format": "@"})
        reason = book.add_format({"font_color": "#ce0500", "num_format": "@"})
        for number, table in enumerate(tables, 1):
            name = table.reading.table.sheet or "Lignes rejetées"
            sheet = book.add_worksheet(name[:31] if len(tables) == 1 or table.reading.table.sheet else f"Lignes rejetées {number}")
            own = [heading for heading in table.reading.table.headings if heading not in _OURS]
            headings = [*own, *_OURS]
            sheet.write_row(0, 0, headings, heading)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(headings) - 2, 18, text)
            sheet.set_column(len(headings) - 1, len(headings) - 1, 80, reason)
            for at, cells in enumerate(_rows(table), 1):
                for column, cell in enumerate(cells):
                    if cell:
                        sheet.write_string(at, column, cell, reason if column == len(headings) - 1 else text)
    return held.getvalue()


def _rows(table: TableReport) -> list[list[str]]:
    reading = table.reading
    reasons: dict[int, list[str]] = {}
    whole = [p.message for p in reading.file_problems if p.severity == "fichier"]
    for problem in reading.each_problem():
        if problem.line is not None and problem.severity == "ligne":
            reasons.setdefault(problem.line, []).append(problem.message.partition(" : ")[2])
    own = [f"c{i}" for i, heading in enumerate(reading.table.headings) if heading not in _OURS]
    said = reading.table.cells.select(own).with_columns(pl.lit(table.series).alias(CARRIED), reading.table.lines.alias(_LINE))
    kept = said.filter(reading.rejected).fill_null("")
    rows: list[list[str]] = []
    for row in kept.select(pl.all().cast(pl.String)).iter_rows():
        rows.append([*row, " ".join(reasons.get(int(row[-1]), whole))])
    return rows
