"""The command line, verb by verb, as its users and their scripts meet it."""

import re
import socket
import sqlite3
import tomllib
from pathlib import Path

import openpyxl
import pytest

from netmap.cli.starting import free_port, streamlit_command
from netmap.stores import open_store
from queries import QUESTIONS
from tests.cli.running import ONE, TWO, WRONG, answer, run, write

ROOT = Path(__file__).resolve().parents[2]


# Loading


def test_check_reads_and_writes_nothing():
    found = run("check", write(ONE, TWO))
    assert found.exit_code == 0
    assert "2 lignes lues : 2 acceptées, 0 rejetée." in found.stdout
    assert "Conventions : 2 ajouts" in found.stdout
    assert "comparés à un réseau vide" in found.stderr
    assert [path.name for path in Path().iterdir()] == ["conventions.csv"]


def test_load_makes_the_network_and_says_what_changed_and_where():
    found = run("load", write(ONE, TWO), "--author", "Anne", "--reason", "Rentrée")
    assert found.exit_code == 0
    assert "Conventions : 2 ajouts" in found.stdout
    assert "Lot 1 validé dans « reseau.netmap » (version 1) ; « netmap undo 1 » l’annule." in found.stdout
    (lot,) = open_store("reseau.netmap").lots()
    assert (lot.number, lot.author, lot.reason, lot.title) == (1, "Anne", "Rentrée", "Import : conventions.csv")


def test_a_lycee_said_once_is_that_of_the_tables_that_name_none():
    Path("registre.csv").write_text("N° de convention;Partenaire;Objet\nCONV-001;Brume;PFMP\nCONV-002;Valette;Visites\n", "utf-8")
    Path("LP Givre.csv").write_text("N° de convention;Partenaire;Objet\nCONV-003;Lande;PFMP\n", "utf-8")
    assert run("load", "registre.csv", "LP Givre.csv", "--lycee", "LP Orage").exit_code == 0
    links = open_store("reseau.netmap").network().link("SIGNS").select("source", "target").rows()
    assert sorted(link for link in links if link[0].startswith("Establishment")) == [
        ("Establishment:~lp givre", "Convention:CONV-003"),
        ("Establishment:~lp orage", "Convention:CONV-001"),
        ("Establishment:~lp orage", "Convention:CONV-002"),
    ]


@pytest.mark.parametrize("said", ["Orage", "LP Orage et LP Givre", "0350760X"])
def test_what_names_no_lycee_is_refused_in_a_sentence(said):
    Path("registre.csv").write_text("N° de convention;Partenaire\nCONV-001;Brume\n", "utf-8")
    found = run("load", "registre.csv", "--lycee", said)
    assert found.exit_code == 2
    assert f"« {said} » ne nomme pas un lycée : écrivez son UAI, ou sa sorte et son nom (« LP Jean-Moulin »)." in found.stderr


def test_loading_the_same_file_twice_adds_no_lot():
    run("load", write(ONE, TWO))
    again = run("load", "conventions.csv")
    assert again.exit_code == 0
    assert "Rien ne change dans le réseau." in again.stdout
    assert "aucun lot n’est ajouté" in again.stdout
    assert open_store("reseau.netmap").version() == 1


def test_rejected_lines_are_said_and_the_others_are_loaded():
    found = run("load", write(ONE, WRONG))
    assert found.exit_code == 1
    assert "2 lignes lues : 1 acceptée, 1 rejetée." in found.stdout
    assert "Ligne 3 : Colonne « Fin » : « 30/13/2027 » n’est pas" in found.stdout
    assert "1 ligne rejetée : ajoutez « --rejects rejets.xlsx »" in found.stderr
    assert open_store("reseau.netmap").network().counts()["Convention"] == 1


def test_rejected_lines_come_back_as_a_workbook_that_loads_once_corrected():
    run("load", write(ONE, WRONG), "--rejects", "rejets.xlsx")
    book = openpyxl.load_workbook("rejets.xlsx")
    cells = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    assert cells[0][:2] + cells[0][-2:] == ["N° de convention", "UAI", "_ligne", "_motif"]
    assert cells[1][0] == "CV-2026-003"
    place = {heading: at for at, heading in enumerate(cells[0], 1)}
    book.worksheets[0].cell(2, place["UAI"], "0422170F")
    book.worksheets[0].cell(2, place["Fin"], "30/06/2027")
    book.save("rejets.xlsx")
    assert run("load", "rejets.xlsx").exit_code == 0
    assert open_store("reseau.netmap").network().counts()["Convention"] == 2


