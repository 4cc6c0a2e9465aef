"""What concerns a convention alone: signed before the vote, before being enforceable, a foreign partner without its delegation.

Public establishments only have the vote and the delay (articles R. 421-9, R. 421-20 and R. 421-54 of the code de l'éducation, wording to
be read again on Légifrance). A date that is not known accuses nobody.
"""

import polars as pl

from netmap.coherence.ground import Dated
from netmap.coherence.rules import ABROAD, BEFORE_ENFORCEABLE, BEFORE_VOTE
from netmap.domain import DELEGATION, ESTABLISHMENT, INFORMED
from netmap.network import Network
from netmap.reference.routing import INTERNATIONAL, WORDS
from netmap.values import fold_column

ENFORCEABLE_DAYS = 15
ASK_VOTE = "Établissement public, convention signée : la date du vote du conseil d’administration n’est pas renseignée."
ASK_SENT = "Établissement public, convention votée et signée : la date de transmission à l’autorité n’est pas renseignée."
ASK_STATUS = "Signée avant le vote ou avant d’être exécutoire : dire si l’établissement est public, ces règles ne valent que pour lui."


def alone(dated: Dated) -> pl.DataFrame:
    """Give convention, rule and partner of what concerns conventions alone."""
    return pl.concat([_too_early(dated), _abroad(dated)])


def to_ask(dated: Dated) -> pl.DataFrame:
    """Give convention and what is to be asked, where a signature cannot be judged for want of a date or of a status."""
    schools = dated.ground.network.node(ESTABLISHMENT.name).select(pl.col("id").alias("establishment"), "status")
    statuses = (
        dated.ground.schools.join(schools, on="establishment")
        .group_by("convention")
        .agg((pl.col("status") == "public").any().alias("public"), pl.col("status").is_null().any().alias("unsaid"))
    )
    signed = dated.conventions.filter(pl.col("signed_on").is_not_null()).join(statuses, left_on="id", right_on="convention")
    signed = signed.with_columns(enforceable().alias("_enforceable"), pl.col("public").fill_null(value=False))
    early = (pl.col("signed_on") < pl.col("voted_on")) | (pl.col("signed_on") < pl.col("_enforceable"))
    unknown_status = ~pl.col("public") & pl.col("unsaid") & early.fill_null(value=False)
    questions = (
        (pl.col("public") & pl.col("voted_on").is_null(), ASK_VOTE),
        (pl.col("public") & pl.col("voted_on").is_not_null() & pl.col("_enforceable").is_null(), ASK_SENT),
        (unknown_status, ASK_STATUS),
    )
    found = [signed.filter(asked).select(pl.col("id").alias("convention"), pl.lit(said).alias("ask")) for asked, said in questions]
    return pl.concat(found).sort("convention", "ask")


def enforceable() -> pl.Expr:
    """Give the day a convention is enforceable: as its line says, else fifteen days after it was transmitted."""
    return pl.coalesce("enforceable_on", pl.col("transmitted_on").dt.offset_by(f"{ENFORCEABLE_DAYS}d"))


def public_conventions(dated: Dated) -> pl.Series:
    """Give the conventions that a public establishment signs, known as such."""
    public = dated.ground.network.node(ESTABLISHMENT.name).filter(pl.col("status") == "public")["id"]
    return dated.ground.schools.filter(pl.col("establishment").is_in(public.implode()))["convention"].unique()


def _too_early(dated: Dated) -> pl.DataFrame:
    signed = dated.conventions.filter(
        pl.col("signed_on").is_not_null() & pl.col("id").is_in(public_conventions(dated).implode())
    ).with_columns(enforceable().alias("_enforceable"))
    nobody = pl.lit(None, dtype=pl.String).alias("partner")
    before_vote = (pl.col("signed_on") < pl.col("voted_on")).fill_null(value=False)
    voted = signed.filter(before_vote).select(pl.col("id").alias("convention"), pl.lit(BEFORE_VOTE.id).alias("rule"), nobody)
    early = signed.filter((pl.col("signed_on") < pl.col("_enforceable")).fill_null(value=False) & ~before_vote)
    return pl.concat([voted, early.select(pl.col("id").alias("convention"), pl.lit(BEFORE_ENFORCEABLE.id).alias("rule"), nobody)])


def _abroad(dated: Dated) -> pl.DataFrame:
    foreign = dated.ground.units.frame.filter(pl.col("foreign").fill_null(value=False))["id"]
    sides = dated.ground.partners.filter(pl.col("partner").is_in(foreign.implode()))
    sides = sides.join(dated.conventions.select(pl.col("id").alias("convention")), on="convention", how="semi")
    told = informed(dated.ground.network).filter(
        pl.col("kind").is_in(INTERNATIONAL) & (pl.col("on").is_null() | (pl.col("on") <= dated.on))
    )
    untold = (
        sides.join(told, on="convention", how="anti").sort("convention", "partner").unique("convention", keep="first", maintain_order=True)
    )
    return untold.select("convention", pl.lit(ABROAD.id).alias("rule"), "partner")


def informed(network: Network) -> pl.DataFrame:
    """Give convention, delegation, its kind and the date it was informed."""
    links = network.link(INFORMED.name).select(pl.col("source").alias("convention"), pl.col("target").alias("delegation"), "on")
    return links.join(delegation_kinds(network), on="delegation", how="left", maintain_order="left")


def delegation_kinds(network: Network) -> pl.DataFrame:
    """Give each delegation its kind: as its line says, else as its name does."""
    held = network.node(DELEGATION.name).rename({"id": "delegation"})
    return held.select("delegation", kinds_of(held).alias("kind"))


def kinds_of(delegations: pl.DataFrame) -> pl.Series:
    """Give the kinds of delegations (`delegation`, `name`, `kind`): as their lines say, else as their names or their ids do."""
    words = pl.lit(" ") + delegations["name"].fill_null("") + " " + delegations["delegation"].str.replace(r"^\w+:~?", "")
    frame = delegations.select("kind", pl.lit(fold_column(pl.select(words).to_series())).alias("_name"))
    said = pl.lit(None, dtype=pl.String)
    for kind, pattern in reversed(WORDS):
        said = pl.when(pl.col("_name").str.contains(pattern)).then(pl.lit(kind)).otherwise(said)
    stated = pl.when(pl.col("kind") != "autre").then("kind")
    return frame.select(pl.coalesce(stated, said, "kind").alias("kind"))["kind"]
