"""Which conventions are over, or about to be, with no renewal under way?"""

from datetime import timedelta
from typing import LiteralString

import polars as pl

from netmap.domain import CONVENTION, REPLACES
from netmap.domain.vocabulary import RENEWAL
from netmap.lifecycle import State, is_live, latest_end, with_state
from netmap.network import Network
from netmap.partnerships import DATES, OF_DATES, SAID_DATES, SCOPE
from netmap.question import ON, Parameter, Params, Question, ResultColumn
from netmap.scope import ARE_SIDES, IN_SCOPE, SIDES, conventions_of
from netmap.values import DATE, WHOLE, counted

_TWO_YEARS = 730
_SIX_MONTHS = 183


def find(network: Network, params: Params) -> pl.DataFrame:
    """Find each convention of a scope with its sides, its dates, and the conventions that take its place."""
    sides = conventions_of(network, params["scope"]).select("convention", "establishment", "partner")
    said = network.node(CONVENTION.name).select(pl.col("id").alias("convention"), *DATES)
    replaced = network.link(REPLACES.name).filter(pl.col("source").str.starts_with(f"{CONVENTION.name}:"))
    replaced = replaced.select(pl.col("target").alias("convention"), pl.col("source").alias("successor"))
    found = sides.join(said, on="convention").join(replaced, on="convention", how="left")
    return found.select("convention", "establishment", "partner", "successor", *DATES)


