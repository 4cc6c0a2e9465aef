"""Communities as people call them: by the territory of most of their establishments and the filière they work in most."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from netmap.domain import COVERS, ESTABLISHMENT, FILIERE, LOCATED_IN, TEACHES, TERRITORY, WORKS_IN
from netmap.measures.communities import OTHER_SEEDS, communities, stability
from netmap.measures.indicator import number
from netmap.measures.study import Study

STABLE, FRAGILE = 0.8, 0.5
_LEVELS = ("bassin", "zone_emploi", "departement", "academie", "region", "commune")


@dataclass(frozen=True, slots=True)
class Community:
    """Hold a community: its name, its establishments, how many partners, its stability (0 to 1) and what that means."""

    name: str
    establishments: tuple[str, ...]
    partners: int
    territory: str
    filiere: str
    stability: float
    note: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """Hold the communities of a network, the largest first; the modularity of the whole; those of no community."""

    communities: tuple[Community, ...]
    modularity: float
    alone: int


def grouping(study: Study) -> Grouping:
    """Find and name the communities of the whole network."""
    actors = study.actors
    found = communities(actors.graph)
    sure = stability(actors.graph, found)
    held = pl.DataFrame({"id": actors.ids, "community": found.of})
    schools = held.filter(pl.col("id").str.starts_with(f"{ESTABLISHMENT.name}:"))
    places, trades = _most(_places(study), schools), _most(_trades(study), held)
    told: list[Community] = []
    used: dict[str, int] = {}
    for rank in range(found.count):
        mine = schools.filter(pl.col("community") == rank)["id"].sort()
        partners = int((found.of == rank).sum()) - len(mine)
        territory, filiere = places.get(rank, ""), trades.get(rank, "")
        name = _name(study, territory, filiere, mine)
        used[name] = used.get(name, 0) + 1
        numbered = f"{name} ({used[name]})" if used[name] > 1 else name
        told.append(Community(numbered, tuple(mine), partners, territory, filiere, float(sure[rank]), _note(float(sure[rank]))))
    return Grouping(tuple(told), found.modularity, int(np.sum(found.of[: actors.graph.schools] < 0)))


def _places(study: Study) -> pl.DataFrame:
    """Give the territory of each establishment, of the finest useful level: id, said."""
    levels = study.network.node(TERRITORY.name).select(pl.col("id").alias("target"), "level")
    links = study.network.link(LOCATED_IN.name).select(pl.col("source").alias("id"), "target").join(levels, on="target")
    order = pl.col("level").replace_strict({level: rank for rank, level in enumerate(_LEVELS)}, default=len(_LEVELS), return_dtype=pl.Int64)
    return links.sort(order, "target").unique("id", keep="first", maintain_order=True).select("id", pl.col("target").alias("said"))


def _trades(study: Study) -> pl.DataFrame:
    """Give the filières of partners, and of establishments: id, said; where nobody says any, those of their conventions."""
    ends = [pl.col("source").alias("id"), pl.col("target").alias("said")]
    links = [study.network.link(kind.name).select(ends) for kind in (WORKS_IN, TEACHES)]
    found = pl.concat(links).unique()
    return found if found.height else _signed(study)


def _signed(study: Study) -> pl.DataFrame:
    covers = study.network.link(COVERS.name).select(pl.col("source").alias("convention"), pl.col("target").alias("said"))
    both = study.ties.sides.filter("live").join(covers.filter(pl.col("said").str.starts_with(f"{FILIERE.name}:")), on="convention")
    return pl.concat([both.select(pl.col(end).alias("id"), "said") for end in ("establishment", "partner")]).unique()


def _most(said: pl.DataFrame, held: pl.DataFrame) -> dict[int, str]:
    """Give what is said most often in each community."""
    counts = held.filter(pl.col("community") >= 0).join(said, on="id").group_by("community", "said").len()
    best = counts.sort(["community", "len", "said"], descending=[False, True, False]).unique("community", keep="first", maintain_order=True)
    return dict(best.select("community", "said").iter_rows())


def _name(study: Study, territory: str, filiere: str, schools: pl.Series) -> str:
    words = [study.network.caption(identifier) for identifier in (territory, filiere) if identifier]
    if words:
        return " · ".join(words)
    return f"Autour de {study.network.caption(schools[0])}" if len(schools) else "Sans territoire ni filière connus"


def _note(sure: float) -> str:
    again = f"{number(100 * sure)}\u00a0% retrouvée sur {len(OTHER_SEEDS)} autres tirages"
    if sure >= STABLE:
        return f"Stable : {again}."
    return f"{'Assez stable' if sure >= FRAGILE else 'Fragile, une lecture parmi d’autres'} : {again}."