def test_a_workbook_of_corrections_is_never_written_over():
    Path("rejets.xlsx").write_bytes(b"mes corrections")
    found = run("load", write(ONE, WRONG), "--rejects", "rejets.xlsx")
    assert found.exit_code == 2
    assert "« rejets.xlsx » existe déjà" in found.stderr
    assert Path("rejets.xlsx").read_bytes() == b"mes corrections"
    assert not Path("reseau.netmap").exists()


def test_each_file_has_its_own_workbook_of_rejected_lines():
    found = answer("check", write(WRONG, to="a.csv"), write(WRONG, to="b.csv"), "--rejects", "rejets.xlsx")
    assert found["rejects"] == ["rejets.xlsx", "rejets-2.xlsx"]
    assert [Path(name).is_file() for name in found["rejects"]] == [True, True]


def test_each_file_comes_back_annotated_and_loads_once_corrected():
    Path("dossier").mkdir()
    found = answer("check", write(WRONG, to="dossier/a.csv"), "dossier", "--annotated", "annotés")
    assert found["annotated"] == ["annotés/a annoté.xlsx", "annotés/a annoté (2).xlsx"]
    run("load", "dossier")
    book = openpyxl.load_workbook("annotés/a annoté.xlsx")
    sheet = book.worksheets[0]
    (wrong,) = [cell for row in sheet.iter_rows() for cell in row if cell.comment is not None and cell.value == "30/13/2027"]
    assert (sheet.cell(1, sheet.max_column).value, "Rejetée" in str(sheet.cell(wrong.row, sheet.max_column).value)) == ("netmap", True)
    sheet.cell(wrong.row, wrong.column, "31/08/2027")
    sheet.cell(wrong.row, 2, "0422170F")
    book.save("corrigé.xlsx")
    again = answer("load", "corrigé.xlsx", "--series", "a")
    assert (again["committed"], again["report"]["rejected"]) == (True, 0)


def test_annotated_workbooks_never_replace_what_is_in_a_folder():
    Path("annotés").mkdir()
    Path("annotés/a annoté.xlsx").write_bytes(b"mes corrections")
    found = run("load", write(WRONG, to="a.csv"), "--annotated", "annotés")
    assert found.exit_code == 2
    assert "n’est pas vide" in found.stderr
    assert not Path("reseau.netmap").exists()


def test_the_summary_to_paste_in_a_mail_has_five_lines():
    said = run("check", write(ONE, WRONG), "--format", "mail").stdout.splitlines()
    assert [line.partition(" ")[0] for line in said] == ["Import", "Lu", "Laissé", "À", "À"]


