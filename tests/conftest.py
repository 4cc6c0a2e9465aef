"""What every test may ask for: a browser, a real Neo4j, and a netmap application started as a user starts it.

What a machine lacks is skipped on a desk and fails where CI=true: a suite is never green by absence.
"""

import http
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from neo4j import Driver, GraphDatabase

from loaders import SOURCES
from netmap.demo import demo_files
from netmap.errors import NetmapError
from netmap.intake import Given, commit, prepare
from netmap.stores import open_store
from netmap.stores.bolt.connection import credentials
from netmap.trial import BRIEF, LTS, LocalServer

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
START_SECONDS = 60
EVERY_QUESTION = ("test_hostile", "test_parity")  # asked of one server, that plans each once
OURS_TO_WIPE = "netmap_tests_own_this_database"
STEADY = {"dbms.cypher.min_replan_interval": "1h"}  # a text is planned once, though each test has a database of another size
NEO4J_SAID = pytest.StashKey[list[str]]()

StartApp = Callable[[Sequence[str], Path], AbstractContextManager[str]]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the folder they are in, before those not asked for are left out."""
    own = {"own_neo4j", "own_server"}
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        if folder == "benchmarks":
            item.add_marker(pytest.mark.benchmark)
        asked: set[str] = set(getattr(item, "fixturenames", ()))
        if {"neo4j", "neo4j_location", *own} & asked:
            item.add_marker(pytest.mark.neo4j)
        if folder == "browser":
            item.add_marker(pytest.mark.browser)
        if item.get_closest_marker("neo4j"):  # one server a worker, but for those that kill theirs; questions are half of the work
            group = "own_neo4j" if own & asked else "parity" if item.path.stem in EVERY_QUESTION else "neo4j"
            item.add_marker(pytest.mark.xdist_group(group))
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(900))  # a server starts, plans and is emptied on a machine that does more
        elif folder == "browser":
            item.add_marker(pytest.mark.xdist_group("browser"))


def lacking(sentence: str) -> NoReturn:
    """Leave the test out on a desk, fail it in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file that holds the example network: whoever changes it changes a copy."""
    path = tmp_path_factory.mktemp("exemple") / "demo.netmap"
    store = open_store(path, create=True)
    files = [Given.at(file) for file in demo_files()]
    commit(store, prepare(store, files, SOURCES, author="Rectorat", at="2026-11-20T08:00:00+00:00"))
    return path


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of Chromium: NETMAP_CHROMIUM, or the first found on PATH."""
    named = os.environ.get("NETMAP_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None or not Path(found).is_file():
        lacking(f"No Chromium at {named or ', '.join(CHROMIUM_NAMES)}: install it or set NETMAP_CHROMIUM to its path.")
    return found


@pytest.fixture(scope="session")
def start_app() -> StartApp:
    """Give the function that starts `netmap app` and gives its address once its health page answers."""
    return running_app


@contextmanager
def running_app(command: Sequence[str], folder: Path) -> Generator[str]:
    """Run `command` with a free port from `folder`, give the address, end it on leaving."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    log = folder / f"app-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--port", str(port), "--no-browser"],
            cwd=folder,
            env=own_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for_health(process, port, log)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def own_environment() -> dict[str, str]:
    """Give the environment without what would make Python or Streamlit look elsewhere."""
    return {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONPATH" and not name.startswith(("STREAMLIT_", "NETMAP_", "NEO4J_"))
    }


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for_health(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return once the health page answers; fail with the program's own output otherwise."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"The application ended with {process.returncode}:\n{log.read_text()}", pytrace=False)
        if answers(port):
            return
        time.sleep(0.1)
    pytest.fail(f"No answer on port {port} after {START_SECONDS} s:\n{log.read_text()}", pytrace=False)


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@pytest.fixture(scope="session")
def neo4j_location(request: pytest.FixtureRequest) -> Generator[str]:
    """Give the address of a real Neo4j whose database is ours to wipe: NETMAP_TEST_NEO4J, or one started here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("netmap.stores.bolt.server.READ_SECONDS", 120)  # the first time a server meets a text, on a busy machine
        given = os.environ.get("NETMAP_TEST_NEO4J")
        if given:
            claim_database(given, request.config)
            yield given
            return
        with local_neo4j() as server:
            claim_database(server.location, request.config)
            yield server.location


def local_neo4j(**given: Any) -> LocalServer:
    """Make a server of the version under test, or leave the test out where it cannot be had."""
    settled: dict[str, Any] = {"options": BRIEF, "settings": STEADY, **given}
    try:
        return LocalServer(os.environ.get("NETMAP_TEST_NEO4J_VERSION") or LTS, **settled)
    except NetmapError as error:
        lacking(f"No Neo4j: {error}")


@pytest.fixture
def neo4j(neo4j_location: str) -> str:
    """Give the address of the test's own, empty database."""
    wipe(neo4j_location)
    return neo4j_location


def claim_database(location: str, config: pytest.Config) -> None:
    """Note who answers, and refuse a database that holds what these tests did not put there."""
    with driver_of_tests(location) as driver:
        found = driver.execute_query("CALL dbms.components() YIELD name, versions, edition RETURN name, versions[0] AS version, edition")
        kernel = found.records[0]
        said = f"Neo4j: {found.summary.server.agent} at {location}, {kernel['name']} {kernel['version']} {kernel['edition']}"
        config.stash.setdefault(NEO4J_SAID, []).append(said)
        getattr(config, "workeroutput", {})["neo4j"] = config.stash[NEO4J_SAID]
        names = driver.execute_query("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names").records[0]["names"]
        count = driver.execute_query("MATCH (n) RETURN count(n) AS count").records[0]["count"]
        if count and OURS_TO_WIPE not in names:
            pytest.fail(f"{location} holds {count} nodes that these tests did not put there: give an empty database.", pytrace=False)
        driver.execute_query(f"CREATE CONSTRAINT {OURS_TO_WIPE} IF NOT EXISTS FOR (n:NetmapTest) REQUIRE n.id IS UNIQUE")


def driver_of_tests(location: str) -> Driver:
    """Give a driver that turns every notification of the server into an error."""
    return GraphDatabase.driver(location, auth=credentials(), connection_timeout=5, warn_notification_severity="OFF")


def wipe(location: str) -> None:
    with driver_of_tests(location) as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


def pytest_testnodedown(node: Any, error: object) -> None:  # noqa: ARG001 - what xdist hands over
    """Bring back from a worker which Neo4j it ran on."""
    said = getattr(node, "workeroutput", {}).get("neo4j", [])
    node.config.stash.setdefault(NEO4J_SAID, []).extend(said)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which Neo4j the tests ran on, so that a report says it."""
    for said in config.stash.get(NEO4J_SAID, []):
        terminalreporter.write_line(said)
