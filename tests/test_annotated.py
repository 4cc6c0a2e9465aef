"""A workbook comes back annotated: coloured, commented, judged line by line, nothing else touched; corrected, it loads again."""

import base64
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.cell import Cell, MergedCell

from loaders import SOURCES
from netmap.errors import NetmapError
from netmap.intake import FileReport, Given, Preparation, annotated_name, annotated_workbook, commit, prepare
from netmap.intake.marking import Column, SheetMarks, Words, marked_workbook
from netmap.stores import Store, open_store
from tests.workbooks.corpus import CORPUS
from tests.workbooks.making import Page, Workbook, uai
from tests.workbooks.writing import excel, text, with_macros

AT = "2026-11-23T08:00:00+00:00"
RED, YELLOW, GREEN = "FFFFC7CE", "FFFFEB9C", "FFC6EFCE"
GOOD, OTHER = uai(12), uai(27)
DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
HEADINGS = ("N° de convention", "UAI", "Partenaire", "Début", "Fin", "Nombre de reconductions", "Thèmes")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "reseau.netmap", create=True)


def prepared(store: Store, name: str, content: bytes) -> Preparation:
    return prepare(store, [Given(name, content=content)], SOURCES, author="Camille", at=AT)


def report_of(store: Store, name: str, content: bytes) -> FileReport:
    (file,) = prepared(store, name, content).report.files
    assert file.problem is None
    return file


def annotated(store: Store, name: str, content: bytes) -> bytes:
    return annotated_workbook(name, content, report_of(store, name, content))


def faulty_page() -> Page:
    page = Page("Conventions")
    page.put(*HEADINGS)
    page.put("CONV-0001", GOOD, "Ambrelec", "01/09/2024", "31/08/2027", None, "Stages")
    page.put("CONV-0002", "0990012B", "=cmd|' /C calc'!A0", "01/09/2024", "jamais", None, "Stages")
    page.put("CONV-0003", OTHER, "</t><f>1+1</f>", "01/09/2024", "31/08/2026", None, "danse \x07moderne")
    return page


def opened(book: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(book))


