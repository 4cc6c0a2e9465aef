"""Is a partner concerned by what an organisation signed? Each way of knowing, with its certainty; the surest is kept.

Two subsidiaries of one parent are not bound by each other's signature: only what stands above or below counts. A name alone is the
weakest of all, and identifiers that are known and differ outweigh a name that is alike.
"""

from enum import StrEnum

import polars as pl

from netmap.domain import FRAMEWORK, ORGANISATION, SIGNS
from netmap.matching.trees import Trees
from netmap.matching.units import EDUCATION_MINISTRY, Units, core_names
from netmap.network import Network
from netmap.values import fold_column


class Certainty(StrEnum):
    """How sure it is that the partner is concerned."""

    SURE = "sure"
    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class How(StrEnum):
    """How it is known that the partner is concerned, the surest first."""

    SAME = "same"
    UNIT = "unit"
    SUBSIDIARY = "subsidiary"
    PARENT = "parent"
    MEMBER = "member"
    STATE = "state"
    GROUP_MEMBER = "group_member"
    IDCC = "idcc"
    NAF = "naf"
    NAME = "name"


CERTAINTY = {
    How.SAME: Certainty.SURE,
    How.UNIT: Certainty.SURE,
    How.SUBSIDIARY: Certainty.STRONG,
    How.PARENT: Certainty.STRONG,
    How.MEMBER: Certainty.STRONG,
    How.STATE: Certainty.MEDIUM,
    How.GROUP_MEMBER: Certainty.MEDIUM,
    How.IDCC: Certainty.MEDIUM,
    How.NAF: Certainty.WEAK,
    How.NAME: Certainty.WEAK,
}
RANK = {str(how): rank for rank, how in enumerate(How)}
# A framework of one of these scopes speaks for a branch: its IDCC and NAF codes say for whom.
_OF_BRANCH = ("branche", "opco", "interprofession", "chambres")
_FOUND = {"partner": pl.String(), "framework": pl.String(), "signatory": pl.String(), "rank": pl.Int8()}
_HOWS = pl.Series([str(how) for how in How])


def signatories_of(network: Network, units: Units) -> pl.DataFrame:
    """Give framework, signatory and unit of who signs frameworks; the State's own side is left out where others sign."""
    head = f"{FRAMEWORK.name}:"
    signs = network.link(SIGNS.name).filter(
        pl.col("target").str.starts_with(head) & pl.col("source").str.starts_with(f"{ORGANISATION.name}:")
    )
    known = units.frame.select("id", "unit", "siren", "name", "brand", "state_unit")
    found = signs.select(pl.col("target").alias("framework"), pl.col("source").alias("id")).unique().join(known, on="id")
    ministry = (found["siren"] == EDUCATION_MINISTRY).fill_null(value=False) | fold_column(found["name"]).str.contains(
        "ministere.*education nationale"
    ).fill_null(value=False)
    found = found.with_columns(ministry.alias("_ministry"))
    alone = pl.col("_ministry").all().over("framework")
    return found.filter(~pl.col("_ministry") | alone).drop("_ministry").rename({"id": "signatory"}).sort("framework", "signatory")


def identities(network: Network, units: Units, trees: Trees, partners: pl.Series) -> pl.DataFrame:
    """Find which frameworks concern which partners: partner, framework, signatory, how; the surest way of each pair."""
    signed = signatories_of(network, units)
    ours = units.frame.filter(pl.col("id").is_in(partners.implode()))
    by_unit = ours.select(pl.col("id").alias("partner"), "unit", "state_unit")
    found = [
        _by_unit(by_unit, signed),
        _by_tree(by_unit, signed, trees),
        *_by_branch(network, ours),
        _by_name(ours, signed),
        _by_name_above(ours, units, trees, signed),
    ]
    ranked = pl.concat([frame.select(list(_FOUND)) for frame in found if frame.height] or [pl.DataFrame(schema=_FOUND)])
    best = ranked.sort("partner", "framework", "rank", "signatory").unique(["partner", "framework"], keep="first", maintain_order=True)
    return best.with_columns(_HOWS.gather(best["rank"].cast(pl.UInt32)).alias("how")).drop("rank")


def _by_unit(partners: pl.DataFrame, signed: pl.DataFrame) -> pl.DataFrame:
    met = partners.join(signed.select("framework", "signatory", "unit", "siren"), on="unit")
    same = pl.col("partner") == pl.col("signatory")
    numbered = pl.col("siren").is_not_null()
    rank = (
        pl.when(~numbered)
        .then(RANK[How.NAME])
        .when(same)
        .then(RANK[How.SAME])
        .when("state_unit")
        .then(RANK[How.STATE])
        .otherwise(RANK[How.UNIT])
    )
    return met.with_columns(rank.cast(pl.Int8).alias("rank"))


