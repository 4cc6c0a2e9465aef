"""How far the filled cells of a sheet of an .xlsx stand: two at its far corners weigh nothing and would fill the memory as a table.

The usual writing of places is found in bytes. Whatever else XML allows (cells without place, other quotes, references to letters)
is followed by a parser, slower by far: the reader of workbooks trusts those places, and ends the whole program past the memory.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from netmap.errors import FileUnreadable
from netmap.tables.archive import damaged, expanded_part
from netmap.tables.words import column_number, number

SHEET_CELLS_MAX = 60_000_000
SHEET_ROWS = 1_048_576
OVERLAP = 1024
# A sheet whose places stay within column Z and row 999 999 is small enough. Others: a column past Z, a row of 7 digits, small letters.
FAR_PLACE = re.compile(rb'r="(?:([A-Z]{2,})[0-9]|[A-Z]?[0-9]{7}|[A-Z]+[a-z])')
FILLED_PLACE = re.compile(rb'[<:]c r="([A-Z]+)([0-9]+)"[^<>]*(?<!/)>')
# A cell written otherwise than `<c r="A1"`, with or without a prefix: what is quick to see, then all that is.
MAYBE_ODD_CELLS = (re.compile(rb'<c(?! r="[A-Z])[\s/>]'), re.compile(rb':c(?! r="[A-Z])[\s/>]'))
CELL_START = 24
ODD_CELLS = (re.compile(rb'<c(?! r="[A-Z]{1,3}[0-9]{1,7}")[\s/>]'), re.compile(rb':c(?! r="[A-Z]{1,3}[0-9]{1,7}")[\s/>]'))
STRINGS_TAG = re.compile(rb"<(?:\w+:)?sst\b([^<>]*)(>?)")
COUNT = re.compile(rb"""ount\s*=\s*["']\s*\+?([0-9]+)""")
CELL_REFERENCE = re.compile(r"([A-Za-z]+)([0-9]+)")


def may_reach_far(piece: bytes) -> bool:
    """Tell whether a piece of a sheet names places wide or low enough to go over the limit, or names them in an odd way."""
    columns = set(FAR_PLACE.findall(piece))
    if b"" in columns or max(map(column_number, columns), default=0) * SHEET_ROWS > SHEET_CELLS_MAX:
        return True
    return b"&#" in piece or has_one(piece, MAYBE_ODD_CELLS)


def has_one(piece: bytes, cells: Iterable[re.Pattern[bytes]]) -> bool:
    """Tell whether a piece of a sheet has one of these cells; one cut by its end is left to the next piece."""
    return any(odd is not None and odd.start() <= len(piece) - CELL_START for odd in (cell.search(piece) for cell in cells))


def refuse_false_count(file: str, part: zipfile.ZipInfo, piece: bytes) -> None:
    """Raise when shared texts are said to be more than their part can hold: the reader would make room for them all."""
    named = part.filename.lower().endswith("sharedstrings.xml")
    tag = STRINGS_TAG.search(piece) if named and b"sst" in piece else None
    if tag and (not tag[2] or any(int(count[:20]) > part.file_size for count in COUNT.findall(tag[1]))):
        raise damaged(file)


def refuse_far_cells(file: str, content: bytes, part: zipfile.ZipInfo) -> None:
    """Raise when the filled cells of a sheet span a rectangle too large to lay out; styled empty cells do not count."""
    odd = any(has_one(piece, ODD_CELLS) for piece in overlapping(expanded_part(content, part)))
    extent = followed(expanded_part(content, part)) if odd else found(overlapping(expanded_part(content, part)))
    refuse_far(file, *extent)


def refuse_far(file: str, rows: int, columns: int) -> None:
    """Raise when a rectangle is too large to lay out."""
    if rows * columns > SHEET_CELLS_MAX:
        raise FileUnreadable(
            f"« {file} » a une feuille dont les cellules s’étendent sur {number(rows * columns)} places, "
            f"plus que les {number(SHEET_CELLS_MAX)} admises : supprimez les cellules isolées loin du tableau, "
            "ou enregistrez-la en CSV."
        )


def overlapping(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Give each piece with the end of the one before."""
    tail = b""
    for piece in pieces:
        yield tail + piece
        tail = piece[-OVERLAP:]


def found(pieces: Iterable[bytes]) -> tuple[int, int]:
    """Give the last row and the last column of the filled cells, from the bytes of a sheet."""
    columns: set[bytes] = set()
    last_row = 0
    for piece in pieces:
        for column, row in FILLED_PLACE.findall(piece):
            columns.add(column)
            last_row = max(last_row, int(row))
    return last_row, max(map(column_number, columns), default=0)


def followed(pieces: Iterable[bytes]) -> tuple[int, int]:
    """Give the last row and the last column of the filled cells, from the elements of a sheet; no cell is held."""
    row = column = last_row = last_column = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, last_row, last_column
        element = name.rpartition(":")[2]
        if element == "row":
            given = attributes.get("r", "")
            row, column = (int(given) if given.isdecimal() else row + 1), 0
        elif element == "c":
            place = CELL_REFERENCE.fullmatch(attributes.get("r", ""))
            column = column_number(place[1].upper().encode()) if place else column + 1
            row = int(place[2]) if place else row
        elif element in ("v", "is", "f"):
            last_row, last_column = max(last_row, row), max(last_column, column)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    for piece in pieces:
        parser.Parse(piece)
    parser.Parse(b"", True)
    return last_row, last_column
