"""The lines of a template that say a network: the inverse of reading, drawn from the same declarations.

A node is written in the first source that describes its kind, a link in the first source whose columns can say it whole.
Partners of one line are lists side by side, which cannot have holes: where they would, the line is repeated under the same
identity. What cannot be said is left out here and found by reading the files back (`netmap.export.filled`).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, cast

from netmap.export.cells import sayable
from netmap.export.forms import Form, Row, Spoke, says_whole
from netmap.export.naming import Naming, local_words, naming
from netmap.export.roles import Group, Known, Lead, Written, packed, written
from netmap.network import Network
from netmap.schema import NodeKind
from netmap.source import Source, Tie

Line = dict[str, list[Any]]


@dataclass(slots=True)
class _Draft:
    """Hold a line being filled."""

    cells: Line
    roles: set[str] = field(default_factory=set[str])
    pinned: dict[str, list[Any] | None] = field(default_factory=dict[str, list[Any] | None])

    def takes(self, group: Group) -> bool:
        """Tell whether the line has room for a group."""
        agrees = all(self.pinned[f] == said for f, said in group.pinned.items() if f in self.pinned)
        return agrees and group.role not in self.roles

    def add(self, group: Group) -> None:
        """Write a group on the line."""
        self.roles.add(group.role)
        self.pinned |= group.pinned
        self.cells |= {**group.cells, **{f: said for f, said in group.pinned.items() if said}}


@dataclass(frozen=True, slots=True)
class _Opened:
    """Hold how a subject is named, and the nodes that must come first in their roles for that."""

    name: Naming
    leads: Mapping[str, Lead]
    context: Mapping[str, Any]


class Writing:
    """Say a network line by line; `described` are nodes only mentioned in it that must be described to be said whole."""

    def __init__(self, network: Network, sources: Sequence[Source], described: Collection[str]) -> None:
        self._forms = {source.name: Form(source) for source in sources if source.template}
        self._known = Known(network, described)
        self._links: dict[str, list[Row]] = {
            kind: [_link(row) for row in frame.iter_rows(named=True)] for kind, frame in network.links.items()
        }
        self._touching: dict[tuple[str, str, str], list[int]] = {}
        for kind, rows in self._links.items():
            for at, row in enumerate(rows):
                for end in ("source", "target"):
                    self._touching.setdefault((kind, end, row[end]), []).append(at)
        self._told: set[tuple[str, int]] = set()

    def lines(self, source: Source) -> Iterator[Line]:
        """Give the lines of a source; to be asked source by source, in order, since a link is said once."""
        form = self._forms[source.name]
        for identifier in self._known.of_kind(form.subject.kind.name):
            if not form.subject.declares or self._known.is_described(identifier):
                yield from self._lines_about(form, identifier)

    def _lines_about(self, form: Form, identifier: str) -> list[Line]:
        found = [(spoke, links) for spoke in form.spokes if (links := self._links_of(form, spoke, identifier))]
        if not form.subject.declares and not found:
            return []
        opened = self._opened(form, identifier, found)
        if opened is None:
            return []
        groups: list[Group] = []
        for spoke, links in found:
            groups += self._groups(form, spoke, links, opened)
        if not form.subject.declares and not groups:
            return []
        drafts = self._drafts(form, identifier, opened.name, groups)
        lines = [draft.cells for draft in drafts if form.is_whole(draft.cells)]
        if lines:
            self._told |= {(spoke.tie.kind.name, at) for spoke, links in found for at, _other in links}
        return lines

    def _links_of(self, form: Form, spoke: Spoke, identifier: str) -> list[tuple[int, str]]:
        """Give the links of a subject that a tie of its source can say and that were not said, with the node at the other end."""
        kind = spoke.tie.kind.name
        head = f"{spoke.role.kind.name}:"
        found: list[tuple[int, str]] = []
        for at in self._touching.get((kind, spoke.end, identifier), ()):
            row = self._links[kind][at]
            if (kind, at) in self._told or not row[spoke.other].startswith(head):
                continue
            if any(row.get(name) != value for name, value in spoke.tie.constants.items()):
                continue
            if says_whole(spoke.tie, row) or not self._said_elsewhere(form, spoke.tie, row):
                found.append((at, row[spoke.other]))
        return found

    def _said_elsewhere(self, form: Form, tie: Tie, row: Row) -> bool:
        ends = (row["source"].partition(":")[0], row["target"].partition(":")[0])
        names = list(self._forms)
        for name in names[names.index(form.source.name) :]:
            later = self._forms[name]
            for other in later.source.ties:
                fits = other.kind is tie.kind and (later.kinds[other.source], later.kinds[other.target]) == ends
                if fits and other is not tie and says_whole(other, row):
                    return True
        return False

    def _opened(self, form: Form, identifier: str, found: Sequence[tuple[Spoke, list[tuple[int, str]]]]) -> _Opened | None:
        """Choose how to name the subject, and the node that comes first in each role its id is made of."""
        subject, row = form.subject, self._known.row(identifier)
        own = form.own[subject.role]
        firsts = [self._firsts(form, identifier, part, fields, found) for part, fields in form.parts.items()]
        for chosen in product(*firsts):
            said = {part: first[0] for part, first in zip(form.parts, chosen, strict=True)}
            name = naming(subject.kind, identifier, row, own, {**said, **subject.constants})
            if name is None:
                continue
            leads: dict[str, Lead] = {}
            for part, (_text, role, node) in zip(form.parts, chosen, strict=True):
                without = {**said, **subject.constants, part: None}
                if node is not None:
                    leads[role] = Lead(node, needed=naming(subject.kind, identifier, row, own, without) is None)
            context = {fields[0]: said[part] for part, fields in form.parts.items()}
            return _Opened(name, leads, context)
        return None

    def _firsts(
        self, form: Form, identifier: str, part: str, fields: Sequence[str], found: Sequence[tuple[Spoke, list[tuple[int, str]]]]
    ) -> list[tuple[Any, str, Written | None]]:
        """List the text that a key part may be, the role that says it and the node that comes first in that role.

        A node may also be called by the words the id is made of: those were typed before its official name was known.
        """
        role = form.role_of(fields[0])
        names = [next(name for name, f in form.own[role.role].items() if f == wanted) for wanted in fields]
        typed = _typed(form.subject.kind, identifier, part)
        choices: list[tuple[Any, str, Written | None]] = []
        for spoke, links in found:
            for _at, other in links if spoke.role is role else ():
                node = written(self._known, form, role, other, {})
                if node is None:
                    continue
                for place, name in enumerate(names):
                    before = set(names[:place])
                    if name in node.said and not before & node.key:
                        choices.append((node.said[name], role.role, node.without(before)))
                if typed and names[0] not in node.key:
                    choices.append((typed, role.role, node.called(names[0], typed)))
        return choices or [(None, role.role, None)]

    def _groups(self, form: Form, spoke: Spoke, links: Sequence[tuple[int, str]], opened: _Opened) -> list[Group]:
        """Put the nodes that a tie leads to in as few groups as lists without holes allow, the one that leads first."""
        lead = opened.leads.get(spoke.role.role)
        members: dict[str, list[Written]] = {}
        pins: dict[str, dict[str, list[Any] | None]] = {}
        for at, other in links:
            leads = lead is not None and lead.node.identifier == other
            node = lead.node if lead is not None and leads else written(self._known, form, spoke.role, other, opened.context)
            if node is None:
                continue
            pinned = _pinned(form, spoke.tie, self._links[spoke.tie.kind.name][at])
            alone = other if any(self._beyond(tie, other) for tie, _role in form.beyond.get(spoke.role.role, ())) else ""
            key = f"{alone}{pinned!r}"
            members.setdefault(key, []).append(node)
            pins[key] = pinned
        groups: list[Group] = []
        for key, nodes in members.items():
            for cells, listed in packed(self._known, form, spoke.role, nodes, lead):
                groups.append(Group(spoke.role.role, {**cells, **self._led_to(form, spoke.role.role, listed)}, pins[key]))
        return groups

    def _beyond(self, tie: Tie, identifier: str) -> list[int]:
        kind = tie.kind.name
        return [at for at in self._touching.get((kind, "source", identifier), ()) if (kind, at) not in self._told]

    def _led_to(self, form: Form, role: str, nodes: Sequence[Written]) -> Line:
        """Write where the links of a node other than the subject lead (the filières of a partner)."""
        cells: Line = {}
        for tie, end in form.beyond.get(role, ()) if len(nodes) == 1 else ():
            for at in self._beyond(tie, nodes[0].identifier):
                node = written(self._known, form, end, self._links[tie.kind.name][at]["target"], {})
                one = packed(self._known, form, end, [node], None) if node is not None else []
                if one:
                    for f, values in one[0][0].items():
                        cells[f] = [*cells.get(f, []), *values]
                    self._told.add((tie.kind.name, at))
        return cells

    def _drafts(self, form: Form, identifier: str, name: Naming, groups: Sequence[Group]) -> list[_Draft]:
        """Fill as few lines as the groups allow; a further line says again what identifies the subject."""
        subject = form.subject
        own = form.own[subject.role]
        ties = {key.tiebreak for key in subject.kind.keys}
        again = {n for n, f in own.items() if n in name.key or n in ties or f in form.required}
        wanted = (set(own) if subject.declares else set(name.key)) - name.unsaid
        row = {**self._known.row(identifier), **name.key}
        drafts = [_Draft(_own_cells(form, row, wanted))]
        for group in groups:
            draft = next((d for d in drafts if d.takes(group)), None)
            if draft is None:
                draft = _Draft(_own_cells(form, row, wanted & again))
                drafts.append(draft)
            draft.add(group)
        for draft in drafts[1:]:
            _complete(form, draft, groups)
        return drafts


def _complete(form: Form, draft: _Draft, groups: Sequence[Group]) -> None:
    """Say again on a further line what every line must say, and who the id of the subject is made of."""
    for role, own in form.own.items():
        fields = set(own.values())
        asked = any(fields & set(g) and not any(f in draft.cells for f in g) for g in form.source.any_of)
        if role not in draft.roles and (role in form.leading or fields & form.required or asked):
            group = next((g for g in groups if g.role == role and draft.takes(g)), None)
            if group is not None:
                draft.add(group)


def _own_cells(form: Form, row: Row, wanted: Collection[str]) -> Line:
    cells: Line = {}
    for name, f in form.own[form.subject.role].items():
        if name in wanted and name in row:
            values = row[name] if isinstance(row[name], list) else [row[name]]
            kept = [value for value in values if sayable(form.columns[f], value)]
            if kept:
                cells[f] = kept
    for earlier, later in form.source.in_order:
        if earlier in cells and later in cells and cells[later][0] < cells[earlier][0]:
            del cells[later]
    return cells


def _pinned(form: Form, tie: Tie, row: Row) -> dict[str, list[Any] | None]:
    pinned: dict[str, list[Any] | None] = {}
    for name, f in tie.fields.items():
        value: Any = row.get(name)
        values = cast("list[Any]", value) if isinstance(value, list) else [] if value is None else [value]
        pinned[f] = [one for one in values if sayable(form.columns[f], one)] or None
    return pinned


def _typed(kind: NodeKind, identifier: str, part: str) -> str:
    words = local_words(identifier)
    key = next((k for k in kind.keys if k.local), None)
    at = key.parts.index(part) if key is not None and part in key.parts else len(words)
    return words[at] if at < len(words) else ""


def _link(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None and value != []}
