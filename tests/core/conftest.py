"""A network file of each test's own, and a short way to load texts into it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from loaders import SOURCES
from netmap.intake import Given, Preparation, commit, prepare
from netmap.network import Network
from netmap.stores import Store, open_store

AT = "2026-11-23T08:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "reseau.netmap", create=True)


@pytest.fixture
def prepared(store: Store) -> Callable[..., Preparation]:
    def _prepared(files: Mapping[str, str], series: str = "") -> Preparation:
        given = [Given(name, content=text.encode()) for name, text in files.items()]
        return prepare(store, given, SOURCES, author="Camille", at=AT, series=series)

    return _prepared


@pytest.fixture
def load(store: Store, prepared: Callable[..., Preparation]) -> Callable[..., Preparation]:
    def _load(files: Mapping[str, str], series: str = "") -> Preparation:
        preparation = prepared(files, series=series)
        commit(store, preparation)
        return preparation

    return _load


def network_of(files: Mapping[str, str], folder: Path) -> Network:
    """Read texts into a network that tests share: no test can change one."""
    store = open_store(folder / "reseau.netmap", create=True)
    return prepare(store, [Given(name, content=text.encode()) for name, text in files.items()], SOURCES, author="Camille", at=AT).after
