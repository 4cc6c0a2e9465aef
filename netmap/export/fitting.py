"""How wide the columns of a table are and how large their letters, so that a date never breaks and a long text has room.

Widths are counted in letters of the usual size.
"""

from collections.abc import Iterable, Sequence
from math import ceil

UPRIGHT, WIDE = 112, 168
"""How many letters of the usual size a line holds, on an upright page and on a wide one."""
SIZES = (9.0, 8.0, 7.0, 6.5)
_USUAL = 8.5
_PADDING = 3
_BOLD = 1.2
_WORD_MAX = 14  # a longer word may break
_WANTED_MAX = 46
_MARK_MAX = 5  # « n. r. »
_SAMPLE = 300


def fitted(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> tuple[tuple[int, ...], float]:
    """Give the width of each column, in thousandths, and the size of the letters, in points."""
    least, wanted = _needs(headings, rows)
    size = next((size for size in SIZES if sum(least) <= room * _USUAL / size), SIZES[-1])
    least = _squeezed(least, [_whole(row[column] for row in rows[:_SAMPLE]) for column in range(len(headings))], room * _USUAL / size)
    left = max(room * _USUAL / size - sum(least), 0)
    asked = sum(most - few for most, few in zip(wanted, least, strict=True))
    # Where all that is wanted fits, what is left over goes to all the columns alike.
    share = min(left / asked, 1) if asked else 0
    widths = [few + share * (most - few) for most, few in zip(wanted, least, strict=True)]
    total = sum(widths)
    return tuple(max(round(1000 * width / total), 1) for width in widths), size


def _squeezed(least: list[float], whole: list[bool], room: float) -> list[float]:
    """Take from the columns of words what is lacking, so that those of dates and numbers stay whole."""
    fixed = sum(width for width, kept in zip(least, whole, strict=True) if kept)
    share = (room - fixed) / (sum(least) - fixed) if sum(least) > max(room, fixed) else 1
    return [width if kept or not 0 < share < 1 else share * width for width, kept in zip(least, whole, strict=True)]


def _whole(cells: Iterable[str]) -> bool:
    """Tell whether a column has nothing but dates, numbers and short marks."""
    return all(len(cell) <= _MARK_MAX or not any(letter.isalpha() for letter in cell) for cell in cells)


def _needs(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[float], list[float]]:
    """Count the letters that each column needs, not to break its words, and wants, not to break its lines."""
    least: list[float] = []
    wanted: list[float] = []
    for column, heading in enumerate(headings):
        cells = [row[column] for row in rows[:_SAMPLE]]
        words = [min(max(map(len, cell.split(" ")), default=0), _WORD_MAX) for cell in cells]
        lengths = sorted(len(cell) for cell in cells) or [0]
        # Headings are bold, and bold is wide.
        word = max([*words, *(ceil(_BOLD * min(len(part), _WORD_MAX)) for part in heading.split(" "))])
        few = word + _PADDING
        usual = lengths[(9 * (len(lengths) - 1)) // 10]
        least.append(few)
        wanted.append(max(few, min(max(usual, len(heading) // 2) + _PADDING, _WANTED_MAX)))
    return least, wanted
