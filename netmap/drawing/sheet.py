"""A drawing on one sheet, as SVG: to be printed, put in a document or on a slide, without script nor outside address.

It is read in grey as in colours: kinds differ by shape, states by their dashes and width. The names of the best linked actors are
written where they hide nothing; the others are in the tables that go with it. The same input gives the same bytes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from math import log2

import numpy as np
import polars as pl

from netmap.drawing.legend import HOLLOW, hollow_shown, kinds_shown, states_shown
from netmap.drawing.look import SHAPES, STROKES, Look, Stroke, plain
from netmap.drawing.pairs import Pair
from netmap.values import counted

WIDTH, HEIGHT = 1000, 700
"""The part of the sheet that is drawn on, in points; the legend stands below."""
MARGIN = 18
TOP = 44
FONT = "Libertinus Serif, Arial, Liberation Sans, sans-serif"
NAMED = 45
TRIED = 400
_LETTER = 0.53  # the mean width of a letter, in heights
_NAME_SIZE, _LEGEND_SIZE, _NAME_MAX = 14, 15, 36
_ROW = 24
# A tie that ends soon differs from one that holds by colour on a screen; in grey, by its dashes.
_PRINTED = {"ending": (14, 4, 3, 4)}
_NOT_XML = re.compile("[^\u0009\u000a\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold an actor on the sheet: its centre, half its side, how it looks, its name and what its weight is for naming it."""

    x: float
    y: float
    size: float
    look: Look
    declared: bool
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Hold a tie on the sheet."""

    start: tuple[float, float]
    end: tuple[float, float]
    pair: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Hold what is on a sheet; `ground` is SVG of ours, drawn behind; `notes` are sentences written below the legend."""

    title: str
    told: str
    marks: Sequence[Mark]
    segments: Sequence[Segment]
    legend: tuple[pl.DataFrame, pl.DataFrame, Mapping[str, Look]] = field(compare=False)
    ground: str = ""
    notes: tuple[str, ...] = ()

    def svg(self) -> str:
        """Write the sheet."""
        names = list(_names(self.marks))
        left = len({mark.name for mark in self.marks if mark.name}) - len({name for name, _box, _anchor in names})
        notes = list(self.notes)
        if left > 0:
            notes.append(f"{counted(left, 'nom n’est pas écrit', 'noms ne sont pas écrits')} : les tableaux donnent tous les acteurs.")
        below, height = _legend(*self.legend, notes)
        return "".join(
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" ',
                f'role="img" lang="fr" font-family="{FONT}" fill="#161616">',
                f"<title>{xml(self.title)}</title><desc>{xml(self.told)}</desc>",
                f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
                self.ground,
                "".join(_segment(segment) for segment in self.segments),
                "".join(_mark(mark) for mark in self.marks),
                "".join(_name(*name) for name in names),
                # What the ground lays outside the drawing is covered: a clip costs ten times as much to draw.
                f'<path d="M0 0H{WIDTH}V{TOP}H0zM0 {TOP + HEIGHT}H{WIDTH}V{height}H0z" fill="#ffffff"/>',
                _text(MARGIN, 28, _cut(self.title, 95), 20, weight="bold"),
                below,
                "</svg>\n",
            )
        )


def xml(text: str) -> str:
    """Write text so that it is nothing but text in XML, without the signs that XML cannot hold."""
    return escape(_NOT_XML.sub(" ", text))


def names_of(actors: pl.DataFrame) -> list[str]:
    """Give the names of actors on one line each."""
    return actors.select(plain("label").str.replace_all(r"\s+", " ").str.strip_chars())["label"].to_list()


