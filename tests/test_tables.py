"""Files of every shape are read into tables of text, or refused with one sentence."""

import csv
import gzip
import hashlib
import io
import os
import re
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.errors import FileUnreadable
from netmap.tables import FileRead, Table, archive, content, delimited, read_bytes, read_file, table

REAL = Path(os.environ.get("NETMAP_REAL") or Path(__file__).resolve().parent.parent.parent / "shared/data/real")

Rows = list[tuple[str | None, ...]]


def only(read: FileRead) -> Table:
    assert len(read.tables) == 1
    return read.tables[0]


def csv_of(text: bytes | str, name: str = "essai.csv") -> Table:
    return only(read_bytes(name, text.encode() if isinstance(text, str) else text))


def shape(found: Table) -> tuple[int, tuple[str, ...], Rows, list[int]]:
    assert found.cells.columns == [f"c{place}" for place in range(len(found.headings))]
    return found.header_line, found.headings, found.cells.rows(), found.lines.to_list()


def refusal(name: str, given_bytes: bytes) -> str:
    with pytest.raises(FileUnreadable) as raised:
        read_bytes(name, given_bytes)
    return str(raised.value).replace("\u202f", " ").replace("\xa0", " ")


def workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    fill(book)
    book.close()
    return buffer.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def small_workbook() -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Conventions")
        sheet.write_row(0, 0, ["UAI", "Partenaire"])
        sheet.write_row(1, 0, ["0350030K", "Menuiserie Le Goff"])

    return workbook(fill)


