"""Cut a sheet into blocks of columns that stand side by side, and name the columns of a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from netmap.headings import Vocabulary
from netmap.layout.header import LOOKED_AT, Header, find_header
from netmap.tables.sheet import Sheet
from netmap.tables.words import letters, spans
from netmap.values import fold_text

_TWO = 2


@dataclass(frozen=True, slots=True)
class Named:
    """Hold the columns of a table that are kept: their place in the block, on the sheet, their headings and groups."""

    columns: tuple[int, ...]
    places: tuple[int, ...]
    headings: tuple[str, ...]
    groups: tuple[str, ...]
    notes: tuple[str, ...]


def blocks_of(sheet: Sheet, vocabulary: Vocabulary) -> list[Sheet]:
    """Cut a sheet where an empty column parts two tables; a table with an empty column in it stays whole."""
    cells = sheet.cells
    empty = [cells[name].null_count() == cells.height for name in cells.columns]
    runs = _runs(empty)
    if len(runs) == 1:
        start, end = runs[0]
        whole = _part(sheet, start, end)
        return _repeats(whole, vocabulary)
    blocks: list[tuple[int, int]] = [runs[0]] if runs else []
    for start, end in runs[1:]:
        left = _part(sheet, *blocks[-1])
        right = _part(sheet, start, end)
        if _apart(left, right, vocabulary):
            blocks.append((start, end))
        else:
            blocks[-1] = (blocks[-1][0], end)
    return [piece for block in blocks for piece in _repeats(_part(sheet, *block), vocabulary)]


def _runs(empty: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place, void in enumerate(empty):
        if void:
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _part(sheet: Sheet, start: int, end: int) -> Sheet:
    cells = sheet.cells
    if (start, end) == (0, cells.width):
        return sheet
    kept = cells.select(pl.nth(*range(start, end)))
    kept.columns = [f"c{i}" for i in range(kept.width)]
    return replace(sheet, cells=kept, first_column=sheet.first_column + start)


def _header(part: Sheet, vocabulary: Vocabulary) -> Header | None:
    rows = [tuple(row) for row in part.cells.head(LOOKED_AT + 2).iter_rows()]
    return find_header(rows, vocabulary, part.merged, part.lines.head(LOOKED_AT + 2).to_list(), part.first_column)


def _apart(left: Sheet, right: Sheet, vocabulary: Vocabulary) -> bool:
    """Tell whether two blocks are two tables: headings that come again, on other lines, or rows that do not go together."""
    one, other = _header(left, vocabulary), _header(right, vocabulary)
    if one is None or other is None:
        return False
    if one.first != other.first:
        return True
    shared = ({h for h in one.folded if h}) & {h for h in other.folded if h}
    if shared:
        return True
    if one.first > 0 and all(any(cell for cell in part.cells.row(one.first - 1)) for part in (left, right)):
        return True  # each has its title
    return _rows_apart(left, right, max(one.last, other.last), sum(vocabulary.knows(heading) for heading in other.headings if heading))


def _rows_apart(left: Sheet, right: Sheet, last: int, known: int) -> bool:
    """Tell whether the rows under the headings do not go together; `known` counts the headings on the right that some source knows."""
    ours, theirs = _filled(left, last), _filled(right, last)
    if known >= _TWO:  # a text alone on the left may stand above lines of both
        return bool(((_filled(left, last, _TWO) & ~theirs) | (theirs & ~ours)).any())
    # a note or a list beside a table has fewer rows, and says nothing more of the others
    rows, many = int(theirs.sum()), int(ours.sum())
    if right.cells.width > _TWO or rows >= many:
        return False
    listed = _is_list(right.cells.slice(last + 1), rows)
    return (listed and rows > _TWO) or (rows < many * 0.5 and (not known or listed))


def _is_list(cells: pl.DataFrame, rows: int) -> bool:
    """Tell whether rows in a row are full and those around them empty: remarks beside a table stand here and there."""
    start = int(cells.select(pl.any_horizontal(pl.all().is_not_null()).arg_true().first()).item() or 0)
    return rows > 1 >= start and all(cells.to_series(place).slice(start, rows).null_count() == 0 for place in range(cells.width))


def _filled(part: Sheet, last: int, least: int = 1) -> pl.Series:
    """Tell which rows under the last one of headings say something, in at least so many cells."""
    count = part.cells.slice(last + 1).select(pl.sum_horizontal(pl.all().is_not_null()).alias("filled"))["filled"]
    return count >= min(least, part.cells.width)


def _repeats(part: Sheet, vocabulary: Vocabulary) -> list[Sheet]:
    """Cut a block whose headings say the same thing twice in a row: two tables that touch."""
    half, odd = divmod(part.cells.width, _TWO)
    if odd or half < _TWO or not _alike(part, 0, half):
        return [part]
    header = _header(part, vocabulary)
    if header is not None and all(header.folded) and header.folded[:half] == header.folded[half:] and not any(header.groups):
        return [_part(part, 0, half), _part(part, half, _TWO * half)]
    return [part]


def _alike(part: Sheet, one: int, other: int) -> bool:
    """Tell whether two columns say the same thing among their first rows, as those of a heading that comes again do."""
    ours, theirs = ({fold_text(cell) for cell in part.cells.to_series(place).head(LOOKED_AT + 2).drop_nulls()} for place in (one, other))
    return not ours.isdisjoint(theirs)


def named_columns(header: Header, cells: pl.DataFrame, lines: pl.Series, first_column: int) -> Named:
    """Name the columns of a table; one without heading that holds cells is named by its letter, an empty one is left out."""
    columns: list[int] = []
    headings: list[str] = []
    groups: list[str] = []
    notes: list[str] = []
    seen: dict[str, int] = {}
    for heading in header.folded:
        seen[heading] = seen.get(heading, 0) + 1
    for place in range(cells.width):
        heading = header.headings[place] if place < len(header.headings) else ""
        group = header.groups[place] if place < len(header.groups) else ""
        column = cells.to_series(place)
        if not heading and column.null_count() == len(column):
            continue
        if not heading:
            heading = f"(colonne {letters(first_column + place)})"
            rows = lines.filter(column.is_not_null())
            several = "s" if len(rows) > 1 else ""
            notes.append(f"Une colonne sans en-tête contient des cellules : nommée {heading} (ligne{several} {spans(rows.to_list())}).")
        elif group and seen.get(fold_text(heading), 0) > 1 and not heading.startswith(group):
            heading = f"{group} {heading}"
        columns.append(place)
        headings.append(heading)
        groups.append(group)
    return Named(tuple(columns), tuple(first_column + c for c in columns), tuple(headings), tuple(groups), tuple(notes))
