"""What the store on Neo4j costs beside a short script with the driver, on one server, in turn.

Seconds are those of processors, ours and the server's together: neighbours disturb them least.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import polars as pl
import pytest
from neo4j import GraphDatabase, RoutingControl

from netmap.answer import parameters
from netmap.domain import DOMAIN
from netmap.intake import Given, Preparation, prepare
from netmap.network import Network
from netmap.question import Question
from netmap.stores import Store, open_store
from netmap.stores.bolt import texts
from netmap.trial import LASTING, LocalServer
from queries import QUESTIONS
from tests.benchmarks.sources import BENCH_SOURCES
from tests.conftest import local_neo4j, wipe

MARGIN = 1.25  # what the same ratio moves by from one run to another on a busy machine
STATE_SECONDS = 0.05  # to read the state of the network before and after: all there is where a question finds nothing
FILES = ("etablissements", "entreprises", "conventions")
ON = date(2026, 11, 23)

pytestmark = pytest.mark.timeout(3_600)


@pytest.fixture(scope="module")
def own_neo4j() -> Iterator[LocalServer]:
    """Give a server that Java compiles as it does for people, which takes longer than a test lasts."""
    with pytest.MonkeyPatch.context() as patch, local_neo4j(options=LASTING, settings={}, memory="2g") as server:
        patch.setattr("netmap.stores.bolt.server.READ_SECONDS", 300)  # the first time a server meets a text, on a busy machine
        yield server


@pytest.fixture(scope="module")
def spent(own_neo4j: LocalServer) -> Callable[[Callable[[], object]], float]:
    """Give the function that runs a work and tells its processor seconds, here and in the server."""

    def now() -> float:
        ticks = Path(f"/proc/{own_neo4j.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
        return time.process_time() + sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")

    def seconds(work: Callable[[], object]) -> float:
        began = now()
        work()
        return now() - began

    return seconds


@pytest.fixture(scope="module")
def prepared(folder_of, tmp_path_factory) -> Preparation:
    store = open_store(tmp_path_factory.mktemp("vide") / "vide.netmap", create=True)
    files = [Given.at(folder_of("large") / f"{name}.csv") for name in FILES]
    return prepare(store, files, BENCH_SOURCES, author="banc", at="2026-11-23T08:00:00+00:00")


@pytest.fixture(scope="module")
def large(own_neo4j: LocalServer, prepared: Preparation) -> Store:
    wipe(own_neo4j.location)
    store = open_store(own_neo4j.location, create=True)
    store.commit(prepared.draft, store.version(), prepared.after)
    return store


def by_hand(location: str, network: Network) -> None:
    """Write the same rows as a script of one page does: the same constraints, 5,000 rows a transaction, MERGE."""
    with GraphDatabase.driver(location) as driver:
        for statement in texts.constraints(DOMAIN):
            driver.execute_query(statement)
        driver.execute_query("CALL db.awaitIndexes(300)")
        for kind, frame in network.nodes.items():
            for rows in sliced(frame.to_dicts()):
                driver.execute_query(f"UNWIND $rows AS row MERGE (n:`{kind}` {{id: row.id}}) SET n += row", rows=rows)  # pyright: ignore[reportArgumentType, reportCallIssue] - kinds are ours
        for kind, frame in network.links.items():
            for (source, target), group in ends(frame):
                text = f"UNWIND $rows AS row MATCH (a:`{source}` {{id: row.source}}) MATCH (b:`{target}` {{id: row.target}}) "
                for rows in sliced([{"source": r.pop("source"), "target": r.pop("target"), "props": r} for r in group.to_dicts()]):
                    driver.execute_query(f"{text} MERGE (a)-[r:`{kind}`]->(b) SET r += row.props", rows=rows)  # pyright: ignore[reportArgumentType, reportCallIssue] - kinds are ours


def ends(frame: pl.DataFrame) -> list[tuple[tuple[Any, ...], pl.DataFrame]]:
    kinds = [pl.col(end).str.split(":").list.first().alias(f"_{end}") for end in ("source", "target")]
    parted = frame.with_columns(kinds).partition_by("_source", "_target", as_dict=True)
    return [(names, group.drop("_source", "_target")) for names, group in parted.items()]


def sliced(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    return (rows[start : start + 5_000] for start in range(0, len(rows), 5_000))


def test_committing_and_folding_80_000_conventions_costs_a_third_more_than_a_script(
    own_neo4j: LocalServer, prepared: Preparation, spent, say
) -> None:
    location = own_neo4j.location

    def ours() -> None:
        store = open_store(location, create=True)
        store.commit(prepared.draft, store.version())

    pairs: list[tuple[float, float]] = []
    for _ in range(3):  # the first warms the server
        wipe(location)
        one = spent(ours)
        wipe(location)
        pairs.append((one, spent(lambda: by_hand(location, prepared.after))))
    wipe(location)
    ratio = median(one / other for one, other in pairs[1:])
    say("commit and fold `large` over Bolt / UNWIND by 5,000", *(median(side) for side in zip(*pairs[1:], strict=True)), ratio, 1.3)
    assert ratio <= 1.3 * MARGIN


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_costs_a_third_more_than_its_text(large: Store, question: Question, spent, say) -> None:
    network = large.network()
    params = parameters(question, {}, network, ON)

    def ours() -> int:
        found = large.facts(question, params, network.version)
        assert found is not None
        return found.height

    with GraphDatabase.driver(large.location) as driver:

        def bare() -> int:
            return len(driver.execute_query(question.cypher, params, database_="neo4j", routing_=RoutingControl.READ).records)  # pyright: ignore[reportArgumentType]

        assert ours() == bare()
        pairs = [(spent(ours), spent(bare)) for _ in range(4)][1:]
    mine, theirs = (sum(side) / len(side) for side in zip(*pairs, strict=True))
    say(f"{question.name} at `large` / its bare Cypher", mine, theirs, mine / theirs, 1.3)
    assert mine <= 1.3 * MARGIN * theirs + STATE_SECONDS


def test_the_first_answer_comes_in_two_seconds_beyond_the_server_s(large: Store, say) -> None:
    command = [
        sys.executable,
        "-m",
        "netmap",
        "ask",
        QUESTIONS[0].name,
        "--network",
        large.location,
        "--on",
        "23/11/2026",
        "--format",
        "json",
    ]
    root = Path(__file__).resolve().parents[2]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # installed, modules are compiled once
    seconds: list[float] = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=root, env=kept)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    say("first answer of a new process, but for the server", median(seconds), 2.0, median(seconds) / 2.0, 1.0)
    assert median(seconds) <= 2 * MARGIN


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[[str, float, float, float, float], None]:
    """Give the function that prints the line of a ratio: name, netmap, peer, ratio, target."""

    def tell(name: str, ours: float, peer: float, ratio: float, target: float) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{name:<58} netmap {ours:8.3f} s   peer {peer:8.3f} s   ratio {ratio:6.2f}   target <= {target}\n")

    return tell
