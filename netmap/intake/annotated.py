"""The user's own workbook, annotated: cells coloured by severity, a comment on each, a « netmap » column that judges each line.

An Excel workbook is marked in place (`netmap.intake.marking`). A text with separators, an OpenDocument or an old Excel workbook is
given back as an Excel workbook of the same cells at the same places. Once corrected it loads as the file it comes from: what
netmap wrote is read by nobody.
"""

import hashlib
import io
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import PurePath

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]
from xlsxwriter.worksheet import Worksheet

from netmap.errors import FileUnreadable, NetmapError
from netmap.intake.marking import AUTHOR, Column, Mark, SheetMarks, Unmarkable, Words, marked_workbook
from netmap.intake.report import FileReport, TableReport
from netmap.layout import Table
from netmap.layout.ours import ACCEPTED, COLUMN, REJECTED
from netmap.problems import Problem, Severity
from netmap.tables import PASTED, Sheet, read_bytes, read_pasted
from netmap.tables.content import ZIP, safe_name
from netmap.tables.members import WITHIN

__all__ = ["annotated_name", "annotated_workbook"]

COLOURS: Mapping[Severity, str] = {Severity.FILE: "FF9C9C", Severity.LINE: "FFC7CE", Severity.REMARK: "FFEB9C"}
_ACCEPTED, _HEADING = "C6EFCE", "D9D9D9"
_SAID_MAX = 2_000
_EXCEL = (".xlsx", ".xlsm")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST_YEAR = "1901"
_NAMED = re.compile("« (.*?) »")

Place = tuple[int, int]


def annotated_name(file_name: str) -> str:
    """Name the annotated workbook after the file it comes from, alone when that one is in an archive."""
    file = PurePath(safe_name(file_name.rpartition(WITHIN)[2]))
    stem = PurePath(file.stem).stem if file.suffix.lower() in (".gz", ".zip") else file.stem
    return f"{stem} annoté{'.xlsm' if file.suffix.lower() == '.xlsm' else '.xlsx'}"


def annotated_workbook(file_name: str, content: bytes, file_report: FileReport) -> bytes:
    """Give the workbook with what the report says of it; raise when the content is not what was read.

    `content` is that of the file, or of the archive it is in.
    """
    if file_report.problem is not None:
        raise FileUnreadable(file_report.problem.message)
    own = _own(content, file_report)
    marks = _marks(file_report.tables)
    colours = (*COLOURS.values(), _ACCEPTED, _HEADING)
    ending = PurePath(file_report.file.lower()).suffix or PurePath(file_name.lower()).suffix
    if own.startswith(ZIP) and ending in _EXCEL:
        try:
            return marked_workbook(own, marks, colours)
        except Unmarkable:
            pass  # written by an unusual program: its cells are given in a workbook of ours
    read = read_pasted(own.decode()) if file_report.file == PASTED else read_bytes(file_report.file, own)
    names = _names(read.sheets)
    rows = {sheet.name: _rows(sheet) for sheet in read.sheets}
    moved = [_moved(one, names[one.sheet], rows[one.sheet]) for one in marks if one.sheet in names]
    return marked_workbook(_rewritten(read.sheets, names, rows, dates=ending in (".xls", ".ods")), moved, colours)


def _own(content: bytes, file_report: FileReport) -> bytes:
    """Find the bytes that were read: the content, or a file of the archive that it is (found safe as it was read)."""
    if hashlib.sha256(content).hexdigest() == file_report.sha256:
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist() if WITHIN in file_report.file else ():
                if entry.file_size == file_report.size and hashlib.sha256(found := archive.read(entry)).hexdigest() == file_report.sha256:
                    return found
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
        pass  # no archive, or not the one that was read
    raise NetmapError(f"« {file_report.file} » n’est plus le fichier qui a été lu : donnez-le de nouveau.")


def _marks(tables: Sequence[TableReport]) -> list[SheetMarks]:
    """Say what to mark on each sheet; the words of tables side by side share the column after the last of them."""
    by_sheet: dict[str, list[TableReport]] = defaultdict(list)
    for table in tables:
        by_sheet[table.reading.table.sheet].append(table)
    marks: list[SheetMarks] = []
    for sheet, found in by_sheet.items():
        cells: dict[Place, Mark] = {}
        columns: list[Column] = []
        for group in _side_by_side(found):
            words: dict[int, Words] = {}
            for table in group:
                if table.reading.table.lies:
                    _mark_lying(table, cells)
                    continue
                title = f"{_title(table)} : " if len(group) > 1 else ""
                for line, (text, colour) in _mark(table, cells).items():
                    before = words.get(line, Words("", _ACCEPTED))
                    said = f"{before.text}\n{title}{text}".strip()
                    words[line] = Words(said, before.colour if colour == _ACCEPTED else colour)
                if table.reading.table.header_lines:
                    words[table.reading.table.header_line] = Words(COLUMN, _HEADING)
            if words:
                columns.append(Column(1 + max(max(_places(table.reading.table), default=-1) for table in group), words))
        marks.append(SheetMarks(sheet, cells, columns))
    return marks


def _side_by_side(tables: Sequence[TableReport]) -> list[list[TableReport]]:
    """Group the tables that share lines of their sheet."""
    groups: list[list[TableReport]] = []
    for table in sorted(tables, key=lambda one: one.reading.table.header_line):
        if groups and any(table.reading.table.header_line <= _last(one.reading.table) for one in groups[-1]):
            groups[-1].append(table)
        else:
            groups.append([table])
    return groups


