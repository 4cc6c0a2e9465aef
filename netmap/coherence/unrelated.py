"""The pairs looked at and judged unrelated, each with its reason, so that silence can be trusted."""

import polars as pl

from netmap.coherence.findings import Findings
from netmap.coherence.ground import Dated
from netmap.matching.identity import signatories_of
from netmap.matching.units import core_names

_COLUMNS = ["convention", "framework", "partner", "signatory", "reason"]
SIBLINGS = "Deux filiales d’une même société mère : l’accord de l’une n’engage pas l’autre, seul celui de la société mère le ferait."
NAMES = "Les noms se ressemblent, mais les SIREN sont connus et différents : ce ne sont pas les mêmes organisations."
FRAMEWORK_OVER = "L’accord n’est plus en vigueur à cette date, et la convention ne le cite pas."
FRAMEWORK_REPLACED = "L’accord est remplacé à cette date, et la convention ne le cite pas : c’est le texte qui le remplace qui est examiné."
CONVENTION_OVER = "La convention est terminée ou remplacée à cette date : elle est une archive."
NOMENCLATURES = "Les codes NAF se ressemblent, mais l’un est de la NAF 2008 et l’autre de la NAF 2025 : ils ne se comparent pas."


def unrelated(findings: Findings) -> pl.DataFrame:
    """Give the pairs judged unrelated on the date: convention, framework, partner, signatory, reason; those found otherwise left out."""
    dated = findings.dated
    everyone = dated.ground.partners
    over = everyone.join(dated.conventions.select(pl.col("id").alias("convention")), on="convention", how="anti")
    examined = everyone.join(dated.conventions.select(pl.col("id").alias("convention")), on="convention", how="semi")
    frames = [
        _tied(dated, examined),
        _archives(dated, over),
        _siblings(dated, examined),
        _alike(dated, examined),
        _nomenclatures(dated, examined),
    ]
    found = pl.concat([frame.select(_COLUMNS) for frame in frames]).unique(["convention", "framework"], keep="first", maintain_order=True)
    told = findings.frame.select("convention", "framework").drop_nulls().unique()
    return found.join(told, on=["convention", "framework"], how="anti").sort("convention", "framework")


def _tied(dated: Dated, sides: pl.DataFrame) -> pl.DataFrame:
    over = dated.frameworks.filter("over").select(pl.col("id").alias("framework"), "successor")
    met = sides.join(dated.ground.identities.join(over, on="framework"), on="partner")
    replaced = pl.col("successor").is_not_null()
    return met.with_columns(pl.when(replaced).then(pl.lit(FRAMEWORK_REPLACED)).otherwise(pl.lit(FRAMEWORK_OVER)).alias("reason"))


def _archives(dated: Dated, over: pl.DataFrame) -> pl.DataFrame:
    return over.join(dated.ground.identities, on="partner").with_columns(pl.lit(CONVENTION_OVER).alias("reason"))


def _live_signatories(dated: Dated) -> pl.DataFrame:
    live = dated.frameworks.filter(~pl.col("over")).select(pl.col("id").alias("framework"))
    return signatories_of(dated.ground.network, dated.ground.units).join(live, on="framework", how="semi")


def _siblings(dated: Dated, sides: pl.DataFrame) -> pl.DataFrame:
    edges = dated.ground.trees.edges.filter(~pl.col("member")).select("child", "parent")
    units = dated.ground.units.frame.select(pl.col("id").alias("partner"), pl.col("unit").alias("child"))
    theirs = _live_signatories(dated).select("framework", "signatory", pl.col("unit").alias("other"))
    kin = (
        edges.join(edges.rename({"child": "other"}), on="parent")
        .filter(pl.col("child") != pl.col("other"))
        .select("child", "other")
        .unique()
    )
    met = sides.join(units, on="partner").join(kin, on="child").join(theirs, on="other")
    return met.with_columns(pl.lit(SIBLINGS).alias("reason"))


def _alike(dated: Dated, sides: pl.DataFrame) -> pl.DataFrame:
    held = dated.ground.units.frame.filter(pl.col("siren").is_not_null()).select(pl.col("id").alias("partner"), "siren", "name")
    ours = held.filter(pl.col("partner").is_in(sides["partner"].implode()))
    ours = ours.with_columns(core_names(ours["name"]).alias("called")).drop_nulls("called").drop("name")
    theirs = _live_signatories(dated).filter(pl.col("siren").is_not_null())
    theirs = theirs.select(
        "framework", "signatory", pl.col("siren").alias("_siren"), core_names(theirs["name"]).alias("called")
    ).drop_nulls("called")
    met = ours.join(theirs, on="called").filter(pl.col("siren") != pl.col("_siren"))
    return sides.join(met, on="partner").with_columns(pl.lit(NAMES).alias("reason"))


def _nomenclatures(dated: Dated, sides: pl.DataFrame) -> pl.DataFrame:
    listed = dated.frameworks.filter(~pl.col("over") & pl.col("naf_version").is_not_null())
    prefixes = listed.select(
        pl.col("id").alias("framework"), pl.col("naf_version").alias("_theirs"), pl.col("naf_prefixes").alias("prefix")
    ).explode("prefix")
    coded = dated.ground.units.frame.drop_nulls(["naf", "naf_version"]).select(pl.col("id").alias("partner"), "naf", "naf_version")
    met = coded.filter(pl.col("partner").is_in(sides["partner"].implode())).join(prefixes.drop_nulls("prefix"), how="cross")
    prefix = pl.col("prefix").str.replace_all(r"[^0-9A-Za-z]", "").str.to_uppercase()
    met = met.filter((pl.col("naf_version") != pl.col("_theirs")) & pl.col("naf").str.starts_with(prefix))
    nobody = pl.lit(None, dtype=pl.String).alias("signatory")
    return sides.join(met, on="partner").with_columns(nobody, pl.lit(NOMENCLATURES).alias("reason"))
