"""What is known of some establishments on a date, laid out for evidence: conventions, partners, actions, belongings; one frame each.

Every frame has `establishment` first and, where it comes from a line, `lot`, `table`, `line`.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

import polars as pl

from netmap.domain import (
    ACTION,
    CAMPUS,
    CONVENTION,
    COVERS,
    ESTABLISHMENT,
    FILIERE,
    INFORMED,
    MEMBER_OF,
    NETWORK,
    ORGANISATION,
    PARTNER_OF,
    RELIES_ON,
    REPLACES,
    SIGNS,
    SUPPORTS,
    TAKES_PART_IN,
    TEACHES,
)
from netmap.lifecycle import is_live, with_state
from netmap.network import PLACE, Network
from netmap.reference.evidence import DROP_OUT_CATEGORIES, DROP_OUT_WORDS
from netmap.values import fold_column

SCHOOL = "etablissement"
DONE = "realisee"


class Ground:
    """Hold a network as its evidence is looked for: the establishments asked about, and the date."""

    def __init__(self, network: Network, schools: Sequence[str], on: date) -> None:
        self.network = network
        self.schools = tuple(dict.fromkeys(schools))
        self.on = on

    @cached_property
    def establishments(self) -> pl.DataFrame:
        """Give the establishments themselves, in the order asked."""
        order = pl.DataFrame({"id": self.schools}, schema={"id": pl.String})
        held = order.join(self.network.node(ESTABLISHMENT.name), on="id", how="left", maintain_order="left")
        return held.rename({"id": "establishment"})

    @cached_property
    def conventions(self) -> pl.DataFrame:
        """Give every convention an establishment signs, with its state on the date and `live`; `dated` is the last day known of it."""
        signs = self._of(SIGNS.name, CONVENTION.name)
        framed = with_state(self.network.node(CONVENTION.name).filter(pl.col("id").is_in(signs["id"].unique().implode())), self.on)
        days = [pl.when(pl.col(name) <= self.on).then(name) for name in ("last_news_on", "signed_on", "starts_on")]
        framed = framed.with_columns(is_live().alias("live"), pl.max_horizontal(days).alias("dated"))
        return signs.join(framed, on="id", maintain_order="left")

    @cached_property
    def live(self) -> pl.DataFrame:
        """Give the conventions in force."""
        return self.conventions.filter("live")

    @cached_property
    def partners(self) -> pl.DataFrame:
        """Give establishment, convention, partner, its category and whether the convention is in force."""
        ours = self.conventions.select("establishment", pl.col("id").alias("convention"), "live", "themes", "dated")
        pairs = ours.join(self.network.sides, on=["establishment", "convention"], maintain_order="left")
        return self._categorised(pairs)

    @cached_property
    def partnerships(self) -> pl.DataFrame:
        """Give the partnerships without convention known by the date: establishment, partner, its category, themes, dates, line."""
        links = self.network.link(PARTNER_OF.name).filter(pl.col("source").is_in(list(self.schools)))
        known = links.filter(pl.col("since").is_null() | (pl.col("since") <= self.on))
        days = [pl.when(pl.col(name) <= self.on).then(name) for name in ("last_news_on", "since")]
        named = known.rename({"source": "establishment", "target": "partner"}).with_columns(pl.max_horizontal(days).alias("dated"))
        return self._categorised(named)

    @cached_property
    def active(self) -> pl.DataFrame:
        """Give each active partner of each establishment once: `under` tells whether a convention in force ties them; its category.

        A partner is active by a convention in force, or by a partnership without convention.
        """
        under = self.partners.filter("live").select("establishment", "partner", "category", pl.lit(value=True).alias("under"))
        free = self.partnerships.select("establishment", "partner", "category", pl.lit(value=False).alias("under"))
        both = pl.concat([under, free])
        return both.group_by("establishment", "partner", maintain_order=True).agg(pl.col("category").first(), pl.col("under").any())

    @cached_property
    def actions(self) -> pl.DataFrame:
        """Give the actions an establishment takes part in, `done` when said done by the date."""
        takes = self._of(TAKES_PART_IN.name, ACTION.name)
        held = takes.join(self.network.node(ACTION.name), on="id", maintain_order="left")
        past = pl.col("on").is_null() | (pl.col("on") <= self.on)
        return held.with_columns(((pl.col("state") == DONE).fill_null(value=False) & past).alias("done"))

    @cached_property
    def done(self) -> pl.DataFrame:
        """Give the actions done."""
        return self.actions.filter("done")

    @cached_property
    def action_partners(self) -> pl.DataFrame:
        """Give action and partner of the actions of the establishments."""
        links = self.network.link(TAKES_PART_IN.name).filter(pl.col("source").str.starts_with(f"{ORGANISATION.name}:"))
        ours = links.filter(pl.col("target").is_in(self.actions["id"].unique().implode()))
        return ours.select(pl.col("target").alias("action"), pl.col("source").alias("partner"))

    @cached_property
    def memberships(self) -> pl.DataFrame:
        """Give the campuses and networks an establishment belongs to, with the kind of network, and the line that says so."""
        links = self.network.link(MEMBER_OF.name).filter(pl.col("source").is_in(list(self.schools)))
        kinds = [f"{CAMPUS.name}:", f"{NETWORK.name}:"]
        ours = links.filter(pl.any_horizontal(pl.col("target").str.starts_with(kind) for kind in kinds))
        sorts = self.network.node(NETWORK.name).select("id", pl.col("kind").alias("sort"))
        named = ours.rename({"source": "establishment", "target": "id"}).select("establishment", "id", *PLACE)
        return named.join(sorts, on="id", how="left", maintain_order="left")

    @cached_property
    def taught(self) -> pl.DataFrame:
        """Give the filières an establishment teaches."""
        return self._links(TEACHES.name, FILIERE.name).rename({"source": "establishment", "target": "filiere"})

    @cached_property
    def covered(self) -> pl.DataFrame:
        """Give the filières taught that a convention in force covers: establishment, filiere, convention."""
        covers = self.network.link(COVERS.name).select(pl.col("source").alias("id"), pl.col("target").alias("filiere"))
        ours = self.live.select("establishment", "id").join(covers, on="id", maintain_order="left")
        return ours.join(self.taught.select("establishment", "filiere"), on=["establishment", "filiere"], how="semi", maintain_order="left")

    @cached_property
    def frameworks(self) -> pl.DataFrame:
        """Give the conventions in force that rely on a framework agreement, with it and the line that says so."""
        links = self.network.link(RELIES_ON.name).select(pl.col("source").alias("id"), pl.col("target").alias("framework"), *PLACE)
        return self.live.select("establishment", "id", "dated").join(links, on="id", maintain_order="left")

    @cached_property
    def informed(self) -> pl.DataFrame:
        """Give the conventions in force that a delegation was informed of by the date, with it, the day and the line."""
        links = self.network.link(INFORMED.name).filter(pl.col("on").is_null() | (pl.col("on") <= self.on))
        told = links.select(pl.col("source").alias("id"), pl.col("target").alias("delegation"), pl.col("on").alias("told_on"), *PLACE)
        return self.live.select("establishment", "id").join(told, on="id", maintain_order="left")

    @cached_property
    def replacing(self) -> pl.Series:
        """Give the ids of the conventions that take the place of another."""
        links = self.network.link(REPLACES.name)
        return links.filter(pl.col("source").str.starts_with(f"{CONVENTION.name}:"))["source"].unique(maintain_order=True)

    @cached_property
    def supports(self) -> pl.DataFrame:
        """Give what supports which criterion: element, criterion id, and the line that says so."""
        links = self.network.link(SUPPORTS.name)
        ours = pl.concat([self.conventions["id"], self.actions["id"]]).unique()
        return links.filter(pl.col("source").is_in(ours.implode())).rename({"source": "id", "target": "criterion"})

    @cached_property
    def against_drop_out(self) -> pl.Series:
        """Give the ids of the actors whose category or name says a role against drop-out."""
        held = self.network.node(ORGANISATION.name)
        words = fold_column(
            held.select(pl.concat_str(pl.col("name").fill_null(""), pl.lit(" "), pl.col("brand").fill_null(""))).to_series()
        )
        named = words.str.contains(DROP_OUT_WORDS)
        return held.filter(named | held["category"].is_in(list(DROP_OUT_CATEGORIES)).fill_null(value=False))["id"]

    def _of(self, link: str, kind: str) -> pl.DataFrame:
        """Give establishment and id of the elements of a kind that a link joins to the establishments."""
        links = self._links(link, kind).select(pl.col("source").alias("establishment"), pl.col("target").alias("id"))
        order = pl.DataFrame({"establishment": self.schools}, schema={"establishment": pl.String})
        return order.join(links.unique(maintain_order=True), on="establishment", maintain_order="left_right")

    def _links(self, link: str, kind: str) -> pl.DataFrame:
        links = self.network.link(link)
        return links.filter(pl.col("source").is_in(list(self.schools)) & pl.col("target").str.starts_with(f"{kind}:"))

    def _categorised(self, frame: pl.DataFrame) -> pl.DataFrame:
        held = self.network.node(ORGANISATION.name).select(pl.col("id").alias("partner"), "category")
        school = pl.col("partner").str.starts_with(f"{ESTABLISHMENT.name}:")
        joined = frame.join(held, on="partner", how="left", maintain_order="left")
        return joined.with_columns(pl.when(school).then(pl.lit(SCHOOL)).otherwise("category").alias("category"))
