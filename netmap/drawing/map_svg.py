"""The geographic map on a sheet: outlines of the départements, actors where they are, a scale in kilometres."""

from collections.abc import Iterator, Mapping
from math import asinh, cos, floor, log10, pi, radians, sin, sqrt, tan
from typing import Any

import polars as pl

from netmap.drawing.geography import WHOLE_FRANCE, outlines, placed, without_position
from netmap.drawing.legend import summary
from netmap.drawing.look import Look, look_of
from netmap.drawing.pairs import paired
from netmap.drawing.sheet import HEIGHT, MARGIN, TOP, WIDTH, Mark, Segment, Sheet, number
from netmap.values import counted

_PETAL = 9
_MOST_ZOOM = 300_000  # points for the whole Earth: a commune fills the sheet
_KILOMETRES = 40_075.0
_BAR = 160
_SCALE_AT = TOP + HEIGHT - 14


def map_svg(actors: pl.DataFrame, ties: pl.DataFrame, looks: Mapping[str, Look], *, title: str, notes: tuple[str, ...] = ()) -> str:
    """Draw the actors that have a position and the ties between them; a note counts the others."""
    shown = placed(actors)
    view = _View.of(shown)
    rows = {actor: row for row, actor in enumerate(shown["id"].to_list())}
    ends = [[rows.get(actor, -1) for actor in ties[end].to_list()] for end in ("source", "target")]
    spots = [view.at(x, y) for x, y in shown.select("longitude", "latitude").iter_rows()]
    marks = list(_marks(shown, spots, looks))
    known = pl.col("source").is_in(shown["id"].implode()) & pl.col("target").is_in(shown["id"].implode())
    drawn, visible = ties.filter(known), actors.filter(pl.col("id").is_in(shown["id"].implode()))
    left = without_position(actors).height
    missing = (f"{counted(left, 'acteur sans position n’est pas', 'acteurs sans position ne sont pas')} sur la carte.",) if left else ()
    drawing = Sheet(
        title=title,
        told=summary(visible, drawn),
        marks=marks,
        segments=[Segment(spots[pair.one], spots[pair.other], pair) for pair in paired(ties, *ends)],
        legend=(visible, drawn, looks),
        ground=_land(view) + _bar(view),
        notes=(*missing, *notes),
    )
    return drawing.svg()


class _View:
    """Hold how longitudes and latitudes become places on the sheet (Web Mercator)."""

    def __init__(self, west: float, south: float, east: float, north: float) -> None:
        low, high = asinh(tan(radians(south))), asinh(tan(radians(north)))
        wide, tall = max((east - west) / 360, 1e-9), max((high - low) / (2 * pi), 1e-9)
        room = 5 * MARGIN
        self.points = min((WIDTH - 2 * room) / wide, (HEIGHT - 2 * room) / tall, _MOST_ZOOM)
        self._middle = (west + east) / 720, (low + high) / (4 * pi)
        self.latitude = (south + north) / 2

    @staticmethod
    def of(shown: pl.DataFrame) -> "_View":
        """Choose the view that holds all the actors; metropolitan France for none."""
        if shown.is_empty():
            return _View(*WHOLE_FRANCE)
        extremes: Any = shown.select(
            west=pl.min("longitude"), south=pl.min("latitude"), east=pl.max("longitude"), north=pl.max("latitude")
        ).row(0)
        return _View(*extremes)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Give the place of a point of the Earth."""
        x, y = longitude / 360, asinh(tan(radians(latitude))) / (2 * pi)
        return WIDTH / 2 + (x - self._middle[0]) * self.points, TOP + HEIGHT / 2 - (y - self._middle[1]) * self.points

    @property
    def points_a_kilometre(self) -> float:
        """Give the scale at the middle of the view."""
        return self.points / (_KILOMETRES * cos(radians(self.latitude)))


def _marks(shown: pl.DataFrame, spots: list[tuple[float, float]], looks: Mapping[str, Look]) -> Iterator[Mark]:
    # Actors of one town often share its coordinates: they are opened like the petals of a flower.
    for (x, y), actor in zip(spots, shown.iter_rows(named=True), strict=True):
        distance, angle = _PETAL * sqrt(actor["petal"]), actor["petal"] * pi * (3 - sqrt(5))
        size = round(5 + min(sqrt(actor["weight"]), 6), 1)
        look = look_of(actor["kind"], looks)
        yield Mark(x + distance * cos(angle), y + distance * sin(angle), size, look, actor["declared"], actor["label"], actor["weight"])


def _land(view: _View) -> str:
    land, borders = outlines()
    shapes = [ring for polygon in land["geometry"]["coordinates"] for ring in polygon]
    areas = "".join(f"{path}Z" for ring in shapes if (path := _path(view, ring)))
    lines = "".join(_path(view, line) for line in borders["geometry"]["coordinates"])
    sea = f'<rect x="0" y="{TOP}" width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    return f'{sea}<path d="{areas}" fill="#f3f3f3" stroke="#929292"/><path d="{lines}" fill="none" stroke="#cecece" stroke-width="0.8"/>'


def _path(view: _View, points: list[tuple[float, float]]) -> str:
    """Write a line of the ground; nothing when all of it is out of sight."""
    places = [view.at(x, y) for x, y in points]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    if max(xs) < 0 or min(xs) > WIDTH or max(ys) < TOP or min(ys) > TOP + HEIGHT:
        return ""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in places)


def _bar(view: _View) -> str:
    """Draw the scale: the longest round number of kilometres that is short enough."""
    most = _BAR / view.points_a_kilometre
    power = 10 ** floor(log10(most))
    length = next(power * step for step in (5, 2, 1) if power * step <= most)
    wide = length * view.points_a_kilometre
    words = f"{length:g}".replace(".", ",")
    left = WIDTH - MARGIN - wide
    return (
        f'<path d="M{number(left)} {_SCALE_AT - 5}v5h{number(wide)}v-5" fill="none" stroke="#161616"/>'
        f'<text x="{number(left + wide / 2)}" y="{_SCALE_AT - 6}" font-size="13" text-anchor="middle">{words} km</text>'
    )
