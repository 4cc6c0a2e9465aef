"""The facts that suggestions rest on, as many as the network has elements: one row a school, an organisation, a link.

The pairs worth proposing are found from them once (`ranking`): a server need not try each establishment with each organisation.
"""

from typing import LiteralString

import polars as pl

from netmap.distance import NEAR_LEVELS
from netmap.domain import (
    CAMPUS,
    CONVENTION,
    COVERS,
    ESTABLISHMENT,
    FILIERE,
    LOCATED_IN,
    MEMBER_OF,
    ORGANISATION,
    SET_ASIDE,
    TEACHES,
    TERRITORY,
    WORKS_IN,
)
from netmap.network import Network
from netmap.partnerships import DATES, OF_DATES, related
from netmap.question import Params
from netmap.scope import ARE_SIDES, IN_SCOPE, SIDES, establishments_in

FACTS: dict[str, pl.DataType] = {
    **dict.fromkeys(("fact", "subject", "object", "convention", "category", "need"), pl.String()),
    "themes": pl.List(pl.String()),
    **dict.fromkeys(("latitude", "longitude"), pl.Float64()),
    "inside": pl.Boolean(),
    **OF_DATES,
}
_PLACED = (ESTABLISHMENT.name, ORGANISATION.name, CAMPUS.name)


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find what suggestions rest on; `inside` tells the establishments and campuses of the scope."""
    found = [frame.with_columns(pl.lit(name).alias("fact")) for name, frame in (*_actors(network, params), *_links(network))]
    return pl.concat(found, how="diagonal").select(list(FACTS))


def _actors(network: Network, params: Params) -> list[tuple[str, pl.DataFrame]]:
    ours = establishments_in(network, params["scope"])
    place = (pl.col("id").alias("subject"), "latitude", "longitude")
    schools = network.node(ESTABLISHMENT.name).select(*place, pl.col("id").is_in(ours.implode()).alias("inside"))
    opened = ~(pl.col("state") == "ferme").fill_null(value=False)
    organisations = network.node(ORGANISATION.name).filter(opened).select(*place, "category")
    members = network.link(MEMBER_OF.name).filter(pl.col("source").is_in(ours.implode()))["target"]
    scoped = pl.lit(params["scope"] is None) | (pl.col("id") == (params["scope"] or "")) | pl.col("id").is_in(members.implode())
    campuses = network.node(CAMPUS.name).select(*place, scoped.alias("inside"))
    return [("school", schools), ("organisation", organisations), ("campus", campuses)]


def _links(network: Network) -> list[tuple[str, pl.DataFrame]]:
    ends = (pl.col("source").alias("subject"), pl.col("target").alias("object"))
    filieres, campuses = pl.col("target").str.starts_with(f"{FILIERE.name}:"), pl.col("target").str.starts_with(f"{CAMPUS.name}:")
    covers = network.link(COVERS.name).filter(filieres)
    small = network.node(TERRITORY.name).filter(pl.col("level").is_in(NEAR_LEVELS))["id"]
    located = network.link(LOCATED_IN.name).filter(pl.col("target").is_in(small.implode()))
    schools = network.node(ESTABLISHMENT.name).select(pl.col("id").alias("establishment"))
    partnerships = related(network, schools).rename({"establishment": "subject", "partner": "object"})
    return [
        ("teaches", network.link(TEACHES.name).select(ends)),
        ("works", network.link(WORKS_IN.name).select(ends)),
        ("covers", covers.filter(pl.col("source").str.starts_with(f"{CONVENTION.name}:")).select(ends)),
        ("carries", covers.filter(pl.col("source").str.starts_with(f"{CAMPUS.name}:")).select(ends)),
        ("member", network.link(MEMBER_OF.name).filter(campuses).select(ends)),
        ("placed", located.filter(pl.col("source").str.contains(rf"^(?:{'|'.join(_PLACED)}):")).select(ends)),
        ("partnership", partnerships.select("subject", "object", "convention", "category", "themes", *DATES)),
        ("aside", network.link(SET_ASIDE.name).select(*ends, "need")),
    ]


def _row(fact: LiteralString, subject: LiteralString, other: LiteralString = "null", **said: LiteralString) -> LiteralString:
    """Write the RETURN of one kind of fact: `said` gives the other columns, null where it does not."""
    cells: list[LiteralString] = [f"'{fact}' AS fact", f"{subject} AS subject", f"{other} AS object"]
    names: tuple[LiteralString, ...] = ("convention", "category", "need", "themes", "latitude", "longitude", "inside", *_NAMES)
    for name in names:
        value: LiteralString = said.get(name, "null")
        cells.append(f"{value} AS {name}")
    return f"RETURN {', '.join(cells)}"


_NAMES: tuple[LiteralString, ...] = (
    "status",
    "starts_on",
    "ends_on",
    "duration_months",
    "renewal",
    "renewal_months",
    "max_renewals",
    "notice_months",
    "ended_on",
)
_OF_CONVENTION: dict[str, LiteralString] = {name: f"convention.{name}" for name in _NAMES}
_SIDES: LiteralString = _row(
    "partnership",
    "establishment.id",
    "partner.id",
    convention="convention.id",
    category="partner.category",
    themes="convention.themes",
    **_OF_CONVENTION,
)
_LINKED: LiteralString = _row(
    "partnership", "establishment.id", "partner.id", category="partner.category", themes="link.themes", starts_on="link.since"
)
_SCHOOL: LiteralString = _row(
    "school", "establishment.id", latitude="establishment.latitude", longitude="establishment.longitude", inside="inside"
)
_PARTNER: LiteralString = _row(
    "organisation", "partner.id", category="partner.category", latitude="partner.latitude", longitude="partner.longitude"
)
_CAMPUS: LiteralString = _row("campus", "campus.id", latitude="campus.latitude", longitude="campus.longitude", inside="inside")
_OF_FILIERE: LiteralString = "subject.id"
CYPHER: LiteralString = f"""
MATCH (establishment:Establishment)
WITH establishment, {IN_SCOPE} AS inside
{_SCHOOL}
UNION ALL
MATCH (partner:Organisation)
WHERE coalesce(partner.state, '') <> 'ferme'
{_PARTNER}
UNION ALL
MATCH (campus:Campus)
WITH campus, $scope IS NULL OR campus.id = $scope
    OR EXISTS {{ (establishment:Establishment)-[:MEMBER_OF]->(campus) WHERE {IN_SCOPE} }} AS inside
{_CAMPUS}
UNION ALL
MATCH (subject:Establishment)-[:TEACHES]->(filiere:Filiere)
{_row("teaches", _OF_FILIERE, "filiere.id")}
UNION ALL
MATCH (subject:Organisation)-[:WORKS_IN]->(filiere:Filiere)
{_row("works", _OF_FILIERE, "filiere.id")}
UNION ALL
MATCH (subject:Convention)-[:COVERS]->(filiere:Filiere)
{_row("covers", _OF_FILIERE, "filiere.id")}
UNION ALL
MATCH (subject:Campus)-[:COVERS]->(filiere:Filiere)
{_row("carries", _OF_FILIERE, "filiere.id")}
UNION ALL
MATCH (subject)-[:MEMBER_OF]->(campus:Campus)
{_row("member", _OF_FILIERE, "campus.id")}
UNION ALL
MATCH (subject:Establishment|Organisation|Campus)-[:LOCATED_IN]->(place:Territory)
WHERE place.level IN ['departement', 'bassin', 'zone_emploi', 'commune']
{_row("placed", _OF_FILIERE, "place.id")}
UNION ALL
MATCH {SIDES}
WHERE {ARE_SIDES}
{_SIDES}
UNION ALL
MATCH (establishment:Establishment)-[link:PARTNER_OF]->(partner)
WHERE establishment <> partner
{_LINKED}
UNION ALL
MATCH (subject)-[aside:SET_ASIDE]->(partner)
{_row("aside", _OF_FILIERE, "partner.id", need="aside.need")}
"""