def number(value: float) -> str:
    """Write a length to a tenth of a point, the same on every machine."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _segment(segment: Segment) -> str:
    state = tuple(STROKES)[segment.pair.state]
    stroke = STROKES[state]
    count = segment.pair.count
    width = stroke.width + (0.6 * log2(count) if count > 1 else 0)
    (x1, y1), (x2, y2) = segment.start, segment.end
    return f'<path d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}" {_stroke(state, stroke, min(width, 6))}/>'


def _stroke(state: str, stroke: Stroke, width: float) -> str:
    dashes = _PRINTED.get(state, stroke.dashes)
    dashed = f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""
    return f'fill="none" stroke="{stroke.colour}" stroke-width="{number(width)}"{dashed}'


def _mark(mark: Mark) -> str:
    look = mark.look
    if mark.declared:
        style = f'fill="{look.colour}" stroke="#ffffff" stroke-width=".18"'
    else:
        style = f'fill="#ffffff" stroke="{look.colour}" stroke-width=".26" stroke-dasharray=".5 .3"'
    points = " ".join(f"{x},{y}" for x, y in SHAPES[look.shape].points)
    shape = f'<polygon points="{points}"' if points else '<circle r=".85"'
    told = f"<title>{xml(mark.name)}</title>" if mark.name else ""
    place = f"translate({number(mark.x)} {number(mark.y)}) scale({number(mark.size)})"
    return f'<g transform="{place}">{told}{shape} {style}/></g>'


def _names(marks: Sequence[Mark]) -> Iterator[tuple[str, Box, str]]:
    """Choose the names to write, the heaviest first, each in the first place around its mark that hides neither name nor mark."""
    spots = np.array([(mark.x, mark.y, mark.size) for mark in marks], dtype=np.float64).reshape(-1, 3)
    taken: list[Box] = []
    for mark in sorted((mark for mark in marks if mark.name), key=lambda mark: (-mark.weight, mark.name, mark.x, mark.y))[:TRIED]:
        name = _cut(mark.name, _NAME_MAX)
        for box, anchor in _around(mark, name):
            if _inside(box) and not any(_meet(box, other) for other in taken) and not _hides(box, spots):
                taken.append(box)
                yield name, box, anchor
                break
        if len(taken) == NAMED:
            return


def _around(mark: Mark, name: str) -> Iterator[tuple[Box, str]]:
    """Give the places of a name around its mark, with the side of the text that is held: below, above, right, left, then aslant."""
    width, height = len(name) * _NAME_SIZE * _LETTER, _NAME_SIZE * 1.15
    x, y, size = mark.x, mark.y, mark.size + 3
    near = size * 0.6
    yield (x - width / 2, y + size, x + width / 2, y + size + height), "middle"
    yield (x - width / 2, y - size - height, x + width / 2, y - size), "middle"
    yield (x + size, y - height / 2, x + size + width, y + height / 2), "start"
    yield (x - size - width, y - height / 2, x - size, y + height / 2), "end"
    for top in (y + near, y - near - height):
        yield (x + near, top, x + near + width, top + height), "start"
        yield (x - near - width, top, x - near, top + height), "end"


def _inside(box: Box) -> bool:
    left, top, right, bottom = box
    return left >= 2 and top >= TOP and right <= WIDTH - 2 and bottom <= TOP + HEIGHT  # noqa: PLR2004 - a hair from the edge


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] + 3 and other[0] < one[2] + 3 and one[1] < other[3] and other[1] < one[3]


def _hides(box: Box, spots: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> bool:
    x, y, size = spots[:, 0], spots[:, 1], 0.8 * spots[:, 2]
    return bool(((x + size > box[0]) & (x - size < box[2]) & (y + size > box[1]) & (y - size < box[3])).any())


def _name(name: str, box: Box, anchor: str) -> str:
    left, top, right, bottom = box
    return _text(
        {"middle": (left + right) / 2, "start": left, "end": right}[anchor],
        bottom - (bottom - top) * 0.27,
        name,
        _NAME_SIZE,
        anchor=anchor,
        more=' stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round"',
    )


def _text(x: float, y: float, words: str, size: int, *, weight: str = "", anchor: str = "", more: str = "") -> str:
    bold = f' font-weight="{weight}"' if weight else ""
    middle = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{number(x)}" y="{number(y)}" font-size="{size}"{bold}{middle}{more}>{xml(words)}</text>'


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _legend(actors: pl.DataFrame, ties: pl.DataFrame, looks: Mapping[str, Look], notes: Sequence[str]) -> tuple[str, int]:
    """Write the legend in rows below the drawing, then the notes; return it with the height of the whole sheet."""
    items = [(_mark(Mark(9, -5, 7, look, declared=True, name="", weight=0)), look.label, n) for look, n in kinds_shown(actors, looks)]
    unknown = hollow_shown(actors)
    if unknown:
        items.append((_mark(Mark(9, -5, 7, HOLLOW, declared=False, name="", weight=0)), HOLLOW.label, unknown))
    strokes = {stroke.label: state for state, stroke in STROKES.items()}
    lines = [
        (f'<path d="M0 -5H34" {_stroke(strokes[stroke.label], stroke, stroke.width + 0.6)}/>', stroke.label, n)
        for stroke, n in states_shown(ties)
    ]
    y = TOP + HEIGHT + 26
    made: list[str] = []
    for held, indent in ((items, 22), (lines, 42)):
        x = float(MARGIN)
        for drawing, label, count in held:
            words = _cut(f"{label} ({counted(count, '', '').strip()})", 90)
            width = indent + len(words) * _LEGEND_SIZE * _LETTER + 24
            if x + width > WIDTH and x > MARGIN:
                x, y = float(MARGIN), y + _ROW
            made.append(f'<g transform="translate({number(x)} {y})">{drawing}{_text(indent, 0, words, _LEGEND_SIZE)}</g>')
            x += width
        y += _ROW if held else 0
    for note in notes:
        made.append(_text(MARGIN, y, _cut(note, 120), _LEGEND_SIZE))
        y += _ROW
    return "".join(made), y
