"""Checks that look at several cells of a line: one of a group is filled, dates are in order, columns of dates are not exchanged."""

from collections.abc import Mapping

import polars as pl

from netmap.reading.cells import Cells
from netmap.reading.findings import Findings
from netmap.source import Source
from netmap.values import DATE

# Two lines may both be slips; a tenth of the lines may be right by chance in columns that are exchanged.
_FEWEST_LINES, _NEARLY_ALL = 3, 0.9


def check_groups(source: Source, cells: Mapping[str, Cells], headings: Mapping[str, str], findings: Findings) -> None:
    """Reject the lines where no field of a group is filled; a cell that was refused is told already."""
    for group in source.any_of:
        present = [name for name in group if name in cells]
        columns = list(dict.fromkeys(headings.get(name, source.column(name).headings[0]) for name in present))
        empty = pl.DataFrame({name: cells[name].values.is_null() for name in present})
        rows = empty.select(pl.all_horizontal(pl.all()).alias("empty"))["empty"].arg_true()
        rows = rows.filter(~rows.is_in(findings.refused(columns).implode()))
        if len(columns) == 1:
            findings.add("valeur-obligatoire", rows, reject=True, column=columns[0])
            continue
        names = " ou ".join(f"« {column} »" for column in columns)
        findings.add("cle-absente", rows, reject=True, column=names, detail="de qui ou de quoi elle parle")


def check_order(source: Source, cells: Mapping[str, Cells], headings: Mapping[str, str], findings: Findings) -> None:
    """Reject the lines whose first date comes after the second."""
    for first, second in source.in_order:
        if first not in cells or second not in cells:
            continue
        rows = (cells[second].values < cells[first].values).arg_true()
        if len(rows):
            shown = [source.column(second).type.show(v) for v in cells[second].values.gather(rows).to_list()]
            findings.add(
                "dates-inversees",
                rows,
                reject=True,
                column=headings.get(second, second),
                value=pl.Series(shown, dtype=pl.String),
                detail=headings.get(first, first),
            )


def exchanged_lines(source: Source, cells: Mapping[str, Cells], headings: Mapping[str, str], findings: Findings) -> dict[str, Cells]:
    """Exchange the dates of the lines that can only be read so: the last day of a month, then the first day of an earlier one."""
    found = dict(cells)
    for first, second in source.in_order:
        if first not in cells or second not in cells or source.column(first).type is not DATE:
            continue
        starts, ends = cells[first].values, cells[second].values
        rows = (ends < starts).arg_true()  # few: only these are looked at
        rows = rows.filter((ends.gather(rows).dt.day() == 1) & (starts.gather(rows).dt.offset_by("1d").dt.day() == 1))
        if not len(rows) or cells[first].many is not None or cells[second].many is not None:
            continue
        found[first] = Cells(starts.clone().scatter(rows, ends.gather(rows)))
        found[second] = Cells(ends.clone().scatter(rows, starts.gather(rows)))
        for name, other, kept in ((first, second, starts), (second, first, ends)):
            shown = pl.Series([source.column(name).type.show(day) for day in kept.gather(rows)], dtype=pl.String)
            said = {"column": headings[name], "value": shown, "kept": shown, "detail": headings[other]}
            findings.add("dates-interverties", rows, reject=False, **said)
    return found


def exchanged(source: Source, cells: Mapping[str, Cells]) -> tuple[str, str] | None:
    """Give the two date columns that stand for one another: where nearly all lines that have both are in the wrong order."""
    for first, second in source.in_order:
        if first not in cells or second not in cells:
            continue
        starts, ends = cells[first].values, cells[second].values
        both = int((starts.is_not_null() & ends.is_not_null() & (starts != ends)).sum())
        if both >= _FEWEST_LINES and int((ends < starts).sum()) >= _NEARLY_ALL * both:
            return first, second
    return None


def note_exchange(
    source: Source, pair: tuple[str, str], cells: Mapping[str, Cells], headings: Mapping[str, str], findings: Findings
) -> None:
    """Note, at each line, the dates that are read as the other's: `headings` are those of the columns they stand in."""
    for name, other in (pair, pair[::-1]):
        rows = cells[name].values.is_not_null().arg_true()
        shown = pl.Series([source.column(name).type.show(day) for day in cells[name].values.gather(rows)], dtype=pl.String)
        said = {"column": headings[name], "value": shown, "kept": shown, "detail": headings[other]}
        findings.add("dates-interverties", rows, reject=False, **said)
