"""From a table of text to statements: each line accepted or rejected, all its problems at once, what it said as columns.

Everything is done by columns (a million lines stay cheap) and no check depends on the order of the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from netmap.layout import Table
from netmap.problems import Problem, Severity
from netmap.reading.cells import Cells, Findings, typed_cells
from netmap.reading.checks import check_groups, check_order
from netmap.reading.statements import Statements, statements_of
from netmap.source import Source
from netmap.values import fold_text

__all__ = ["Reading", "Statements", "read_table", "recognise"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what reading a table gave: `problems` has one row a problem, with the line as the spreadsheet shows it."""

    source: Source | None
    table: Table
    file_problems: tuple[Problem, ...]
    problems: pl.DataFrame
    rejected: pl.Series
    statements: Statements

    @property
    def lines_read(self) -> int:
        """Count the lines of the table."""
        return self.table.cells.height

    @property
    def refused(self) -> bool:
        """Tell whether the whole table was left aside."""
        return any(p.severity is Severity.FILE for p in self.file_problems)

    @property
    def lines_rejected(self) -> int:
        """Count the rejected lines."""
        return int(self.rejected.sum())

    @property
    def lines_accepted(self) -> int:
        """Count the accepted lines."""
        return int((~self.rejected).sum())

    def each_problem(self, most: int | None = None) -> list[Problem]:
        """Give the problems as values, those of the file first, then by line; at most `most` of them."""
        rows = self.problems if most is None else self.problems.head(max(0, most - len(self.file_problems)))
        return [*self.file_problems, *(self._problem(row) for row in rows.iter_rows(named=True))]

    def _problem(self, row: Mapping[str, object]) -> Problem:
        detail = str(row["detail"] or "")
        if row["code"] in ("valeur-refusee", "valeur-ecartee") and self.source is not None:
            col = self.source.column(detail)
            refusal = col.type.cell(str(row["value"]))
            reason = getattr(refusal, "reason", "")
            detail = f"{col.type.label} ({reason or col.type.rule})"
        line = row["line"]
        return Problem(
            str(row["code"]),
            int(line) if isinstance(line, int) else None,
            str(row["column"] or ""),
            str(row["value"] or ""),
            detail,
        )


def recognise(table: Table, sources: tuple[Source, ...]) -> Source | None:
    """Find the source whose columns a table has: all that are required, and the greatest share of its headings."""
    seen = {fold_text(h) for h in table.headings}
    best: tuple[int, float, int] | None = None
    chosen: Source | None = None
    for order, source in enumerate(sources):
        matched = {c.field for c in source.columns if any(fold_text(h) in seen for h in c.headings)}
        required = {c.field for c in source.columns if c.required or c.present}
        groups = all(matched & set(group) for group in source.any_of)
        if not matched or not required <= matched or not groups:
            continue
        known = seen & {fold_text(h) for c in source.columns for h in c.headings}
        score = (len(known), len(matched) / len(source.columns), -order)
        if best is None or score > best:
            best, chosen = score, source
    return chosen


def read_table(source: Source | None, table: Table) -> Reading:
    """Read a table by its source: typed, checked, turned into statements. Without a source the whole table is left aside."""
    height = table.cells.height
    findings = Findings(height)
    if source is None:
        problem = Problem("table-non-reconnue", value=", ".join(table.headings[:12]))
        return _left_aside(None, table, (problem,))
    mapping, file_problems = match_columns(source, table)
    if any(p.severity is Severity.FILE for p in file_problems):
        return _left_aside(source, table, tuple(file_problems))
    headings = {name: table.headings[index] for name, index in mapping.items()}
    texts = table.cells.select(pl.col(f"c{index}").alias(name) for name, index in mapping.items())
    if source.derive is not None:
        texts = source.derive(texts)
    silent = source.silent(texts) if source.silent is not None else None
    if silent is not None and silent.any():
        file_problems.append(Problem("etat-anterieur", value=str(silent.sum())))
    if source.expects and not source.expects[0] <= height <= source.expects[1]:
        low, high = source.expects
        file_problems.append(Problem("effectif-inattendu", value=str(height), detail=f"de {low} à {high}"))
    # no name here holds the cells: what makes the statements lets them go as it goes
    statements = statements_of(source, _checked(source, texts, headings, findings), headings, table.lines, findings, silent)
    problems = findings.frame().with_columns(table.lines.gather(findings.frame()["row"]).alias("line"))
    return Reading(source, table, tuple(file_problems), problems, findings.rejected, statements)


def _checked(source: Source, texts: pl.DataFrame, headings: Mapping[str, str], findings: Findings) -> dict[str, Cells]:
    cells = typed_cells(source, texts, headings, findings)
    check_groups(source, cells, headings, findings)
    check_order(source, cells, headings, findings)
    return cells


def match_columns(source: Source, table: Table) -> tuple[dict[str, int], list[Problem]]:
    """Match fields to columns by their headings, blind to accents, case and punctuation; name what is missing or unknown."""
    places: dict[str, list[int]] = {}
    for index, heading in enumerate(table.headings):
        if not heading.startswith("_"):
            places.setdefault(fold_text(heading), []).append(index)
    mapping: dict[str, int] = {}
    problems: list[Problem] = []
    for col in source.columns:
        found = next((fold_text(h) for h in col.headings if fold_text(h) in places), None)
        if found is None:
            if col.required or col.present:
                problems.append(Problem("colonne-absente", column=col.headings[0]))
            continue
        if len(places[found]) > 1:
            problems.append(Problem("colonne-en-double", column=table.headings[places[found][0]]))
        mapping[col.field] = places[found][0]
    ignored = {fold_text(h) for h in source.ignored}
    taken = {fold_text(table.headings[i]) for i in mapping.values()} | ignored
    for key, indexes in places.items():
        if key not in taken and any(table.cells[f"c{i}"].null_count() < table.cells.height for i in indexes):
            problems.append(Problem("colonne-inconnue", column=table.headings[indexes[0]]))
    return mapping, problems


def _left_aside(source: Source | None, table: Table, problems: tuple[Problem, ...]) -> Reading:
    findings = Findings(table.cells.height)
    findings.rejected = pl.repeat(value=True, n=table.cells.height, eager=True, dtype=pl.Boolean)
    frame = findings.frame().with_columns(pl.lit(None, dtype=pl.Int64).alias("line"))
    return Reading(source, table, problems, frame, findings.rejected, Statements({}, {}))
