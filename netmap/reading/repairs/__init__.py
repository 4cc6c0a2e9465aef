"""Repairs of cells: what people's spreadsheets do to codes, dates, amounts and words, undone where only one reading is possible.

They stand beside the types of values, which stay strict: a repair gives another text, its type reads it. Each one is a remark (value
read, value kept, why); nothing is padded into a wrong number, and no value is invented.
"""

from netmap.reading.repairs.mending import JOINED, REPAIRS, abroad_rows, mended, place_of
from netmap.reading.repairs.repair import Kept, Lost, Place, Repair
from netmap.reading.repairs.texts import repaired_texts, stays_as_written

__all__ = [
    "JOINED",
    "REPAIRS",
    "Kept",
    "Lost",
    "Place",
    "Repair",
    "abroad_rows",
    "mended",
    "place_of",
    "repaired_texts",
    "stays_as_written",
]
