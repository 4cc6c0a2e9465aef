"""Find the headings of a table: the first row that reads like headings, with the groups above it and its second line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from netmap.headings import Vocabulary
from netmap.layout.cells import HEADING_LENGTH, looks_like_value, looks_like_words
from netmap.tables.sheet import Span
from netmap.values import fold_text

LOOKED_AT = 60
_WORDED = 0.8
_NEARLY_ALL = 0.9
_FILLED = 0.5
_KNOWN_SHARE = 0.5
_ENOUGH_KNOWN = 2
FEWEST_HEADINGS, _FEWEST_LINES = 3, 2  # of a table that no heading tells
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:\.0)?(?: ?[-/] ?(?:20)?[0-9]{2})?")

Row = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Header:
    """Hold the place of a header among the rows looked at (`first` to `last`), its headings, the group of each column and its lines."""

    first: int
    last: int
    headings: tuple[str, ...]
    groups: tuple[str, ...]
    written: tuple[Row, ...] = ()

    @property
    def folded(self) -> tuple[str, ...]:
        """Give the headings as they are compared."""
        return tuple(fold_text(heading) for heading in self.headings)

    def comes_again(self, row: Row) -> bool:
        """Tell whether a row repeats the headings, or one of their lines."""
        said = [(place, fold_text(cell)) for place, cell in enumerate(row) if cell is not None]
        if len(said) < _ENOUGH_KNOWN:
            return False
        lines = (self.folded, *(tuple(fold_text(cell or "") for cell in line) for line in self.written))
        return any(sum(place < len(line) and cell == line[place] for place, cell in said) >= len(said) * _WORDED for line in lines)


def known_count(row: Row, vocabulary: Vocabulary) -> int:
    """Count the cells that some source declares as a heading."""
    return sum(1 for cell in row if cell and len(cell) <= HEADING_LENGTH and not looks_like_value(cell) and vocabulary.knows(cell))


def named_count(row: Row, vocabulary: Vocabulary) -> int:
    """Count the headings that are no words of a choice: « Entreprise | Membre » may be a line, « Tacite » a value."""
    return known_count([cell for cell in row if cell and fold_text(cell) not in vocabulary.choices], vocabulary)


def reads_as_header(row: Row, vocabulary: Vocabulary) -> bool:
    """Tell whether a row can only be headings: words, of which several are known, different from one another."""
    filled = [cell for cell in row if cell]
    if len(filled) < _ENOUGH_KNOWN or not _worded(filled, vocabulary) or len({fold_text(cell) for cell in filled}) < len(filled) * _WORDED:
        return False
    worded = [cell for cell in filled if not _YEAR.fullmatch(cell)]
    return known_count(row, vocabulary) >= max(_ENOUGH_KNOWN, len(worded) * _KNOWN_SHARE)


def _worded(filled: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether nearly all cells are words or known; a row of values is given up at its first few, for 60 rows are looked at."""
    others = 0
    for cell in filled:
        if _YEAR.fullmatch(cell):
            continue  # « 2023 | 2024 | 2025 » head the sums of each year
        if looks_like_value(cell) or not (looks_like_words(cell) or vocabulary.knows(cell)):
            others += 1
            if len(filled) - others < len(filled) * _NEARLY_ALL:
                return False
    return True


def find_header(
    rows: Sequence[Row], vocabulary: Vocabulary, merged: Sequence[Span], lines: Sequence[int], first_column: int
) -> Header | None:
    """Find the headings among the first rows of a table; `lines` numbers the rows, `first_column` places column 0 on the sheet."""
    start = _first_row(rows, vocabulary)
    if start is None:
        return None
    if start > 0 and (
        _groups_above(rows[start - 1], rows[start], merged, lines[start - 1])
        or _begun_above(rows[start - 1], rows[start], vocabulary)
        or _completed_above(rows[start - 1], rows[start], vocabulary)
    ):
        start -= 1
    return header_at(rows, start, vocabulary, merged, lines, first_column)


