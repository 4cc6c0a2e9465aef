"""What a type of value is: how one cell is read, how a column is, what is expected, how a value is shown.

A column is read by a vectorised rule where most cells have the usual shape; the cells it does not take are read one by one,
each distinct text once. Both ways give the same values (proved by property tests).
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

_MARKS = re.compile("[\u0300-\u036f]+")
_OTHERS = re.compile("[^a-z0-9]+")

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


def repeats_itself(texts: pl.Series) -> bool:
    """Tell whether reading each distinct text once is worth finding them: a text comes back four times or more."""
    return texts.approx_n_unique() * 4 <= len(texts)


def once_each(texts: pl.Series, read: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Read the distinct texts of a column, and give each row the value of its text."""
    seen = texts.drop_nulls().unique()
    return read(seen).gather(texts.cast(pl.Enum(seen)).to_physical()).alias(texts.name)


def by_distinct(cell: Callable[[str], Any], dtype: pl.DataType) -> Callable[[pl.Series], pl.Series]:
    """Read a column by reading each distinct text once."""

    def read(seen: pl.Series) -> pl.Series:
        values = [None if isinstance(value := cell(text), Refusal) else value for text in seen.to_list()]
        return pl.Series(values, dtype=dtype)

    def column(texts: pl.Series) -> pl.Series:
        if texts.null_count() == len(texts):
            return pl.Series(texts.name, [None] * len(texts), dtype=dtype)
        return once_each(texts, read)

    return column


def by_shape(usual: Shape, cell: Callable[[str], Any], dtype: pl.DataType) -> Callable[[pl.Series], pl.Series]:
    """Read a column by a vectorised rule that gives null to what it does not take, then the rest by distinct texts."""
    rest = by_distinct(cell, dtype)

    def column(texts: pl.Series) -> pl.Series:
        values = usual(texts)
        if values.null_count() == texts.null_count():
            return values.alias(texts.name)
        left = texts.set(values.is_not_null(), None)
        return values.zip_with(values.is_not_null(), rest(left)).alias(texts.name)

    return column


def fold_text(text: str) -> str:
    """Fold a text to what people mean: accents and case dropped, every run of other signs one space."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text).lower()).replace("œ", "oe").replace("æ", "ae")
    return _OTHERS.sub(" ", plain).strip(" ")


def fold_column(texts: pl.Series) -> pl.Series:
    """Fold a column as `fold_text` does."""
    lower = texts.str.to_lowercase()
    plain = texts.str.contains(r"^[A-Za-z0-9]+( [A-Za-z0-9]+)*$")
    if plain.all():
        return lower
    marked = pl.col("t").str.normalize("NFKD").str.to_lowercase().str.replace_all(_MARKS.pattern, "")
    letters = marked.str.replace_many(["œ", "æ"], ["oe", "ae"])
    folded = letters.str.replace_all(_OTHERS.pattern, " ").str.strip_chars(" ")
    others = pl.DataFrame({"t": texts.filter(~plain)}).select(folded)["t"]
    return lower.scatter((~plain).arg_true(), others).alias(texts.name)
