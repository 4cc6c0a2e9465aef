"""What is the file's own: what is not a network, damage, writers and readers at once, odd paths."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import pytest

from loaders import SOURCES
from netmap.errors import NetmapError, StoreError
from netmap.intake import Given, Preparation, commit, prepare, remake, undo
from netmap.lots import correction
from netmap.network import Network
from netmap.stores import Store, embedded, open_store, sqlite_file

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = "N° de convention;UAI;Partenaire;Objet;Filières\n"
FIRST = HEADINGS + "CONV-2024-1;0350760L;Valette;Accueil;Bois\nCONV-2024-2;0671509B;Brume;Visites;BTP | Mer\n"
NOT_OURS = "n’est pas un réseau de netmap : donnez un fichier fait par « netmap load »."


def prepared(store: Store, text: str = FIRST) -> Preparation:
    return prepare(store, [Given("conventions.csv", content=text.encode())], SOURCES, author="Camille", at="2026-11-23T08:00:00+00:00")


def network_at(path: Path, text: str = FIRST) -> Store:
    store = open_store(path, create=True)
    commit(store, prepared(store, text))
    return store


def correct(store: Store, text: str) -> None:
    remake(store, lambda network: correction(network, "Convention:CONV-2024-1", "object", text, author="", reason="", at=""))


def spoken(network: Network) -> dict[str, list[tuple[object, ...]]]:
    return {kind: sorted(frame.rows(), key=repr) for kind, frame in {**network.nodes, **network.links}.items()}


def refusal(path: Path, *, create: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(path, create=create)
    return str(caught.value)


def test_a_file_that_is_missing_is_told_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "absent.netmap"
    assert refusal(path) == f"Aucun réseau à l’endroit « {path} ». Chargez d’abord des fichiers, ou vérifiez le chemin."
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_network(tmp_path: Path) -> None:
    for create in (False, True):
        assert refusal(tmp_path, create=create) == f"« {tmp_path} » est un dossier : donnez le fichier du réseau."


def test_a_file_in_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    path = tmp_path / "absent" / "reseau.netmap"
    assert refusal(path, create=True) == f"Le dossier « {path.parent} » n’existe pas : créez-le, ou choisissez un autre endroit."
    text = tmp_path / "texte.txt"
    text.write_text("bonjour")
    assert "n’existe pas" in refusal(text / "reseau.netmap", create=True)


@pytest.mark.parametrize("name", ["x" * 300, "a\x00b"])
def test_a_name_that_no_disk_takes_is_told(tmp_path: Path, name: str) -> None:
    for create in (False, True):
        assert "ne peut pas être ouvert" in refusal(tmp_path / name, create=create)


@pytest.mark.parametrize(
    "content",
    [b"", b"N;UAI\n1;0350760L\n", b"SQLite format 3\x00", random.Random(1).randbytes(5_000), b"\x00" * 5000],  # noqa: S311 - no secret
    ids=["empty", "csv", "cut short", "noise", "zeros"],
)
def test_a_file_that_is_not_ours_is_told_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "reseau.netmap"
    path.write_bytes(content)
    assert refusal(path).endswith((NOT_OURS, "est abîmé ou incomplet : reprenez une copie."))
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_not_ours_even_when_asked_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "autre.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE meta (name TEXT, value INTEGER)")
        db.commit()
    content = path.read_bytes()
    for create in (False, True):
        assert refusal(path, create=create) == f"« {path} » {NOT_OURS}"
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_network_when_one_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "reseau.netmap"
    path.touch()
    assert network_at(path).version() == 1


def test_a_file_of_a_newer_netmap_is_told(tmp_path: Path) -> None:
    path = tmp_path / "reseau.netmap"
    network_at(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 7")
    assert refusal(path) == f"« {path} » vient d’une version plus récente de netmap (format 7) : mettez netmap à jour."


def told(path: Path) -> list[str]:
    """Read all of a file that may be spoiled; give the sentences said, none when it is whole."""
    try:
        store = open_store(path)
        faults = list(store.verify())
        for read in (store.network, store.lots, store.journal):
            read()
    except NetmapError as error:
        return [str(error)]
    return faults


def test_a_truncated_file_is_always_told(tmp_path: Path) -> None:
    whole, path = tmp_path / "reseau.netmap", tmp_path / "coupe.netmap"
    correct(network_at(whole), "Accueil en PFMP")
    content = whole.read_bytes()
    assert told(whole) == []
    silent = []
    for length in (1, 15, 16, 50, 99, 100, 512, *range(1024, len(content), 9001), *range(4096, len(content), 12288), len(content) - 1):
        path.write_bytes(content[:length])
        if not all(sentence.endswith(".") for sentence in told(path)) or not told(path):
            silent.append(length)
    assert silent == []


def test_a_byte_flipped_anywhere_never_stops_the_program(tmp_path: Path) -> None:
    whole, path = tmp_path / "reseau.netmap", tmp_path / "abime.netmap"
    network_at(whole)
    content = whole.read_bytes()
    for at in range(7, len(content), len(content) // 70):
        path.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        assert all(sentence.endswith(".") for sentence in told(path))


def test_a_byte_flipped_in_a_part_is_told_with_its_lot_and_kind_and_never_read(tmp_path: Path) -> None:
    path = tmp_path / "reseau.netmap"
    network_at(path)
    with closing(sqlite3.connect(path)) as db:
        ((content,),) = db.execute("SELECT content FROM part WHERE kind = 'Convention'")
        spoiled = content[:200] + bytes([content[200] ^ 1]) + content[201:]
        db.execute("UPDATE part SET content = ? WHERE kind = 'Convention'", (spoiled,))
        db.commit()
    sentence = "Lot 1 : la partie 0 de « Convention » n’est plus celle qui a été validée."
    assert open_store(path).verify() == (sentence,)
    with pytest.raises(StoreError) as caught:
        open_store(path).network()
    assert str(caught.value) == f"{sentence} Le fichier est abîmé : reprenez une copie."


def test_the_file_alone_is_enough(tmp_path: Path) -> None:
    path, copy = tmp_path / "reseau.netmap", tmp_path / "ailleurs" / "copie.netmap"
    store = network_at(path)
    correct(store, "Accueil en PFMP")
    assert [p.name for p in tmp_path.iterdir()] == ["reseau.netmap"]
    copy.parent.mkdir()
    shutil.copy(path, copy)
    other = open_store(copy)
    assert spoken(other.network()) == spoken(store.network())
    assert (other.lots(), other.journal(), other.verify()) == (store.lots(), store.journal(), ())


@pytest.mark.parametrize(
    "name", ["mon réseau d’été.netmap", "a?mode=ro.netmap", "a#b.netmap", "50%25.netmap", "%2e.netmap", "a&b;c='d'.netmap", "é\u0301🏭"]
)
def test_any_name_of_file_works_and_is_that_file(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"dossier {name}"
    folder.mkdir()
    store = network_at(folder / name)
    assert (store.location, store.verify()) == (str(folder / name), ())
    assert [p.name for p in folder.iterdir()] == [name]
    assert [p.name for p in tmp_path.iterdir()] == [folder.name]
    assert spoken(open_store(folder / name).network()) == spoken(store.network())


def test_a_relative_path_is_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    network_at(Path("reseau.netmap"))
    assert open_store(tmp_path / "reseau.netmap").version() == 1


def test_a_snapshot_changes_nothing_whether_kept_or_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "SNAPSHOT_FROM", 1)
    path = tmp_path / "reseau.netmap"
    expected = spoken(network_at(path).network())

    def snapshots() -> int:
        with closing(sqlite3.connect(path)) as db:
            return int(db.execute("SELECT count(*) FROM snapshot").fetchone()[0])

    assert snapshots() > 0
    assert spoken(open_store(path).network()) == expected
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM snapshot")
        db.commit()
    assert spoken(open_store(path).network()) == expected
    assert snapshots() > 0
    undo(open_store(path), 1, author="", reason="", at="")
    assert open_store(path).network().is_empty
    assert open_store(path).verify() == ()


def test_a_snapshot_that_is_not_the_fold_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "SNAPSHOT_FROM", 1)
    path = tmp_path / "reseau.netmap"
    network_at(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM snapshot WHERE kind = 'Filiere'")
        db.commit()
    assert open_store(path).verify() == (
        "« Filiere » : ce qui est montré n’est pas ce que disent les lots (3 en moins : Filiere:~bois, Filiere:~btp, Filiere:~mer).",
    )


@contextmanager
def being_written(path: Path) -> Generator[sqlite3.Connection]:
    """Hold the file as a program in the midst of an act does."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE meta SET value = 99")
        yield db


