"""The network as questions read it: typed columns, one frame a kind.

A million conventions as a NetworkX graph cost 1 kB an edge; as columns 20 to 60 bytes (measured), so facts are joins;
NetworkX is built for exports only (`netmap.export`).
Every frame carries `lot`, `table` and `line`: where the row's first description stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import polars as pl

from netmap.domain import CONVENTION, DOMAIN, ESTABLISHMENT, SIGNS
from netmap.errors import UnknownName
from netmap.lot import Lot
from netmap.schema import NodeKind

PLACE = {"lot": pl.Int32(), "table": pl.Int16(), "line": pl.Int32()}


def node_columns(kind: str) -> dict[str, pl.DataType]:
    """Give the columns of the frame of a node kind."""
    return {"id": pl.String(), **DOMAIN.node(kind).columns(), "declared": pl.Boolean(), **PLACE}


def link_columns(kind: str) -> dict[str, pl.DataType]:
    """Give the columns of the frame of a link kind."""
    return {"source": pl.String(), "target": pl.String(), **DOMAIN.link(kind).columns(), **PLACE}


@cache
def no_nodes(kind: str) -> pl.DataFrame:
    """Give the empty frame of a node kind: made once, thirty columns of nothing cost a millisecond."""
    return pl.DataFrame(schema=node_columns(kind))


@cache
def no_links(kind: str) -> pl.DataFrame:
    """Give the empty frame of a link kind."""
    return pl.DataFrame(schema=link_columns(kind))


def caption_of(kind: NodeKind) -> pl.Expr:
    """Give the name that a reader knows the nodes of a kind by: their caption, else their key; both where the kind says so."""
    key = pl.col("id").str.strip_prefix(f"{kind.name}:").str.strip_prefix("~")
    name = pl.col(kind.caption)
    return pl.coalesce(pl.concat_str(key, pl.lit(" : "), name) if kind.keyed_caption else name, key)


@dataclass(frozen=True)
class Network:
    """Hold a folded network: frames of nodes and links by kind, the lots they come from, and the data version."""

    nodes: Mapping[str, pl.DataFrame] = field(default_factory=dict[str, pl.DataFrame])
    links: Mapping[str, pl.DataFrame] = field(default_factory=dict[str, pl.DataFrame])
    lots: tuple[Lot, ...] = ()
    version: int = 0

    def node(self, kind: str) -> pl.DataFrame:
        """Give the frame of a node kind, empty when the network has none."""
        found = self.nodes.get(DOMAIN.node(kind).name)
        return found if found is not None else no_nodes(kind)

    def link(self, kind: str) -> pl.DataFrame:
        """Give the frame of a link kind, empty when the network has none."""
        found = self.links.get(DOMAIN.link(kind).name)
        return found if found is not None else no_links(kind)

    def among(self, ids: pl.Series) -> list[tuple[NodeKind, pl.DataFrame]]:
        """Give, by kind, the nodes that have some ids; a kind that no id is of is not looked at."""
        wanted = ids.drop_nulls().unique()
        kinds = {identifier.partition(":")[0] for identifier in wanted.to_list()}
        chosen = pl.col("id").is_in(wanted.implode())
        return [(kind, self.node(kind.name).filter(chosen)) for kind in DOMAIN.nodes if kind.name in kinds]

    def counts(self) -> dict[str, int]:
        """Count nodes and links by kind, in the order of the schema."""
        frames = {**self.nodes, **self.links}
        return {kind.name: frames[kind.name].height if kind.name in frames else 0 for kind in (*DOMAIN.nodes, *DOMAIN.links)}

    def row(self, identifier: str) -> dict[str, Any]:
        """Give the properties of one node by its id, with `declared`, `lot`, `table` and `line`."""
        kind = DOMAIN.kind_of(identifier)
        found = self.node(kind.name).filter(pl.col("id") == identifier)
        if found.is_empty():
            raise UnknownName(f"{kind.label} « {identifier.partition(':')[2]} » : inconnu dans ce réseau.")
        return found.row(0, named=True)

    @cached_property
    def captions(self) -> pl.DataFrame:
        """Give id, kind and caption of every node; a node without a name is called by its key."""
        frames = [
            self.node(kind.name).select("id", pl.lit(kind.name).alias("kind"), caption_of(kind).alias("caption")) for kind in DOMAIN.nodes
        ]
        return pl.concat(frames)

    @cached_property
    def names(self) -> dict[str, str]:
        """Give the caption of every node by its id, made once."""
        return dict(self.captions.select("id", "caption").iter_rows())

    def caption(self, identifier: str) -> str:
        """Give the name a reader knows a node by."""
        row = self.row(identifier)
        kind = DOMAIN.kind_of(identifier)
        key, name = identifier.partition(":")[2].removeprefix("~"), row[kind.caption]
        return f"{key} : {name}" if name and kind.keyed_caption else str(name or key)

    def full_caption(self, identifier: str) -> str:
        """Give the name of a node; that of a convention with its sides, for many have the same object."""
        caption = self.caption(identifier)
        if not identifier.startswith(f"{CONVENTION.name}:"):
            return caption
        mine = self.sides.filter(pl.col("convention") == identifier)
        ends = [", ".join(sorted(map(self.caption, mine[end].unique().to_list()))) for end in ("establishment", "partner")]
        return f"{caption} ({' et '.join(ends)})" if mine.height else caption

    def named(self, frame: pl.DataFrame, *columns: str) -> pl.DataFrame:
        """Add to a frame of ids the captions of `columns`, as `<column>_name`."""
        names = self.captions.select("id", "caption")
        for column in columns:
            frame = frame.join(names.rename({"id": column, "caption": f"{column}_name"}), on=column, how="left", maintain_order="left")
        return frame

    @cached_property
    def sides(self) -> pl.DataFrame:
        """Give convention, establishment and partner for each pair that a convention joins.

        Partners are the signatories that are not establishments; a convention between establishments only gives both pairs.
        """
        signs = self.link(SIGNS.name).filter(pl.col("target").str.starts_with(f"{CONVENTION.name}:")).select("source", "target")
        schools = signs.filter(pl.col("source").str.starts_with(f"{ESTABLISHMENT.name}:"))
        others = signs.filter(~pl.col("source").str.starts_with(f"{ESTABLISHMENT.name}:"))
        between = schools.join(others, on="target", how="anti")
        partners = pl.concat([others, between]).rename({"source": "partner", "target": "convention"})
        pairs = schools.rename({"source": "establishment", "target": "convention"}).join(partners, on="convention", maintain_order="left")
        return pairs.filter(pl.col("establishment") != pl.col("partner")).select("convention", "establishment", "partner")

    def place(self, lot: int | None, table: int | None, line: int | None) -> str:
        """Say in French where a statement stands: file, sheet, line."""
        found = self._lots.get(lot or 0)
        if found is None:
            return ""
        if table is None or not 0 <= table < len(found.origins):
            return found.title
        return found.origins[table].place(line)

    @cached_property
    def _lots(self) -> dict[int, Lot]:
        return {lot.number: lot for lot in self.lots}

    def places(self, frame: pl.DataFrame) -> pl.Series:
        """Say where each row of a frame with lot, table and line stands."""
        keys = frame.select(list(PLACE)).rows()
        return pl.Series("place", [self.place(*key) for key in keys], dtype=pl.String)

    def links_of(self, identifier: str) -> dict[str, pl.DataFrame]:
        """Give, by kind, the links that touch a node."""
        touching = {
            kind: frame.filter((pl.col("source") == identifier) | (pl.col("target") == identifier)) for kind, frame in self.links.items()
        }
        return {kind: frame for kind, frame in touching.items() if frame.height}

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is known."""
        return all(frame.is_empty() for frame in self.nodes.values())
