"""What a table is once found on a sheet: its headings, its lines, and what was noticed of it."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a table as text: `cells` has columns c0..cN in the order of `headings`, stripped, null where empty.

    `lines` numbers each row (Int64): physical line of a csv, row of a sheet. `sheet` is "" for a csv.
    """

    file: str
    sheet: str
    header_line: int
    headings: tuple[str, ...]
    cells: pl.DataFrame
    lines: pl.Series
    notes: tuple[str, ...]