def changed(book: bytes, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    found = openpyxl.load_workbook(io.BytesIO(book), keep_vba=True)
    change(found)
    held = io.BytesIO()
    found.save(held)
    if found.vba_archive is not None:
        found.vba_archive.close()
    return held.getvalue()


def colour(cell: Cell | MergedCell) -> str | None:
    return str(cell.fill.fgColor.rgb) if cell.fill.fill_type == "solid" else None


def look(cell: Cell | MergedCell) -> tuple[str, ...]:
    return (cell.number_format, repr(cell.font), repr(cell.border), repr(cell.alignment), repr(cell.protection))


def ours_of(sheet: object) -> int:
    (found,) = [cell.column for cell in sheet[1] if cell.value == "netmap"]  # pyright: ignore[reportIndexIssue]
    return found


def test_cells_are_coloured_and_commented_and_each_line_is_judged(store: Store):
    sheet = opened(annotated(store, "conventions.xlsx", excel("conventions.xlsx", faulty_page()).make()))["Conventions"]
    assert {c.coordinate: colour(c) for row in sheet["A1:G4"] for c in row if colour(c)} == {"B3": RED, "E3": RED, "G4": YELLOW}
    notes = {c.coordinate: c.comment.text for row in sheet.iter_rows() for c in row if c.comment}
    assert sorted(notes) == ["B3", "E3", "G4"]
    assert notes["B3"] == (
        "Colonne « UAI » : « 0990012B » n’est pas un code UAI (la lettre de contrôle devrait être "
        f"{GOOD[-1]}). Corrigez la cellule, ou videz-la si la valeur est inconnue."
    )
    assert {c.comment.author for row in sheet.iter_rows() for c in row if c.comment} == {"netmap"}
    column = ours_of(sheet)
    assert column == len(HEADINGS) + 1
    said = [str(sheet.cell(line, column).value) for line in range(2, 5)]
    assert said[0] == "Acceptée."
    assert said[1].startswith("Rejetée : Colonne « UAI » : « 0990012B »")
    assert "« jamais » n’est pas une date" in said[1]
    assert said[2].startswith("Acceptée, à vérifier : Colonne « Thèmes »")
    assert [colour(sheet.cell(line, column)) for line in range(2, 5)] == [GREEN, RED, YELLOW]


def test_what_is_written_is_text_whatever_the_cells_hold(store: Store):
    for book in (excel("conventions.xlsx", faulty_page()), text("conventions.csv", faulty_page())):
        sheet = opened(annotated(store, book.name, book.make())).worksheets[0]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
        assert [sheet["C3"].value, sheet["C4"].value] == ["=cmd|' /C calc'!A0", "</t><f>1+1</f>"]
        assert not any(str(sheet.cell(line, ours_of(sheet)).value).startswith(("=", "+", "-", "@")) for line in range(1, 5))


def rich_workbook() -> bytes:
    """Make a workbook with everything that must come back: formulas, formats, widths, a chart, an image, rules, other sheets."""

    def dress(book: xlsxwriter.Workbook) -> None:
        sheet = book.get_worksheet_by_name("Conventions")
        other = book.add_worksheet("Calculs")
        assert sheet is not None
        bold = book.add_format({"bold": True, "font_color": "#0000FF", "border": 1})
        sheet.set_column(1, 1, 33, bold)
        sheet.set_row(2, 40)
        sheet.write_comment(0, 0, "À garder", {"author": "Camille"})
        sheet.data_validation(1, 3, 20, 3, {"validate": "list", "source": ["a", "b"]})
        sheet.conditional_format(1, 4, 20, 4, {"type": "cell", "criteria": ">", "value": 3, "format": bold})
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, 3, 6)
        other.write_formula("A1", "=SUM(B1:D1)", None, 6)
        other.write_row("B1", [1, 2, 3])
        chart = book.add_chart({"type": "column"})
        assert chart is not None
        chart.add_series({"values": "=Calculs!$B$1:$D$1"})
        other.insert_chart("D2", chart)
        other.insert_image("D20", "logo.png", {"image_data": io.BytesIO(DOT)})
        book.define_name("Total", "=Calculs!$A$1")

    return excel("conventions.xlsx", faulty_page(), dress=dress).make()


def parts(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_nothing_else_is_touched(store: Store):
    before = rich_workbook()
    after = annotated(store, "conventions.xlsx", before)
    old, new = parts(before), parts(after)
    differ = {name for name in new if old.get(name) != new[name]}
    assert differ == {"xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    assert old.keys() == new.keys()
    one, other = opened(before)["Conventions"], opened(after)["Conventions"]
    marked = {"B3", "E3", "G4"}
    for row in one.iter_rows():
        for cell in row:
            twin = other[cell.coordinate]
            assert (twin.value, look(twin)) == (cell.value, look(cell))
            assert cell.coordinate in marked or colour(twin) == colour(cell)
    assert other["A1"].comment is not None
    assert (other["A1"].comment.text, other["A1"].comment.author) == ("À garder", "Camille")
    assert other.column_dimensions["B"].width == one.column_dimensions["B"].width
    assert other.row_dimensions[3].height == one.row_dimensions[3].height == 39.75
    assert [rule.sqref for rule in other.data_validations.dataValidation] == [rule.sqref for rule in one.data_validations.dataValidation]
    assert (other.freeze_panes, other.auto_filter.ref) == ("A2", "A1:G4")


def test_macros_come_back_as_they_were(store: Store):
    book = with_macros(excel("conventions.xlsm", faulty_page()))
    after = annotated(store, book.name, book.make())
    assert parts(after)["xl/vbaProject.bin"] == parts(book.make())["xl/vbaProject.bin"]
    assert annotated_name(book.name) == "conventions annoté.xlsm"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("conventions.csv", "conventions annoté.xlsx"),
        ("../Liste 2026.xls", "Liste 2026 annoté.xlsx"),
        ("export.csv.gz", "export annoté.xlsx"),
        ("registre", "registre annoté.xlsx"),
        ("envoi.zip › 2025 › liste.csv", "liste annoté.xlsx"),
    ],
)
def test_the_annotated_workbook_is_named_after_the_file(name: str, expected: str):
    assert annotated_name(name) == expected


