"""Each workbook of the corpus is understood as it should be: its tables, its lines, its cells, what is told, nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from loaders import SOURCES
from netmap.intake import Given, Preparation, prepare
from netmap.stores import open_store
from tests.cli.running import run
from tests.workbooks.corpus import CORPUS
from tests.workbooks.making import Workbook
from tests.workbooks.said import judge

OF_EACH_FORMAT = {Path(book.name).suffix: book for book in CORPUS}.values()


def prepared(book: Workbook, folder: Path) -> Preparation:
    store = open_store(folder / "reseau.netmap", create=True)
    return prepare(store, [Given(book.name, content=book.make())], SOURCES, author="Camille", at="2026-11-23T08:00:00+00:00")


@pytest.mark.parametrize("book", CORPUS, ids=lambda book: book.name)
def test_a_workbook_is_understood_as_it_should_be(book: Workbook, tmp_path: Path):
    preparation = prepared(book, tmp_path)
    verdict = judge(book, preparation)
    assert verdict.faults == []
    assert verdict.share == 1  # over all workbooks 98 cells in 100 would do
    assert_counted(book, preparation.report.as_dict())


@pytest.mark.parametrize("book", OF_EACH_FORMAT, ids=lambda book: book.name)
def test_the_command_counts_the_same_lines(book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / book.name).write_bytes(book.make())
    result = run("check", book.name, "--format", "json")
    assert_counted(book, json.loads(result.stdout)["report"])


def assert_counted(book: Workbook, report: dict[str, Any]) -> None:
    fates = [line.fate for table in book.truths if table.source for line in table.lines]
    # the lines of tables that netmap has no use of may be counted too, all rejected, or be left where they stand
    others = sum(len(table.lines) for table in book.truths if not table.source)
    assert len(fates) <= report["lines_read"] <= len(fates) + others
    assert report["accepted"] + report["rejected"] == report["lines_read"]
    assert fates.count("accepted") <= report["accepted"] <= len(fates) - fates.count("rejected")


def test_the_corpus_has_at_least_forty_workbooks_in_every_format():
    assert len(CORPUS) >= 40
    endings = {Path(book.name).suffix for book in CORPUS}
    assert endings >= {".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".gz", ".zip"}
    assert len({book.name for book in CORPUS}) == len(CORPUS)
    assert {table.source for book in CORPUS for table in book.truths} >= {source.name for source in SOURCES if source.template}
