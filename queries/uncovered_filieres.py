"""Which filières taught in a territory are reached by no live convention?"""

from typing import LiteralString

import polars as pl

from netmap.domain import CONVENTION, COVERS, FILIERE, ORGANISATION, TEACHES, WORKS_IN
from netmap.lifecycle import is_live, with_state
from netmap.network import Network
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.scope import ARE_SIDES, IN_SCOPE, KINDS, SIDES, conventions_of, establishments_in
from netmap.values import WHOLE, counted

_SAID = ("status", "starts_on", "ends_on", "duration_months", "renewal", "renewal_months", "max_renewals", "notice_months", "ended_on")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each filière taught by an establishment, with each convention of that establishment that reaches it.

    A convention reaches a filière when it covers it, or when one of its partners works in it.
    """
    taught = network.link(TEACHES.name).select(pl.col("source").alias("establishment"), pl.col("target").alias("filiere"))
    schools = establishments_in(network, params["scope"])
    taught = taught.filter(pl.col("establishment").is_in(schools.implode()))
    sides = conventions_of(network, params["scope"])
    filieres = f"{FILIERE.name}:"
    covered = network.link(COVERS.name).filter(pl.col("target").str.starts_with(filieres)).select("source", "target")
    named = sides.join(covered, left_on="convention", right_on="source")
    works = network.link(WORKS_IN.name).filter(pl.col("source").str.starts_with(f"{ORGANISATION.name}:")).select("source", "target")
    implied = sides.join(works, left_on="partner", right_on="source")
    reaching = pl.concat([named, implied]).select("establishment", pl.col("target").alias("filiere"), "convention").unique()
    conventions = network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *_SAID)
    return (
        taught.join(reaching, on=["establishment", "filiere"], how="left")
        .join(conventions, on="convention", how="left")
        .select("filiere", "establishment", "convention", *_SAID)
    )


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep the filières that no live convention reaches; count the establishments, and the conventions that are over or to come."""
    dated = with_state(facts, params["on"]).with_columns((is_live() & pl.col("convention").is_not_null()).alias("live"))
    return (
        dated.group_by("filiere")
        .agg(
            pl.col("establishment").n_unique().alias("establishments"),
            pl.col("live").any().alias("reached"),
            pl.col("convention").drop_nulls().n_unique().alias("others"),
            pl.col("establishment").sort().first().alias("example"),
        )
        .filter(~pl.col("reached"))
        .with_columns(
            pl.when(pl.col("others") > 0)
            .then(pl.lit("Des conventions existent sans être en vigueur à cette date : les renouveler d’abord."))
            .otherwise(pl.lit("Aucune convention connue : chercher un partenaire, ou vérifier que les conventions disent leur filière."))
            .alias("advice"),
            pl.col("example").alias("about"),
        )
        .sort(["establishments", "filiere"], descending=[True, False])
    )


def denominator(facts: pl.DataFrame, _params: Params, rows: pl.DataFrame) -> str:
    """Count the filières taught."""
    taught = facts["filiere"].n_unique()
    if not taught:
        return ""
    reached = taught - rows.height
    return f"Sur {counted(taught, 'filière enseignée', 'filières enseignées')}, {reached} sont touchées par une convention en vigueur."


CYPHER: LiteralString = f"""
MATCH (establishment:Establishment)-[:TEACHES]->(filiere:Filiere)
WHERE {IN_SCOPE}
OPTIONAL MATCH {SIDES}
WHERE {ARE_SIDES} AND (EXISTS {{ (convention)-[:COVERS]->(filiere) }} OR EXISTS {{ (partner:Organisation)-[:WORKS_IN]->(filiere) }})
WITH DISTINCT filiere, establishment, convention
RETURN filiere.id AS filiere, establishment.id AS establishment, convention.id AS convention,
    convention.status AS status, convention.starts_on AS starts_on, convention.ends_on AS ends_on,
    convention.duration_months AS duration_months, convention.renewal AS renewal, convention.renewal_months AS renewal_months,
    convention.max_renewals AS max_renewals, convention.notice_months AS notice_months, convention.ended_on AS ended_on
ORDER BY filiere, establishment, convention
"""

UNCOVERED_FILIERES = Question(
    name="uncovered_filieres",
    title="Quelles filières ne sont touchées par aucune convention en vigueur ?",
    help="Filières enseignées dans le périmètre qu’aucune convention en vigueur d’un de ses établissements ne concerne, "
    "ni par elle-même, ni par un partenaire qui y travaille. Une filière sans convention connue n’est pas une filière sans partenaire.",
    empty="Chaque filière enseignée est touchée par au moins une convention en vigueur, ou aucune filière n’est renseignée.",
    parameters=(
        Parameter(
            name="scope",
            label="Périmètre",
            help="Territoire, campus, réseau ou établissement ; tout le réseau sinon.",
            kind="|".join(kind for kind in KINDS if kind != FILIERE.name),
        ),
        ON,
    ),
    facts={
        "filiere": pl.String(),
        "establishment": pl.String(),
        "convention": pl.String(),
        **{name: CONVENTION.property(name).dtype for name in _SAID},
    },
    columns=(
        ResultColumn(name="filiere", label="Filière", kind="Filiere"),
        ResultColumn(name="establishments", label="Établissements qui l’enseignent", type=WHOLE),
        ResultColumn(name="example", label="Par exemple", kind="Establishment"),
        ResultColumn(name="others", label="Conventions hors vigueur", type=WHOLE, help="Terminées, à venir ou en projet."),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
