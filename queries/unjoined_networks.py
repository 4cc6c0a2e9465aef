"""Which establishments are in no campus and no network of a filière they teach, while one exists within reach?"""

from typing import LiteralString

import polars as pl

from netmap.distance import NEAR_LEVELS, kilometres
from netmap.domain import CAMPUS, COVERS, ESTABLISHMENT, FILIERE, LOCATED_IN, MEMBER_OF, NETWORK, TEACHES, TERRITORY
from netmap.network import Network
from netmap.partnerships import SCOPE
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.scope import IN_SCOPE, establishments_in
from netmap.values import WHOLE, YES_NO, counted, counted_or

_GROUPS = (CAMPUS.name, NETWORK.name)
_POINTS = ("latitude", "longitude", "group_latitude", "group_longitude")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each filière taught in a scope with the campuses and networks that carry it: joined or not, and how near."""
    ours = establishments_in(network, params["scope"])
    schools = network.node(ESTABLISHMENT.name).filter(pl.col("id").is_in(ours.implode()))
    schools = schools.select(pl.col("id").alias("establishment"), "latitude", "longitude")
    member = network.link(MEMBER_OF.name).filter(pl.col("target").str.contains(rf"^(?:{'|'.join(_GROUPS)}):"))
    member = member.select(pl.col("source").alias("establishment"), pl.col("target").alias("group"))
    taught = network.link(TEACHES.name).select(pl.col("source").alias("establishment"), pl.col("target").alias("filiere"))
    carried = network.link(COVERS.name).filter(
        pl.col("source").str.contains(rf"^(?:{'|'.join(_GROUPS)}):") & pl.col("target").str.starts_with(f"{FILIERE.name}:")
    )
    carried = carried.select(pl.col("target").alias("filiere"), pl.col("source").alias("group"))
    points = network.node(CAMPUS.name).select(
        pl.col("id").alias("group"), pl.col("latitude").alias("group_latitude"), pl.col("longitude").alias("group_longitude")
    )
    found = (
        schools.join(taught, on="establishment", how="left").join(carried, on="filiere", how="left").join(points, on="group", how="left")
    )
    return (
        found.with_columns(pl.col("establishment").is_in(member["establishment"].implode()).alias("member"))
        .join(member.with_columns(pl.lit(value=True).alias("joined")), on=["establishment", "group"], how="left")
        .join(_neighbours(network, member).with_columns(pl.lit(value=True).alias("near")), on=["establishment", "group"], how="left")
        .with_columns(pl.col("joined", "near").fill_null(value=False))
        .select("establishment", "filiere", "group", "member", "joined", "near", *_POINTS)
    )


def _neighbours(network: Network, member: pl.DataFrame) -> pl.DataFrame:
    """Pair establishments and groups that share a small territory, by themselves or by a member."""
    small = network.node(TERRITORY.name).filter(pl.col("level").is_in(NEAR_LEVELS))["id"]
    located = (
        network.link(LOCATED_IN.name).filter(pl.col("target").is_in(small.implode())).select("source", pl.col("target").alias("place"))
    )
    covers = network.link(COVERS.name).filter(pl.col("target").is_in(small.implode())).select("source", pl.col("target").alias("place"))
    own = pl.concat([located, covers]).filter(pl.col("source").str.contains(rf"^(?:{'|'.join(_GROUPS)}):"))
    of_members = member.join(located, left_on="establishment", right_on="source").select("group", "place")
    places = pl.concat([own.select(pl.col("source").alias("group"), "place"), of_members]).unique()
    schools = located.filter(pl.col("source").str.starts_with(f"{ESTABLISHMENT.name}:"))
    return schools.join(places, on="place").select(pl.col("source").alias("establishment"), "group").unique()


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Say how far each group is, and whether it is within reach: by distance where it is known, else by a shared territory."""
    measured = facts.with_columns(kilometres(*_POINTS).alias("km"))
    return measured.with_columns(
        pl.when(pl.col("km").is_not_null()).then(pl.col("km") <= params["km"]).otherwise("near").alias("within"),
        pl.col("joined").any().over("establishment", "filiere").alias("in_one"),
    )


