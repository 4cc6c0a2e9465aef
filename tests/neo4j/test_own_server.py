"""A server that is killed, stopped in its tracks, locked or read-only: nothing is half said, and people are told."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

import netmap
from netmap.errors import StoreError
from netmap.intake import undo
from netmap.stores import Store, open_store
from netmap.stores.bolt import close_drivers, keeping
from netmap.trial import LocalServer
from tests.conftest import local_neo4j
from tests.neo4j.rows import rows_of

KILLS = 10
PASSWORD = "motdepasse-d-essai"  # noqa: S105 - of a server that lives as long as these tests
HEADINGS = "N° de convention;UAI;Partenaire;Commune du partenaire;Objet;Début;Fin"
INTERRUPTED = "Une écriture avait été interrompue : les lots validés sont entiers, et le graphe vient d’être complété."

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1_800)]


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalServer]:
    """Give a server of this module's own, with a password and data that outlive it."""
    server = local_neo4j(home=tmp_path_factory.mktemp("neo4j"), password=PASSWORD)
    yield server
    close_drivers()
    server.stop(in_order=False)


@pytest.fixture
def own_neo4j(own_server: LocalServer) -> LocalServer:
    """Give it as it runs."""
    if not own_server.is_running():
        own_server.start()
    return own_server


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", PASSWORD)


def write(path: Path, name: str, lines: int) -> Path:
    rows = (f"{name}-{n:05};0422170F;Entreprise {n % 4_000};Valmont;Stages {n % 7};01/09/2025;31/08/2027" for n in range(lines))
    path.write_text("\n".join([HEADINGS, *rows]) + "\n", encoding="utf-8")
    return path


