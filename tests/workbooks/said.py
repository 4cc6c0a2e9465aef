"""What netmap understood of a file, line by line and field by field: the other side of the truth of a workbook."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import polars as pl

from netmap.intake import Preparation
from netmap.intake.report import TableReport
from netmap.problems import Problem
from netmap.source import Node, Source
from netmap.values import fold_text
from netmap.values.kind import Refusal
from tests.workbooks.making import Line, Table, Workbook

Values = frozenset[str]


@dataclass
class Verdict:
    """Hold how a workbook was understood: cells that are right among those that say something, and each fault in a sentence."""

    right: int = 0
    cells: int = 0
    lines: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Give the share of right cells."""
        return self.right / self.cells if self.cells else 1.0

    @property
    def faults(self) -> list[str]:
        """Give every fault."""
        return [*self.lines, *self.invented, *self.wrong, *self.untold]


def judge(book: Workbook, preparation: Preparation) -> Verdict:
    """Compare what was prepared of a workbook with its truth."""
    verdict = Verdict()
    problem = next((file.problem for file in preparation.report.files if file.problem), None)
    if problem:
        verdict.lines.append(f"fichier refusé : {problem.message}")
    left = [table for table in preparation.report.tables if table.reading.lines_read]
    for truth in book.truths:
        numbers = [book.line_of(truth, line.line) for line in truth.lines]
        found = _found(truth, numbers, left)
        where = f"{truth.page.name} / {truth.source or 'autre'}"
        if found is None:
            if truth.source:
                verdict.lines.append(f"{where} : tableau non trouvé (lignes {numbers[0]} à {numbers[-1]})")
                verdict.cells += sum(len(line.says) for line in truth.lines if line.fate == "accepted")
            continue
        left.remove(found)
        got = found.reading.table.lines.to_list()
        if truth.source and got != numbers:
            verdict.lines.append(
                f"{where} : lignes {sorted(set(got) - set(numbers))} en trop, {sorted(set(numbers) - set(got))} manquantes"
            )
        if truth.source:
            _judge_lines(where, truth, numbers, found, verdict)
    for table in left:
        if table.reading.source is not None or table.reading.lines_accepted:
            name = table.reading.source.name if table.reading.source else "?"
            verdict.lines.append(
                f"{table.reading.table.sheet} : tableau inattendu ({name}, lignes {table.reading.table.lines.to_list()[:8]})"
            )
        else:
            verdict.lines.append(
                f"{table.reading.table.sheet} : lignes comptées qui n’en sont pas, {table.reading.table.lines.to_list()[:8]}"
            )
    return verdict


def _found(truth: Table, numbers: Sequence[int], left: Iterable[TableReport]) -> TableReport | None:
    def likeness(table: TableReport) -> float:
        reading = table.reading
        got = set(reading.table.lines.to_list())
        if not got & set(numbers) or (reading.table.sheet and truth.page.name and not _alike(reading.table.sheet, truth.page.name)):
            return 0
        source = reading.source.name if reading.source else ""
        headings = {fold_text(h) for h in reading.table.headings}
        shared = sum(fold_text(h) in headings for h, _field in truth.columns) / len(truth.columns)
        return (source == truth.source) + shared + len(got & set(numbers)) / len(got | set(numbers))

    best = max(left, key=likeness, default=None)
    if best is None or likeness(best) == 0:
        return None
    source = best.reading.source.name if best.reading.source else ""
    return best if source == truth.source else None


def _alike(sheet: str, page: str) -> bool:
    one, other = fold_text(sheet), fold_text(page)
    return one in other or other in one


def _judge_lines(where: str, truth: Table, numbers: Sequence[int], found: TableReport, verdict: Verdict) -> None:
    reading = found.reading
    assert reading.source is not None
    rejected = dict(zip(reading.table.lines.to_list(), reading.rejected.to_list(), strict=True))
    spoken: dict[int, list[Problem]] = {}
    for problem in found.problems():
        spoken.setdefault(problem.line or 0, []).append(problem)
    said = said_by(reading.source, reading.statements.nodes, reading.statements.links, numbers)
    for line, number in zip(truth.lines, numbers, strict=True):
        place = f"{where}, ligne {number}"
        out = rejected.get(number)
        if out is None:
            verdict.cells += len(line.says) if line.fate == "accepted" else 0
            continue
        if line.fate != "either" and out != (line.fate == "rejected"):
            reasons = [p.message for p in spoken.get(number, []) + spoken.get(0, []) if p.severity != "remarque"]
            verdict.lines.append(f"{place} : {'rejetée' if out else 'acceptée'} à tort {reasons}")
        _judge_told(place, line, [*spoken.get(number, ()), *spoken.get(0, ())], reading.table.notes, verdict)
        if out:
            verdict.cells += len(line.says) if line.fate == "accepted" else 0
        elif line.fate != "rejected":
            _judge_cells(place, truth, line, reading.source, said[number], verdict)


