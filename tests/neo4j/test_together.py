"""Several people at once on one server: any order explains the end, and one key makes one node."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from threading import Barrier, Thread

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import netmap
from loaders import SOURCES
from netmap.errors import NetmapError, StaleVersion
from netmap.intake import Given, commit, prepare, remake, undo
from netmap.lots import correction, fold
from netmap.stores import Store, open_store
from netmap.stores.bolt import keeping
from netmap.stores.bolt.graph import Running
from queries.lapsing_conventions import LAPSING_CONVENTIONS
from tests.conftest import OURS_TO_WIPE, driver_of_tests
from tests.neo4j.rows import rows_of

AT = "2026-11-23T08:00:00+00:00"
PARAMS = {"on": date(2026, 11, 23), "before": date(2027, 8, 31), "scope": None}
HEADINGS = "N° de convention;UAI;Partenaire;Commune du partenaire;Objet;Début;Fin"


def lines(name: str, count: int) -> bytes:
    rows = (f"{name}-{n:05};0422170F;Entreprise {n % 20};Valmont;Stages {n % 7};01/09/2025;31/08/2027" for n in range(count))
    return ("\n".join([HEADINGS, *rows]) + "\n").encode()


def load(location: str, name: str, count: int) -> None:
    while True:
        store = open_store(location, create=True)
        try:
            commit(store, prepare(store, [Given(f"{name}.csv", content=lines(name, count))], SOURCES, author=name, at=AT))
        except StaleVersion:
            continue
        return


def together(*works: Thread) -> None:
    for work in works:
        work.start()
    for work in works:
        work.join()


def counted(location: str, text: str) -> int:
    with driver_of_tests(location) as driver:
        return driver.execute_query(text).records[0]["count"]  # pyright: ignore[reportArgumentType, reportCallIssue]


@pytest.mark.parametrize("small", [True, False], ids=["each lot in one batch", "each lot in many"])
def test_lots_committed_at_once_are_all_kept_and_one_key_makes_one_node(neo4j: str, small: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not small:
        monkeypatch.setattr("netmap.stores.bolt.graph.ROWS", 25)
        monkeypatch.setattr("netmap.stores.bolt.store.STAGED_BYTES", 4_000)
    names = ["NORD", "SUD", "EST"]
    start = Barrier(len(names))

    def work(name: str) -> None:
        start.wait()
        load(neo4j, name, 60)

    together(*(Thread(target=work, args=(name,)) for name in names))
    store = open_store(neo4j)
    assert sorted(lot.author for lot in store.lots()) == sorted(names)
    assert [entry.version for entry in store.journal()] == [1, 2, 3]
    assert store.network().counts()["Convention"] == 180
    assert store.verify() == ()
    assert rows_of(store.shown()) == rows_of(fold(store.lots(), store.frames))
    assert counted(neo4j, "MATCH (o:Organisation) RETURN count(o) AS count") == 20
    assert counted(neo4j, "MATCH (n:NetmapStaged) RETURN count(n) AS count") == 0


def without_constraints(location: str) -> None:
    """Make the database as a new one: without constraint nor index of a network."""
    with driver_of_tests(location) as driver:
        for what in ("CONSTRAINT", "INDEX"):
            names = driver.execute_query(f"SHOW {what} YIELD name WHERE name STARTS WITH 'netmap_' RETURN name").records  # pyright: ignore[reportArgumentType, reportCallIssue] - words of ours
            for name in {record["name"] for record in names} - {OURS_TO_WIPE}:
                driver.execute_query(f"DROP {what} `{name}` IF EXISTS")  # pyright: ignore[reportArgumentType, reportCallIssue] - same


def test_threads_that_open_a_new_database_at_once_make_one_network(neo4j: str) -> None:
    without_constraints(neo4j)
    count = 12
    start, stores, failed = Barrier(count), list[Store](), list[Exception]()

    def work() -> None:
        start.wait()
        try:
            stores.append(open_store(neo4j, create=True))
        except NetmapError as error:
            failed.append(error)

    together(*(Thread(target=work) for _ in range(count)))
    assert failed == []
    assert [store.version() for store in stores] == [0] * count
    load(neo4j, "NORD", 3)
    assert {store.version() for store in stores} == {1}
    assert stores[0].verify() == ()
    assert counted(neo4j, "MATCH (n:NetmapNetwork) RETURN count(n) AS count") == 1


def test_readers_meanwhile_see_a_state_before_or_after(neo4j: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netmap.stores.bolt.graph.ROWS", 25)
    load(neo4j, "NORD", 50)
    reader, seen, told = open_store(neo4j), set[tuple[int, int]](), set[str]()
    writer = Thread(target=load, args=(neo4j, "SUD", 200))
    writer.start()
    while writer.is_alive():
        network = reader.network()
        seen.add((network.version, network.counts()["Convention"]))
        told.add(reader.notice())
    writer.join()
    assert seen <= {(1, 50), (2, 250)}
    assert (1, 50) in seen
    assert all("les réponses viennent des lots" in notice for notice in told - {""})
    assert reader.verify() == ()
    assert reader.notice() == ""


def test_a_question_asked_as_lots_are_committed_is_answered_out_of_one_version(neo4j: str) -> None:
    load(neo4j, "NORD", 300)
    reader = open_store(neo4j)
    networks = {1: reader.network()}
    asked: list[tuple[int, pl.DataFrame]] = []

    def write() -> None:
        store = open_store(neo4j)
        for name in ("SUD", "EST", "OUEST"):
            load(neo4j, name, 300)
            networks[store.version()] = store.network()
            undo(store, store.lots()[-1].number, author="", reason="", at=AT)
            networks[store.version()] = store.network()

    writer = Thread(target=write)
    writer.start()
    while writer.is_alive():
        version = reader.version()
        facts = reader.facts(LAPSING_CONVENTIONS, PARAMS, version)
        if facts is not None:
            asked.append((version, facts))
    writer.join()
    assert asked
    assert set(networks) == set(range(1, 8))
    for version, facts in asked:
        order = ["convention", "establishment", "partner"]
        assert_frame_equal(facts.sort(order), LAPSING_CONVENTIONS.find(networks[version], PARAMS).sort(order))


def test_a_fold_read_as_a_lot_is_committed_waits_until_all_of_it_is_there(neo4j: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NORD", "SUD"):
        load(neo4j, name, 3)
    told: dict[str, Callable[[Running], Sequence[object]]] = {"lots": keeping.lots, "names": keeping.names}
    for name, whole in told.items():
        seen: list[int] = []

        def piecemeal(tx: Running, whole: Callable[[Running], Sequence[object]] = whole, seen: list[int] = seen) -> Sequence[object]:
            seen.append(1)
            found = whole(tx)
            return found[:-1] if len(seen) == 1 else found

        with monkeypatch.context() as patch:
            patch.setattr(keeping, name, piecemeal)
            assert open_store(neo4j).network().counts()["Convention"] == 6, name
        assert len(seen) == 2


def test_programs_that_load_at_once_both_keep_their_lots(neo4j: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(netmap.__file__).parent.parent)}
    programs: list[subprocess.Popen[str]] = []
    for name in ("NORD", "SUD"):
        file = tmp_path / f"{name}.csv"
        file.write_bytes(lines(name, 400))
        command = [sys.executable, "-m", "netmap", "load", "--network", neo4j, str(file)]
        programs.append(subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
    said = [program.communicate() for program in programs]
    assert [program.returncode for program in programs] == [0, 0], said
    store = open_store(neo4j)
    assert store.network().counts()["Convention"] == 800
    assert (len(store.lots()), store.verify()) == (2, ())


def test_corrections_of_one_convention_at_once_are_all_kept_and_the_last_wins(neo4j: str) -> None:
    load(neo4j, "NORD", 5)
    texts = [f"Objet {n}" for n in range(3)]

    def write(text: str) -> None:
        remake(
            open_store(neo4j),
            lambda network: correction(network, "Convention:NORD-00001", "object", text, author=text, reason="", at=AT),
        )

    together(*(Thread(target=write, args=(text,)) for text in texts))
    store = open_store(neo4j)
    assert sorted(lot.author for lot in store.lots()[1:]) == texts
    assert store.network().row("Convention:NORD-00001")["object"] == store.lots()[-1].author
    assert store.verify() == ()
