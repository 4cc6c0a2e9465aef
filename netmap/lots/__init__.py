"""Lots above the stores: the fold, the difference, identical actors, corrections. Written once, in frames."""

from netmap.lots.by_hand import ByHand, by_hand
from netmap.lots.corrections import correction, link, merge
from netmap.lots.difference import Change, Difference, KindDifference, Renamed, difference, shown
from netmap.lots.fold import fold
from netmap.lots.history import Said, statements_about

__all__ = [
    "ByHand",
    "Change",
    "Difference",
    "KindDifference",
    "Renamed",
    "Said",
    "by_hand",
    "correction",
    "difference",
    "fold",
    "link",
    "merge",
    "shown",
    "statements_about",
]
