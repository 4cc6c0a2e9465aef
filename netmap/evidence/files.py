"""The files that prove: kept with the network, byte for byte, under their sha256; a file given twice is kept once."""

import hashlib
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import polars as pl

from netmap.errors import NetmapError, UnknownName
from netmap.lot import Lot

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
_LONGEST_NAME = 120
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:\"|?*]+")
_KIND = "DOCUMENT"


class Lots(Protocol):
    """Give the statements of a kind, lot by lot: what a store does."""

    def frames(self, kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
        """Give the statements of a kind."""
        ...


@dataclass(frozen=True, slots=True)
class File:
    """Hold a file that proves: the name people know it by, and its bytes."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Give the digest of the bytes."""
        return hashlib.sha256(self.content).hexdigest()


def file_of(name: str, content: bytes) -> File:
    """Take a file as it was given: its name is cut of any folder; raise NetmapError when it is empty or too big to be kept."""
    base = safe_name(name)
    if not base:
        raise NetmapError("Ce fichier n’a pas de nom lisible : renommez-le, puis joignez-le de nouveau.")
    if not content:
        raise NetmapError(f"« {base} » est vide : joignez le fichier complet.")
    _check_size(base, len(content))
    return File(base, content)


def safe_name(name: str) -> str:
    """Cut a name of its folders, of what no file system takes and of what is too long; "" when nothing is left."""
    base = _UNSAFE.sub("", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    if len(base) <= _LONGEST_NAME:
        return base
    stem, _, ending = base.rpartition(".")
    return f"{stem[: _LONGEST_NAME - 12]}.{ending[:10]}" if stem else base[:_LONGEST_NAME]


def file_at(path: Path) -> File:
    """Take a file of this computer as `file_of` does; one that is too big is not read."""
    _check_size(path.name, path.stat().st_size)
    return file_of(path.name, path.read_bytes())


def _check_size(name: str, size: int) -> None:
    if size > MOST_BYTES:
        raise NetmapError(
            f"« {name} » pèse {math.ceil(size / MEGABYTE)} Mo ; un fichier de {MOST_BYTES // MEGABYTE} Mo au plus est gardé avec le "
            "réseau. Réduisez-le, ou joignez la page qui fait preuve."
        )


def statements(file: File) -> dict[str, pl.DataFrame]:
    """Give the statements that keep a file, under a kind of its own: one file is read without the others."""
    frame = pl.DataFrame({"name": [file.name], "sha256": [file.sha256], "content": [file.content]})
    placed = frame.with_columns(pl.lit(None, dtype=pl.Int32).alias("line"), pl.lit(0, dtype=pl.Int16).alias("table"))
    return {_kind(file.sha256): placed}


def is_kept(store: Lots, sha256: str) -> bool:
    """Tell whether the bytes of a file are there, in whatever lot: an undone lot keeps what it brought."""
    return bool(store.frames(_kind(sha256)))


def content_of(store: Lots, sha256: str) -> bytes:
    """Read the bytes of a file; raise UnknownName where it was not kept, NetmapError where it is no longer what was given."""
    for _lot, frame in store.frames(_kind(sha256)):
        content: bytes = frame["content"][0]
        if hashlib.sha256(content).hexdigest() != sha256:
            raise NetmapError("Ce fichier n’est plus celui qui avait été joint : « netmap verify » dit quel lot est abîmé.")
        return content
    raise UnknownName("Ce fichier n’est pas gardé avec le réseau.")


def _kind(sha256: str) -> str:
    return f"{_KIND} {sha256}"
