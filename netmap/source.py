"""How a source is declared: which columns a table has, which nodes and links a line speaks of.

`loaders` holds the declarations (sentences), `netmap.reading` turns a table into statements by them. A declaration is checked
as it is constructed: a property, a role or a field that does not exist is refused at import.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any, Literal

import polars as pl

from netmap.errors import SchemaError
from netmap.schema import LinkKind, NodeKind, Property
from netmap.values import ValueType

EMPTY: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Declare a column: its field name, the headings seen in the wild (the first is the template's), what its cells hold.

    `many` cells are split at `|`, ` / ` and `;`. A bad value rejects the line, or is set aside with a remark when `lenient`.
    `words` translates what the source writes into what we write, before typing; a word translated to "" is read as absent.
    A table without the column of a `required` field is refused, and so is a line without its cell; `present` asks for the
    column alone: by such a heading a source is recognised though cells may be empty.
    """

    field: str
    headings: tuple[str, ...]
    type: ValueType
    help: str = ""
    required: bool = False
    present: bool = False
    many: bool = False
    lenient: bool = False
    words: Mapping[str, str] = made(default_factory=lambda: EMPTY)


def column(
    name: str,
    prop: Property,
    *headings: str,
    required: bool = False,
    present: bool = False,
    many: bool = False,
    lenient: bool = False,
    words: Mapping[str, str] = EMPTY,
) -> Column:
    """Declare the column of a property: type, help and first heading are the property's own unless headings are given."""
    return Column(
        field=name,
        headings=tuple(dict.fromkeys(headings)) or (prop.label,),
        type=prop.type,
        help=prop.help,
        required=required,
        present=present,
        many=many or prop.many,
        lenient=lenient,
        words=words,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Declare a node that a line speaks of, under a role name.

    `fields` binds properties and key parts to fields (several fields: the first that is filled). A node that `declares` is
    described by the line; one that does not is only mentioned, so a better source outranks it. `constants` are properties that
    every line says.
    """

    role: str
    kind: NodeKind
    fields: Mapping[str, str | tuple[str, ...]]
    declares: bool = False
    constants: Mapping[str, Any] = made(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Declare a link between two roles; `field` is the column that says it, `about` the end whose line it is.

    A later version of the same source that says something else in `field` about that end replaces the link.
    """

    kind: LinkKind
    source: str
    target: str
    field: str
    about: Literal["source", "target"] = "source"
    fields: Mapping[str, str] = made(default_factory=lambda: EMPTY)
    constants: Mapping[str, Any] = made(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Declare a source: its columns, the nodes and links of a line, and what it is worth.

    `rank` orders sources that disagree (a person's correction outranks all). A `complete` source also retires what its latest version
    no longer says. `any_of` asks for at least one filled field of each group. `in_order` asks that the first date does not come after
    the second; `begins` names dates that begin something and have no end beside them. `stand_in` names, for a required field, the one
    whose text is taken where it is left out. `derive` computes text fields before typing; `silent` marks the lines that are read and
    say nothing. `template` is the file name of netmap's own workbook, "" for a public file: tables of people are proposed for sources
    that have one, and only where a heading or a name around says one of the words of `named_by`, if any; a table with none of the
    fields of `told_by` is taken for another source that fits as well; `hints` are words around a table, beside those of `title`, that
    tell for a source. `expects` is the usual number of lines.
    """

    name: str
    title: str
    help: str
    columns: tuple[Column, ...]
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...] = ()
    rank: int = 50
    complete: bool = False
    ignored: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    in_order: tuple[tuple[str, str], ...] = ()
    begins: tuple[str, ...] = ()
    stand_in: Mapping[str, str] = made(default_factory=lambda: EMPTY)
    derive: Callable[[pl.DataFrame], pl.DataFrame] | None = None
    silent: Callable[[pl.DataFrame], pl.Series] | None = None
    template: str = ""
    named_by: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    expects: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        fields = {c.field for c in self.columns}
        roles = {n.role: n for n in self.nodes}
        for node in self.nodes:
            known = {p.name for p in node.kind.properties} | {part for key in node.kind.keys for part in key.parts}
            for name, bound in node.fields.items():
                self._check(name in known, f"{node.kind.name} n’a ni propriété ni clé « {name} »")
                for one in (bound,) if isinstance(bound, str) else bound:
                    self._check(one in fields, f"le champ « {one} » du rôle « {node.role} » n’est pas une colonne")
            for name in node.constants:
                self._check(name in known, f"{node.kind.name} n’a pas de propriété « {name} »")
        for tie in self.ties:
            self._check(tie.source in roles and tie.target in roles, f"lien {tie.kind.name} : rôle inconnu")
            self._check(roles[tie.source].kind in tie.kind.sources, f"{tie.kind.name} ne part pas de {tie.source}")
            self._check(roles[tie.target].kind in tie.kind.targets, f"{tie.kind.name} n’arrive pas à {tie.target}")
            self._check(tie.field in fields, f"lien {tie.kind.name} : le champ « {tie.field} » n’est pas une colonne")
        for group in (*self.any_of, *self.in_order, *self.stand_in.items(), self.begins):
            self._check(set(group) <= fields, f"champs inconnus parmi {group}")

    def _check(self, holds: bool, otherwise: str) -> None:
        if not holds:
            raise SchemaError(f"Source « {self.name} » : {otherwise}.")

    @property
    def subject(self) -> Node:
        """Give the node that a line is about: the first declared."""
        return self.nodes[0]

    @property
    def needed(self) -> tuple[tuple[str, ...], ...]:
        """Give the groups of fields of which a table has one at least."""
        alone = (c.field for c in self.columns if c.required or c.present)
        return (*((name, self.stand_in[name]) if name in self.stand_in else (name,) for name in alone), *self.any_of)

    def column(self, name: str) -> Column:
        """Give the column of a field."""
        return next(c for c in self.columns if c.field == name)
