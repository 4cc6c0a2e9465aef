"""The network files of the benchmarks, and the contest: netmap and its peer side by side, each in its own process.

One warm-up, then five rounds in turn. Ratios are of CPU seconds, which neighbours disturb least; each is the median of the five
ratios.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ROUNDS = 5
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}


@dataclass(frozen=True)
class Timed:
    """Hold a contest: CPU seconds of both sides, what they found last, netmap's peak memory and what a run adds (bytes)."""

    name: str
    ours: list[float]
    peer: list[float]
    found: tuple[Any, Any]
    peak: int
    added: int = 0

    def ratio(self, share: float = 1.0) -> float:
        """Give the median ratio, when the peer did `share` of netmap's work."""
        return median(one * share / other for one, other in zip(self.ours, self.peer, strict=True))


@pytest.fixture(scope="session")
def folder_of() -> Callable[[str], Path]:
    """Give the folder of a size, generated once, in NETMAP_BENCH or the temporary folder."""
    cache = Path(os.environ.get("NETMAP_BENCH") or Path(tempfile.gettempdir()) / "netmap-bench")

    def folder(size: str) -> Path:
        place = cache / size
        if not (place / "conventions.csv").exists():
            _ended([sys.executable, str(HERE / "generated.py"), size, str(place)])
        return place

    return folder


@pytest.fixture(scope="session")
def committed() -> Callable[[Path], None]:
    """Give the function that commits the conventions of a folder to a network beside them, by the netmap of today."""

    def commit(folder: Path) -> None:
        _ended([sys.executable, str(HERE / "ours.py"), str(folder)])

    return commit


@pytest.fixture
def contest() -> Callable[..., Timed]:
    """Give the function that times a contest of two modules, `ours` and `peer`; both in one folder and of one name unless said."""

    def timed(
        name: str,
        folder: Path,
        peer: str = "peers",
        peer_folder: Path | None = None,
        rounds: int = ROUNDS,
        side: str = "ours",
        peer_name: str | None = None,
    ) -> Timed:
        with _contestant(side, name, folder) as ours, _contestant(peer, peer_name or name, peer_folder or folder) as theirs:
            first = ours(), theirs()
            pairs = [(ours(), theirs()) for _ in range(rounds)]
        mine, other = ([answer["seconds"] for answer in side] for side in zip(*pairs, strict=True))
        last = pairs[-1]
        return Timed(name, mine, other, (last[0]["found"], last[1]["found"]), first[0]["peak"], last[0]["added"])

    return timed


@pytest.fixture
def commands() -> Callable[[Sequence[str], Sequence[str]], Timed]:
    """Give the function that times two commands, from start to end."""

    def timed(ours: Sequence[str], peer: Sequence[str]) -> Timed:
        for command in (ours, peer):
            _ended(command)
        pairs = [(_ended(ours), _ended(peer)) for _ in range(2 * ROUNDS)]
        return Timed(" ".join(ours[1:]), [one for one, _ in pairs], [other for _, other in pairs], (None, None), 0)

    return timed


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[[str, Timed, float, str], None]:
    """Give the function that prints the line of a ratio: name, netmap, peer, ratio, target."""

    def tell(name: str, timed: Timed, ratio: float, target: str) -> None:
        with capsys.disabled():
            ours, peer = median(timed.ours), median(timed.peer)
            sys.stdout.write(f"\n{name:<58} netmap {ours:8.3f} s   peer {peer:8.3f} s   ratio {ratio:6.2f}   target {target}\n")

    return tell


@contextmanager
def _contestant(side: str, name: str, folder: Path) -> Generator[Callable[[], dict[str, Any]]]:
    command = [sys.executable, str(HERE / "contestant.py"), side, name, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT, cwd=HERE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        given, answers = process.stdin, process.stdout

        def run() -> dict[str, Any]:
            given.write("run\n")
            given.flush()
            answer = answers.readline()
            assert answer, f"{side} {name} ended with code {process.wait()}"
            return json.loads(answer)

        yield run
        given.close()


def _ended(command: Sequence[str]) -> float:
    """Run a command to its end; give its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
