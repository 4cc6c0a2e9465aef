"""A network outlives what happens to the programs that write it: killed at any moment, read meanwhile, written by two at once."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import netmap
from netmap.network import Network
from netmap.stores import open_store

KILLS = 30
LINES = 20_000
HEADINGS = "N° de convention;UAI;Partenaire;Commune du partenaire;Objet;Début;Fin"

pytestmark = pytest.mark.xdist_group("kill")


def write(path: Path, name: str, lines: int) -> Path:
    rows = (f"{name}-{n:05};0422170F;Entreprise {n % 4_000};Valmont;Stages {n % 7};01/09/2025;31/08/2027" for n in range(lines))
    path.write_text("\n".join([HEADINGS, *rows]) + "\n", encoding="utf-8")
    return path


def load(network: Path, file: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(Path(netmap.__file__).parent.parent)}
    command = [sys.executable, "-m", "netmap", "load", "--network", str(network), str(file)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def loaded(network: Path, file: Path) -> int:
    """Load to the end and give the exit code."""
    program = load(network, file)
    program.communicate()
    return program.returncode


def state(network: Path) -> tuple[int, dict[str, int], tuple[str, ...]]:
    store = open_store(network)
    folded: Network = store.network()
    return folded.version, folded.counts(), store.verify()


def has_grown(network: Path, size: int) -> bool:
    """Tell whether the journal of pages being written has reached a size."""
    journal = network.with_name(f"{network.name}-wal")
    try:
        return journal.stat().st_size >= size
    except FileNotFoundError:
        return False


def kill_at(process: subprocess.Popen[bytes], network: Path, chance: random.Random, whole: float, *, writing: bool) -> None:
    """Kill a load after a random part of its duration, or once it has written a random part of its lot."""
    wanted = int(10 ** chance.uniform(0, 5.4))
    end = time.monotonic() + (30 if writing else chance.uniform(0, whole * 1.1))
    while process.poll() is None and time.monotonic() < end:
        if writing and has_grown(network, wanted):
            time.sleep(chance.choice([0, 0, 0.001, 0.005, 0.02]))
            break
        time.sleep(0 if writing else 0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate()


@pytest.mark.slow
def test_a_load_killed_at_any_moment_leaves_the_network_before_or_after_it(tmp_path):
    before_path, after_path, struck = (tmp_path / f"{name}.netmap" for name in ("before", "after", "struck"))
    small, big = write(tmp_path / "petit.csv", "P", 100), write(tmp_path / "grand.csv", "G", LINES)
    assert loaded(before_path, small) == 0
    shutil.copy(before_path, after_path)
    began = time.monotonic()
    assert loaded(after_path, big) == 0
    whole = time.monotonic() - began
    before, after = state(before_path), state(after_path)
    assert (before[0], before[1]["Convention"], before[2]) == (1, 100, ())
    assert (after[0], after[1]["Convention"], after[2]) == (2, 100 + LINES, ())
    chance = random.Random(20_261_123)  # noqa: S311 - moments, not secrets
    for number in range(KILLS):
        for left in tmp_path.glob("struck.netmap*"):
            left.unlink()
        shutil.copy(before_path, struck)
        kill_at(load(struck, big), struck, chance, whole, writing=number % 3 == 2)
        assert state(struck) in (before, after), f"kill number {number}"
    assert loaded(struck, big) == 0
    assert state(struck) == after


def test_a_network_is_read_while_another_program_writes_it(tmp_path):
    network = tmp_path / "reseau.netmap"
    assert loaded(network, write(tmp_path / "petit.csv", "P", 100)) == 0
    writing = load(network, write(tmp_path / "grand.csv", "G", LINES))
    seen: set[tuple[int, int]] = set()
    while writing.poll() is None:
        read = open_store(network).network()
        seen.add((read.version, read.counts()["Convention"]))
    writing.communicate()
    read = open_store(network).network()
    assert writing.returncode == 0
    assert (read.version, read.counts()["Convention"]) == (2, 100 + LINES)
    assert (1, 100) in seen
    assert seen <= {(1, 100), (2, 100 + LINES)}


@pytest.mark.parametrize("existing", [True, False], ids=["on a network that exists", "on a network that neither finds"])
def test_two_programs_that_write_at_once_both_keep_their_lots(existing, tmp_path):
    network = tmp_path / "reseau.netmap"
    files = [write(tmp_path / f"{name}.csv", name.upper(), 5_000) for name in ("nord", "sud")]
    if existing:
        assert loaded(network, write(tmp_path / "petit.csv", "P", 100)) == 0
    programs = [load(network, file) for file in files]
    said = [program.communicate() for program in programs]
    assert [program.returncode for program in programs] == [0, 0], said
    store = open_store(network)
    titles = {lot.title for lot in store.lots()}
    assert titles >= {"Import : nord.csv", "Import : sud.csv"}
    assert store.network().counts()["Convention"] == 10_000 + 100 * existing
    assert store.verify() == ()