def replaced(book: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return zipped({**parts, part: change(parts[part])})


# --- text


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separator_encoding_and_line_end_are_found(separator, encoding, end):
    text = end.join(separator.join(row) for row in (["Élève", "œuvre"], ["é", "€"], ["", "’"])) + end
    assert shape(csv_of(text.encode(encoding))) == (1, ("Élève", "œuvre"), [("é", "€"), (None, "’")], [2, 3])


def test_what_was_found_is_noted():
    assert csv_of("a;b\n1;2\n".encode("utf-8-sig")).notes == (
        "Encodage UTF-8 avec marque d’ordre des octets (BOM).",
        "Séparateur : point-virgule.",
    )
    assert csv_of("a\tb\n1;2\té\n".encode("cp1252")).notes == (
        "Encodage Windows-1252 (la ligne 2 n’est pas de l’UTF-8).",
        "Séparateur : tabulation.",
    )


def test_bytes_undefined_in_windows_1252_are_read_as_latin_1():
    assert shape(csv_of(b"a;b\n\xe9x\x81y;2\n"))[2] == [("éx\x81y", "2")]


def test_digest_and_size_are_those_of_the_file_as_given():
    given_bytes = gzip.compress(b"a;b\n1;2\n")
    read = read_bytes("x.csv.gz", given_bytes)
    assert (read.file, read.sha256, read.size) == ("x.csv.gz", hashlib.sha256(given_bytes).hexdigest(), len(given_bytes))
    assert shape(only(read)) == (1, ("a", "b"), [("1", "2")], [2])


def test_several_gzip_members_are_one_file():
    assert shape(csv_of(gzip.compress(b"a;b\n1;") + gzip.compress(b"2\n") + b"\x00" * 512))[2] == [("1", "2")]


def test_cells_are_stripped_of_every_blank_and_empty_ones_are_null():
    text = "\ufeff a ;\u200bb\xa0\n\xa01\u202f;\u200b \ufeff2\u2060\n  ;x \n\t3; y z \n"
    assert shape(csv_of(text))[1:3] == (("a", "b"), [("1", "2"), (None, "x"), ("3", "y z")])
    assert shape(csv_of("a ;b\n 1; 2\n ;x\n3 ;\n"))[1:3] == (("a", "b"), [("1", "2"), (None, "x"), ("3", None)])


def test_empty_rows_are_left_aside_and_noted():
    found = csv_of("\n;\na;b\n1;2\n\n ; \n;\n3;4\n\n5;6\n\n")
    assert shape(found) == (3, ("a", "b"), [("1", "2"), ("3", "4"), ("5", "6")], [4, 8, 10])
    assert found.notes[-1] == "5 lignes vides laissées de côté (lignes 5 à 7, 9, 11)."


def test_a_row_is_numbered_by_the_physical_line_where_it_starts():
    text = '"a\nb";c\n1;"x\r\ny\n"\n2;"z ""q"" ; "\n\n"3\n\n4";5'
    assert shape(csv_of(text)) == (
        1,
        ("a\nb", "c"),
        [("1", "x\r\ny"), ("2", 'z "q" ;'), ("3\n\n4", "5")],
        [3, 6, 8],
    )


def test_a_carriage_return_alone_inside_a_cell_is_kept():
    assert shape(csv_of('a;b\n1;"x\ry"\n2;z\rt\n'))[2:] == ([("1", "x\ry"), ("2", "z\rt")], [2, 3])
    assert shape(csv_of('a;b\n1;"x\ry"\n2;z\rt;9\n'))[2:] == ([("1", "x\ry", None), ("2", "z\rt", "9")], [2, 3])


def test_carriage_returns_end_the_rows_when_line_feeds_stand_in_cells_only():
    assert shape(csv_of('a;b\r1;"x\ny"\r\r2;z\r')) == (1, ("a", "b"), [("1", "x\ny"), ("2", "z")], [2, 4])
    assert shape(csv_of('a;b\r1;"x\ny"\r2;z;9\r'))[2:] == ([("1", "x\ny", None), ("2", "z", "9")], [2, 3])


def test_cells_beyond_the_header_are_kept_and_noted():
    found = csv_of("a;b\n1;2\n3;4;5;;7\n8\n")
    assert shape(found) == (
        1,
        ("a", "b", "(colonne C)", "(colonne E)"),
        [("1", "2", None, None), ("3", "4", "5", "7"), ("8", None, None, None)],
        [2, 3, 4],
    )
    assert found.notes[-1] == "Des cellules dépassent les en-têtes : gardées dans (colonne E) (ligne 3)."


def test_unnamed_columns_are_dropped_when_empty_and_named_otherwise():
    assert shape(csv_of("a;;b;\n1;2;3;\n"))[1:3] == (("a", "(colonne B)", "b"), [("1", "2", "3")])
    assert shape(csv_of("a;;b;\n1;;3;\n"))[1:3] == (("a", "b"), [("1", "3")])


def test_the_same_heading_twice_and_an_ignored_one_are_kept():
    assert shape(csv_of("a;a;_note\n1;2;3\n"))[1] == ("a", "a", "_note")


def test_stray_quotes_lose_nothing():
    assert shape(csv_of('a;b\n5" pipe;x\n"y" z;"t"\n'))[2] == [('5" pipe', "x"), ("y z", "t")]


def test_the_separator_excel_declares_is_obeyed():
    assert shape(csv_of("sep=,\r\na;b,c\r\n1,2\r\n")) == (2, ("a;b", "c"), [("1", "2")], [3])


def test_a_single_column_is_read_whole():
    assert shape(csv_of("Nom\nDupont, Jean\n\nMartin\n")) == (1, ("Nom",), [("Dupont, Jean",), ("Martin",)], [2, 4])


def test_digits_keep_their_zeros():
    assert shape(csv_of("cp;siret\n01000;00012345678901\n"))[2] == [("01000", "00012345678901")]


def test_rows_past_the_sample_may_be_wider_or_badly_encoded():
    many = "".join(f"{place};x\n" for place in range(20_000))
    wide = csv_of(f"a;b\n{many}1;2;3\n")
    assert (wide.headings, wide.cells.row(-1), wide.lines[-1]) == (("a", "b", "(colonne C)"), ("1", "2", "3"), 20_002)
    accented = csv_of(f"a;b\n{many}é;2\n".encode("cp1252"))
    assert (accented.cells.row(-1), accented.notes[0]) == (
        ("é", "2"),
        "Encodage Windows-1252 (la ligne 20002 n’est pas de l’UTF-8).",
    )


SEPARATORS = ";,\t"
CELL = st.text(st.sampled_from("aZ09é€’\"';,\t\n\r -=#\\.œ"), max_size=8)


@settings(max_examples=200, deadline=None)
@given(
    cells=st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1)),
    separator=st.sampled_from(SEPARATORS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    quote_all=st.booleans(),
)
def test_any_table_written_as_csv_is_read_back_with_its_line_numbers(cells, separator, encoding, end, quote_all):
    buffer = io.StringIO(newline="")
    # Python leaves a line feed unquoted when rows end with a carriage return: nobody could tell them apart.
    quoting = csv.QUOTE_ALL if quote_all or end == "\r" else csv.QUOTE_MINIMAL
    writer = csv.writer(buffer, delimiter=separator, lineterminator=end, quoting=quoting)
    headings = tuple(f"titre {place}" for place in range(len(cells[0])))
    writer.writerow(headings)
    line_break = "\r" if end == "\r" else "\n"
    expected: Rows = []
    lines: list[int] = []
    for row in cells:
        line = buffer.getvalue().count(line_break) + 1
        writer.writerow(row)
        stripped = tuple(cell.strip(table.BLANKS) or None for cell in row)
        if any(stripped):
            expected.append(stripped)
            lines.append(line)
    given_bytes = buffer.getvalue().encode(encoding)
    if expected:
        assert shape(csv_of(given_bytes)) == (1, headings, expected, lines)
    else:
        assert "n’a que sa ligne d’en-tête" in refusal("x.csv", given_bytes)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('a;"\n\r \xa0é'), max_size=40))
