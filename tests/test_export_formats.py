"""The whole network in other tools' formats reads back to the very same elements, typed, with where each was said."""

import json
import sqlite3
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import networkx as nx
import polars as pl
import pytest

from netmap.domain import DOMAIN
from netmap.export.whole import export_gexf, export_graphml, export_json, export_sqlite
from netmap.lot import Lot, LotKind, Origin
from netmap.network import PLACE, Network, link_columns, node_columns
from netmap.schema import LinkKind, NodeKind

HOSTILE = (
    '=HYPERLINK("http://exemple.fr")',
    "<script>alert(1)</script> & ]]>",
    "a | b",
    "guillemets \" et ' et «»",
    "deux\nlignes",
    "+33",
    "très long " * 3000 + "fin",
)


@pytest.fixture(scope="module")
def network() -> Network:
    """Give a network where each kind has an element that says all it can, in hostile words, and one that says nothing."""
    turn = count()
    place = {"lot": 1, "table": 0, "line": 7}

    def full(kind: NodeKind | LinkKind) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for prop in kind.properties:
            value = HOSTILE[next(turn) % len(HOSTILE)] if prop.type.name == "texte" else prop.type.accepts[0][1]
            said[prop.name] = [value, value] if prop.many else value
        return {**said, **place}

    nodes = {
        kind.name: pl.DataFrame(
            [{"id": f"{kind.name}:plein", "declared": True, **full(kind)}, {"id": f"{kind.name}:~nu", "declared": False}],
            schema=node_columns(kind.name),
        )
        for kind in DOMAIN.nodes
    }
    links = {}
    for link in DOMAIN.links:
        ends = [(f"{a.name}:plein", f"{b.name}:~nu") for a in link.sources for b in link.targets]
        rows = [{"source": a, "target": b, **(full(link) if at == 0 else {})} for at, (a, b) in enumerate([*ends, ends[0]])]
        links[link.name] = pl.DataFrame(rows, schema=link_columns(link.name))
    origin = Origin(source="essai", title="Essai", series="essai", rank=50, file="=f.xlsx", sheet="Feuille", sha256="00", accepted=3)
    lot = Lot(uid="u", kind=LotKind.IMPORT, title="Import", at="2026-01-02T03:04:05+00:00", author="essai", origins=(origin,), number=1)
    return Network(nodes, links, (lot,), 4)


