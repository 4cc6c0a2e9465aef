"""The strength of a part of the network on a date: every indicator, read in words, ranked among parts of the same size."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from netmap.domain import DOMAIN, ESTABLISHMENT, TERRITORY
from netmap.domain.vocabulary import TERRITORY_LEVEL
from netmap.errors import UnknownName
from netmap.measures.holding import HOLDING
from netmap.measures.indicator import Indicator
from netmap.measures.leaning import LEANING
from netmap.measures.living import LIVING
from netmap.measures.study import WHOLE, Parts, Study
from netmap.scope import KINDS

INDICATORS: tuple[Indicator, ...] = (*LIVING, *LEANING, *HOLDING)
PUPILS, ESTABLISHMENTS = (300, 600, 1_000), (4, 10, 30)
NOTHING_TO_DO = "Rien à faire de ce côté."
_NAMED = 3
_NOBODY = "Charger la liste des établissements : leur territoire, leurs campus et réseaux, leurs filières."


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold an indicator read for a part: its value (None when it cannot be said) and what makes it understood."""

    indicator: Indicator
    value: float | None
    part: float
    whole: float
    unknown: int
    rank: int | None
    peers: int
    why: str
    todo: str
    about: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Write the value."""
        return self.indicator.show(self.value)

    @property
    def advice(self) -> str:
        """Say what to do, even that there is nothing to do."""
        return self.todo or NOTHING_TO_DO

    def as_dict(self) -> dict[str, Any]:
        """Give the fields that docs/commands.md documents."""
        one = self.indicator
        return {
            "name": one.name,
            "label": one.label,
            "family": one.family,
            "definition": one.definition,
            "formula": one.formula,
            "value": self.value,
            "shown": self.shown,
            "numerator": self.part,
            "denominator": self.whole,
            "denominator_of": one.out_of,
            "unknown": self.unknown,
            "rank": self.rank,
            "peers": self.peers,
            "why": self.why,
            "todo": self.todo,
            "about": list(self.about),
        }


@dataclass(frozen=True, slots=True)
class Strength:
    """Hold the readings of a part, the words for its size, and how many actors it was read among."""

    scope: str
    name: str
    peers: str
    readings: tuple[Reading, ...]
    sampled: int
    """How many actors stood for all in bridging actors, 0 when all were counted."""

    def reading(self, name: str) -> Reading:
        """Give the reading of an indicator."""
        return next(reading for reading in self.readings if reading.indicator.name == name)


def strength(study: Study, scope: str | None = None) -> Strength:
    """Read every indicator for a part of the network; for the whole without one."""
    kind = check_scope(scope)
    parts, wanted = study.parts(kind), scope or WHOLE
    peers, words = _peers(parts, wanted)
    said = [one for one in INDICATORS if one.alone or kind != ESTABLISHMENT.name]
    readings = tuple(_read(parts, one, wanted, peers) for one in said)
    name = study.network.caption(wanted) if wanted else "Tout le réseau"
    return Strength(wanted, name, words, readings, study.passing.sampled)


def check_scope(scope: str | None) -> str:
    """Give the kind of a part, "" for the whole network; raise UnknownName for what is none."""
    if not scope:
        return WHOLE
    kind = scope.partition(":")[0]
    if kind not in KINDS:
        raise UnknownName(
            f"« {scope} » n’est pas un périmètre : donnez un territoire, un campus, un réseau, une filière ou un établissement."
        )
    return kind


def _read(parts: Parts, one: Indicator, scope: str, peers: pl.Series) -> Reading:
    counts = one.count(parts)
    mine = counts.filter(pl.col("scope") == scope)
    if mine.is_empty():
        return Reading(one, None, 0, 0, 0, None, 0, "Aucun établissement n’est connu dans ce périmètre.", _NOBODY, ())
    row = mine.row(0, named=True)
    value: float | None = row["value"]
    near = counts.filter(pl.col("scope").is_in(peers.implode()) & pl.col("value").is_not_null())["value"]
    names = _names(parts.study, [row["about"]] if row["about"] else [])
    if value is None:
        return Reading(one, None, row["part"], row["whole"], row["unknown"], None, len(near), one.unsaid, one.fill, ())
    rank = None
    if len(near) > 1:
        ahead = (near < value) if one.better < 0 else (near > value)
        rank = int(ahead.sum()) + 1
    best = row["part"] == (row["whole"] if one.better > 0 else 0) and one.better != 0
    todo, about = ("", ()) if best else _todo(parts, one, scope)

    return Reading(one, value, row["part"], row["whole"], row["unknown"], rank, len(near), one.why(row, "".join(names)), todo, about)


def _todo(parts: Parts, one: Indicator, scope: str) -> tuple[str, tuple[str, ...]]:
    if one.first is None:
        return one.todo, ()
    found = one.first(parts, scope)
    if found.is_empty():
        return "", ()
    about = tuple(found.head(_NAMED))
    more = f" et {len(found) - _NAMED} de plus" if len(found) > _NAMED else ""
    return f"{one.todo} : {', '.join(_names(parts.study, about))}{more}.", about


def _names(study: Study, ids: Any) -> list[str]:  # noqa: ANN401 - a list or a tuple of ids
    return [study.network.full_caption(identifier) for identifier in ids]


def _peers(parts: Parts, scope: str) -> tuple[pl.Series, str]:
    """Give the parts of the same kind and size, this one included, and what they are in words."""
    sizes = parts.size.join(parts.scopes.select("scope"), on="scope", how="semi")
    none = pl.Series("scope", [scope], dtype=pl.String)
    if scope == WHOLE:
        return none, "le réseau entier n’a pas de semblable"
    steps, unit = (PUPILS, "élèves") if parts.kind == ESTABLISHMENT.name else (ESTABLISHMENTS, "établissements")
    words = DOMAIN.node(parts.kind).plural.lower()
    if parts.kind == TERRITORY.name:
        levels = parts.study.network.node(TERRITORY.name).select(pl.col("id").alias("scope"), "level")
        level = levels.filter(pl.col("scope") == scope)["level"].first()
        sizes = sizes.join(levels.filter(pl.col("level").eq_missing(level)), on="scope", how="semi")
        words = f"territoires ({TERRITORY_LEVEL.show(level).lower()})" if level else words
    mine: Any = sizes.filter(pl.col("scope") == scope)["size"].first()

    if mine is None:
        return sizes["scope"], f"{words}, de toute taille (la sienne n’est pas renseignée)"
    low = max((step for step in steps if step <= mine), default=0)
    high = min((step for step in steps if step > mine), default=None)
    same = sizes.filter((pl.col("size") >= low) & (pl.lit(True) if high is None else pl.col("size") < high))["scope"]
    bounds = f"de {low} {unit} et plus" if high is None else f"de {low} à {high - 1} {unit}" if low else f"de moins de {high} {unit}"
    return same, f"{words} {bounds}"