def books() -> list[Workbook]:
    page = faulty_page()
    return [
        excel("conventions.xlsx", page),
        with_macros(excel("conventions.xlsm", page)),
        text("conventions.csv", page, "cp1252"),
    ]


@pytest.mark.parametrize("book", books(), ids=lambda book: book.name)
def test_corrected_it_loads_again_and_changes_only_what_was_corrected(store: Store, book: Workbook):
    content = book.make()  # once: an archive bears the second it was made
    first = prepared(store, book.name, content)
    commit(store, first)
    back = annotated_workbook(book.name, content, first.report.files[0])

    def correct(found: openpyxl.Workbook) -> None:
        found.worksheets[0]["E2"] = "30/06/2028"

    again = prepared(store, annotated_name(book.name), changed(back, correct))
    assert [table.series for table in again.report.tables] == [table.series for table in first.report.tables]
    assert (again.report.lines_read, again.report.accepted, again.report.rejected) == (3, 2, 1)
    found = again.difference()
    assert [(one.kind, one.added, one.changed, one.gone) for one in found.kinds] == [("Convention", 0, 1, 0)]
    (change,) = found.kinds[0].changed_examples
    assert (change.label, change.before, change.after) == ("Fin", "31/08/2027", "30/06/2028")


def test_what_was_corrected_is_no_longer_marked_the_next_time(store: Store):
    content = rich_workbook()
    back = annotated(store, "conventions.xlsx", content)

    def correct(found: openpyxl.Workbook) -> None:
        found["Conventions"]["B3"] = GOOD
        found["Conventions"]["E3"] = "31/08/2027"

    for corrected in (changed(back, correct), changed(changed(back, lambda _found: None), correct)):
        sheet = opened(annotated(store, "conventions annoté.xlsx", corrected))["Conventions"]
        assert {c.coordinate: colour(c) for row in sheet["A1:G4"] for c in row if colour(c)} == {"G4": YELLOW}
        assert {c.coordinate for row in sheet.iter_rows() for c in row if c.comment} == {"A1", "G4"}
        assert [str(sheet.cell(line, ours_of(sheet)).value).partition(" ")[0] for line in range(2, 5)] == [
            "Acceptée.",
            "Acceptée.",
            "Acceptée,",
        ]
        assert look(sheet["B3"]) == look(opened(content)["Conventions"]["B3"])


def test_words_of_others_beside_the_table_are_not_written_over():
    page = faulty_page()
    page.cells[3, 7] = "mon pense-bête"
    words = Column(7, {1: Words("netmap", "D9D9D9"), 3: Words("Acceptée.", "C6EFCE")})
    marks = SheetMarks("Conventions", {}, [words])
    sheet = opened(marked_workbook(excel("conventions.xlsx", page).make(), [marks], ["D9D9D9", "C6EFCE"]))["Conventions"]
    assert [sheet["H1"].value, sheet["H3"].value, sheet["I1"].value, sheet["I3"].value] == [None, "mon pense-bête", "netmap", "Acceptée."]


def test_another_content_than_the_one_reported_is_refused(store: Store):
    content = excel("conventions.xlsx", faulty_page()).make()
    file = report_of(store, "conventions.xlsx", content)
    with pytest.raises(NetmapError, match="n’est plus le fichier"):
        annotated_workbook("conventions.xlsx", content + b" ", file)


def test_an_unusual_workbook_is_given_in_one_of_ours(store: Store):
    content = excel("conventions.xlsx", faulty_page()).make()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as target:
        for name, part in parts(content).items():
            target.writestr(name, part.replace(b"<sheetData>", b"<!-- <row> --><sheetData>"))
    sheet = opened(annotated(store, "conventions.xlsx", held.getvalue()))["Conventions"]
    assert (sheet["C2"].value, colour(sheet["B3"]), sheet.cell(1, ours_of(sheet)).value) == ("Ambrelec", RED, "netmap")


