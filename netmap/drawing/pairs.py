"""The lines of a drawing: one a pair of actors, however many ties and conventions there are between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log2

import polars as pl

from netmap.drawing.look import RANK, STROKES, Stroke, plain
from netmap.values import counted


@dataclass(slots=True)
class Pair:
    """Gather the ties of two actors, given by their rows: conventions add up, the most urgent state is kept."""

    one: int
    other: int
    count: int
    state: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """Say how a pair is drawn and what is told of it; the line is a unit wider each time its conventions double."""

    stroke: Stroke
    width: float
    told: str


_STROKES = tuple(STROKES.values())


@cache
def line_of(state: int, count: int) -> Line:
    """Return the line of a pair: few pairs differ by both state and number of conventions."""
    stroke = _STROKES[state]
    told = f"{stroke.label} ({counted(count, 'convention', 'conventions')})" if count else stroke.label
    return Line(stroke, round(stroke.width + (1.2 * log2(count) if count > 1 else 0), 1), told)


def told_of(pair: Pair) -> str:
    """Say what a pair is, as plain text."""
    told = line_of(pair.state, pair.count).told
    return f"{pair.words}\n{told}" if pair.words else told


def paired(ties: pl.DataFrame, source: Sequence[int], target: Sequence[int]) -> list[Pair]:
    """Gather ties by pair in the order they come; -1 stands for an actor that is not drawn, whose ties are left out."""
    words = ties.select(
        plain("label").str.strip_chars(),
        pl.col("count").fill_null(0).clip(lower_bound=0),
        pl.col("state").replace_strict(RANK, default=len(RANK) - 1, return_dtype=pl.Int64),
    )
    pairs: dict[tuple[int, int], Pair] = {}
    columns = [words[name].to_list() for name in ("label", "count", "state")]
    for one, other, label, count, state in zip(source, target, *columns, strict=True):
        if one < 0 or other < 0 or one == other:
            continue
        key = (one, other) if one < other else (other, one)
        pair = pairs.get(key)
        if pair is None:
            pairs[key] = Pair(*key, count, state, label)
        else:
            pair.count += count
            pair.state = min(pair.state, state)
            pair.words = "\n".join(filter(None, (pair.words, label)))
    return list(pairs.values())
