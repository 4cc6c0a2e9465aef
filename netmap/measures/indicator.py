"""What an indicator of strength is: declared once with its words, counted for every part of a kind at once, read for one part.

An indicator never stands alone: it says what it counts, out of how many, how many are not said, why it is so and what to do. What
cannot be said is said so: no value, never a zero, never a number that is none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, LiteralString

import polars as pl

from netmap.errors import SchemaError
from netmap.measures.study import Parts

UNSAID = "non renseigné"
_SMALL = 0.1
_TRACE = 0.0005  # what would be written 0,0 % is not zero
COLUMNS = {
    "scope": pl.String(),
    "value": pl.Float64(),
    "part": pl.Float64(),
    "whole": pl.Float64(),
    "unknown": pl.Int64(),
    "about": pl.String(),
}


class Unit(StrEnum):
    """How a value is written."""

    COUNT = "nombre"
    SHARE = "part"
    YEARS = "années"
    INDEX = "indice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Declare an indicator.

    `count` gives the columns of `COLUMNS` for the parts of a kind, one row a part: the value (null when it cannot be said), what is
    counted, out of how many, how many are not said, an actor to name. `out_of` names what the denominator counts. `better` is 1 when
    more is stronger, -1 when less is, 0 when neither. `why` writes a row in words, given the name of `about`; `unsaid` says what is
    missing where there is no value, and `fill` what to fill in so that there is one. `todo` says what to do, `first` gives the actors
    it is about, the first to see to first.
    """

    name: LiteralString
    label: str
    family: str
    definition: str
    formula: str
    out_of: str
    unit: Unit
    better: int
    count: Callable[[Parts], pl.DataFrame]
    why: Callable[[dict[str, Any], str], str]
    unsaid: str
    fill: str
    todo: str
    first: Callable[[Parts, str], pl.Series] | None = None
    alone: bool = True
    """Whether it makes sense for one establishment."""

    def __post_init__(self) -> None:
        if self.better not in (-1, 0, 1):
            raise SchemaError(f"Indicateur « {self.name} » : « better » vaut {self.better}, et non -1, 0 ou 1.")

    def show(self, value: float | None) -> str:
        """Write a value as French does."""
        if value is None:
            return UNSAID
        if self.unit is Unit.SHARE and 0 < value < _TRACE:
            return "moins de 0,1\u00a0%"
        if self.unit is Unit.SHARE:
            return f"{number(100 * value, 0 if value == 0 or value * 100 >= 1 else 1)}\u00a0%"
        if self.unit is Unit.YEARS:
            return f"{number(value, 1)}\u00a0an{'s' if value >= 2 else ''}"  # noqa: PLR2004 - the plural starts at two
        return number(value, (2 if value >= _SMALL else 3) if self.unit is Unit.INDEX else 0)


def number(value: float, decimals: int = 0) -> str:
    """Write a number as French does: comma, thousands apart."""
    return f"{value:,.{decimals}f}".replace(",", "\u202f").replace(".", ",")


def several(count: float, one: str, many: str) -> str:
    """Write a count and what it counts: the plural starts at two."""
    return f"{number(count)} {one if count < 2 else many}"  # noqa: PLR2004 - see above
