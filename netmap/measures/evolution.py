"""The same indicators on other dates, and what changed between two: partners come and gone, conventions begun and ended.

Past dates are read from what is known today: an actor or a convention recorded late counts at its own dates.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from netmap.errors import UnknownName
from netmap.measures.counting import live_partners
from netmap.measures.indicator import UNSAID, Indicator, Unit, number
from netmap.measures.strength import Strength, check_scope, strength
from netmap.measures.study import WHOLE, Study
from netmap.network import Network

POINTS, MONTHS_APART = 9, 6
SAME = "inchangé"


@dataclass(frozen=True, slots=True)
class Change:
    """Hold an indicator on two dates."""

    indicator: Indicator
    before: float | None
    after: float | None

    @property
    def told(self) -> str:
        """Say the difference in words; « non renseigné » when one of the two is not said."""
        if self.before is None or self.after is None:
            return UNSAID
        gap = self.after - self.before
        if self.indicator.unit is Unit.SHARE:
            points = round(abs(100 * gap), 1)
            said = f"{number(points, 1)} point{'s' if points >= 2 else ''}"  # noqa: PLR2004 - the plural starts at two
        else:
            decimals = {Unit.COUNT: 0, Unit.YEARS: 1, Unit.INDEX: 3}[self.indicator.unit]
            points = round(abs(gap), decimals)
            said = f"{number(points, decimals)} an" if self.indicator.unit is Unit.YEARS else number(points, decimals)
        return f"{said} de {'plus' if gap > 0 else 'moins'}" if points else SAME

    @property
    def direction(self) -> str:
        """Say whether the part is stronger, weaker, or neither."""
        if self.before is None or self.after is None or not self.indicator.better or self.told == SAME:
            return ""
        return "plus solide" if (self.after > self.before) == (self.indicator.better > 0) else "moins solide"

    def as_dict(self) -> dict[str, Any]:
        """Give the fields that docs/commands.md documents."""
        return {
            "name": self.indicator.name,
            "label": self.indicator.label,
            "before": self.before,
            "after": self.after,
            "before_shown": self.indicator.show(self.before),
            "after_shown": self.indicator.show(self.after),
            "told": self.told,
            "direction": self.direction,
        }


@dataclass(frozen=True, slots=True)
class Evolution:
    """Hold what changed in a part between two dates: indicators, partners come and gone, conventions begun and ended (ids)."""

    since: date
    on: date
    changes: tuple[Change, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    begun: tuple[str, ...]
    ended: tuple[str, ...]


def evolution(before: Study, after: Study, scope: str | None = None) -> Evolution:
    """Compare a part of the network on two dates; raise UnknownName when the first does not come first."""
    if before.on >= after.on:
        raise UnknownName(f"La date de départ ({before.on:%d/%m/%Y}) doit précéder la date d’arrivée ({after.on:%d/%m/%Y}).")
    first, last = strength(before, scope), strength(after, scope)
    changes = tuple(Change(one.indicator, one.value, other.value) for one, other in zip(first.readings, last.readings, strict=True))
    kind, wanted = check_scope(scope), scope or WHOLE
    partners = [live_partners(study.parts(kind)).filter(pl.col("scope") == wanted)["partner"] for study in (before, after)]
    live = [
        study.parts(kind).sides.filter((pl.col("scope") == wanted) & pl.col("live"))["convention"].unique() for study in (before, after)
    ]
    return Evolution(before.on, after.on, changes, _new(*partners), _new(*reversed(partners)), _new(*live), _new(*reversed(live)))


def _new(before: pl.Series, after: pl.Series) -> tuple[str, ...]:
    return tuple(after.filter(~after.is_in(before.implode())).sort())


def past_dates(on: date, points: int = POINTS, months: int = MONTHS_APART) -> list[date]:
    """Give dates up to `on`, `months` apart, the oldest first."""
    steps = (pl.col("on").dt.offset_by(f"-{months * step}mo").alias(str(step)) for step in range(points))
    return list(reversed(pl.Series("on", [on]).to_frame().select(steps).row(0)))


def series(network: Network, scope: str | None, dates: list[date]) -> list[tuple[date, Strength]]:
    """Read a part of the network on several dates."""
    return [(day, strength(Study(network, day), scope)) for day in dates]
