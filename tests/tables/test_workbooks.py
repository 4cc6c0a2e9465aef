"""Workbooks and the true files: cells as the text they stand for."""

import io
import re
from datetime import UTC, datetime, time

import openpyxl
import polars as pl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.tables import read_bytes, read_file
from tests.tables.making import (
    REAL,
    notes_of,
    only,
    outcome,
    refusal,
    replaced,
    shape,
    small_workbook,
    workbook,
)

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

    read = read_bytes("x.xlsx", workbook(fill))
    found = only(read)
    assert (read.file, found.name, found.first_column) == ("x.xlsx", "Feuille", 1)
    assert shape(found) == (
        [
            ("n", "date", "texte", "autre", None),
            ("12", "2025-03-01", "x", "12345678901234", None),
            (None, None, None, None, None),
            (None, None, None, None, None),
            ("12.5", "2025-03-01 14:30:00", "00123", "100000000000000000000", None),
            ("true", "14:30:00", "valeur", "#REF!", None),
            ("#DIV/0!", "#N/A", None, None, "hors en-tête"),
        ],
        [3, 4, 5, 6, 7, 8, 9],
    )
    assert read.notes == ()


def test_empty_sheets_are_left_out_and_named():
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Vide")
        for name in ("Un", "Deux"):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, ["titre", name])
        sheet.hide()
        book.add_chartsheet("Graphique")

    read = read_bytes("x.xlsx", workbook(fill))
    assert [(found.name, found.hidden, found.cells.rows()) for found in read.sheets] == [
        ("Un", False, [("titre",), ("Un",)]),
        ("Deux", True, [("titre",), ("Deux",)]),
    ]
    assert read.notes == tuple(f"Feuille « {name} » laissée de côté : elle est vide." for name in ("Vide", "Graphique"))
    assert "n’a aucune feuille remplie" in refusal("x.xlsx", workbook(lambda book: book.add_worksheet("Vide")))


def test_a_workbook_by_another_program_is_read():
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "A"
    sheet.append(["a", "b"])
    sheet.append([1, "=1+1"])
    sheet.append(["é", 0.1])
    buffer = io.BytesIO()
    book.save(buffer)
    assert shape(only(read_bytes("x.xlsm", buffer.getvalue()))) == ([("a", "b"), ("1", None), ("é", "0.1")], [1, 2, 3])


def test_the_content_decides_whatever_the_name():
    assert notes_of(b"a;b\n1;2\n", "x.xlsx")[0] == ("Le nom finit par « .xlsx », mais le contenu est du texte : lu comme un CSV.")
    assert notes_of(small_workbook(), "x.csv") == ("Le nom finit par « .csv », mais le contenu est un classeur Excel : lu comme tel.",)


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


# The list counts these lines of separators alone among the rows.
BLANK_LINES = {
    "nomenclatures/naf2008/int_courts_naf_rev_2.csv": 1,
    "nomenclatures/naf2008/int_eng_na_2008_a64.csv": 3,
    "nomenclatures/naf2008/int_eng_na_2008_a138.csv": 4_804,
    "nomenclatures/referentielCodesIdccOpco.csv": 2,
}


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
        cells = only(read).cells
        under = cells.slice(1).filter(pl.any_horizontal(pl.all().is_not_null())).height
        assert (under, cells.width) == (rows - BLANK_LINES.get(name, 0), columns), name
    for path in sorted(REAL.rglob("*.xlsx")):
        assert read_file(path).sheets, path.name
    naf = only(read_file(REAL / "nomenclatures/naf-2008.xls"))
    assert (naf.name, naf.cells.height, naf.cells.rows()[2:4]) == (
        "Feuil1",
        735,
        [("Code", "Libellé"), ("01.11Z", "Culture de céréales (à l'exception du riz), de légumineuses et de graines oléagineuses")],
    )
