"""A small network in a file of its own, and pages opened on it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from netmap.stores import open_store
from tests.ui.pages import (
    CONVENTIONS,
    ESTABLISHMENTS,
    ON,
    SCRIPT,
    Open,
    load,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a network of two establishments, two conventions and two organisations."""
    path = tmp_path / "reseau.netmap"
    load(open_store(path, create=True), ("etablissements.csv", ESTABLISHMENTS), ("conventions.csv", CONVENTIONS))
    return path


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    def opened(path: Path, page: str = "", **query: str) -> AppTest:
        monkeypatch.setenv("NETMAP_STORE", str(path))
        app = AppTest.from_file(str(SCRIPT), default_timeout=60)
        app._page_hash = calc_hash(page)
        for name, value in {"on": ON, **query}.items():
            app.query_params[name] = value
        return app.run()

    return opened
