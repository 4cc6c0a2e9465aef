"""The legend of a drawing, in words and drawn shapes: what is there, how many of each, nothing that is not there."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

import polars as pl

from netmap.drawing.look import SHAPES, STROKES, Look, Stroke, look_of
from netmap.values import counted, grouped

_ITEM = '<li style="display:flex;align-items:center;gap:.35em">{drawing}<span>{words}</span></li>'
_LIST = (
    '<ul aria-label="{name}" style="list-style:none;display:flex;flex-wrap:wrap;gap:.2em 1.3em;margin:.15em 0;'
    'padding:0;font:13px/1.5 Arial,sans-serif;color:#161616">{items}</ul>'
)
HOLLOW = Look("dot", "#6a6a6a", "Contour pointillé : cité, sans fiche")


def legend_html(actors: pl.DataFrame, ties: pl.DataFrame, looks: Mapping[str, Look]) -> str:
    """Write the legend as a piece of HTML, everything escaped: kinds of actors, then states of ties, with counts."""
    items = [_ITEM.format(drawing=shape_svg(look), words=_counted(look.label, count)) for look, count in kinds_shown(actors, looks)]
    unknown = hollow_shown(actors)
    if unknown:
        items.append(_ITEM.format(drawing=shape_svg(HOLLOW, hollow=True), words=_counted(HOLLOW.label, unknown)))
    strokes = [_ITEM.format(drawing=stroke_svg(stroke), words=_counted(stroke.label, count)) for stroke, count in states_shown(ties)]
    lists = (("Types d’acteurs", items), ("États des liens", strokes))
    return "".join(_LIST.format(name=name, items="".join(held)) for name, held in lists if held)


def kinds_shown(actors: pl.DataFrame, looks: Mapping[str, Look]) -> list[tuple[Look, int]]:
    """Give the look of each kind that is there, with its words and how many there are; declared kinds first."""
    kinds = dict(actors.group_by("kind").len().iter_rows())
    order = [kind for kind in looks if kind in kinds] + sorted(str(kind) for kind in kinds if kind not in looks)
    return [(replace(look_of(kind, looks), label=looks[kind].label if kind in looks else kind), kinds[kind]) for kind in order]


def hollow_shown(actors: pl.DataFrame) -> int:
    """Count the actors that are known by reference only."""
    return actors.filter(~pl.col("declared").fill_null(value=True)).height


def states_shown(ties: pl.DataFrame) -> list[tuple[Stroke, int]]:
    """Give the stroke of each state that is there, with how many ties are in it."""
    states = dict(ties.group_by("state").len().iter_rows())
    return [(stroke, states[state]) for state, stroke in STROKES.items() if state in states]


def summary(actors: pl.DataFrame, ties: pl.DataFrame) -> str:
    """Say in a sentence what the drawing shows, for those who do not see it."""
    return (
        f"{counted(actors.height, 'acteur', 'acteurs')} et {counted(ties.height, 'lien', 'liens')}. "
        "Les mêmes acteurs et les mêmes liens sont donnés dans le tableau qui accompagne le dessin."
    )


def shape_svg(look: Look, *, hollow: bool = False, size: int = 15) -> str:
    """Draw the shape of a look that `look_of` returned; hollow means known by reference only."""
    style = f'fill="{"#ffffff" if hollow else look.colour}" stroke="{look.colour}" stroke-width=".22"'
    dashes = ' stroke-dasharray=".45 .3"' if hollow else ""
    points = " ".join(f"{x},{y}" for x, y in SHAPES[look.shape].points)
    shape = f'<polygon points="{points}"' if points else '<circle r=".85"'
    box = 'viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true"'
    return f'<svg width="{size}" height="{size}" {box}>{shape} {style}{dashes}/></svg>'


def stroke_svg(stroke: Stroke) -> str:
    """Draw the stroke of a state as a short line."""
    dashes = f' stroke-dasharray="{" ".join(map(str, stroke.dashes))}"' if stroke.dashes else ""
    line = f'<path d="M0 6H30" stroke="{stroke.colour}" stroke-width="{stroke.width + 0.6:g}"{dashes}/>'
    return f'<svg width="30" height="12" aria-hidden="true">{line}</svg>'


def _counted(words: str, count: int) -> str:
    return f"{escape(words)} ({grouped(count)})"