def test_a_sheet_cut_after_its_cells_is_given_in_a_workbook_of_ours(store: Store):
    content = excel("conventions.xlsx", faulty_page()).make()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as target:
        for name, part in parts(content).items():
            cut = part.partition(b"</sheetData>")[:2] if name == "xl/worksheets/sheet1.xml" else (part,)
            target.writestr(name, b"".join(cut))
    sheet = opened(annotated(store, "conventions.xlsx", held.getvalue()))["Conventions"]
    assert (sheet["C2"].value, colour(sheet["B3"]), sheet.cell(1, ours_of(sheet)).value) == ("Ambrelec", RED, "netmap")


def test_prefixed_parts_are_marked_in_place(store: Store):
    content = excel("conventions.xlsx", faulty_page()).make()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as target:
        for name, part in parts(content).items():
            target.writestr(name, prefixed(part) if name in ("xl/styles.xml", "xl/worksheets/sheet1.xml") else part)
    after = annotated(store, "conventions.xlsx", held.getvalue())
    assert b"<x:sheetData>" in parts(after)["xl/worksheets/sheet1.xml"]
    sheet = opened(after)["Conventions"]
    assert (sheet["C2"].value, colour(sheet["B3"]), colour(sheet["G4"])) == ("Ambrelec", RED, YELLOW)
    assert sheet["B3"].comment is not None


def prefixed(part: bytes) -> bytes:
    named = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", part)
    return named.replace(
        b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
        b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    )


def test_tables_side_by_side_share_the_column_of_verdicts(store: Store):
    book = next(book for book in CORPUS if book.name == "réseau bassin Orlange.xlsx")
    sheet = opened(annotated(store, book.name, book.make()))["Réseau"]
    assert [[str(cell.value) for cell in row[7:]] for row in sheet["A2:H6"]] == [
        ["netmap"],
        ["Établissements : Acceptée.\nOrganisations : Acceptée."],
        ["Établissements : Acceptée.\nOrganisations : Acceptée."],
        ["Organisations : Acceptée."],
        ["Organisations : Acceptée."],
    ]


@pytest.mark.parametrize("book", CORPUS, ids=lambda book: book.name)
def test_any_workbook_comes_back_and_says_the_same(book: Workbook, tmp_path: Path):
    store = open_store(tmp_path / "reseau.netmap", create=True)
    content = book.make()
    before = prepared(store, book.name, content)
    for file in before.report.files:
        assert file.problem is None
        back = annotated_workbook(book.name, content, file)
        (after,) = prepared(store, annotated_name(file.file), back).report.files
        assert [counts(one) for one in after.tables] == [counts(one) for one in file.tables]
        assert [spoken(one) for one in after.tables] == [spoken(one) for one in file.tables]
        assert [one.series for one in after.tables] == [one.series for one in file.tables]


def test_a_table_copied_comes_back_as_a_workbook(store: Store):
    copied = "\t".join(HEADINGS) + '\nCONV-0001\t0990012B\tAmbrelec\t"deux\nlignes"\n'
    given = Given.of_copied(copied)
    (file,) = prepare(store, [given], SOURCES, author="Camille", at=AT).report.files
    sheet = opened(annotated_workbook(given.name, given.content or b"", file)).worksheets[0]
    assert (sheet["C2"].value, sheet["D2"].value, colour(sheet["B2"])) == ("Ambrelec", "deux\nlignes", RED)


def counts(table) -> tuple[object, ...]:
    reading = table.reading
    return (reading.source.name if reading.source else "", reading.rejected.to_list())


def spoken(table) -> dict[str, list[tuple[object, ...]]]:
    said = table.reading.statements
    return {kind: sorted(frame.drop("line").rows(), key=repr) for kind, frame in {**said.nodes, **said.links}.items()}


def test_a_record_of_several_lines_takes_one_row(store: Store):
    lines = [";".join(HEADINGS), f'CONV-0001;{GOOD};"Bois\net\nLumière";01/09/2024;31/08/2027;;', "CONV-0002;0990012B;Ambrelec;;;;"]
    sheet = opened(annotated(store, "conventions.csv", "\n".join(lines).encode())).worksheets[0]
    assert [sheet["C2"].value, sheet["C3"].value, colour(sheet["B3"])] == ["Bois\net\nLumière", "Ambrelec", RED]
    assert [str(sheet.cell(row, ours_of(sheet)).value)[:8] for row in (2, 3)] == ["Acceptée", "Rejetée "]
