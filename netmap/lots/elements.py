"""What differs between two networks, element by element, places included: what a store must do to go from one to the other.

`netmap.lots.difference` tells people what a lot changes; this is for machines, and for saying that something was changed by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from netmap.domain import DOMAIN
from netmap.lots.difference import shown
from netmap.network import Network
from netmap.schema import LinkKind, NodeKind, Property

_NAMED = 3
_PLACED = (("declared", "décrit"), ("lot", "lot"), ("table", "table"), ("line", "ligne"))


@dataclass(frozen=True, slots=True)
class Changes:
    """Hold the rows of one kind that come, change (as they become) and go."""

    kind: NodeKind | LinkKind
    added: pl.DataFrame
    changed: pl.DataFrame
    gone: pl.DataFrame

    @property
    def count(self) -> int:
        """Count the elements that differ."""
        return self.added.height + self.changed.height + self.gone.height


def identity_of(kind: NodeKind | LinkKind) -> list[str]:
    """Name the columns that tell the elements of a kind apart."""
    return ["id"] if isinstance(kind, NodeKind) else kind.identity


def changes(before: Network, after: Network) -> list[Changes]:
    """Compare two networks kind by kind, in the order of the schema; kinds that do not differ are left out."""
    pairs = [(kind, before.node(kind.name), after.node(kind.name)) for kind in DOMAIN.nodes]
    links = [(kind, before.link(kind.name), after.link(kind.name)) for kind in DOMAIN.links]
    found = (_compared(kind, old, new) for kind, old, new in [*pairs, *links] if old is not new)
    return [one for one in found if one.count]


def _compared(kind: NodeKind | LinkKind, old: pl.DataFrame, new: pl.DataFrame) -> Changes:
    if old.is_empty() or new.is_empty():
        return Changes(kind, new, new.clear(), old)
    identity = identity_of(kind)
    added = new.join(old, on=identity, how="anti", nulls_equal=True, maintain_order="left")
    gone = old.join(new, on=identity, how="anti", nulls_equal=True, maintain_order="left")
    both = new.join(old, on=identity, suffix="@before", nulls_equal=True, maintain_order="left")
    values = [name for name in new.columns if name not in identity]
    differs = pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}@before")) for name in values)
    return Changes(kind, added, both.filter(differs).select(new.columns), gone)


def unlike(seen: Network, folded: Network) -> list[str]:
    """Say in French, a sentence a kind, how what is shown differs from what the lots say."""
    return [_sentence(one, seen, folded) for one in changes(folded, seen)]


def _sentence(one: Changes, seen: Network, folded: Network) -> str:
    told = [
        f"{frame.height} {said} : {_names(one.kind, frame)}"
        for frame, said in ((one.gone, "en moins"), (one.added, "en trop"))
        if frame.height
    ]
    if one.changed.height:
        details = [*_details(one, seen, folded)]
        told.append(f"{one.changed.height} changé{'s' if one.changed.height > 1 else ''} : {' ; '.join(details)}")
    return f"« {one.kind.name} » : ce qui est montré n’est pas ce que disent les lots ({' ; '.join(told)})."


def _names(kind: NodeKind | LinkKind, frame: pl.DataFrame) -> str:
    names = [_name(kind, row) for row in frame.head(_NAMED).iter_rows(named=True)]
    return ", ".join(names) + (", …" if frame.height > _NAMED else "")


def _name(kind: NodeKind | LinkKind, row: dict[str, Any]) -> str:
    return str(row["id"]) if isinstance(kind, NodeKind) else f"{row['source']} → {row['target']}"


def _details(one: Changes, seen: Network, folded: Network) -> Iterator[str]:
    """Say of the first elements changed which values are shown, and which the lots say."""
    identity, name = identity_of(one.kind), one.kind.name
    first = one.changed.head(_NAMED)
    frames = (folded.node(name), seen.node(name)) if isinstance(one.kind, NodeKind) else (folded.link(name), seen.link(name))
    said, ours = (first.select(identity).join(frame, on=identity, how="left", nulls_equal=True, maintain_order="left") for frame in frames)
    for before, after in zip(said.iter_rows(named=True), ours.iter_rows(named=True), strict=True):
        values = [_value(prop, before, after) for prop in one.kind.properties if before[prop.name] != after[prop.name]]
        values += [f"{label} {after[n]} au lieu de {before[n]}" for n, label in _PLACED if before.get(n) != after.get(n)]
        yield f"{_name(one.kind, after)} ({', '.join(values)})"
    if one.changed.height > _NAMED:
        yield "…"


def _value(prop: Property, before: dict[str, Any], after: dict[str, Any]) -> str:
    return f"{prop.label} {_quoted(shown(prop, after[prop.name]))} au lieu de {_quoted(shown(prop, before[prop.name]))}"


def _quoted(text: str, most: int = 60) -> str:
    if not text:
        return "(vide)"
    return f"« {text} »" if len(text) <= most else f"« {text[:most]}… »"
