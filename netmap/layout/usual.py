"""How the cells of a table usually are, and the rows under it that are so unlike them that they are none of its lines."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import takewhile

import polars as pl

from netmap.layout.cells import is_dashed, is_note, is_part_of_year, looks_like_value

_USUAL_SHARE = 0.6
_SPARSE = 0.5
_FIRST_FILLED = "filled_first"


@dataclass(frozen=True, slots=True)
class Usual:
    """Hold how cells usually are: the columns of values (codes, dates, numbers), of capitals, and whether most rows say little."""

    values: frozenset[int]
    capitals: frozenset[int]
    sparse: bool


def usual_of(cells: pl.DataFrame) -> Usual:
    """Look at the first rows for how cells usually are."""
    values: set[int] = set()
    capitals: set[int] = set()
    for place, column in enumerate(cells.head(300).to_dict(as_series=False).values()):
        seen = [cell for cell in column if cell is not None][:60]
        words = [cell for cell in seen if not looks_like_value(cell)]
        if seen and len(seen) - len(words) >= len(seen) * _USUAL_SHARE:
            values.add(place)
        if words and sum(map(str.isupper, words)) >= len(seen) * (1 - _USUAL_SHARE):
            capitals.add(place)
    filled = cells.head(300).select(pl.sum_horizontal(pl.all().is_not_null()).alias("filled"), pl.coalesce(pl.all()).alias(_FIRST_FILLED))
    alone = [text for count, text in filled.iter_rows() if count == 1 and not (is_note(text) or is_dashed(text) or is_part_of_year(text))]
    return Usual(frozenset(values), frozenset(capitals), len(alone) > int((filled["filled"] > 0).sum()) * _SPARSE)


def texts_of(cells: pl.DataFrame, place: int) -> list[str]:
    """Give what a row holds."""
    return [str(cell) for cell in cells.row(place) if cell is not None]


def of_another(cells: pl.DataFrame, doubtful: Sequence[int]) -> frozenset[int]:
    """Give the rows under a title, parted from the lines above, that can be none of them: words where codes stand, and the reverse."""
    found: set[int] = set()
    for place in doubtful:
        if place and len(texts_of(cells, place)) == 1 and not texts_of(cells, place - 1):
            values = usual_of(cells.head(place)).values
            following = list(takewhile(lambda row, values=values: _is_strange(cells.row(row), values), range(place + 1, cells.height)))
            end = place + 1 + len(following)
            if following and (end == cells.height or not texts_of(cells, end)):
                found.update((place, *following))
    return frozenset(found)


def _is_strange(row: Sequence[object], values: AbstractSet[int]) -> bool:
    """Tell whether a row has words first where values usually stand, and a value where words do."""
    filled = {place: looks_like_value(str(cell)) for place, cell in enumerate(row) if cell is not None}
    first = min(filled, default=-1)
    return first in values and not filled[first] and any(filled[one] for one in filled.keys() - values)
