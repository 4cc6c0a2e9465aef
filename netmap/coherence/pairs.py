"""The pairs of a convention and a framework, as columns: what ties them, and the facts that verdicts rest on.

Nothing is explained here: a pair is a row of numbers, so that millions are cheap. The rows that a person reads are explained one by
one (`netmap.coherence.explanation`).
"""

import polars as pl

from netmap.coherence.ground import Dated, Ground
from netmap.matching.identity import HOWS, NOBODY, surest

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
_KEY = ["convention", "framework"]


def tied(dated: Dated) -> pl.DataFrame:
    """Give each pair tied by an identity or a citation, by rows: convention, framework, rank, partner, signatory, cited, declension.

    A framework that is over ties nothing unless it is cited; nor does a declension that is over. One row a pair, by the surest identity.
    """
    ground = dated.ground
    examined = dated.conventions.select(pl.col("row").alias("convention"))
    live = dated.frameworks.filter(~pl.col("over")).select(pl.col("row").alias("framework"))
    ties = ground.ties.join(live, on="framework", how="semi")
    sides = ground.sides.join(examined, on="convention", how="semi")
    found = _surest_by_convention(sides.join(ties, on="partner").select("convention", "framework", "rank", "partner", "signatory"), sides)
    found = _with(found, _rows(ground, ground.cited, examined).with_columns(pl.lit(value=True).alias("cited")), "cited", pl.Boolean)
    over = dated.frameworks.filter("over").select(pl.col("id").alias("declension"))
    by_declension = ground.by_declension.join(over, on="declension", how="anti").unique(_KEY, keep="first", maintain_order=True)
    declined = _rows(ground, by_declension, examined).join(live, on="framework", how="semi")
    return _with(found, declined, "declension", pl.String).with_columns(pl.col("cited").fill_null(value=False))


def overlaps(dated: Dated) -> pl.DataFrame:
    """Give the pairs that share an identity, a theme and a period, by rows: convention, framework, rank, partner, signatory.

    The theme is part of what is joined on, so only the pairs that share one are ever met.
    """
    ground = dated.ground
    ours, theirs = ground.themed_keys, ground.themed_signed
    if dated.conventions.height < ground.conventions.height:
        ours = ours.join(dated.conventions.select(pl.col("row").alias("convention")), on="convention", how="semi")
    over = dated.frameworks.filter("over").select(pl.col("row").alias("framework"))
    theirs = theirs.join(over, on="framework", how="anti") if over.height else theirs
    meets = (pl.col("c_from") <= pl.col("f_to")) & (pl.col("f_from") <= pl.col("c_to"))
    met = ours.lazy().join(theirs.lazy(), on="key").filter(meets)
    return surest(met.select("convention", "framework", "rank", "partner", "signatory").collect(), "convention")


def _surest_by_convention(pairs: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """Keep the surest way of each pair: only a convention with several partners may have several."""
    several = sides.filter(pl.col("convention").is_duplicated())["convention"].unique()
    if several.is_empty():
        return pairs
    mixed = pl.col("convention").is_in(several.implode())
    return pl.concat([pairs.filter(~mixed), surest(pairs.filter(mixed), "convention")])


def _rows(ground: Ground, pairs: pl.DataFrame, examined: pl.DataFrame) -> pl.DataFrame:
    """Write the rows of conventions and frameworks for their ids."""
    if pairs.is_empty():
        return pairs.with_columns(pl.col("convention", "framework").cast(pl.UInt32, strict=False))
    ours = ground.conventions.select(pl.col("id").alias("convention"), pl.col("row").alias("_c")).join(
        examined.rename({"convention": "_c"}), on="_c", how="semi"
    )
    theirs = ground.frameworks.select(pl.col("id").alias("framework"), pl.col("row").alias("_f"))
    found = pairs.join(ours, on="convention").join(theirs, on="framework")
    return found.with_columns(pl.col("_c").alias("convention"), pl.col("_f").alias("framework")).drop("_c", "_f")


def _with(found: pl.DataFrame, beside: pl.DataFrame, name: str, dtype: type[pl.DataType]) -> pl.DataFrame:
    if beside.is_empty():
        return found.with_columns(pl.lit(None, dtype=dtype).alias(name))
    return found.join(beside, on=["convention", "framework"], how="full", coalesce=True)


def named(ground: Ground, pairs: pl.DataFrame) -> pl.DataFrame:
    """Write ids for rows: convention, framework, partner, signatory; and how for the rank; nothing where nothing ties but a citation."""
    organisations = ground.units.frame["id"]
    signatory = pairs["signatory"]
    nobody = (signatory == NOBODY).fill_null(value=False)
    return pairs.with_columns(
        ground.conventions["id"].gather(pairs["convention"]).alias("convention"),
        ground.frameworks["id"].gather(pairs["framework"]).alias("framework"),
        organisations.gather(pairs["partner"]).alias("partner"),
        organisations.gather(signatory.set(nobody, None) if nobody.any() else signatory).alias("signatory"),
        HOWS.gather(pairs["rank"].cast(pl.UInt32)).alias("how"),
    ).drop("rank")


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
    return with_territory(dated, framed)


def with_territory(dated: Dated, framed: pl.DataFrame) -> pl.DataFrame:
    """Add to pairs whether the territories where frameworks apply meet those of the conventions."""
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
