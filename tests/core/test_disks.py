"""Disks that are full or protected: a sentence, the state before, no traceback. Made in a mount namespace of the process's own."""

import ast
import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from loaders import SOURCES
from netmap.intake import Given, Preparation, commit, prepare
from netmap.stores import Store, open_store

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = "N° de convention;UAI;Partenaire;Objet;Filières\n"
FIRST = HEADINGS + "CONV-2024-1;0350760L;Valette;Accueil;Bois\nCONV-2024-2;0671509B;Brume;Visites;BTP | Mer\n"


def prepared(store: Store, text: str = FIRST) -> Preparation:
    return prepare(store, [Given("conventions.csv", content=text.encode())], SOURCES, author="Camille", at="2026-11-23T08:00:00+00:00")


def network_at(path: Path, text: str = FIRST) -> Store:
    store = open_store(path, create=True)
    commit(store, prepared(store, text))
    return store


WRITER = """
import sys
from pathlib import Path
from loaders import SOURCES
from netmap.errors import NetmapError
from netmap.intake import Given, commit, prepare, undo
from netmap.stores import open_store

path = Path(sys.argv[1])
said = []
try:
    store = open_store(path, create=True)
    said += [store.version(), store.network().node("Convention").height, list(store.verify())]
    rows = "".join(f"CONV-2024-{n};0350760L;Partenaire {n * 7919 % 100003};Objet {n * 104729 % 99991}\\n" for n in range(int(sys.argv[2])))
    given = Given("c.csv", content=("N° de convention;UAI;Partenaire;Objet\\n" + rows).encode())
    commit(store, prepare(store, [given], SOURCES, author="", at=""))
except NetmapError as error:
    said += [type(error).__name__, str(error), *([store.version(), list(store.verify())] if said else [])]
print(said)
"""


def in_mounted(mount: str, path: Path, lines: int) -> list[object]:
    """Write to `path` in a process that has its own mounts; leave the test out where a machine allows none."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-r", "-m", "true"], capture_output=True, check=False).returncode:
        pytest.skip("Mounting in a namespace of one's own is not allowed here: full and protected disks cannot be made.")
    script = f'{mount} && exec "$0" "$@"'
    command = [unshare, "-r", "-m", "sh", "-c", script, sys.executable, "-c", textwrap.dedent(WRITER), str(path), str(lines)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FOLDER": str(path.parent)}
    found = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)
    assert (found.returncode, found.stderr) == (0, "")
    said: list[object] = ast.literal_eval(found.stdout)
    return said


def test_a_full_disk_is_told_and_leaves_the_state_before(tmp_path: Path) -> None:
    path = tmp_path / "disque" / "reseau.netmap"
    path.parent.mkdir()
    network_at(path)
    mount = (
        'cp "$FOLDER/reseau.netmap" "$FOLDER/.." && mount -t tmpfs -o size=500k tmpfs "$FOLDER" && cp "$FOLDER/../reseau.netmap" "$FOLDER"'
    )
    assert in_mounted(mount, path, 30_000) == [
        1,
        2,
        [],
        "StoreError",
        f"Le disque est plein : « {path} » n’a pas été modifié. Libérez de la place et recommencez.",
        1,
        [],
    ]


def test_a_disk_without_room_for_a_new_network_is_told(tmp_path: Path) -> None:
    path = tmp_path / "disque" / "reseau.netmap"
    path.parent.mkdir()
    mount = 'mount -t tmpfs -o size=4k tmpfs "$FOLDER"'
    assert in_mounted(mount, path, 1) == [
        "StoreError",
        f"Le disque est plein : « {path} » n’a pas été modifié. Libérez de la place et recommencez.",
    ]


def test_a_protected_folder_is_read_and_says_that_it_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "disque" / "reseau.netmap"
    path.parent.mkdir()
    network_at(path)
    mount = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER"'
    sentence = f"Le réseau « {path} » est en lecture seule : copiez-le dans un dossier à vous pour le modifier."
    assert in_mounted(mount, path, 1) == [1, 2, [], "StoreError", sentence, 1, []]


def test_a_protected_folder_without_network_is_told(tmp_path: Path) -> None:
    path = tmp_path / "disque" / "reseau.netmap"
    path.parent.mkdir()
    mount = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER"'
    assert in_mounted(mount, path, 1) == [
        "StoreError",
        f"Impossible d’ouvrir ou d’écrire « {path} » : le fichier ou son dossier est protégé. Choisissez un dossier à vous.",
    ]


def test_acts_still_in_the_log_are_read_in_a_protected_folder(tmp_path: Path) -> None:
    source, path = tmp_path / "reseau.netmap", tmp_path / "disque" / "reseau.netmap"
    path.parent.mkdir()
    open_store(source, create=True)
    with closing(sqlite3.connect(source)) as held:
        held.execute("SELECT * FROM meta").fetchall()
        network_at(source)
        for ending in ("", "-wal", "-shm"):
            shutil.copy(f"{source}{ending}", f"{path}{ending}")
    mount = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER"'
    said = in_mounted(mount, path, 1)
    assert said[:4] == [1, 2, [], "StoreError"]
