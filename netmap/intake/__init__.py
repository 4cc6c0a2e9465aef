"""Files in, a lot out: read, report, difference, commit. Nothing is lost: accepted + rejected = lines read, and the report proves it."""

from netmap.intake.acts import commit, redo, remake, undo
from netmap.intake.annotated import annotated_name, annotated_workbook
from netmap.intake.preparation import Given, Preparation, prepare
from netmap.intake.rejects import rejected_workbook
from netmap.intake.report import FileReport, Report, TableReport

__all__ = [
    "FileReport",
    "Given",
    "Preparation",
    "Report",
    "TableReport",
    "annotated_name",
    "annotated_workbook",
    "commit",
    "prepare",
    "redo",
    "rejected_workbook",
    "remake",
    "undo",
]
