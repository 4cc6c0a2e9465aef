"""The whole network for other tools: JSON, GraphML, GEXF, SQLite, and templates that load back (`netmap.export.filled`).

In the two XML formats a node is labelled by its caption and its kind is `kind`: a property of either name is written
`<kind>_label`, `<kind>_kind` (`establishment_label`).
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import polars as pl

from netmap.domain import DOMAIN
from netmap.export.filled import export_templates
from netmap.export.rows import json_bytes
from netmap.network import PLACE, Network

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["export_gexf", "export_graphml", "export_json", "export_sqlite", "export_templates"]

# XML 1.0 has no room for these, even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAKEN = ("label", "kind")
_PLACES = tuple(PLACE)


def export_json(network: Network, path: Path) -> None:
    """Write all nodes and links with where each was first said; what is unknown is left out."""
    said = {
        "format": "netmap",
        "version": network.version,
        "lots": [lot.as_dict() for lot in network.lots],
        "nodes": {kind.name: _records(network, network.node(kind.name)) for kind in DOMAIN.nodes},
        "links": {kind.name: _records(network, network.link(kind.name)) for kind in DOMAIN.links},
    }
    path.write_bytes(json_bytes(said))


def export_graphml(network: Network, path: Path) -> None:
    """Write the network as GraphML, through NetworkX."""
    import networkx as nx  # noqa: PLC0415 - only where a graph is asked for

    nx.write_graphml(graph(network), path, encoding="utf-8")


def export_gexf(network: Network, path: Path) -> None:
    """Write the network as GEXF, dated by its last lot, through NetworkX."""
    import networkx as nx  # noqa: PLC0415 - only where a graph is asked for

    on = network.lots[-1].at[:10] if network.lots else "1970-01-01"
    text = "\n".join(nx.generate_gexf(graph(network), encoding="utf-8"))
    dated = re.sub(r'lastmodifieddate="[^"]*"', f'lastmodifieddate="{on}"', text, count=1)
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{dated}\n', encoding="utf-8")


def graph(network: Network) -> "nx.MultiDiGraph[str]":
    """Build the NetworkX graph of the whole network: plain attributes, ISO dates, lists joined by ` | `, nothing unknown."""
    import networkx as nx  # noqa: PLC0415 - only where a graph is asked for

    built: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    captions = dict(network.captions.select("id", "caption").iter_rows())
    for kind in DOMAIN.nodes:
        names = {p.name: f"{kind.name.lower()}_{p.name}" if p.name in _TAKEN else p.name for p in kind.properties}
        for row, place in _placed(network, network.node(kind.name)):
            said = {names[p.name]: _plain(row[p.name]) for p in kind.properties if row[p.name] is not None}
            about = {"label": _clean(captions[row["id"]]), "kind": kind.name, "declared": row["declared"], "place": _clean(place)}
            built.add_node(_clean(row["id"]), **about, **said)
    for link in DOMAIN.links:
        for number, (row, place) in enumerate(_placed(network, network.link(link.name)), 1):
            said = {p.name: _plain(row[p.name]) for p in link.properties if row[p.name] is not None}
            key = f"{link.name}:{number}"
            ends = (_clean(row["source"]), _clean(row["target"]))
            built.add_edge(*ends, key=key, id=key, label=link.label, kind=link.name, place=_clean(place), **said)
    return built


def export_sqlite(network: Network, path: Path) -> None:
    """Write one typed table a kind of node, one a kind of link, and `_sources`; dates are ISO text, lists are JSON text."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as base:
        for kind in (*DOMAIN.nodes, *DOMAIN.links):
            is_node = kind.name in DOMAIN.node_kinds
            frame = network.node(kind.name) if is_node else network.link(kind.name)
            _table(base, network, kind.name, frame, "id" if is_node else "")
        for link in DOMAIN.links:
            for end in ("source", "target"):
                base.execute(f'CREATE INDEX "{link.name}_{end}" ON "{link.name}" ("{end}")')
        _sources(base, network)
    base.close()


def _table(base: sqlite3.Connection, network: Network, name: str, frame: pl.DataFrame, key: str) -> None:
    columns = {**{c: _sql_type(dtype) for c, dtype in frame.schema.items()}, "place": "TEXT"}
    declared = ", ".join(f'"{c}" {kind}{" PRIMARY KEY" if c == key else ""}' for c, kind in columns.items())
    base.execute(f'CREATE TABLE "{name}" ({declared}) STRICT')
    rows = ([_stored(value) for value in row] for row in frame.with_columns(network.places(frame)).iter_rows())
    base.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(columns))})', rows)  # noqa: S608 - names of the schema


def _sources(base: sqlite3.Connection, network: Network) -> None:
    base.execute(
        'CREATE TABLE _sources (lot INTEGER, "table" INTEGER, lot_kind TEXT, lot_title TEXT, lot_state TEXT, at TEXT, author TEXT, '
        "reason TEXT, source TEXT, title TEXT, series TEXT, rank INTEGER, file TEXT, sha256 TEXT, sheet TEXT, lines_read INTEGER, "
        "accepted INTEGER, rejected INTEGER, network_version INTEGER) STRICT"
    )
    for lot in network.lots:
        about = (str(lot.kind), lot.title, str(lot.state), lot.at, lot.author, lot.reason)
        for at, o in enumerate(lot.origins):
            said = (o.source, o.title, o.series, o.rank, o.file, o.sha256, o.sheet, o.lines_read, o.accepted, o.rejected)
            values = (lot.number, at, *about, *said, network.version)
            base.execute(f"INSERT INTO _sources VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608 - marks only


def _sql_type(dtype: pl.DataType) -> str:
    if dtype.is_integer() or dtype == pl.Boolean():
        return "INTEGER"
    return "REAL" if dtype.is_float() else "TEXT"


def _stored(value: Any) -> Any:  # noqa: ANN401 - a cell of any type
    if isinstance(value, list):
        return orjson.dumps(value).decode()
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _records(network: Network, frame: pl.DataFrame) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in row.items() if value is not None and name not in _PLACES} | {"place": place}
        for row, place in _placed(network, frame)
    ]


def _placed(network: Network, frame: pl.DataFrame) -> Iterator[tuple[Mapping[str, Any], str]]:
    places = network.places(frame).to_list()
    yield from zip(frame.iter_rows(named=True), places, strict=True)


def _plain(value: Any) -> str | int | float | bool:  # noqa: ANN401 - a cell of any type
    if isinstance(value, list):
        return _clean(" | ".join(str(_plain(one)) for one in value))  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, date):
        return value.isoformat()
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
