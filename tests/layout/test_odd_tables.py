"""Tables that have no headings, or whose headings stand in the first column."""

from loaders import SOURCES
from netmap.headings import vocabulary_of
from netmap.layout import Table, sheet_tables, tables_in
from netmap.layout.bare import BARE
from netmap.layout.turned import TURNED
from netmap.tables import read_bytes
from tests.layout.test_tables import on_sheet

VOCABULARY = vocabulary_of(SOURCES)


def of_text(text: str) -> tuple[Table, ...]:
    return tables_in(read_bytes("essai.csv", text.encode()), VOCABULARY).tables


def test_the_first_line_of_a_table_without_headings_is_a_line() -> None:
    (table,) = of_text("Brume;12 rue Haute;brume@exemple.fr\nValette;3 rue Basse;valette@exemple.fr\n")
    assert table.headings == ("(colonne A)", "(colonne B)", "(colonne C)")
    assert (table.lines.to_list(), table.header_lines, table.header_line) == ([1, 2], (), 0)
    assert table.notes == (BARE,)


def test_a_title_above_a_table_without_headings_is_told() -> None:
    (table,) = of_text("Nos partenaires;;\nBrume;Rennes;brume@exemple.fr\nValette;Brest;valette@exemple.fr\n")
    assert (table.lines.to_list(), table.titles) == ([2, 3], ("Nos partenaires",))


def test_headings_that_no_source_knows_are_headings_all_the_same() -> None:
    (table,) = of_text("Machin;Truc;Chose\nBrume;Rennes;brume@exemple.fr\nValette;Brest;valette@exemple.fr\n")
    assert (table.headings, table.lines.to_list()) == (("Machin", "Truc", "Chose"), [2, 3])


def test_a_sheet_that_lies_down_is_stood_up() -> None:
    sheet = on_sheet(
        ("Nos conventions", "", ""),
        ("Partenaire", "Brume", "Valette"),
        ("SIRET", "73282932000074", "35600000000048"),
        ("Objet", "Stages", "Visites"),
        ("Début", "01/09/2024", "01/09/2025"),
    )
    (table,) = sheet_tables("essai.xlsx", sheet, VOCABULARY).tables
    assert (table.headings, table.turned) == (("Partenaire", "SIRET", "Objet", "Début"), True)
    assert (table.lines.to_list(), table.places, table.header_line) == ([2, 3], (1, 2, 3, 4), 1)
    assert table.cells.rows() == [
        ("Brume", "73282932000074", "Stages", "01/09/2024"),
        ("Valette", "35600000000048", "Visites", "01/09/2025"),
    ]
    assert (table.notes, table.titles) == ((TURNED,), ("Nos conventions",))


def test_a_list_of_columns_with_what_they_mean_is_not_stood_up() -> None:
    sheet = on_sheet(
        ("Champ", "Définition", "Exemple"),
        ("Partenaire", "nom de l’entreprise", "Brume"),
        ("SIRET", "14 chiffres", "73282932000074"),
        ("Objet", "ce qui est fait", "Stages"),
        ("Début", "date d’effet", "01/09/2024"),
    )
    assert not any(table.turned for table in sheet_tables("essai.xlsx", sheet, VOCABULARY).tables)


def test_years_are_headings_of_sums() -> None:
    sheet = on_sheet(("Entreprise", "SIRET", "2022", "2023", "2024"), ("Brume", "73282932000074", "500", "", "250"))
    (table,) = sheet_tables("essai.xlsx", sheet, VOCABULARY).tables
    assert (table.headings, table.lines.to_list()) == (("Entreprise", "SIRET", "2022", "2023", "2024"), [2])
