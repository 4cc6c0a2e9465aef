"""Seeded choices that never change: our own arithmetic, because Python promises no sequence of `random.choice` between versions."""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

_MULTIPLIER = 6364136223846793005
_INCREMENT = 1442695040888963407


class Dice:
    """Draw numbers, items and days from a seed."""

    def __init__(self, seed: str) -> None:
        self._state = int.from_bytes(sha256(seed.encode()).digest()[:8], "big")

    def number(self, low: int, high: int) -> int:
        """Draw a whole number between two bounds, both included."""
        self._state = (self._state * _MULTIPLIER + _INCREMENT) % 2**64
        return low + (self._state >> 33) % (high - low + 1)

    def chance(self, percent: int) -> bool:
        """Tell whether something that happens `percent` times in a hundred happens."""
        return self.number(1, 100) <= percent

    def pick(self, items: Sequence[T]) -> T:
        """Draw one item."""
        return items[self.number(0, len(items) - 1)]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Draw `count` different items, all of them when there are fewer."""
        left = list(items)
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(min(count, len(left)))]

    def day(self, first: date, last: date) -> date:
        """Draw a day between two days, both included."""
        return first + timedelta(days=self.number(0, (last - first).days))
