"""What a table is once found on a sheet: its headings, its rows with their lines, and what stands around it and is no row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import polars as pl

from netmap.tables.words import spans

REMARKS = {"row": pl.UInt32, "column": pl.UInt16, "code": pl.String, "value": pl.String, "kept": pl.String}


class Reason(StrEnum):
    """Why lines of a sheet are not rows of a table."""

    TITLE = "titre"
    GROUP = "ligne de groupe au-dessus des titres de colonnes"
    HEADER = "titres de colonnes répétés"
    SECTION = "intertitre"
    TOTAL = "total ou sous-total"
    NOTE = "note"
    BLANK = "ligne vide"
    HIDDEN = "ligne masquée"
    HIDDEN_SHEET = "feuille masquée"
    LIST = "liste de choix"
    CHOICES = "listes de choix"
    TEXT = "texte, pas un tableau"
    JOTTED = "pense-bête, agenda ou budget"
    PERSONS = "liste de personnes"
    COUNTS = "comptage"
    GUIDE = "mode d’emploi"
    UNKNOWN = "tableau que netmap ne reconnaît pas"
    UNWANTED = "tableau que vous laissez de côté"
    HEADER_ALONE = "titres de colonnes sans ligne dessous"


SHOWN = 240  # signs of what is left aside: a legend of codes is read from them


@dataclass(frozen=True, slots=True)
class Aside:
    """Hold lines left aside, in order, with the reason and the first words they say."""

    sheet: str
    reason: Reason
    lines: tuple[int, ...]
    text: str = ""

    @property
    def place(self) -> str:
        """Say where the lines stand, as a spreadsheet numbers them."""
        several = "s" if len(self.lines) > 1 else ""
        where = f"feuille « {self.sheet} », " if self.sheet else ""
        return f"{where}ligne{several} {spans(self.lines)}"

    def as_dict(self) -> dict[str, object]:
        """Give the fields that `--format json` documents."""
        return {"sheet": self.sheet, "reason": str(self.reason), "lines": list(self.lines), "text": self.text}


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a table as text: `cells` has columns c0..cN in the order of `headings`, stripped, null where empty.

    `lines` numbers each row (Int64): physical line of a csv, row of a sheet. `sheet` is "" for a csv. `places` gives the place of
    each column on the sheet (0 is A), `header_lines` the lines of its headings, `groups` what stands above a heading, `titles`
    what stands above the table, `above` the title of the whole sheet where another table has it, `beside` the titles of the other
    tables and the names of the other sheets. `aside` are the lines in or around it that are no row; `remarks` (row, column, code,
    value, kept) what was filled from a merged cell or from the line above. `doubt` is set when it may well be no table of actors.
    `legend` says what codes of the workbook stand for, by the code in small letters; `crossed` are the columns of crosses that
    one made of them says.
    Where it is `plain`, no cell holds a control sign nor a #; where it is `turned`, its lines are columns of the sheet (2 is B) and its
    places are rows from 0. Where its lines are forms, `spots` gives where the cell of a line and a heading stands: line and place.
    """

    file: str
    sheet: str
    headings: tuple[str, ...]
    cells: pl.DataFrame
    lines: pl.Series
    notes: tuple[str, ...] = ()
    header_lines: tuple[int, ...] = (1,)
    places: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    aside: tuple[Aside, ...] = ()
    remarks: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REMARKS))
    doubt: Reason | None = None
    turned: bool = False
    plain: bool = False
    legend: Mapping[str, str] = field(default_factory=dict[str, str])
    crossed: tuple[int, ...] = ()
    spots: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict[tuple[int, int], tuple[int, int]])

    @property
    def lies(self) -> bool:
        """Tell whether its lines are no rows of the sheet: columns, or forms."""
        return self.turned or bool(self.spots)

    def spot(self, line: int, place: int) -> tuple[int, int]:
        """Give the line and the place on the sheet of a cell of a table that lies."""
        return (place + 1, line - 1) if self.turned else self.spots.get((line, place), (line, 0))

    @property
    def header_line(self) -> int:
        """Give the line of the headings, the last when they take several; where there is none, the line above the first (0 may be)."""
        return self.header_lines[-1] if self.header_lines else int(self.lines[0]) - 1


def set_aside(table: Table, reason: Reason) -> Aside:
    """Leave a whole table aside."""
    lines = (*table.header_lines, *(int(line) for line in table.lines))
    return Aside(table.sheet, reason, lines, " ; ".join(table.headings)[:SHOWN])


def gathered(asides: Sequence[Aside]) -> tuple[Aside, ...]:
    """Put together what was left aside for one reason on one sheet, in the order met; titles and notes stay one by one."""
    apart = {Reason.TITLE, Reason.NOTE, Reason.SECTION, Reason.TOTAL}
    joined: dict[tuple[object, ...], Aside] = {}
    for rank, one in enumerate(asides):
        key = (one.sheet, one.reason, rank if one.reason in apart else 0)
        known = joined.get(key)
        joined[key] = one if known is None else Aside(one.sheet, one.reason, (*known.lines, *one.lines), known.text or one.text)
    return tuple(joined.values())
