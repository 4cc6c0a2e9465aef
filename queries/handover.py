"""What does a person who leaves hand over? Partners they follow, conventions, last contact, what is to be done first."""

from datetime import timedelta
from typing import LiteralString

import polars as pl

from netmap.domain import CONVENTION, ORGANISATION, PARTNER_OF
from netmap.lifecycle import is_live, with_state
from netmap.network import Network
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.scope import ARE_SIDES, IN_SCOPE, KINDS, SIDES, conventions_of, establishments_in
from netmap.values import DATE, fold_column, fold_text

_SAID = (
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
_FACTS = {
    **dict.fromkeys(("convention", "establishment", "partner", "said_by", "known_by"), pl.String()),
    "last_news_on": pl.Date(),
    **{name: CONVENTION.property(name).dtype for name in _SAID},
}
SOON, OLD = timedelta(days=183), timedelta(days=365)


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each convention and each partnership of the scope, with who follows it and the last news."""
    scope = params["scope"]
    known = network.node(ORGANISATION.name).select(pl.col("id").alias("partner"), "known_by")
    held = network.node(CONVENTION.name).select(
        pl.col("id").alias("convention"), pl.col("contact").alias("said_by"), "last_news_on", *_SAID
    )
    signed = conventions_of(network, scope).join(held, on="convention", maintain_order="left")
    ours = establishments_in(network, scope)
    links = network.link(PARTNER_OF.name).filter(pl.col("source").is_in(ours.implode()))
    free = links.select(
        pl.col("source").alias("establishment"), pl.col("target").alias("partner"), pl.col("known_by").alias("said_by"), "last_news_on"
    )
    both = pl.concat([signed, free], how="diagonal").join(known, on="partner", how="left", maintain_order="left")
    return both.select(pl.col(name).cast(dtype) for name, dtype in _FACTS.items())


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep what somebody follows (whoever is asked for), what is to be done first on top."""
    on = params["on"]
    rows = with_state(facts, on).with_columns(pl.coalesce("said_by", "known_by").alias("follower"))
    rows = rows.filter(pl.col("follower").is_not_null())
    if params["who"]:
        wanted = fold_text(params["who"])
        rows = rows.filter(fold_column(rows["follower"]).str.contains(wanted, literal=True)) if wanted else rows.clear()
    signed = pl.col("convention").is_not_null()
    over = signed & ~is_live()
    ends = pl.when(signed & is_live()).then("act_before")
    soon = (ends <= on + SOON).fill_null(value=False)
    old = (pl.col("last_news_on") < on - OLD).fill_null(value=False)
    return (
        rows.with_columns(
            pl.when(signed).then("state").otherwise(pl.lit("sans convention")).alias("state"),
            pl.when(signed).then("effective_end").alias("effective_end"),
            pl.when(over)
            .then(pl.lit("Convention qui n’est pas en vigueur : dire au successeur si la relation continue."))
            .when(soon)
            .then(pl.lit("Échéance ou préavis dans les six mois : le dire en premier."))
            .when(pl.col("last_news_on").is_null())
            .then(pl.lit("Aucun contact daté : présenter le successeur au partenaire."))
            .when(old)
            .then(pl.lit("Dernier contact il y a plus d’un an : reprendre contact avec le successeur."))
            .otherwise(pl.lit("Présenter le successeur."))
            .alias("advice"),
            pl.when(soon).then(0).when(over).then(2).otherwise(1).alias("rank"),
            pl.coalesce("convention", "partner").alias("about"),
        )
        .unique(maintain_order=True)
        .sort("follower", "rank", "effective_end", "partner", "establishment", "convention", nulls_last=True)
    )


CYPHER: LiteralString = f"""
MATCH {SIDES}
WHERE {ARE_SIDES} AND {IN_SCOPE}
RETURN convention.id AS convention, establishment.id AS establishment, partner.id AS partner, convention.contact AS said_by,
    CASE WHEN partner:Organisation THEN partner.known_by END AS known_by, convention.last_news_on AS last_news_on,
    convention.status AS status, convention.starts_on AS starts_on, convention.ends_on AS ends_on,
    convention.duration_months AS duration_months, convention.renewal AS renewal, convention.renewal_months AS renewal_months,
    convention.max_renewals AS max_renewals, convention.notice_months AS notice_months, convention.ended_on AS ended_on
UNION ALL
MATCH (establishment:Establishment)-[tie:PARTNER_OF]->(partner)
WHERE {IN_SCOPE}
RETURN null AS convention, establishment.id AS establishment, partner.id AS partner, tie.known_by AS said_by,
    CASE WHEN partner:Organisation THEN partner.known_by END AS known_by, tie.last_news_on AS last_news_on,
    null AS status, null AS starts_on, null AS ends_on, null AS duration_months, null AS renewal, null AS renewal_months,
    null AS max_renewals, null AS notice_months, null AS ended_on
"""

HANDOVER = Question(
    name="handover",
    title="Que transmettre quand une personne s’en va ?",
    help="Passation : les partenaires et les conventions qu’une fonction suit, le dernier contact, ce qu’il faut dire en premier. "
    "netmap garde "
    "la fonction, pas le nom des personnes.",
    empty="Aucun partenaire ni aucune convention n’est suivi par cette fonction, d’après les fichiers.",
    parameters=(
        Parameter(name="who", label="Fonction", help="Une partie de la fonction : « ddfpt ». Toutes si rien n’est dit."),
        Parameter(
            name="scope",
            label="Périmètre",
            help="Territoire, campus, réseau, filière ou établissement ; tout le réseau sinon.",
            kind="|".join(KINDS),
        ),
        ON,
    ),
    facts=_FACTS,
    columns=(
        ResultColumn(name="follower", label="Suivi par (fonction)"),
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="state", label="État"),
        ResultColumn(name="effective_end", label="Fin", type=DATE, help="Reconductions tacites commencées comprises."),
        ResultColumn(name="last_news_on", label="Dernier contact", type=DATE),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    cypher=CYPHER,
)
