"""The partnerships of establishments, with and without a convention: the facts that the questions about gaps share.

A partnership is an establishment and a partner that a convention joins, or that a file says to be partners without one. Facts are told
twice here, in frames and in Cypher, and judged once: which are alive on a date, which kind of partner, what is not said. An
establishment without any partnership keeps one row, so that denominators count it.
"""

from datetime import date
from typing import LiteralString

import polars as pl

from netmap.domain import (
    CAMPUS,
    CONVENTION,
    COVERS,
    DELEGATION,
    ESTABLISHMENT,
    FILIERE,
    NETWORK,
    ORGANISATION,
    PARTNER_OF,
    TEACHES,
    WORKS_IN,
)
from netmap.domain.vocabulary import CATEGORY
from netmap.lifecycle import State, is_live, with_state
from netmap.network import Network
from netmap.question import Parameter, Params
from netmap.scope import ARE_SIDES, IN_SCOPE, KINDS, SIDES, establishments_in
from netmap.values import choice

DATES = ("status", "starts_on", "ends_on", "duration_months", "renewal", "renewal_months", "max_renewals", "notice_months", "ended_on")
_PARTNER = ("category", "siren", "known_by")
_CONVENTION = ("themes", "contact", "last_news_on", *DATES)
OF_DATES: dict[str, pl.DataType] = {name: CONVENTION.property(name).dtype for name in DATES}
PARTNERSHIP: dict[str, pl.DataType] = {
    **dict.fromkeys(("establishment", "partner"), pl.String()),
    **{name: ORGANISATION.property(name).dtype for name in _PARTNER},
    "convention": pl.String(),
    **{name: CONVENTION.property(name).dtype for name in _CONVENTION},
}
REACH: dict[str, pl.DataType] = {"filiere": pl.String(), **PARTNERSHIP, "reaches": pl.Boolean()}

SCOPE = Parameter(
    name="scope",
    label="Périmètre",
    help="Territoire, campus, réseau, filière ou établissement ; tout le réseau sinon.",
    kind="|".join(KINDS),
)
SCOPE_OF_FILIERES = Parameter(
    name="scope",
    label="Périmètre",
    help="Territoire, campus, réseau ou établissement ; tout le réseau sinon.",
    kind="|".join(kind for kind in KINDS if kind != FILIERE.name),
)

KIND = choice(
    "sorte_partenaire",
    "une sorte de partenaire",
    {**dict(CATEGORY.choices), "etablissement": "Établissement", "campus": "Campus", "reseau": "Réseau", "delegation": "Délégation"},
)
UNKNOWN = "inconnu"
_BY_ID = {ESTABLISHMENT.name: "etablissement", CAMPUS.name: "campus", NETWORK.name: "reseau", DELEGATION.name: "delegation"}


def partnerships(network: Network, params: Params) -> pl.DataFrame:
    """Find each partnership of the establishments of a scope, and each establishment once without partner."""
    ours = establishments_in(network, params["scope"])
    ours = network.node(ESTABLISHMENT.name).filter(pl.col("id").is_in(ours.implode())).select_seq(pl.col("id").alias("establishment"))
    anchors = ours.with_columns_seq(pl.lit(None, dtype=dtype).alias(name) for name, dtype in PARTNERSHIP.items() if name != "establishment")
    return pl.concat([anchors, related(network, ours)])


def reached(network: Network, params: Params) -> pl.DataFrame:
    """Find each filière taught in a scope, and the partnerships of its establishments that reach it, or that name no filière.

    A partnership reaches a filière when its convention covers it or its partner works in it; `reaches` is null when neither names any.
    """
    ours = establishments_in(network, params["scope"])
    taught = network.link(TEACHES.name).select_seq(pl.col("target").alias("filiere"), pl.col("source").alias("establishment"))
    taught = taught.filter(pl.col("establishment").is_in(ours.implode()))
    relations = related(network, taught.select_seq("establishment").unique())
    named = taught, relations, *reaching(network)
    anchors = taught.with_columns_seq(pl.lit(None, dtype=dtype).alias(name) for name, dtype in REACH.items() if name not in taught.columns)
    return pl.concat([frame.select_seq(list(REACH)) for frame in (anchors, reach(*named), silent(*named))])


