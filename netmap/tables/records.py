"""Cut text into records with Python's csv reader, keeping the physical line where each one starts.

Slower than polars by an order of magnitude, but it takes rows of any length and says where a quote was left open.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest
from typing import NamedTuple

import polars as pl

from netmap.errors import FileUnreadable
from netmap.tables.sheet import BLANKS, refuse_too_wide
from netmap.tables.words import number

BATCH_ROWS = 20_000
# Fed after the last line: it comes back as a record of its own unless a quote is still open.
END = "\x00fin du texte\x00"


class Record(NamedTuple):
    """Hold the cells of a record, the physical line where it starts and the one where it ends."""

    line: int
    cells: list[str]
    last_line: int


def physical_lines(content: bytes, *, lone_returns: bool) -> Iterator[str]:
    """Give the lines of UTF-8 content, ended by LF; a lone CR comes as NUL, which the csv reader lets through."""
    for place, line in enumerate(io.BytesIO(content)):
        decoded = line.decode()
        if place == 0:
            decoded = decoded.removeprefix("\ufeff")
        if lone_returns and "\r" in decoded:
            body, end = (decoded[:-2], "\r\n") if decoded.endswith("\r\n") else (decoded, "")
            decoded = body.replace("\r", "\x00") + end
        yield decoded


def records(file: str, lines: Iterable[str], separator: str) -> Iterator[Record]:
    """Cut lines into records; raise when a quote is never closed, with the line where it opens."""
    reader = csv.reader(chain(lines, [END]), delimiter=separator)
    start = 1
    try:
        for cells in reader:
            if cells == [END]:
                return
            if cells and cells[-1].endswith(END):
                opened = start + sum(cell.count("\n") for cell in cells[:-1])
                raise FileUnreadable(
                    f"« {file} » ouvre un guillemet à la ligne {number(opened)} et ne le ferme jamais : "
                    "corrigez cette ligne ou réenregistrez le tableau en CSV."
                )
            yield Record(start, cells, reader.line_num)
            start = reader.line_num + 1
    except csv.Error:
        raise FileUnreadable(
            f"« {file} » a une cellule de plus de {number(csv.field_size_limit())} caractères à la ligne {number(start)} "
            "ou juste après, sans doute un guillemet jamais fermé : corrigez cette ligne."
        ) from None


def careful_rows(file: str, rows: Iterator[Record], *, lone_returns: bool) -> tuple[pl.DataFrame, pl.Series]:
    """Gather records of any length in columns c0..cN, and the line where each one starts."""
    parts: list[pl.DataFrame] = []
    lines: list[pl.Series] = []
    while batch := list(islice(rows, BATCH_ROWS)):
        refuse_too_wide(file, "", max(len(row.cells) for row in batch))
        # a row that says nothing makes no column, however many separators it has
        columns = zip_longest(*(row.cells if any(cell.strip(BLANKS) for cell in row.cells) else () for row in batch))
        part = [pl.Series(f"c{place}", cells, dtype=pl.String) for place, cells in enumerate(columns)]
        blank = pl.Series("c0", [None] * len(batch), dtype=pl.String)
        parts.append(pl.DataFrame(part or [blank]))
        lines.append(pl.Series([row.line for row in batch], dtype=pl.Int64))
    if not parts:
        return pl.DataFrame(schema={"c0": pl.String}), pl.Series([], dtype=pl.Int64)
    gathered = pl.concat(parts, how="diagonal")
    if lone_returns:
        gathered = gathered.select(pl.all().str.replace_all("\x00", "\r", literal=True))
    return gathered, pl.concat(lines)
