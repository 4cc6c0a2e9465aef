"""Mark cells of someone's own Excel workbook: colours, comments and words in free cells; every other byte of its parts is kept.

The parts of the workbook are edited as text, where it must change. A library that reads a workbook into objects and writes
it again loses what it does not know (shapes, sheets' extensions, form controls) and takes four times as long: measured with
openpyxl on 20,000 rows. What is not written as expected raises `Unmarkable`: the caller then writes a workbook of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netmap.intake.marking.notes import with_notes
from netmap.intake.marking.package import Package, Unmarkable
from netmap.intake.marking.sheet import Column, Mark, Words, marked_sheet
from netmap.intake.marking.styles import Styles

__all__ = ["AUTHOR", "Column", "Mark", "SheetMarks", "Unmarkable", "Words", "marked_workbook"]

AUTHOR = "netmap"
# Spreadsheets open slowly with more comments than this on a sheet; the words beside the lines still say everything.
NOTES_MAX = 5_000


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """Hold what to mark on a sheet: cells by (line from 1, column from 0), and columns of words of ours."""

    sheet: str
    cells: Mapping[tuple[int, int], Mark]
    columns: Sequence[Column] = ()


def marked_workbook(content: bytes, sheets: Sequence[SheetMarks], colours: Sequence[str]) -> bytes:
    """Give the workbook with its marks; those of a former time, in the same `colours`, are taken away. Raise Unmarkable."""
    package = Package(content)
    styles = Styles(package.part("xl/styles.xml"), colours)
    for marks in sheets:
        path = package.sheet_path(marks.sheet)
        sheet, anchored = marked_sheet(package.part(path), marks.cells, marks.columns, styles)
        notes = [(place, mark.note) for place, mark in sorted(anchored.items()) if mark.note][:NOTES_MAX]
        package.change(path, with_notes(package, path, sheet, notes, AUTHOR))
    package.change("xl/styles.xml", styles.written())
    return package.written()
