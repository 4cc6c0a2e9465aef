"""On whom does it lean? Kinds of partners, the share of the first one, concentration, partners that alone hold a part together."""

import polars as pl

from netmap.domain import ORGANISATION
from netmap.measures.counting import counted_by, live_partners, share, shared_out
from netmap.measures.indicator import Indicator, Unit, number, several
from netmap.measures.study import Parts, Study


def kinds_of(study: Study) -> pl.DataFrame:
    """Give the kind of each partner: partner, sort (a category of organisation, or the kind of actor; null when not said)."""
    said = study.network.node(ORGANISATION.name).select(pl.col("id").alias("partner"), pl.col("category").alias("sort"))
    partners = study.ties.pairs.select("partner").unique()
    kind = pl.col("partner").str.extract(r"^([A-Za-z]+):")
    return partners.join(said, on="partner", how="left").with_columns(
        pl.when(kind == ORGANISATION.name).then(pl.col("sort")).otherwise(kind).alias("sort")
    )


def _count_kinds(parts: Parts) -> pl.DataFrame:
    kinds = kinds_of(parts.study)
    met = live_partners(parts).join(kinds, on="partner", how="left")
    found = met.group_by("scope").agg(pl.col("sort").drop_nulls().n_unique().alias("part"), pl.col("sort").null_count().alias("unknown"))
    everywhere = kinds["sort"].drop_nulls().n_unique()
    told = counted_by(parts, found).with_columns(pl.lit(float(everywhere)).alias("whole"))
    return told.with_columns(pl.when(pl.col("part") > 0).then(pl.col("part")).alias("value"))


def _weights(parts: Parts) -> pl.DataFrame:
    """Give the weight of each live partner in each part: its ties, a partnership without convention counting for one."""
    return parts.pairs.group_by("scope", "partner", maintain_order=True).agg(pl.col("conventions").clip(1).sum().alias("weight"))


def _count_first(parts: Parts) -> pl.DataFrame:
    ranked = _weights(parts).sort(["scope", "weight", "partner"], descending=[False, True, False])
    found = ranked.group_by("scope", maintain_order=True).agg(
        pl.col("weight").first().alias("part"), pl.col("weight").sum().alias("whole"), pl.col("partner").first().alias("about")
    )
    return shared_out(parts, found)


def _first_partner(parts: Parts, scope: str) -> pl.Series:
    """Give the first partner where it weighs: a quarter of the ties or more."""
    mine = _weights(parts).filter(pl.col("scope") == scope).sort(["weight", "partner"], descending=[True, False])
    heavy = pl.col("weight") >= pl.col("weight").sum() * _HEAVY
    return mine.filter(heavy)["partner"].head(1)


def _count_concentration(parts: Parts) -> pl.DataFrame:
    shares = pl.col("weight") / pl.col("weight").sum()
    found = (
        _weights(parts)
        .group_by("scope")
        .agg((shares**2).sum().alias("value"), pl.len().alias("part"), pl.col("weight").sum().alias("whole"))
    )
    return counted_by(parts, found)


def _cutting(parts: Parts) -> pl.DataFrame:
    """Give the live partners of each part that alone hold something together: scope, partner, establishments (tied to them)."""
    actors = parts.study.actors
    points = pl.DataFrame({"partner": actors.ids, "establishments": actors.graph.degree}).filter(pl.Series(parts.study.cuts.points))
    return live_partners(parts).join(points, on="partner").select("scope", "partner", "establishments")


def _count_cutting(parts: Parts) -> pl.DataFrame:
    ranked = _cutting(parts).sort(["scope", "establishments", "partner"], descending=[False, True, False])
    found = ranked.group_by("scope", maintain_order=True).agg(pl.len().alias("part"), pl.col("partner").first().alias("about"))
    whole = live_partners(parts).group_by("scope").agg(pl.len().alias("whole"))
    told = counted_by(parts, whole.join(found, on="scope", how="left"))
    return told.with_columns(pl.when(pl.col("whole") > 0).then(pl.col("part")).alias("value"))


def _first_cutting(parts: Parts, scope: str) -> pl.Series:
    found = _cutting(parts).filter(pl.col("scope") == scope)
    return found.sort(["establishments", "partner"], descending=[True, False])["partner"]


def _count_single(parts: Parts) -> pl.DataFrame:
    each = parts.pairs.group_by("scope", "establishment").agg(pl.len().alias("partners"))
    found = each.group_by("scope").agg((pl.col("partners") == 1).sum().alias("part"), pl.len().alias("whole"))
    untied = counted_by(parts, found).join(parts.scopes, on="scope", maintain_order="left")
    return counted_by(parts, untied.with_columns((pl.col("establishments") - pl.col("whole")).alias("unknown"), share()))


def _first_single(parts: Parts, scope: str) -> pl.Series:
    each = parts.pairs.filter(pl.col("scope") == scope).group_by("establishment").agg(pl.len().alias("partners"))
    return each.filter(pl.col("partners") == 1).sort("establishment")["establishment"]


