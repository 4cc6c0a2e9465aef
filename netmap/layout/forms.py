"""Sheets of forms: a label and its value on each row, one partner or one convention in each block of rows, or one on the whole sheet.

Read only where it is sure: most labels are known headings, what stands beside them is codes and days as much as words, and no row
heads a table.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from netmap.headings import Vocabulary
from netmap.layout.cells import is_number, looks_like_value
from netmap.layout.header import known_count
from netmap.layout.table import SHOWN, Aside, Reason, Table
from netmap.tables.sheet import Sheet
from netmap.values import fold_text

_WIDEST, _TALLEST, _HEADS = 8, 2_000, 3
_KNOWN_SHARE, _FEWEST_KNOWN, _FEWEST_FILLED, _FEWEST_CODES = 0.6, 4, 3, 2
_LONGEST_COUNT, _MOST_LABELS = 4, 60  # labels come again in each form: a column of lines is given up before it is looked at
FORMS = "Fiches : un titre et sa valeur par ligne ; chaque fiche est lue comme une ligne, celle de son premier titre."

Row = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Hold a label, its value and where the value stands: its row among those of the sheet, and its column."""

    label: str
    value: str | None
    row: int
    column: int


def forms_on(file: str, sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """Give the table that the forms of a sheet are lines of, None where it holds none for sure."""
    if not (1 < sheet.cells.width <= _WIDEST and _FEWEST_KNOWN <= sheet.cells.height <= _TALLEST) or not sheet.name:
        return None
    rows = [tuple(row) for row in sheet.cells.iter_rows()]
    columns = _label_columns(rows, vocabulary)
    if not columns or any(known_count(row, vocabulary) >= max(_HEADS, len(columns) + 1) for row in rows):
        return None
    pairs = [pair for pair in _pairs(rows, columns) if pair.value is not None or vocabulary.knows(pair.label)]
    records = [one for one in _records(pairs, vocabulary) if any(pair.value is not None for pair in one)]
    apart = sum(map(any, rows)) - len({pair.row for pair in pairs})
    sure = [one for one in records if _is_filled(one, vocabulary) and _says_who(one)]
    if not sure or len(sure) * 2 < len(records) or apart > len(pairs) * (1 - _KNOWN_SHARE) or any(map(_comes_twice, records)):
        return None
    return _table(file, sheet, rows, records)


def _label_columns(rows: Sequence[Row], vocabulary: Vocabulary) -> tuple[int, ...]:
    """Give the columns of labels, each with one of values on its right: the first is one."""
    found: list[int] = []
    for column in range(len(rows[0]) - 1):
        said = Counter(_label(cell) for row in rows if (cell := row[column]))
        known = [label for label in said if vocabulary.knows(label)] if len(said) <= _MOST_LABELS else []
        if len(known) >= (1 if found else _FEWEST_KNOWN) and sum(said[label] for label in known) >= said.total() * _KNOWN_SHARE:
            found.append(column)
        elif column == 0:
            return ()
    alone = [column for column in found if column - 1 not in found]
    return tuple(alone) if len(alone) == len(found) else ()


def _label(text: str) -> str:
    return text.strip().rstrip(":").strip()


def _pairs(rows: Sequence[Row], columns: Sequence[int]) -> Iterator[_Pair]:
    """Give each label with what stands on its right; a title alone on its row is none."""
    for place, row in enumerate(rows):
        for column in columns:
            if (label := row[column]) and not (label.isupper() and len(label.split()) > 1 and row[column + 1] is None):
                yield _Pair(_label(label), row[column + 1], place, column + 1)


def _records(pairs: Sequence[_Pair], vocabulary: Vocabulary) -> list[list[_Pair]]:
    """Cut the labels into records: each begins by the first label that is known, and has another on the next row."""
    rows = {pair.row for pair in pairs}
    first = next((fold_text(pair.label) for pair in pairs if vocabulary.knows(pair.label) and pair.row + 1 in rows), "")
    records: list[list[_Pair]] = []
    for pair in pairs:
        if fold_text(pair.label) == first:
            records.append([])
        if records:
            records[-1].append(pair)
    return records


def _comes_twice(record: Sequence[_Pair]) -> bool:
    """Tell whether a label comes twice in a record: then it is none of a form."""
    return len({fold_text(pair.label) for pair in record}) < len(record)


def _is_filled(record: Sequence[_Pair], vocabulary: Vocabulary) -> bool:
    """Tell whether a record says enough, under labels that are known."""
    known = [pair for pair in record if vocabulary.knows(pair.label)]
    filled = sum(pair.value is not None for pair in known)
    return filled >= _FEWEST_FILLED and len(known) >= max(_FEWEST_KNOWN, len(record) * _KNOWN_SHARE)


def _says_who(record: Sequence[_Pair]) -> bool:
    """Tell whether a record names somebody by words, and has codes or days: what only counts is no form."""
    values = [pair.value for pair in record if pair.value is not None]
    codes = sum(looks_like_value(value) and not (is_number(value) and len(value) <= _LONGEST_COUNT) for value in values)
    return codes >= _FEWEST_CODES and not all(map(looks_like_value, values))


def _table(file: str, sheet: Sheet, rows: Sequence[Row], records: Sequence[Sequence[_Pair]]) -> Table:
    lines = sheet.lines.to_list()
    headings: dict[str, str] = {}
    for record in records:
        for pair in record:
            headings.setdefault(fold_text(pair.label), pair.label)
    order = {label: place for place, label in enumerate(headings)}
    said = [{order[fold_text(pair.label)]: pair for pair in record} for record in records]
    cells = {
        f"c{place}": pl.Series([one[place].value if place in one else None for one in said], dtype=pl.String) for place in order.values()
    }
    spots: Mapping[tuple[int, int], tuple[int, int]] = {
        (lines[record[0].row], place): (lines[pair.row], pair.column + sheet.first_column)
        for record, one in zip(records, said, strict=True)
        for place, pair in one.items()
    }
    read = {pair.row for record in records for pair in record}
    above = records[0][0].row
    aside = tuple(
        Aside(sheet.name, Reason.TITLE if place < above else Reason.NOTE, (lines[place],), " ; ".join(filter(None, row))[:SHOWN])
        for place, row in enumerate(rows)
        if place not in read and any(row)
    )
    return Table(
        file=file,
        sheet=sheet.name,
        headings=tuple(headings.values()),
        cells=pl.DataFrame(cells),
        lines=pl.Series("line", [lines[record[0].row] for record in records], dtype=pl.Int64),
        notes=(FORMS,),
        header_lines=(),
        places=tuple(order.values()),
        titles=tuple(one.text for one in aside if one.reason is Reason.TITLE),
        aside=aside,
        spots=spots,
        plain=sheet.plain,
    )
