"""A workbook of 20,000 lines, one in ten with something wrong: annotated by netmap, written by xlsxwriter.

xlsxwriter writes the workbooks that netmap makes; an Excel workbook is marked in place, a text is written anew then marked.
"""

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from loaders import SOURCES
from netmap.demo.identifiers import uai
from netmap.intake import Given, annotated_workbook, prepare
from netmap.stores import open_store

LINES = 20_000
HEADINGS = ("N° de convention", "UAI", "Partenaire", "Commune du partenaire", "Objet", "Début", "Fin", "Jeunes concernés", "Observations")


def rows() -> list[tuple[str, ...]]:
    """Give the headings and the lines; a tenth ends on no day."""
    lines = [
        (
            f"CONV-{number:06d}",
            uai(number % 9_000),
            f"Menuiserie Aubrelle {number % 4_000}",
            f"Ambreval {number % 300}",
            "Accueil en PFMP",
            "01/09/2024",
            "jamais" if number % 10 == 0 else "31/08/2027",
            str(number % 30),
            f"vu le {number % 28 + 1} mars",
        )
        for number in range(LINES)
    ]
    return [HEADINGS, *lines]


def excel() -> bytes:
    """Write the lines with xlsxwriter."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False}) as book:
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet("Conventions")
        for line, row in enumerate(rows()):
            for place, cell in enumerate(row):
                sheet.write_string(line, place, cell, text)
    return held.getvalue()


def written(_folder: Path) -> Callable[[], object]:
    """Write the workbook."""
    return lambda: len(excel()) > 0


def marked(_folder: Path) -> Callable[[], object]:
    """Annotate the workbook."""
    return _annotated("conventions.xlsx", excel())


def rewritten(_folder: Path) -> Callable[[], object]:
    """Annotate the same lines as a csv."""
    return _annotated("conventions.csv", "\r\n".join(";".join(row) for row in rows()).encode())


def _annotated(name: str, content: bytes) -> Callable[[], object]:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "vide.netmap", create=True)
        (file,) = prepare(store, [Given(name, content=content)], SOURCES, author="banc", at="2026-11-23T08:00:00+00:00").report.files
    assert (file.tables[0].reading.lines_read, file.tables[0].reading.lines_rejected) == (LINES, LINES // 10)
    return lambda: len(annotated_workbook(name, content, file)) > 0