_HEAVY = 0.25
_FAMILY = "Diversité et dépendance"

KINDS_OF_PARTNERS = Indicator(
    name="kinds",
    label="Sortes de partenaires",
    family=_FAMILY,
    definition="Combien de sortes de partenaires différentes : entreprise, branche, chambre, collectivité, association, campus…",
    formula="Sortes différentes parmi les partenaires vivants.",
    out_of="sortes présentes dans tout le réseau",
    unit=Unit.COUNT,
    better=1,
    count=_count_kinds,
    why=lambda row, _: (
        f"{several(row['part'], 'sorte', 'sortes')} sur {number(row['whole'])} dans tout le réseau"
        + (f" ; {several(row['unknown'], 'partenaire est', 'partenaires sont')} sans sorte renseignée." if row["unknown"] else ".")
    ),
    unsaid="Aucun partenaire vivant dont la sorte soit renseignée.",
    fill="Renseigner la catégorie des partenaires (entreprise, branche, chambre, association…).",
    todo="Voir dans les manques quelles sortes de partenaires ne sont pas là ; renseigner les catégories absentes.",
)
FIRST_PARTNER = Indicator(
    name="first_partner",
    label="Part du premier partenaire",
    family=_FAMILY,
    definition="La part des liens qui tiennent à un seul partenaire, le plus lié.",
    formula="Liens du partenaire le plus lié ÷ tous les liens (une convention compte pour un, un partenariat sans convention aussi).",
    out_of="liens vivants",
    unit=Unit.SHARE,
    better=-1,
    count=_count_first,
    why=lambda row, name: f"{name} porte {several(row['part'], 'lien', 'liens')} sur {number(row['whole'])}.",
    unsaid="Aucun lien vivant : rien à répartir.",
    fill="Charger les conventions et les partenariats, avec leurs dates.",
    todo="Chercher un second partenaire du même métier que",
    first=_first_partner,
)
CONCENTRATION = Indicator(
    name="concentration",
    label="Concentration des partenaires",
    family=_FAMILY,
    definition="Près de 0 : beaucoup de partenaires de poids semblable. 1 : un seul partenaire porte tout.",
    formula="Indice de Herfindahl-Hirschman : somme des carrés des parts de chaque partenaire dans les liens vivants.",
    out_of="liens vivants",
    unit=Unit.INDEX,
    better=-1,
    count=_count_concentration,
    why=lambda row, _: f"{several(row['part'], 'partenaire', 'partenaires')} : autant que {number(1 / row['value'], 1)} de même poids.",
    unsaid="Aucun lien vivant : rien à répartir.",
    fill="Charger les conventions et les partenariats, avec leurs dates.",
    todo="Élargir le cercle : signer avec des partenaires nouveaux plutôt que davantage avec les mêmes.",
)
CUTTING = Indicator(
    name="cutting",
    label="Partenaires seuls à relier",
    family=_FAMILY,
    definition="Les partenaires dont le départ couperait le réseau : des établissements ou d’autres acteurs n’y seraient plus reliés.",
    formula="Partenaires vivants dont le retrait augmente le nombre d’ensembles séparés du réseau entier (points d’articulation).",
    out_of="partenaires vivants",
    unit=Unit.COUNT,
    better=-1,
    count=_count_cutting,
    why=lambda row, name: (
        f"Seuls à relier une partie du réseau : {number(row['part'])} sur "
        f"{several(row['whole'], 'partenaire', 'partenaires')}" + (f", à commencer par {name}." if name else ".")
    ),
    unsaid="Aucun partenaire vivant connu.",
    fill="Charger les conventions et les partenariats, avec leurs dates.",
    todo="Doubler le lien, en trouvant un autre partenaire à ceux que relie",
    first=_first_cutting,
)
SINGLE = Indicator(
    name="single",
    label="Établissements à un seul partenaire",
    family=_FAMILY,
    definition="La part des établissements ayant des partenaires vivants qui n’en ont qu’un.",
    formula="Établissements à un seul partenaire vivant ÷ établissements ayant au moins un partenaire vivant.",
    out_of="établissements ayant un partenaire vivant",
    unit=Unit.SHARE,
    better=-1,
    count=_count_single,
    why=lambda row, _: (
        f"À un seul partenaire : {number(row['part'])} sur {several(row['whole'], 'établissement', 'établissements')}"
        + (f" ; {several(row['unknown'], 'autre n’a', 'autres n’ont')} aucun partenaire vivant connu." if row["unknown"] else ".")
    ),
    unsaid="Aucun établissement n’a de partenaire vivant connu.",
    fill="Charger les conventions et les partenariats, avec leurs dates.",
    todo="Aider d’abord",
    first=_first_single,
    alone=False,
)
LEANING = (KINDS_OF_PARTNERS, FIRST_PARTNER, CONCENTRATION, SINGLE, CUTTING)
