"""A source seen from the side of who fills it in: which columns each role has, where each tie stands from the subject."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from netmap.source import Column, Node, Source, Tie

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Spoke:
    """Hold a tie seen from the subject: the end where the subject stands, the other end and its role."""

    tie: Tie
    end: str
    other: str
    role: Node


class Form:
    """Look up what filling in a source needs; `spokes` are the ties of its subject, `beyond` those that leave from a role."""

    def __init__(self, source: Source) -> None:
        roles = {node.role: node for node in source.nodes}
        self.source = source
        self.subject = source.subject
        self.columns: dict[str, Column] = {col.field: col for col in source.columns}
        self.own: dict[str, dict[str, str]] = {role: _own_fields(node) for role, node in roles.items()}
        self.parts = _parts(self.subject)
        self.spokes: list[Spoke] = []
        self.beyond: dict[str, list[tuple[Tie, Node]]] = {}
        for tie in source.ties:
            if tie.source == self.subject.role:
                self.spokes.append(Spoke(tie, "source", "target", roles[tie.target]))
            elif tie.target == self.subject.role:
                self.spokes.append(Spoke(tie, "target", "source", roles[tie.source]))
            else:
                self.beyond.setdefault(tie.source, []).append((tie, roles[tie.target]))
        self.kinds = {role: node.kind.name for role, node in roles.items()}
        self.required = {col.field for col in source.columns if col.required}
        read = {f for fields in self.parts.values() for f in fields}
        self.leading = {role for role, own in self.own.items() if role != self.subject.role and read & set(own.values())}

    def columns_of(self, role: Node) -> list[tuple[str, Column]]:
        """Pair the properties of a role with their columns."""
        return [(name, self.columns[f]) for name, f in self.own[role.role].items()]

    def role_of(self, name: str) -> Node:
        """Find the role, other than the subject, whose property a field is."""
        return next(n for n in self.source.nodes[1:] if name in self.own[n.role].values())

    def is_whole(self, cells: Mapping[str, object]) -> bool:
        """Tell whether a line has what every line must have."""
        return all(cells.get(f) for f in self.required) and all(any(cells.get(f) for f in g) for g in self.source.any_of)


def says_whole(tie: Tie, row: Row) -> bool:
    """Tell whether a tie can say all that is known of a link, and nothing else."""
    said = {*tie.fields, *tie.constants}
    given = all(p.name in said for p in tie.kind.properties if p.name in row)
    return given and all(row.get(name) == value for name, value in tie.constants.items())


def _own_fields(role: Node) -> dict[str, str]:
    properties = {p.name for p in role.kind.properties}
    return {name: bound for name, bound in role.fields.items() if isinstance(bound, str) and name in properties}


def _parts(subject: Node) -> dict[str, tuple[str, ...]]:
    """Give the key parts of the subject that other roles say, with the fields they are read from, the first filled first."""
    own = {p.name for p in subject.kind.properties}
    return {name: (b,) if isinstance(b, str) else tuple(b) for name, b in subject.fields.items() if name not in own}
