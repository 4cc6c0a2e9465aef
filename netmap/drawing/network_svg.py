"""The network drawing on a sheet: the same places as on the screen, brought to the size of the paper."""

from collections.abc import Mapping

import numpy as np
import polars as pl

from netmap.drawing.layout import Arrangement, arrange, ends_of
from netmap.drawing.legend import summary
from netmap.drawing.look import Look, look_of
from netmap.drawing.pairs import paired
from netmap.drawing.sheet import HEIGHT, MARGIN, TOP, WIDTH, Mark, Segment, Sheet, names_of, number

_LARGEST, _SMALLEST = 12.0, 2.4
_ENLARGED_AT_MOST = 2.2
_ABOUT_A_NAME = 26


def network_svg(actors: pl.DataFrame, ties: pl.DataFrame, looks: Mapping[str, Look], *, title: str, notes: tuple[str, ...] = ()) -> str:
    """Draw every actor and tie; ties of one pair are one line, ties to an actor that is not given are left out."""
    source, target = ends_of(actors, ties)
    places = arrange(actors, (source, target))
    x, y, scale = _fitted(places)
    pairs = paired(ties, source.tolist(), target.tolist())
    spots = list(zip(x.tolist(), y.tolist(), strict=True))
    weights = actors["weight"].fill_null(0).clip(lower_bound=0).to_list()
    sizes = _sizes(weights)
    marks = [
        Mark(spot[0], spot[1], size, look_of(kind or "", looks), declared is not False, name, weight)
        for spot, size, kind, declared, name, weight in zip(
            spots, sizes, actors["kind"].to_list(), actors["declared"].to_list(), names_of(actors), weights, strict=True
        )
    ]
    shown = ties.filter(pl.Series((source >= 0) & (target >= 0), dtype=pl.Boolean))
    drawing = Sheet(
        title=title,
        told=summary(actors, shown),
        marks=marks,
        segments=[Segment(spots[pair.one], spots[pair.other], pair) for pair in pairs],
        legend=(actors, shown, looks),
        ground=_discs(places, scale),
        notes=notes if actors.height else ("Aucun acteur à dessiner.", *notes),
    )
    return drawing.svg()


_Spots = np.ndarray[tuple[int], np.dtype[np.float64]]
_Scale = tuple[float, float, float]


def _fitted(places: Arrangement) -> tuple[_Spots, _Spots, _Scale]:
    """Bring the places into the sheet, whole; a small network is not enlarged beyond what reads well."""
    if not len(places.x):
        return places.x, places.y, (1.0, 0.0, 0.0)
    x, y, radius = (np.array([getattr(disc, name) for disc in places.discs]) for name in ("x", "y", "radius"))
    left, top = (min([*held.tolist(), *(middle - radius).tolist()]) for held, middle in ((places.x, x), (places.y, y)))
    right, bottom = (max([*held.tolist(), *(middle + radius).tolist()]) for held, middle in ((places.x, x), (places.y, y)))
    wide, high = WIDTH - 2 * MARGIN - 4 * _ABOUT_A_NAME, HEIGHT - 2 * MARGIN - 2 * _ABOUT_A_NAME
    factor = min(wide / max(right - left, 1), high / max(bottom - top, 1), _ENLARGED_AT_MOST)
    shift_x = WIDTH / 2 - factor * (left + right) / 2
    shift_y = TOP + HEIGHT / 2 - factor * (top + bottom) / 2
    return factor * places.x + shift_x, factor * places.y + shift_y, (factor, shift_x, shift_y)


def _sizes(weights: list[int]) -> list[float]:
    """Choose the half side of each mark: what the room between neighbours allows, more for the better linked."""
    room = np.sqrt(WIDTH * HEIGHT / max(len(weights), 1)) * 0.13
    base = float(np.clip(room, _SMALLEST, _LARGEST * 0.6))
    return [round(min(base * (1 + 0.18 * float(np.sqrt(weight))), _LARGEST), 1) for weight in weights]


def _discs(places: Arrangement, scale: _Scale) -> str:
    factor, shift_x, shift_y = scale
    return "".join(
        f'<circle cx="{number(factor * disc.x + shift_x)}" cy="{number(factor * disc.y + shift_y)}" r="{number(factor * disc.radius)}" '
        'fill="#f6f6f6" stroke="#e5e5e5"/>'
        for disc in places.discs
    )