def _mark_lying(table: TableReport, cells: dict[Place, Mark]) -> None:
    """Add the marks of a table whose lines are columns of the sheet, or forms: each is judged on its first cell."""
    standing: dict[Place, Mark] = {}
    found = table.reading.table
    first = min((place for place in _places(found) if place >= 0), default=0)
    for line, (text, colour) in _mark(table, standing).items():
        said = standing.get((line, first))
        standing[line, first] = Mark(said.colour if said else colour, f"{text}\n{said.note}"[:_SAID_MAX] if said else text)
    cells.update({found.spot(line, place): mark for (line, place), mark in standing.items()})


def _mark(table: TableReport, cells: dict[Place, Mark]) -> dict[int, tuple[str, str]]:
    """Add the marks of a table's cells, and give what to say of each line."""
    reading = table.reading
    found = reading.table
    places = _places(found)
    where: dict[str, list[int]] = defaultdict(list)
    for heading, place in zip(found.headings, places, strict=True):
        where[heading].append(place)
    said: dict[int, list[Problem]] = defaultdict(list)
    at: dict[Place, list[Problem]] = defaultdict(list)
    whole_line = found.header_line if found.header_lines else int(found.lines[0])  # where what is said of a whole column is marked
    for problem in reading.each_problem():
        if problem.line is not None:
            said[problem.line].append(problem)
        for heading in [problem.column] if problem.column in where else _NAMED.findall(problem.column):
            for place in (place for place in where.get(heading, ()) if place >= 0):
                at[problem.line or whole_line, place].append(problem)
    for place, problems in at.items():
        worst = min(problems, key=lambda p: list(COLOURS).index(p.severity))
        cells[place] = Mark(COLOURS[worst.severity], "\n".join(_without_line(p) for p in problems)[:_SAID_MAX])
    whole = [p for p in reading.file_problems if p.severity is Severity.FILE]
    return {
        line: _verdict([*whole, *said.get(line, ())], rejected=rejected)
        for line, rejected in zip(found.lines.to_list(), reading.rejected.to_list(), strict=True)
    }


def _verdict(problems: Sequence[Problem], *, rejected: bool) -> tuple[str, str]:
    if not problems:
        return (f"{REJECTED}.", COLOURS[Severity.LINE]) if rejected else (f"{ACCEPTED}.", _ACCEPTED)
    order = sorted(problems, key=lambda p: list(COLOURS).index(p.severity))
    kept = [p for p in order if p.severity is not Severity.REMARK] if rejected else order
    word = REJECTED if rejected else f"{ACCEPTED}, à vérifier"
    text = " ".join(_without_line(p) for p in (kept or order))
    return f"{word} : {text}"[:_SAID_MAX], COLOURS[order[0].severity]


def _without_line(problem: Problem) -> str:
    return problem.message.removeprefix(f"Ligne {problem.line} : ")


def _title(table: TableReport) -> str:
    return table.reading.source.title if table.reading.source else "Tableau non reconnu"


def _last(table: Table) -> int:
    return int(table.lines[-1]) if len(table.lines) else table.header_line


def _places(table: Table) -> Sequence[int]:
    return table.places or range(len(table.headings))


def _names(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Give each sheet a name that Excel accepts; a text has none, and takes the one Excel gives by itself."""
    names: dict[str, str] = {}
    for sheet in sheets:
        plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", sheet.name).strip().strip("'")[:28] or "Feuil1"
        taken = {name.lower() for name in names.values()}
        tries = (plain, *(f"{plain} {n}"[:31] for n in range(2, len(sheets) + 2)))
        names[sheet.name] = next(name for name in tries if name.lower() not in taken)
    return names


def _rows(sheet: Sheet) -> dict[int, int]:
    """Give the row where each line is written: its own, but for the lines that follow a record of several lines of text."""
    lines = sheet.lines.to_list()
    return {line: lines[0] + rank for rank, line in enumerate(lines)}


def _moved(marks: SheetMarks, name: str, rows: Mapping[int, int]) -> SheetMarks:
    cells = {(rows[line], place): mark for (line, place), mark in marks.cells.items()}
    columns = [Column(one.place, {rows[line]: said for line, said in one.words.items()}) for one in marks.columns]
    return SheetMarks(name, cells, columns)


def _rewritten(sheets: Sequence[Sheet], names: Mapping[str, str], rows: Mapping[str, Mapping[int, int]], *, dates: bool) -> bytes:
    """Write the cells of sheets as an Excel workbook: text, at the same rows and columns; `dates` as dates."""
    held = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"author": AUTHOR, "created": datetime(2024, 1, 1)})  # noqa: DTZ001 - a workbook has no time zone
        text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "dd/mm/yyyy"})
        for sheet in sheets:
            page, row_of = book.add_worksheet(names[sheet.name]), rows[sheet.name]
            for span in sheet.merged:
                page.merge_range(span.first_line - 1, span.first_column, span.last_line - 1, span.last_column, "", text)
            for line, row in zip(sheet.lines.to_list(), sheet.cells.iter_rows(), strict=True):
                for place, cell in enumerate(row, sheet.first_column):
                    if cell is None:
                        continue
                    if dates and _ISO.fullmatch(cell) and cell[:4] >= _FIRST_YEAR:
                        page.write_datetime(row_of[line] - 1, place, datetime.fromisoformat(cell), day)
                    else:
                        page.write_string(row_of[line] - 1, place, cell, text)
            _hide(page, sheet)
    return held.getvalue()


def _hide(page: Worksheet, sheet: Sheet) -> None:
    for line in sheet.hidden_lines:
        page.set_row(line - 1, None, None, {"hidden": True})
    for place in sheet.hidden_columns:
        page.set_column(place, place, None, None, {"hidden": True})
    if sheet.hidden:
        page.hide()
