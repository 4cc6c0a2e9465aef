"""Networks that evidence is looked for in: the example, and small ones made of csv texts."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from loaders import SOURCES
from netmap.intake import Given, commit, prepare
from netmap.network import Network
from netmap.stores import Store, open_store
from netmap.trial import java
from tests.conftest import lacking

AT = "2026-11-23T08:00:00+00:00"
Load = Callable[[Mapping[str, str]], Network]


@pytest.fixture(scope="session")
def example(demo: Path) -> Store:
    return open_store(demo)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "reseau.netmap", create=True)


@pytest.fixture
def load(store: Store) -> Load:
    def _load(files: Mapping[str, str]) -> Network:
        given = [Given(name, content=text.encode()) for name, text in files.items()]
        preparation = prepare(store, given, SOURCES, author="Camille", at=AT)
        assert preparation.report.rejected == 0, preparation.report.summary()
        commit(store, preparation)
        return store.network()

    return _load


@pytest.fixture(scope="session")
def verapdf() -> Callable[..., list[str]]:
    """Give the function that says what veraPDF says of each of some PDF; its jar is fetched once, into the cache of Maven."""
    from jgo.maven import MavenContext  # noqa: PLC0415 - slow to import

    project = MavenContext().project("org.verapdf.apps", "greenfield-apps")
    try:
        jar = project.at_version("1.28.2").artifact().resolve()
    except Exception as error:  # noqa: BLE001 - jgo raises what its parts raise
        lacking(f"veraPDF could not be fetched: {error}")

    def said(*paths: Path) -> list[str]:
        command = [
            java(),
            "-cp",
            str(jar),
            "org.verapdf.apps.GreenfieldCliWrapper",
            "--flavour",
            "ua1",
            "--format",
            "text",
            *map(str, paths),
        ]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=240).stdout.splitlines()

    return said
