"""From sheets to tables: where the headings are, which lines are rows, what is left aside and why."""

from collections.abc import Sequence

import polars as pl
import pytest

from loaders import SOURCES
from netmap.headings import vocabulary_of
from netmap.layout import FileTables, Reason, Table, sheet_tables, tables_in
from netmap.layout.cells import DITTO
from netmap.tables import Sheet, Span, read_bytes

VOCABULARY = vocabulary_of(SOURCES)
Aside = tuple[Reason, tuple[int, ...]]
Cell = str | None


def found_in(text: str) -> FileTables:
    return tables_in(read_bytes("essai.csv", text.encode()), VOCABULARY)


def table_of(text: str) -> Table:
    (table,) = found_in(text).tables
    return table


def on_sheet(
    *rows: Sequence[Cell], name: str = "Feuil1", merged: tuple[Span, ...] = (), hidden: bool = False, masked: tuple[int, ...] = ()
) -> Sheet:
    width = max(map(len, rows))
    columns = [[row[place] or None if place < len(row) else None for row in rows] for place in range(width)]
    cells = pl.DataFrame({f"c{place}": pl.Series(column, dtype=pl.String) for place, column in enumerate(columns)})
    lines = pl.int_range(1, len(rows) + 1, eager=True).alias("line")
    return Sheet(name, cells, lines, hidden=hidden, hidden_lines=masked, merged=merged)


def looked_at(sheet: Sheet, *, hidden: bool = False) -> tuple[list[tuple[tuple[str, ...], tuple[int, ...], list[int]]], list[Aside]]:
    """Give, for each table, its headings, their lines and its rows; then all that is left aside, in order of lines."""
    found = sheet_tables("essai.xlsx", sheet, VOCABULARY, hidden=hidden)
    tables = [(table.headings, table.header_lines, table.lines.to_list()) for table in found.tables]
    asides = [*found.aside, *(one for table in found.tables for one in table.aside)]
    return tables, sorted(((one.reason, one.lines) for one in asides), key=lambda one: one[1])


HEAD = ("UAI", "Entreprise", "Ville", "Objet")
ONE, TWO = ("0350760L", "Brume", "Rennes", "PFMP"), ("0942434K", "Valette", "Brest", "Visites")


def test_titles_above_are_told_and_blank_rows_are_left_aside():
    tables, aside = looked_at(on_sheet(("Suivi des partenariats 2025",), (), HEAD, ONE, (), TWO))
    assert tables == [(HEAD, (3,), [4, 6])]
    assert aside == [(Reason.TITLE, (1,)), (Reason.BLANK, (5,))]


def test_totals_notes_and_repeated_headings_are_no_rows():
    for total in ("Total", "Tot."):
        tables, aside = looked_at(on_sheet(HEAD, ONE, HEAD, TWO, ("", "", total, "2"), ("* données au 1er septembre",)))
        assert tables == [(HEAD, (1,), [2, 4])]
        assert aside == [(Reason.HEADER, (3,)), (Reason.TOTAL, (5,)), (Reason.NOTE, (6,))]


def test_headings_that_come_again_under_each_section_are_those_of_one_table():
    tables, aside = looked_at(on_sheet(HEAD, ("CONVENTIONS SIGNÉES",), ONE, ("CONVENTIONS EN COURS",), HEAD, TWO))
    assert tables == [(HEAD, (1,), [3, 6])]
    assert aside == [(Reason.SECTION, (2,)), (Reason.SECTION, (4,)), (Reason.HEADER, (5,))]


def test_what_is_counted_under_the_lines_is_a_total_beside_its_sums():
    headings = ("UAI", "Nom", "Commune", "Filière", "BDE", "Label", "Élèves")
    lines = [("0350760L", "LP Brume", "Vitré", "Bois", "x", "x", "210"), ("0942434K", "LP Lande", "Brest", "Bois", "x", "x", "180")]
    tables, aside = looked_at(on_sheet(headings, *lines, ("", "2 établissements", "", "", "2", "2", "390")))
    assert tables == [(headings, (1,), [2, 3])]
    assert aside == [(Reason.TOTAL, (4,))]