def related(network: Network, ours: pl.DataFrame) -> pl.DataFrame:
    """Give the partnerships of some establishments."""
    said = network.node(CONVENTION.name).select_seq(pl.col("id").alias("convention"), *_CONVENTION)
    signed = network.sides.join(ours, on="establishment", how="semi").join(said, on="convention", how="left")
    without = network.link(PARTNER_OF.name).select_seq(
        pl.col("source").alias("establishment"),
        pl.col("target").alias("partner"),
        "themes",
        pl.col("known_by").alias("contact"),
        "last_news_on",
        pl.col("since").alias("starts_on"),
    )
    without = without.join(ours, on="establishment", how="semi").filter(pl.col("establishment") != pl.col("partner"))
    partners = network.node(ORGANISATION.name).select_seq(pl.col("id").alias("partner"), *_PARTNER)
    found = pl.concat([signed, without], how="diagonal").join(partners, on="partner", how="left")
    return found.select_seq(pl.col(name).cast(dtype) for name, dtype in PARTNERSHIP.items())


def reaching(network: Network) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the filières that conventions cover, and those that partners work in."""
    covers = network.link(COVERS.name).filter(pl.col("target").str.starts_with(f"{FILIERE.name}:"))
    covered = covers.select_seq(pl.col("source").alias("convention"), pl.col("target").alias("filiere"))
    return covered, network.link(WORKS_IN.name).select_seq(pl.col("source").alias("partner"), pl.col("target").alias("filiere"))


def reach(taught: pl.DataFrame, relations: pl.DataFrame, covered: pl.DataFrame, worked: pl.DataFrame) -> pl.DataFrame:
    """Give the partnerships that reach each filière taught."""
    numbered = relations.select_seq("convention", "partner", "establishment").with_row_index("_row")
    pairs = [
        numbered.select_seq("_row", name, "establishment").join(frame, on=name).join(taught, on=["establishment", "filiere"])
        for name, frame in (("convention", covered), ("partner", worked))
    ]
    hit = pl.concat([pair.select_seq("_row", "filiere") for pair in pairs]).unique()
    return relations[hit["_row"]].with_columns_seq(hit["filiere"], pl.lit(value=True).alias("reaches"))


def silent(taught: pl.DataFrame, relations: pl.DataFrame, covered: pl.DataFrame, worked: pl.DataFrame) -> pl.DataFrame:
    """Give the partnerships that name no filière at all, for each filière taught."""
    said = relations.join(covered, on="convention", how="anti").join(worked, on="partner", how="anti")
    return said.join(taught, on="establishment").with_columns_seq(pl.lit(None, dtype=pl.Boolean).alias("reaches"))


def on_date(facts: pl.DataFrame, on: date) -> pl.DataFrame:
    """Add to facts about partnerships `state`, `live` (null when its dates are unknown) and `kind`, the kind of partner; anchors go.

    A partnership without a convention is alive from its first day; a convention whose dates are unknown is neither alive nor over.
    """
    dated = with_state(facts.filter(pl.col("partner").is_not_null()), on)
    without = pl.col("convention").is_null()
    begun = pl.col("starts_on").is_null() | (pl.col("starts_on") <= on)
    unsure = ~without & (pl.col("state") == str(State.UNKNOWN))
    live = pl.when(without).then(begun).when(unsure).then(pl.lit(None, dtype=pl.Boolean)).otherwise(is_live())
    return dated.with_columns_seq(live.alias("live"), kind_of("partner", "category").alias("kind"))


def share(part: int, whole: int) -> str:
    """Write a share as French does: 12 %; nothing of nothing is ""."""
    return f"{round(100 * part / whole)}\u00a0%" if whole else ""


def kind_of(partner: str, category: str) -> pl.Expr:
    """Give the kind of a partner, by its id or its category; `inconnu` when an organisation says none."""
    said = pl.coalesce(pl.col(category), pl.lit(UNKNOWN))
    for kind, word in _BY_ID.items():
        said = pl.when(pl.col(partner).str.starts_with(f"{kind}:")).then(pl.lit(word)).otherwise(said)
    return said


_SAID: LiteralString = """establishment.id AS establishment, partner.id AS partner, partner.category AS category, partner.siren AS siren,
    partner.known_by AS known_by"""
SAID_DATES: LiteralString = """convention.status AS status, convention.starts_on AS starts_on, convention.ends_on AS ends_on,
    convention.duration_months AS duration_months, convention.renewal AS renewal, convention.renewal_months AS renewal_months,
    convention.max_renewals AS max_renewals, convention.notice_months AS notice_months, convention.ended_on AS ended_on"""
_OF_CONVENTION: LiteralString = f"""convention.id AS convention, convention.themes AS themes, convention.contact AS contact,
    convention.last_news_on AS last_news_on, {SAID_DATES}"""
_OF_LINK: LiteralString = """null AS convention, link.themes AS themes, link.known_by AS contact, link.last_news_on AS last_news_on,
    null AS status, link.since AS starts_on, null AS ends_on, null AS duration_months, null AS renewal, null AS renewal_months,
    null AS max_renewals, null AS notice_months, null AS ended_on"""
_NOTHING: LiteralString = """null AS partner, null AS category, null AS siren, null AS known_by, null AS convention, null AS themes,
    null AS contact, null AS last_news_on, null AS status, null AS starts_on, null AS ends_on, null AS duration_months, null AS renewal,
    null AS renewal_months, null AS max_renewals, null AS notice_months, null AS ended_on"""


def partnerships_with(
    also: LiteralString = "true", of_convention: LiteralString = "", of_link: LiteralString = "", of_none: LiteralString = ""
) -> LiteralString:
    """Write in Cypher what `partnerships` finds, of the establishments that are `also` something; more columns as `reaches`."""
    reaches: LiteralString = f", {of_convention} AS reaches" if of_convention else ""
    by_link: LiteralString = f", {of_link} AS reaches" if of_link else ""
    by_none: LiteralString = f", {of_none} AS reaches" if of_none else ""
    kept: LiteralString = "\nWITH * WHERE reaches IS NULL OR reaches" if of_convention else ""
    return f"""
