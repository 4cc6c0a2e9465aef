"""The workbooks people fill in load as they are, say what they expect, and hold no formula whatever is written in them."""

from datetime import date
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from openpyxl.utils import get_column_letter

from loaders import SOURCES
from netmap.export.cells import sayable
from netmap.export.templates import workbook, write_templates
from netmap.headings import vocabulary_of
from netmap.layout import Reason, Table, tables_in
from netmap.mapping import propose
from netmap.reading import read_table
from netmap.source import Column, Source
from netmap.tables import read_bytes, read_file

VOCABULARY = vocabulary_of(SOURCES)
FORMS = [source for source in SOURCES if source.template]
HOSTILE = (
    '=HYPERLINK("http://exemple.fr")',
    "{=1+1}",
    "<script>alert(1)</script>",
    "a | b",
    "guillemets \" et '",
    "deux\nlignes",
    "+33",
    "-1",
    "@cmd",
    "http://exemple.fr",
    "0012",
    "x" * 32_767,
)

form = pytest.mark.parametrize("source", FORMS, ids=lambda source: source.name)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("modeles")
    write_templates(place, SOURCES)
    return place


def empty_table(path: Path, name: str) -> Table:
    sheet = openpyxl.load_workbook(path)[name]
    headings = tuple(str(cell.value) for cell in sheet[1])
    rows = pl.DataFrame(schema=[(f"c{i}", pl.String) for i in range(len(headings))])
    return Table(path.name, name, headings, rows, pl.Series([], dtype=pl.Int64))


def example(col: Column) -> object:
    """Give a value of a column that its cells can hold."""
    if col.type.dtype == pl.Date():
        return date(2024, 9, 1)
    if col.field in ("partner_siren", "siren"):
        return "732829320"
    if col.field in ("partner_siret", "siret"):
        return "73282932000074"
    if col.field in ("mother", "replaces", "declines"):  # another one than what the line is about
        return "0942434K"
    return next(value for _text, value in col.type.accepts if sayable(col, value))


def filled(source: Source) -> dict[str, list[object]]:
    return {col.field: [example(col)] for col in source.columns}


def test_there_is_one_template_a_source_and_one_with_them_all(tmp_path: Path):
    paths = write_templates(tmp_path / "dossier", SOURCES)
    assert [p.name for p in paths] == [*(f"{s.template}.xlsx" for s in FORMS), "netmap_modele_complet.xlsx"]
    assert openpyxl.load_workbook(paths[-1]).sheetnames == [s.title[:31] for s in FORMS] + ["Lisez-moi"]


def test_templates_written_twice_are_the_same_bytes(folder: Path, tmp_path: Path):
    again = write_templates(tmp_path, SOURCES)
    assert [p.name for p in again if p.read_bytes() != (folder / p.name).read_bytes()] == []


@form
def test_an_empty_template_is_recognised_as_its_own_source_without_problem(source: Source, folder: Path):
    for path in (folder / f"{source.template}.xlsx", folder / "netmap_modele_complet.xlsx"):
        table = empty_table(path, source.title[:31])
        found = propose(table, SOURCES)
        assert found.source is source
        reading = read_table(found, table)
        assert (reading.each_problem(), reading.lines_read, reading.statements.count()) == ([], 0, 0)


@form
def test_a_template_left_empty_is_said_to_have_no_line(source: Source, folder: Path):
    found = tables_in(read_file(folder / f"{source.template}.xlsx"), VOCABULARY)
    assert found.tables == ()
    assert [(one.sheet, one.reason, one.lines) for one in found.aside if one.reason is not Reason.GUIDE] == [
        (source.title[:31], Reason.HEADER_ALONE, (1,))
    ]


@form
def test_a_filled_template_loads_back_without_problem_and_with_its_values(source: Source):
    file = read_bytes(f"{source.template}.xlsx", workbook([(source, [filled(source)])], source.title))
    (table,) = tables_in(file, VOCABULARY).tables
    found = propose(table, SOURCES)
    assert found.source is source
    reading = read_table(found, table)
    assert (reading.each_problem(), reading.lines_accepted, reading.lines_rejected) == ([], 1, 0)
    subject = reading.statements.nodes[source.subject.kind.name]
    said = subject.filter(declared=True).to_dicts()[0] if source.subject.declares else {}
    bound = source.subject.fields if source.subject.declares else {}
    many = {p.name for p in source.subject.kind.properties if p.many}
    own = {p.name for p in source.subject.kind.properties}
    expected = {n: filled(source)[f] if n in many else filled(source)[f][0] for n, f in bound.items() if isinstance(f, str) and n in own}
    assert {name: said[name] for name in expected} == expected


