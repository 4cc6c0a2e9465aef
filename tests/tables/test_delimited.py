"""Delimited text: separators, encodings, line ends, line numbers; nothing lost."""

import csv
import gzip
import hashlib
import io
import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from netmap.tables import delimited, read_bytes, sheet
from tests.tables.making import (
    Rows,
    csv_of,
    notes_of,
    only,
    outcome,
    shape,
)

ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f#]")

# --- text


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separator_encoding_and_line_end_are_found(separator, encoding, end):
    text = end.join(separator.join(row) for row in (["Élève", "œuvre"], ["é", "€"], ["", "’"])) + end
    assert shape(csv_of(text.encode(encoding))) == ([("Élève", "œuvre"), ("é", "€"), (None, "’")], [1, 2, 3])


def test_what_was_found_is_noted():
    assert notes_of("a;b\n1;2\n".encode("utf-8-sig")) == (
        "Encodage UTF-8 avec marque d’ordre des octets (BOM).",
        "Séparateur : point-virgule.",
    )
    assert notes_of("a\tb\n1;2\té\n".encode("cp1252")) == (
        "Encodage ISO-8859-1 (la ligne 2 n’est pas de l’UTF-8).",
        "Séparateur : tabulation.",
    )


def test_bytes_undefined_in_windows_1252_are_read_as_latin_1():
    assert shape(csv_of(b"a;b\n\xe9x\x81y;2\n"))[0] == [("a", "b"), ("éx\x81y", "2")]


def test_digest_and_size_are_those_of_the_file_as_given():
    given_bytes = gzip.compress(b"a;b\n1;2\n")
    read = read_bytes("x.csv.gz", given_bytes)
    assert (read.file, read.sha256, read.size) == ("x.csv.gz", hashlib.sha256(given_bytes).hexdigest(), len(given_bytes))
    assert shape(only(read)) == ([("a", "b"), ("1", "2")], [1, 2])


def test_several_gzip_members_are_one_file():
    assert shape(csv_of(gzip.compress(b"a;b\n1;") + gzip.compress(b"2\n") + b"\x00" * 512))[0] == [("a", "b"), ("1", "2")]


def test_cells_are_stripped_of_every_blank_and_empty_ones_are_null():
    text = "\ufeff a ;\u200bb\xa0\n\xa01\u202f;\u200b \ufeff2\u2060\n  ;x \n\t3; y z \n"
    assert shape(csv_of(text)) == ([("a", "b"), ("1", "2"), (None, "x"), ("3", "y z")], [1, 2, 3, 4])
    assert shape(csv_of("a ;b\n 1; 2\n ;x\n3 ;\n"))[0] == [("a", "b"), ("1", "2"), (None, "x"), ("3", None)]


def test_blank_rows_are_kept_between_the_first_filled_one_and_the_last():
    nothing = (None, None)
    assert shape(csv_of("\n;\na;b\n1;2\n\n ; \n3;4\n\n;\n")) == (
        [("a", "b"), ("1", "2"), nothing, nothing, ("3", "4")],
        [3, 4, 5, 6, 7],
    )


def test_a_row_is_numbered_by_the_physical_line_where_it_starts():
    text = '"a\nb";c\n1;"x\r\ny\n"\n2;"z ""q"" ; "\n\n"3\n\n4";5'
    assert shape(csv_of(text)) == (
        [("a\nb", "c"), ("1", "x\r\ny"), ("2", 'z "q" ;'), (None, None), ("3\n\n4", "5")],
        [1, 3, 6, 7, 8],
    )


def test_a_carriage_return_alone_inside_a_cell_is_kept():
    assert shape(csv_of('a;b\n1;"x\ry"\n2;z\rt\n')) == ([("a", "b"), ("1", "x\ry"), ("2", "z\rt")], [1, 2, 3])
    assert shape(csv_of('a;b\n1;"x\ry"\n2;z\rt;9;8\n')) == (
        [("a", "b", None, None), ("1", "x\ry", None, None), ("2", "z\rt", "9", "8")],
        [1, 2, 3],
    )


def test_carriage_returns_end_the_rows_when_line_feeds_stand_in_cells_only():
    assert shape(csv_of('a;b\r1;"x\ny"\r\r2;z\r')) == ([("a", "b"), ("1", "x\ny"), (None, None), ("2", "z")], [1, 2, 3, 4])
    assert shape(csv_of('a;b\r1;"x\ny"\r2;z;9\r')) == ([("a", "b", None), ("1", "x\ny", None), ("2", "z", "9")], [1, 2, 3])


