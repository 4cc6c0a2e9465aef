"""What a type of value is: how one cell is read, how a column is, what is expected, how a value is shown.

A column is read by a vectorised rule where most cells have the usual shape; the cells it does not take are read one by one,
each distinct text once. Both ways give the same values (proved by property tests).
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_OTHERS = re.compile(r"[\W_]+")
# The same in a column where only ASCII is left: single spaces are not rewritten, most cells are untouched.
_OTHERS_IN_COLUMN = " *[^a-z0-9 ][^a-z0-9]*| {2,}"
_FEW = 200  # texts that are sooner folded one by one than all signs are listed to be replaced
_LIGATURES = {"œ": "oe", "æ": "ae"}

Shape = Callable[[pl.Series], pl.Series]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Say in French why a cell is not a value of its type."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueType:
    """Declare a type of value, with what it accepts and refuses beside its rule.

    `cell` reads a stripped, non-empty text into a value or a Refusal; `column` reads a text series (stripped, "" already
    null) into a series of `dtype`, null where the text is absent or refused. `show` gives the French display.
    """

    name: str
    label: str
    rule: str
    dtype: pl.DataType
    cell: Callable[[str], Any]
    column: Callable[[pl.Series], pl.Series]
    accepts: tuple[tuple[str, Any], ...]
    refuses: tuple[str, ...]
    show: Callable[[Any], str] = str
    choices: tuple[tuple[str, str], ...] = ()


def by_distinct(cell: Callable[[str], Any], dtype: pl.DataType) -> Callable[[pl.Series], pl.Series]:
    """Read a column by reading each distinct text once."""

    def column(texts: pl.Series) -> pl.Series:
        if texts.null_count() == len(texts):
            return pl.Series(texts.name, [None] * len(texts), dtype=dtype)
        seen = texts.drop_nulls().unique()
        values = [None if isinstance(value := cell(text), Refusal) else value for text in seen.to_list()]
        # An Enum numbers the words it knows in one pass.
        return pl.Series(texts.name, values, dtype=dtype).gather(texts.cast(pl.Enum(seen)).to_physical())

    return column


def by_distinct_lists(cell: Callable[[str], Any], dtype: pl.DataType, lists: pl.Series) -> pl.Series:
    """Read a column of lists of codes by reading each distinct one once, its codes joined by a bar; most lists hold one."""
    texts = lists.list.first()
    several = (lists.list.len() > 1).arg_true()
    return by_distinct(cell, dtype)(texts.scatter(several, lists.gather(several).list.join("|")) if len(several) else texts)


def by_shape(usual: Shape, cell: Callable[[str], Any], dtype: pl.DataType) -> Callable[[pl.Series], pl.Series]:
    """Read a column by a vectorised rule that gives null to what it does not take, then the rest by distinct texts."""
    rest = by_distinct(cell, dtype)

    def column(texts: pl.Series) -> pl.Series:
        values = usual(texts)
        if values.null_count() == texts.null_count():
            return values.alias(texts.name)
        rows = (values.is_null() & texts.is_not_null()).arg_true()
        return values.scatter(rows, rest(texts.gather(rows))).alias(texts.name)

    return column


def fold_text(text: str) -> str:
    """Fold a text to what people mean: accents and case dropped, every run of other signs one space.

    Letters and digits of any script stay, and stay what they are: ² is not read as 2.
    """
    plain = text if text.isascii() else _BEYOND_ASCII.sub(lambda found: _fold_sign(found[0]), text)
    return _OTHERS.sub(" ", plain.lower()).strip(" ")


def fold_column(texts: pl.Series) -> pl.Series:
    """Fold a column as `fold_text` does: a short one text by text, French signs at once, each distinct text with other signs by itself."""
    if len(texts) <= _FEW:
        return pl.Series(texts.name, [None if text is None else fold_text(text) for text in texts], dtype=pl.String)
    foreign = (texts.str.len_bytes() != texts.str.len_chars()).arg_true()
    plain = texts
    if len(foreign) > _FEW:
        usual = _usual_signs()
        told = texts.gather(foreign).str.replace_many(list(usual), list(usual.values()))
        plain = texts.clone().scatter(foreign, told)  # a clone, for scatter writes where it is called
        foreign = foreign.filter(told.str.len_bytes() != told.str.len_chars())
    lower = plain.str.to_lowercase().str.replace_all(_OTHERS_IN_COLUMN, " ").str.strip_chars(" ")
    if foreign.is_empty():
        return lower
    return lower.scatter(foreign, by_distinct(fold_text, pl.String())(texts.gather(foreign)))


@cache
def _fold_sign(sign: str) -> str:
    """Fold one sign outside ASCII: nothing for an accent, the plain letters of a letter, itself otherwise."""
    if unicodedata.combining(sign):
        return ""
    if not sign.isalpha():
        return sign
    letters = unicodedata.normalize("NFKD", sign).casefold()
    return "".join(_LIGATURES.get(letter, letter) for letter in letters if not unicodedata.combining(letter))


@cache
def _usual_signs() -> dict[str, str]:
    """Give what becomes of the signs that French texts use outside ASCII, where that is in ASCII."""
    ranges = (range(0x80, 0x180), range(0x300, 0x370), range(0x2000, 0x2070), range(0x20A0, 0x20C0))
    folded = {sign: _OTHERS.sub(" ", _fold_sign(sign)) for sign in (chr(code) for codes in ranges for code in codes)}
    return {sign: plain for sign, plain in folded.items() if plain.isascii()}