def test_the_whole_template_filled_loads_back_sheet_by_sheet():
    file = read_bytes("modele.xlsx", workbook([(source, [filled(source)]) for source in FORMS], "Tout"))
    readings = [read_table(propose(table, SOURCES), table) for table in tables_in(file, VOCABULARY).tables]
    assert [(r.source, r.each_problem(), r.lines_accepted) for r in readings] == [(source, [], 1) for source in FORMS]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_a_hostile_text_is_neither_a_formula_nor_lost(text: str, tmp_path: Path):
    source = next(s for s in FORMS if s.name == "establishments")
    line = {"uai": ["0350760L"], "name": [text], "comment": [text]}
    path = tmp_path / "etablissements.xlsx"
    path.write_bytes(workbook([(source, [line])], source.title))
    cells = {cell.data_type for row in openpyxl.load_workbook(path)[source.title].iter_rows() for cell in row if cell.value is not None}
    (table,) = tables_in(read_file(path), VOCABULARY).tables
    said = read_table(propose(table, SOURCES), table).statements.nodes["Establishment"].row(0, named=True)
    assert cells == {"s"}
    assert (said["uai"], said["name"], said["comment"]) == ("0350760L", text, text)


@form
def test_each_column_says_what_it_expects(source: Source, folder: Path):
    book = openpyxl.load_workbook(folder / f"{source.template}.xlsx")
    sheet, guide = book[source.title[:31]], book["Lisez-moi"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref is not None) == ("A2", True)
    listed = {str(v.sqref).split(":")[0][:-1] for v in sheet.data_validations.dataValidation if v.type == "list"}
    told = {row[1].value: [str(c.value) for c in row[2:6]] for row in guide.iter_rows() if row[1].value}
    grouped = {f for group in source.any_of for f in group}
    for at, (cell, col) in enumerate(zip(sheet[1], source.columns, strict=True), 1):
        assert cell.value == col.headings[0]
        comment = cell.comment.text if cell.comment else ""
        must = col.required or col.field in grouped
        assert comment.startswith("Obligatoire" if must else "Facultatif.")
        assert (col.help in comment, col.type.rule in comment, ("|" in comment) or not col.many) == (True, True, True)
        assert (cell.fill.fgColor.rgb == "FF000091") is must
        chosen = bool(col.type.choices) or col.type.dtype == pl.Boolean()
        assert (get_column_letter(at) in listed) is (chosen and not col.many)
        duty, expected, *_rest = told[col.headings[0]]
        assert (duty.startswith("Obligatoire"), expected.lower()) == (must, f"{col.type.rule}.".lower())


@form
def test_codes_are_kept_as_text_and_dates_as_days(source: Source, folder: Path):
    sheet = openpyxl.load_workbook(folder / f"{source.template}.xlsx")[source.title[:31]]
    spans = [(d.min, d.max, d.number_format) for d in sheet.column_dimensions.values()]

    def format_of(at: int) -> str:
        return next(f for low, high, f in spans if low and high and low <= at <= high)

    wrong = []
    for at, col in enumerate(source.columns, 1):
        if col.type.dtype == pl.String() or col.many:
            wrong += [col.field] if format_of(at) != "@" else []
        elif col.type.dtype == pl.Date():
            wrong += [col.field] if format_of(at) != "dd/mm/yyyy" else []
    assert wrong == []


LENGTHS = {"uai": (8, 9), "siren": (9, 11), "siret": (14, 17), "code_postal": (5, 6), "commune": (5, 5), "naf": (5, 6), "idcc": (2, 4)}
# Days are counted from 1900, as spreadsheets do.
BOUNDS = {
    "date": ("date", 1, 109_574),
    "entier": ("whole", -999_999_999_999, 999_999_999_999),
    **dict.fromkeys(("nombre", "montant"), ("decimal", -999_999_999_999, 999_999_999_999)),
    **{name: ("textLength", least, most) for name, (least, most) in LENGTHS.items()},
}


@form
def test_each_column_is_checked_as_it_is_filled_in(source: Source, folder: Path):
    sheet = openpyxl.load_workbook(folder / f"{source.template}.xlsx")[source.title[:31]]
    rules = {str(v.sqref).split(":")[0][:-1]: v for v in sheet.data_validations.dataValidation}
    assert {(v.errorStyle, v.showErrorMessage) for v in rules.values()} == {("warning", True)}
    found = {letter: (v.type, int(v.formula1), int(v.formula2)) for letter, v in rules.items() if v.type != "list"}
    columns = {get_column_letter(at): col.type.name for at, col in enumerate(source.columns, 1) if not col.many}
    assert found == {letter: BOUNDS[name] for letter, name in columns.items() if name in BOUNDS}


def span(first: str, last: str) -> list[str]:
    letter = first.rstrip("0123456789")
    return [f"{letter}{row}" for row in range(int(first.removeprefix(letter)), int(last.removeprefix(letter)) + 1)]


def test_a_drop_down_offers_the_words_of_its_vocabulary(folder: Path):
    book = openpyxl.load_workbook(folder / "conventions.xlsx")
    source = next(s for s in FORMS if s.name == "conventions")
    letter = next(c.column_letter for c in book["Conventions"][1] if c.value == "Reconduction")
    rules = book["Conventions"].data_validations.dataValidation
    (place,) = [v.formula1 for v in rules if str(v.sqref).startswith(f"{letter}2:")]
    first, last = place.split("!")[1].replace("$", "").split(":")
    offered = [cell.value for row in book["Lisez-moi"].iter_rows() for cell in row if cell.coordinate in span(first, last)]
    assert offered == [label for _code, label in source.column("renewal").type.choices]
