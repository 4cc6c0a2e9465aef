"""How a graph is declared: kinds of nodes, kinds of links, their properties and keys.

Everything else (loaders, stores, screens, exports, documentation, random networks of the tests) reads these declarations.
A wrong declaration fails as it is constructed and names what was near it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import LiteralString

import polars as pl

from netmap.errors import SchemaError, UnknownName
from netmap.values import ValueType


@dataclass(frozen=True, slots=True)
class Property:
    """Declare one property: `many` holds a list of values, `indexed` is looked up often."""

    name: LiteralString
    type: ValueType
    label: str
    help: str
    many: bool = False
    indexed: bool = False

    @property
    def dtype(self) -> pl.DataType:
        """Give the polars type of the property's column."""
        return pl.List(self.type.dtype) if self.many else self.type.dtype


@dataclass(frozen=True, slots=True)
class Key:
    """Declare one way to identify a node: the first key of a kind whose parts are all said wins.

    A `local` key is made of words people typed: it is normalised, and marked by `~` in the id. Parts are properties of the
    kind, or names that a source binds (the establishment and the partner of a convention). `minimum` is the length under
    which the first part is too short to be unique by itself; `optional` parts may be missing; `tiebreak` is a property that
    joins the key only where the rest repeats with different values of it.
    """

    parts: tuple[LiteralString, ...]
    local: bool = False
    minimum: int = 0
    optional: tuple[LiteralString, ...] = ()
    tiebreak: LiteralString = ""


@dataclass(frozen=True, slots=True)
class Look:
    """Declare how a kind is drawn: shape first, colour second, so that no one needs to see colours."""

    shape: LiteralString
    glyph: str
    colour: LiteralString


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeKind:
    """Declare a kind of node; `caption` is the property a reader knows it by, `featured` those shown first.

    With a `keyed_caption`, the name never goes without the key: « 2023/4 : Un partenariat actif … ».
    """

    name: LiteralString
    label: str
    plural: str
    help: str
    keys: tuple[Key, ...]
    caption: LiteralString
    featured: tuple[LiteralString, ...]
    look: Look
    properties: tuple[Property, ...]
    keyed_caption: bool = False

    def __post_init__(self) -> None:
        names = _unique((p.name for p in self.properties), f"Propriétés de {self.name}")
        for wanted in (self.caption, *self.featured):
            if wanted not in names:
                raise SchemaError(f"{self.name} : « {wanted} » n’est pas une de ses propriétés{_near(wanted, names)}")
        if not self.keys:
            raise SchemaError(f"{self.name} : aucune clé déclarée.")

    def property(self, name: str) -> Property:
        """Find a property by its name, or say which one is near."""
        for candidate in self.properties:
            if candidate.name == name:
                return candidate
        names = [p.name for p in self.properties]
        raise UnknownName(f"{self.label} : propriété « {name} » inconnue{_near(name, names)}")

    def columns(self) -> dict[str, pl.DataType]:
        """Give the columns of the properties and their polars types, in order."""
        return {p.name: p.dtype for p in self.properties}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkKind:
    """Declare a kind of link; `inverse` is its label read from the target, `key` tells parallel links apart."""

    name: LiteralString
    sources: tuple[NodeKind, ...]
    targets: tuple[NodeKind, ...]
    label: str
    inverse: str
    help: str
    properties: tuple[Property, ...] = ()
    key: tuple[LiteralString, ...] = ()

    def __post_init__(self) -> None:
        names = _unique((p.name for p in self.properties), f"Propriétés de {self.name}")
        for part in self.key:
            if part not in names:
                raise SchemaError(f"{self.name} : la clé « {part} » n’est pas une de ses propriétés{_near(part, names)}")

    def columns(self) -> dict[str, pl.DataType]:
        """Give the columns of the properties and their polars types, in order."""
        return {p.name: p.dtype for p in self.properties}

    @property
    def identity(self) -> list[str]:
        """Name the columns that make two statements speak of the same link."""
        return ["source", "target", *self.key]


@dataclass(frozen=True)
class Schema:
    """Hold the kinds of a graph; every end of a link is one of its node kinds."""

    nodes: tuple[NodeKind, ...]
    links: tuple[LinkKind, ...]

    def __post_init__(self) -> None:
        kinds = _unique((n.name for n in self.nodes), "Sortes d’acteurs")
        _unique((link.name for link in self.links), "Sortes de liens")
        for link in self.links:
            for end in (*link.sources, *link.targets):
                if end.name not in kinds:
                    raise SchemaError(f"{link.name} : l’extrémité {end.name} n’est pas déclarée.")

    @cached_property
    def node_kinds(self) -> Mapping[str, NodeKind]:
        """Index the node kinds by name."""
        return {n.name: n for n in self.nodes}

    @cached_property
    def link_kinds(self) -> Mapping[str, LinkKind]:
        """Index the link kinds by name."""
        return {link.name: link for link in self.links}

    def node(self, name: str) -> NodeKind:
        """Find a node kind by its name, or say which one is near."""
        if name in self.node_kinds:
            return self.node_kinds[name]
        raise UnknownName(f"Sorte d’acteur « {name} » inconnue{_near(name, self.node_kinds)}")

    def link(self, name: str) -> LinkKind:
        """Find a link kind by its name, or say which one is near."""
        if name in self.link_kinds:
            return self.link_kinds[name]
        raise UnknownName(f"Sorte de lien « {name} » inconnue{_near(name, self.link_kinds)}")

    def kind_of(self, identifier: str) -> NodeKind:
        """Find the kind of a node from its id (`Kind:key`)."""
        return self.node(identifier.partition(":")[0])


def _unique(names: Iterable[str], where: str) -> list[str]:
    seen: list[str] = []
    for name in names:
        if name in seen:
            raise SchemaError(f"{where} : « {name} » est déclaré deux fois.")
        seen.append(name)
    return seen


def _near(name: str, names: Iterable[str]) -> str:
    found = get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f" ; vouliez-vous dire « {found[0]} » ?" if found else "."