def _groups_above(above: Row, row: Row, merged: Sequence[Span], line: int) -> bool:
    """Tell whether a row over headings groups them: a few words, merged over several columns or over headings that come twice."""
    said = [place for place, cell in enumerate(above) if cell]
    headings = [fold_text(cell) for cell in row if cell]
    if not said or len(said) >= len(headings) or not all(looks_like_words(above[place] or "") for place in said):
        return False
    wide = any(span.first_line == line == span.last_line and span.last_column > span.first_column for span in merged)
    twice = len(set(headings)) < len(headings)
    return (len(said) > 1 or said[0] > 0) and (wide or twice)


def _begun_above(above: Row, row: Row, vocabulary: Vocabulary) -> bool:
    """Tell whether headings begin on the row over them: « Date de | Date de | Tacite » over « début | fin | reconduction »."""
    said = [(up, down) for up, down in zip(above, row, strict=True) if up]
    if len(said) < _ENOUGH_KNOWN or len(said) >= sum(cell is not None for cell in row) or not all(down for _, down in said):
        return False
    return sum(vocabulary.knows(f"{up} {down}") for up, down in said) > len(said) * _KNOWN_SHARE


def _completed_above(above: Row, row: Row, vocabulary: Vocabulary) -> bool:
    """Tell whether the row over headings has those of the other columns: « N° | Client | | Montant » over « | Nom | SIRET | »."""
    alone = [up for up, down in zip(above, row, strict=True) if up and not down]
    over = [up for up, down in zip(above, row, strict=True) if up and down]
    said = [*alone, *over]
    return len(alone) >= _ENOUGH_KNOWN and bool(over) and all(map(looks_like_words, said)) and any(map(vocabulary.knows, alone))


def header_at(
    rows: Sequence[Row], start: int, vocabulary: Vocabulary, merged: Sequence[Span], lines: Sequence[int], first_column: int
) -> Header:
    """Make the header that begins at a row: one line, two when the next one completes it, three when one more completes that."""
    place = (vocabulary, merged, lines, first_column)
    top = _completed(rows, start, *place)
    if top is None:
        return Header(start, start, tuple((cell or "") for cell in rows[start]), ("",) * len(rows[start]))
    below, last = rows[start + 1], start + 1
    middle = _completed(rows, last, *place)
    if middle is not None:
        below, last = [heading or None for heading in _joined(below, middle, rows[last + 1], vocabulary)[0]], last + 1
    headings, groups = _joined(rows[start], top, below, vocabulary)
    return Header(start, last, headings, groups, tuple(rows[start : last + 1]))


def _completed(
    rows: Sequence[Row],
    start: int,
    vocabulary: Vocabulary,
    merged: Sequence[Span],
    lines: Sequence[int],
    first_column: int,
) -> Row | None:
    """Give a line of headings spread over its columns where the row under it completes it."""
    if start + 1 == len(rows):
        return None
    below, top = rows[start + 1], _spread(rows[start], merged, lines[start], first_column)
    if not _two_lines(rows[start], top, below, vocabulary, merged, lines, (start, first_column)):
        return None
    wide = any(span.first_line == lines[start] and span.last_column > span.first_column for span in merged)
    return top if wide else _filled_right(rows[start], below)


def _first_row(rows: Sequence[Row], vocabulary: Vocabulary) -> int | None:
    """Give the first row that reads as headings for sure, else the first that may be and has rows as wide under it."""
    looked = rows[:LOOKED_AT]
    widest = max((sum(cell is not None for cell in row) for row in looked), default=0)
    for place, row in enumerate(looked):
        filled = sum(cell is not None for cell in row)
        if filled >= max(_ENOUGH_KNOWN, widest * 0.3) and reads_as_header(row, vocabulary):
            earlier = _whole_above(looked[:place], vocabulary)
            return place if earlier is None else earlier
    alone = [place for place, row in enumerate(looked) if any(row)][:_ENOUGH_KNOWN]  # a title may stand above the heading of a list
    for place, row in enumerate(looked):
        filled = [cell for cell in row if cell]
        if not filled or len(filled) < widest * _FILLED:
            continue
        if len(filled) == 1 and widest == 1 and not (place in alone and vocabulary.knows(filled[0])):
            continue
        if sum(map(looks_like_words, filled)) >= len(filled) * _WORDED:
            return place
    return next((place for place in alone if widest == 1 and vocabulary.knows(next(c for c in looked[place] if c))), None)


