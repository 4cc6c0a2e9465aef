"""Public files read into a network of each test's own, and what was read told as plain values."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from loaders import SOURCES
from netmap.intake import Given, Preparation, prepare
from netmap.network import Network
from netmap.stores import open_store

REAL = Path(os.environ.get("NETMAP_REAL") or Path(__file__).resolve().parents[3] / "shared/data/real")
AT = "2026-11-23T08:00:00+00:00"
STANDING = {"id", "declared", "lot", "table", "line"}


@dataclass(frozen=True)
class Told:
    """Hold what files gave."""

    preparation: Preparation

    @property
    def network(self) -> Network:
        return self.preparation.after

    def tables(self) -> list[tuple[str | None, int, int, int, dict[str, int]]]:
        """Give the source, the lines read, accepted and rejected, and the problems by code, of each table."""
        tables = [table for file in self.preparation.report.files for table in file.tables]
        return [
            (
                table.reading.source.name if table.reading.source else None,
                table.reading.lines_read,
                table.reading.lines_accepted,
                table.reading.lines_rejected,
                dict(table.tally()),
            )
            for table in tables
        ]

    def nodes(self, kind: str) -> list[dict[str, Any]]:
        """Give what is known of each node, without what is not known nor where it is said."""
        rows = self.network.node(kind).sort("id").iter_rows(named=True)
        return [{name: value for name, value in row.items() if value is not None and name not in STANDING} for row in rows]

    def sites(self) -> list[dict[str, Any]]:
        """Give the organisations that have a SIRET."""
        return [one for one in self.nodes("Organisation") if "siret" in one]

    def links(self, kind: str, *properties: str) -> list[tuple[Any, ...]]:
        return sorted(self.network.link(kind).select("source", "target", *properties).rows(), key=str)

    def statements(self, kind: str) -> pl.DataFrame:
        return self.preparation.draft.frames[kind]


def told(folder: Path, files: list[Given]) -> Told:
    store = open_store(folder / "reseau.netmap", create=True)
    return Told(prepare(store, files, SOURCES, author="Camille", at=AT))


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Told]:
    """Read tables written as lines, one file each."""

    def _read(*files: tuple[str, ...]) -> Told:
        given = [Given(f"fichier{n}.csv", content="\n".join(lines).encode()) for n, lines in enumerate(files)]
        return told(tmp_path, given)

    return _read


@pytest.fixture
def read_true(tmp_path: Path) -> Callable[..., Told]:
    """Read true files by their paths; leave the test out where they are not at hand."""

    def _read_true(*paths: str) -> Told:
        for path in paths:
            if not (REAL / path).is_file():
                pytest.skip(f"No true file {path} in {REAL}: set NETMAP_REAL to the folder of the true files.")
        return told(tmp_path, [Given.at(REAL / path) for path in paths])

    return _read_true
