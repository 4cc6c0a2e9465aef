"""What somebody changed in the graph by hand, turned into a lot: a person's statements, like any correction.

What a lot cannot say is refused and told: that an element does not exist, that a key is another, a value that is not of its type.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import polars as pl

from netmap.domain import DOMAIN
from netmap.identity import identifiers
from netmap.lot import Draft, LotKind
from netmap.lots.corrections import by_person
from netmap.lots.difference import shown
from netmap.lots.elements import Changes, changes
from netmap.network import Network
from netmap.schema import LinkKind, NodeKind, Property
from netmap.values import Refusal


@dataclass(frozen=True, slots=True)
class ByHand:
    """Hold the lot that keeps what was done by hand, None when nothing can be kept, and what cannot, in French."""

    draft: Draft | None
    refused: tuple[str, ...] = ()


@dataclass(slots=True)
class _Said:
    """Gather rows of statements by kind, and refusals."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict[str, list[dict[str, Any]]])
    refused: list[str] = field(default_factory=list[str])

    def add(self, kind: NodeKind | LinkKind, row: dict[str, Any]) -> None:
        self.rows.setdefault(kind.name, []).append(row)


def by_hand(seen: Network, folded: Network, *, author: str, reason: str, at: str) -> ByHand:
    """Prepare the lot by which the graph as it is seen becomes what the lots say."""
    said = _Said()
    for one in changes(folded, seen):
        if isinstance(one.kind, NodeKind):
            _nodes(one, one.kind, folded, said)
        else:
            _links(one, one.kind, folded, said)
    frames = {kind: _frame(kind, rows) for kind, rows in said.rows.items()}
    count = sum(frame.height for frame in frames.values())
    title = f"Changements faits à la main dans Neo4j ({count})"
    draft = Draft(by_person(LotKind.CORRECTION, title, author, reason, at), frames) if frames else None
    return ByHand(draft, tuple(said.refused))


def _nodes(one: Changes, kind: NodeKind, folded: Network, said: _Said) -> None:
    keys = {part for key in kind.keys for part in key.parts if not key.local}
    for row in one.added.iter_rows(named=True):
        parts = {prop.name: pl.Series([row[prop.name]], dtype=prop.dtype) for prop in kind.properties if not prop.many}
        expected = identifiers(kind, parts)
        if not len(expected) or expected[0] != row["id"]:
            better = f" : ses propriétés donnent « {expected[0]} »" if len(expected) and expected[0] else ""
            said.refused.append(f"{row['id']} n’est pas un identifiant de « {kind.label} »{better}.")
            continue
        values = _values(kind.properties, row, str(row["id"]), said)
        said.add(kind, {"id": row["id"], **values, "cleared": None, "declared": True})
    before = _by_id(folded.node(kind.name), one.changed["id"])
    for row in one.changed.iter_rows(named=True):
        then = before[row["id"]]
        changed = [prop for prop in kind.properties if row[prop.name] != then[prop.name]]
        fixed = [prop.label for prop in changed if prop.name in keys]
        if fixed:
            said.refused.append(f"{row['id']} : {', '.join(fixed)} l’identifie et ne se change pas à la main.")
        free = [prop for prop in changed if prop.name not in keys]
        values = _values(free, row, str(row["id"]), said)
        emptied = [prop.name for prop in free if row[prop.name] is None]
        if values or emptied:
            said.add(kind, {"id": row["id"], **values, "cleared": emptied or None, "declared": then["declared"]})
        elif not changed:
            said.refused.append(f"{row['id']} : d’où vient une information (lot, ligne) ne se change pas à la main.")
    said.refused += [f"{identifier} a été effacé." for identifier in one.gone["id"]]


def _links(one: Changes, kind: LinkKind, folded: Network, said: _Said) -> None:
    ends = ({end.name for end in kind.sources}, {end.name for end in kind.targets})
    before = {tuple(row[part] for part in kind.identity): row for row in folded.link(kind.name).iter_rows(named=True)}
    for row in pl.concat([one.added, one.changed]).iter_rows(named=True):
        name = f"{row['source']} → {row['target']} ({kind.label})"
        if any(str(row[end]).partition(":")[0] not in kinds for end, kinds in zip(("source", "target"), ends, strict=True)):
            said.refused.append(f"{name} : netmap ne relie pas ces sortes.")
            continue
        then: Mapping[str, Any] = before.get(tuple(row[part] for part in kind.identity), {})
        emptied = [prop.label for prop in kind.properties if row[prop.name] is None and then.get(prop.name) is not None]
        if emptied:
            said.refused.append(f"{name} : {', '.join(emptied)} ne se vide pas à la main.")
        values = _values(kind.properties, row, name, said)
        if not then or any(values[prop] != then[prop] for prop in values):
            said.add(kind, {"source": row["source"], "target": row["target"], **values, "field": "", "about_target": False})
        elif not emptied:
            said.refused.append(f"{name} : d’où vient une information (lot, ligne) ne se change pas à la main.")
    said.refused += [f"{row['source']} → {row['target']} ({kind.label}) a été effacé." for row in one.gone.iter_rows(named=True)]


def _by_id(frame: pl.DataFrame, ids: pl.Series) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in frame.filter(pl.col("id").is_in(ids.implode())).iter_rows(named=True)}


def _values(properties: tuple[Property, ...] | list[Property], row: Mapping[str, Any], name: str, said: _Said) -> dict[str, Any]:
    """Give the values that their types take, as these write them; those refused are told."""
    found: dict[str, Any] = {}
    for prop in properties:
        value = row[prop.name]
        if value is None:
            continue
        cells = [_cell(prop, one) for one in (cast("list[object]", value) if prop.many else [value])]
        wrong = next((cell for cell in cells if isinstance(cell, Refusal)), None)
        if wrong is None:
            found[prop.name] = cells if prop.many else cells[0]
        else:
            said.refused.append(f"{name} : {prop.label} « {shown(prop, value)[:80]} » n’est pas {prop.type.label} ({wrong.reason}).")
    return found


def _cell(prop: Property, value: object) -> Any:  # noqa: ANN401 - a value of the property's type, or a refusal
    if prop.type.choices:
        return value if value in dict(prop.type.choices) else prop.type.cell(str(value))
    if isinstance(value, bool):
        return value
    text = str(value).strip()
    return prop.type.cell(text) if text else Refusal("il est vide")


def _frame(kind: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    declared = DOMAIN.node_kinds.get(kind) or DOMAIN.link(kind)
    columns: dict[str, pl.DataType] = {
        "id": pl.String(),
        "source": pl.String(),
        "target": pl.String(),
        **declared.columns(),
        "cleared": pl.List(pl.String),
        "declared": pl.Boolean(),
        "field": pl.String(),
        "about_target": pl.Boolean(),
    }
    present = {name for row in rows for name in row}
    frame = pl.DataFrame(rows, schema={name: dtype for name, dtype in columns.items() if name in present})
    return frame.with_columns(pl.lit(None, dtype=pl.Int32).alias("line"), pl.lit(0, dtype=pl.Int16).alias("table"))
