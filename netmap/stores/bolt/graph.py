"""The graph that Cypher sees: written as the difference between two networks, in bounded batches; read back in columns, by pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, LiteralString, Protocol

import polars as pl

from netmap.domain import DOMAIN
from netmap.errors import StoreError
from netmap.lots.elements import Changes, identity_of
from netmap.network import Network, link_columns, no_links, no_nodes, node_columns
from netmap.schema import LinkKind, NodeKind
from netmap.stores.bolt import texts
from netmap.values import counted

ROWS = 5_000
PAGE = 10_000
SOURCES_A_PAGE = 2_000
_SHOWN = 200
_ELEMENTS, _LINKS = ("élément", "éléments"), ("lien", "liens")


class Running(Protocol):
    """Run a statement: a transaction, or a session that makes one."""

    def run(self, query: LiteralString, parameters: dict[str, Any] | None = None, /) -> Any:  # noqa: ANN401 - a Result of the driver
        """Run a statement."""
        ...


@dataclass(frozen=True, slots=True)
class Batch:
    """Hold a statement and at most ROWS rows for it; `sure` when each row must touch one element."""

    text: LiteralString
    rows: list[Any]
    sure: bool

    def run(self, running: Running) -> None:
        """Write the rows; raise StoreError when some of them met nothing."""
        counters = running.run(self.text, {"rows": self.rows}).consume().counters
        made = counters.nodes_created + counters.relationships_created
        if self.sure and made != len(self.rows):
            raise StoreError(f"Le graphe n’a pris que {made} éléments sur {len(self.rows)} : « netmap verify --repair » le remet en ordre.")


def batches(found: Sequence[Changes]) -> Iterator[Batch]:
    """Give what to run, in an order that never leaves a link without its ends: links go first, and come last."""
    nodes = [(c, c.kind) for c in found if isinstance(c.kind, NodeKind)]
    links = [(c, c.kind) for c in found if isinstance(c.kind, LinkKind)]
    for one, kind in links:
        yield from _link_batches(kind, one.gone, texts.remove_links, sure=False)
    for one, kind in nodes:
        yield from _sliced(texts.remove_nodes(kind), one.gone.select("id"), lambda rows: [row[0] for row in rows.rows()], sure=False)
    for one, kind in nodes:
        yield from _sliced(texts.create_nodes(kind), one.added, said, sure=True)
        yield from _sliced(texts.change_nodes(kind), one.changed, said, sure=False)
    for one, kind in links:
        yield from _link_batches(kind, one.added, texts.create_links, sure=True)
        yield from _link_batches(kind, one.changed, texts.change_links, sure=False)


def said(rows: pl.DataFrame) -> list[dict[str, Any]]:
    """Make of each row the properties it has: what is unknown is absent."""
    names = rows.columns
    return [{name: value for name, value in zip(names, row, strict=True) if value is not None} for row in rows.iter_rows()]


class _LinkText(Protocol):
    def __call__(self, kind: LinkKind, source: NodeKind, target: NodeKind, /) -> LiteralString: ...


def _link_batches(kind: LinkKind, rows: pl.DataFrame, text: _LinkText, *, sure: bool) -> Iterator[Batch]:
    if rows.is_empty():
        return
    ends = [pl.col(end).str.split(":").list.first().alias(f"_{end}") for end in ("source", "target")]
    for (source, target), group in sorted(rows.with_columns(ends).partition_by("_source", "_target", as_dict=True).items()):
        if source not in DOMAIN.node_kinds or target not in DOMAIN.node_kinds:
            continue  # written by hand between nodes that are none of ours: it goes with them
        statement = text(kind, DOMAIN.node(str(source)), DOMAIN.node(str(target)))
        yield from _sliced(statement, group.drop("_source", "_target"), _tied, sure=sure)


def _tied(rows: pl.DataFrame) -> list[tuple[str, str, dict[str, Any]]]:
    return list(zip(rows["source"].to_list(), rows["target"].to_list(), said(rows.drop("source", "target")), strict=True))


def _sliced(text: LiteralString, rows: pl.DataFrame, told: Callable[[pl.DataFrame], list[Any]], *, sure: bool) -> Iterator[Batch]:
    for piece in rows.iter_slices(ROWS):
        if piece.height:
            yield Batch(text, told(piece), sure)


@dataclass(frozen=True)
class Seen:
    """Hold the graph as it was read: what can be compared with a network, and in French what cannot."""

    network: Network
    foreign: tuple[str, ...] = ()


def read_graph(running: Running, version: int, beat: Callable[[], object]) -> Seen:
    """Read the whole graph by pages; every element that is not as declared is told. `beat` is called once a page.

    Kinds that the graph has no node of are not asked for: a server takes longer to plan a text than to find nothing.
    """
    foreign: list[str] = []
    labels = running.run(_LABELS).data()
    there = {label for record in labels for label in record["labels"]}
    met = [kind for kind in DOMAIN.nodes if kind.name in there]
    nodes = {kind.name: _whole(kind, list(_node_pages(running, kind, beat, foreign)), foreign) for kind in met}
    pages: dict[str, list[pl.DataFrame]] = {}
    for source in met:
        for kind, page in _link_pages(running, source, beat, foreign):
            pages.setdefault(kind, []).append(page)
    links = {kind.name: _whole(kind, pages.get(kind.name, []), foreign) for kind in DOMAIN.links}
    held = Network({k: f for k, f in nodes.items() if f.height}, {k: f for k, f in links.items() if f.height}, (), version)
    return Seen(held, (*foreign, *_stray(running, held, labels)))


def _node_pages(running: Running, kind: NodeKind, beat: Callable[[], object], foreign: list[str]) -> Iterator[pl.DataFrame]:
    columns = node_columns(kind.name)
    given = {"names": list(columns), "types": texts.types_of(kind), "size": PAGE, "after": ""}
    while True:
        record = running.run(texts.read_nodes(kind), given).single()
        if not record["rows"]:
            return
        yield typed([_mended(kind, list(columns), row[0], row[1], foreign) for row in record["rows"]], columns)
        given["after"] = record["last"]
        beat()


def _link_pages(running: Running, source: NodeKind, beat: Callable[[], object], foreign: list[str]) -> Iterator[tuple[str, pl.DataFrame]]:
    columns = {kind.name: link_columns(kind.name) for kind in DOMAIN.links}
    given = {
        "names": {kind: list(names)[2:] for kind, names in columns.items()},
        "types": {kind.name: texts.types_of(kind) for kind in DOMAIN.links},
        "size": SOURCES_A_PAGE,
        "after": "",
    }
    while True:
        record = running.run(texts.read_links(source), given).single()
        if record is None or record["last"] is None:
            return
        found: dict[str, list[list[Any]]] = {}
        for kind, start, end, values, odd in record["rows"]:
            if isinstance(end, str):
                row = _mended(DOMAIN.link(kind), list(columns[kind]), [start, end, *values], odd, foreign)
                found.setdefault(kind, []).append(row)
        for kind, rows in found.items():
            yield kind, typed(rows, columns[kind])
        given["after"] = record["last"]
        beat()


def _mended(kind: NodeKind | LinkKind, names: list[str], row: list[Any], odd: list[str], foreign: list[str]) -> list[Any]:
    """Say what is odd about an element and leave it out, so that the element differs from any that netmap writes."""
    if odd:
        name = str(row[0]) if isinstance(kind, NodeKind) else f"{row[0]} → {row[1]}"
        told = ", ".join(sorted({one or "étiquette en plus" for one in odd}))
        foreign.append(f"« {kind.name} » : {name[:_SHOWN]} n’est pas comme netmap l’écrit ({told[:_SHOWN]}).")
        row = [None if name in odd else value for name, value in zip(names, row, strict=True)]
        row[names.index("lot")] = -1
    return row


def _whole(kind: NodeKind | LinkKind, pages: list[pl.DataFrame], foreign: list[str]) -> pl.DataFrame:
    """Put pages into one frame; links in double are told and left out."""
    if not pages:
        return no_nodes(kind.name) if isinstance(kind, NodeKind) else no_links(kind.name)
    frame = pl.concat(pages)
    twice = frame.select(identity_of(kind)).is_duplicated()
    if twice.any():
        foreign.append(f"« {kind.name} » : {int(twice.sum())} liens en double.")
        frame = frame.filter(~twice)
    return frame


def typed(lists: list[list[Any]], columns: dict[str, pl.DataType], orient: Literal["row", "col"] = "row") -> pl.DataFrame:
    """Make a frame of a list a row, or a column; dates come as texts."""
    told = {name: pl.String() if dtype == pl.Date() else dtype for name, dtype in columns.items()}
    frame = pl.DataFrame(lists, schema=told, orient=orient, strict=False)
    return frame.with_columns(pl.col(name).str.to_date(strict=False) for name, dtype in columns.items() if dtype == pl.Date())


def _stray(running: Running, held: Network, found: list[dict[str, Any]]) -> list[str]:
    """Say what the database holds that netmap does not read: other labels, nodes without id, other types, links between other kinds.

    `found` counts the nodes of each set of labels.
    """
    told: list[str] = []
    for record in found:
        labels = [label for label in record["labels"] if label in DOMAIN.node_kinds]
        if not labels and not set(record["labels"]) & set(texts.OURS):
            told.append(
                f"{counted(record['count'], *_ELEMENTS)} que netmap ne connaît pas : {', '.join(record['labels']) or 'sans étiquette'}."
            )
        elif labels and record["keyed"] < record["count"]:
            told.append(f"« {labels[0]} » : {counted(record['count'] - record['keyed'], *_ELEMENTS)} sans identifiant.")
    counts = held.counts()
    for record in running.run(_TYPES).data():
        name = record["type"]
        if name not in DOMAIN.link_kinds:
            told.append(f"{counted(record['count'], *_LINKS)} que netmap ne connaît pas : {name}.")
        elif record["count"] > counts[name]:
            told.append(f"« {name} » : {record['count'] - counts[name]} liens entre des sortes que netmap ne relie pas, ou en double.")
    return told


def remove_stray(running: Running) -> int:
    """Remove what a comparison with the fold cannot mend: what is not declared, what has no id or several labels, links in double."""
    known = {"kinds": list(DOMAIN.node_kinds), "ours": list(texts.OURS), "types": list(DOMAIN.link_kinds)}
    found = 0
    doubled: list[LiteralString] = [texts.doubled_links(kind) for kind in DOMAIN.links]
    for text in (*_STRAY, *doubled):
        counters = running.run(text, known).consume().counters
        found += counters.nodes_deleted + counters.relationships_deleted
    return found


_HAS_ID: LiteralString = "n.id IS :: STRING NOT NULL AND n.id > ''"
_DETACHED: LiteralString = "CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
_STRAY: tuple[LiteralString, ...] = (
    "MATCH (a)-[r]->(b) WHERE NOT type(r) IN $types CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS",
    f"MATCH (n) WHERE NOT any(l IN labels(n) WHERE l IN $kinds OR l IN $ours) {_DETACHED}",
    f"MATCH (n) WHERE any(l IN labels(n) WHERE l IN $kinds) AND (size(labels(n)) > 1 OR NOT ({_HAS_ID})) {_DETACHED}",
)
_LABELS: LiteralString = f"MATCH (n) RETURN labels(n) AS labels, count(*) AS count, count(CASE WHEN {_HAS_ID} THEN 1 END) AS keyed"
_TYPES: LiteralString = "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count"
