"""Groups and federations as trees of legal units: who stands above whom, however deep, several parents allowed.

What is said in a circle is followed once and reported (`Trees.cycles`), never for ever. A company that is a member of a federation
is not its parent's body: it is concerned by what the federation signs, the federation is not by what the company signs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from netmap.domain import MEMBER_OF, ORGANISATION, PART_OF
from netmap.matching.units import Units
from netmap.network import Network

SITE = "site"
_PATH = {
    "anchor": pl.String(),
    "unit": pl.String(),
    "via": pl.String(),
    "depth": pl.Int32(),
    "member": pl.Boolean(),
    "mixed": pl.Boolean(),
}


@dataclass(frozen=True)
class Trees:
    """Hold the edges between units: `child`, `parent`, `member` (a membership), `body` (what is above speaks for it)."""

    edges: pl.DataFrame

    def below(self, anchors: pl.Series) -> pl.DataFrame:
        """Give every unit under each anchor: anchor, unit, via (the next unit up), depth, member, mixed.

        `mixed` tells a way that goes up a group, then joins a federation: the subsidiary itself is no member.
        """
        edges = self.edges.select(pl.col("parent").alias("unit"), pl.col("child").alias("next"), (~pl.col("body")).alias("_member"))
        return walked(anchors, edges)

    def above(self, anchors: pl.Series) -> pl.DataFrame:
        """Give every unit that stands above each anchor and that speaks for it: anchor, unit, via, depth."""
        edges = self.edges.filter("body").select(
            pl.col("child").alias("unit"), pl.col("parent").alias("next"), pl.lit(value=False).alias("_member")
        )
        return walked(anchors, edges)

    def over(self, anchors: pl.Series) -> pl.DataFrame:
        """Give every unit above each anchor, memberships included: anchor, unit, via, depth."""
        return walked(
            anchors, self.edges.select(pl.col("child").alias("unit"), pl.col("parent").alias("next"), (~pl.col("body")).alias("_member"))
        )

    def lines(self) -> pl.DataFrame:
        """Give, for the units that have a parent which speaks for them, every unit above: unit, above."""
        return self.above(self.edges.filter("body")["child"].unique()).select(pl.col("anchor").alias("unit"), pl.col("unit").alias("above"))

    @cached_property
    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """Give the units that stand above themselves, circle by circle."""
        return circles(self.edges.select("child", "parent").iter_rows())

    @cached_property
    def several_parents(self) -> Mapping[str, tuple[str, ...]]:
        """Give the units that are part of several groups."""
        parents = self.edges.filter(~pl.col("member")).group_by("child").agg(pl.col("parent").unique().sort())
        several = parents.filter(pl.col("parent").list.len() > 1).sort("child")
        return {child: tuple(found) for child, found in several.iter_rows()}


def trees_of(network: Network, units: Units) -> Trees:
    """Read groups (part of, other than sites) and federations (member of) between legal units."""
    part = _between(network.link(PART_OF.name).filter(pl.col("nature").ne_missing(SITE)))
    member = _between(network.link(MEMBER_OF.name))
    if part.is_empty() and member.is_empty():
        return Trees(pl.DataFrame(schema={"child": pl.String, "parent": pl.String, "member": pl.Boolean, "body": pl.Boolean}))
    stated = pl.concat([part.with_columns(pl.lit(value=False).alias("member")), member.with_columns(pl.lit(value=True).alias("member"))])
    known = units.frame.select("id", "unit", "body")
    edges = (
        stated.join(known.rename({"id": "source", "unit": "child"}), on="source")
        .join(known.select(pl.col("id").alias("target"), pl.col("unit").alias("parent")), on="target")
        .filter(pl.col("child") != pl.col("parent"))
        .select("child", "parent", "member", (~pl.col("member") | pl.col("body")).alias("body"))
        .sort("child", "parent", "member")
        .unique(["child", "parent"], keep="first", maintain_order=True)
    )
    return Trees(edges)


def circles(edges: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Give the circles of a directed graph: its strongly connected parts of several nodes, in order."""
    every = list(edges)
    if not every:
        return ()
    import networkx as nx  # noqa: PLC0415 - only where circles are looked for

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(every)
    return tuple(sorted(tuple(sorted(part)) for part in nx.strongly_connected_components(graph) if len(part) > 1))


def way(steps: Mapping[tuple[str, str], str | None], anchor: str, unit: str) -> list[str]:
    """Give the units from `unit` to `anchor`, both included, by the `via` of each step."""
    found, here = [unit], unit
    while here != anchor:
        following = steps.get((anchor, here))
        if following is None or following in found:
            return found
        here = following
        found.append(here)
    return found


def _between(links: pl.DataFrame) -> pl.DataFrame:
    ours = [pl.col(end).str.starts_with(f"{ORGANISATION.name}:") for end in ("source", "target")]
    return links.filter(*ours).select("source", "target")


def walked(anchors: pl.Series, edges: pl.DataFrame, most: int | None = None) -> pl.DataFrame:
    """Walk from each anchor along edges (unit, next, _member), each unit reached once, by the shortest way; `most` bounds its steps."""
    if edges.is_empty() or anchors.is_empty():
        return pl.DataFrame(schema=_PATH)
    start = anchors.unique().alias("anchor")
    front = pl.DataFrame({"anchor": start, "unit": start}).with_columns(
        pl.lit(None, dtype=pl.String).alias("via"),
        pl.lit(0, dtype=pl.Int32).alias("depth"),
        pl.lit(value=False).alias("member"),
        pl.lit(value=False).alias("mixed"),
    )
    front = front.join(edges.select("unit").unique(), on="unit", how="semi")
    reached = [front]
    seen = front.select("anchor", "unit")
    while front.height and (most is None or len(reached) <= most):
        stepped = (
            front.join(edges, on="unit")
            .select(
                "anchor",
                pl.col("next").alias("unit"),
                pl.col("unit").alias("via"),
                pl.col("depth") + 1,
                pl.col("member") | pl.col("_member"),
                (pl.col("mixed") | (pl.col("member") & ~pl.col("_member"))).alias("mixed"),
            )
            .join(seen, on=["anchor", "unit"], how="anti")
            .sort("anchor", "unit", "mixed", "member", "via")
            .unique(["anchor", "unit"], keep="first", maintain_order=True)
        )
        reached.append(stepped)
        seen = pl.concat([seen, stepped.select("anchor", "unit")])
        front = stepped
    return pl.concat(reached).filter(pl.col("depth") > 0)
