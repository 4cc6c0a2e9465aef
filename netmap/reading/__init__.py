"""From a table of text to statements: each line accepted or rejected, all its problems at once, what it said as columns.

Everything is done by columns (a million lines stay cheap) and no check depends on the order of the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from netmap.layout import Table
from netmap.mapping import Correspondence
from netmap.mapping.around import NAMED
from netmap.mapping.recognising import is_ours
from netmap.problems import Problem, Severity
from netmap.reading.cells import Cells, typed_cells
from netmap.reading.checks import check_groups, check_order, exchanged, exchanged_lines, note_exchange
from netmap.reading.findings import Findings
from netmap.reading.repairs import repaired_texts
from netmap.reading.repairs.legend import decoded
from netmap.reading.schools import NO_SCHOOLS, Schools, find_schools, names_schools
from netmap.reading.statements import Statements, statements_of
from netmap.source import Source
from netmap.values import fold_text

__all__ = ["Reading", "Schools", "Statements", "names_schools", "read_table"]


_LYCEE_ONCE = ", ou dites le lycée une fois pour toutes les lignes (page Importer, ou « --lycee »)"


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what reading a table gave: `problems` has one row a problem, with the line as the spreadsheet shows it."""

    found: Correspondence
    table: Table
    file_problems: tuple[Problem, ...]
    problems: pl.DataFrame
    rejected: pl.Series
    statements: Statements

    @property
    def source(self) -> Source | None:
        """Give the source that the table was read by, None when it was left aside."""
        return self.found.source

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
            None if row["kept"] is None else str(row["kept"]),
        )


def read_table(found: Correspondence, table: Table, schools: Schools = NO_SCHOOLS) -> Reading:
    """Read a table as what it was found to be: typed, checked, turned into statements. Without a source it is left aside whole.

    Lycées named without their UAI are looked for among `schools`.
    """
    height = table.cells.height
    source = found.source
    if source is None:
        problem = Problem("table-non-reconnue", value=", ".join(table.headings[:12]))
        return _left_aside(found, table, (problem,))
    file_problems = column_problems(found, table)
    if any(p.severity is Severity.FILE for p in file_problems):
        return _left_aside(found, table, tuple(file_problems))
    fields = found.fields
    headings = {name: table.headings[index] for name, index in fields.items()}
    headings |= {name: _named(source, name) for name in found.constants if name not in fields}
    texts = table.cells.select_seq(
        *(pl.col(f"c{index}").alias(name) for name, index in fields.items()),
        *(pl.lit(text, dtype=pl.String).alias(name) for name, text in found.constants.items() if name not in fields),
    )
    findings = Findings(height, plain=table.plain and not (found.constants or found.words))  # what a person typed is looked at
    texts = decoded(source, table.legend, _replaced(found, texts, headings, findings), headings, findings)
    if source.derive is not None:
        texts = source.derive(texts)
    silent = source.silent(texts) if source.silent is not None else None
    if silent is not None and silent.any():
        file_problems.append(Problem("etat-anterieur", value=str(silent.sum())))
    if source.expects and not source.expects[0] <= height <= source.expects[1]:
        low, high = source.expects
        file_problems.append(Problem("effectif-inattendu", value=str(height), detail=f"de {low} à {high}"))
    # no name here holds the cells: what makes the statements lets them go as it goes
    statements = statements_of(source, _settled(source, texts, headings, findings, schools), headings, table.lines, findings, silent)
    _note_filled(table, findings)
    problems = findings.frame()
    problems = problems.with_columns(table.lines.gather(problems["row"]).alias("line"))
    return Reading(found, table, tuple(file_problems), problems, findings.rejected, statements)


def _replaced(found: Correspondence, texts: pl.DataFrame, headings: Mapping[str, str], findings: Findings) -> pl.DataFrame:
    """Read the texts that a person chose to read as others, and say so."""
    for name, words in found.words.items():
        if name not in texts.columns:
            continue
        cells = texts[name]
        changed = cells.fill_null("").is_in(list(words)).arg_true()
        kept = cells.gather(changed).fill_null("").replace(words)
        findings.add("valeur-choisie", changed, reject=False, column=headings.get(name, name), value=cells.gather(changed), kept=kept)
        empty_as_null = kept.set(kept == "", None) if len(kept) else kept
        texts = texts.with_columns(cells.clone().scatter(changed, empty_as_null).alias(name))
    return texts


