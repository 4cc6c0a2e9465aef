"""Which campuses have no partner in a filière they carry?"""

from typing import LiteralString

import polars as pl

from netmap.domain import CAMPUS, CONVENTION, COVERS, FILIERE, MEMBER_OF, ORGANISATION, SIGNS, WORKS_IN
from netmap.lifecycle import State, is_live, with_state
from netmap.network import Network
from netmap.partnerships import DATES, OF_DATES, SAID_DATES, SCOPE
from netmap.question import ON, Params, Question, ResultColumn
from netmap.scope import IN_SCOPE, establishments_in
from netmap.values import WHOLE, counted, counted_or


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each filière carried by the campuses of a scope, with their partners: members, and signatories of their conventions.

    `reaches` tells whether the partner works in the filière, null when no file says in which it works. A campus is of the scope when it
    is the scope, or when one of its members is in it.
    """
    member = network.link(MEMBER_OF.name).filter(pl.col("target").str.starts_with(f"{CAMPUS.name}:")).select("source", "target")
    campuses = network.node(CAMPUS.name).select(pl.col("id").alias("campus"))
    if params["scope"]:
        ours = member.filter(pl.col("source").is_in(establishments_in(network, params["scope"]).implode()))["target"]
        campuses = campuses.filter(pl.col("campus").is_in(ours.implode()) | (pl.col("campus") == params["scope"]))
    carried = network.link(COVERS.name).filter(pl.col("target").str.starts_with(f"{FILIERE.name}:"))
    carried = campuses.join(carried.select(pl.col("source").alias("campus"), pl.col("target").alias("filiere")), on="campus")
    organisations = pl.col("source").str.starts_with(f"{ORGANISATION.name}:")
    members = member.filter(organisations).select(pl.col("target").alias("campus"), pl.col("source").alias("partner"))
    signs = network.link(SIGNS.name).filter(pl.col("target").str.starts_with(f"{CONVENTION.name}:")).select("source", "target")
    signed = signs.filter(pl.col("source").str.starts_with(f"{CAMPUS.name}:")).select(pl.col("source").alias("campus"), "target")
    signed = signed.join(signs.filter(organisations).rename({"source": "partner"}), on="target").rename({"target": "convention"})
    said = network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *DATES)
    partners = pl.concat([members, signed.join(said, on="convention")], how="diagonal")
    partners = partners.with_columns(
        pl.lit(None, dtype=dtype).alias(name)
        for name, dtype in {"convention": pl.String(), **OF_DATES}.items()
        if name not in partners.columns
    )
    works = network.link(WORKS_IN.name).select(pl.col("source").alias("partner"), pl.col("target").alias("filiere"))
    hits = works.with_columns(pl.lit(value=True).alias("reaches"))
    found = carried.join(partners, on="campus", how="left").join(hits, on=["partner", "filiere"], how="left")
    tells = pl.col("partner").is_in(works["partner"].implode())
    reaches = pl.when(pl.col("partner").is_not_null() & tells).then(pl.col("reaches").fill_null(value=False)).alias("reaches")
    return found.with_columns(reaches).select("campus", "filiere", "partner", "reaches", "convention", *DATES)


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Count for each filière of a campus the partners that work in it, those that may, and all that the campus has."""
    dated = with_state(facts, params["on"])
    alive = pl.col("partner").is_not_null() & (pl.col("convention").is_null() | is_live() | (pl.col("state") == str(State.UNKNOWN)))
    sure = alive & (pl.col("convention").is_null() | is_live())
    return dated.group_by("campus", "filiere").agg(
        pl.col("partner").filter(sure & pl.col("reaches")).n_unique().alias("partners"),
        pl.col("partner").filter(alive & (pl.col("reaches").is_null() | (pl.col("reaches") & ~sure))).n_unique().alias("unknown"),
        pl.col("partner").filter(alive).n_unique().alias("all"),
    )


def conclude(pairs: pl.DataFrame, _params: Params) -> pl.DataFrame:
    """Keep the filières where no partner of the campus works, those about which nothing is left to complete first."""
    return (
        pairs.filter(pl.col("partners") == 0)
        .with_columns(
            pl.when(pl.col("all") == 0)
            .then(pl.lit("Aucun partenaire du campus n’est renseigné : charger ses membres avant de conclure."))
            .when(pl.col("unknown") > 0)
            .then(pl.lit("Compléter d’abord les filières des partenaires qui n’en disent pas."))
            .otherwise(pl.lit("Inviter un partenaire de cette filière : voir les suggestions."))
            .alias("advice"),
            pl.col("campus").alias("about"),
        )
        .sort(pl.col("all") == 0, "unknown", "campus", "filiere")
    )


def denominator(pairs: pl.DataFrame, _params: Params, _rows: pl.DataFrame) -> str:
    """Count the filières carried by campuses."""
    if pairs.is_empty():
        return ""
    carried = counted(pairs.height, "filière portée", "filières portées")
    held = counted_or(pairs.filter(pl.col("partners") > 0).height, "aucune n’a de partenaire connu", "a un partenaire", "ont un partenaire")
    return f"Sur {carried} par {pairs['campus'].n_unique()} campus, {held}."


CYPHER: LiteralString = f"""
MATCH (campus:Campus)-[:COVERS]->(filiere:Filiere)
WHERE $scope IS NULL OR campus.id = $scope OR EXISTS {{ (campus)<-[:MEMBER_OF]-(establishment:Establishment) WHERE {IN_SCOPE} }}
OPTIONAL MATCH (campus)-[:SIGNS]->(convention:Convention)<-[:SIGNS]-(partner:Organisation)
WITH campus, filiere, collect([convention, partner]) AS signed
WITH campus, filiere, [pair IN signed WHERE pair[1] IS NOT NULL]
    + COLLECT {{ MATCH (campus)<-[:MEMBER_OF]-(partner:Organisation) RETURN [null, partner] }} AS pairs
UNWIND CASE WHEN pairs = [] THEN [[null, null]] ELSE pairs END AS pair
WITH campus, filiere, pair[0] AS convention, pair[1] AS partner
RETURN campus.id AS campus, filiere.id AS filiere, partner.id AS partner,
    CASE WHEN partner IS NULL OR NOT EXISTS {{ (partner)-[:WORKS_IN]->(:Filiere) }} THEN null
        ELSE EXISTS {{ (partner)-[:WORKS_IN]->(filiere) }} END AS reaches,
    convention.id AS convention, {SAID_DATES}
"""

BARE_CAMPUSES = Question(
    name="bare_campuses",
    title="Quels campus n’ont aucun partenaire dans une filière qu’ils portent ?",
    help="Partenaires d’un campus : les organisations qui en sont membres, et celles qui ont une convention en vigueur avec lui. Un "
    "partenaire dont la filière n’est pas dite n’est pas compté comme absent : il est à compléter.",
    empty="Chaque filière portée par un campus y a un partenaire, ou aucun campus ne dit ses filières.",
    parameters=(SCOPE, ON),
    facts={
        **dict.fromkeys(("campus", "filiere", "partner"), pl.String()),
        "reaches": pl.Boolean(),
        "convention": pl.String(),
        **OF_DATES,
    },
    columns=(
        ResultColumn(name="campus", label="Campus", kind="Campus"),
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="all", label="Partenaires du campus", type=WHOLE),
        ResultColumn(
            name="unknown", label="Sans filière dite", type=WHOLE, help="Partenaires dont la filière ou les dates ne sont pas dites."
        ),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
