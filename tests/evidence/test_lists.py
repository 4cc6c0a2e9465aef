"""The register and the lists for delegations: figures with definition, denominator, date and lines; each line its source; same bytes."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import docx
import openpyxl
import pytest

from netmap.coherence import Ground
from netmap.coherence.sendings import listings, sending, sendings
from netmap.evidence.applicant import applicant
from netmap.evidence.lists import WRITERS, HandedList, delegation_list, list_pdf, register_list
from netmap.intake import remake
from netmap.stores import Store
from tests.cli.running import run
from tests.evidence.conftest import AT, Load

ON = date(2026, 11, 23)
A, B = "Establishment:0350760L", "Establishment:0671509B"
CONVENTIONS = (
    "N° de convention;UAI;Partenaire;Objet;Début;Fin;Thèmes\n"
    "CONV-1;0350760L;Valette;Accueil;01/09/2024;31/08/2027;PFMP et stages\n"
    "CONV-2;0350760L;Brume;=SOMME(A1);01/09/2024;31/08/2028;Mobilité internationale\n"
    "CONV-3;0350760L;Brume;Visites;01/09/2018;31/08/2020;PFMP et stages\n"
    "CONV-4;0671509B;Orvelin;Stages;01/09/2024;31/08/2027;PFMP et stages\n"
)
DELEGATIONS = "Nom de la délégation;Sigle\nDAFPIC du Nord;DAFPIC\n"


@pytest.fixture
def known(store: Store, load: Load) -> Store:
    load({"conventions.csv": CONVENTIONS, "delegations.csv": DELEGATIONS})
    return store


def register(store: Store, *schools: str) -> HandedList:
    network = store.network()
    return register_list(network, applicant(network, schools or (A,)), ON)


def for_delegation(store: Store) -> HandedList:
    network = store.network()
    (listing,) = listings(Ground(network), ON, sendings(store))
    return delegation_list(network, listing)


def test_the_register_says_how_many_out_of_how_many_and_from_which_lines(known: Store):
    held = register(known)
    assert [(f.label, f.value, f.out_of, f.on, f.denominator) for f in held.figures] == [
        ("Conventions en vigueur", 2, 3, ON, "conventions connues de ces établissements"),
        ("Partenaires de ces conventions", 2, None, ON, ""),
    ]
    assert all(f.definition for f in held.figures)
    assert [(one.file, one.line) for one in held.figures[0].lines] == [("conventions.csv", 2), ("conventions.csv", 3)]
    assert [(row[1], row[2], row[5], row[-1]) for row in held.table.rows] == [
        ("Brume", "=SOMME(A1)", date(2024, 9, 1), "conventions.csv, ligne 3"),
        ("Valette", "Accueil", date(2024, 9, 1), "conventions.csv, ligne 2"),
    ]
    assert len(register(known, A, B).table.rows) == 3


def test_the_list_of_a_delegation_says_where_each_convention_comes_from(known: Store):
    held = for_delegation(known)
    (figure,) = held.figures
    assert (figure.value, figure.out_of, figure.on) == (len(held.table.rows), 3, ON)
    assert len(figure.lines) == len(held.table.rows)
    columns = [column.label for column in held.table.columns]
    rows = [dict(zip(columns, row, strict=True)) for row in held.table.rows]
    lines = {"CONV-1": 2, "CONV-2": 3, "CONV-4": 5}
    assert rows
    assert {row["N° de convention"]: row["Source"] for row in rows} == {
        row["N° de convention"]: f"conventions.csv, ligne {lines[str(row['N° de convention'])]}" for row in rows
    }
    assert {type(row["Fin"]) for row in rows} == {date}


def test_what_changed_since_the_last_sending_is_in_the_document(known: Store, load: Load):
    (listing,) = listings(Ground(known.network()), ON, sendings(known))
    remake(known, lambda _held: sending(listing, author="Camille", reason="", at=AT))
    load({"conventions.csv": CONVENTIONS + "CONV-5;0671509B;Orvelin;Jurys;01/09/2025;31/08/2029;PFMP et stages\n"})
    document = docx.Document(io.BytesIO(WRITERS["docx"](for_delegation(known))))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Depuis l’envoi du 23/11/2026" in texts
    assert any(text.startswith("Nouvelle") and "CONV-5" in text for text in texts)


@pytest.mark.parametrize("made", [register, for_delegation])
@pytest.mark.parametrize("form", sorted(WRITERS))
def test_the_same_list_gives_the_same_bytes(known: Store, made: Callable[[Store], HandedList], form: str):
    assert WRITERS[form](made(known)) == WRITERS[form](made(known))


def test_the_workbook_is_typed_and_neutral(known: Store):
    book = openpyxl.load_workbook(io.BytesIO(WRITERS["xlsx"](register(known))))
    assert book.sheetnames == ["Lisez-moi", "Registre des conventions en vig", "Chiffres", "Lignes"]
    sheet = book.worksheets[1]
    assert sheet.freeze_panes == "A2"
    headings = [cell.value for cell in sheet[1]]
    row = dict(zip(headings, sheet[2], strict=True))
    assert (row["Objet"].value, row["Objet"].data_type) == ("=SOMME(A1)", "s")
    assert row["Début"].value == datetime(2024, 9, 1)  # noqa: DTZ001 - a day of a workbook
    assert [cell.value for cell in book["Chiffres"][2]][1:3] == ["Conventions en vigueur", 2]
    assert [cell.value for cell in book["Lignes"][2]] == ["conventions", "conventions.csv", None, "2, 3", 1]


def test_the_csv_is_neutral(known: Store):
    rows = list(csv.reader(io.StringIO(WRITERS["csv"](register(known)).decode("utf-8-sig")), delimiter=";"))
    assert [row[2] for row in rows] == ["Objet", "'=SOMME(A1)", "Accueil"]


def test_the_pdf_is_accessible(known: Store, tmp_path: Path, verapdf: Callable[..., list[str]]):
    texts = {"registre": register(known), "liste": for_delegation(known)}
    paths = [tmp_path / f"{name}.pdf" for name in texts]
    for path, held in zip(paths, texts.values(), strict=True):
        path.write_bytes(list_pdf(held))
    assert verapdf(*paths) == [f"PASS {path} ua1" for path in paths]


def test_nothing_known_is_said_not_counted(store: Store, load: Load):
    load({"etablissements.csv": "UAI;Nom\n0350760L;Lycée A\n"})
    held = register(store)
    assert [(str(f.state), f.value) for f in held.figures] == [("non renseigné", None)] * 2
    assert all(write(held) for write in WRITERS.values())
    document = docx.Document(io.BytesIO(WRITERS["docx"](held)))
    assert "Aucune convention en vigueur n’est connue à cette date." in [paragraph.text for paragraph in document.paragraphs]


def test_the_register_from_the_command_line(known: Store, tmp_path: Path):
    where = ("--network", tmp_path / "reseau.netmap", "--establishment", "0350760L", "--on", "23/11/2026")
    shown = run("register", *where)
    assert (shown.exit_code, "sur 3 connues" in shown.stdout, "ligne 3" in shown.stdout) == (0, True, True)
    for form, write in WRITERS.items():
        path = tmp_path / f"registre.{form}"
        assert run("register", *where, "--format", form, "--output", path).exit_code == 0
        assert path.read_bytes() == write(register(known))
    refused = run("register", *where, "--output", tmp_path / "registre.txt")
    assert (refused.exit_code, "« --output » écrit un fichier" in refused.stderr) == (2, True)
