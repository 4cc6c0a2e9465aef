"""What a file is, by its first bytes, and its name and compressed bytes made safe to handle.

Limits are far above any true file of partners and far below what would fill a memory.
"""

import unicodedata
import zlib
from pathlib import PurePath
from typing import Literal

from netmap.errors import FileUnreadable
from netmap.tables.words import number

FILE_BYTES_MAX = 1024**3
EXPANDED_BYTES_MAX = 1024**3
EXPANSION_RATIO_MAX = 200
# Below this size a high ratio is an empty form, not a bomb.
RATIO_FREE_BYTES = 64 * 1024**2
NAME_LENGTH_MAX = 150
EXPANDED_PIECE = 4 * 1024**2

GZIP = b"\x1f\x8b"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

ADVICE = "enregistrez la feuille en CSV ou en classeur .xlsx, puis donnez ce fichier."
OTHER_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "un document PDF"),
    (b"\x89PNG", "une image PNG"),
    (b"\xff\xd8\xff", "une image JPEG"),
    (b"GIF8", "une image GIF"),
    (b"BM", "une image BMP"),
    (b"II*\x00", "une image TIFF"),
    (b"MM\x00*", "une image TIFF"),
    (b"RIFF", "une image ou un son"),
    (b"{\\rtf", "un document RTF"),
    (b"7z\xbc\xaf\x27\x1c", "une archive 7z"),
    (b"Rar!", "une archive RAR"),
    (b"BZh", "un fichier compressé bzip2"),
    (b"\xfd7zXZ", "un fichier compressé xz"),
    (b"\x28\xb5\x2f\xfd", "un fichier compressé zstd"),
    (b"SQLite format 3\x00", "une base SQLite"),
    (b"PAR1", "un fichier Parquet"),
    (b"\x7fELF", "un programme"),
    (b"MZ\x90", "un programme"),
    (b"\x09\x08\x10\x00", "un classeur Excel d’avant 1997"),
    (b"\x09\x00\x04\x00", "un classeur Excel d’avant 1997"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Format = Literal["csv", "xlsx", "xls", "ods"]


def safe_name(name: str) -> str:
    """Keep the last part of a path, without control or invisible characters, in 150 characters at most."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in base if unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}).strip()
    if shown in {"", ".", ".."}:
        return "fichier sans nom"
    if len(shown) <= NAME_LENGTH_MAX:
        return shown
    ending = PurePath(shown).suffix[:10]
    return shown[: NAME_LENGTH_MAX - len(ending)] + ending


def format_of(file: str, content: bytes) -> Literal["csv", "xls", "zip"]:
    """Tell text, old workbook or zipped content by the first bytes; raise, naming what it is, for anything else."""
    if not content:
        raise FileUnreadable(f"« {file} » est vide (0 octet) : vérifiez l’export, puis donnez le fichier de nouveau.")
    if content.startswith(ZIP):
        return "zip"
    if content.startswith(OLE):
        refuse_other_ole(file, content)
        return "xls"
    for start, kind in OTHER_FORMATS:
        # Two letters alone may begin a heading: a bitmap also gives its size.
        if content.startswith(start) and (start != b"BM" or b"\x00" in content[2:16]):
            raise FileUnreadable(f"« {file} » est {kind}, pas un tableau : {ADVICE}")
    refuse_markup(file, content)
    return "csv"


def refuse_other_ole(file: str, content: bytes) -> None:
    """Raise for what is no old workbook: a protected one and other documents live in the same container, named in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content or "EncryptionInfo".encode("utf-16-le") in content:
        raise FileUnreadable(
            f"« {file} » est protégé par un mot de passe : ouvrez-le, retirez le mot de passe, puis donnez le fichier enregistré."
        )
    if "Workbook".encode("utf-16-le") not in content and "Book".encode("utf-16-le") not in content:
        raise FileUnreadable(f"« {file} » est un document Office ancien sans classeur, ou il est coupé avant la fin : {ADVICE}")


def refuse_markup(file: str, content: bytes) -> None:
    """Raise for a web page, XML or JSON, which would read as one column of noise."""
    head = content[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<table")):
        kind = "une page web (HTML), souvent une page de connexion ou d’erreur reçue à la place du fichier"
    elif head.startswith((b"<?xml", b"<!doctype")):
        kind = "un fichier XML"
    elif head.startswith((b"{", b"[")) and head[1:].lstrip()[:1] in {b'"', b"{", b"["}:
        kind = "un fichier JSON"
    else:
        return
    raise FileUnreadable(f"« {file} » est {kind}, pas un tableau : {ADVICE}")


def expanded(file: str, content: bytes) -> bytes:
    """Expand gzip content, all its members, within the limits of size and ratio."""
    pieces: list[bytes] = []
    total = 0
    rest = content
    while rest.startswith(GZIP):
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            try:
                piece = member.decompress(rest, EXPANDED_PIECE)
            except zlib.error:
                raise FileUnreadable(f"« {file} » est un fichier gzip abîmé : téléchargez-le de nouveau.") from None
            if not piece and not member.eof:
                raise FileUnreadable(f"« {file} » est un fichier gzip coupé avant la fin : téléchargez-le de nouveau.")
            rest = member.unconsumed_tail
            total += len(piece)
            refuse_expansion(file, total, len(content))
            pieces.append(piece)
        rest = member.unused_data
    if rest.strip(b"\x00"):
        raise FileUnreadable(f"« {file} » contient autre chose après ses données gzip : téléchargez-le de nouveau.")
    return b"".join(pieces)


def refuse_expansion(file: str, total: int, compressed: int) -> None:
    """Raise when compressed content grows past what a true table does."""
    if total > EXPANDED_BYTES_MAX:
        raise FileUnreadable(
            f"« {file} » dépasse {size_text(EXPANDED_BYTES_MAX)} une fois décompressé, la limite admise : "
            "partagez-le en plusieurs fichiers."
        )
    if total > RATIO_FREE_BYTES and total > EXPANSION_RATIO_MAX * compressed:
        raise FileUnreadable(
            f"« {file} » grossit plus de {EXPANSION_RATIO_MAX} fois en se décompressant, ce qu’aucun tableau ne fait : "
            "donnez-le sans compression s’il est sain."
        )


def refuse_too_big(file: str, size: int) -> None:
    """Raise for a file larger than what is read at once."""
    if size > FILE_BYTES_MAX:
        raise FileUnreadable(f"« {file} » dépasse {size_text(FILE_BYTES_MAX)}, la limite admise : partagez-le en plusieurs fichiers.")


def size_text(size: int) -> str:
    """Write a size in the largest unit that keeps it at one or more."""
    for unit, bytes_each in (("Gio", 1024**3), ("Mio", 1024**2), ("Kio", 1024)):
        if size >= bytes_each:
            return f"{size / bytes_each:.1f}".removesuffix(".0").replace(".", ",") + f"\u00a0{unit}"
    return f"{number(size)} octets"
