"""Look into zipped content before anything opens it: its parts, and how much they would take once expanded.

Sizes that a zip declares may lie, so every part is expanded once, piece by piece, and counted.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from netmap.errors import FileUnreadable
from netmap.tables.content import ADVICE, EXPANDED_PIECE, refuse_expansion
from netmap.tables.words import number

PARTS_MAX = 10_000
LOCAL_HEADER = struct.Struct("<4s22xHH")
ENCRYPTED = 0x1
DECLARATION = 16
APPLE = "index/document.iwa"
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
ODF_MANIFEST = "META-INF/manifest.xml"


def damaged(file: str) -> FileUnreadable:
    """Make the refusal of zipped content that cannot be read whole."""
    kind = "une archive abîmée ou coupée" if file.lower().endswith(".zip") else "un classeur abîmé ou coupé"
    return FileUnreadable(f"« {file} » est {kind} avant la fin : téléchargez le fichier de nouveau.")


def protected(file: str) -> FileUnreadable:
    """Make the refusal of a workbook that only a password opens."""
    return FileUnreadable(
        f"« {file} » est protégé par un mot de passe : ouvrez-le, retirez le mot de passe, puis donnez le fichier enregistré."
    )


def parts_of(file: str, content: bytes | Path) -> list[zipfile.ZipInfo]:
    """List the parts of zipped content, none of them expanded; raise when it is damaged."""
    try:
        with zipfile.ZipFile(content if isinstance(content, Path) else io.BytesIO(content)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, struct.error, OSError, ValueError, EOFError, NotImplementedError, UnicodeDecodeError):
        raise damaged(file) from None


def safe_parts(file: str, content: bytes) -> list[zipfile.ZipInfo]:
    """List the parts of a workbook; raise when it is damaged, protected, or declares to grow past the limits."""
    parts = parts_of(file, content)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise protected(file)
    if len(parts) > PARTS_MAX:
        raise FileUnreadable(f"« {file} » contient {number(len(parts))} parties, plus que les {number(PARTS_MAX)} admises : {ADVICE}")
    refuse_expansion(file, sum(part.file_size for part in parts), len(content))
    return parts


def checked_pieces(file: str, content: bytes, parts: Iterable[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Expand parts piece by piece; raise when they grow past what they declare or past the limits, or declare entities."""
    total = 0
    for part in parts:
        size, tail = 0, b""
        try:
            for piece in expanded_part(content, part):
                size += len(piece)
                total += len(piece)
                refuse_expansion(file, total, len(content))
                if size > part.file_size:
                    raise damaged(file)
                refuse_entities(file, part.filename, piece)
                refuse_entities(file, part.filename, tail + piece[:DECLARATION])
                tail = piece[-DECLARATION:]
                yield part, piece
        except (zlib.error, struct.error):
            raise damaged(file) from None
        if size != part.file_size:
            raise damaged(file)


def whole_part(file: str, content: bytes, parts: Sequence[zipfile.ZipInfo], name: str) -> bytes:
    """Expand one part by its name; give nothing when there is none."""
    named = [part for part in parts if part.filename == name]
    return b"".join(piece for _, piece in checked_pieces(file, content, named))


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


def refuse_entities(file: str, part: str, piece: bytes) -> None:
    """Raise when a piece of XML declares entities, which no workbook needs; old manifests of LibreOffice only name their type."""
    if b"<!" not in piece:
        return
    told = b"<!ENTITY" in piece or (b"<!DOCTYPE" in piece and part != ODF_MANIFEST)
    if told and part.lower().endswith((".xml", ".rels")):
        raise FileUnreadable(
            f"« {file} » déclare des entités XML, ce qu’aucun tableur n’écrit : le fichier est refusé ; "
            "ouvrez-le dans un tableur et enregistrez-le de nouveau."
        )


def is_workbook(parts: Iterable[zipfile.ZipInfo]) -> bool:
    """Tell whether zipped content is a document of a spreadsheet, a text editor or the like, rather than an archive of files."""
    names = {part.filename.replace("\\", "/").lower() for part in parts}
    return bool(names & {"[content_types].xml", "mimetype", "xl/workbook.xml", APPLE})


def archive_kind(file: str, content: bytes) -> Literal["xlsx", "ods"]:
    """Tell an Excel workbook from a LibreOffice one; raise, naming what it is, for other zipped content."""
    names = {part.filename.replace("\\", "/").lower() for part in parts_of(file, content)}
    if "xl/workbook.xml" in names:
        return "xlsx"
    kind = None
    if OPEN_DOCUMENT in content[:200]:
        if OPEN_DOCUMENT + b"spreadsheet" in content[:200]:
            return "ods"
        kind = "un document LibreOffice, pas un tableau"
    elif "xl/workbook.bin" in names:
        kind = "un classeur Excel binaire (.xlsb)"
    elif APPLE in names:
        kind = "un document Numbers, Pages ou Keynote d’Apple"
    elif any(name.startswith("word/") for name in names):
        kind = "un document Word, pas un tableau"
    elif any(name.startswith("ppt/") for name in names):
        kind = "une présentation PowerPoint, pas un tableau"
    if kind is None:
        raise FileUnreadable(f"« {file} » est une archive zip, pas un tableau : ouvrez-la, puis donnez les fichiers qu’elle contient.")
    raise FileUnreadable(f"« {file} » est {kind} : {ADVICE}")
