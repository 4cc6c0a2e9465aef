"""A network studied on a date, and what each part of it holds: the frames that indicators are counted from.

A part is an establishment, a territory, a campus, a network, a filière or the whole. Indicators are counted for every part of a kind
at once: the rank of one among its peers comes with it. For a filière, only what concerns it counts: conventions that cover it, partners
that work in it.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import polars as pl

from netmap.domain import (
    CAMPUS,
    COVERS,
    ESTABLISHMENT,
    FILIERE,
    LOCATED_IN,
    MEMBER_OF,
    NETWORK,
    ORGANISATION,
    TEACHES,
    TERRITORY,
    WORKS_IN,
)
from netmap.measures.betweenness import Passing, betweenness
from netmap.measures.graph import Actors, actors_of
from netmap.measures.sparse import Ints
from netmap.measures.structure import Cuts, core_numbers, cuts
from netmap.measures.ties import Ties, paired
from netmap.network import Network

WHOLE = ""
APART = "\x1f"
_BY_LINK = {TERRITORY.name: LOCATED_IN, CAMPUS.name: MEMBER_OF, NETWORK.name: MEMBER_OF, FILIERE.name: TEACHES}


@dataclass(frozen=True)
class Study:
    """Hold a network on a date and every measure of it, computed once, when it is first asked for."""

    network: Network
    on: date
    _parts: dict[str, "Parts"] = field(default_factory=dict[str, "Parts"], compare=False, repr=False)

    @cached_property
    def ties(self) -> Ties:
        """Give the ties of the date."""
        return Ties(self.network, self.on)

    @cached_property
    def actors(self) -> Actors:
        """Give the graph of the whole network: establishments, tied or not, and their partners."""
        return actors_of(self.network.node(ESTABLISHMENT.name)["id"], self.ties.pairs)

    @cached_property
    def passing(self) -> Passing:
        """Count the shortest ways through each actor."""
        return betweenness(self.actors.graph)

    @cached_property
    def cuts(self) -> Cuts:
        """Find the actors and ties whose loss cuts the network."""
        return cuts(self.actors.graph)

    @cached_property
    def core(self) -> Ints:
        """Give the core number of each actor."""
        return core_numbers(self.actors.graph)

    def parts(self, kind: str) -> "Parts":
        """Give the parts of a kind; "" for the whole network."""
        if kind not in self._parts:
            self._parts[kind] = Parts(self, kind)
        return self._parts[kind]


@dataclass(frozen=True)
class Parts:
    """Hold, for every part of a kind, its establishments and their ties; `scope` is the id of the part in each frame."""

    study: Study
    kind: str

    @cached_property
    def members(self) -> pl.DataFrame:
        """Give the establishments of each part: scope, establishment."""
        network = self.study.network
        every = network.node(ESTABLISHMENT.name)["id"].alias("establishment").to_frame()
        if self.kind == WHOLE:
            return every.select(pl.lit(WHOLE).alias("scope"), "establishment")
        if self.kind == ESTABLISHMENT.name:
            return every.select(pl.col("establishment").alias("scope"), "establishment")
        links = network.link(_BY_LINK[self.kind].name).select(pl.col("target").alias("scope"), pl.col("source").alias("establishment"))
        known = links.filter(
            pl.col("scope").str.starts_with(f"{self.kind}:") & pl.col("establishment").str.starts_with(f"{ESTABLISHMENT.name}:")
        )
        return known.unique(maintain_order=True)

    @cached_property
    def sides(self) -> pl.DataFrame:
        """Give what conventions of every state join: scope, establishment, partner, and the columns of the convention."""
        joined = self.members.join(self.study.ties.sides, on="establishment", maintain_order="left_right")
        if self.kind != FILIERE.name:
            return joined
        covers = self.study.network.link(COVERS.name).select(pl.col("target").alias("scope"), pl.col("source").alias("convention"))
        covered = joined.join(covers.unique(), on=["scope", "convention"], how="semi")
        return pl.concat([covered, joined.join(self._working, on=["scope", "partner"], how="semi")]).unique(maintain_order=True)

    @cached_property
    def partnerships(self) -> pl.DataFrame:
        """Give partnerships without convention: scope, establishment, partner, since, known_by, last_news_on."""
        joined = self.members.join(self.study.ties.partnerships, on="establishment", maintain_order="left_right")
        return joined.join(self._working, on=["scope", "partner"], how="semi") if self.kind == FILIERE.name else joined

    @cached_property
    def _working(self) -> pl.DataFrame:
        works = self.study.network.link(WORKS_IN.name).filter(pl.col("source").str.starts_with(f"{ORGANISATION.name}:"))
        return works.select(pl.col("target").alias("scope"), pl.col("source").alias("partner")).unique()

    @cached_property
    def pairs(self) -> pl.DataFrame:
        """Give the ties of each part: scope, establishment, partner, conventions (in force), partnership."""
        return paired(self.sides, self.partnerships, "scope")

    @cached_property
    def scopes(self) -> pl.DataFrame:
        """Give every part of the kind that has an establishment, and how many: scope, establishments."""
        return self.members.group_by("scope", maintain_order=True).agg(pl.len().cast(pl.Int64).alias("establishments"))

    @cached_property
    def actors(self) -> Actors:
        """Give one graph for all parts, an actor standing once in each: its ids end by the id of the part."""
        mark = pl.lit(APART)
        schools = self.members.select(pl.concat_str("establishment", mark, "scope"))["establishment"]
        pairs = self.pairs.with_columns(*(pl.concat_str(end, mark, "scope").alias(end) for end in ("establishment", "partner")))
        return actors_of(schools, pairs)

    @cached_property
    def vertices(self) -> pl.DataFrame:
        """Give the vertices of `actors` that are establishments of the part: number, scope, establishment, group (connected)."""
        held = self.actors.ids.to_frame().with_row_index("number").with_columns(pl.Series("group", self.actors.graph.labels))
        named = self.members.with_columns(pl.concat_str("establishment", pl.lit(APART), "scope").alias("id"))
        return named.join(held, on="id").select(pl.col("number").cast(pl.Int64), "scope", "establishment", "group")

    @cached_property
    def size(self) -> pl.DataFrame:
        """Give the size of each part: scope, size; pupils for an establishment (null when not said), establishments otherwise."""
        if self.kind != ESTABLISHMENT.name:
            return self.scopes.select("scope", pl.col("establishments").alias("size"))
        return self.study.network.node(ESTABLISHMENT.name).select(
            pl.col("id").alias("scope"), pl.col("pupils").cast(pl.Int64).alias("size")
        )
