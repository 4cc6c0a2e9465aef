"""Files in, a lot out: series, the report that adds up, the rejected lines that load once corrected, hostile names."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from loaders import SOURCES
from netmap.errors import NetmapError, StoreError
from netmap.intake import Given, Preparation, Report, commit, prepare, rejected_workbook
from netmap.intake.report import FileReport, TableReport, safe
from netmap.intake.series import series_of
from netmap.layout import Table
from netmap.mapping import Choice
from netmap.mapping.written import decided, read_rules, written
from netmap.network import Network
from netmap.stores import Store, open_store
from netmap.tables import read_bytes
from tests.workbooks.making import site

HEADINGS = "N° de convention;UAI;Partenaire;Fin\n"
NORTH = HEADINGS + "CONV-2024-1;0350760L;Valette;31/08/2026\nCONV-2024-2;0350760L;Brume;31/08/2027\n"
SOUTH = HEADINGS + "CONV-2024-8;0671509B;Valette;31/08/2026\nCONV-2024-9;0671509B;Mer et Fils;31/08/2027\n"
FAULTY = (
    "N° de convention;UAI;Partenaire;Début;Fin;Filières\n"
    "CONV-2024-1;0350760L;Valette;01/09/2024;31/08/2026;Bois\n"
    "CONV-2024-2;0350760A;Brume;01/09/2024;31/08/2027;BTP | Mer\n"
    "CONV-2024-3;0671509B;=1+1;01/09/2026;31/08/2025;\n"
    "CONV-2024-4;0671509B;;01/09/2024;jamais;Mer\n"
)
RIGHT = (
    FAULTY.replace("0350760A", "0350760L")
    .replace("01/09/2026;31/08/2025", "01/09/2024;31/08/2025")
    .replace(";;01/09/2024;jamais", ";Mer et Fils;01/09/2024;31/08/2028")
)
YEAR = NORTH.replace("Fin", "Échéance le") + "".join(f"CONV-2025-{n};0350760L;Partenaire {n};31/08/2027\n" for n in range(1, 5))
MENUS = "\n\nMENUS DE DÉCEMBRE\nJour;Entrée;Plat;Dessert\nlundi;potage;colin;flan\nmardi;salade;rôti;pomme\n"
Load = Callable[..., Preparation]


def series(preparation: Preparation) -> list[str]:
    return [table.series for table in preparation.report.tables]


@pytest.mark.parametrize(
    ("file", "sheet", "expected"),
    [
        ("conventions.csv", "", "conventions"),
        ("Conventions_2026-11-23.xlsx", "Feuil1", "conventions"),
        ("conventions v2 (copie).xlsx", "Sheet1", "conventions"),
        ("conventions.csv.gz", "", "conventions"),
        ("lycées nord.xlsx", "Conventions 2026", "lycees nord / conventions"),
        ("lycées nord.xlsx", "Feuille 3", "lycees nord"),
        ("lycées nord.xlsx", "Nord", "lycees nord"),
        ("2026.csv", "", "sans nom"),
        ("", "", "sans nom"),
        ("<b>=1+1</b>.csv", "", "b b"),
    ],
)
def test_a_series_is_the_name_without_its_dates_and_versions(file: str, sheet: str, expected: str) -> None:
    assert series_of(file, sheet) == expected


def test_two_schools_files_of_the_same_name_are_two_series(load: Load, prepared: Load) -> None:
    load({"conventions.csv": NORTH})
    assert series(prepared({"conventions.csv": SOUTH})) == ["conventions (2)"]
    load({"conventions.csv": SOUTH})
    assert series(prepared({"conventions.csv": NORTH})) == ["conventions"]
    assert series(prepared({"conventions.csv": SOUTH})) == ["conventions (2)"]


def test_the_same_file_a_month_later_with_its_date_is_the_same_series(load: Load, prepared: Load) -> None:
    load({"conventions_2026-11.csv": NORTH})
    assert series(prepared({"conventions_2026-12-01 v2.csv": NORTH + "CONV-2026-7;0350760L;Mer;\n"})) == ["conventions"]


def test_a_renamed_file_about_the_same_subjects_is_the_same_series(load: Load, prepared: Load) -> None:
    load({"conventions.csv": NORTH})
    assert series(prepared({"suivi des partenariats.csv": NORTH})) == ["conventions"]
    assert series(prepared({"port.csv": SOUTH})) == ["port"]


def test_a_series_that_is_named_is_taken_as_it_is(prepared: Load) -> None:
    assert series(prepared({"conventions.csv": NORTH}, series="tilleuls")) == ["tilleuls"]


def test_a_report_that_does_not_add_up_refuses_to_exist(prepared: Load) -> None:
    (table,) = prepared({"conventions.csv": NORTH}).report.tables
    wrong = replace(table.reading, rejected=pl.Series([False]))
    with pytest.raises(NetmapError) as caught:
        TableReport(wrong, "conventions")
    assert str(caught.value) == (
        "conventions.csv : 2 lignes lues, mais 1 acceptées et 0 rejetées. C’est une erreur de netmap : rien n’a été chargé, signalez-la."
    )


def test_a_report_says_what_was_read_in_french(prepared: Load) -> None:
    report = prepared({"conventions.csv": FAULTY, "vide.csv": ""}).report
    assert report.summary() == [
        "4 lignes lues : 1 acceptée, 3 rejetées.",
        "conventions.csv : Conventions ; 4 lignes, 1 acceptée, 3 rejetées.",
        "   2 × valeur refusée (ligne)",
        "   1 × dates inversées (ligne)",
        "   1 × référence inconnue (remarque)",
        "   1 × valeur obligatoire absente (ligne)",
        (
            "vide.csv : « vide.csv » est vide (0 octet) : vérifiez l’export, puis donnez le fichier de nouveau. "
            "Rien de ce fichier n’a été repris : donnez-le de nouveau une fois réparé."
        ),
    ]
    assert (report.lines_read, report.accepted, report.rejected, report.faulty) == (4, 1, 3, True)


def test_a_report_as_values_has_the_fields_that_are_documented(prepared: Load) -> None:
    report = prepared({"conventions.csv": HEADINGS + "CONV-2024-1;0350760A;Valette;\n"}).report.as_dict()
    (file,) = report.pop("files")
    (table,) = file.pop("tables")
    (problem,) = table.pop("problems")
    assert report == {"lines_read": 1, "accepted": 0, "rejected": 1}
    assert (sorted(file), file["file"], file["problem"]) == (
        ["aside", "file", "notes", "problem", "sha256", "size"],
        "conventions.csv",
        None,
    )
    assert (file["aside"], file["notes"]) == ([], ["Encodage UTF-8.", "Séparateur : point-virgule."])
    columns = table.pop("columns")
    assert [(bound["heading"], bound["field"]) for bound in columns] == [
        ("N° de convention", "reference"),
        ("UAI", "uai"),
        ("Partenaire", "partner"),
        ("Fin", "ends_on"),
    ]
    assert columns[0] == {
        "heading": "N° de convention",
        "field": "reference",
        "sure": 1.0,
        "reason": "titre connu",
        "proposed": None,
        "samples": ["CONV-2024-1"],
    }
    assert table == {
        "sheet": "",
        "source": "conventions",
        "title": "Conventions",
        "series": "conventions",
        "lines_read": 1,
        "accepted": 0,
        "rejected": 1,
        "notes": [],
        "header_lines": [1],
        "sure": 1.0,
        "reason": "Titres de colonnes connus.",
        "constants": [],
        "aside": [],
    }
    assert sorted(problem) == ["code", "column", "kept", "line", "message", "severity", "value"]
    assert (problem["line"], problem["code"], problem["severity"], problem["value"], problem["kept"]) == (
        2,
        "valeur-refusee",
        "ligne",
        "0350760A",
        None,
    )


def test_a_report_as_csv_opens_in_french_excel_and_runs_no_formula(prepared: Load) -> None:
    text = prepared({"=cmd|A1.csv": HEADINGS + 'CONV-2024-1;"=HYPERLINK(""x"")";Valette;@SUM(A1)\n'}).report.as_csv()
    assert text.startswith("\ufeffFichier;Feuille;Ligne;Colonne;Gravité;Code;Valeur lue;Message\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [row[:7] for row in rows[1:]] == [
        ["'=cmd|A1.csv", "", "2", "UAI", "ligne", "valeur-refusee", '\'=HYPERLINK("x")'],
        ["'=cmd|A1.csv", "", "2", "Fin", "ligne", "valeur-refusee", "'@SUM(A1)"],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_whatever_a_spreadsheet_would_run_is_neutralised(start: str) -> None:
    assert safe(f"{start}1") == f"'{start}1"
    assert safe("1=1") == "1=1"


def test_loading_nothing_is_told_and_changes_nothing(store: Store, prepared: Load) -> None:
    for files in ({}, {"conventions.csv": HEADINGS}, {"conventions.csv": HEADINGS + "CONV-2024-1;faux;Valette;\n"}):
        preparation = prepared(files)
        assert preparation.is_empty
        assert preparation.difference().is_empty
        with pytest.raises(StoreError) as caught:
            commit(store, preparation)
        assert str(caught.value) == "Aucune ligne acceptée : il n’y a rien à valider. Le rapport dit pourquoi."
    assert (store.version(), store.lots(), store.journal()) == (0, (), ())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Temp\\conventions.csv", "conventions.csv"),
        ("a\x00\n\x1b[31mb.csv", "a[31mb.csv"),
        ("<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv"),
        ("caf\udce9.csv", "caf.csv"),
        ("", "fichier sans nom"),
        ("x" * 400 + ".csv", "x" * 146 + ".csv"),
    ],
)
def test_a_hostile_file_name_is_only_a_name(store: Store, name: str, shown: str) -> None:
    for content in (NORTH.encode(), b""):
        preparation = prepare(store, [Given(name, content=content)], SOURCES, author="", at="")
        assert [file.file for file in preparation.report.files] == [shown]
        preparation.report.as_csv().encode()
    preparation = prepare(store, [Given(name, content=NORTH.encode())], SOURCES, author="", at="")
    assert commit(store, preparation).title == f"Import : {shown}"
    assert store.network().place(1, 0, 2) == f"{shown}, ligne 2"


def test_a_lot_of_many_files_is_named_by_the_first_three(prepared: Load) -> None:
    files = {f"{name}.csv": NORTH for name in "abcde"}
    assert prepared(files).draft.lot.title == "Import : a.csv, b.csv, c.csv et 2 autres"
    assert prepared(dict(list(files.items())[:4])).draft.lot.title == "Import : a.csv, b.csv, c.csv et 1 autre"


def test_a_file_that_is_missing_or_a_folder_is_a_problem_of_the_report(store: Store, tmp_path: Path) -> None:
    given = [Given.at(tmp_path / "absent.csv"), Given.at(tmp_path)]
    report = prepare(store, given, SOURCES, author="", at="").report
    assert [file.problem.code for file in report.files if file.problem] == ["fichier-illisible", "fichier-illisible"]
    assert report.faulty


def rejected_of(preparation: Preparation) -> bytes:
    (file,) = preparation.report.files
    book = rejected_workbook(file)
    assert book is not None
    return book


def test_no_rejected_line_no_workbook(prepared: Load) -> None:
    (file,) = prepared({"conventions.csv": NORTH}).report.files
    assert rejected_workbook(file) is None


def test_rejected_lines_come_with_their_cells_as_text_and_the_reasons(prepared: Load) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(rejected_of(prepared({"conventions.csv": FAULTY})))).active
    assert sheet is not None
    assert sheet.title == "Lignes rejetées"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["N° de convention", "UAI", "Partenaire", "Début", "Fin", "Filières", "_série", "_ligne", "_motif"]
    assert [row[:8] for row in rows[1:]] == [
        ["CONV-2024-2", "0350760A", "Brume", "01/09/2024", "31/08/2027", "BTP | Mer", "conventions", "3"],
        ["CONV-2024-3", "0671509B", "=1+1", "01/09/2026", "31/08/2025", None, "conventions", "4"],
        ["CONV-2024-4", "0671509B", None, "01/09/2024", "jamais", "Mer", "conventions", "5"],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert rows[2][8] == "La date de « Fin » (31/08/2025) précède celle de « Début ». Vérifiez les deux dates."
    assert str(rows[3][8]).count("Complétez") + str(rows[3][8]).count("Corrigez") + str(rows[3][8]).count("Remplissez") == 2


def corrected(book: bytes) -> bytes:
    workbook = openpyxl.load_workbook(io.BytesIO(book))
    sheet = workbook.active
    assert sheet is not None
    sheet["B2"], sheet["D3"], sheet["C4"], sheet["E4"] = "0350760L", "01/09/2024", "Mer et Fils", "31/08/2028"
    held = io.BytesIO()
    workbook.save(held)
    return held.getvalue()


@pytest.mark.parametrize("name", ["lignes_rejetees_conventions.xlsx", "rejets.xlsx", "à corriger par Camille.xlsx"])
def test_rejected_lines_load_once_corrected_as_the_file_right_from_the_start(store: Store, load: Load, tmp_path: Path, name: str) -> None:
    book = rejected_of(load({"conventions.csv": FAULTY}))
    preparation = prepare(store, [Given(name, content=corrected(book))], SOURCES, author="", at="")
    assert (preparation.report.accepted, preparation.report.rejected, series(preparation)) == (3, 0, ["conventions"])
    assert [p.code for table in preparation.report.tables for p in table.problems() if p.code != "reference-inconnue"] == []
    commit(store, preparation)
    other = open_store(tmp_path / "right.netmap", create=True)
    commit(other, prepare(other, [Given("conventions.csv", content=RIGHT.encode())], SOURCES, author="", at=""))
    assert spoken(store.network()) == spoken(other.network())
    assert store.verify() == ()


def spoken(network: Network) -> dict[str, list[tuple[object, ...]]]:
    """Give every node and link with its properties, without where it was said."""
    frames = {**network.nodes, **network.links}
    return {kind: sorted(frame.drop("lot", "table", "line").rows(), key=repr) for kind, frame in frames.items()}


def test_lines_rejected_a_second_time_keep_one_column_of_each_kind(store: Store, prepared: Load) -> None:
    book = rejected_of(prepared({"conventions.csv": FAULTY}))
    again = prepare(store, [Given("rejets.xlsx", content=book)], SOURCES, author="", at="")
    assert again.report.rejected == 3
    sheet = openpyxl.load_workbook(io.BytesIO(rejected_of(again))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][-4:] == ["Filières", "_série", "_ligne", "_motif"]


def test_a_table_left_aside_whole_comes_back_whole_with_its_reason(prepared: Load) -> None:
    preparation = prepared({"c.csv": HEADINGS.replace("Fin", "UAI") + "CONV-2024-1;0350760L;Valette;0671509B\n"})
    sheet = openpyxl.load_workbook(io.BytesIO(rejected_of(preparation))).active
    assert sheet is not None
    reasons = [str(row[-1].value) for row in sheet.iter_rows(min_row=2)]
    assert reasons == [
        "Deux colonnes portent le titre « UAI ». Supprimez ou renommez l’une des deux : netmap ne choisit pas à votre place."
    ]


def test_an_empty_report_counts_nothing() -> None:
    report = Report((FileReport("a.csv", "", 0),))
    assert (report.lines_read, report.accepted, report.rejected, report.faulty, list(report.tables)) == (0, 0, 0, False, [])
    assert report.summary() == ["0 ligne lue : 0 acceptée, 0 rejetée."]


def test_two_files_of_one_name_in_one_import_are_two_series_when_they_share_no_subject(store) -> None:
    heading = "N° de convention;UAI;Partenaire\n"
    nord = Given("conventions.csv", content=f"{heading}CONV-2024-1;0350760L;Valette\n".encode())
    sud = Given("conventions.csv", content=f"{heading}CONV-2024-2;0671509B;Brume\n".encode())
    again = Given("conventions.csv", content=f"{heading}CONV-2024-2;0671509B;Brume\n".encode())
    preparation = prepare(store, [nord, sud, again], SOURCES, author="", at="2026-11-23T08:00:00+00:00")
    assert [table.series for table in preparation.report.tables] == ["conventions", "conventions (2)", "conventions (2)"]


def test_a_report_is_said_in_five_lines_that_a_mail_can_hold(prepared: Load) -> None:
    said = prepared({"conventions.csv": FAULTY}).report.in_five_lines()
    assert said == [
        "Import de conventions.csv dans netmap : 4 lignes lues, 1 acceptée, 3 rejetées.",
        "Lu comme : Conventions (conventions.csv, 4 lignes).",
        "Laissé de côté : rien.",
        (
            "À corriger : 2 × valeur refusée (lignes 3, 5) ; 1 × dates inversées (ligne 4) ; 1 × valeur obligatoire absente (ligne 5). "
            "Chaque cellule à corriger est marquée dans le classeur annoté, qui se recharge une fois corrigé."
        ),
        "À vérifier (les lignes sont gardées) : 1 × référence inconnue.",
    ]
    several = prepared({"conventions.csv": FAULTY, "notes.csv": "a;b\n1;2\n", "vide.csv": ""}).report.in_five_lines()
    assert several[:3] == [
        "Import de conventions.csv ; notes.csv ; vide.csv dans netmap : 5 lignes lues, 1 acceptée, 4 rejetées.",
        "Lu comme : Conventions (conventions.csv, 4 lignes).",
        "Laissé de côté : le fichier vide.csv (fichier illisible) ; notes.csv (tableau non reconnu).",
    ]
    assert several[3].startswith("À corriger : 2 × valeur refusée ; 1 × dates inversées ; 1 × valeur obligatoire absente.")
    assert [line.partition(" : ")[2] for line in prepared({}).report.in_five_lines()] == [
        "0 ligne lue, 0 acceptée, 0 rejetée.",
        *["rien."] * 4,
    ]


def test_the_five_lines_stay_five_whatever_the_names(prepared: Load) -> None:
    hostile = {f"a\nb{n}" * 40 + ".csv": FAULTY for n in range(6)}
    said = prepared(hostile).report.in_five_lines()
    assert (len(said), any("\n" in line for line in said), max(map(len, said)) < 700) == (5, False, True)
    assert "(6 fichiers)" in said[0]


def test_a_table_that_nothing_tells_is_left_aside_beside_one_that_is_read(prepared: Load) -> None:
    report = prepared({"conventions.csv": YEAR + MENUS}).report
    assert (report.lines_read, report.accepted, report.faulty) == (6, 6, False)
    assert [left.place for left in report.files[0].unread] == ["lignes 11 à 13 (tableau que netmap ne reconnaît pas)"]
    assert report.summary()[-1] == "Laissé de côté : conventions.csv, lignes 11 à 13 (tableau que netmap ne reconnaît pas)."
    assert report.in_five_lines()[2] == "Laissé de côté : lignes 11 à 13 (tableau que netmap ne reconnaît pas)."
    coded = MENUS.replace("Dessert", "SIRET du traiteur").replace("flan", site(1)).replace("pomme", site(2))
    alone = {"menus.csv": MENUS.strip() + "\n", "conventions.csv": YEAR + coded}
    asked = prepared(alone).report
    assert [(t.reading.source is None, t.reading.lines_rejected) for t in asked.tables] == [(True, 2), (False, 0), (True, 2)]
    assert [file.unread for file in asked.files] == [(), ()]


def test_what_is_left_aside_is_read_when_a_person_says_what_it_is(store: Store) -> None:
    def decide(table: Table) -> Choice | None:
        return Choice(source="organisations", columns={"Entrée": "name"}) if "Entrée" in table.headings else None

    given = [Given("conventions.csv", content=(YEAR + MENUS).encode())]
    report = prepare(store, given, SOURCES, author="", at="2026-11-23T08:00:00+00:00", decide=decide).report
    assert [(t.reading.found.source.name, t.reading.lines_accepted) for t in report.tables if t.reading.found.source] == [
        ("conventions", 6),
        ("organisations", 2),
    ]
    assert report.files[0].unread == ()


def test_what_is_left_aside_is_written_with_the_mapping_and_read_once_it_says_what_it_is(store: Store) -> None:
    given = [Given("conventions.csv", content=(YEAR + MENUS).encode())]

    def report(content: bytes) -> Report:
        decide = decided(read_rules("c.csv", [list(row) for row in read_bytes("c.csv", content).sheets[0].cells.iter_rows()], SOURCES))
        return prepare(store, given, SOURCES, author="", at="2026-11-23T08:00:00+00:00", decide=decide).report

    mapping = written(prepare(store, given, SOURCES, author="", at="2026-11-23T08:00:00+00:00").report.understood, safe).decode()
    assert ";(ne pas lire);Entrée;(ne pas reprendre);;\r\n" in mapping
    assert [table.reading.lines_accepted for table in report(mapping.encode()).tables] == [6]
    said = mapping.replace("(ne pas lire)", "Organisations").replace("Entrée;(ne pas reprendre)", "Entrée;Nom")
    assert [table.reading.lines_accepted for table in report(said.encode()).tables] == [6, 2]
