"""Days written without their year, « mardi 7 octobre »: the year is that of the row they stand under, or of the school year of the title.

A proposal of netmap, told cell by cell; where two school years are named, or none, the day stays as it is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import polars as pl

from netmap.layout.cells import looks_like_value
from netmap.layout.table import REMARKS, Aside, Reason, Table
from netmap.values import fold_text
from netmap.values.time_words import MONTHS

CODE = "annee-deduite"
_MOSTLY = 0.5
_FEW_ENOUGH = 5_000  # lines of a table whose cells are looked through
_FIRST_OF_SCHOOL = 8  # August
_CENTURY = 100
_DAY = re.compile(r"(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]* )?(?:[0-3]?[0-9]|1er) ([a-z]{3,9})")
_SCHOOL_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2}) ?[-–/] ?(?:20)?([0-9]{2})(?![0-9])")
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def with_years(table: Table, aside: Sequence[Aside], around: Iterable[str]) -> Table:
    """Complete the days of a table; `around` are the names that stand around it, the nearest first."""
    if table.cells.height > _FEW_ENOUGH:
        return table
    above = [(one.lines[0], int(years[0])) for one in aside if one.reason is Reason.SECTION and len(years := _YEAR.findall(one.text)) == 1]
    school = next((year for text in around if (year := _school_year(text))), None)
    if not above and school is None:
        return table
    cells, remarks = table.cells, [table.remarks]
    for column, name in enumerate(cells.columns):
        texts = cells[name]
        found = {row: year for row, text in enumerate(texts) if text and (year := _year_of(text, int(table.lines[row]), above, school))}
        if not found or len(found) + sum(map(looks_like_value, texts.drop_nulls())) <= texts.count() * _MOSTLY:
            continue  # « 11 novembre » among names is one
        rows = pl.Series(list(found), dtype=pl.UInt32)
        value = texts.gather(rows)
        kept = pl.Series([f"{text} {year}" for text, year in zip(value, found.values(), strict=True)])
        cells = cells.with_columns(texts.clone().scatter(rows, kept).alias(name))
        told = {"row": rows, "column": [column] * len(rows), "code": [CODE] * len(rows), "value": value, "kept": kept}
        remarks.append(pl.DataFrame(told, schema=REMARKS))
    return replace(table, cells=cells, remarks=pl.concat(remarks))


def _school_year(text: str) -> int | None:
    """Give the first year of the one school year that a text names."""
    years = {int(first) for first, second in _SCHOOL_YEAR.findall(text) if (int(first) + 1) % _CENTURY == int(second)}
    return years.pop() if len(years) == 1 else None


def _year_of(text: str, line: int, above: Sequence[tuple[int, int]], school: int | None) -> int | None:
    """Give the year of a day that lacks it, None for any other text."""
    day = _DAY.fullmatch(fold_text(text)) if len(text) <= len("mercredi 30 septembre") else None
    month = MONTHS.get(day[1]) if day is not None else None
    if month is None:
        return None
    said = next((year for place, year in reversed(above) if place < line), None)
    if said is not None or school is None:
        return said
    return school if month >= _FIRST_OF_SCHOOL else school + 1
