"""Sheets that lie down: headings in the first column, one partner or one convention in each column on its right.

Such a sheet is stood up before its tables are looked for: its columns are read as lines, by their number (B is 2).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from netmap.headings import Vocabulary
from netmap.layout.cells import looks_like_value
from netmap.layout.header import named_count
from netmap.tables.sheet import Sheet, Span
from netmap.values import fold_text

_WIDEST, _TALLEST = 200, 100
_FEWEST_KNOWN, _FEWEST_COLUMNS = 3, 2
_KNOWN_SHARE, _FILLED_SHARE = 0.6, 0.5
TURNED = (
    "Tableau couché : les titres sont dans la première colonne, et chaque colonne à leur droite est lue comme une ligne ; "
    "la ligne 2 est la colonne B, la ligne 3 la colonne C …"
)


@dataclass(frozen=True, slots=True)
class Stood:
    """Hold a sheet stood up, and how many rows of the one that lies stand above its first heading."""

    sheet: Sheet
    above: int


def stood_up(sheet: Sheet, vocabulary: Vocabulary) -> Stood | None:
    """Give the sheet stood up, where it lies for sure: known headings one under the other, none side by side, and rows of values."""
    cells = sheet.cells
    if not (_FEWEST_COLUMNS < cells.width <= _WIDEST and _FEWEST_KNOWN <= cells.height <= _TALLEST) or not sheet.name:
        return None
    rows = [tuple(row) for row in cells.iter_rows()]
    heads = [place for place, row in enumerate(rows) if row[0] and any(row[1:])]
    known = [place for place in heads if vocabulary.knows(str(rows[place][0]))]
    different = {fold_text(str(rows[place][0])) for place in known}
    if len(different) < max(_FEWEST_KNOWN, len(heads) * _KNOWN_SHARE) or len(different) < len(known):
        return None
    if any(named_count(row[1:], vocabulary) > 1 for row in rows) or not _lies(rows, known):
        return None
    above = known[0]
    kept = cells.slice(above).transpose()
    kept.columns = [f"c{place}" for place in range(kept.width)]
    lines = pl.Series("line", range(sheet.first_column + 1, sheet.first_column + 1 + cells.width), dtype=pl.Int64)
    merged = tuple(Span(s.first_column + 1, s.last_column + 1, s.first_line - 1, s.last_line - 1) for s in sheet.merged)
    hidden = tuple(place + 1 for place in sheet.hidden_columns)
    return Stood(Sheet(sheet.name, kept, lines, int(sheet.lines[above]) - 1, hidden_lines=hidden, merged=merged), above)


def _lies(rows: Sequence[Sequence[str | None]], known: Sequence[int]) -> bool:
    """Tell whether two columns or more hold values beside most headings, and a row hardly anything else: dates, numbers, codes."""
    width = len(rows[0])
    filled = [sum(rows[place][column] is not None for place in known) for column in range(1, width)]
    if sum(count >= len(known) * _FILLED_SHARE for count in filled) < _FEWEST_COLUMNS:
        return False
    beside = ([cell for cell in rows[place][1:] if cell] for place in known)
    return any(sum(map(looks_like_value, cells)) >= max(_FEWEST_COLUMNS, len(cells) * _KNOWN_SHARE) for cells in beside)
