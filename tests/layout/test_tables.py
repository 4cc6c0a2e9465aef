"""From sheets to tables: the header, the lines under it, what is left aside and said."""

import pytest
import xlsxwriter

from netmap.errors import FileUnreadable
from netmap.layout import Table, tables_in
from netmap.tables import read_bytes
from tests.tables.making import Rows, workbook


def table_of(text: str) -> Table:
    (table,) = tables_in(read_bytes("essai.csv", text.encode()))
    return table


def shape(found: Table) -> tuple[int, tuple[str, ...], Rows, list[int]]:
    assert found.cells.columns == [f"c{place}" for place in range(len(found.headings))]
    return found.header_line, found.headings, found.cells.rows(), found.lines.to_list()


def test_empty_rows_are_left_aside_and_noted():
    found = table_of("\n;\na;b\n1;2\n\n ; \n;\n3;4\n\n5;6\n\n")
    assert shape(found) == (3, ("a", "b"), [("1", "2"), ("3", "4"), ("5", "6")], [4, 8, 10])
    assert found.notes == ("Encodage UTF-8.", "Séparateur : point-virgule.", "4 lignes vides laissées de côté (lignes 5 à 7, 9).")


def test_cells_beyond_the_header_are_kept_and_noted():
    found = table_of("a;b\n1;2\n3;4;5;;7\n8\n")
    assert shape(found) == (
        1,
        ("a", "b", "(colonne C)", "(colonne E)"),
        [("1", "2", None, None), ("3", "4", "5", "7"), ("8", None, None, None)],
        [2, 3, 4],
    )
    assert found.notes[-1] == "Des cellules dépassent les en-têtes : gardées dans (colonne E) (ligne 3)."


def test_unnamed_columns_are_dropped_when_empty_and_named_otherwise():
    assert shape(table_of("a;;b;\n1;2;3;\n"))[1:3] == (("a", "(colonne B)", "b"), [("1", "2", "3")])
    assert shape(table_of("a;;b;\n1;;3;\n"))[1:3] == (("a", "b"), [("1", "3")])


def test_the_same_heading_twice_and_an_ignored_one_are_kept():
    assert table_of("a;a;_note\n1;2;3\n").headings == ("a", "a", "_note")


def test_sheets_without_table_are_left_aside_and_named():
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Lisez-moi").write(0, 0, "Bonjour")
        book.add_worksheet("En-têtes").write_row(1, 0, ["a", "b"])
        for name in ("Un", "Deux"):
            book.add_worksheet(name).write_column(0, 1, ["titre", name])
        book.worksheets()[-1].hide()

    tables = tables_in(read_bytes("x.xlsx", workbook(fill)))
    assert [(found.sheet, *shape(found)) for found in tables] == [
        ("Un", 1, ("titre",), [("Un",)], [2]),
        ("Deux", 1, ("titre",), [("Deux",)], [2]),
    ]
    assert [found.notes for found in tables] == [
        (
            "Feuille « Lisez-moi » laissée de côté : mode d’emploi.",
            "Feuille « En-têtes » laissée de côté : aucune ligne sous ses en-têtes (ligne 2).",
        ),
        ("La feuille « Deux » est masquée dans le classeur.",),
    ]


def test_a_file_without_line_under_its_header_is_refused():
    with pytest.raises(FileUnreadable, match="n’a que sa ligne d’en-tête \\(ligne 3\\)"):
        tables_in(read_bytes("a.csv", b"\n\na;b\n\n;\n"))
    with pytest.raises(FileUnreadable, match="n’a aucune feuille avec des lignes sous des en-têtes"):
        tables_in(read_bytes("a.xlsx", workbook(lambda book: book.add_worksheet("Seule").write(0, 0, "titre"))))