def test_rows_of_any_length_are_kept():
    assert shape(csv_of("a;b\n1;2\n3;4;5;;7\n8\n")) == (
        [("a", "b", None, None, None), ("1", "2", None, None, None), ("3", "4", "5", None, "7"), ("8", None, None, None, None)],
        [1, 2, 3, 4],
    )


def test_stray_quotes_lose_nothing():
    assert shape(csv_of('a;b\n5" pipe;x\n"y" z;"t"\n'))[0] == [("a", "b"), ('5" pipe', "x"), ("y z", "t")]


def test_the_separator_excel_declares_is_obeyed():
    assert shape(csv_of("sep=,\r\na;b,c\r\n1,2\r\n")) == ([("a;b", "c"), ("1", "2")], [2, 3])


def test_rows_that_lack_their_last_cell_are_cut_as_their_headings_and_not_by_their_decimals():
    lines = ("0350760L;A;LP;X;45,8;0,9;2027", *("0942434K;B;LP;Y;46,1;1,04",) * 4)
    found = csv_of("\n".join(("uai;nom;nature;ville;lat;long;fin", *lines)).encode())
    assert (found.cells.width, found.cells.row(5)) == (7, ("0942434K", "B", "LP", "Y", "46,1", "1,04", None))


def test_a_single_column_is_read_whole():
    assert shape(csv_of("Nom\nDupont, Jean\n\nMartin\n")) == ([("Nom",), ("Dupont, Jean",), (None,), ("Martin",)], [1, 2, 3, 4])


def test_digits_keep_their_zeros():
    assert shape(csv_of("cp;siret\n01000;00012345678901\n"))[0][1:] == [("01000", "00012345678901")]


def test_rows_past_the_sample_may_be_wider_or_badly_encoded():
    many = "".join(f"{place};x\n" for place in range(20_000))
    wide = csv_of(f"a;b\n{many}1;2;3\n")
    assert (wide.cells.row(0), wide.cells.row(-1), wide.lines[-1]) == (("a", "b", None), ("1", "2", "3"), 20_002)
    accented = read_bytes("a.csv", f"a;b\n{many}é;2\n".encode("cp1252"))
    assert (only(accented).cells.row(-1), accented.notes[0]) == (
        ("é", "2"),
        "Encodage ISO-8859-1 (la ligne 20002 n’est pas de l’UTF-8).",
    )


SEPARATORS = ";,\t"
CELL = st.text(st.sampled_from("aZ09é€’\"';,\t\n\r -=#\\.œ"), max_size=8)


def says_as_much_in_utf_8(text: str) -> bool:
    """Tell whether the bytes of a text in cp1252 are another text in UTF-8: nobody could tell which (« éœœ » is « 霜 »)."""
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeDecodeError:
        return False


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
    headings = [f"titre {place}" for place in range(len(cells[0]))]
    line_break = "\r" if end == "\r" else "\n"
    expected: Rows = []
    lines: list[int] = []
    for row in (headings, *cells):
        lines.append(buffer.getvalue().count(line_break) + 1)
        writer.writerow(row)
        expected.append(tuple(cell.strip(sheet.BLANKS) or None for cell in row))
    while not any(expected[-1]):
        del expected[-1], lines[-1]
    assume(encoding != "cp1252" or not says_as_much_in_utf_8(buffer.getvalue()))
    assert shape(csv_of(buffer.getvalue().encode(encoding))) == (expected, lines)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('a;"\n\r \xa0é'), max_size=40))
@example(";;\r;")
@example(";;;")
def test_the_quick_way_gives_what_the_careful_way_gives(body):
    given_bytes = f"x;y;z\n1;2;3\n{body}".encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "quick_rows", lambda *_: None)
        careful = outcome(given_bytes)
    assert outcome(given_bytes) == careful


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('a;"\n\r\t #\x01\x7f\x85é&'), max_size=40))
@example("a; \r\n")
@example("a;b \r\nc;d")
@example("a\x81b;c")
@example("\x85;#REF!")
def test_what_the_bytes_tell_of_all_cells_is_true_of_each(body):
    for given_bytes in (f"x;y\n1;2\n{body}".encode(), f"\ufeff {body}".encode()):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(delimited, "looked_over", lambda *_: (True, False))
            looked_at = outcome(given_bytes)
        assert outcome(given_bytes) == looked_at
        found = read_bytes("essai", given_bytes).sheets if isinstance(looked_at, list) else ()
        odd = [cell for one in found if one.plain for row in one.cells.rows() for cell in row if cell and ODD.search(cell)]
        assert odd == []


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(given_bytes):
    outcome(given_bytes)
    outcome(b"PK\x03\x04" + given_bytes)
    outcome(b"\x1f\x8b\x08" + given_bytes)
    outcome(b"\xff\xfe" + given_bytes)
