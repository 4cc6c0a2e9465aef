"""The command line, as its users and their scripts meet it: exit codes, French everywhere, JSON as it is documented."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import CliRunner, Result

import netmap
from netmap.cli import program
from netmap.cli.network_choice import NETWORK_VARIABLE
from netmap.cli.starting import streamlit_command
from netmap.cli.verbs import VERBS
from netmap.stores import open_store
from queries import QUESTIONS

ROOT = Path(__file__).resolve().parent.parent
DOC = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
HEADINGS = "N° de convention;UAI;Partenaire;Commune du partenaire;Objet;Début;Fin;Signée le;Suivie par (fonction);Observations"
ONE = "CV-2026-001;0422170F;Boulangerie Dupont;Valmont;Accueil;01/09/2025;31/08/2027;01/07/2025;DDFPT;Rien"
TWO = "CV-2026-002;0422170F;Garage Martin;Valmont;Stages;01/09/2025;30/06/2027;02/07/2025;Proviseur;"
WRONG = "CV-2026-003;0422170Z;Garage Martin;Valmont;Stages;01/09/2025;30/13/2027;;;"
# Words of click that must never reach a user; "Options" and "Arguments" are French too.
ENGLISH = re.compile(
    r"\b(Usage:|Try|help\.|Show this|Error|Missing|Invalid|No such|Commands|Did you|Choose from|not one of|unexpected|requires|"
    r"default|required|does not|is not|Aborted|argument \(|TEXT|INTEGER|PATH|FILE|Traceback|Choice)\b|Usage:"
)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(NETWORK_VARIABLE, raising=False)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(program, [str(word) for word in words], prog_name="netmap")


def start(*words: str, folder: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(netmap.__file__).parent.parent), **variables}
    command = [sys.executable, "-m", "netmap", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60)


def write(*lines: str, to: str = "conventions.csv") -> str:
    Path(to).write_text("\n".join([HEADINGS, *lines]) + "\n", encoding="utf-8")
    return to


def answer(*words: str | Path) -> dict:
    return json.loads(run(*words, "--format", "json").stdout)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    path = tmp_path_factory.mktemp("example") / "exemple.netmap"
    assert run("demo", "--network", path, "--no-app").exit_code == 0
    return path


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
    assert run("verify").stdout == "« reseau.netmap » est intact : 1 lot vérifié, version 1.\n"
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
    sheets = openpyxl.load_workbook("reponse.xlsx", read_only=True).worksheets
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


# Wrong uses


def test_every_help_is_french_to_the_last_word():
    pages = [("--help",), ("ask", "--help"), *((v.name, "--help") for v in VERBS), *(("ask", q.name, "--help") for q in QUESTIONS)]
    shown = {words: run(*words) for words in pages}
    assert {words: found.exit_code for words, found in shown.items()} == dict.fromkeys(pages, 0)
    assert [(words, ENGLISH.findall(found.output)) for words, found in shown.items() if ENGLISH.search(found.output)] == []


@pytest.mark.parametrize(
    "words",
    [
        ("nope",),
        ("loads",),
        ("load",),
        ("load", "absent.csv"),
        ("load", "."),
        ("load", "--serie", "x"),
        ("undo",),
        ("undo", "x"),
        ("undo", "0"),
        ("undo", "1", "2"),
        ("undo", "1", "2", "3"),
        ("lots", "--format", "xml"),
        ("lots", "--network"),
        ("lots", "--journal=oui"),
        ("export",),
        ("export", "--format", "json"),
        ("template",),
        ("template", "fichier.txt"),
        ("app", "--port", "99999"),
        ("ask", "lapsing_conventions", "--horizon", "x"),
        ("ask", "lapsing_conventions", "trop"),
        ("lots",),
        ("verify", "--network", "fichier.txt"),
        ("verify", "--network", "."),
        ("verify", "--network", "vide.netmap"),
    ],
)
def test_a_wrong_use_is_said_in_french_and_exits_with_2(words):
    Path("fichier.txt").write_text("Ceci n’est pas un réseau.\n" * 200, encoding="utf-8")
    Path("vide.netmap").write_bytes(b"")
    found = run(*words)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.strip()
    assert ENGLISH.findall(found.stderr) == []
    assert not Path("reseau.netmap").exists()


def test_no_word_shows_the_help():
    assert run().stdout == run("--help").stdout


def test_a_network_is_chosen_by_option_then_environment_then_folder(monkeypatch):
    write(ONE)
    monkeypatch.setenv(NETWORK_VARIABLE, "environnement.netmap")
    assert answer("load", "conventions.csv")["network"] == "environnement.netmap"
    assert answer("--network", "avant.netmap", "load", "conventions.csv")["network"] == "avant.netmap"
    assert answer("--network", "avant.netmap", "load", "conventions.csv", "--network", "apres.netmap")["network"] == "apres.netmap"
    monkeypatch.delenv(NETWORK_VARIABLE)
    assert answer("load", "conventions.csv")["network"] == "reseau.netmap"


# The program itself


def test_the_program_loads_and_answers_as_its_commands_do(tmp_path):
    write(ONE, WRONG)
    loaded = start("load", "conventions.csv", "--format", "json", folder=tmp_path)
    assert (loaded.returncode, json.loads(loaded.stdout)["report"]["rejected"]) == (1, 1)
    assert start("lots", folder=tmp_path, NETMAP_STORE="reseau.netmap").stdout.count("Import : conventions.csv") == 1
    missing = start("ask", "lapsing_conventions", "--network", "absent.netmap", folder=tmp_path)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert missing.stderr == "Aucun réseau à l’endroit « absent.netmap ». Chargez d’abord des fichiers, ou vérifiez le chemin.\n"


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path):
    locked = tmp_path / "verrou"
    locked.mkdir()
    locked.chmod(0o555)
    # The administrator may write anywhere but in the kernel's own folder.
    place = Path("/proc") if os.geteuid() == 0 else locked
    found = start("load", write(ONE), "--network", str(place / "x.netmap"), folder=tmp_path)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.count("\n") == 1
    assert "est protégé" in found.stderr


@pytest.mark.parametrize(
    "name", ["-rf.csv", "a b'c\"d;$(touch x).csv", "é\u202e\u200b.csv", "nouvelle\nligne.csv", "\x1b[31mrouge.csv", "x" * 200 + ".csv"]
)
def test_a_hostile_file_name_is_only_a_name(name, tmp_path):
    (tmp_path / name).write_text(f"{HEADINGS}\n{ONE}\n{WRONG}\n", encoding="utf-8")
    found = start("load", "--", name, folder=tmp_path)
    assert found.returncode == 1, found.stderr
    assert "\x1b" not in found.stdout + found.stderr
    assert open_store(tmp_path / "reseau.netmap").network().counts()["Convention"] == 1
    assert not (tmp_path / "x").exists()
    listed = start("lots", "--format", "json", folder=tmp_path)
    assert (listed.returncode, len(json.loads(listed.stdout)["lots"])) == (0, 1)


def test_a_file_name_that_is_no_text_is_loaded(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.csv")).write_text(f"{HEADINGS}\n{ONE}\n", encoding="utf-8")
    found = start("load", os.fsdecode(b"caf\xe9.csv"), folder=tmp_path)
    assert found.returncode == 0, found.stderr
    assert start("lots", folder=tmp_path).returncode == 0


def test_french_goes_through_a_pipe_whatever_the_locale(tmp_path):
    found = start("--help", folder=tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (found.returncode, found.stderr) == (0, "")
    assert "Réseau" in found.stdout or "réseau" in found.stdout


def test_a_closed_pipe_is_quiet(example, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(Path(netmap.__file__).parent.parent)}
    command = [sys.executable, "-m", "netmap", "export", "--network", str(example), "--format", "json", "--output", "x.json"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    reading, writing = os.pipe()
    os.close(reading)
    asked = [sys.executable, "-m", "netmap", "schema"]
    found = subprocess.run(asked, cwd=tmp_path, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (found.returncode, found.stderr) == (141, b"")


def test_an_interruption_is_quiet(monkeypatch):
    def interrupted(*_words, **_options):
        raise KeyboardInterrupt

    write(ONE)
    monkeypatch.setattr("netmap.cli.importing.prepare", interrupted)
    found = run("check", "conventions.csv")
    assert (found.exit_code, found.stdout, "Traceback" in found.stderr) == (130, "", False)


def test_a_fault_of_ours_is_one_french_sentence(monkeypatch):
    def faulty(*_words, **_options):
        raise ZeroDivisionError("division by zero")

    write(ONE)
    monkeypatch.setattr("netmap.cli.importing.prepare", faulty)
    found = run("check", "conventions.csv")
    assert found.exit_code == 2
    assert found.stderr.splitlines()[-1].startswith("Erreur imprévue de netmap (ZeroDivisionError : division by zero ; test_cli.py, ligne ")


def test_help_starts_in_at_most_twice_the_time_of_click(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(Path(netmap.__file__).parent.parent)}

    def seconds(*words: str) -> float:
        best = float("inf")
        for _ in range(7):
            began = time.perf_counter()
            subprocess.run([sys.executable, *words], cwd=tmp_path, env=environment, check=True, capture_output=True)
            best = min(best, time.perf_counter() - began)
        return best

    assert seconds("-m", "netmap", "--help") <= 2 * seconds("-c", "import click")


# The documentation


def section(title: str) -> str:
    """Give the text of a section of docs/commands.md, its subsections included."""
    lines = DOC.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("#") and title_of(line) == title)
    level = len(lines[at]) - len(lines[at].lstrip("#"))
    end = next((i for i in range(at + 1, len(lines)) if re.match(rf"#{{1,{level}}} ", lines[i])), len(lines))
    return "\n".join(lines[at:end])


def title_of(line: str) -> str:
    return re.sub(r" [A-Z]+…?$", "", line.lstrip("# ").replace("`", "")).strip()


def documented_options(text: str) -> set[str]:
    return {name for line in text.splitlines() if line.startswith("| `-") for name in re.findall(r"`(--?[a-z-]+)", line)}


def documented_fields(title: str) -> set[str]:
    cells = [line.split("|")[1] for line in section(title).splitlines() if line.startswith("| `") and not line.startswith("| `-")]
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def options_of(command: click.Command) -> set[str]:
    return {name for option in command.params if isinstance(option, click.Option) for name in option.opts}


def fields(value, path: str = "") -> set[str]:
    """Name the fields of a JSON document that hold a plain value; what is keyed by content is one field."""
    if isinstance(value, dict):
        if path.endswith(("choices", "parameters")):
            return {path}
        return set().union(*(fields(inner, f"{path}.{name}" if path else name) for name, inner in value.items()))
    if isinstance(value, list):
        return set().union(*(fields(inner, f"{path}[]") for inner in value))
    return {path}


def command_of(*names: str) -> click.Command:
    here: click.Command = program
    context = click.Context(program)
    for name in names:
        assert isinstance(here, click.Group)
        found = here.get_command(context, name)
        assert found is not None
        here = found
    return here


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_option_of_a_command_is_documented(verb):
    text = section(f"netmap {verb}").partition("Chaque question prend aussi")[0]
    assert documented_options(text) == options_of(command_of(verb))


def test_the_options_of_the_program_are_documented():
    assert documented_options(DOC.partition("\n## ")[0]) == options_of(program) | {"--help", "-h"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_every_question_is_documented_with_its_options(question):
    shared = documented_options(section("netmap ask").partition("Chaque question prend aussi")[2].partition("### ")[0])
    text = section(f"netmap ask {question.name}")
    assert question.title in text
    assert documented_options(text) | shared == options_of(command_of("ask", question.name))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_the_fields_of_an_answer_are_those_documented(question, example):
    said = answer("ask", question.name, "--on", "01/11/2026", "--network", example)
    assert set(said) == {name.removesuffix("[]") for name in documented_fields("Champs JSON de chaque question")}
    assert set().union(*said["rows"]) == documented_fields(f"netmap ask {question.name}")


def test_the_fields_of_check_and_load_are_those_documented():
    Path("photo.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n0000")
    first = answer("load", write(ONE, TWO, ";" * 9, ""), "--series", "s")
    renamed = ONE.replace("CV-2026-001", "CV-2026-101")
    changed = TWO.replace("30/06/2027", "31/07/2027").replace("Garage Martin", "Garage Durand")
    second = answer("check", write(renamed, changed, WRONG, to="b.csv"), "photo.xlsx", "--series", "s", "--rejects", "rejets.xlsx")
    # Empty lists and absent objects have no field of their own.
    seen = {path for path in fields(first) | fields(second) if path != "report.files[].problem"}
    assert seen == documented_fields("Champs JSON de check et load")


def test_the_fields_of_the_other_answers_are_those_documented():
    run("load", write(ONE))
    assert fields(answer("lots")) == documented_fields("Champs JSON de lots")
    assert fields(answer("lots", "--journal")) == documented_fields("Champs JSON de lots --journal")
    assert fields(answer("undo", "1")) == documented_fields("Champs JSON de undo et redo")
    assert fields(answer("redo", "1")) == documented_fields("Champs JSON de undo et redo")
    assert fields(answer("verify")) | {"faults[]"} == documented_fields("Champs JSON de verify")
    assert fields(answer("ask")) == documented_fields("Champs JSON de ask")
    assert fields(answer("template", "modeles")) == documented_fields("Champs JSON de template")
    assert fields(answer("schema")) == documented_fields("Champs JSON de schema")


def test_dates_in_json_are_iso(example):
    rows = answer("ask", "lapsing_conventions", "--on", "01/11/2026", "--network", example)["rows"]
    assert [date.fromisoformat(row["effective_end"]) >= date(2026, 11, 1) for row in rows] == [True] * len(rows)