def _whole_above(rows: Sequence[Row], vocabulary: Vocabulary) -> int | None:
    """Give the first of some rows that heads a table of its own, ended by an empty row: words, over lines with values in their columns.

    The lines of a form begin by headings, those of a table do not.
    """
    end = next((place for place in reversed(range(len(rows))) if not any(rows[place])), 0)
    for place, row in enumerate(rows[:end]):
        filled = {column: cell for column, cell in enumerate(row) if cell}
        if len(filled) < FEWEST_HEADINGS or not all(map(looks_like_words, filled.values())):
            continue
        lines = list(takewhile(any, rows[place + 1 : end]))
        values = sum(any(column in filled and cell and looks_like_value(cell) for column, cell in enumerate(line)) for line in lines)
        headed = sum(vocabulary.knows(next(filter(None, line)) or "") for line in lines)
        return place if values >= _FEWEST_LINES and headed * 2 < len(lines) else None
    return None


def _spread(row: Row, merged: Sequence[Span], line: int, first_column: int) -> list[str | None]:
    """Repeat a merged heading over the columns it covers."""
    spread = list(row)
    for span in merged:
        if span.first_line == line and span.last_column > span.first_column:
            start, end = span.first_column - first_column, span.last_column - first_column
            if 0 <= start < len(row):
                for place in range(start, min(end + 1, len(spread))):
                    spread[place] = row[start]
    return spread


def _two_lines(
    row: Row,
    top: Row,
    below: Row,
    vocabulary: Vocabulary,
    merged: Sequence[Span],
    lines: Sequence[int],
    at: tuple[int, int],
) -> bool:
    """Tell whether the row under a header is its second line: merged with it, or words that complete it."""
    start, first_column = at
    filled = [cell for cell in below if cell]
    if not filled or not all(looks_like_words(cell) or vocabulary.knows(cell) for cell in filled):
        return False
    tall = [s for s in merged if s.first_line == lines[start] and s.last_line >= lines[start + 1] and s.first_column >= first_column]
    if tall:
        covered = {place for s in tall for place in range(s.first_column - first_column, s.last_column - first_column + 1)}
        return all(cell is None or place not in covered for place, cell in enumerate(below))
    wide = any(s.first_line == lines[start] and s.last_column > s.first_column for s in merged)
    known_below = known_count(below, vocabulary)
    if reads_as_header(below, vocabulary) and (wide or sum(c is not None for c in row) < len(filled)):
        return True
    spread = top if wide else _filled_right(row, below)
    joined = sum(1 for up, down in zip(spread, below, strict=True) if up and down and vocabulary.knows(f"{up} {down}"))
    under_empty = any(down and not up for up, down in zip(row, below, strict=True))
    sparse = len(filled) < sum(cell is not None for cell in row)
    return (
        joined >= 1 and joined + known_below >= len(filled) * _KNOWN_SHARE and (under_empty or wide or (sparse and joined == len(filled)))
    )


def _filled_right(row: Row, below: Row) -> list[str | None]:
    """Repeat a group over the empty cells on its right where the line below says something."""
    spread: list[str | None] = []
    last: str | None = None
    for up, down in zip(row, below, strict=True):
        last = up or (last if down else None)
        spread.append(up or (last if down else None))
    return spread


def _joined(row: Row, top: Row, below: Row, vocabulary: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Join two lines of headings: the lower one under its group, or both in one when neither says enough alone.

    `top` is the upper `row` spread over its columns: right of « Code » over « postal », « Commune » is no code.
    """
    lower = [fold_text(cell or "") for cell in below]
    headings: list[str] = []
    groups: list[str] = []
    for own, up, down in zip(row, top, below, strict=True):
        if not (up and down):
            headings.append(down or up or "")
            groups.append("")
            continue
        once = lower.count(fold_text(down)) == 1 and (vocabulary.knows(down) or top.count(up) > 1)
        alone = once and not (vocabulary.knows(f"{up} {down}") and (own is not None or vocabulary.mean_one(down, f"{up} {down}")))
        headings.append(down if alone else f"{up} {down}")
        groups.append(up)
    return tuple(headings), tuple(groups)
