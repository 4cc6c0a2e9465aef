"""Look through the parts of an Excel workbook (.xlsx, .xlsm) in the pass that checks them: what is hidden, merged, never computed.

Bytes are searched, no XML is built: a piece of a sheet where nothing is hidden nor merged costs a few searches.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence

from netmap.tables.archive import checked_pieces, damaged, safe_parts, whole_part
from netmap.tables.extent import may_reach_far, refuse_false_count, refuse_far_cells
from netmap.tables.marks import Marks, digits_shown
from netmap.tables.sheet import COLUMNS_MAX, Span
from netmap.tables.words import column_number

# Longer than a cell with its formula (8,192 letters at most): what stands across two pieces is seen whole in the second.
OVERLAP = 16 * 1024
# Where a part in UTF-16 shows: bytes are searched as in UTF-8, which spreadsheets write.
HEAD_BYTES = 100
SHEET_TAG = re.compile(rb"""<(?:\w+:)?sheet\s((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""")
RELATION_TAG = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
XF_TAG = re.compile(rb"<(?:\w+:)?xf\b([^<>]*)>")
FORMAT_TAG = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*)>")
ROW_TAG = re.compile(rb"<(?:\w+:)?row\s([^<>]*)>")
COLUMN_TAG = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
MERGED_TAG = re.compile(rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']""")
HIDDEN = re.compile(rb"""hidden=["'](?:1|true)["']""")
# Formulas are told when what follows them is the end of the cell, or an empty value.
UNSAVED = (b"f></c>", b"f><v></v>", b"f><v/>", b"f><v />", b"/></c>")
UNSAVED_CELL = re.compile(rb"<c\s([^<>]*)>\s*<f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)\s*(?:</c>|<v\s*/>|<v></v>)")
PLACE = re.compile(rb"""(?:^|\s)r=["']([A-Z]{1,3})([0-9]{1,7})["']""")


def look_through(file: str, content: bytes, notes: list[str]) -> dict[str, Marks]:
    """Give what each sheet says beside its cells, by its name; raise when a part is unsafe.

    Macros and links to other workbooks are said in `notes`: neither is ever followed.
    """
    parts = safe_parts(file, content)
    names = {part.filename.lower() for part in parts}
    if any(name.startswith(("xl/vbaproject", "xl/macrosheets/")) for name in names):
        notes.append("Le classeur contient des macros : elles n’ont pas été exécutées.")
    if any(name.startswith("xl/externallinks/") for name in names):
        notes.append("Le classeur renvoie à d’autres classeurs : liens non suivis, valeurs du dernier enregistrement.")
    styles = padded_styles(whole_part(file, content, parts, "xl/styles.xml"))
    found: dict[str, Marks] = {}
    far: dict[str, zipfile.ZipInfo] = {}
    seen, tail = "", b""
    for part, piece in checked_pieces(file, content, parts):
        buffer = tail + piece if part.filename == seen else piece
        seen = part.filename
        if buffer is piece and b"\x00" in piece[:HEAD_BYTES] and part.filename.endswith(".xml"):
            raise damaged(file)
        refuse_false_count(file, part, buffer)
        if seen not in far and may_reach_far(buffer):
            far[seen] = part
        if part.filename.startswith("xl/worksheets/"):
            look_at(buffer, styles, found.setdefault(part.filename, Marks()))
        tail = buffer[-OVERLAP:]
    for part in far.values():
        refuse_far_cells(file, content, part)
    return {name: found.get(part, Marks()) for name, part in sheet_parts(file, content, parts).items()}


def look_at(piece: bytes, styles: Mapping[bytes, int], marks: Marks) -> None:
    """Find in a piece of a sheet what it hides and merges, its numbers with leading zeros, its formulas without value."""
    if b"hidden=" in piece:
        find_hidden(piece, marks)
    if b"mergeCell " in piece:
        for left, top, right, bottom in MERGED_TAG.findall(piece):
            marks.merge(Span(int(top), int(bottom), column_number(left) - 1, column_number(right) - 1))
    for style, digits in styles.items():
        if b' s="' + style + b'"' in piece:
            cells = re.findall(rb'<(?:\w+:)?c\s([^<>]*\bs="' + style + rb'"[^<>]*)>', piece)
            for line, column in filter(None, map(place_of, cells)):
                marks.padded.setdefault((column, digits), []).append(line)
    if b"<f" in piece and any(writing in piece for writing in UNSAVED):
        # A formula that gives an empty text was computed.
        never = (attributes for attributes in UNSAVED_CELL.findall(piece) if attribute(attributes, b"t") != b"str")
        marks.unsaved.update(filter(None, map(place_of, never)))


def place_of(attributes: bytes) -> tuple[int, int] | None:
    """Give the line and the column of a cell, from its attributes."""
    found = PLACE.search(attributes)
    return (int(found[2]), column_number(found[1]) - 1) if found else None


def find_hidden(piece: bytes, marks: Marks) -> None:
    """Find the rows and the columns that a piece of a sheet hides."""
    for attributes in ROW_TAG.findall(piece):
        if HIDDEN.search(attributes) and (line := attribute(attributes, b"r")).isdigit():
            marks.hidden_lines.add(int(line))
    for attributes in COLUMN_TAG.findall(piece):
        first, last = attribute(attributes, b"min"), attribute(attributes, b"max")
        if HIDDEN.search(attributes) and first.isdigit() and last.isdigit():
            marks.hidden_columns.update(range(int(first) - 1, min(int(last), 2 * COLUMNS_MAX)))


def sheet_parts(file: str, content: bytes, parts: Sequence[zipfile.ZipInfo]) -> dict[str, str]:
    """Give, by the name of each sheet, the name of the part that holds it."""
    relations = {
        attribute(attributes, b"Id"): attribute(attributes, b"Target").decode(errors="replace")
        for attributes in RELATION_TAG.findall(whole_part(file, content, parts, "xl/_rels/workbook.xml.rels"))
    }
    found: dict[str, str] = {}
    for attributes in SHEET_TAG.findall(whole_part(file, content, parts, "xl/workbook.xml")):
        target = relations.get(attribute(attributes, rb"\w+:id"), "")
        name = html.unescape(attribute(attributes, b"name").decode(errors="replace"))
        found[name] = posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
    return found


def padded_styles(styles: bytes) -> dict[bytes, int]:
    """Give the styles of cells whose number format shows leading zeros, by their index as cells write it, with the digits shown."""
    formats = {
        attribute(attributes, b"numFmtId"): digits_shown(html.unescape(attribute(attributes, b"formatCode").decode(errors="replace")))
        for attributes in FORMAT_TAG.findall(styles)
    }
    start = styles.find(b"cellXfs")
    tags = XF_TAG.findall(styles, start, styles.find(b"cellXfs>", start)) if start >= 0 else []
    shown = (formats.get(attribute(attributes, b"numFmtId"), 0) for attributes in tags)
    return {str(index).encode(): digits for index, digits in enumerate(shown) if digits}


def attribute(attributes: bytes, name: bytes) -> bytes:
    """Give the value of an attribute of a tag, or nothing."""
    found = re.search(rb"(?:^|\s)" + name + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')""", attributes)
    return (found[1] or found[2] or b"") if found else b""
