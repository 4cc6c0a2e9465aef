"""What if they left? Establishments left alone, filières no longer reached, conventions to replace, who could take over.

Nothing is changed in the network: the ties of those who leave are left out of a copy. A group leaves with all that is part of it. A
person leaves with what is followed by that function alone: those relations are lost only if nobody takes them up.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from netmap.domain import (
    CAMPUS,
    COVERS,
    DELEGATION,
    ESTABLISHMENT,
    FILIERE,
    MEMBER_OF,
    NETWORK,
    ORGANISATION,
    PART_OF,
    TEACHES,
    WORKS_IN,
)
from netmap.errors import UnknownName
from netmap.matching.trees import walked
from netmap.matching.units import BODIES
from netmap.measures.graph import actors_of
from netmap.measures.study import Study
from netmap.measures.ties import paired
from netmap.values import fold_text

ACTORS = (ORGANISATION.name, CAMPUS.name, NETWORK.name, DELEGATION.name, ESTABLISHMENT.name)
_ENDS = ("establishment", "partner")
_GROUPS = rf"^(?:{CAMPUS.name}|{NETWORK.name}):"
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Contact:
    """Name a person by what is known of one: a function, in an establishment ("" for everywhere)."""

    function: str
    establishment: str = ""


@dataclass(frozen=True)
class Departure:
    """Hold a supposed departure: the study, the actors who leave (groups spread out), the persons who leave."""

    study: Study
    leaving: tuple[str, ...]
    contacts: tuple[Contact, ...] = ()

    @cached_property
    def _gone(self) -> pl.Expr:
        names = list(self.leaving)
        return pl.any_horizontal(*(pl.col(end).is_in(names) for end in _ENDS))

    @cached_property
    def sides(self) -> pl.DataFrame:
        """Give what conventions still join."""
        return self.study.ties.sides.filter(~self._gone & ~self._followed("contact"))

    @cached_property
    def partnerships(self) -> pl.DataFrame:
        """Give the partnerships without convention that are left."""
        return self.study.ties.partnerships.filter(~self._gone & ~self._followed("known_by"))

    def _followed(self, column: str) -> pl.Expr:
        said = [pl.lit(value=False)]
        for contact in self.contacts:
            mine = pl.col(column).map_elements(fold_text, return_dtype=pl.String) == fold_text(contact.function)
            here = pl.lit(value=True) if not contact.establishment else pl.col("establishment") == contact.establishment
            said.append(mine.fill_null(value=False) & here)
        return pl.any_horizontal(*said)

    @cached_property
    def pairs(self) -> pl.DataFrame:
        """Give the ties that are left: establishment, partner, conventions, partnership."""
        return paired(self.sides, self.partnerships)

    @cached_property
    def lost(self) -> pl.DataFrame:
        """Give the ties that are lost whole: establishment, partner, conventions, partnership."""
        return self.study.ties.pairs.join(self.pairs, on=_ENDS, how="anti", maintain_order="left")

    @cached_property
    def staying(self) -> pl.Series:
        """Give the establishments that do not leave."""
        every = self.study.network.node(ESTABLISHMENT.name)["id"]
        return every.filter(~every.is_in(list(self.leaving)))

    @cached_property
    def isolated(self) -> pl.Series:
        """Give the establishments that had a live partner and have none left."""
        before, after = self.study.ties.pairs["establishment"].unique(), self.pairs["establishment"].unique()
        alone = before.filter(~before.is_in(after.implode()) & before.is_in(self.staying.implode()))
        return alone.sort()

    @cached_property
    def conventions(self) -> pl.DataFrame:
        """Give the conventions in force that lose a side: convention, establishment, partner, last_end, others (partners who stay)."""
        live = self.study.ties.sides.filter("live")
        gone = live.join(self.sides, on=["convention", *_ENDS], how="anti").filter(pl.col("establishment").is_in(self.staying.implode()))
        left = self.sides.group_by("convention").agg(pl.col("partner").n_unique().cast(pl.Int64).alias("others"))
        told = gone.join(left, on="convention", how="left").with_columns(pl.col("others").fill_null(0))
        return told.select("convention", *_ENDS, "last_end", "others").sort("last_end", "convention", *_ENDS, nulls_last=True)

    @cached_property
    def unsure(self) -> pl.DataFrame:
        """Give the conventions whose dates are unknown and that lose a side: nobody can say whether they are in force."""
        asked = self.study.ties.sides.filter("unknown")
        gone = asked.join(self.sides, on=["convention", *_ENDS], how="anti").filter(pl.col("establishment").is_in(self.staying.implode()))
        return gone.select("convention", *_ENDS).sort("convention", *_ENDS)

    @cached_property
    def uncovered(self) -> pl.DataFrame:
        """Give the filières taught that were reached by a live tie and no longer are: establishment, filiere."""
        keys = ["establishment", "filiere"]
        before = self._reached(self.study.ties.sides, self.study.ties.pairs)
        after = self._reached(self.sides, self.pairs)
        gone = before.join(after, on=keys, how="anti").filter(pl.col("establishment").is_in(self.staying.implode()))
        return gone.sort(keys)

    @cached_property
    def _works(self) -> pl.DataFrame:
        links = self.study.network.link(WORKS_IN.name).select(pl.col("source").alias("partner"), pl.col("target").alias("filiere"))
        return links.unique()

    @cached_property
    def _taught(self) -> pl.DataFrame:
        links = self.study.network.link(TEACHES.name).select(pl.col("source").alias("establishment"), pl.col("target").alias("filiere"))
        return links.unique()

    def _reached(self, sides: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
        keys = ["establishment", "filiere"]
        covers = self.study.network.link(COVERS.name).filter(pl.col("target").str.starts_with(f"{FILIERE.name}:"))
        named = sides.filter("live").join(
            covers.select(pl.col("source").alias("convention"), pl.col("target").alias("filiere")), on="convention"
        )
        implied = pairs.join(self._works, on="partner")
        return pl.concat([named.select(keys), implied.select(keys)]).unique().join(self._taught, on=keys, how="semi")

    @cached_property
    def memberships(self) -> pl.DataFrame:
        """Give the memberships of campuses and networks that end.

        Gives establishment or organisation (`member`), `group`, `left` (groups it stays in), `others` (groups, not left, that it is not
        in and that carry a filière it teaches or works in).
        """
        network, names = self.study.network, list(self.leaving)
        named = pl.col("source").alias("member"), pl.col("target").alias("group")
        member = network.link(MEMBER_OF.name).filter(pl.col("target").str.contains(_GROUPS)).select(named)
        ended = member.filter(pl.col("member").is_in(names) | pl.col("group").is_in(names)).unique()
        staying = (
            member.join(ended, on=["member", "group"], how="anti").group_by("member").agg(pl.col("group").unique().sort().alias("left"))
        )
        # Who leaves needs no other group: only those who lose theirs do.
        lost = ended.filter(~pl.col("member").is_in(names))
        filieres = pl.concat([network.link(kind.name).select(pl.col("source").alias("member"), "target") for kind in (TEACHES, WORKS_IN)])
        carried = network.link(COVERS.name).filter(pl.col("source").str.contains(_GROUPS) & ~pl.col("source").is_in(names))
        able = filieres.join(lost.select("member").unique(), on="member").join(
            carried.select(pl.col("source").alias("group"), "target"), on="target"
        )
        able = able.select("member", "group").unique().join(member, on=["member", "group"], how="anti")
        others = able.group_by("member").agg(pl.col("group").sort().alias("others"))
        told = ended.join(staying, on="member", how="left").join(others, on="member", how="left")
        return told.with_columns(pl.col("left", "others").fill_null([])).sort("group", "member")

    @cached_property
    def untied(self) -> pl.Series:
        """Give the partners who stay and would have no live tie left."""
        before, after = self.study.ties.pairs["partner"].unique(), self.pairs["partner"].unique()
        return before.filter(~before.is_in(after.implode()) & ~before.is_in(list(self.leaving))).sort()

    @cached_property
    def successors(self) -> pl.DataFrame:
        """Give who else follows relations where a person leaves: establishment, function, relations; the busiest first."""
        if not self.contacts:
            return functions(self.study).clear()
        here = pl.concat([self.conventions["establishment"], self.lost["establishment"]]).unique()
        words = [fold_text(contact.function) for contact in self.contacts]
        others = functions(self.study).filter(pl.col("establishment").is_in(here.implode()))
        gone = pl.col("function").map_elements(fold_text, return_dtype=pl.String).is_in(words)
        return others.filter(~gone).sort(["establishment", "relations", "function"], descending=[False, True, False])

    def joined(self, *, after: bool) -> tuple[int, int]:
        """Count the establishments of the greatest group, and the groups of two establishments or more."""
        pairs = self.pairs if after else self.study.ties.pairs
        graph = actors_of(self.staying if after else self.study.network.node(ESTABLISHMENT.name)["id"], pairs).graph
        if not graph.schools:
            return 0, 0
        sizes = pl.Series(graph.labels[: graph.schools]).value_counts()["count"]
        return int(sizes.max() or 0), int((sizes > 1).sum())  # pyright: ignore[reportArgumentType]


def departure(study: Study, actors: tuple[str, ...], contacts: tuple[Contact, ...] = (), *, groups: bool = True) -> Departure:
    """Suppose that actors and persons leave; with `groups`, an organisation leaves with all that is part of it."""
    if not actors and not contacts:
        raise UnknownName("Dites qui partirait : un partenaire, un groupe, un campus, ou une fonction.")
    leaving = dict.fromkeys(actors)
    if groups:
        leaving |= dict.fromkeys(group_of(study, actors))
    return Departure(study, tuple(leaving), contacts)


def group_of(study: Study, actors: tuple[str, ...]) -> list[str]:
    """Give all that speaks for organisations: sites, subsidiaries, bodies of a federation, however deep; never its members."""
    ours = [pl.col(end).str.starts_with(f"{ORGANISATION.name}:") for end in ("source", "target")]
    network = study.network
    bodies = network.node(ORGANISATION.name).filter(pl.col("category").is_in(BODIES))["id"]
    part = network.link(PART_OF.name).filter(*ours).select("source", "target")
    member = network.link(MEMBER_OF.name).filter(*ours, pl.col("source").is_in(bodies.implode())).select("source", "target")
    edges = pl.concat([part, member]).unique(maintain_order=True)
    down = edges.select(pl.col("target").alias("unit"), pl.col("source").alias("next"), pl.lit(value=False).alias("_member"))
    return walked(pl.Series(actors, dtype=pl.String), down)["unit"].unique(maintain_order=True).to_list()


def functions(study: Study) -> pl.DataFrame:
    """Give the functions that follow conventions or partnerships in force: establishment, function, relations."""
    signed = study.ties.sides.filter("live").select("establishment", pl.col("contact").alias("function"), "partner")
    known = study.ties.partnerships.select("establishment", pl.col("known_by").alias("function"), "partner")
    said = pl.concat([signed, known]).filter(pl.col("function").is_not_null())
    counts = said.group_by("establishment", "function").agg(pl.col("partner").n_unique().cast(pl.Int64).alias("relations"))
    return counts.sort(["relations", "establishment", "function"], descending=[True, False, False])


def check_contacts(study: Study, contacts: tuple[Contact, ...]) -> None:
    """Refuse a function that follows nothing, whatever its state: a word typed otherwise must not pass for a loss of nothing."""
    signed = study.ties.sides.select("establishment", pl.col("contact").alias("function"))
    known = study.ties.partnerships.select("establishment", pl.col("known_by").alias("function"))
    said = pl.concat([signed, known]).drop_nulls("function").unique()
    for contact in contacts:
        here = said if not contact.establishment else said.filter(pl.col("establishment") == contact.establishment)
        names = here["function"].unique().sort().to_list()
        if fold_text(contact.function) not in map(fold_text, names):
            where = f" pour {study.network.caption(contact.establishment)}" if contact.establishment else ""
            listed = f"Fonctions connues : {' ; '.join(names[:_NAMED])}." if names else "Aucune fonction n’y est dite."
            raise UnknownName(f"« {contact.function} » ne suit aucune convention ni aucun partenariat{where}. {listed}")


def lost_rows(one: Departure, scope: pl.Series | None = None) -> dict[str, Any]:
    """Count what a departure costs: establishments alone, filières, conventions, ties; within some establishments if given."""

    def kept(frame: pl.DataFrame) -> pl.DataFrame:
        return frame if scope is None else frame.filter(pl.col("establishment").is_in(scope.implode()))

    alone = one.isolated if scope is None else one.isolated.filter(one.isolated.is_in(scope.implode()))
    members = one.memberships if scope is None else one.memberships.filter(pl.col("member").is_in(scope.implode()))
    frames = {"uncovered": one.uncovered, "conventions": one.conventions, "unsure": one.unsure, "ties": one.lost}
    told = {name: kept(frame) for name, frame in {**frames, "successors": one.successors}.items()}
    untied = one.untied.filter(one.untied.is_in(told["ties"]["partner"].implode()))
    return {"isolated": alone, "untied": untied, "memberships": members, **told}
