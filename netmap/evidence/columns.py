"""How wide columns are and how large their letters, so that a date never breaks and a long text has room; what need not be a column.

Widths are counted in letters of the usual size. A column that says the same on every line, or nothing on any, is said once below.
"""

from collections.abc import Sequence
from math import ceil

from netmap.evidence.dossier import Cell, Column, State, Table
from netmap.evidence.french import shown

UPRIGHT, WIDE = 112, 168
"""How many letters of the usual size a line holds, on an upright page and on a wide one."""
SIZES = (9.0, 8.0, 7.0, 6.5)
_USUAL = 8.5
_PADDING = 3
_BOLD = 1.2
_WORD_MAX = 14  # a longer word may break
_WANTED_MAX = 46
_SAMPLE = 300


def fitted(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> tuple[tuple[int, ...], float]:
    """Give the width of each column, in thousandths, and the size of the letters, in points."""
    least, wanted = _needs(headings, rows)
    size = next((size for size in SIZES if sum(least) <= room * _USUAL / size), SIZES[-1])
    left = max(room * _USUAL / size - sum(least), 0)
    asked = sum(most - few for most, few in zip(wanted, least, strict=True))
    # Where all that is wanted fits, what is left over goes to all the columns alike.
    share = min(left / asked, 1) if asked else 0
    widths = [few + share * (most - few) for most, few in zip(wanted, least, strict=True)]
    total = sum(widths)
    return tuple(max(round(1000 * width / total), 1) for width in widths), size


def _needs(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[int], list[int]]:
    """Count the letters that each column needs, not to break its words, and wants, not to break its lines."""
    least: list[int] = []
    wanted: list[int] = []
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


def telling(table: Table) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...], str]:
    """Give the columns that tell lines apart, their rows, and a sentence for those that say the same everywhere."""
    if len(table.rows) < 2:  # noqa: PLR2004 - one line is told whole
        return table.columns, table.rows, ""
    same = [position for position, values in enumerate(zip(*table.rows, strict=True)) if all(value == values[0] for value in values)]
    if not same or len(same) == len(table.columns):
        return table.columns, table.rows, ""
    said = [f"{table.columns[n].label} : {_said(table.rows[0][n], table.columns[n].unit)}" for n in same]
    kept = [n for n in range(len(table.columns)) if n not in set(same)]
    columns = tuple(table.columns[n] for n in kept)
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return columns, rows, f"Sur toutes les lignes : {' ; '.join(said)}."


def _said(value: Cell, unit: str) -> str:
    return str(State.UNKNOWN) if value is None or value == "" else shown(value, unit, 120).rstrip(".")
