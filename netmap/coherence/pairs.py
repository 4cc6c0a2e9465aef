"""The pairs of a convention and a framework, as columns: what ties them, and the facts that verdicts rest on.

Nothing is explained here: a pair is a row of numbers, so that millions are cheap. The rows that a person reads are explained one by
one (`netmap.coherence.explanation`).
"""

import polars as pl

from netmap.coherence.ground import Dated
from netmap.matching import How

_SAID_OF_CONVENTION = ("c_from", "c_to", "bits", "renewal", "clauses", "latest_end", "written_end")
_SAID_OF_FRAMEWORK = (
    "f_from",
    "f_to",
    "bits",
    "renewal",
    "required_clauses",
    "latest_end",
    "written_end",
    "over",
    "successor",
    "state",
    "scope",
)
_WITHIN_A_TERRITORY = ("regional", "academique", "departemental")
APART, MEETS, UNKNOWN = "apart", "meets", "unknown"


def tied(dated: Dated) -> pl.DataFrame:
    """Give each pair tied by an identity or a citation: convention, framework, partner, signatory, how, cited, declension.

    A framework that is over ties nothing unless it is cited. One row a pair, by the surest identity.
    """
    ground = dated.ground
    frameworks = dated.frameworks.select(pl.col("id").alias("framework"), "over")
    examined = dated.conventions.select(pl.col("id").alias("convention"))
    live = ground.identities.join(frameworks.filter(~pl.col("over")).select("framework"), on="framework", how="semi")
    sides = ground.partners.join(examined, on="convention", how="semi")
    by_identity = sides.join(live, on="partner").select("convention", "framework", "partner", "signatory", "how")
    by_identity = _surest(by_identity)
    citations = ground.cited.join(examined, on="convention", how="semi")
    if citations.is_empty():
        found = by_identity.with_columns(pl.lit(value=False).alias("cited"))
    else:
        found = by_identity.join(
            citations.with_columns(pl.lit(value=True).alias("cited")), on=["convention", "framework"], how="full", coalesce=True
        ).with_columns(pl.col("cited").fill_null(value=False))
    declined = ground.by_declension
    if declined.is_empty():
        return found.with_columns(pl.lit(None, dtype=pl.String).alias("declension"))
    standing = declined.join(examined, on="convention", how="semi").join(
        frameworks.filter(~pl.col("over")).select("framework"), on="framework", how="semi"
    )
    found = found.join(standing, on=["convention", "framework"], how="full", coalesce=True)
    return found.with_columns(pl.col("cited").fill_null(value=False))


def _surest(pairs: pl.DataFrame) -> pl.DataFrame:
    again = pairs.select("convention", "framework").is_duplicated()
    if not again.any():
        return pairs
    order = {str(how): rank for rank, how in enumerate(How)}
    several = (
        pairs.filter(again)
        .with_columns(pl.col("how").replace_strict(order, return_dtype=pl.Int8).alias("_rank"))
        .sort("convention", "framework", "_rank", "partner")
        .unique(["convention", "framework"], keep="first", maintain_order=True)
        .drop("_rank")
    )
    return pl.concat([pairs.filter(~again), several])


def with_facts(dated: Dated, pairs: pl.DataFrame) -> pl.DataFrame:
    """Add to pairs whether their periods, themes and territories meet, and what L3 rules compare."""
    own = dated.conventions.select(
        pl.col("id").alias("convention"),
        *(pl.col(n).alias(n.replace("c_", "own_")) for n in ("c_from", "c_to")),
        *(pl.col(n).alias(f"own_{n}") for n in _SAID_OF_CONVENTION[2:]),
    )
    theirs = dated.frameworks.select(
        pl.col("id").alias("framework"),
        *(pl.col(n).alias(n.replace("f_", "its_")) for n in ("f_from", "f_to")),
        *(pl.col(n).alias(f"its_{n}") for n in _SAID_OF_FRAMEWORK[2:]),
    )
    framed = pairs.join(own, on="convention").join(theirs, on="framework", how="left")
    common = pl.col("own_bits") & pl.col("its_bits")
    period = (
        pl.when(pl.col("own_from").is_null() | pl.col("its_from").is_null())
        .then(pl.lit(UNKNOWN))
        .when((pl.col("own_from") <= pl.col("its_to")) & (pl.col("its_from") <= pl.col("own_to")))
        .then(pl.lit(MEETS))
        .otherwise(pl.lit(APART))
    )
    theme = pl.when(common.is_null()).then(pl.lit(UNKNOWN)).when(common != 0).then(pl.lit(MEETS)).otherwise(pl.lit(APART))
    framed = framed.with_columns(period.alias("period"), theme.alias("theme"))
    return _with_territory(dated, framed)


def _with_territory(dated: Dated, framed: pl.DataFrame) -> pl.DataFrame:
    limited = dated.ground.framework_places
    levels = dated.frameworks.select(
        pl.col("id").alias("framework"), pl.col("level").is_in(_WITHIN_A_TERRITORY).fill_null(value=False).alias("_local")
    )
    unsaid = levels.filter("_local").join(limited, on="framework", how="anti")["framework"]
    nowhere = pl.col("framework").is_in(unsaid.implode())
    if limited.is_empty():
        return framed.with_columns(pl.when(nowhere).then(pl.lit(UNKNOWN)).otherwise(pl.lit(MEETS)).alias("territory"))
    within = framed.join(limited.select("framework").unique(), on="framework", how="semi").select("convention", "framework")
    places = dated.ground.convention_places(within["convention"].unique())
    asked = within.join(limited, on="framework")
    met = asked.join(places, on=["convention", "level", "name"], how="semi").select("convention", "framework").unique()
    known = (
        asked.join(places.select("convention", "level").unique(), on=["convention", "level"], how="semi")
        .select("convention", "framework")
        .unique()
    )
    key = ["convention", "framework"]
    judged = (
        within.join(met.with_columns(pl.lit(MEETS).alias("_met")), on=key, how="left")
        .join(known.with_columns(pl.lit(APART).alias("_known")), on=key, how="left")
        .select(*key, pl.coalesce("_met", "_known", pl.lit(UNKNOWN)).alias("territory"))
    )
    return framed.join(judged, on=key, how="left").with_columns(
        pl.coalesce("territory", pl.when(nowhere).then(pl.lit(UNKNOWN)).otherwise(pl.lit(MEETS))).alias("territory")
    )