def test_a_file_left_aside_is_a_finding_and_the_others_are_loaded():
    Path("photo.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    found = run("load", "photo.xlsx", write(ONE))
    assert found.exit_code == 1
    assert "photo.xlsx" in found.stdout
    assert open_store("reseau.netmap").version() == 1


def test_nothing_accepted_makes_no_network():
    found = run("load", write(WRONG))
    assert found.exit_code == 1
    assert "Aucune ligne à charger" in found.stdout
    assert not Path("reseau.netmap").exists()


def test_a_series_named_replaces_what_it_said():
    run("load", write(ONE, TWO), "--series", "nord")
    run("load", write(ONE.replace("Boulangerie Dupont", "Boulangerie Durand"), to="autre.csv"), "--series", "nord")
    network = open_store("reseau.netmap").network()
    assert sorted(network.node("Organisation")["name"].to_list()) == ["Boulangerie Durand", "Garage Martin"]


def test_problems_are_one_csv_row_each():
    found = run("check", write(ONE, WRONG), "--format", "csv")
    lines = found.stdout_bytes.decode("utf-8").split("\r\n")
    assert found.exit_code == 1
    assert lines[0] == "\ufeffFichier;Feuille;Ligne;Colonne;Gravité;Code;Valeur lue;Message"
    assert [line.split(";")[5] for line in lines[1:] if ";ligne;" in line] == ["valeur-refusee", "valeur-refusee"]


def test_an_empty_file_becomes_the_network():
    Path("reseau.netmap").write_bytes(b"")
    assert run("load", write(ONE)).exit_code == 0
    assert open_store("reseau.netmap").version() == 1


# Lots


def test_lots_are_listed_undone_and_taken_back():
    run("load", write(ONE, WRONG), "--author", "Anne")
    row = run("lots").stdout.splitlines()[2]
    assert re.fullmatch(r"1\s+actif\s+\d\d/\d\d/\d{4} \d\d:\d\d\s+Anne\s+import\s+Import : conventions.csv\s+1\s+1", row)
    undone = run("undo", "1", "--author", "Bob", "--reason", "Erreur")
    assert (undone.exit_code, undone.stdout) == (0, "Lot 1 annulé (Import : conventions.csv) dans « reseau.netmap », version 2.\n")
    assert open_store("reseau.netmap").network().is_empty
    assert run("redo", "1").stdout == "Lot 1 repris (Import : conventions.csv) dans « reseau.netmap », version 3.\n"
    assert open_store("reseau.netmap").network().counts()["Convention"] == 1
    journal = answer("lots", "--journal")["journal"]
    assert [(e["act"], e["author"], e["reason"]) for e in journal][:2] == [("validé", "Anne", ""), ("annulé", "Bob", "Erreur")]


def test_lots_as_csv_open_in_a_spreadsheet():
    run("load", write(ONE), "--author", "=HYPERLINK()")
    lines = run("lots", "--format", "csv").stdout_bytes.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Lot;État;Date;Auteur;Nature;Titre;Acceptées;Rejetées"
    assert lines[1].split(";")[3] == "'=HYPERLINK()"


def test_an_unknown_lot_and_a_lot_undone_twice_are_wrong_uses():
    run("load", write(ONE))
    assert (run("undo", "7").exit_code, run("undo", "7").stderr) == (2, "Aucun lot ne porte le numéro 7 ; « netmap lots » les liste.\n")
    run("undo", "1")
    assert (run("undo", "1").exit_code, run("undo", "1").stderr) == (2, "Le lot 1 est déjà annulé.\n")


def test_verify_tells_an_intact_network_from_a_damaged_one():
    run("load", write(ONE))
    assert run("verify").stdout == "« reseau.netmap » (fichier) est intact : 1 lot vérifié, version 1.\n"
    with sqlite3.connect("reseau.netmap") as base:
        base.execute("UPDATE part SET sha256 = 'x' WHERE kind = 'Convention'")
    base.close()
    found = run("verify")
    assert (found.exit_code, found.stdout) == (1, "Lot 1 : la partie 0 de « Convention » n’est plus celle qui a été validée.\n")


# Questions


def test_ask_lists_the_questions():
    found = run("ask")
    assert found.exit_code == 0
    assert [line.split()[0] for line in found.stdout.splitlines()[2:]] == [question.name for question in QUESTIONS]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_a_question_is_a_command_made_from_its_declaration(question, example):
    helped = run("ask", question.name, "--help")
    words = " ".join(helped.stdout.split())
    assert helped.exit_code == 0
    assert question.title in words
    assert [p.name for p in question.parameters if f"--{p.name.replace('_', '-')} " not in words] == []
    said = answer("ask", question.name, "--on", "01/11/2026", "--network", example)
    assert (said["question"], said["parameters"]["on"], said["rows"] != []) == (question.name, "2026-11-01", True)


def test_an_answer_is_given_as_table_csv_and_workbook(example):
    asked = ("ask", "lapsing-conventions", "--on", "01/11/2026", "--before", "31/12/2026", "--network", example)
    rows = answer(*asked)["rows"]
    shown = run(*asked)
    assert f"{len(rows)} lignes" in shown.stdout
    assert "Échéance avant le : 31/12/2026" in shown.stdout
    lines = run(*asked, "--format", "csv").stdout_bytes.decode("utf-8-sig").split("\r\n")
    assert len(lines) == len(rows) + 2
    written = run(*asked, "--format", "xlsx", "--output", "reponse.xlsx")
    assert (written.stdout, written.stderr) == ("", f"{len(rows)} lignes écrites dans « reponse.xlsx ».\n")
    sheets = openpyxl.load_workbook("reponse.xlsx").worksheets
    assert len(rows) + 1 in [len(list(sheet.iter_rows())) for sheet in sheets]
    piped = run(*asked, "--format", "xlsx")
    assert piped.stdout_bytes == Path("reponse.xlsx").read_bytes()


def test_no_row_is_an_answer(example):
    found = run("ask", "lapsing_conventions", "--on", "01/11/1900", "--network", example)
    assert found.exit_code == 0
    assert "Aucune convention en vigueur n’arrive à échéance dans cette période." in found.stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nope",), "« nope » n’est pas une question ; netmap connaît : lapsing_conventions"),
        (("lapsing_conventions", "--scope", "Atlantide"), "« Atlantide » : aucun acteur de ce nom"),
        (("lapsing_conventions", "--on", "hier"), "À la date du : « hier » n’est pas une date"),
    ],
)
def test_what_a_question_cannot_take_is_said_in_one_sentence(words, sentence, example):
    found = run("--network", example, "ask", *words)
    assert found.exit_code == 2
    assert found.stdout == ""
    assert found.stderr.startswith(sentence)
    assert found.stderr.count("\n") == 1


