"""Sums that stand alone under lines: rows that name nothing and hold only what the rows above add up to."""

from collections.abc import Sequence

import polars as pl

from netmap.layout.cells import is_number

_COUNT_DIGITS = 9


def adds_up(cells: pl.DataFrame, place: int, dropped: Sequence[int], last_data: int) -> bool:
    """Tell whether the only cell of a row is the sum of those above it: since the last row left aside, or of all where the lines end."""
    row = cells.row(place)
    column = next(at for at, cell in enumerate(row) if cell is not None)
    told = str(row[column])
    if column == 0 or not _is_count(told):
        return False
    first = max((one + 1 for one in dropped if one < place), default=0)
    groups: list[Sequence[int]] = [range(first, place)]
    if place > last_data:
        groups.append(sorted(set(range(place)).difference(dropped)))
    return any(_sums_up(cells.to_series(column), rows, int(told)) for rows in groups)


def _sums_up(column: pl.Series, rows: Sequence[int], total: int) -> bool:
    """Tell whether what some rows count makes a total; what is no count (« ? ») counts nothing."""
    counts = [int(text) for text in column.gather(list(rows)).drop_nulls() if _is_count(text)]
    return len(counts) > 1 and sum(counts) == total


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _COUNT_DIGITS


def is_sums(row: Sequence[object]) -> bool:
    """Tell whether a row that names nothing in its first column holds sums alone."""
    filled = [str(cell) for cell in row if cell is not None]
    return bool(row) and row[0] is None and len(filled) > 1 and all(map(is_number, filled))
