"""Look into a zipped workbook before anything opens it: what it is, and how much it would take once expanded.

Sizes that a zip declares may lie, so every part is expanded once, piece by piece, and counted. Where cells stand is
looked at too: two cells at the far corners of a sheet weigh nothing in the file and would fill the memory as a table.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from netmap.errors import FileUnreadable
from netmap.tables.content import ADVICE, EXPANDED_PIECE, refuse_expansion
from netmap.tables.words import number

PARTS_MAX = 10_000
SHEET_CELLS_MAX = 60_000_000
SHEET_ROWS = 1_048_576
LOCAL_HEADER = struct.Struct("<4s22xHH")
OVERLAP = 200
# A sheet whose places stay within column Z and row 999 999 is small enough. Others: a column past Z, or a row of 7 digits.
FAR_PLACE = re.compile(rb' r="(?:([A-Z]{2,})[0-9]|[A-Z]?[0-9]{7})')
ODD_FAR_PLACE = re.compile(rb"""\sr\s*=\s*["'](?:([A-Z]{2,})[0-9]|[A-Z]?[0-9]{7})""")
ODD_WRITING = (b"='", b" =", b"= ", b"\tr", b"\nr", b"\rr", b"\n=", b"=\n")
FILLED_PLACE = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Z]+)([0-9]+)["'][^>]*(?<!/)>""")

OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.spreadsheet": "un classeur LibreOffice (.ods)",
    b"application/vnd.oasis.opendocument.text": "un texte LibreOffice (.odt), pas un tableau",
}


def refuse_unsafe_workbook(file: str, content: bytes) -> None:
    """Raise when zipped content is not an Excel workbook, is damaged, or would grow past the limits."""
    damaged = FileUnreadable(f"« {file} » est un classeur abîmé ou coupé avant la fin : téléchargez-le de nouveau.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, EOFError, NotImplementedError, UnicodeDecodeError):
        raise damaged from None
    if any(part.flag_bits & 0x1 for part in parts):
        raise FileUnreadable(f"« {file} » est protégé par un mot de passe : retirez-le et enregistrez le fichier.")
    refuse_other_archive(file, content, parts)
    if len(parts) > PARTS_MAX:
        raise FileUnreadable(f"« {file} » contient {number(len(parts))} parties, plus que les {number(PARTS_MAX)} admises : {ADVICE}")
    refuse_expansion(file, sum(part.file_size for part in parts), len(content))
    total = 0
    try:
        for part in parts:
            size = 0
            far, tail = False, b""
            for piece in expanded_part(content, part):
                size += len(piece)
                total += len(piece)
                refuse_expansion(file, total, len(content))
                if size > part.file_size:
                    raise damaged
                refuse_entities(file, part.filename, piece)
                far = far or reaches_far(tail + piece)
                tail = piece[-OVERLAP:]
            if size != part.file_size:
                raise damaged
            if far:
                refuse_far_cells(file, content, part)
    except (zlib.error, struct.error):
        raise damaged from None


def column_number(name: bytes) -> int:
    """Give the number of a column from its letters: A is 1."""
    place = 0
    for letter in name:
        place = place * 26 + letter - 64
    return place


def refuse_entities(file: str, part: str, piece: bytes) -> None:
    """Raise when a piece of XML declares entities, which no workbook needs."""
    if part.lower().endswith((".xml", ".rels")) and (b"<!DOCTYPE" in piece or b"<!ENTITY" in piece):
        raise FileUnreadable(
            f"« {file} » déclare des entités XML, ce qu’aucun tableur n’écrit : le fichier est refusé ; "
            "ouvrez-le dans un tableur et enregistrez-le de nouveau."
        )


def reaches_far(piece: bytes) -> bool:
    """Tell whether a piece of a sheet names places wide or low enough to make a rectangle over the limit."""
    odd = any(writing in piece for writing in ODD_WRITING)
    columns = set((ODD_FAR_PLACE if odd else FAR_PLACE).findall(piece))
    return b"" in columns or max(map(column_number, columns), default=0) * SHEET_ROWS > SHEET_CELLS_MAX


def refuse_far_cells(file: str, content: bytes, part: zipfile.ZipInfo) -> None:
    """Raise when the filled cells of a sheet span a rectangle too large to lay out; styled empty cells do not count."""
    columns: set[bytes] = set()
    last_row = 0
    tail = b""
    for piece in expanded_part(content, part):
        for column, row in FILLED_PLACE.findall(tail + piece):
            columns.add(column)
            last_row = max(last_row, int(row))
        tail = piece[-OVERLAP:]
    places = last_row * max(map(column_number, columns), default=0)
    if places > SHEET_CELLS_MAX:
        raise FileUnreadable(
            f"« {file} » a une feuille dont les cellules s’étendent sur {number(places)} places, "
            f"plus que les {number(SHEET_CELLS_MAX)} admises : supprimez les cellules isolées loin du tableau, "
            "ou enregistrez-la en CSV."
        )


def expanded_part(content: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Expand a part piece by piece, whatever size it declares."""
    _, name_length, extra_length = LOCAL_HEADER.unpack_from(content, part.header_offset)
    start = part.header_offset + LOCAL_HEADER.size + name_length + extra_length
    packed = memoryview(content)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield from (bytes(packed[place : place + EXPANDED_PIECE]) for place in range(0, len(packed), EXPANDED_PIECE))
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise zlib.error
    member = zlib.decompressobj(wbits=-15)
    rest: bytes | memoryview = packed
    while not member.eof:
        piece = member.decompress(rest, EXPANDED_PIECE)
        rest = member.unconsumed_tail
        if not piece and not member.eof:
            raise zlib.error
        yield piece


def refuse_other_archive(file: str, content: bytes, parts: list[zipfile.ZipInfo]) -> None:
    """Raise, naming what it is, for a zip that is not an Excel workbook."""
    names = {part.filename.replace("\\", "/").lower() for part in parts}
    if "xl/workbook.xml" in names:
        return
    kind = next((words for mark, words in OPEN_DOCUMENTS.items() if mark in content[:200]), None)
    if kind is None and "xl/workbook.bin" in names:
        kind = "un classeur Excel binaire (.xlsb)"
    if kind is None and any(name.startswith("word/") for name in names):
        kind = "un document Word, pas un tableau"
    if kind is None and any(name.startswith("ppt/") for name in names):
        kind = "une présentation PowerPoint, pas un tableau"
    if kind is None:
        raise FileUnreadable(f"« {file} » est une archive zip, pas un tableau : ouvrez-la, puis donnez les fichiers qu’elle contient.")
    raise FileUnreadable(f"« {file} » est {kind} : {ADVICE}")