def _note_filled(table: Table, findings: Findings) -> None:
    """Note the cells that were filled from a merged cell or from the line above."""
    if table.remarks.is_empty():
        return
    for (column, code), cells in table.remarks.group_by("column", "code", maintain_order=True):
        heading = table.headings[int(str(column))]
        findings.add(str(code), cells["row"], reject=False, column=heading, value=cells["value"], kept=cells["kept"])


def _settled(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings, schools: Schools) -> dict[str, Cells]:
    """Repair and type the texts; where two columns of dates stand for one another, once more with each in its place.

    `headings` learns from which column comes a field that a repair filled, `findings` what was found.
    """
    columns = dict(headings)
    cells = _typed(source, texts, headings, findings, schools)
    if (pair := exchanged(source, cells)) is not None:
        first, second = pair
        findings.forget()
        headings.clear()
        headings.update({**columns, first: columns[second], second: columns[first]})
        texts = texts.with_columns(texts[second].alias(first), texts[first].alias(second))
        cells = _typed(source, texts, headings, findings, schools)
        note_exchange(source, pair, cells, headings, findings)
    else:
        cells = exchanged_lines(source, cells, headings, findings)
    check_groups(source, cells, headings, findings)
    check_order(source, cells, headings, findings)
    return cells


def _typed(source: Source, texts: pl.DataFrame, headings: dict[str, str], findings: Findings, schools: Schools) -> dict[str, Cells]:
    repaired = repaired_texts(source, texts, headings, findings)
    return typed_cells(source, find_schools(source, repaired, schools, headings, findings), headings, findings)


def column_problems(found: Correspondence, table: Table) -> list[Problem]:
    """Say what is missing among the columns, what was proposed without being sure, and what is not read."""
    source = found.source
    if source is None:
        return []
    problems = _absent_columns(source, {*found.fields, *found.constants})
    filled = [i for i in range(len(table.headings)) if table.cells[f"c{i}"].null_count() < table.cells.height]
    places: dict[str, list[int]] = {}
    for index in filled:
        places.setdefault(fold_text(table.headings[index]), []).append(index)
    ignored = {fold_text(h) for h in source.ignored}
    bound_keys = {fold_text(bound.heading) for bound in found.columns if bound.field is not None}
    for bound in found.columns:
        key = fold_text(bound.heading)
        twins = [i for i in places.get(key, []) if i != bound.column and not table.cells[f"c{i}"].equals(table.cells[f"c{bound.column}"])]
        if bound.field is not None and twins and found.by != "personne":
            problems.append(Problem("colonne-en-double", column=bound.heading))
        elif bound.field is not None and bound.sure < 1:
            problems.append(Problem("colonne-proposee", column=bound.heading, value=_named(source, bound.field), detail=bound.reason))
        elif bound.field is None and bound.column in filled and key not in ignored | bound_keys and not is_ours(bound.heading):
            maybe = f" Est-ce « {_named(source, bound.proposed)} » ?" if bound.proposed else ""
            problems.append(Problem("colonne-inconnue", column=bound.heading, detail=maybe))
    for name, text in found.constants.items():
        problems.append(Problem("valeur-commune", column=_named(source, name), value=text, detail=found.why.get(name, "")))
    return problems


def _absent_columns(source: Source, said: set[str]) -> list[Problem]:
    absent = [group for group in source.needed if not said & set(group)]
    return [Problem("colonne-absente", column=" » ou « ".join(_named(source, n) for n in one), detail=_said_once(one)) for one in absent]


def _said_once(fields: Sequence[str]) -> str:
    """Say how a lycée that nothing names is told: a register of a lycée seldom says its own."""
    return _LYCEE_ONCE if set(fields) >= NAMED else ""


def _named(source: Source, field: str) -> str:
    return source.column(field).headings[0]


def _left_aside(found: Correspondence, table: Table, problems: tuple[Problem, ...]) -> Reading:
    findings = Findings(table.cells.height)
    findings.rejected = pl.repeat(value=True, n=table.cells.height, eager=True, dtype=pl.Boolean)
    frame = findings.frame().with_columns(pl.lit(None, dtype=pl.Int64).alias("line"))
    return Reading(found, table, problems, frame, findings.rejected, Statements({}, {}))
