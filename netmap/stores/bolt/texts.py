"""The Cypher that the declared schema implies: constraints and indexes, what writes elements, what reads them back.

Labels and types are literals of the schema, every value is a parameter. Texts are short on purpose: a server plans each the first
time it meets it, and one that named thirty properties took it half a second.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from typing import LiteralString

import polars as pl

from netmap.network import PLACE
from netmap.schema import LinkKind, NodeKind, Property, Schema
from netmap.values import TEXT

NETWORK: LiteralString = "NetmapNetwork"
LOT: LiteralString = "NetmapLot"
PART: LiteralString = "NetmapPart"
STAGED: LiteralString = "NetmapStaged"
ACT: LiteralString = "NetmapAct"
WORDS: LiteralString = "netmap_words"
OURS = (NETWORK, LOT, PART, STAGED, ACT)
_PLACE: tuple[LiteralString, ...] = ("lot", "table", "line")


@cache
def constraints(schema: Schema) -> tuple[LiteralString, ...]:
    """Give the statements that make constraints and indexes; each changes nothing when it was done.

    Free text has no range index (its keys are bounded to 8 kB): it is found by the full-text index, blind to accents.
    """
    found: list[LiteralString] = [
        f"CREATE CONSTRAINT netmap_network IF NOT EXISTS FOR (n:{NETWORK}) REQUIRE n.id IS UNIQUE",
        f"CREATE CONSTRAINT netmap_lot IF NOT EXISTS FOR (n:{LOT}) REQUIRE n.number IS UNIQUE",
        f"CREATE CONSTRAINT netmap_part IF NOT EXISTS FOR (n:{PART}) REQUIRE (n.lot, n.kind, n.n) IS UNIQUE",
        f"CREATE CONSTRAINT netmap_act IF NOT EXISTS FOR (n:{ACT}) REQUIRE n.n IS UNIQUE",
        f"CREATE INDEX netmap_staged IF NOT EXISTS FOR (n:{STAGED}) ON (n.uid)",
    ]
    for kind in schema.nodes:
        found.append(f"CREATE CONSTRAINT netmap_{kind.name} IF NOT EXISTS FOR (n:`{kind.name}`) REQUIRE n.id IS UNIQUE")
        for prop in kind.properties:
            if prop.indexed and prop.type is not TEXT and not prop.many:
                found.append(f"CREATE INDEX netmap_{kind.name}_{prop.name} IF NOT EXISTS FOR (n:`{kind.name}`) ON (n.`{prop.name}`)")
    kinds: list[LiteralString] = [f"`{kind.name}`" for kind in schema.nodes]
    words: list[LiteralString] = [f"n.`{p.name}`" for kind in schema.nodes for p in kind.properties if p.indexed and p.type is TEXT]
    named: LiteralString = "|".join(kinds)
    searched: LiteralString = ", ".join(dict.fromkeys(words))
    found.append(
        f"CREATE FULLTEXT INDEX {WORDS} IF NOT EXISTS FOR (n:{named}) ON EACH [{searched}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}"
    )
    return tuple(found)


def signature(schema: Schema) -> str:
    """Name a set of constraints, so that it is made again only when the schema has changed."""
    return hashlib.sha256("\n".join(constraints(schema)).encode()).hexdigest()[:16]


def create_nodes(kind: NodeKind) -> LiteralString:
    """Make a node of each row."""
    return f"UNWIND $rows AS row CREATE (n:`{kind.name}`) SET n = row"


def change_nodes(kind: NodeKind) -> LiteralString:
    """Give each node the properties of its row, and no other."""
    return f"UNWIND $rows AS row MATCH (n:`{kind.name}` {{id: row.id}}) SET n = row"


def remove_nodes(kind: NodeKind) -> LiteralString:
    """Remove the node of each id."""
    return f"UNWIND $rows AS row MATCH (n:`{kind.name}` {{id: row}}) DETACH DELETE n"


def create_links(kind: LinkKind, source: NodeKind, target: NodeKind) -> LiteralString:
    """Make a link of each row: source, target, properties."""
    return f"{_ends(source, target)} CREATE (a)-[r:`{kind.name}`]->(b) SET r = row[2]"


def change_links(kind: LinkKind, source: NodeKind, target: NodeKind) -> LiteralString:
    """Give each link the properties of its row, and no other."""
    return f"{_ends(source, target)} {_same(kind)} SET r = row[2]"


def remove_links(kind: LinkKind, source: NodeKind, target: NodeKind) -> LiteralString:
    """Remove the link of each row."""
    return f"{_ends(source, target)} {_same(kind)} DELETE r"


def _ends(source: NodeKind, target: NodeKind) -> LiteralString:
    return f"UNWIND $rows AS row MATCH (a:`{source.name}` {{id: row[0]}}) MATCH (b:`{target.name}` {{id: row[1]}})"


def _same(kind: LinkKind) -> LiteralString:
    tests: list[LiteralString] = [f"(r.`{p}` = row[2].`{p}` OR (r.`{p}` IS NULL AND row[2].`{p}` IS NULL))" for p in kind.key]
    told: LiteralString = " AND ".join(tests)
    return f"MATCH (a)-[r:`{kind.name}`]->(b)" + (f" WHERE {told}" if tests else "")


def read_nodes(kind: NodeKind) -> LiteralString:
    """Read one page of nodes after `$after`: the values of `$names` in order, then the names of what is odd about each."""
    return (
        f"MATCH (n:`{kind.name}`) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $size "
        f"RETURN collect([[p IN $names | {_VALUE}], [k IN keys(n) WHERE NOT {_TYPE} IN coalesce($types[k], [])] "
        "+ CASE WHEN size(labels(n)) > 1 THEN [''] ELSE [] END]) AS rows, max(n.id) AS last"
    )


def read_links(source: NodeKind) -> LiteralString:
    """Read the links of one page of sources after `$after`, of all types: type, source, target, values, what is odd about each.

    `$names` and `$types` are by type.
    """
    return (
        f"MATCH (a:`{source.name}`) WHERE a.id > $after WITH a ORDER BY a.id LIMIT $size WITH collect(a) AS page, max(a.id) AS last "
        "CALL (page) { UNWIND page AS a MATCH (a)-[n]->(b) WHERE type(n) IN keys($names) RETURN collect([type(n), a.id, b.id, "
        f"[p IN $names[type(n)] | {_VALUE}], [k IN keys(n) WHERE NOT {_TYPE} IN coalesce($types[type(n)][k], [])]]) AS rows }} "
        "RETURN rows, last"
    )


# Dates come as text, so that a whole column is read at once; a text where a date belongs is odd.
_TYPE: LiteralString = "valueType(n[k])"
_VALUE: LiteralString = "CASE valueType(n[p]) WHEN 'DATE NOT NULL' THEN toString(n[p]) ELSE n[p] END"


def doubled_links(kind: LinkKind) -> LiteralString:
    """Remove all but one of the links of the same identity, and those between kinds that the schema does not link."""
    parts: list[LiteralString] = ["a", "b"]
    for part in kind.key:
        parts.append(f"r.`{part}` AS `{part}`")
    keys: LiteralString = ", ".join(parts)
    declared: LiteralString = f"({_labelled('a', kind.sources)}) AND ({_labelled('b', kind.targets)})"
    return (
        f"MATCH (a)-[r:`{kind.name}`]->(b) WITH {keys}, collect(r) AS found, {declared} AS declared "
        "WHERE size(found) > 1 OR NOT declared WITH found[CASE WHEN declared THEN 1 ELSE 0 END..] AS left UNWIND left AS r "
        "CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS"
    )


def _labelled(var: LiteralString, kinds: Iterable[NodeKind]) -> LiteralString:
    tests: list[LiteralString] = [f"{var}:`{kind.name}`" for kind in kinds]
    return " OR ".join(tests)


def types_of(kind: NodeKind | LinkKind) -> dict[str, list[str]]:
    """Give for each property of a kind, its place included, the names that Cypher gives to the types it may have."""
    found = {prop.name: value_types(prop) for prop in kind.properties}
    if isinstance(kind, NodeKind):
        found |= {"id": [_given("STRING")], "declared": [_given("BOOLEAN")]}
    return found | {name: [_given("INTEGER")] for name in _PLACE}


def value_types(prop: Property) -> list[str]:
    """Give the names that Cypher gives to the types of a property: an empty list holds nothing of any type."""
    types: dict[pl.DataType, str] = {
        pl.String(): "STRING",
        pl.Int64(): "INTEGER",
        pl.Float64(): "FLOAT",
        pl.Boolean(): "BOOLEAN",
        pl.Date(): "DATE",
    }
    one = _given(types[prop.type.dtype])
    return [_given(f"LIST<{one}>"), _given("LIST<NOTHING>")] if prop.many else [one]


def _given(one: str) -> str:
    return f"{one} NOT NULL"


def columns(cypher: LiteralString, facts: dict[str, pl.DataType]) -> LiteralString:
    """Wrap a question so that its rows come by thousands, as a list a column: six times as fast through the driver as row by row."""
    # Names come from declarations of ours, as the text itself.
    cells: LiteralString = ", ".join(_fact(name, dtype) for name, dtype in facts.items())  # pyright: ignore[reportAssignmentType]
    columns: LiteralString = ", ".join(f"[row IN some | row[{place}]]" for place in range(len(facts)))  # pyright: ignore[reportAssignmentType]
    return (
        f"CALL () {{ {cypher} }} WITH collect([{cells}]) AS rows UNWIND range(0, size(rows) - 1, $chunk) AS start "
        f"WITH start, rows[start..start + $chunk] AS some ORDER BY start RETURN [{columns}] AS columns"
    )


def _fact(name: str, dtype: pl.DataType) -> str:
    return f"toString(`{name}`)" if dtype == pl.Date() else f"`{name}`"


assert set(_PLACE) == set(PLACE)  # noqa: S101 - one place, told as literals here
