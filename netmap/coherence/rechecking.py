"""Examine again after a change: what did not change is kept, and only the conventions that did, with their doubles, are examined.

A change to organisations, frameworks, territories, establishments or delegations concerns every convention: all are examined again.
"""

from collections.abc import Iterable

import polars as pl

from netmap.coherence.findings import Findings, arranged, examine
from netmap.coherence.ground import Ground
from netmap.domain import CONVENTION, COVERS, INFORMED, RELIES_ON, SIGNS
from netmap.network import Network

_HEAD = f"{CONVENTION.name}:"
# How the links that may speak of a convention name it.
_END = {SIGNS.name: "target", RELIES_ON.name: "source", INFORMED.name: "source", COVERS.name: "source"}
_NO_MATTER = (
    "Action",
    "Criterion",
    "Campus",
    "Network",
    "Filiere",
    "TAKES_PART_IN",
    "SUPPORTS",
    "TEACHES",
    "WORKS_IN",
    "PARTNER_OF",
    "SET_ASIDE",
)
_KEPT = ("units", "trees", "frameworks", "framework_places", "called", "themed_signed")


def recheck(previous: Findings, network: Network) -> Findings:
    """Give the findings of a network that follows the one examined before, on the same date."""
    before = previous.ground.network
    changed = changed_conventions(before, network)
    if changed is None:
        return examine(Ground(network), previous.on)
    ground = _grown(previous.ground, network)
    if not changed:
        return Findings(examine(ground, previous.on, ()).dated, previous.frame)
    touched = _touched(previous.ground, changed) | _touched(ground, changed)
    again = examine(ground, previous.on, touched)
    kept = previous.frame.filter(~pl.col("convention").is_in(list(touched)))
    return Findings(again.dated, arranged(pl.concat([kept, again.frame])))


def changed_conventions(before: Network, after: Network) -> frozenset[str] | None:
    """Give the conventions that changed, in themselves or in their links; None when something else changed too."""
    changed: set[str] = set()
    for kind in sorted({*before.nodes, *before.links, *after.nodes, *after.links}):
        old, new = (network.nodes.get(kind, network.links.get(kind)) for network in (before, after))
        if old is new or kind in _NO_MATTER:
            continue
        if old is None or new is None:
            old, new = (frame if frame is not None else (old if old is not None else new).clear() for frame in (old, new))  # pyright: ignore[reportOptionalMemberAccess]
        if kind == CONVENTION.name:
            changed |= _differing(old, new, "id")
        elif kind in _END:
            end = _END[kind]
            ours = pl.col(end).str.starts_with(_HEAD)
            if not old.filter(~ours).equals(new.filter(~ours)):
                return None
            changed |= _differing(old.filter(ours), new.filter(ours), end)
        elif not old.equals(new):
            return None
    return frozenset(changed)


def _differing(old: pl.DataFrame, new: pl.DataFrame, name: str) -> set[str]:
    before, after = (pl.DataFrame({"id": frame[name], "hash": frame.hash_rows()}) for frame in (old, new))
    gone = before.join(after, on=["id", "hash"], how="anti")
    come = after.join(before, on=["id", "hash"], how="anti")
    return {*gone["id"].to_list(), *come["id"].to_list()}


def _grown(previous: Ground, network: Network) -> Ground:
    """Ground a network on what was read of the one before it: organisations, trees and frameworks are the same."""
    ground = Ground(network)
    ground.__dict__.update({name: previous.__dict__[name] for name in _KEPT if name in previous.__dict__})
    known, now = (one.sides["partner"].unique() for one in (previous, ground))
    if now.is_in(known.implode()).all():
        held = {name: previous.__dict__[name] for name in ("keys", "ties") if name in previous.__dict__}
        ground.__dict__.update(held)
    return ground


def _touched(ground: Ground, changed: Iterable[str]) -> set[str]:
    """Give conventions and those that share a partner's line or an establishment with them: their doubles may have changed."""
    ids = list(changed)
    units = ground.units.frame.select(pl.col("id").alias("partner"), "unit")
    sides = ground.partners.join(units, on="partner")
    ours = sides.filter(pl.col("convention").is_in(ids))["unit"].unique()
    lines = ground.trees.lines()
    kin = pl.concat(
        [
            ours,
            lines.filter(pl.col("unit").is_in(ours.implode()))["above"],
            lines.filter(pl.col("above").is_in(ours.implode()))["unit"],
        ]
    ).unique()
    sharing = sides.filter(pl.col("unit").is_in(kin.implode()))["convention"]
    replaced = [old for old, news in ground.convention_successions.items() if old in ids or set(news) & set(ids)]
    return {*ids, *sharing.to_list(), *replaced}
