"""How a line must name a node so that reading it gives that very id: the inverse of `netmap.identity`.

A property that would complete a stronger key is left unsaid: an organisation known by its SIREN must not be written with a
SIRET, or it would come back as another.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from netmap.schema import Key, NodeKind
from netmap.values import fold_text

_NO_TIE: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Naming:
    """Hold the properties that name a node, and those that must stay unsaid beside them."""

    key: Mapping[str, Any]
    unsaid: frozenset[str]


def naming(kind: NodeKind, identifier: str, row: Mapping[str, Any], sayable: Collection[str], bound: Mapping[str, Any]) -> Naming | None:
    """Find what to say of a node so that it is read back under `identifier`; None when these columns cannot name it.

    `sayable` are the properties that have a column; `bound` are the key parts that the line says by other means.
    """
    known = {*sayable, *bound}
    stronger: list[Key] = []
    for key in kind.keys:
        if not all(part in known or part in key.optional for part in key.parts):
            continue
        parts = {part: bound.get(part, row.get(part)) for part in key.parts if part in known}
        tries = [{part: None if part in left else value for part, value in parts.items()} for left in _omissions(key, known)]
        for said in [*tries, _as_typed(key, identifier, parts, bound)]:
            tie = _tie(key, row) if rendered(kind, key, said) != identifier else _NO_TIE
            if rendered(kind, key, said, tie) != identifier:
                continue
            own = {**{part: value for part, value in said.items() if part not in bound and value is not None}, **tie}
            if any(rendered(kind, other, _restricted(other, known, own, bound)) is not None for other in stronger):
                continue
            unsaid = {part for other in (*stronger, key) for part in other.parts}
            return Naming(own, frozenset(unsaid - set(own)))
        stronger.append(key)
    return None


def rendered(kind: NodeKind, key: Key, parts: Mapping[str, Any], tie: Mapping[str, Any] = _NO_TIE) -> str | None:
    """Write the id that a key gives; None when a part is missing. `parts` holds the parts that have a column."""
    texts: list[str] = []
    for part in key.parts:
        if part not in parts:
            if part not in key.optional:
                return None
            texts.append("")
            continue
        text = "" if parts[part] is None else str(parts[part])
        text = fold_text(text) if key.local else text
        if not text and part not in key.optional:
            return None
        texts.append(text)
    if key.minimum and len(texts[0]) < key.minimum:
        return None
    texts += [str(value) for value in tie.values()]
    return f"{kind.name}:~{'@'.join(texts)}" if key.local else f"{kind.name}:{'/'.join(texts)}"


def local_words(identifier: str) -> list[str]:
    """Give the words that a local id is made of, part by part; nothing for an official id."""
    words = identifier.partition(":")[2]
    return words.removeprefix("~").split("@") if words.startswith("~") else []


def _tie(key: Key, row: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key.tiebreak: row[key.tiebreak]} if key.local and row.get(key.tiebreak) is not None else {}


def _as_typed(key: Key, identifier: str, parts: Mapping[str, Any], bound: Mapping[str, Any]) -> dict[str, Any]:
    """Take the words that a local id is made of where the properties have changed since (a person corrected a name)."""
    words = dict(zip(parts, local_words(identifier), strict=False)) if key.local else {}
    typed: dict[str, Any] = {}
    for part, value in parts.items():
        changed = (
            part not in bound and part in words and (value is None or isinstance(value, str)) and fold_text(value or "") != words[part]
        )
        typed[part] = (words[part] or None) if changed else value
    return typed


def _omissions(key: Key, known: Collection[str]) -> list[tuple[str, ...]]:
    optional = [part for part in key.optional if part in known]
    return [omitted for size in range(len(optional) + 1) for omitted in combinations(optional, size)]


def _restricted(key: Key, known: Collection[str], own: Mapping[str, Any], bound: Mapping[str, Any]) -> dict[str, Any]:
    return {part: bound.get(part, own.get(part)) for part in key.parts if part in known}