MATCH (establishment:Establishment)
WHERE {IN_SCOPE} AND {also}
RETURN establishment.id AS establishment, {_NOTHING}{by_none}
UNION ALL
MATCH {SIDES}
WHERE {ARE_SIDES} AND {IN_SCOPE} AND {also}
WITH *{reaches}{kept}
RETURN {_SAID}, {_OF_CONVENTION}{", reaches" if of_convention else ""}
UNION ALL
MATCH (establishment:Establishment)-[link:PARTNER_OF]->(partner)
WHERE establishment <> partner AND {IN_SCOPE} AND {also}
WITH *{by_link}{kept}
RETURN {_SAID}, {_OF_LINK}{", reaches" if of_convention else ""}
"""


PARTNERSHIPS: LiteralString = partnerships_with()
"""Find in Cypher what `partnerships` finds in frames."""

_BY_CONVENTION: LiteralString = """CASE
    WHEN EXISTS { (convention)-[:COVERS]->(filiere) } OR EXISTS { (partner:Organisation)-[:WORKS_IN]->(filiere) } THEN true
    WHEN EXISTS { (convention)-[:COVERS]->(:Filiere) } OR EXISTS { (partner:Organisation)-[:WORKS_IN]->(:Filiere) } THEN false
    ELSE null END"""
_BY_PARTNER: LiteralString = """CASE
    WHEN EXISTS { (partner:Organisation)-[:WORKS_IN]->(filiere) } THEN true
    WHEN EXISTS { (partner:Organisation)-[:WORKS_IN]->(:Filiere) } THEN false
    ELSE null END"""


def reached_in(also: LiteralString = "", more: LiteralString = "") -> LiteralString:
    """Write in Cypher what `reached` finds; `also` matches something else of each establishment, `more` are its columns."""
    return f"""
MATCH (establishment:Establishment)-[:TEACHES]->(filiere:Filiere)
WHERE {IN_SCOPE}
{also}RETURN {more}filiere.id AS filiere, establishment.id AS establishment, {_NOTHING}, null AS reaches
UNION ALL
MATCH (establishment:Establishment)-[:TEACHES]->(filiere:Filiere)
WHERE {IN_SCOPE}
{also}MATCH {SIDES}
WHERE {ARE_SIDES}
WITH *, {_BY_CONVENTION} AS reaches
WHERE reaches IS NULL OR reaches
RETURN {more}filiere.id AS filiere, {_SAID}, {_OF_CONVENTION}, reaches
UNION ALL
MATCH (establishment:Establishment)-[:TEACHES]->(filiere:Filiere)
WHERE {IN_SCOPE}
{also}MATCH (establishment)-[link:PARTNER_OF]->(partner)
WHERE establishment <> partner
WITH *, {_BY_PARTNER} AS reaches
WHERE reaches IS NULL OR reaches
RETURN {more}filiere.id AS filiere, {_SAID}, {_OF_LINK}, reaches
"""


REACHED: LiteralString = reached_in()
"""Find in Cypher what `reached` finds in frames."""