def conclude(groups: pl.DataFrame, _params: Params) -> pl.DataFrame:
    """Keep for each filière without a campus or network of the establishment the nearest within reach; those in none at all first."""
    reach = groups.filter(pl.col("within") & ~pl.col("in_one") & pl.col("group").is_not_null())
    order = ["establishment", "filiere"]
    first = reach.sort(*order, "km", "group", nulls_last=True).group_by(order, maintain_order=True)
    return (
        first.agg(pl.col("group", "km", "member").first(), pl.col("group").n_unique().alias("groups"))
        .with_columns(
            pl.col("km").round().cast(pl.Int64).alias("km"),
            (~pl.col("member")).alias("alone"),
            pl.when(pl.col("member"))
            .then(pl.lit("Membre d’un autre réseau, d’aucun de cette filière : demander à s’y joindre."))
            .otherwise(pl.lit("Membre d’aucun campus ni réseau : prendre contact avec l’animateur de celui-ci."))
            .alias("advice"),
            pl.col("establishment").alias("about"),
        )
        .sort("alone", "km", *order, descending=[True, False, False, False], nulls_last=True)
    )


def denominator(groups: pl.DataFrame, params: Params, _rows: pl.DataFrame) -> str:
    """Count the establishments, those in no campus or network at all, and those whose filières are unknown."""
    schools = groups.group_by("establishment").agg(pl.col("member").first(), pl.col("filiere").is_not_null().any().alias("taught"))
    if schools.is_empty():
        return ""
    outside = schools.filter(~pl.col("member")).height
    silent = schools.filter(~pl.col("taught")).height
    within = groups.filter(pl.col("within") & pl.col("group").is_not_null())["establishment"].n_unique()
    rest = f" Pour {counted(silent, 'établissement', 'établissements')}, aucune filière n’est renseignée." if silent else ""
    held = counted_or(within, "aucun n’en a", "en a un", "en ont un")
    none = "d’aucun campus ni réseau connu"
    apart = counted_or(outside, "chacun est d’un campus ou d’un réseau connu", f"n’est {none}", f"ne sont {none}")
    return (
        f"Sur {counted(schools.height, 'établissement', 'établissements')}, {apart} ; "
        f"{held} d’une filière enseignée à portée ({params['km']} km, ou même territoire)."
        f"{rest}"
    )


CYPHER: LiteralString = f"""
MATCH (establishment:Establishment)
WHERE {IN_SCOPE}
OPTIONAL MATCH (establishment)-[:TEACHES]->(filiere:Filiere)
OPTIONAL MATCH (filiere)<-[:COVERS]-(group:Campus|Network)
RETURN establishment.id AS establishment, filiere.id AS filiere, group.id AS group,
    EXISTS {{ (establishment)-[:MEMBER_OF]->(:Campus|Network) }} AS member,
    group IS NOT NULL AND EXISTS {{ (establishment)-[:MEMBER_OF]->(group) }} AS joined,
    group IS NOT NULL AND (EXISTS {{ (establishment)-[:LOCATED_IN]->(place:Territory)<-[:LOCATED_IN|COVERS]-(group)
            WHERE place.level IN ['departement', 'bassin', 'zone_emploi', 'commune'] }}
        OR EXISTS {{ MATCH (establishment)-[:LOCATED_IN]->(place:Territory)
            WHERE place.level IN ['departement', 'bassin', 'zone_emploi', 'commune']
            MATCH (place)<-[:LOCATED_IN]-()-[:MEMBER_OF]->(group) }}) AS near,
    establishment.latitude AS latitude, establishment.longitude AS longitude,
    group.latitude AS group_latitude, group.longitude AS group_longitude
"""

UNJOINED_NETWORKS = Question(
    name="unjoined_networks",
    title="Quels établissements ne sont d’aucun campus ni réseau d’une de leurs filières, alors qu’il en existe à portée ?",
    help="Campus et réseaux qui portent la filière. À portée : à moins de la distance demandée à vol d’oiseau quand les deux lieux sont "
    "connus, sinon dans le même département, bassin, zone d’emploi ou commune que le campus, le réseau ou un de ses membres.",
    empty="Aucun établissement n’est hors d’un campus ou d’un réseau à portée qui porte une de ses filières.",
    parameters=(
        Parameter(
            name="km",
            label="À portée (km)",
            help="Distance à vol d’oiseau : 50 km si rien n’est dit (proposition de netmap).",
            type=WHOLE,
            default=lambda _on: 50,
            required=True,
            least=1,
        ),
        SCOPE,
        ON,
    ),
    facts={
        **dict.fromkeys(("establishment", "filiere", "group"), pl.String()),
        **dict.fromkeys(("member", "joined", "near"), pl.Boolean()),
        **dict.fromkeys(_POINTS, pl.Float64()),
    },
    columns=(
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="group", label="Campus ou réseau à portée", kind="*"),
        ResultColumn(name="km", label="Distance (km)", type=WHOLE, help="À vol d’oiseau ; vide quand un lieu n’est pas connu."),
        ResultColumn(name="alone", label="Dans aucun réseau", type=YES_NO),
        ResultColumn(name="groups", label="Campus et réseaux à portée", type=WHOLE),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