def test_readers_see_the_state_before_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "reseau.netmap"
    store = network_at(path)
    with being_written(path) as db:
        assert (store.version(), store.network().version, len(store.lots())) == (1, 1, 1)
        db.execute("ROLLBACK")
    assert store.verify() == ()


def test_a_writer_waits_for_the_one_before_it(tmp_path: Path) -> None:
    path = tmp_path / "reseau.netmap"
    store = network_at(path)
    with being_written(path) as db:
        thread = Thread(target=correct, args=(store, "Accueil en PFMP"))
        thread.start()
        thread.join(0.3)
        assert thread.is_alive()
        db.execute("ROLLBACK")
        thread.join()
    assert store.network().row("Convention:CONV-2024-1")["object"] == "Accueil en PFMP"


def test_a_file_that_another_program_writes_too_long_is_told_yet_opens_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT_SECONDS", 0.1)
    path = tmp_path / "reseau.netmap"
    network_at(path)
    with being_written(path) as db:
        store = open_store(path)
        with pytest.raises(StoreError) as caught:
            undo(store, 1, author="", reason="", at="")
        assert "est en cours d’écriture par un autre programme" in str(caught.value)
        db.execute("ROLLBACK")
    undo(store, 1, author="", reason="", at="")
    assert store.version() == 2