def test_an_answer_never_crushes_a_network(example):
    before = example.read_bytes()
    for words in (("ask", "lapsing_conventions"), ("export", "--format", "sqlite"), ("export", "--format", "json")):
        found = run(*words, "--network", example, "--output", example)
        assert (found.exit_code, "est un réseau de netmap" in found.stderr) == (2, True)
    run("load", write(ONE))
    assert run("ask", "lapsing_conventions", "--network", example, "--output", "reseau.netmap").exit_code == 2
    assert example.read_bytes() == before


# Exports, templates, model


@pytest.mark.parametrize("form", ["json", "graphml", "gexf", "sqlite"])
def test_the_whole_network_is_written_for_another_tool(form, example):
    found = run("export", "--network", example, "--format", form, "--output", f"reseau.{form}")
    assert (found.exit_code, found.stdout) == (0, f"Réseau écrit dans « reseau.{form} ».\n")
    assert Path(f"reseau.{form}").stat().st_size > 10_000


def test_templates_are_filled_and_load_back_to_the_same_network():
    run("load", write(ONE, TWO))
    assert run("export", "--format", "templates", "--output", "classeurs").exit_code == 0
    assert run("load", *sorted(Path("classeurs").iterdir()), "--network", "copie.netmap").exit_code == 0
    copy, first = (open_store(name).network() for name in ("copie.netmap", "reseau.netmap"))
    assert copy.counts() == first.counts()
    assert run("export", "--format", "templates", "--output", "classeurs").exit_code == 2


def test_templates_to_fill_are_written_once():
    written = answer("template", "modeles")
    assert sorted(written["files"]) == sorted(path.name for path in Path("modeles").iterdir())
    again = run("template", "modeles")
    assert again.exit_code == 2
    assert "existe déjà et contient peut-être votre travail" in again.stderr


def test_the_model_is_described():
    assert "# Le modèle" in run("schema").stdout
    assert run("schema").stdout_bytes == (ROOT / "docs" / "schema.md").read_bytes()


# The example and the application


def test_the_example_is_loaded_once_and_summed_up_in_three_lines():
    first = run("demo", "--no-app")
    assert first.exit_code == 0
    assert len(first.stdout.splitlines()) == 3
    assert re.match(r"Réseau d’exemple : \d+ établissements, \d+ organisations, \d+ conventions, \d+ accords-cadres\.", first.stdout)
    version = open_store("exemple.netmap").version()
    assert run("demo", "--no-app").stdout == first.stdout
    assert open_store("exemple.netmap").version() == version


def test_the_example_has_no_rejected_line(example):
    assert [(o.file, o.rejected) for lot in open_store(example).lots() for o in lot.origins if o.rejected] == []


def test_the_application_has_the_settings_of_the_repository():
    given = dict(word[2:].split("=", 1) for word in streamlit_command(8765, "127.0.0.1", no_browser=True) if word.startswith("--"))
    held = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    expected = {f"{section}.{name}": str(value).lower() for section, values in held.items() for name, value in values.items()}
    assert {name: given[name].lower() for name in expected} == expected
    assert (given["server.port"], given["server.headless"], given["server.address"]) == ("8765", "true", "127.0.0.1")
    assert given["logger.hideWelcomeMessage"] == "true"


def test_a_port_that_is_taken_is_told_and_passed_by_where_none_is_asked(example):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = run("app", "--network", example, "--no-browser", "--port", str(port))
        assert (told.exit_code, told.stdout) == (2, "")
        assert (
            told.stderr.strip()
            == f"Le port {port} est pris ou réservé : fermez l’autre application, ou donnez un autre port par « --port »."
        )
        assert free_port("127.0.0.1", None) not in (port, 0)


def test_an_address_of_another_computer_is_told(example):
    told = run("app", "--network", example, "--no-browser", "--host", "192.0.2.1", "--port", "8765")
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.strip() == "L’adresse « 192.0.2.1 », port 8765, ne peut pas être écoutée : essayez sans --host ni --port."
