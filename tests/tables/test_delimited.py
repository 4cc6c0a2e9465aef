"""Delimited text: separators, encodings, line ends, line numbers; nothing lost."""

import csv
import gzip
import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.tables import delimited, read_bytes, table
from tests.tables.making import (
    Rows,
    csv_of,
    only,
    outcome,
    refusal,
    shape,
)

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


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(given_bytes):
    outcome(given_bytes)
    outcome(b"PK\x03\x04" + given_bytes)
    outcome(b"\x1f\x8b\x08" + given_bytes)
    outcome(b"\xff\xfe" + given_bytes)
