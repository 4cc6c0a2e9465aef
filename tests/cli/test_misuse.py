"""The command line badly used, interrupted, piped, or given hostile names: one French sentence, and the exit code that says so."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import netmap
from netmap.cli.network_choice import NETWORK_VARIABLE
from netmap.cli.verbs import VERBS
from netmap.stores import open_store
from queries import QUESTIONS
from tests.cli.running import HEADINGS, ONE, WRONG, answer, run, write

# Words of click that must never reach a user; "Options" and "Arguments" are French too.
ENGLISH = re.compile(
    r"\b(Usage:|Try|help\.|Show this|Error|Missing|Invalid|No such|Commands|Did you|Choose from|not one of|unexpected|requires|"
    r"default|required|does not|is not|Aborted|argument \(|TEXT|INTEGER|PATH|FILE|Traceback|Choice)\b|Usage:"
)


def start(*words: str, folder: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(netmap.__file__).parent.parent), **variables}
    command = [sys.executable, "-m", "netmap", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60)


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
    listed = run("lots", "--format", "json")
    assert (listed.exit_code, len(json.loads(listed.stdout)["lots"])) == (0, 1)


def test_a_file_name_that_is_no_text_is_loaded(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.csv")).write_text(f"{HEADINGS}\n{ONE}\n", encoding="utf-8")
    found = start("load", os.fsdecode(b"caf\xe9.csv"), folder=tmp_path)
    assert found.returncode == 0, found.stderr
    assert start("lots", folder=tmp_path).returncode == 0


def test_french_goes_through_a_pipe_whatever_the_locale(tmp_path):
    found = start("--help", folder=tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (found.returncode, found.stderr) == (0, "")
    assert "Le réseau des partenaires des lycées professionnels" in found.stdout


def test_a_closed_pipe_is_quiet(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(Path(netmap.__file__).parent.parent)}
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
    assert found.stderr.splitlines()[-1].startswith(
        f"Erreur imprévue de netmap (ZeroDivisionError : division by zero ; {Path(__file__).name}, ligne "
    )