MAKER = """
import sys
from pathlib import Path
from loaders import SOURCES
from netmap.errors import StaleVersion
from netmap.intake import Given, commit, prepare
from netmap.stores import open_store

for number in sys.argv[2:]:
    given = Given("c.csv", content=f"N° de convention;UAI;Partenaire\\nCONV-2024-{number};0350760L;Valette\\n".encode())
    while True:
        store = open_store(Path(sys.argv[1]), create=True)
        try:
            commit(store, prepare(store, [given], SOURCES, author="", at=""))
        except StaleVersion:
            continue
        break
"""


def test_processes_that_make_and_write_one_file_together_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "reseau.netmap"
    command = [sys.executable, "-c", MAKER, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = [subprocess.Popen([*command, *numbers], env=environment) for numbers in ("012", "345")]
    assert [process.wait(timeout=120) for process in started] == [0, 0]
    store = open_store(path)
    assert sorted(store.network().node("Convention")["id"]) == [f"Convention:CONV-2024-{n}" for n in range(6)]
    assert ([lot.number for lot in store.lots()], store.version(), store.verify()) == ([1, 2, 3, 4, 5, 6], 6, ())


def test_threads_that_make_one_file_together_all_open_it(tmp_path: Path) -> None:
    path, opened = tmp_path / "reseau.netmap", list[int]()
    threads = [Thread(target=lambda: opened.append(open_store(path, create=True).version())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened == [0] * 8


def test_a_process_killed_in_the_midst_of_a_commit_leaves_the_state_before(tmp_path: Path) -> None:
    path = tmp_path / "reseau.netmap"
    expected = spoken(network_at(path).network())
    script = (
        "import os, sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('BEGIN IMMEDIATE')\n"
        "db.execute('PRAGMA cache_spill = 1')\n"
        "db.execute('PRAGMA cache_size = 1')\n"
        "db.executemany('INSERT INTO part VALUES (2, ?, 0, ?, zeroblob(100000))', [(str(n), '') for n in range(20)])\n"
        "os.kill(os.getpid(), 9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert killed.returncode == -9
    store = open_store(path)
    assert (spoken(store.network()), store.version(), store.verify()) == (expected, 1, ())
