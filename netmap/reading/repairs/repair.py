"""What a repair is: a small function from a refused text to a text that its type reads, with its examples beside it.

A repair never decides that a value is right: what it keeps goes through the strict type again (keys, calendars, vocabularies), and
what fails there is refused as if nothing had been tried.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from netmap.values import ValueType

Edge = Literal["", "start", "end"]


@dataclass(frozen=True, slots=True)
class Place:
    """Say where a text was read: the type asked for, which end of a period it tells, whether it counts months, or may be `many`.

    `abroad` marks the line of a partner that is not in France: nothing French is guessed of its codes.
    """

    type: ValueType
    edge: Edge = ""
    months: bool = False
    abroad: bool = False
    many: bool = False

    def among(self, *types: ValueType) -> bool:
        """Tell whether the type asked for is one of these: by identity, for equality would compare all that they declare."""
        return any(self.type is kind for kind in types)


@dataclass(frozen=True, slots=True)
class Kept:
    """Give the text that stands for what was read, and why, in French."""

    text: str
    why: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """Say, in French, why nothing can be kept of what was read: the value is left aside, never completed by a guess."""

    why: str
    code: str = "chiffres-perdus"


@dataclass(frozen=True, slots=True)
class Example:
    """Show what becomes of a text: the text kept, or None where the value is lost."""

    text: str
    kept: str | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Declare one repair: the remark it makes (a code of `netmap.problems`), the types it mends, its rule and its examples.

    `types` empty means every closed choice. `mend` gives None for a text it has nothing to say of.
    """

    code: str
    types: tuple[ValueType, ...]
    mend: Callable[[str, Place], Kept | Lost | None]
    mends: tuple[Example, ...]
    leaves: tuple[tuple[str, Place], ...]

    def applies(self, place: Place) -> bool:
        """Tell whether the repair knows the type of a place."""
        return place.among(*self.types) if self.types else bool(place.type.choices)