def _judge_told(place: str, line: Line, spoken: Sequence[Problem], notes: Sequence[str], verdict: Verdict) -> None:
    columns = fold_text(" ".join((*(f"{p.column} {p.message}" for p in spoken), *notes)))
    for heading in line.told:
        if not any(word in columns for word in fold_text(heading).split()[:1]):
            verdict.untold.append(f"{place} : rien n’est dit de la colonne « {heading} »")


def _judge_cells(place: str, truth: Table, line: Line, source: Source, said: Mapping[str, Values], verdict: Verdict) -> None:
    expected = {name: frozenset(shown(source, name, value) for value in values) for name, values in line.says.items()}
    said = _without_heads(said, expected)
    for name in sorted(expected.keys() | said.keys()):
        if name in truth.unjudged:
            continue
        want, got = expected.get(name, frozenset()), said.get(name, frozenset())
        verdict.cells += bool(want)
        verdict.right += bool(want) and want == got
        if not want:
            verdict.invented.append(f"{place} : {name} inventé, {sorted(got)}")
        elif want != got:
            verdict.wrong.append(f"{place} : {name} vaut {sorted(want)}, lu {sorted(got)}")


def shown(source: Source, name: str, value: Any) -> str:
    """Write a value of a field so that two that mean the same are written alike."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        column = next((c for c in source.columns if c.field == name), None)
        typed = column.type.cell(str(value)) if column is not None else value
        value = value if isinstance(typed, Refusal) else typed
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def said_by(
    source: Source, nodes: Mapping[str, pl.DataFrame], links: Mapping[str, pl.DataFrame], numbers: Sequence[int]
) -> dict[int, dict[str, Values]]:
    """Give what the statements of a table say of each field, by line: properties of the nodes of each role, and of its links."""
    said: dict[int, dict[str, set[str]]] = {number: {} for number in numbers}
    own, known = _rows(nodes)
    for role in source.nodes:
        properties = {p.name for p in role.kind.properties}
        bound = {name: field for name, field in role.fields.items() if isinstance(field, str) and name in properties}
        for number, identifier in _met(source, role, nodes, links):
            rows = own.get((role.kind.name, number, identifier)) or known.get((role.kind.name, identifier), [])
            _add(source, said.get(number), bound, rows)
    for tie in source.ties:
        frame = links.get(tie.kind.name)
        if frame is not None and tie.fields:
            for row in frame.filter(field=tie.field).iter_rows(named=True):
                _add(source, said.get(row["line"]), tie.fields, [row])
    return {number: {name: frozenset(values) for name, values in fields.items() if values} for number, fields in said.items()}


def _add(source: Source, said: dict[str, set[str]] | None, bound: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> None:
    if said is None:
        return
    for name, field_name in bound.items():
        values = {shown(source, field_name, value) for row in rows for value in _listed(row.get(name))}
        said.setdefault(field_name, set()).update(values)


def _without_heads(said: Mapping[str, Values], expected: Mapping[str, Values]) -> dict[str, Values]:
    """Leave out the SIREN that a SIRET brings by itself."""
    kept = dict(said)
    for long, short in (("siret", "siren"), ("partner_siret", "partner_siren")):
        heads = {code[:9] for code in kept.get(long, frozenset[str]())}
        if short in kept and short not in expected and kept[short] <= heads:
            del kept[short]
    return kept


def _met(source: Source, role: Node, nodes: Mapping[str, pl.DataFrame], links: Mapping[str, pl.DataFrame]) -> Iterable[tuple[int, str]]:
    frame = nodes.get(role.kind.name)
    if frame is not None and role.declares:
        yield from frame.filter("declared").select("line", "id").iter_rows()
    for tie in source.ties:
        drawn = links.get(tie.kind.name)
        if drawn is None or role.declares:
            continue
        ends = [end for end, name in (("source", tie.source), ("target", tie.target)) if name == role.role]
        for end in ends:
            here = drawn.filter(field=tie.field)
            yield from here.filter(pl.col(end).str.starts_with(f"{role.kind.name}:")).select("line", end).iter_rows()


def _rows(nodes: Mapping[str, pl.DataFrame]) -> tuple[dict[Any, list[dict[str, Any]]], dict[Any, list[dict[str, Any]]]]:
    own: dict[Any, list[dict[str, Any]]] = {}
    known: dict[Any, list[dict[str, Any]]] = {}
    for kind, frame in nodes.items():
        for row in frame.iter_rows(named=True):
            own.setdefault((kind, row["line"], row["id"]), []).append(row)
            known.setdefault((kind, row["id"]), []).append(row)
    return own, known


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
