"""A thousand tables as lycées, rectorats, campuses, agencies and their software name their columns: each is recognised.

They were written by people who had not read netmap's headings. A first reading of the last sets understood 93 cells of 100 where each
table came from another trade, 99 where they were those of most offices.
In `tables_of_people.txt` a table begins with its kind, its file, its sheet and its title; each of its columns follows, with its
field (nothing for none, ? where people would hesitate) and some of its cells. Names and codes are invented.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from loaders import SOURCES
from netmap.headings import vocabulary_of
from netmap.layout import tables_in
from netmap.mapping import propose
from netmap.tables import read_bytes

TABLES = Path(__file__).with_name("tables_of_people.txt")
_BAR = re.compile(r" \|(?: |$)")
VOCABULARY = vocabulary_of(source for source in SOURCES if source.template)


@dataclass(frozen=True)
class Told:
    """Hold a table and what it is: its kind, the names around it, and each heading with its field and its cells."""

    kind: str
    around: tuple[str, ...]
    columns: tuple[tuple[str, str, tuple[str, ...]], ...]


def tables() -> Iterator[Told]:
    for block in TABLES.read_text(encoding="utf-8").strip().split("\n\n"):
        first, *rest = block.split("\n")
        kind, *around = (piece.strip() for piece in first.removeprefix("#").split("|"))
        pieces = [[piece.strip() for piece in _BAR.split(line)] for line in rest]
        columns = [(*(part.strip() for part in named.rsplit(" =", 1)), tuple(cells)) for named, *cells in pieces]
        yield Told(kind, tuple(filter(None, around)), tuple((heading, field, cells) for heading, field, cells in columns))


def misread(told: Told) -> list[str]:
    """Give what is not understood of a table as it should be."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";")
    rows.writerow([heading for heading, _, _ in told.columns])
    rows.writerows(zip_longest(*(cells for _, _, cells in told.columns), fillvalue=""))
    found = [propose(t, SOURCES, told.around) for t in tables_in(read_bytes("t.csv", written.getvalue().encode()), VOCABULARY).tables]
    kind = next((one.source.name for one in found if one.source), "")
    if kind != told.kind:
        return [f"{told.around[0]} : {kind or 'rien'} au lieu de {told.kind or 'rien'}"]
    fields = {bound.heading: bound.field or "" for one in found for bound in one.columns} if kind else {}
    return [
        f"{told.around[0]} : « {heading} » lu {fields.get(heading, '')!r} au lieu de {field!r}"
        for heading, field, _ in told.columns
        if "?" not in field and fields.get(heading, "") != field
    ]


def test_tables_are_recognised_with_all_their_columns() -> None:
    read = [misread(told) for told in tables()]
    assert len(read) >= 1000
    assert [miss for misses in read for miss in misses] == []
