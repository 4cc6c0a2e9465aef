"""What a lot would change, shown before it is committed: added, changed, gone, by kind, with examples.

An element gone (or no longer said by its own series) and one added that agree on all the rest are proposed as the same,
renamed: people decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import polars as pl

from netmap.domain import DOMAIN
from netmap.lots.same_as import Aliases
from netmap.network import PLACE, Network
from netmap.schema import Property

_PLACES = list(PLACE)
_AGREED = 3
_MOST_COMPARED = 5_000


@dataclass(frozen=True, slots=True)
class Change:
    """Tell one property of one element that changes."""

    identifier: str
    caption: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class KindDifference:
    """Count what changes in one kind, with some examples of each."""

    kind: str
    label: str
    added: int
    changed: int
    gone: int
    added_examples: tuple[str, ...] = ()
    changed_examples: tuple[Change, ...] = ()
    gone_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renamed:
    """Propose that an element gone and one added are the same."""

    gone: str
    added: str
    caption: str
    agreed: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold the difference between two networks, kind by kind."""

    kinds: tuple[KindDifference, ...]
    renamed: tuple[Renamed, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changes."""
        return not self.kinds

    def total(self, what: str) -> int:
        """Sum `added`, `changed` or `gone` over the kinds."""
        return sum(int(getattr(kind, what)) for kind in self.kinds)


def difference(before: Network, after: Network, examples: int = 5, same: Mapping[str, str] | None = None) -> Difference:
    """Compare two networks, kind by kind; kinds that do not change are left out.

    An element that the lot states to be the `same` as another (alias, id) is neither gone nor added.
    """
    before = _under_new_names(before, Aliases(same)) if same else before
    kinds: list[KindDifference] = []
    renamed: list[Renamed] = []
    for node in DOMAIN.nodes:
        old, new = before.node(node.name), after.node(node.name)
        found = _compare(node.name, node.plural, old, new, ["id"], (before, after), examples)
        if found:
            kinds.append(found)
            renamed += _renamed(node.name, old, new, after)
    for link in DOMAIN.links:
        old, new = before.link(link.name), after.link(link.name)
        found = _compare(link.name, f"Liens « {link.label} »", old, new, link.identity, (before, after), examples)
        if found:
            kinds.append(found)
    return Difference(tuple(kinds), tuple(renamed))


def _under_new_names(network: Network, aliases: Aliases) -> Network:
    nodes = {
        kind: frame.with_columns(aliases.followed(frame["id"])).unique("id", keep="last", maintain_order=True)
        for kind, frame in network.nodes.items()
    }
    links = {
        kind: frame.with_columns(aliases.followed(frame[end]) for end in ("source", "target")) for kind, frame in network.links.items()
    }
    return Network(nodes, links, network.lots, network.version)


def _compare(
    kind: str, label: str, old: pl.DataFrame, new: pl.DataFrame, identity: list[str], networks: tuple[Network, Network], most: int
) -> KindDifference | None:
    if old.is_empty() and new.is_empty():
        return None
    if old.is_empty() or new.is_empty():
        added, gone, both = new, old, new.clear()
    else:
        added = new.join(old, on=identity, how="anti", nulls_equal=True)
        gone = old.join(new, on=identity, how="anti", nulls_equal=True)
        both = _changed(old, new, identity)
    if not (added.height or gone.height or both.height):
        return None
    before, after = networks
    changes = tuple(_changes(kind, both.head(most), identity, after))
    return KindDifference(
        kind, label, added.height, both.height, gone.height, _names(added, most, after), changes, _names(gone, most, before)
    )


def _changed(old: pl.DataFrame, new: pl.DataFrame, identity: list[str]) -> pl.DataFrame:
    values = [c for c in new.columns if c not in _PLACES and c not in identity]
    joined = new.join(old, on=identity, suffix="@before", nulls_equal=True, maintain_order="left")
    if not values:
        return joined.clear()
    return joined.filter(pl.any_horizontal(pl.col(c).ne_missing(pl.col(f"{c}@before")) for c in values))


def _changes(kind: str, rows: pl.DataFrame, identity: list[str], after: Network) -> list[Change]:
    properties = (DOMAIN.node_kinds.get(kind) or DOMAIN.link(kind)).properties
    found: list[Change] = []
    for row in rows.iter_rows(named=True):
        name = " → ".join(_caption(after, str(row[part])) for part in identity[:2] if row[part] is not None)
        for prop in properties:
            now, then = row[prop.name], row.get(f"{prop.name}@before")
            if now != then:
                found.append(Change(str(row[identity[0]]), name, prop.label, shown(prop, then), shown(prop, now)))
        if row.get("declared") is True and row.get("declared@before") is False:
            found.append(Change(str(row[identity[0]]), name, "Connu", "par référence seulement", "décrit"))
    return found


def _names(rows: pl.DataFrame, most: int, network: Network) -> tuple[str, ...]:
    ends = ["id"] if "id" in rows.columns else ["source", "target"]
    return tuple(" → ".join(_caption(network, end) for end in row) for row in rows.head(most).select(ends).iter_rows())


def _caption(network: Network, identifier: str) -> str:
    return network.caption(identifier) if identifier.partition(":")[0] in DOMAIN.node_kinds else identifier


def shown(prop: Property, value: object) -> str:
    """Show a property's value in French, a list as values joined by ` | `; nothing is ""."""
    if value is None:
        return ""
    if prop.many:
        return " | ".join(prop.type.show(one) for one in cast("list[object]", value))
    return prop.type.show(value)


def _renamed(kind: str, old: pl.DataFrame, new: pl.DataFrame, after: Network) -> list[Renamed]:
    """Pair each element gone, or no longer said by the latest version of its series, with the one added that agrees on the rest."""
    keys = {part for key in DOMAIN.node(kind).keys for part in key.parts}
    values = [p.name for p in DOMAIN.node(kind).properties if p.name not in keys and not p.many]
    added = new.join(old, on="id", how="anti")
    left = pl.concat([old.join(new, on="id", how="anti"), _unsaid(old, new, after)])
    if added.is_empty() or left.is_empty() or max(added.height, left.height) > _MOST_COMPARED:
        return []
    found: list[Renamed] = []
    by_value: dict[tuple[str, Any], list[dict[str, Any]]] = {}
    for row in left.iter_rows(named=True):
        for name in values:
            if row[name] is not None:
                by_value.setdefault((name, row[name]), []).append(row)
    for row in added.iter_rows(named=True):
        near = {str(r["id"]): r for n in values if row[n] is not None for r in by_value.get((n, row[n]), ())}
        scores = sorted(((_agreement(row, other, values), name) for name, other in near.items()), reverse=True)
        if scores and scores[0][0] >= _AGREED and (len(scores) == 1 or scores[1][0] < scores[0][0]):
            found.append(Renamed(scores[0][1], str(row["id"]), _caption(after, str(row["id"])), scores[0][0]))
    return found


def _unsaid(old: pl.DataFrame, new: pl.DataFrame, after: Network) -> pl.DataFrame:
    """Give the elements described by a table whose series has a later lot that did not describe them again."""
    if not after.lots:
        return old.clear()
    last = after.lots[-1]
    series = {origin.identity for origin in last.origins}
    older = [(lot.number, table) for lot in after.lots[:-1] for table, origin in enumerate(lot.origins) if origin.identity in series]
    places = pl.DataFrame(older, schema={"lot": pl.Int32, "table": pl.Int16}, orient="row")
    return old.join(new.join(places, on=["lot", "table"], how="semi").select("id"), on="id", how="semi")


def _agreement(one: Mapping[str, Any], other: Mapping[str, Any], names: list[str]) -> int:
    """Count the properties both give and agree on; 0 as soon as they disagree on one."""
    agreed = 0
    for name in names:
        if one[name] is not None and other[name] is not None:
            if one[name] != other[name]:
                return 0
            agreed += 1
    return agreed
