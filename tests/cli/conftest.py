"""Each test of the command line stands in a folder of its own; the example is loaded once, and copied by whoever changes it."""

import pytest

from netmap.cli.network_choice import NETWORK_VARIABLE
from tests.cli.running import run


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(NETWORK_VARIABLE, raising=False)


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    path = tmp_path_factory.mktemp("example") / "exemple.netmap"
    assert run("demo", "--network", path, "--no-app").exit_code == 0
    return path
