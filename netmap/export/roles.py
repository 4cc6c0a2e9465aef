"""How nodes are written in the columns of a role, and which of them can share a line."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netmap.domain import ORGANISATION
from netmap.export.cells import sayable, side_by_side
from netmap.export.forms import Form, Row
from netmap.export.naming import local_words, naming
from netmap.network import Network
from netmap.source import Node
from netmap.values import fold_text


@dataclass(frozen=True, slots=True)
class Written:
    """Hold a node as a role of a line says it, and the properties that name it there."""

    identifier: str
    said: Mapping[str, Any]
    key: frozenset[str]

    def without(self, names: Collection[str]) -> "Written":
        """Leave some properties unsaid."""
        return Written(self.identifier, {n: v for n, v in self.said.items() if n not in names}, self.key)

    def called(self, name: str, words: str) -> "Written":
        """Call the node by other words."""
        return Written(self.identifier, {**self.said, name: words}, self.key | {name})


@dataclass(frozen=True, slots=True)
class Lead:
    """Hold the node that comes first in a role; `needed` tells that the id of the subject is made of it."""

    node: Written
    needed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Hold nodes of one role that one line says together; `pinned` are the cells about their links, None for an empty one."""

    role: str
    cells: Mapping[str, list[Any]]
    pinned: Mapping[str, list[Any] | None]


class Known:
    """Look up the nodes of a network, without what they do not say."""

    def __init__(self, network: Network, described: Collection[str]) -> None:
        self._described = described
        self._kinds = {kind: {row["id"]: _filled(row) for row in frame.iter_rows(named=True)} for kind, frame in network.nodes.items()}
        rows = self._kinds.get(ORGANISATION.name, {})
        self._names = Counter(_called(row) for identifier, row in rows.items() if not local_words(identifier))

    def of_kind(self, kind: str) -> Sequence[str]:
        """List the ids of a kind."""
        return list(self._kinds.get(kind, ()))

    def row(self, identifier: str) -> Row:
        """Give what is said of a node; nothing for one that the network does not hold."""
        return self._kinds.get(identifier.partition(":")[0], {}).get(identifier, {})

    def is_described(self, identifier: str) -> bool:
        """Tell whether a line describes the node, or will."""
        return bool(self.row(identifier).get("declared")) or identifier in self._described

    def by_name(self, node: Written) -> Written | None:
        """Name an identified organisation by its name and commune, which the fold follows when they are its own alone."""
        row = self.row(node.identifier)
        if not node.identifier.startswith(f"{ORGANISATION.name}:") or not self.is_described(node.identifier):
            return None
        called = _called(row)
        if called is None or self._names[called] != 1:
            return None
        return Written(node.identifier, {n: row[n] for n in ("name", "commune")}, frozenset(("name", "commune")))


def written(known: Known, form: Form, role: Node, identifier: str, context: Mapping[str, Any]) -> Written | None:
    """Say a node in the columns of a role, whole when no line describes it; None when they cannot name it.

    `context` are the texts of the fields that other roles of the line fill.
    """
    row, own = known.row(identifier), form.own[role.role]
    parts = {name: context.get(bound) for name, bound in role.fields.items() if name not in own and isinstance(bound, str)}
    found = naming(role.kind, identifier, row, own, {**role.constants, **parts})
    if found is None:
        return None
    keys = {part for key in role.kind.keys for part in key.parts}
    wanted = {role.kind.caption, *keys} if known.is_described(identifier) else set(own)
    extra = [name for name in own if name in wanted and name in row and name not in found.unsaid and name not in found.key]
    said = {name: row[name] for name in extra if sayable(form.columns[own[name]], row[name])}
    return Written(identifier, {**found.key, **said}, frozenset(found.key))


def packed(
    known: Known, form: Form, role: Node, nodes: Sequence[Written], lead: Lead | None
) -> list[tuple[dict[str, list[Any]], list[Written]]]:
    """Put nodes in as few cells side by side as they allow; where the id needs it, the leading node begins each list.

    A node that no cell can tell is left out.
    """
    columns = form.columns_of(role)

    def cells(listed: Sequence[Written]) -> dict[str, list[Any]] | None:
        return side_by_side(columns, [(node.said, node.key) for node in listed])

    head = lead.node if lead is not None and lead.needed else None
    ordered = sorted(nodes, key=lambda n: (lead is None or n is not lead.node, "siret" not in n.said, "siren" not in n.said))
    whole = cells(ordered) if head is None or head in ordered else None
    if whole is not None:
        return [(whole, ordered)]
    found: list[tuple[dict[str, list[Any]], list[Written]]] = []
    for node in ordered:
        together = [one for one in (node, known.by_name(node)) if one is not None]
        lists = [[node]] if head is None or node is head else [[head, one] for one in together]
        made = next(((said, listed) for listed in lists if (said := cells(listed)) is not None), None)
        if made is not None:
            found.append(made)
    return found


def _called(row: Row) -> tuple[str, str] | None:
    return (fold_text(row["name"]), fold_text(row["commune"])) if "name" in row and "commune" in row else None


def _filled(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None and value != [] and name not in ("lot", "table", "line")}
