"""Text as it is really saved: encodings told apart by what they would make of French, separators, line ends, pasted cells."""

import pytest

from netmap.tables import read_bytes, read_pasted
from netmap.tables.encoding import first_not_utf8
from tests.tables.making import csv_of, notes_of, only, outcome_of, shape

FRENCH = "Lycée;Intitulé\nÉtienne Dolet;« Bac pro » à Noël\nSacré-Cœur;déjà signée l’été, où ça ?\n"
ROWS = [tuple(line.split(";")) for line in FRENCH.splitlines()]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "Encodage UTF-8."),
        ("utf-8-sig", "Encodage UTF-8 avec marque d’ordre des octets (BOM)."),
        ("utf-16", "Encodage UTF-16."),
        ("utf-16-le", "Encodage UTF-16."),
        ("utf-16-be", "Encodage UTF-16."),
        ("cp1252", "Encodage Windows-1252 (la ligne 1 n’est pas de l’UTF-8)."),
        ("mac_roman", "Encodage Mac Roman (ancien Macintosh) (la ligne 1 n’est pas de l’UTF-8)."),
    ],
)
def test_each_encoding_is_told_and_read(encoding, said):
    read = read_bytes("a.csv", FRENCH.encode(encoding))
    assert (read.notes[0], shape(only(read))) == (said, (ROWS, [1, 2, 3]))


@pytest.mark.parametrize(
    "text", ["Nom;Ville\nLYCÉE DE L’ÎLE;SAINT-MALO\n", "a;b\nJosé;1\n", "a;b\nÀ voir;1\n", "é;b\n1;2\n", "a;b\nCôtes-d’Armor;1\n"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_few_accents_are_enough(encoding, text):
    assert shape(csv_of(text.encode(encoding)))[0] == [tuple(line.split(";")) for line in text.splitlines()]


def test_latin_1_is_said_where_nothing_tells_it_from_windows():
    assert notes_of("é;b\n1;2\n".encode("latin-1"))[0] == "Encodage ISO-8859-1 (la ligne 1 n’est pas de l’UTF-8)."


def test_lines_encoded_otherwise_than_their_file_are_read_as_they_were_written():
    mixed = "Lycée;Été\n".encode() + "élève;œuvre\n".encode("cp1252") + "déjà;là\n".encode() + "ça;où\n".encode("cp1252")
    read = read_bytes("a.csv", mixed)
    assert shape(only(read))[0] == [("Lycée", "Été"), ("élève", "œuvre"), ("déjà", "là"), ("ça", "où")]
    assert read.notes[0] == "Encodage UTF-8, sauf les lignes 2, 4 : Windows-1252."


def test_the_first_byte_that_is_not_utf_8_is_found_across_pieces(monkeypatch):
    monkeypatch.setattr("netmap.tables.encoding.PIECE", 3)
    assert first_not_utf8("aéa€éé".encode()) is None
    for place in range(9):
        assert first_not_utf8("é".encode() * place + b"\xe9" + b"abcdef") == 2 * place
    assert first_not_utf8("aé".encode()[:-1]) == 1


# --- separators and line ends


def rows_of(text: str) -> list[tuple[str | None, ...]]:
    return shape(csv_of(text))[0]


def test_titles_above_the_table_do_not_choose_its_separator():
    titles = "Conventions, accords et projets, année 2025\nLycée X, Rennes, Bretagne\n\n"
    text = f"{titles}UAI;Nom;Objet\n1;Le Goff, SARL;bois, métal, verre\n2;B;c\n3;D;e\n"
    assert rows_of(text)[3:5] == [("UAI", "Nom", "Objet"), ("1", "Le Goff, SARL", "bois, métal, verre")]


def test_decimals_and_values_listed_in_cells_do_not_choose_the_separator():
    assert rows_of("Nom;Montant\n" + "A;1,5\n" * 30)[:2] == [("Nom", "Montant"), ("A", "1,5")]
    assert rows_of("UAI;Filières\n" + "1;a|b|c|d\n" * 30)[:2] == [("UAI", "Filières"), ("1", "a|b|c|d")]
    assert rows_of("a|b|c\n" + "1,5|2|3,2\n" * 30)[:2] == [("a", "b", "c"), ("1,5", "2", "3,2")]


def test_tables_one_under_the_other_are_cut_each_in_its_way():
    text = "Écoles\nUAI;Nom;Commune\n1;A, B;C\n\nEntreprises\nUAI;Partenaire;Depuis;Contact\n1;D;E;F\n"
    assert rows_of(text)[1] == ("UAI", "Nom", "Commune", None)


def test_a_list_of_sentences_is_one_column():
    assert rows_of("Nom\nDupont, Jean\nMartin, Paul\nLe Goff, Anne\n") == [
        ("Nom",),
        ("Dupont, Jean",),
        ("Martin, Paul",),
        ("Le Goff, Anne",),
    ]


def test_bars_and_a_declared_separator_cut_cells():
    assert rows_of("a|b\n1|2\n") == [("a", "b"), ("1", "2")]
    assert rows_of("sep=|\na;b|c\n1|2\n") == [("a;b", "c"), ("1", "2")]
    assert rows_of('\ufeffsep=;\n"a,b";c\n') == [("a,b", "c")]


def test_line_ends_of_all_kinds_in_one_file_end_rows():
    assert shape(csv_of('a;b\r\n1;2\n3;4\r5;"x\ry"\r\n6;7\r8;9')) == (
        [("a", "b"), ("1", "2"), ("3", "4"), ("5", "x\ry"), ("6", "7"), ("8", "9")],
        [1, 2, 3, 4, 5, 6],
    )


# --- pasted


def test_cells_pasted_from_a_spreadsheet_are_read_as_it_copies_them():
    text = 'UAI\tNom\tObjet\r\n0350030K\t"Le ""Goff""\r\nSARL"\t5" de tube\r\n\t"cité"\t"a\tb"\r\n'
    read = read_pasted(text)
    assert shape(only(read)) == (
        [("UAI", "Nom", "Objet"), ("0350030K", 'Le "Goff"\nSARL', '5" de tube'), (None, '"cité"', "a\tb")],
        [1, 2, 3],
    )
    assert (read.file, read.notes) == ("Tableau collé", ("Séparateur : tabulation.",))


def test_pasted_text_without_tab_is_read_as_a_csv():
    assert shape(only(read_pasted('a;b\n1;"x\ny"\n'))) == ([("a", "b"), ("1", "x\ny")], [1, 2])
    assert shape(only(read_pasted("Nom\nDupont"))) == ([("Nom",), ("Dupont",)], [1, 2])


@pytest.mark.parametrize(("text", "said"), [("", "est vide"), (" \t\n\t", "ne contient que des lignes vides"), ("a\x00\tb", "octet nul")])
def test_what_is_pasted_and_holds_no_table_is_refused(text, said):
    assert said in str(outcome_of(lambda: read_pasted(text)))
