"""How figures, dates and sentences are written in a document: 1 234,5 · 12 % · 31/08/2027, with the spaces that never break."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, cast

from netmap.evidence.dossier import Cell, Figure, SourceLine, State
from netmap.values import DATE, counted, show_number

UNSAID = "n. r."
UNSAID_MEANS = "n. r. : non renseigné ; ce n’est ni un zéro ni une absence."
NARROW, WIDE = "\u202f", "\u00a0"
CELL_MAX = 300
_LINES_MAX = 4
_ASKED = {
    "criteria": "Critères",
    "establishments": "Établissements",
    "scope": "Périmètre",
    "on": "Date",
    "in_charge": "Responsable des chiffres",
    "title": "Titre",
}
_TENTHS_FROM = 10  # below, a tenth would hide what a share of a few says
# A narrow space stands before ; ! ? and %, a full one before : and inside « », none of them breaks.
_SPACES = (
    (re.compile(r"[ \u00a0\u202f]+([;!?%])"), NARROW + r"\1"),
    (re.compile(r"[ \u00a0\u202f]+([:»])"), WIDE + r"\1"),
    (re.compile(r"«[ \u00a0\u202f]*"), "«" + WIDE),
)
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2028\u2029]+")


def typeset(text: str) -> str:
    """Write a sentence of ours with the spaces of French typography."""
    cleaned = clean(text)
    for found, written in _SPACES:
        cleaned = found.sub(written, cleaned)
    return cleaned


def clean(text: str) -> str:
    """Take out the signs that no document can hold, and those that turn the direction of the text; lines are kept."""
    return "".join(letter if letter.isprintable() or letter in "\n\u00a0\u202f" else " " for letter in text).strip()


def on_one_line(text: str, most: int = CELL_MAX) -> str:
    """Write a text of any origin on one line, cut with … when it is too long."""
    line = "".join(letter if letter.isprintable() or letter in "\u00a0\u202f" else " " for letter in text)
    if not line.isascii() or "  " in line:
        line = _BLANKS.sub(lambda found: found[0] if found[0] in (WIDE, NARROW) else " ", line)
    line = line.strip()
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def shown(value: Cell, unit: str = "", most: int = CELL_MAX) -> str:
    """Write a value as people read it; nothing said is « n. r. », never an empty cell nor a zero."""
    if value is None:
        return UNSAID
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return DATE.show(value)
    if isinstance(value, str):
        return on_one_line(value, most) or UNSAID
    number = (
        show_number(round(value, 1 if abs(value) >= _TENTHS_FROM else 2)) if isinstance(value, float) else f"{value:,}".replace(",", NARROW)
    )
    number = number.replace("-", "\N{MINUS SIGN}")
    if not unit:
        return number
    return f"{number}{NARROW}%" if unit == "%" else f"{number}{WIDE}{unit}"


def figure_shown(figure: Figure) -> str:
    """Write the value of a figure; « non renseigné » in full when nobody said it."""
    return str(State.UNKNOWN) if figure.value is None else shown(figure.value, figure.unit)


def lines_shown(lines: Sequence[SourceLine], most: int = _LINES_MAX) -> tuple[str, ...]:
    """Write source lines by file and sheet, as ranges: « conventions.xlsx, feuille « 2025 », lignes 4 à 17 et 19 (lot 3) »."""
    ranges = line_ranges(lines)
    left = len(ranges) - most
    said = [place_shown(*one) for one in ranges[:most]]
    return (*said, f"et {counted(left, 'autre endroit', 'autres endroits')} (classeur des preuves)") if left > 0 else tuple(said)


def line_ranges(lines: Sequence[SourceLine]) -> list[tuple[str, str, int, str]]:
    """Gather source lines by file, sheet and lot: their numbers as ranges, « 4 à 17, 19 »; "" for a file as a whole."""
    gathered: list[tuple[str, str, int, str]] = []
    for (file, sheet, lot), group in groupby(sorted(lines, key=_order), key=lambda one: (one.file, one.sheet, one.lot)):
        gathered.append((file, sheet, lot, _ranges([one.line for one in group if one.line is not None])))
    return gathered


def place_shown(file: str, sheet: str, lot: int, numbers: str, most: int = 160) -> str:
    """Write one place of a file."""
    where = on_one_line(file or sheet or "saisi dans netmap", 90)
    inside = f", feuille «{WIDE}{on_one_line(sheet, 40)}{WIDE}»" if file and sheet else ""
    cut = numbers if len(numbers) <= most else f"{numbers[:most].rpartition(',')[0]}…"
    which = "" if not numbers else f", ligne{'s' if not numbers.isdigit() else ''}{WIDE}{cut}"
    return f"{where}{inside}{which} (lot{WIDE}{lot})" if lot else f"{where}{inside}{which}"


def _order(one: SourceLine) -> tuple[str, str, int, int]:
    return one.file, one.sheet, one.lot, -1 if one.line is None else one.line


def _ranges(numbers: Sequence[int]) -> str:
    said: list[str] = []
    for _shift, group in groupby(enumerate(dict.fromkeys(numbers)), key=lambda pair: pair[1] - pair[0]):
        held = [number for _rank, number in group]
        if len(held) > 2:  # noqa: PLR2004 - two lines are said one by one
            said.append(f"{held[0]} à {held[-1]}")
        else:
            said += map(str, held)
    return ", ".join(said)


def asked(parameters: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Write what was asked as names and values; an id by its key, what was not asked left out."""
    said: list[tuple[str, str]] = []
    for name, value in parameters.items():
        values = cast("list[Any]", value) if isinstance(value, list | tuple) else [value]
        texts = [_asked(one) for one in values if one not in (None, "")]
        if texts:
            said.append((_ASKED.get(name, on_one_line(name, 60)), on_one_line(", ".join(texts), 2000)))
    return said


def _asked(value: Any) -> str:  # noqa: ANN401 - a plain value
    if not isinstance(value, str):
        return shown(value)
    try:
        return shown(date.fromisoformat(value))
    except ValueError:
        kind, colon, key = value.partition(":")
        return key if colon and kind.isalpha() else value
