"""Which conventions of public establishments were signed before the vote, or before being enforceable?"""

from typing import LiteralString

import polars as pl

from netmap.coherence.alone import enforceable
from netmap.domain import CONVENTION, ESTABLISHMENT, SIGNS
from netmap.lifecycle import State, with_state
from netmap.network import Network
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.scope import IN_SCOPE, KINDS, establishments_in
from netmap.values import DATE

_DATES = ("status", "starts_on", "ends_on", "duration_months", "renewal", "renewal_months", "max_renewals", "notice_months", "ended_on")
_ACTS = ("signed_on", "voted_on", "transmitted_on", "enforceable_on")


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each signed convention of a public establishment, with the dates of its acts."""
    public = network.node(ESTABLISHMENT.name).filter(pl.col("status") == "public")["id"]
    ours = establishments_in(network, params["scope"])
    signs = network.link(SIGNS.name).filter(
        pl.col("source").is_in(public.implode())
        & pl.col("source").is_in(ours.implode())
        & pl.col("target").str.starts_with(f"{CONVENTION.name}:")
    )
    signed = network.node(CONVENTION.name).filter(pl.col("signed_on").is_not_null())
    said = signed.select(pl.col("id").alias("convention"), *_ACTS, *_DATES)
    pairs = signs.select(pl.col("target").alias("convention"), pl.col("source").alias("establishment")).unique()
    return pairs.join(said, on="convention", maintain_order="left")


def conclude(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep the conventions not over whose signature comes before the vote or the day they are enforceable."""
    dated = with_state(facts, params["on"]).filter(~pl.col("state").is_in([str(State.ENDED), str(State.DENOUNCED)]))
    dated = dated.with_columns(enforceable().alias("enforceable"))
    before_vote = (pl.col("signed_on") < pl.col("voted_on")).fill_null(value=False)
    too_soon = (pl.col("signed_on") < pl.col("enforceable")).fill_null(value=False)
    return (
        dated.filter(before_vote | too_soon)
        .with_columns(
            pl.when(before_vote)
            .then(pl.lit("Signée avant le vote du conseil d’administration : vérifier les dates, sinon faire voter puis signer à nouveau."))
            .otherwise(pl.lit("Signée avant d’être exécutoire (quinze jours après la transmission) : vérifier les dates."))
            .alias("advice"),
            pl.col("convention").alias("about"),
        )
        .sort("signed_on", "convention", "establishment", descending=[True, False, False])
    )


CYPHER: LiteralString = f"""
MATCH (establishment:Establishment)-[:SIGNS]->(convention:Convention)
WHERE establishment.status = 'public' AND convention.signed_on IS NOT NULL AND {IN_SCOPE}
RETURN DISTINCT convention.id AS convention, establishment.id AS establishment, convention.signed_on AS signed_on,
    convention.voted_on AS voted_on, convention.transmitted_on AS transmitted_on, convention.enforceable_on AS enforceable_on,
    convention.status AS status, convention.starts_on AS starts_on, convention.ends_on AS ends_on,
    convention.duration_months AS duration_months, convention.renewal AS renewal, convention.renewal_months AS renewal_months,
    convention.max_renewals AS max_renewals, convention.notice_months AS notice_months, convention.ended_on AS ended_on
"""

EARLY_SIGNATURES = Question(
    name="early_signatures",
    title="Quelles conventions ont été signées avant le vote ou avant d’être exécutoires ?",
    help="Établissements publics seulement, conventions non terminées. Une date qui manque n’accuse personne : elle est à compléter.",
    empty="Aucune convention d’un établissement public n’est signée trop tôt, d’après les dates connues.",
    parameters=(
        Parameter(
            name="scope",
            label="Périmètre",
            help="Territoire, campus, réseau, filière ou établissement ; tout le réseau sinon.",
            kind="|".join(KINDS),
        ),
        ON,
    ),
    facts={
        "convention": pl.String(),
        "establishment": pl.String(),
        **{n: CONVENTION.property(n).dtype for n in (*_ACTS, *_DATES)},
    },
    columns=(
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="signed_on", label="Signée le", type=DATE),
        ResultColumn(name="voted_on", label="Votée en CA le", type=DATE),
        ResultColumn(name="enforceable", label="Exécutoire le", type=DATE, help="Date écrite, sinon quinze jours après la transmission."),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    conclude=conclude,
    cypher=CYPHER,
)