def without_nothing(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def plain(value):
    if isinstance(value, list):
        return " | ".join(plain(one) for one in value)
    return value.isoformat() if isinstance(value, date) else value


def test_the_json_of_the_network_holds_every_element_with_its_place(network: Network, tmp_path: Path):
    export_json(network, tmp_path / "n.json")
    read = json.loads((tmp_path / "n.json").read_text(encoding="utf-8"))

    def expected(frame: pl.DataFrame) -> list[dict]:
        rows = [without_nothing(row) for row in frame.drop(PLACE).to_dicts()]
        dated = [{n: v.isoformat() if isinstance(v, date) else v for n, v in row.items()} for row in rows]
        return [row | {"place": place} for row, place in zip(dated, network.places(frame).to_list(), strict=True)]

    assert read == {
        "format": "netmap",
        "version": network.version,
        "lots": json.loads(json.dumps([lot.as_dict() for lot in network.lots])),
        "nodes": {kind.name: expected(network.node(kind.name)) for kind in DOMAIN.nodes},
        "links": {link.name: expected(network.link(link.name)) for link in DOMAIN.links},
    }


def test_the_sqlite_base_holds_every_element_typed_and_its_sources(network: Network, tmp_path: Path):
    export_sqlite(network, tmp_path / "n.sqlite")
    export_sqlite(network, tmp_path / "n.sqlite")
    base = sqlite3.connect(tmp_path / "n.sqlite")
    base.row_factory = sqlite3.Row

    def stored(value):
        if isinstance(value, list):
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return value.isoformat() if isinstance(value, date) else value

    frames = {k.name: network.node(k.name) for k in DOMAIN.nodes} | {k.name: network.link(k.name) for k in DOMAIN.links}
    read = {name: [dict(row) for row in base.execute(f'SELECT * FROM "{name}"')] for name in frames}  # noqa: S608 - names of the schema
    sources = base.execute('SELECT lot, "table", source, file, sheet, accepted, sha256 FROM _sources').fetchall()
    base.close()
    assert read == {
        name: [
            {n: stored(v) for n, v in row.items()} | {"place": place}
            for row, place in zip(frame.to_dicts(), network.places(frame).to_list(), strict=True)
        ]
        for name, frame in frames.items()
    }
    assert [tuple(row) for row in sources] == [
        (lot.number, at, o.source, o.file, o.sheet, o.accepted, o.sha256) for lot in network.lots for at, o in enumerate(lot.origins)
    ]


def ordered(links: list[tuple[str, str, dict]]) -> list:
    return sorted((source, target, sorted(said.items())) for source, target, said in links)


def elements(network: Network) -> tuple[dict, list]:
    """Give the nodes and the links as attributes, as the two XML formats name them."""
    nodes = {}
    captions = dict(network.captions.select("id", "caption").iter_rows())
    for kind in DOMAIN.nodes:
        frame = network.node(kind.name)
        for row, place in zip(frame.drop(PLACE).to_dicts(), network.places(frame).to_list(), strict=True):
            own = {
                f"{kind.name.lower()}_{n}" if n in ("kind", "label") else n: plain(v) for n, v in without_nothing(row).items() if n != "id"
            }
            nodes[row["id"]] = own | {"label": captions[row["id"]], "kind": kind.name, "place": place}
    links = []
    for link in DOMAIN.links:
        frame = network.link(link.name)
        for row, place in zip(frame.drop(PLACE).to_dicts(), network.places(frame).to_list(), strict=True):
            own = {n: plain(v) for n, v in without_nothing(row).items() if n not in ("source", "target")}
            links.append((row["source"], row["target"], own | {"label": link.label, "kind": link.name, "place": place}))
    return nodes, ordered(links)


def test_graphml_reads_back_to_the_same_elements(network: Network, tmp_path: Path):
    export_graphml(network, tmp_path / "n.graphml")
    read = nx.read_graphml(tmp_path / "n.graphml", force_multigraph=True)
    links = [(s, t, {n: v for n, v in d.items() if n != "id"}) for s, t, d in read.edges(data=True)]
    assert (dict(read.nodes(data=True)), ordered(links)) == elements(network)


def test_gexf_reads_back_to_the_same_elements_and_is_the_same_twice(network: Network, tmp_path: Path):
    export_gexf(network, tmp_path / "n.gexf")
    export_gexf(network, tmp_path / "again.gexf")
    read = nx.read_gexf(tmp_path / "n.gexf")
    links = [(s, t, {n: v for n, v in d.items() if n != "id"}) for s, t, d in read.edges(data=True)]
    assert (dict(read.nodes(data=True)), ordered(links)) == elements(network)
    assert (tmp_path / "n.gexf").read_bytes() == (tmp_path / "again.gexf").read_bytes()


def test_signs_that_xml_refuses_are_dropped_and_the_file_still_reads(tmp_path: Path):
    rows = [{"id": "Establishment:X", "uai": "X", "name": "a\x00b\x0bc\ufffe]]>&<d>", "declared": True}]
    network = Network({"Establishment": pl.DataFrame(rows, schema=node_columns("Establishment"))})
    export_graphml(network, tmp_path / "n.graphml")
    export_gexf(network, tmp_path / "n.gexf")
    read = (nx.read_graphml(tmp_path / "n.graphml"), nx.read_gexf(tmp_path / "n.gexf"))
    assert [graph.nodes["Establishment:X"]["name"] for graph in read] == ["abc]]>&<d>"] * 2
