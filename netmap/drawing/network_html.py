"""The network as one HTML page, drawn by pyvis and safe to open anywhere.

pyvis as it comes runs script found in the cells of a spreadsheet, calls a CDN and lays out in the browser for minutes.
So only its model and its bundled vis-network are used, through a template of ours: places are given, words are plain
text, a policy lets in nothing but our own script, whose nonce derives from the content (same input, same bytes: a page
that changes reloads and loses its zoom). The ids of actors stay out of the page: an actor is its row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

import orjson
import polars as pl

from netmap.drawing.layout import Arrangement, arrange, ends_of
from netmap.drawing.legend import legend_html, summary
from netmap.drawing.look import STROKES, Look, look_of, plain
from netmap.drawing.pairs import Pair, line_of, paired

DASHES_BELOW = 300
"""Dashed lines are slow to draw: from this number of ties on, states differ by colour and width only."""

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "tooltipDelay": 120,
        "dragNodes": False,
        "hideEdgesOnDrag": True,
        "navigationButtons": False,
        "keyboard": {"enabled": False},
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
    },
    "nodes": {
        "borderWidth": 1.5,
        "borderWidthSelected": 3,
        "font": {"face": "Arial", "color": "#161616", "strokeWidth": 3, "strokeColor": "#ffffff"},
        "scaling": {"label": {"drawThreshold": 8, "maxVisible": 17}},
    },
    "edges": {
        "color": {"highlight": "#161616", "hover": "#161616"},
        "smooth": False,
        "selectionWidth": 1.5,
        "hoverWidth": 1,
    },
}


def network_html(actors: pl.DataFrame, ties: pl.DataFrame, looks: Mapping[str, Look], *, title: str) -> str:
    """Write the whole page; ties to an actor that is not given are left out, ties of one pair are drawn as one line."""
    from pyvis.network import Network  # noqa: PLC0415  # slow to import, used here only

    ends = ends_of(actors, ties)
    places = arrange(actors, ends)
    page: Any = Network(cdn_resources="in_line")
    page.nodes = _nodes(actors, places)
    page.edges = _edges(paired(ties, ends[0].tolist(), ends[1].tolist()))
    page.options = _OPTIONS | {"groups": _groups(actors, looks)}
    page.heading = " ".join(title.split())
    shown = ties.filter(pl.Series((ends[0] >= 0) & (ends[1] >= 0), dtype=pl.Boolean))
    page.templateEnv = _Template(legend_html(actors, shown, looks), summary(actors, shown), places)
    return page.generate_html()


@dataclass(frozen=True, slots=True)
class _Template:
    """Stand where pyvis looks for its templates: everything it gives is written once, as one block of JSON."""

    legend: str
    summary: str
    places: Arrangement

    def get_template(self, _path: str) -> "_Template":
        return self

    def render(self, *, nodes: list[Any], edges: list[Any], options: str, heading: str, **_unused: object) -> str:
        discs = [(round(disc.x, 1), round(disc.y, 1), round(disc.radius, 1)) for disc in self.places.discs]
        content = {
            "nodes": nodes,
            "edges": edges,
            "ground": {"discs": discs, "corner": self.places.corner},
            "options": orjson.Fragment(options),
        }
        words = {
            "content": _safe(orjson.dumps(content)),
            "heading": escape(heading),
            "summary": escape(self.summary),
            "legend": self.legend,
        }
        library, frame = _library(), _frame()
        nonce = sha256("\0".join([*words.values(), library.digest]).encode()).hexdigest()[:32]
        return frame.substitute(words, library=library.text, nonce=nonce)


def _safe(json: bytes) -> str:
    """Write JSON so that nothing in it can end the block that holds it."""
    for character, written in ((b"<", rb"\u003c"), (b">", rb"\u003e"), (b"&", rb"\u0026")):
        json = json.replace(character, written)
    return json.replace(b"\xe2\x80\xa8", rb"\u2028").replace(b"\xe2\x80\xa9", rb"\u2029").decode()


@dataclass(frozen=True, slots=True)
class _Library:
    text: str
    digest: str


@cache
def _library() -> _Library:
    """Read the vis-network that pyvis bundles, without the address of its source map."""
    path = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = path.read_text("utf-8").partition("//# sourceMappingURL")[0].replace("</script", "<\\/script")
    return _Library(text, sha256(text.encode()).hexdigest())


@cache
def _frame() -> Template:
    return Template(files("netmap.drawing").joinpath("network.html").read_text("utf-8"))


def _groups(actors: pl.DataFrame, looks: Mapping[str, Look]) -> dict[str, Any]:
    """Say how each kind is drawn, then how it is when known by reference only (name ended by `?`)."""
    groups: dict[str, Any] = {}
    for rank, kind in enumerate(_kinds(actors)):
        look = look_of(kind, looks)
        full = {"background": look.colour, "border": "#ffffff"}
        hollow = {"background": "#ffffff", "border": look.colour}
        for name, colours, dashes in ((f"{rank}", full, False), (f"{rank}?", hollow, [3, 2])):
            lit = {**colours, "border": "#161616"}
            groups[name] = {
                "shape": look.shape,
                "color": {**colours, "highlight": lit, "hover": lit},
                "shapeProperties": {"borderDashes": dashes},
            }
    return groups


def _kinds(actors: pl.DataFrame) -> list[str]:
    return sorted(actors["kind"].fill_null("").unique().to_list())


def _nodes(actors: pl.DataFrame, places: Arrangement) -> list[dict[str, Any]]:
    """Write one node an actor: the heaviest and the anchors are drawn last, hence above the others; the page names them."""
    words = _words(actors)
    columns = [words[name].to_list() for name in ("title", "group", "size", "anchor")]
    nodes: list[dict[str, Any]] = [
        {"id": row, "x": x, "y": y, "group": group, "size": size, "title": title, "anchor": anchor}
        for row, (x, y, title, group, size, anchor) in enumerate(zip(places.x.tolist(), places.y.tolist(), *columns, strict=True))
    ]
    return [nodes[row] for row in words["size"].arg_sort().to_list()]


def _words(actors: pl.DataFrame) -> pl.DataFrame:
    """Write column by column what the nodes say; the first line of a title is the name."""
    ranks = {kind: f"{rank}" for rank, kind in enumerate(_kinds(actors))}
    weight = pl.col("weight").fill_null(0).clip(lower_bound=0)
    anchor = pl.col("id").is_in(actors["anchor"].drop_nulls().unique().to_list())
    label, detail = pl.col("label"), pl.col("detail")
    return actors.select(
        label=plain("label").str.replace_all(r"\s+", " ").str.strip_chars(),
        detail=plain("detail").str.strip_chars(),
        group=pl.col("kind").fill_null("").replace_strict(ranks, default="", return_dtype=pl.String)
        + pl.when(pl.col("declared").fill_null(value=True)).then(pl.lit("")).otherwise(pl.lit("?")),
        size=(pl.when(anchor).then(14).otherwise(7) + (2 * weight.sqrt()).clip(upper_bound=12)).round(1),
        anchor=anchor,
    ).with_columns(title=pl.when(detail == "").then(label).otherwise(label + "\n" + detail))


def _edges(pairs: list[Pair]) -> list[dict[str, Any]]:
    """Write one edge a pair."""
    dashed = len(pairs) < DASHES_BELOW
    colours = {stroke.colour: {"color": stroke.colour} for stroke in STROKES.values()}
    edges: list[dict[str, Any]] = []
    for row, pair in enumerate(pairs):
        line = line_of(pair.state, pair.count)
        edge: dict[str, Any] = {
            "id": row,
            "from": pair.one,
            "to": pair.other,
            "width": line.width,
            "color": colours[line.stroke.colour],
            "title": f"{pair.words}\n{line.told}" if pair.words else line.told,
        }
        if dashed and line.stroke.dashes:
            edge["dashes"] = line.stroke.dashes
        edges.append(edge)
    return edges