def test_a_company_named_total_is_a_row():
    tables, aside = looked_at(on_sheet(HEAD, ONE, ("0942434K", "Total Énergies", "Brest", "Visites")))
    assert (tables, aside) == ([(HEAD, (1,), [2, 3])], [])


def test_a_section_title_in_the_middle_is_told_and_the_table_goes_on():
    tables, aside = looked_at(on_sheet(HEAD, ("CONVENTIONS SIGNÉES",), ONE, ("CONVENTIONS EN COURS",), TWO))
    assert tables == [(HEAD, (1,), [3, 5])]
    assert aside == [(Reason.SECTION, (2,)), (Reason.SECTION, (4,))]


def test_tables_one_under_the_other_each_have_their_title():
    tables, aside = looked_at(on_sheet(("Filière bâtiment",), HEAD, ONE, (), ("Filière automobile",), HEAD, TWO))
    assert tables == [(HEAD, (2,), [3]), (HEAD, (6,), [7])]
    assert aside == [(Reason.TITLE, (1,)), (Reason.BLANK, (4,)), (Reason.TITLE, (5,))]


def test_tables_side_by_side_are_two():
    schools, firms = ("UAI", "Établissement"), ("Raison sociale", "SIREN")
    rows = [(*schools, "", *firms), ("0350760L", "LP A", "", "Brume", "552100554"), ("", "", "", "Valette", "732829320")]
    tables, _ = looked_at(on_sheet(*rows))
    assert tables == [(schools, (1,), [2]), (firms, (1,), [2, 3])]


def test_headings_on_two_lines_take_their_group_when_they_need_it():
    merged = (Span(1, 1, 0, 1), Span(1, 1, 2, 3))
    rows = [("Établissement", "", "Partenaire", ""), ("Nom", "UAI", "Nom", "Ville"), ("LP A", "0350760L", "Brume", "Rennes")]
    tables, _ = looked_at(on_sheet(*rows, merged=merged))
    assert tables == [(("Établissement Nom", "Établissement UAI", "Partenaire Nom", "Partenaire Ville"), (1, 2), [3])]
    upper, lower = ("N° conv.", "Lycée", "Partenaire", "", "Période", "", "Montant"), ("", "", "Nom", "SIRET", "du", "au", "")
    line = ("C-01", "LP A", "Brume", "09992191800019", "08/01/2024", "20/12/2024", "12400")
    tables, _ = looked_at(on_sheet(("Conventions 2024",), upper, lower, line, line))
    headings = ("N° conv.", "Lycée", "Partenaire Nom", "Partenaire SIRET", "du", "au", "Montant")
    assert tables == [(headings, (2, 3), [4, 5])]


def test_merged_cells_and_ditto_marks_are_filled_and_said():
    merged = (Span(2, 3, 0, 0),)
    found = sheet_tables("e.xlsx", on_sheet(HEAD, ONE, ("", "Valette", "idem", '"'), merged=merged), VOCABULARY)
    (table,) = found.tables
    assert table.cells.rows() == [ONE, ("0350760L", "Valette", "Rennes", "PFMP")]
    assert table.remarks.rows() == [
        (1, 0, "cellule-fusionnee", "", "0350760L"),
        (1, 2, "cellule-repetee", "idem", "Rennes"),
        (1, 3, "cellule-repetee", '"', "PFMP"),
    ]


@pytest.mark.parametrize("mark", sorted(DITTO | {"IDEM", "Ditto", "Id.", "Idem Ci-Dessus"}))
def test_every_ditto_mark_says_again_what_stands_above(mark):
    (table,) = sheet_tables("e.xlsx", on_sheet(HEAD, ONE, ("0942434K", "Valette", mark, "Visites")), VOCABULARY).tables
    assert table.cells.rows()[1] == ("0942434K", "Valette", ONE[2], "Visites")


