"""Who could take over? For each filière that a departure leaves without partner: partners who could, ranked, each with its reason.

First the establishment's own partners of that filière who stay, then those of its neighbours, then those the network knows without a
live tie. Proposals only: netmap knows neither their capacity nor their wish.
"""

from dataclasses import dataclass
from typing import Any

import polars as pl

from netmap.distance import kilometres
from netmap.domain import COVERS, ESTABLISHMENT, FILIERE, LOCATED_IN, ORGANISATION, TEACHES, TERRITORY, WORKS_IN
from netmap.measures.departure import Departure
from netmap.measures.indicator import number, several

MOST = 3
_NEAR = ("bassin", "zone_emploi", "departement")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a partner who could take over a filière in an establishment, and why."""

    establishment: str
    filiere: str
    partner: str
    reason: str


def candidates(one: Departure, establishments: pl.Series | None = None, most: int = MOST) -> tuple[Candidate, ...]:
    """Rank, for each establishment and filière that loses a partner, at most `most` partners who could take over."""
    wanted = _wanted(one)
    if establishments is not None:
        wanted = wanted.filter(pl.col("establishment").is_in(establishments.implode()))
    if wanted.is_empty():
        return ()
    found = _ranked(one, wanted).filter(pl.int_range(pl.len()).over("establishment", "filiere") < most)
    return tuple(Candidate(row["establishment"], row["filiere"], row["partner"], _reason(row)) for row in found.iter_rows(named=True))


def _wanted(one: Departure) -> pl.DataFrame:
    """Give the filières taught that a lost tie served: establishment, filiere; those no longer reached first."""
    network = one.study.network
    keys = ["establishment", "filiere"]
    works = network.link(WORKS_IN.name).select(pl.col("source").alias("partner"), pl.col("target").alias("filiere"))
    covers = network.link(COVERS.name).filter(pl.col("target").str.starts_with(f"{FILIERE.name}:"))
    named = one.conventions.join(covers.select(pl.col("source").alias("convention"), pl.col("target").alias("filiere")), on="convention")
    lost = pl.concat([one.lost.join(works, on="partner").select(keys), named.select(keys)]).unique()
    taught = network.link(TEACHES.name).select(pl.col("source").alias("establishment"), pl.col("target").alias("filiere")).unique()
    served = lost.join(taught, on=keys, how="semi").filter(pl.col("establishment").is_in(one.staying.implode()))
    bare = one.uncovered.with_columns(pl.lit(0).alias("order"))
    return served.join(bare, on=keys, how="left").with_columns(pl.col("order").fill_null(1)).sort("order", *keys)


def _ranked(one: Departure, wanted: pl.DataFrame) -> pl.DataFrame:
    network = one.study.network
    closed = network.node(ORGANISATION.name).filter(pl.col("state") == "ferme")["id"]
    works = network.link(WORKS_IN.name).select(pl.col("source").alias("partner"), pl.col("target").alias("filiere")).unique()
    able = works.filter(
        pl.col("partner").str.starts_with(f"{ORGANISATION.name}:")
        & ~pl.col("partner").is_in(list(one.leaving))
        & ~pl.col("partner").is_in(closed.implode())
    )
    pairs = one.pairs.select("establishment", "partner")
    near = _neighbours(one).join(pairs.rename({"establishment": "other"}), on="other")
    near = near.group_by("establishment", "partner").agg(pl.col("other").n_unique().cast(pl.Int64).alias("near"))
    everywhere = pairs.group_by("partner").agg(pl.len().cast(pl.Int64).alias("schools"))
    told = (
        wanted.join(able, on="filiere", maintain_order="left")
        .join(pairs.with_columns(pl.lit(value=True).alias("own")), on=["establishment", "partner"], how="left")
        .join(near, on=["establishment", "partner"], how="left")
        .join(everywhere, on="partner", how="left")
        .with_columns(pl.col("own").fill_null(value=False), pl.col("near", "schools").fill_null(0))
        # Of its own partners, the nearest is first: what others do with them matters less.
        .with_columns(pl.when(~pl.col("own")).then(pl.col("near", "schools")).otherwise(0))
    )
    placed = _with_distance(one, told)
    return placed.sort(
        ["order", "establishment", "filiere", "own", "near", "schools", "km", "partner"],
        descending=[False, False, False, True, True, True, False, False],
        nulls_last=True,
    )


def _neighbours(one: Departure) -> pl.DataFrame:
    """Give the establishments of the same bassin, zone d’emploi or département: establishment, other."""
    network = one.study.network
    levels = network.node(TERRITORY.name).select(pl.col("id").alias("target"), "level")
    places = network.link(LOCATED_IN.name).filter(pl.col("source").str.starts_with(f"{ESTABLISHMENT.name}:"))
    ranked = places.select("source", "target").join(levels, on="target").filter(pl.col("level").is_in(list(_NEAR)))
    order = pl.col("level").replace_strict({level: rank for rank, level in enumerate(_NEAR)}, return_dtype=pl.Int64)
    nearest = ranked.with_columns(order.alias("rank")).filter(pl.col("rank") == pl.col("rank").min().over("source"))
    held = nearest.select(pl.col("source").alias("establishment"), "target")
    both = held.join(held.rename({"establishment": "other"}), on="target").filter(pl.col("establishment") != pl.col("other"))
    return both.select("establishment", "other").unique()


def _with_distance(one: Departure, told: pl.DataFrame) -> pl.DataFrame:
    network = one.study.network
    for end, kind in (("establishment", ESTABLISHMENT.name), ("partner", ORGANISATION.name)):
        places = [pl.col("latitude").alias(f"{end}_lat"), pl.col("longitude").alias(f"{end}_lon")]
        points = network.node(kind).select(pl.col("id").alias(end), *places)
        told = told.join(points, on=end, how="left", maintain_order="left")
    return told.with_columns(kilometres("establishment_lat", "establishment_lon", "partner_lat", "partner_lon").alias("km"))


def _reason(row: dict[str, Any]) -> str:
    if row["own"]:
        said = "déjà partenaire de l’établissement"
    elif row["near"]:
        said = f"travaille avec {several(row['near'], 'établissement voisin', 'établissements voisins')}"
    elif row["schools"]:
        said = f"travaille avec {several(row['schools'], 'établissement du réseau', 'établissements du réseau')}"
    else:
        said = "connu du réseau, sans lien vivant"
    return said if row["km"] is None else f"{said}, à {number(row['km'])} km"