def measure(facts: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Say of each side of a convention when it ends for good and whether something takes its place."""
    on = params["on"]
    dated = with_state(facts, on).with_columns(latest_end().alias("end"), is_live().alias("live"))
    states = dated.select(pl.col("convention").alias("successor"), pl.col("state").alias("_next")).unique("successor")
    dated = dated.join(states, on="successor", how="left", maintain_order="left")
    gone = pl.col("_next").is_in([str(State.ENDED), str(State.DENOUNCED)]).fill_null(value=False)
    coming = pl.col("state").is_in([str(State.PROJECT), str(State.COMING)])
    lasts = pl.col("live") & (pl.col("end").is_null() | (pl.col("end") > params["before"]))
    pair = ["establishment", "partner"]
    return dated.with_columns(
        (pl.col("successor").is_not_null() & ~gone).any().over("convention").alias("followed"),
        (coming | lasts).any().over(pair).alias("goes_on"),
        (pl.col("state") == str(State.ENDED)).alias("over"),
    ).with_columns(
        pl.when("over").then("effective_end").otherwise("end").alias("end"),
        (pl.col("followed") | pl.col("goes_on")).alias("under_way"),
    )


def _due(dated: pl.DataFrame, params: Params) -> pl.DataFrame:
    past = pl.col("over") & (pl.col("end") >= params["since"])
    soon = pl.col("live") & pl.col("end").is_between(params["on"], params["before"])
    return dated.filter(past | soon)


def conclude(dated: pl.DataFrame, params: Params) -> pl.DataFrame:
    """Keep the conventions over since a date, or ending before another, that nothing follows; the nearest first."""
    due = _due(dated, params).filter(~pl.col("under_way"))
    one = due.group_by("convention").agg(
        pl.col("establishment").sort().first(),
        pl.col("partner").sort().first(),
        pl.col("partner").n_unique().alias("partners"),
        *(pl.col(name).first() for name in ("end", "over", "state", "renewal")),
    )
    return one.with_columns(
        (pl.col("end") - pl.lit(params["on"])).dt.total_days().alias("days"),
        pl.when(~pl.col("over") & (pl.col("renewal") == "tacite").fill_null(value=False))
        .then(pl.lit("Reconductions épuisées à cette date : préparer une nouvelle convention."))
        .when(~pl.col("over") & (pl.col("renewal") == "expresse").fill_null(value=False))
        .then(pl.lit("Proposer l’avenant de renouvellement."))
        .when(~pl.col("over"))
        .then(pl.lit("Demander au partenaire s’il continue ; si oui, préparer une nouvelle convention."))
        .otherwise(pl.lit("Finie sans suite connue : le partenariat continue-t-il ? Si oui, une nouvelle convention ; sinon, le noter."))
        .alias("advice"),
        pl.col("convention").alias("about"),
    ).sort("over", pl.col("days").abs(), "convention")


def denominator(dated: pl.DataFrame, params: Params, _rows: pl.DataFrame) -> str:
    """Count the conventions in force or over since the date, and those that something follows."""
    known = dated.filter(pl.col("live") | (pl.col("over") & (pl.col("end") >= params["since"])))["convention"].n_unique()
    due = _due(dated, params)
    followed = due.filter("under_way")["convention"].n_unique()
    unknown = dated.filter(pl.col("state") == str(State.UNKNOWN))["convention"].n_unique()
    if not known and not unknown:
        return ""
    in_force = counted(known, "convention", "conventions")
    told = [f"Sur {in_force} en vigueur, ou finies depuis le {DATE.show(params['since'])}."] if known else []
    if followed:
        told.append(f"Pour {counted(followed, 'autre qui finit', 'autres qui finissent')}, une suite est connue.")
    if unknown:
        told.append(f"{counted(unknown, 'convention', 'conventions')} sans dates connues : on ne peut pas le dire.")
    return " ".join(told)


CYPHER: LiteralString = f"""
MATCH {SIDES}
WHERE {ARE_SIDES} AND {IN_SCOPE}
OPTIONAL MATCH (successor:Convention)-[:REPLACES]->(convention)
RETURN convention.id AS convention, establishment.id AS establishment, partner.id AS partner, successor.id AS successor,
    {SAID_DATES}
"""

CONVENTIONS_TO_RENEW = Question(
    name="conventions_to_renew",
    title="Quelles conventions finissent, ou sont finies, sans renouvellement engagé ?",
    help="Un renouvellement est engagé quand une convention remplace celle-ci, ou quand le même établissement a avec le même partenaire "
    "une convention en projet, à venir, ou en vigueur au-delà de l’horizon. Toutes les reconductions tacites permises sont comptées ; une "
    "convention dénoncée n’est pas à renouveler.",
    empty="Aucune convention ne finit sans suite connue dans cette période.",
    parameters=(
        Parameter(
            name="before",
            label="Fin avant le",
            help="Horizon : six mois après la date si rien n’est dit.",
            type=DATE,
            default=lambda on: on + timedelta(days=_SIX_MONTHS),
            required=True,
        ),
        Parameter(
            name="since",
            label="Finies depuis le",
            help="Les plus anciennes ne sont pas rappelées : deux ans avant la date si rien n’est dit.",
            type=DATE,
            default=lambda on: on - timedelta(days=_TWO_YEARS),
            required=True,
        ),
        SCOPE,
        ON,
    ),
    facts={**dict.fromkeys(("convention", "establishment", "partner", "successor"), pl.String()), **OF_DATES},
    columns=(
        ResultColumn(name="convention", label="Convention", kind="Convention"),
        ResultColumn(name="establishment", label="Établissement", kind="Establishment"),
        ResultColumn(name="partner", label="Partenaire", kind="*"),
        ResultColumn(name="end", label="Fin", type=DATE, help="Dernier jour, toutes les reconductions permises comprises."),
        ResultColumn(name="days", label="Jours restants", type=WHOLE, help="Négatif : finie depuis."),
        ResultColumn(name="state", label="État"),
        ResultColumn(name="renewal", label="Reconduction", type=RENEWAL),
        ResultColumn(name="advice", label="Que faire"),
        ResultColumn(name="partners", label="Nombre de partenaires", type=WHOLE),
        ResultColumn(name="about", label="Preuve"),
    ),
    find=find,
    measure=measure,
    conclude=conclude,
    denominator=denominator,
    cypher=CYPHER,
)
