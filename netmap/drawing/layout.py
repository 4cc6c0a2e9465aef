"""Where each actor stands on the network drawing, without a force layout.

Place means something: one disc an anchor, partners at the barycentre of their partners, isolated actors in a corner.
An actor finds its place from its own id (a slot chosen by a checksum), never from its rank, so that an actor more or
less leaves the others where they were; only when a disc or the drawing doubles are places dealt again.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt
import polars as pl

_Floats: TypeAlias = npt.NDArray[np.float64]
_Indices: TypeAlias = npt.NDArray[np.int64]

SPREAD = 46.0
"""Scale of a disc in pixels: neighbours in it stand about 1.7 times as far apart."""
PETAL = 15.0
"""Scale of the flower of partners that share one barycentre."""
_GOLDEN = pi * (3 - sqrt(5))
_ROUNDS = 16  # bounds the work on a long chain of partners; real networks need two or three


@dataclass(frozen=True, slots=True)
class Disc:
    """Hold the circle drawn behind the actors of one anchor."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Hold the places (in the order of the actors), the discs, and the corner of isolated actors if there is one."""

    x: _Floats
    y: _Floats
    discs: tuple[Disc, ...]
    corner: tuple[float, float] | None


def anchored_positions(actors: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """Place every actor; return id, x, y in pixels, in the order of the actors, no two at the same point."""
    places = arrange(actors, ends_of(actors, ties))
    return pl.DataFrame({"id": actors["id"], "x": places.x, "y": places.y})


def ends_of(actors: pl.DataFrame, ties: pl.DataFrame) -> tuple[_Indices, _Indices]:
    """Return the rows of both ends of each tie, -1 for an actor that is not there."""
    row = {actor: index for index, actor in enumerate(actors["id"].to_list())}
    source = [row.get(actor, -1) for actor in ties["source"].to_list()]
    target = [row.get(actor, -1) for actor in ties["target"].to_list()]
    return np.array(source, dtype=np.int64), np.array(target, dtype=np.int64)


def arrange(actors: pl.DataFrame, ends: tuple[_Indices, _Indices]) -> Arrangement:
    """Place every actor, given the rows of both ends of each tie."""
    ids: list[str] = actors["id"].to_list()
    drawn = (ends[0] >= 0) & (ends[1] >= 0) & (ends[0] != ends[1])
    source, target = np.concatenate([ends[0][drawn], ends[1][drawn]]), np.concatenate([ends[1][drawn], ends[0][drawn]])
    checksums = _checksums(ids)
    members = _members(ids, actors["anchor"].to_list(), checksums, source, target)
    slots = {anchor: _slots(rows, ids, checksums) for anchor, rows in members.items()}
    centres = _centres(slots)
    x, y = np.full(len(ids), np.nan), np.full(len(ids), np.nan)
    rows = {actor: index for index, actor in enumerate(ids) if actor in centres}
    for anchor, (held, _) in slots.items():
        centre = centres[anchor]
        if anchor in rows:
            x[rows[anchor]], y[rows[anchor]] = centre.x, centre.y
        for row, slot in held.items():
            x[row], y[row] = _petal(centre.x, centre.y, slot + 2, SPREAD)
    _place_partners(x, y, source, target, _Flowers(ids, checksums, tuple(centres.values())))
    corner = _park(x, y, ids, checksums, list(centres.values()))
    _part(x, y)
    return Arrangement(x, y, tuple(centres[anchor] for anchor in sorted(centres) if members[anchor]), corner)


def _checksums(ids: list[str]) -> list[int]:
    # The multiplication spreads ids that differ by their last digit only, which a checksum leaves side by side.
    return [crc32(actor.encode("utf-8", "surrogatepass")) * 2654435761 % 4294967296 >> 3 for actor in ids]


def _members(ids: list[str], anchors: list[str | None], checksums: list[int], source: _Indices, target: _Indices) -> dict[str, list[int]]:
    """Return the rows that stand in the disc of each anchor; a disc may hold its anchor alone."""
    members: dict[str, list[int]] = defaultdict(list)
    for anchor in anchors:
        if anchor is not None:
            members[anchor] = []
    for row, (actor, anchor) in enumerate(zip(ids, anchors, strict=True)):
        if anchor is not None and actor not in members:
            members[anchor].append(row)
    placed = np.array([anchor is not None or actor in members for actor, anchor in zip(ids, anchors, strict=True)])
    stranded = _stranded(placed, source, target) if len(ids) else placed
    if stranded.any():
        _add_hubs(members, list(zip(checksums, ids, strict=True)), stranded, source, target)
    return dict(members)


def _stranded(placed: npt.NDArray[np.bool_], source: _Indices, target: _Indices) -> npt.NDArray[np.bool_]:
    """Tell which actors have partners, but none through whom a disc is reached."""
    tied = np.zeros(len(placed), dtype=np.bool_)
    tied[source] = True
    reached = placed.copy()
    for _ in range(_ROUNDS):
        fresh = target[reached[source] & ~reached[target]]
        if not len(fresh):
            break
        reached[fresh] = True
    return tied & ~reached


def _add_hubs(
    members: dict[str, list[int]],
    names: list[tuple[int, str]],
    stranded: npt.NDArray[np.bool_],
    source: _Indices,
    target: _Indices,
) -> None:
    """Open a disc around each stranded actor that has more partners than its own partners have."""
    # Between equals a checksum decides: by the ids themselves, a chain in their order would have one hub, at its end.
    degree: list[int] = np.bincount(source, minlength=len(names)).tolist()
    best: dict[int, int] = {}
    inside = stranded[source] & stranded[target]
    pairs: Iterator[tuple[int, int]] = zip(source[inside].tolist(), target[inside].tolist(), strict=True)
    for one, other in pairs:
        held = best.get(one, one)
        if (degree[other], names[other]) > (degree[held], names[held]):
            best[one] = other
    hubs = [row for row in np.flatnonzero(stranded).tolist() if row not in best]
    for row in hubs:
        members[names[row][1]] = []
    known = set(hubs)
    for row, hub in best.items():
        if hub in known:
            members[names[hub][1]].append(row)


def _slots(rows: list[int], ids: list[str], checksums: list[int]) -> tuple[dict[int, int], int]:
    """Give each row a slot of its own among a power of two; return the slots and how many there are."""
    if len(rows) == 1:
        return {rows[0]: checksums[rows[0]] % 4}, 4
    capacity = 4 if rows else 1
    while 3 * capacity < 4 * len(rows):
        capacity *= 2
    held: dict[int, int] = {}
    taken: set[int] = set()
    for row in sorted(rows, key=lambda row: (checksums[row], ids[row])):
        slot = checksums[row] % capacity
        while slot in taken:
            slot = (slot + 1) % capacity
        taken.add(slot)
        held[row] = slot
    return held, capacity


def _centres(slots: dict[str, tuple[dict[int, int], int]]) -> dict[str, Disc]:
    """Give each disc a cell of a honeycomb, as tight as the discs that stand side by side allow."""
    anchors = sorted(slots)
    ring = 0
    while 1 + 3 * ring * (ring + 1) < len(anchors):
        ring += 1
    cells = _honeycomb(ring)
    taken: dict[int, str] = {}
    checksums = dict(zip(anchors, _checksums(anchors), strict=True))
    for anchor in sorted(anchors, key=lambda anchor: (checksums[anchor], anchor)):
        cell = checksums[anchor] % len(cells)
        while cell in taken:
            cell = (cell + 1) % len(cells)
        taken[cell] = anchor
    radii = {cells[cell]: SPREAD * (sqrt(slots[anchor][1]) + 1.2) for cell, anchor in taken.items()}
    pitch = (2 * max(radii.values(), default=0) + SPREAD) / sqrt(3)
    for (column, row), radius in radii.items():
        for beside in ((column + 1, row), (column, row + 1), (column - 1, row + 1)):
            pitch = max(pitch, radius + radii.get(beside, 0) + SPREAD)
    return {
        anchor: Disc((x + y / 2) * pitch, y * sqrt(3) / 2 * pitch, radii[x, y])
        for (x, y), anchor in ((cells[cell], anchor) for cell, anchor in taken.items())
    }


def _honeycomb(rings: int) -> list[tuple[int, int]]:
    """Return the cells of a honeycomb of so many rings around the middle (oblique coordinates), the nearest first."""
    cells = [
        (column, row) for column in range(-rings, rings + 1) for row in range(max(-rings, -column - rings), min(rings, rings - column) + 1)
    ]
    return sorted(cells, key=lambda cell: (cell[0] ** 2 + cell[0] * cell[1] + cell[1] ** 2, cell))


def _petal(x: float, y: float, slot: int, scale: float) -> tuple[float, float]:
    distance, angle = scale * sqrt(slot), slot * _GOLDEN
    return x + distance * cos(angle), y + distance * sin(angle)


@dataclass(frozen=True, slots=True)
class _Flowers:
    """Spread around a point the actors that all want to stand on it."""

    ids: list[str]
    checksums: list[int]
    discs: tuple[Disc, ...]

    def open(self, x: _Floats, y: _Floats, rows: list[int]) -> None:
        wanted: dict[tuple[float, float], list[int]] = defaultdict(list)
        points = zip(np.round(x[rows], 2).tolist(), np.round(y[rows], 2).tolist(), strict=True)
        for row, point in zip(rows, points, strict=True):
            wanted[point].append(row)
        radii = {(round(disc.x, 2), round(disc.y, 2)): disc.radius for disc in self.discs}
        places: list[tuple[float, float]] = []
        order: list[int] = []
        for point, gathered in wanted.items():
            held, _ = _slots(gathered, self.ids, self.checksums)
            # Around an anchor the flower opens outside its disc; elsewhere it leaves the middle to the partner.
            first = int((radii[point] / PETAL) ** 2) + 2 if point in radii else 3
            for row, slot in held.items():
                order.append(row)
                places.append(_petal(*point, first + slot, PETAL))
        x[order], y[order] = np.array(places).T


def _place_partners(x: _Floats, y: _Floats, source: _Indices, target: _Indices, flowers: _Flowers) -> None:
    """Place, round after round, those who have a placed partner at the barycentre of their placed partners."""
    for _ in range(_ROUNDS):
        ready = ~np.isnan(x[source]) & np.isnan(x[target])
        if not ready.any():
            return
        near, far = source[ready], target[ready]
        count = np.bincount(far, minlength=len(x))
        rows = np.flatnonzero(count)
        x[rows] = (np.bincount(far, weights=x[near], minlength=len(x)) / np.maximum(count, 1))[rows]
        y[rows] = (np.bincount(far, weights=y[near], minlength=len(x)) / np.maximum(count, 1))[rows]
        flowers.open(x, y, rows.tolist())
        source, target = source[np.isnan(x[target])], target[np.isnan(x[target])]


def _park(x: _Floats, y: _Floats, ids: list[str], checksums: list[int], discs: list[Disc]) -> tuple[float, float] | None:
    """Park in the lower right corner, in rows, those who have no place; return the corner."""
    rows = np.flatnonzero(np.isnan(x)).tolist()
    if not rows:
        return None
    held, capacity = _slots(rows, ids, checksums)
    columns = 1
    while columns * columns < capacity:
        columns *= 2
    gap = 2 * PETAL
    left = max((disc.x + disc.radius for disc in discs), default=0.0) + 3 * gap
    top = max((disc.y + disc.radius for disc in discs), default=0.0) - gap * (capacity // columns)
    for row, slot in held.items():
        x[row], y[row] = left + gap * (slot % columns), top + gap * (slot // columns)
    return round(left, 1), round(top, 1)


def _part(x: _Floats, y: _Floats) -> None:
    """Round to the tenth of a pixel and move apart those that would still stand on the same point."""
    np.round(x, 1, out=x)
    np.round(y, 1, out=y)
    points = list(zip(x.tolist(), y.tolist(), strict=True))
    taken: set[tuple[float, float]] = set()
    nudges: dict[tuple[float, float], int] = {}
    if len(set(points)) == len(points):
        return
    for row, point in enumerate(points):
        moved = point
        while moved in taken:
            nudges[point] = nudges.get(point, 0) + 1
            nudged = _petal(*point, nudges[point], PETAL / 2)
            moved = round(nudged[0], 1), round(nudged[1], 1)
        taken.add(moved)
        x[row], y[row] = moved