def load(location: str, file: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(netmap.__file__).parent.parent)}
    command = [sys.executable, "-m", "netmap", "load", "--network", location, str(file)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kill(server: LocalServer) -> None:
    os.kill(server.pid, signal.SIGKILL)
    server.stop(in_order=False)


def has_begun(location: str) -> bool:
    """Tell whether the graph is being written."""
    try:
        return open_store(location).notice() != ""
    except StoreError:
        return False


def reopened(location: str, *, patient: bool) -> Store:
    """Open the network again: as often as it takes for the claim of the program that died to be over, or as if it were."""
    if not patient:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(keeping, "CLAIM_SECONDS", 0)
            return open_store(location)
    end = time.monotonic() + 2 * keeping.CLAIM_SECONDS
    store = open_store(location)
    while "en cours d’écriture" in store.notice() and time.monotonic() < end:
        time.sleep(0.5)
        store = open_store(location)
    return store


def test_a_server_killed_in_the_midst_of_a_lot_leaves_it_whole_or_absent_and_says_which(own_neo4j: LocalServer, tmp_path: Path) -> None:
    location = own_neo4j.location
    base = open_store(location, create=True)
    assert load(location, write(tmp_path / "base.csv", "B", 100)).communicate()[1] == ""
    files = [write(tmp_path / "petit.csv", "P", 10), write(tmp_path / "grand.csv", "G", 10_000)]
    began = time.monotonic()
    first = load(location, files[1])
    first.communicate()
    assert first.returncode == 0
    whole = time.monotonic() - began
    undo(base, 2, author="", reason="", at="2026-11-23T08:00:00+00:00")
    chance, present, resumed = random.Random(20_261_123), 0, 0  # noqa: S311 - moments, not secrets
    for number in range(KILLS):
        file = files[number % 2]
        store = open_store(location)
        lots, counts = len(store.lots()), store.network().counts()["Convention"]
        program = load(location, write(tmp_path / f"{number}.csv", f"{file.stem}-{number}", 10 + 9_990 * (number % 2)))
        if number % 4 == 3:
            while program.poll() is None and not has_begun(location):
                time.sleep(0.05)
            time.sleep(chance.uniform(0, 2))
        else:
            time.sleep(chance.uniform(1, whole if number % 2 else 4))
        kill(own_neo4j)
        said = program.communicate()
        close_drivers()
        own_neo4j.start()
        store = reopened(location, patient=resumed == 0)
        resumed += store.notice() == INTERRUPTED
        added = len(store.lots()) - lots
        present += added
        assert added in (0, 1)
        assert store.network().counts()["Convention"] == counts + added * (10 + 9_990 * (number % 2)), f"kill number {number}"
        assert store.verify() == (), f"kill number {number}"
        if program.returncode == 0:
            assert added == 1
        else:
            assert program.returncode == 2, said
            assert said[1].strip().endswith("."), said
            assert "Traceback" not in said[1]
            if "Les lots sont validés" in said[1]:
                assert added == 1
        for lot in store.lots()[lots:] if number % 2 else ():  # the graph stays small
            undo(store, lot.number, author="", reason="", at="2026-11-23T08:00:00+00:00")
    last = open_store(location)
    assert rows_of(last.shown()) == rows_of(last.network())
    assert 0 < present < KILLS, "kills that all come too early, or too late, prove nothing"
    assert resumed > 0, "no kill came while the graph was being written"


def test_a_wrong_password_or_none_is_told_without_it(own_neo4j: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for password in ("faux-mot-de-passe", ""):
        monkeypatch.setenv("NEO4J_PASSWORD", password)
        with pytest.raises(StoreError) as caught:
            open_store(own_neo4j.location)
        assert str(caught.value) == (
            f"Le serveur « {own_neo4j.location} » refuse cet utilisateur ou ce mot de passe : donnez NEO4J_USERNAME et NEO4J_PASSWORD, "
            "ou le fichier que nomme NETMAP_NEO4J_FILE."
        )
        time.sleep(1)  # the server slows down those who insist


def stopped(pid: int) -> None:
    """Stop a process, all its threads: they may still answer when the signal has only been sent."""
    os.kill(pid, signal.SIGSTOP)
    states = [thread / "stat" for thread in Path(f"/proc/{pid}/task").iterdir()]
    while any(state.exists() and state.read_text().rpartition(") ")[2][0] not in "Tt" for state in states):
        time.sleep(0.01)


def test_a_server_that_stops_answering_is_told_and_freezes_nothing(own_neo4j: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netmap.stores.bolt.server.READ_SECONDS", 1)
    store = open_store(own_neo4j.location, create=True)
    stopped(own_neo4j.pid)
    try:
        began = time.monotonic()
        with pytest.raises(StoreError, match="met trop de temps à répondre"):
            store._server.read(lambda tx: tx.run("RETURN 1").consume(), seconds=1)  # pyright: ignore[reportAttributeAccessIssue]
        with pytest.raises(StoreError, match=r"met trop de temps|ne répond pas"):
            open_store(own_neo4j.location)
        assert time.monotonic() - began < 15
    finally:
        os.kill(own_neo4j.pid, signal.SIGCONT)
    assert open_store(own_neo4j.location).version() == store.version()


def test_where_nothing_can_be_written_all_is_read_and_an_act_is_told(own_neo4j: LocalServer) -> None:
    store = open_store(own_neo4j.location, create=True)
    expected, version = rows_of(store.network()), store.version()
    close_drivers()
    own_neo4j.stop()
    settings = own_neo4j.settings
    own_neo4j.settings = {**settings, "server.databases.default_to_read_only": "true"}
    own_neo4j.start()
    try:
        reading = open_store(own_neo4j.location)
        assert (rows_of(reading.network()), rows_of(reading.shown()), reading.verify()) == (expected, expected, ())
        with pytest.raises(StoreError, match="est en lecture seule pour cet utilisateur : rien n’a été écrit"):
            undo(reading, 1, author="", reason="", at="")
        assert reading.version() == version
    finally:
        close_drivers()
        own_neo4j.stop(in_order=False)
        own_neo4j.settings = settings


def test_the_trial_server_keeps_its_data_and_its_password(tmp_path: Path, own_server: LocalServer) -> None:
    for words, told in (("load", str(write(tmp_path / "L.csv", "L", 3))), "(version 1)"), (("lots",), "Import : L.csv"):
        with trial(tmp_path, own_server) as (location, environment):
            command = [sys.executable, "-m", "netmap", *words, "--network", location]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            assert told in done.stdout
    assert (tmp_path / "reseau.neo4j" / "identifiants.txt").stat().st_mode & 0o077 == 0


class trial:  # noqa: N801 - reads as a function
    """Run `netmap neo4j` as a user does, until it says where it answers; end it by Ctrl-C."""

    def __init__(self, folder: Path, other: LocalServer) -> None:
        current = [] if other.version.startswith("5.") else ["--current"]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        self.environment = {**environment, "PYTHONPATH": str(Path(netmap.__file__).parent.parent), "PYTHONUNBUFFERED": "1"}
        self.environment["NETMAP_NEO4J_FILE"] = str(folder / "reseau.neo4j" / "identifiants.txt")
        port = other.port + 1 if other.port < 65_000 else other.port - 1
        self.command = [sys.executable, "-m", "netmap", "neo4j", "--port", str(port), "--memory", "512m", *current]
        self.folder = folder

    def __enter__(self) -> tuple[str, dict[str, str]]:
        self.process = subprocess.Popen(self.command, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        assert "répond à bolt://127.0.0.1:" in first, first
        return first.split()[3], self.environment

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGINT)
        said = self.process.communicate(timeout=90)
        assert (self.process.returncode, "Serveur arrêté" in said[0]) == (0, True)