def test_the_quick_way_gives_what_the_careful_way_gives(body):
    given_bytes = f"x;y;z\n1;2;3\n{body}".encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "quick_rows", lambda *_: None)
        careful = outcome(given_bytes)
    assert outcome(given_bytes) == careful


def outcome(given_bytes: bytes) -> object:
    try:
        return [shape(found) for found in read_bytes("essai", given_bytes).tables]
    except FileUnreadable as error:
        return str(error)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(given_bytes):
    outcome(given_bytes)
    outcome(b"PK\x03\x04" + given_bytes)
    outcome(b"\x1f\x8b\x08" + given_bytes)
    outcome(b"\xff\xfe" + given_bytes)


# --- refusals


@pytest.mark.parametrize(
    ("given_bytes", "said"),
    [
        (b"", "est vide (0 octet)"),
        (b"\n \n;;\n", "ne contient que des lignes vides"),
        (b"\n\na;b\n\n;\n", "n’a que sa ligne d’en-tête (ligne 3)"),
        (b"a;b\n1;\x002\n", "contient un octet nul à la ligne 2 (octet 7)"),
        ("a;b\n1;2\n".encode("utf-16-le"), "contient un octet nul à la ligne 1"),
        (b"\xff\xfea;b", "commence comme un texte UTF-16"),
        (b'a;b\n1;2\n"x\ny";"z\n1;2\n', "ouvre un guillemet à la ligne 4 et ne le ferme jamais"),
        (b'a;"b\n1;2\n', "ouvre un guillemet à la ligne 1"),
        (b'a;b\n1;2\n3;"' + b"x" * 200_000, "a une cellule de plus de 131 072 caractères à la ligne 3"),
        (b"%PDF-1.7 ...", "est un document PDF"),
        (b"\x89PNG\r\n\x1a\n", "est une image PNG"),
        (b"\xff\xd8\xff\xe0", "est une image JPEG"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><html>", "est une page web (HTML)"),
        (b"<?xml version='1.0'?>", "est un fichier XML"),
        (b'[ {"a": 1}]', "est un fichier JSON"),
        (content.OLE + "Workbook".encode("utf-16-le"), "est un classeur Excel 97-2003 (.xls)"),
        (content.OLE + "EncryptedPackage".encode("utf-16-le"), "est protégé par un mot de passe"),
        (content.OLE, "est un document Office ancien"),
        (zipped({"lisez.txt": b"bonjour"}), "est une archive zip"),
        (zipped({}), "est une archive zip"),
        (zipped({"word/document.xml": b"<a/>"}), "est un document Word"),
        (zipped({"xl/workbook.bin": b"x"}), "est un classeur Excel binaire (.xlsb)"),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            "est un classeur LibreOffice (.ods)",
        ),
        (small_workbook()[:-400], "est un classeur abîmé ou coupé avant la fin"),
        (zipped({"xl/workbook.xml": b"<workbook"}), "est un classeur illisible"),
        (gzip.compress(b"a;b\n1;2\n" * 100)[:-20], "est un fichier gzip coupé avant la fin"),
        (gzip.compress(b"a;b\n1;2\n")[:-8] + b"12345678", "est un fichier gzip abîmé"),
        (gzip.compress(b"a;b\n1;2\n") + b"reste", "contient autre chose après ses données gzip"),
        (gzip.compress(gzip.compress(b"a;b\n")), "est compressé deux fois"),
        (";".join(f"h{place}" for place in range(1_001)).encode() + b"\n1\n", "a 1 001 colonnes, plus que les 1 000"),
        (b"a;b\n1;2" + b";3" * 1_000 + b"\n", "a 1 002 colonnes, plus que les 1 000"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(given_bytes, said):
    sentence = refusal("essai.xlsx", given_bytes)
    assert said in sentence
    assert re.fullmatch(r"« essai\.xlsx » [^\n]+\.|La feuille [^\n]+\.", sentence), sentence


def test_a_gzip_bomb_is_refused_before_it_fills_the_memory():
    packer = zlib.compressobj(9, wbits=31)
    piece = b"a;b\n" * (1 << 20)
    bomb = b"".join(packer.compress(piece) for _ in range(40)) + packer.flush()
    assert "grossit plus de 200 fois" in refusal("x.csv.gz", bomb)


def test_compressed_content_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(content, "EXPANDED_BYTES_MAX", 1024**2)
    assert "dépasse 1 Mio une fois décompressé" in refusal("x.csv.gz", gzip.compress(os.urandom(1024**2 + 1)))
    assert "dépasse 1 Mio une fois décompressé" in refusal("x.xlsx", zipped({"xl/workbook.xml": b" " * 1024**2 * 2}))


def test_a_part_of_a_workbook_larger_than_it_declares_is_refused():
    part = b"<a>" + b" " * 100_000 + b"</a>"
    lying = bytearray(zipped({"xl/workbook.xml": part}))
    for place in (lying.index(b"PK\x03\x04") + 22, lying.index(b"PK\x01\x02") + 24):
        lying[place : place + 4] = (10).to_bytes(4, "little")
    assert "est un classeur abîmé" in refusal("x.xlsx", bytes(lying))


def test_entity_declarations_are_refused():
    entities = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'
    bomb = replaced(small_workbook(), "xl/sharedStrings.xml", lambda xml: xml.replace(b"<sst", entities + b"<sst", 1))
    assert "déclare des entités XML" in refusal("x.xlsx", bomb)


def test_filled_cells_at_the_far_corner_of_a_sheet_are_refused():
    sheet = "xl/worksheets/sheet1.xml"
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    bomb = replaced(small_workbook(), sheet, lambda xml: xml.replace(b"</sheetData>", far))
    assert f"s’étendent sur {1_048_576 * 16_384:,} places".replace(",", " ") in refusal("x.xlsx", bomb)
    styled = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    harmless = replaced(small_workbook(), sheet, lambda xml: xml.replace(b"</sheetData>", styled))
    assert only(read_bytes("x.xlsx", harmless)).cells.rows() == [("0350030K", "Menuiserie Le Goff")]
    assert archive.SHEET_CELLS_MAX < 1_048_576 * 1_000


def test_a_path_that_gives_no_file_is_refused(tmp_path, monkeypatch):
    for path, said in (
        (tmp_path / "absent.csv", "est introuvable"),
        (tmp_path, "est un dossier"),
        (Path("/dev/null"), "n’est pas un fichier ordinaire"),
        (tmp_path / "a\x00b.csv", "ne peut pas être lu"),
    ):
        with pytest.raises(FileUnreadable, match=said):
            read_file(path)

    def forbidden(_: Path) -> bytes:
        raise PermissionError

    closed = tmp_path / "clos.csv"
    closed.write_bytes(b"a;b\n1;2\n")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", forbidden)
        with pytest.raises(FileUnreadable, match="la lecture en est interdite"):
            read_file(closed)
    assert shape(only(read_file(closed)))[2] == [("1", "2")]


def test_a_file_over_two_gibibytes_is_refused_unread(tmp_path):
    big = tmp_path / "gros.csv"
    with big.open("wb") as target:
        target.truncate(content.FILE_BYTES_MAX + 1)
    with pytest.raises(FileUnreadable, match="pèse 2\xa0Gio, plus que les 2\xa0Gio admis"):
        read_file(big)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\a\\liste.csv", "liste.csv"),
        ("a\x00b\n\u202ecsv.exe", "abcsv.exe"),
        ("dossier/", "fichier sans nom"),
        ("..", "fichier sans nom"),
        ("é" * 300 + ".csv", "é" * 146 + ".csv"),
    ],
)
def test_the_name_of_an_upload_is_made_safe(name, kept):
    assert read_bytes(name, b"a;b\n1;2\n").file == kept


# --- workbooks


def test_cells_of_a_workbook_come_as_the_text_they_stand_for():
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Feuille")
        day, moment, hour = (book.add_format({"num_format": code}) for code in ("dd/mm/yyyy", "dd/mm/yy hh:mm", "hh:mm"))
        sheet.write_row(2, 1, ["n", "date", "texte", "autre"])
        sheet.write_row(3, 1, [12.0, "", " x\xa0", 12345678901234])
        sheet.write_datetime(3, 2, datetime(2025, 3, 1, tzinfo=UTC).replace(tzinfo=None), day)
        sheet.write_row(6, 1, [12.5, "", "00123", 1e20])
        sheet.write_datetime(6, 2, datetime(2025, 3, 1, 14, 30, tzinfo=UTC).replace(tzinfo=None), moment)
        sheet.write_boolean(7, 1, True)
        sheet.write(7, 2, time(14, 30), hour)
        sheet.write(7, 3, "=NOW()", None, "valeur")
        sheet.write(7, 4, "=#REF!", None, "#REF!")
        sheet.write(8, 1, "=1/0", None, "#DIV/0!")
        sheet.write(8, 2, "=NA()", None, "#N/A")
        sheet.write(8, 5, "hors en-tête")

    found = only(read_bytes("x.xlsx", workbook(fill)))
    assert (found.file, found.sheet) == ("x.xlsx", "Feuille")
    assert shape(found) == (
        3,
        ("n", "date", "texte", "autre", "(colonne F)"),
        [
            ("12", "2025-03-01", "x", "12345678901234", None),
            ("12.5", "2025-03-01 14:30:00", "00123", "100000000000000000000", None),
            ("true", "14:30:00", "valeur", "#REF!", None),
            ("#DIV/0!", "#N/A", None, None, "hors en-tête"),
        ],
        [4, 7, 8, 9],
    )
    assert found.notes == (
        "2 lignes vides laissées de côté (lignes 5 à 6).",
        "Une colonne sans en-tête contient des cellules : nommée (colonne F) (ligne 9).",
    )


def test_sheets_without_table_are_left_aside_and_named():
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Lisez-moi").write(0, 0, "Bonjour")
        book.add_worksheet("Vide")
        book.add_worksheet("En-têtes").write_row(1, 0, ["a", "b"])
        for name in ("Un", "Deux"):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, ["titre", name])
        sheet.hide()
        book.add_chartsheet("Graphique")

    read = read_bytes("x.xlsx", workbook(fill))
    assert [(found.sheet, found.cells.rows()) for found in read.tables] == [("Un", [("Un",)]), ("Deux", [("Deux",)])]
    assert read.tables[0].notes[:3] == (
        "Feuille « Lisez-moi » laissée de côté : mode d’emploi.",
        "Feuille « Vide » laissée de côté : elle est vide.",
        "Feuille « En-têtes » laissée de côté : aucune ligne sous ses en-têtes (ligne 2).",
    )
    assert read.tables[1].notes == ("La feuille « Deux » est masquée dans le classeur.",)
    assert "n’a aucune feuille" in refusal("x.xlsx", workbook(lambda book: book.add_worksheet("Vide")))


