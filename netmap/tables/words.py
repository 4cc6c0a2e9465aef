"""Write numbers, lines and columns in messages, as a spreadsheet shows them to a French reader."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import isfinite

SPANS_SHOWN = 8


def letters(place: int) -> str:
    """Give the letters of a column counted from 0, as a spreadsheet shows them: 0 is A, 26 is AA."""
    name = ""
    count = place + 1
    while count:
        count, rest = divmod(count - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_number(name: bytes) -> int:
    """Give the number of a column from its letters: A is 1."""
    place = 0
    for letter in name:
        place = place * 26 + letter - 64
    return place


def plain(value: float) -> str:
    """Write a number as a spreadsheet shows it: fifteen digits at most, neither exponent nor needless decimals."""
    if not isfinite(value):
        return str(value)
    return str(int(value)) if value.is_integer() else f"{Decimal(f'{value:.15g}'):f}"


def number(value: int) -> str:
    """Write a whole number as French does, with narrow spaces between thousands."""
    return f"{value:,}".replace(",", "\u202f")


def spans(lines: Sequence[int]) -> str:
    """Write line numbers in order, runs joined: « 3, 5 à 9 », and « … » when too many to show."""
    cuts = [0, *(place + 1 for place, (one, two) in enumerate(pairwise(lines)) if two != one + 1), len(lines)]
    runs = [(lines[start], lines[end - 1]) for start, end in pairwise(cuts)]
    shown = [f"{first}" if first == last else f"{first} à {last}" for first, last in runs[:SPANS_SHOWN]]
    return ", ".join(shown) + (", …" if len(runs) > SPANS_SHOWN else "")
