"""The conventions of a generated network beside 2,000 framework agreements, typed: as flat tables, and as a network of netmap.

A framework is signed with a company, with a group or with a branch (the beginning of a NAF code); it has one theme and a period. The
date asked comes before every text, so that none is over and both sides look at the same pairs.
"""

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from netmap.network import Network, link_columns, node_columns

FRAMEWORKS = 2_000
ON = date(2010, 1, 1)
FAR = date(2040, 1, 1)
_SEED = 20_261_124
THEMES = {
    "PFMP": "pfmp",
    "Apprentissage": "apprentissage",
    "Stage": "insertion",
    "Taxe d'apprentissage": "taxe",
    "Visite-jury": "certification",
    "Partenariat global": "projet",
    "Plateau technique": "materiel",
    "Mentorat": "mentorat",
}


def tables(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give conventions (i, siren, group, naf, theme, starts, ends) and frameworks (f, scope, siren, group, prefix, theme, starts, ends)."""
    firms = pl.read_csv(folder / "entreprises.csv", separator=";", infer_schema=False)
    heads = firms["siren_groupe"].filter(firms["siren_groupe"] != "").unique()
    group = pl.when(pl.col("siren").is_in(heads.implode())).then("siren").when(pl.col("siren_groupe") != "").then("siren_groupe")
    firms = firms.select("siren", group.alias("group"), pl.col("code_naf").str.replace(".", "", literal=True).alias("naf"))
    days = {
        name: pl.coalesce(pl.col(name).str.to_date("%d/%m/%Y", strict=False), pl.col(name).str.to_date("%Y-%m-%d", strict=False))
        for name in ("date_debut", "date_fin")
    }
    read = pl.read_csv(folder / "conventions.csv", separator=";", infer_schema=False)
    typed = read.with_columns(pl.col("siren").str.replace_all(" ", "", literal=True), **days).join(firms, on="siren", maintain_order="left")
    conventions = typed.select(
        "siren",
        "group",
        "naf",
        pl.col("uai").str.to_uppercase(),
        pl.col("type").replace_strict(THEMES).alias("theme"),
        pl.min_horizontal("date_debut", pl.col("date_fin").fill_null(FAR)).alias("starts"),
        pl.max_horizontal("date_debut", pl.col("date_fin").fill_null(FAR)).alias("ends"),
    ).with_row_index("i")
    return conventions, _frameworks(firms, heads)


def _frameworks(firms: pl.DataFrame, heads: pl.Series) -> pl.DataFrame:
    rng = np.random.default_rng(_SEED)
    scope = pl.Series(rng.choice(["entreprise", "groupe", "branche"], FRAMEWORKS, p=(0.55, 0.15, 0.30)))
    starts = pl.Series(rng.integers(16_071, 20_000, FRAMEWORKS)).cast(pl.Int32).cast(pl.Date)
    ends = starts.dt.offset_by("1d") + pl.Series(rng.choice([1_095, 1_825, 2_190], FRAMEWORKS)).cast(pl.Duration("ms")) * 86_400_000
    alone = firms.filter(pl.col("group").is_null())["siren"]
    naf = firms["naf"].gather(rng.integers(0, firms.height, FRAMEWORKS))
    length = pl.Series(rng.choice([2, 4, 5], FRAMEWORKS))
    drawn = pl.DataFrame(
        {
            "scope": scope,
            "siren": alone.gather(rng.integers(0, len(alone), FRAMEWORKS)),
            "group": heads.sort().gather(rng.integers(0, len(heads), FRAMEWORKS)),
            "naf": naf,
            "length": length,
            "theme": pl.Series(list(THEMES.values())).gather(rng.integers(0, len(THEMES), FRAMEWORKS)),
            "starts": starts,
            "ends": ends.cast(pl.Date),
        }
    )
    return drawn.select(
        "scope",
        pl.when(pl.col("scope") == "entreprise").then("siren").alias("siren"),
        pl.when(pl.col("scope") == "groupe").then("group").alias("group"),
        pl.when(pl.col("scope") == "branche").then(pl.col("naf").str.slice(0, pl.col("length"))).alias("prefix"),
        "theme",
        "starts",
        "ends",
    ).with_row_index("f")


def network(folder: Path) -> Network:
    """Give the same as a network: conventions, organisations in groups, frameworks, who signs what."""
    conventions, frameworks = tables(folder)
    convention = pl.concat_str(pl.lit("Convention:C"), pl.col("i").cast(pl.String))
    framework = pl.concat_str(pl.lit("Framework:F"), pl.col("f").cast(pl.String))
    company = pl.concat_str(pl.lit("Organisation:"), pl.col("siren"))
    firms = conventions.select("siren", "group", "naf").unique("siren", maintain_order=True)
    named = pl.concat([conventions.select("siren", "group"), frameworks.select("siren", "group")])
    others = pl.concat([named["siren"], named["group"]]).drop_nulls().unique()
    others = others.filter(~others.is_in(firms["siren"].implode()))
    organisations = pl.concat([firms, pl.DataFrame({"siren": others})], how="diagonal").select(company.alias("id"), "siren", "naf")
    signatory = pl.concat_str(pl.lit("Organisation:"), pl.coalesce("siren", "group"))
    signs = pl.concat(
        [
            conventions.select(company.alias("source"), convention.alias("target")),
            conventions.select(pl.concat_str(pl.lit("Establishment:"), pl.col("uai")).alias("source"), convention.alias("target")),
            frameworks.filter(pl.col("scope") != "branche").select(signatory.alias("source"), framework.alias("target")),
        ]
    )
    part_of = firms.filter(pl.col("group").is_not_null() & (pl.col("group") != pl.col("siren")))
    part_of = part_of.select(company.alias("source"), pl.concat_str(pl.lit("Organisation:"), pl.col("group")).alias("target"))
    period = (pl.col("starts").alias("starts_on"), pl.col("ends").alias("ends_on"))
    themed = pl.concat_list("theme").alias("themes")
    nodes = {
        "Convention": conventions.select(convention.alias("id"), themed, *period, pl.lit("aucune").alias("renewal")),
        "Organisation": organisations,
        "Framework": frameworks.select(framework.alias("id"), "scope", themed, *period, pl.concat_list("prefix").alias("naf_prefixes")),
        "Establishment": conventions.select(pl.concat_str(pl.lit("Establishment:"), pl.col("uai")).alias("id"), "uai").unique("id"),
    }
    links = {"SIGNS": signs, "PART_OF": part_of.with_columns(pl.lit("groupe").alias("nature"))}
    return Network(
        {kind: _complete(frame, node_columns(kind)) for kind, frame in nodes.items()},
        {kind: _complete(frame, link_columns(kind)) for kind, frame in links.items()},
    )


def _complete(frame: pl.DataFrame, columns: dict[str, pl.DataType]) -> pl.DataFrame:
    return frame.select((pl.col(n).cast(t) if n in frame.columns else pl.lit(None, dtype=t).alias(n)) for n, t in columns.items())