def test_a_workbook_by_another_program_is_read():
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "A"
    sheet.append(["a", "b"])
    sheet.append([1, "=1+1"])
    sheet.append(["é", 0.1])
    buffer = io.BytesIO()
    book.save(buffer)
    assert shape(only(read_bytes("x.xlsm", buffer.getvalue()))) == (1, ("a", "b"), [("1", None), ("é", "0.1")], [2, 3])


def test_the_content_decides_whatever_the_name():
    assert csv_of("a;b\n1;2\n", "x.xlsx").notes[0] == ("Le nom finit par « .xlsx », mais le contenu est du texte : lu comme un CSV.")
    assert only(read_bytes("x.csv", small_workbook())).notes == (
        "Le nom finit par « .csv », mais le contenu est un classeur Excel : lu comme tel.",
    )


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 6_000), byte=st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused(place, byte):
    damaged = bytearray(small_workbook())
    damaged[place % len(damaged)] = byte
    outcome(bytes(damaged))


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 3_000), byte=st.integers(0, 127))
def test_a_workbook_with_a_damaged_sheet_is_read_or_refused(place, byte):
    def change(xml: bytes) -> bytes:
        return xml[: place % len(xml)] + bytes([byte]) + xml[place % len(xml) + 1 :]

    outcome(replaced(small_workbook(), "xl/worksheets/sheet1.xml", change))
    outcome(replaced(small_workbook(), "xl/workbook.xml", change))


