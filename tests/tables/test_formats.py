"""One workbook saved by LibreOffice in three formats gives the same sheets, with what is merged and hidden; so do odd writings."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from netmap.errors import FileUnreadable
from netmap.tables import Span, ods, read_bytes, read_file, xls
from netmap.tables.words import plain
from tests.tables.making import only, outcome, refusal, replaced, shape, small_workbook, workbook, zipped

FILES = Path(__file__).parent / "files"
NOTHING = (None,) * 8
SHOWN = [
    ("Partenariats 2025-2026", *NOTHING[1:]),
    NOTHING,
    ("UAI", "Code postal", "Téléphone", "Début", "Montant", "Part", "Total", "Suivi"),
    ("0350030K", "01000", "0299123456", "2025-09-01", "1234.5", "0.5", "2469", "oui"),
    ("0350030K", "35000", "0612345678", "2025-09-01 14:30:00", "0.3", "1", "#DIV/0!", "deux\nlignes  et  espaces"),
    ("0350030K", "35200", "0299000000", "14:30:00", "12345678901234", "0.25", "#N/A", "tab\tici"),
]
LAST = (None, "2A004", "02 99 00 00 00", None, "100000000000000000000")
SHEET = "xl/worksheets/sheet1.xml"
EMPTY = "Feuille « Vide » laissée de côté : elle est vide."


def content_of(rows: str, beside: str = "", parts: dict[str, bytes] | None = None) -> bytes:
    """Make an .ods of one sheet from its rows."""
    names = "".join(f' xmlns:{name}="{ods.ODF}{name}:1.0"' for name in ("office", "table", "text", "style"))
    body = f'<office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body>'
    xml = f'<?xml version="1.0"?><office:document-content{names}>{beside}{body}</office:document-content>'
    kind = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    return zipped({**kind, **(parts or {}), "content.xml": xml.encode()})


def row_of(*cells: str, attributes: str = "") -> str:
    said = "".join(f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells)
    return f"<table:table-row{attributes}>{said}</table:table-row>"


def blanks(rows: int) -> str:
    cells = '<table:table-cell table:number-columns-repeated="16384"/>'
    return f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'


def sevens(cells: int) -> str:
    cell = f'<table:table-cell table:number-columns-repeated="{cells}" office:value-type="float" office:value="7"/>'
    return f"<table:table-row>{cell}</table:table-row>"


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_the_same_workbook_in_every_format_gives_the_same_sheets(ending):
    read = read_file(FILES / f"classeur.{ending}")
    conventions, filtered, lists = read.sheets
    rows, lines = shape(conventions)
    assert (rows[:6], rows[6][:5], rows[6][6:]) == (SHOWN, LAST, (None, "fin"))
    assert rows[7:] == [NOTHING] * 1191 + [("idem", "identique", *NOTHING[2:])] * 3
    assert lines == list(range(2, 1203))
    assert (conventions.name, conventions.first_column, conventions.hidden) == ("Conventions & accords", 1, False)
    assert (conventions.hidden_lines, conventions.hidden_columns) == ((6,), (4,))
    assert conventions.merged == (Span(2, 2, 1, 5), Span(7, 8, 1, 1))
    assert (filtered.name, filtered.hidden_lines, filtered.lines.to_list()) == ("Filtre", (3, 5, 7), list(range(1, 8)))
    assert (lists.name, lists.hidden, lists.first_column, shape(lists)) == ("Listes", True, 2, ([("Entreprise",)], [3]))
    assert read.notes == (EMPTY,)


def test_true_or_false_is_what_excel_formats_say():
    values = {ending: read_file(FILES / f"classeur.{ending}").sheets[0].cells["c5"][6] for ending in ("xlsx", "xls", "ods")}
    # LibreOffice saves the formula TRUE() as the number 1.
    assert values == {"xlsx": "true", "xls": "true", "ods": "1"}


# --- xlsx


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_what_a_sheet_hides_is_told_where_it_has_cells():
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in range(2, 2_000):
        sheet.cell(line, 3, line)
        sheet.row_dimensions[line].hidden = line % 500 == 0
    sheet.row_dimensions[1].hidden = sheet.row_dimensions[3_000].hidden = True
    sheet.column_dimensions["A"].hidden = sheet.column_dimensions["C"].hidden = True
    found = only(read_bytes("x.xlsx", saved(book)))
    assert (found.hidden_lines, found.hidden_columns) == ((500, 1_000, 1_500), (2,))


def test_formulas_never_computed_are_told():
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a", "=1+1"])
    for _ in range(6):
        book.worksheets[0].append(["=A1", 3])
    read = read_bytes("x.xlsx", saved(book))
    (said,) = read.notes
    assert said == (
        "Feuille « Sheet » : 7 formules sans valeur enregistrée, lues comme vides (B1, A2, A3, A4, A5, …) : "
        "ouvrez le classeur dans un tableur et enregistrez-le."
    )
    empty_text = replaced(small_workbook(), SHEET, lambda xml: xml.replace(b"</row>", b'<c r="C1" t="str"><f>A9</f><v></v></c></row>', 1))
    assert read_bytes("x.xlsx", empty_text).notes == ()


def test_macros_and_links_are_said_and_left_alone():
    with zipfile.ZipFile(io.BytesIO(small_workbook())) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    beside = {"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    read = read_bytes("x.xlsm", zipped({**parts, **beside}))
    assert read.notes == (
        "Le classeur contient des macros : elles n’ont pas été exécutées.",
        "Le classeur renvoie à d’autres classeurs : liens non suivis, valeurs du dernier enregistrement.",
    )
    assert shape(only(read))[0][0] == ("UAI", "Partenaire")


def test_leading_zeros_that_a_format_shows_are_kept_on_whole_numbers_only():
    def fill(book: xlsxwriter.Workbook) -> None:
        padded, spaced, price = (book.add_format({"num_format": code}) for code in ("00000", "000\\ 000\\ 000\\ 00000;@", "0.00"))
        sheet = book.add_worksheet()
        sheet.write_row(1, 1, [1000, "Corse", 1.5, None], padded)
        sheet.write_row(2, 1, [35076000000014, 12, "x"], spaced)
        sheet.write_row(3, 1, [12, 7.25, "007"], price)

    assert shape(only(read_bytes("x.xlsx", workbook(fill))))[0] == [
        ("01000", "Corse", "1.5"),
        ("35076000000014", "00000000000012", "x"),
        ("12", "7.25", "007"),
    ]


def test_a_part_named_in_the_odd_ways_that_xml_allows_is_found():
    book = openpyxl.Workbook()
    first, second = book.worksheets[0], book.create_sheet("L'été & \"l'hiver\"")
    first["A1"], second["A1"] = "a", "b"
    second.merge_cells("A1:B2")
    first["A1"].font = Font(bold=True)
    read = read_bytes("x.xlsx", saved(book))
    assert [(sheet.name, sheet.merged) for sheet in read.sheets] == [("Sheet", ()), ("L'été & \"l'hiver\"", (Span(1, 2, 0, 1),))]


# --- xls


def test_a_protected_or_damaged_old_workbook_is_refused():
    old = (FILES / "classeur.xls").read_bytes()
    code_page, protection = b"\x42\x00\x02\x00", b"\x2f\x00\x02\x00"
    assert old.count(code_page) == 1
    assert "est protégé par un mot de passe" in refusal("x.xls", old.replace(code_page, protection))
    assert "ou il est coupé avant la fin" in refusal("x.xls", old[:2_000])


def test_an_old_workbook_whose_damage_asks_for_too_much_memory_is_read_or_refused():
    old = (FILES / "classeur.xls").read_bytes()
    for place in range(512, len(old) - 8, 61):
        outcome(old[:place] + b"\xff" * 8 + old[place + 8 :])


@pytest.mark.parametrize(
    ("value", "first_day", "shown"),
    [
        (45901.0, 0, "2025-09-01"),
        (45901.604166666664, 0, "2025-09-01 14:30:00"),
        (0.6041666666666666, 0, "14:30:00"),
        (45901.99999999, 0, "2025-09-02"),
        (44439.0, 1, "2025-09-01"),
        (-3.0, 0, "-3"),
        (1e300, 0, str(int(1e300))),
    ],
)
def test_days_of_an_old_workbook_are_written_in_iso_form(value, first_day, shown):
    assert xls.day_of(value, first_day) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(12.0, "12"), (0.1 + 0.2, "0.3"), (1e-7, "0.0000001"), (35076000000014.0, "35076000000014"), (1e20, "1" + "0" * 20), (-1.5, "-1.5")],
)
def test_numbers_are_written_as_they_are_seen(value, shown):
    assert plain(value) == shown


def test_macros_of_an_old_workbook_are_said():
    with_macros = (FILES / "classeur.xls").read_bytes() + "_VBA_PROJECT_CUR".encode("utf-16-le")
    assert read_bytes("x.xls", with_macros).notes[0] == "Le classeur contient des macros : elles n’ont pas été exécutées."


# --- ods


def test_rows_and_cells_said_once_for_many_are_laid_out():
    twice = row_of("x", attributes=' table:number-rows-repeated="2"')
    assert shape(only(read_bytes("x.ods", content_of(twice + blanks(5) + sevens(3) + blanks(1_048_000))))) == (
        [("x", None, None)] * 2 + [(None, None, None)] * 5 + [("7", "7", "7")],
        list(range(1, 9)),
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (row_of(*"abc", attributes=' table:number-rows-repeated="900000000"'), "s’étendent sur"),
        (row_of("a") + row_of("b", attributes=' table:number-rows-repeated="99999999"'), "s’étendent sur"),
        (sevens(16_384), "a 16 384 colonnes"),
    ],
)
def test_repeated_cells_that_would_fill_the_memory_are_refused(rows, said):
    with pytest.raises(FileUnreadable) as raised:
        read_bytes("x.ods", content_of(rows))
    assert said in str(raised.value).replace("\u202f", " ")


def test_what_stands_beside_the_text_of_a_cell_is_not_its_text():
    cells = (
        '<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>commentaire</text:p></office:annotation>'
        '<text:p>un<text:s text:c="3"/>deux<text:tab/><text:span>trois</text:span><text:line-break/>quatre</text:p><text:p>cinq</text:p>'
        "</table:table-cell><table:covered-table-cell><text:p>caché</text:p></table:covered-table-cell></table:table-row>"
    )
    found = only(read_bytes("x.ods", content_of(cells)))
    assert shape(found) == ([("un   deux\ttrois\nquatre\ncinq",)], [1])


def test_macros_links_and_protection_of_an_open_document_are_said():
    source = "<table:table-source/>" + row_of("ailleurs")
    beside = {"Basic/Standard/Module1.xml": b"<a/>"}
    assert "n’a aucune feuille remplie" in refusal("x.ods", content_of(source))
    assert read_bytes("x.ods", content_of(row_of("a"), parts=beside)).notes == (
        "Le classeur contient des macros : elles n’ont pas été exécutées.",
    )
    manifest = {ods.ODF_MANIFEST: b"<manifest:encryption-data/>"}
    assert "est protégé par un mot de passe" in refusal("x.ods", content_of(row_of("a"), parts=manifest))
    old_manifest = {ods.ODF_MANIFEST: b'<!DOCTYPE manifest:manifest PUBLIC "-//x//DTD Manifest 1.0//EN" "Manifest.dtd"><a/>'}
    assert shape(only(read_bytes("x.ods", content_of(row_of("a"), parts=old_manifest)))) == ([("a",)], [1])


def test_entities_are_refused_whatever_their_writing():
    entities = '<!DOCTYPE a [<!ENTITY b "bb">]>'
    xml = b'<?xml version="1.0"?>' + entities.encode() + b"<a>&b;</a>"
    kind = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    assert "déclare des entités XML" in refusal("x.ods", zipped({**kind, "content.xml": xml}))
    assert "déclare des entités XML" in refusal("x.ods", zipped({**kind, "content.xml": b" " * (4 * 1024**2 - 4) + xml}))
    wide = f'<?xml version="1.0" encoding="utf-16"?>{entities}<a>&b;</a>'.encode("utf-16")
    assert "est un classeur abîmé" in refusal("x.ods", zipped({**kind, "content.xml": wide}))


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("step", range(8))
def test_a_workbook_damaged_anywhere_is_read_or_refused(ending, step):
    whole = (FILES / f"classeur.{ending}").read_bytes()
    for place in range(step, len(whole), len(whole) // 12):
        outcome(whole[:place])
        outcome(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])


@pytest.mark.parametrize("part", ["content.xml"])
@pytest.mark.parametrize("letters", [b"<", b"table", b'"', b"\xff", b"repeated"])
def test_an_open_document_with_damaged_content_is_read_or_refused(part, letters):
    whole = (FILES / "classeur.ods").read_bytes()
    for nth in range(1, 40, 3):
        outcome(replaced(whole, part, lambda xml, nth=nth: xml.replace(letters, b"", nth)))
