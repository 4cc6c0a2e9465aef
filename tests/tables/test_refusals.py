"""What is no table, too big or hostile: one French sentence, bounded memory."""

import gzip
import os
import re
import zlib
from pathlib import Path

import pytest

from netmap.errors import FileUnreadable
from netmap.tables import content, extent, read_bytes, read_file
from tests.tables.making import (
    only,
    refusal,
    replaced,
    shape,
    small_workbook,
    zipped,
)

# --- refusals


REFUSED = [
    (b"", "est vide (0 octet)"),
    (b"\n \n;;\n", "ne contient que des lignes vides"),
    (b"a;b\n1;\x002\n", "contient un octet nul à la ligne 2 (octet 7)"),
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
    (content.OLE + "Workbook".encode("utf-16-le"), "est un classeur illisible"),
    (content.OLE + "EncryptedPackage".encode("utf-16-le"), "est protégé par un mot de passe"),
    (content.OLE, "est un document Office ancien"),
    (zipped({"lisez.txt": b"bonjour"}), "est une archive zip"),
    (zipped({}), "est une archive zip"),
    (zipped({"word/document.xml": b"<a/>"}), "est un document Word"),
    (zipped({"Index/Document.iwa": b"x"}), "est un document Numbers, Pages ou Keynote d’Apple"),
    (zipped({"xl/workbook.bin": b"x"}), "est un classeur Excel binaire (.xlsb)"),
    (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "est un classeur illisible",
    ),
    (small_workbook()[:-400], "est un classeur abîmé ou coupé avant la fin"),
    (zipped({"xl/workbook.xml": b"<workbook"}), "est un classeur illisible"),
    (gzip.compress(b"a;b\n1;2\n" * 100)[:-20], "est un fichier gzip coupé avant la fin"),
    (gzip.compress(b"a;b\n1;2\n")[:-8] + b"12345678", "est un fichier gzip abîmé"),
    (gzip.compress(b"a;b\n1;2\n") + b"reste", "contient autre chose après ses données gzip"),
    (gzip.compress(gzip.compress(b"a;b\n")), "est compressé deux fois"),
    (";".join(f"h{place}" for place in range(1_001)).encode() + b"\n1\n", "a 1 001 colonnes, plus que les 1 000"),
    (b"a;b\n1;2" + b";3" * 1_000 + b"\n", "a 1 002 colonnes, plus que les 1 000"),
]


@pytest.mark.parametrize(("given_bytes", "said"), REFUSED, ids=[said for _, said in REFUSED])
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
    assert only(read_bytes("x.xlsx", harmless)).cells.rows()[1:] == [("0350030K", "Menuiserie Le Goff")]
    assert extent.SHEET_CELLS_MAX < 1_048_576 * 1_000


@pytest.mark.parametrize(
    "last_row",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c t="n" r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row>',
        b"<row r='1048576'><c r = 'XFD1048576'><v>1</v></c></row>",
        b'<row r="4294967295"><c><v>1</v></c></row>',
        b"<row>" + b"<c><v>1</v></c>" * 16_000 + b"</row>" + b"<row><c><v>1</v></c></row>" * 60_000,
    ],
    ids=["usual", "order", "small letters", "reference", "spaces", "row only", "no place"],
)
def test_far_cells_are_found_in_every_writing_that_xml_allows(last_row):
    bomb = replaced(small_workbook(), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", last_row + b"</sheetData>"))
    assert "s’étendent sur" in refusal("x.xlsx", bomb)


def test_cells_without_place_follow_one_another():
    plain = replaced(small_workbook(), "xl/worksheets/sheet1.xml", lambda xml: re.sub(rb' r="[A-Z]+[0-9]+"', b"", xml))
    assert only(read_bytes("x.xlsx", plain)).cells.rows() == [("UAI", "Partenaire"), ("0350030K", "Menuiserie Le Goff")]


@pytest.mark.parametrize("count", [b"4294967295", b"18446744073709551615", b"9" * 400])
def test_shared_texts_said_to_be_more_than_there_is_room_for_are_refused(count):
    def change(xml: bytes) -> bytes:
        return re.sub(rb'ount="[0-9]+"', b'ount="' + count + b'"', xml)

    assert "est un classeur abîmé" in refusal("x.xlsx", replaced(small_workbook(), "xl/sharedStrings.xml", change))


def test_a_sheet_in_utf_16_is_refused():
    def change(xml: bytes) -> bytes:
        return xml.replace(b"UTF-8", b"UTF-16").decode().encode("utf-16")

    assert "est un classeur abîmé" in refusal("x.xlsx", replaced(small_workbook(), "xl/worksheets/sheet1.xml", change))


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
    assert shape(only(read_file(closed))) == ([("a", "b"), ("1", "2")], [1, 2])


def test_a_file_over_one_gibibyte_is_refused_unread(tmp_path):
    big = tmp_path / "gros.csv"
    with big.open("wb") as target:
        target.truncate(content.FILE_BYTES_MAX + 1)
    with pytest.raises(FileUnreadable, match="dépasse 1\xa0Gio, la limite admise"):
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