def _by_tree(partners: pl.DataFrame, signed: pl.DataFrame, trees: Trees) -> pl.DataFrame:
    anchors = signed["unit"]
    below = trees.below(anchors).with_columns(
        pl.when("mixed")
        .then(RANK[How.GROUP_MEMBER])
        .when("member")
        .then(RANK[How.MEMBER])
        .otherwise(RANK[How.SUBSIDIARY])
        .cast(pl.Int8)
        .alias("rank")
    )
    above = trees.above(anchors).with_columns(pl.lit(RANK[How.PARENT], dtype=pl.Int8).alias("rank"))
    reached = pl.concat([below, above]).select("anchor", "unit", "rank")
    return reached.join(partners, on="unit").join(signed.select(pl.col("unit").alias("anchor"), "framework", "signatory"), on="anchor")


def _by_branch(network: Network, ours: pl.DataFrame) -> list[pl.DataFrame]:
    frameworks = network.node(FRAMEWORK.name).filter(pl.col("scope").is_null() | pl.col("scope").is_in(_OF_BRANCH))
    nobody = pl.lit(None, dtype=pl.String).alias("signatory")
    codes = frameworks.select(pl.col("id").alias("framework"), "idcc").explode("idcc").drop_nulls().unique()
    by_idcc = (
        ours.filter(pl.col("idcc").is_not_null())
        .select(pl.col("id").alias("partner"), "idcc")
        .join(codes, on="idcc")
        .with_columns(nobody, pl.lit(RANK[How.IDCC], dtype=pl.Int8).alias("rank"))
    )
    found = [by_idcc]
    listed = frameworks.select(
        pl.col("id").alias("framework"), pl.col("naf_version").alias("_theirs"), pl.col("naf_prefixes").alias("prefix")
    )
    prefixes = listed.explode("prefix").with_columns(pl.col("prefix").str.replace_all(r"[^0-9A-Za-z]", "").str.to_uppercase())
    prefixes = prefixes.filter(pl.col("prefix").str.len_bytes() > 1).unique()
    coded = ours.filter(pl.col("naf").is_not_null()).select(
        pl.col("id").alias("partner"), pl.col("naf_version").alias("_ours"), pl.col("naf").str.replace_all(".", "", literal=True)
    )
    for length in prefixes["prefix"].str.len_bytes().unique().sort():
        wanted = prefixes.filter(pl.col("prefix").str.len_bytes() == length)
        met = coded.with_columns(pl.col("naf").str.slice(0, length).alias("prefix")).join(wanted, on="prefix")
        # the same digits do not mean the same trade from one nomenclature to the other
        agreed = met.filter((pl.col("_ours") == pl.col("_theirs")).fill_null(value=True))
        found.append(agreed.with_columns(nobody, pl.lit(RANK[How.NAF], dtype=pl.Int8).alias("rank")))
    return found


def _by_name(ours: pl.DataFrame, signed: pl.DataFrame) -> pl.DataFrame:
    """Match names where the identifiers do not contradict: one side at least has no SIREN."""
    ours = ours.select(pl.col("id").alias("partner"), pl.col("siren").alias("_siren"), "name", "brand")
    if signed["siren"].null_count() == 0:
        ours = ours.filter(pl.col("_siren").is_null())
    if ours.is_empty() or signed.is_empty():
        return pl.DataFrame(schema=_FOUND)
    theirs = _called(signed.select("framework", "signatory", "siren", "name", "brand"))
    met = _called(ours).join(theirs, on="called")
    free = met.filter((pl.col("_siren").is_null() | pl.col("siren").is_null()) & (pl.col("partner") != pl.col("signatory")))
    return free.with_columns(pl.lit(RANK[How.NAME], dtype=pl.Int8).alias("rank"))


def _by_name_above(ours: pl.DataFrame, units: Units, trees: Trees, signed: pl.DataFrame) -> pl.DataFrame:
    """Match the names of the groups and federations above partners, where a file gave no SIREN for them."""
    parents = trees.edges.select(pl.col("parent").alias("unit")).unique()
    local = units.frame.filter(pl.col("siren").is_null()).select("unit", "name", "brand").join(parents, on="unit", how="semi")
    if local.is_empty():
        return pl.DataFrame(schema=_FOUND)
    above = trees.over(ours["unit"]).join(local, on="unit").select(pl.col("anchor"), "unit", "name", "brand")
    if above.is_empty() or signed.is_empty():
        return pl.DataFrame(schema=_FOUND)
    theirs = _called(signed.select("framework", "signatory", pl.col("unit").alias("_unit"), "name", "brand"))
    met = _called(above).join(theirs, on="called").filter(pl.col("unit") != pl.col("_unit"))
    partners = ours.select(pl.col("id").alias("partner"), pl.col("unit").alias("anchor"))
    return partners.join(met, on="anchor").with_columns(pl.lit(RANK[How.NAME], dtype=pl.Int8).alias("rank"))


def _called(frame: pl.DataFrame) -> pl.DataFrame:
    """Give a row for each name an organisation goes by, in its core form."""
    names = [frame.with_columns(core_names(frame[name]).alias("called")) for name in ("name", "brand")]
    return pl.concat(names).drop("name", "brand").drop_nulls("called").unique()