# --- true files


def described() -> dict[str, tuple[int, int]]:
    """Give the rows and columns that the list of true files tells for each csv."""
    told: dict[str, tuple[int, int]] = {}
    for line in (REAL / "README.md").read_text(encoding="utf-8").splitlines():
        parts = [part.strip() for part in re.split(r"(?<!\\)\|", line)]
        if len(parts) > 8 and re.search(r"\.csv(\.gz)?`$", parts[1]):
            told[parts[1].strip("`")] = (int(parts[6]), int(parts[7]))
    return told


def test_true_files_are_read_whole():
    if not (REAL / "README.md").is_file():
        pytest.skip(f"No folder of true files at {REAL}: set NETMAP_REAL to its path.")
    told = described()
    assert len(told) > 50
    for name, (rows, columns) in told.items():
        read = read_file(REAL / name)
        found = only(read)
        empty = [re.match(r"([\d\u202f]+) lignes? vides? laissée", note) for note in found.notes]
        aside = sum(int(match[1].replace("\u202f", "")) for match in empty if match)
        # The list leaves trailing blank lines out of its count, or not.
        assert found.cells.height <= rows <= found.cells.height + aside, name
        assert len(found.headings) <= columns, name
    for path in sorted(REAL.rglob("*.xlsx")):
        assert read_file(path).tables, path.name
