"""The report of an intake: each file, each table in it, its lines, its problems; it refuses to exist when lines do not add up."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from netmap.errors import NetmapError
from netmap.layout import Aside, Table
from netmap.mapping import Bound, Correspondence
from netmap.problems import BY_CODE, Problem, Severity
from netmap.reading import Reading
from netmap.tables.words import spans

# What a line of a mail can hold.
_SHOWN, _LONGEST = 3, 90
_CSV_COLUMNS = ("Fichier", "Feuille", "Ligne", "Colonne", "Gravité", "Code", "Valeur lue", "Message")


@dataclass(frozen=True, slots=True)
class TableReport:
    """Tell what was read of one table; `problems` come from the reading, then from the whole lot (unknown references)."""

    reading: Reading
    series: str
    references: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        reading = self.reading
        if reading.lines_accepted + reading.lines_rejected != reading.lines_read:
            raise NetmapError(
                f"{reading.table.file} : {reading.lines_read} lignes lues, mais {reading.lines_accepted} acceptées et "
                f"{reading.lines_rejected} rejetées. C’est une erreur de netmap : rien n’a été chargé, signalez-la."
            )

    def problems(self, most: int | None = None) -> list[Problem]:
        """Give the problems, those of the file first, then by line; at most `most` of them."""
        found = [*self.reading.each_problem(most), *self.references]
        return found if most is None else found[:most]

    def tally(self) -> list[tuple[str, int]]:
        """Count the problems by code, the most frequent first."""
        counts = Counter(p.code for p in (*self.reading.file_problems, *self.references))
        counts.update(dict(self.reading.problems["code"].value_counts().iter_rows()))
        return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))

    def as_dict(self) -> dict[str, Any]:
        """Give the fields that `--format json` documents."""
        reading = self.reading
        return {
            "sheet": reading.table.sheet,
            "source": reading.source.name if reading.source else None,
            "title": reading.source.title if reading.source else None,
            "series": self.series,
            "lines_read": reading.lines_read,
            "accepted": reading.lines_accepted,
            "rejected": reading.lines_rejected,
            "notes": list(reading.table.notes),
            "header_lines": list(reading.table.header_lines),
            "sure": reading.found.sure,
            "reason": reading.found.reason,
            "columns": [_bound(b) for b in reading.found.columns],
            "constants": [
                {"field": name, "value": text, "reason": reading.found.why.get(name, "")} for name, text in reading.found.constants.items()
            ],
            "aside": [one.as_dict() for one in reading.table.aside],
            "problems": [p.as_dict() for p in self.problems()],
        }


@dataclass(frozen=True, slots=True)
class Unread:
    """Hold a table left aside whole, and why: someone may say that it is one to read."""

    table: Table
    aside: Aside

    @property
    def place(self) -> str:
        """Say where it stands, and why it is left."""
        return f"{self.aside.place} ({self.aside.reason})"


@dataclass(frozen=True, slots=True)
class FileReport:
    """Tell what was read of one file; `problem` is set when it could not be read at all, `unread` are tables among what is `aside`."""

    file: str
    sha256: str
    size: int
    tables: tuple[TableReport, ...] = ()
    problem: Problem | None = None
    aside: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give the fields that `--format json` documents."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "size": self.size,
            "problem": self.problem.as_dict() if self.problem else None,
            "notes": list(self.notes),
            "aside": [one.as_dict() for one in self.aside],
            "tables": [table.as_dict() for table in self.tables],
        }


@dataclass(frozen=True, slots=True)
class Report:
    """Tell what an intake read: files in the order given."""

    files: tuple[FileReport, ...]

    @property
    def tables(self) -> Sequence[TableReport]:
        """List the tables of all files."""
        return [table for file in self.files for table in file.tables]

    @property
    def understood(self) -> Sequence[tuple[Table, Correspondence]]:
        """Give each table with what it is taken for: those left aside whole are taken for none."""
        unread = ((left.table, Correspondence(None)) for file in self.files for left in file.unread)
        return [*((table.reading.table, table.reading.found) for table in self.tables), *unread]

    @property
    def lines_read(self) -> int:
        """Count the lines read."""
        return sum(t.reading.lines_read for t in self.tables)

    @property
    def accepted(self) -> int:
        """Count the lines accepted."""
        return sum(t.reading.lines_accepted for t in self.tables)

    @property
    def rejected(self) -> int:
        """Count the lines rejected."""
        return sum(t.reading.lines_rejected for t in self.tables)

    @property
    def faulty(self) -> bool:
        """Tell whether a line was rejected or a file left aside."""
        return bool(self.rejected) or any(f.problem for f in self.files) or any(t.reading.refused for t in self.tables)

    def as_dict(self) -> dict[str, Any]:
        """Give the fields that `--format json` documents."""
        return {
            "lines_read": self.lines_read,
            "accepted": self.accepted,
            "rejected": self.rejected,
            "files": [file.as_dict() for file in self.files],
        }

    def as_csv(self) -> str:
        """Write one row a problem, as French Excel opens it (`;`, BOM, CRLF); formulas are neutralised."""
        held = io.StringIO()
        writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
        writer.writerow(_CSV_COLUMNS)
        for file in self.files:
            if file.problem:
                writer.writerow([safe(c) for c in _cells(file.file, "", file.problem)])
            for table in file.tables:
                for problem in table.problems():
                    writer.writerow([safe(c) for c in _cells(file.file, table.reading.table.sheet, problem)])
        return "\ufeff" + held.getvalue()

    def summary(self) -> list[str]:
        """Say the report in a few French sentences."""
        lines = [
            (
                f"{_n(self.lines_read, 'ligne lue', 'lignes lues')} : {_n(self.accepted, 'acceptée', 'acceptées')}, "
                f"{_n(self.rejected, 'rejetée', 'rejetées')}."
            )
        ]
        for file in self.files:
            if file.problem:
                lines.append(f"{file.file} : {file.problem.message}")
            for table in file.tables:
                reading = table.reading
                place = file.file + (f", feuille « {reading.table.sheet} »" if reading.table.sheet else "")
                title = reading.source.title if reading.source else "tableau non reconnu"
                lines.append(
                    f"{place} : {title} ; {_n(reading.lines_read, 'ligne', 'lignes')}, "
                    f"{_n(reading.lines_accepted, 'acceptée', 'acceptées')}, {_n(reading.lines_rejected, 'rejetée', 'rejetées')}."
                )
                lines += [f"   {count} × {BY_CODE[code].title.lower()} ({BY_CODE[code].severity})" for code, count in table.tally()]
            lines += [f"Laissé de côté : {file.file}, {left.place}." for left in file.unread]
        return lines

    def in_five_lines(self) -> list[str]:
        """Say the report in five French lines that can be pasted into a mail: read, understood, left aside, to correct, to check."""
        wrong, doubtful = self._tallied(Severity.LINE), self._tallied(Severity.REMARK)
        back = " Chaque cellule à corriger est marquée dans le classeur annoté, qui se recharge une fois corrigé." if wrong else ""
        files = _listed([f.file for f in self.files], "fichiers")
        counts = f"{_n(self.accepted, 'acceptée', 'acceptées')}, {_n(self.rejected, 'rejetée', 'rejetées')}"
        return [
            f"Import de {files or 'rien'} dans netmap : {_n(self.lines_read, 'ligne lue', 'lignes lues')}, {counts}.",
            f"Lu comme : {_listed([_understood(t) for t in self.tables if not t.reading.refused], 'tableaux') or 'rien'}.",
            f"Laissé de côté : {_listed(self._left_aside(), 'fichiers ou tableaux') or 'rien'}.",
            f"À corriger : {_listed(wrong, 'sortes de problèmes') or 'rien'}.{back}",
            f"À vérifier (les lignes sont gardées) : {_listed(doubtful, 'sortes de remarques') or 'rien'}.",
        ]

    def _left_aside(self) -> list[str]:
        files = [f"le fichier {_one_line(f.file)} ({_one_line(f.problem.kind.title.lower())})" for f in self.files if f.problem]
        refused = [t for t in self.tables if t.reading.refused]
        unread = [left.place for file in self.files for left in file.unread]
        return files + [f"{_place(t)} ({t.reading.file_problems[0].kind.title.lower()})" for t in refused] + unread

    def _tallied(self, severity: Severity) -> list[str]:
        """Count the problems of a severity by kind, the most frequent first; with their lines where there is one table."""
        counts: Counter[str] = Counter()
        lines: dict[str, list[int]] = {}
        for table in self.tables:
            for code, line in table.reading.problems.select("code", "line").iter_rows():
                counts[code] += 1
                lines.setdefault(code, []).append(line)
            counts.update(p.code for p in (*table.reading.file_problems, *table.references))
        lines = lines if len(self.tables) == 1 else {}
        kept = [(code, count) for code, count in counts.most_common() if BY_CODE[code].severity is severity]
        return [
            f"{_n(count, '', '').strip()} × {BY_CODE[code].title.lower()}{_at(sorted(set(lines.get(code, ()))))}" for code, count in kept
        ]


def _understood(table: TableReport) -> str:
    title = table.reading.source.title if table.reading.source else ""
    return f"{title} ({_place(table)}, {_n(table.reading.lines_read, 'ligne', 'lignes')})"


def _place(table: TableReport) -> str:
    found = table.reading.table
    return f"feuille « {_one_line(found.sheet)} »" if found.sheet else _one_line(found.file)


def _at(lines: Sequence[int]) -> str:
    return f" (ligne{'s' if len(lines) > 1 else ''} {spans(lines)})" if lines else ""


def _listed(said: Sequence[str], others: str) -> str:
    """Join the first of what is said, and count the others."""
    shown = " ; ".join(_one_line(one) for one in said[:_SHOWN])
    return f"{shown} ; … ({len(said)} {others})" if len(said) > _SHOWN else shown


def _one_line(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def _bound(bound: Bound) -> dict[str, Any]:
    return {
        "heading": bound.heading,
        "field": bound.field,
        "sure": bound.sure,
        "reason": bound.reason,
        "proposed": bound.proposed,
        "samples": list(bound.samples),
    }


def safe(text: str) -> str:
    """Neutralise what a spreadsheet would take for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _cells(file: str, sheet: str, problem: Problem) -> list[str]:
    line = "" if problem.line is None else str(problem.line)
    return [file, sheet, line, problem.column, str(problem.severity), problem.code, problem.value, problem.message]


def _n(count: int, one: str, several: str) -> str:
    shown = f"{count:,}".replace(",", "\u202f")
    return f"{shown} {one if count in (0, 1) else several}"
