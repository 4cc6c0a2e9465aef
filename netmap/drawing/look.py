"""What a drawing is made of: the shape and colour of a kind of actor, the stroke of a state, the words of the legend.

Shape comes first and colour second, so that the drawing is read without seeing colours. Only shapes whose label stands
below are drawn: the others (box, ellipse, text) become the nearest one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

CEILING = 1500
"""How many actors a drawing still shows readably; above it, the page asks to filter."""


@dataclass(frozen=True, slots=True)
class Look:
    """Say how a kind of actor is drawn and named: `shape` is one of `SHAPES`, `colour` is written #rrggbb."""

    shape: str
    colour: str
    label: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """Say how a tie in some state is drawn; `dashes` are lengths in pixels, empty for a continuous line."""

    colour: str
    width: float
    dashes: tuple[int, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold a shape as a glyph and as a polygon in a square of side 2 around the origin; no point means a circle."""

    glyph: str
    points: tuple[tuple[float, float], ...] = ()


SHAPES: Mapping[str, Shape] = {
    "dot": Shape("●"),
    "square": Shape("■", ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85))),
    "triangle": Shape("▲", ((0, -1), (0.95, 0.75), (-0.95, 0.75))),
    "triangleDown": Shape("▼", ((0, 1), (0.95, -0.75), (-0.95, -0.75))),
    "diamond": Shape("◆", ((0, -1), (1, 0), (0, 1), (-1, 0))),
    "hexagon": Shape("⬢", ((1, 0), (0.5, 0.87), (-0.5, 0.87), (-1, 0), (-0.5, -0.87), (0.5, -0.87))),
    "star": Shape(
        "★",
        (
            *((0, -1), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81)),
            *((0, 0.4), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.24, -0.32)),
        ),
    ),
}
_NEAREST = {"box": "square", "ellipse": "dot", "circle": "dot", "text": "dot"}

# In the order of what deserves the eye first: a pair in several states is drawn in the first of them.
STROKES: Mapping[str, Stroke] = {
    "ending": Stroke("#b34000", 2.4, (), "Convention à échéance proche"),
    "active": Stroke("#5f9b78", 1.4, (), "Convention en vigueur"),
    "ended": Stroke("#8d8d8d", 1.0, (9, 5), "Convention échue"),
    "none": Stroke("#8d8d8d", 0.7, (2, 4), "Partenariat sans convention"),
}
RANK: Mapping[str, int] = {state: rank for rank, state in enumerate(STROKES)}

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_OTHER = Look("dot", "#6a6a6a", "Autre acteur")


def look_of(kind: str, looks: Mapping[str, Look]) -> Look:
    """Return the look of a kind with a shape and a colour that can be drawn: a grey circle for an unknown kind."""
    look = looks.get(kind, _OTHER)
    shape = look.shape if look.shape in SHAPES else _NEAREST.get(look.shape, "dot")
    return Look(shape, look.colour if _COLOUR.fullmatch(look.colour) else _OTHER.colour, look.label)


def plain(column: str) -> pl.Expr:
    """Clean a column of words: no null, no unreadable character, no `href` that pyvis would take for a link."""
    return (
        pl.col(column)
        .fill_null("")
        .str.replace_all(r"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ")
        .str.replace_all("(?i)href", "lien")
    )
