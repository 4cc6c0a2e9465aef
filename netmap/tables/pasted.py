"""Read cells pasted from a spreadsheet: tabs between them, quotes around those that hold a line break or a tab, and no others."""

import re
from collections.abc import Iterator

from netmap.errors import FileUnreadable
from netmap.tables.records import Record, careful_rows
from netmap.tables.sheet import Sheet, filled_rows, stripped

QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?=\t|\n|\Z)')
PLAIN = re.compile(r"[^\t\n]*")


def pasted_sheet(file: str, text: str) -> Sheet:
    """Read pasted cells into a sheet, whose lines count the rows that were copied."""
    cells, lines = careful_rows(file, pasted_rows(text.replace("\r\n", "\n").replace("\r", "\n")), lone_returns=False)
    cells, lines = filled_rows(stripped(cells), lines)
    if not cells.height:
        raise FileUnreadable(f"« {file} » ne contient que des lignes vides : copiez les cellules, puis collez-les de nouveau.")
    return Sheet("", cells, lines)


def pasted_rows(text: str) -> Iterator[Record]:
    """Cut pasted text into rows; a quote that parts nothing is a letter, since spreadsheets copy such cells as they are."""
    place, line = 0, 1
    cells: list[str] = []
    while place <= len(text):
        quoted = QUOTED.match(text, place)
        if quoted and ("\n" in quoted[1] or "\t" in quoted[1]):
            cells.append(quoted[1].replace('""', '"'))
            place = quoted.end()
        elif plain := PLAIN.match(text, place):
            cells.append(plain[0])
            place = plain.end()
        if text[place : place + 1] != "\t":
            yield Record(line, cells, line)
            cells, line = [], line + 1
        place += 1