def test_what_is_hidden_is_told_and_read_only_when_asked():
    sheet = on_sheet(HEAD, ONE, TWO, masked=(3,))
    assert looked_at(sheet) == ([(HEAD, (1,), [2])], [(Reason.HIDDEN, (3,))])
    assert looked_at(sheet, hidden=True) == ([(HEAD, (1,), [2, 3])], [])
    whole = on_sheet(HEAD, ONE, hidden=True)
    assert looked_at(whole) == ([], [(Reason.HIDDEN_SHEET, (1, 2))])
    assert looked_at(whole, hidden=True) == ([(HEAD, (1,), [2])], [])


def test_cells_beyond_the_header_are_kept_and_noted():
    found = table_of("a;b\n1;2\n3;4;5;;7\n8\n")
    assert found.headings == ("a", "b", "(colonne C)", "(colonne E)")
    assert found.cells.rows() == [("1", "2", None, None), ("3", "4", "5", "7"), ("8", None, None, None)]
    assert found.lines.to_list() == [2, 3, 4]
    assert found.notes[-1] == "Une colonne sans en-tête contient des cellules : nommée (colonne E) (ligne 3)."


def test_unnamed_columns_are_dropped_when_empty_and_named_otherwise():
    assert table_of("a;;b;\n1;2;3;\n").headings == ("a", "(colonne B)", "b")
    assert table_of("a;;b;\n1;;3;\n").headings == ("a", "b")


def test_the_same_heading_twice_and_an_ignored_one_are_kept():
    assert table_of("a;a;_note\n1;2;3\n").headings == ("a", "a", "_note")


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        (on_sheet(("Bonjour",), name="Lisez-moi"), Reason.GUIDE),
        (on_sheet(HEAD, name="Vide"), Reason.HEADER_ALONE),
        (on_sheet(("Ceci est un texte : il dit comment remplir le tableau, et rien d’autre, sur toute une ligne.",)), Reason.TEXT),
    ],
)
def test_a_sheet_without_row_is_left_aside_with_its_reason(sheet: Sheet, reason: Reason):
    tables, aside = looked_at(sheet)
    assert (tables, [one for one, _ in aside]) == ([], [reason])


def test_no_word_within_a_list_heads_what_is_under_it():
    found = sheet_tables("essai.xlsx", on_sheet(("Collèges",), ("industrie",), ("services",), ("tourisme",), ("bois",)), VOCABULARY)
    assert [(table.headings, table.lines.to_list()) for table in found.tables] == []


def test_a_list_of_choices_is_doubted():
    (table,) = sheet_tables("e.xlsx", on_sheet(("Type",), ("Entreprise",), ("Association",), ("Chambre consulaire",)), VOCABULARY).tables
    assert table.doubt is Reason.LIST


def test_tables_side_by_side_may_have_headings_of_one_row_and_of_two() -> None:
    sheet = on_sheet(
        ("UAI", "Nom de l’établissement", "", "Partenaire", "Dates", ""),
        ("0990012A", "LP des Tilleuls", "", "", "Début", "Fin"),
        ("0990027S", "LP des Forges", "", "Ambrelec", "01/09/2024", "31/08/2027"),
        ("0990031W", "Lycée de Pontbrume", "", "Froid Servais", "01/09/2024", "31/08/2027"),
        ("0990044K", "LP Orlan"),
        merged=(Span(1, 2, 3, 3), Span(1, 1, 4, 5)),
    )
    assert looked_at(sheet) == (
        [
            (("UAI", "Nom de l’établissement"), (1,), [2, 3, 4, 5]),
            (("Partenaire", "Dates Début", "Dates Fin"), (1, 2), [3, 4]),
        ],
        [(Reason.BLANK, (5,))],
    )
