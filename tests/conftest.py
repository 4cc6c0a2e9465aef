"""What every test may ask for: a browser, and a netmap application started as a user starts it.

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
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
START_SECONDS = 60

StartApp = Callable[[Sequence[str], Path], AbstractContextManager[str]]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the folder they are in, before those not asked for are left out."""
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        if folder == "benchmarks":
            item.add_marker(pytest.mark.benchmark)
        if folder == "browser":
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


def lacking(sentence: str) -> NoReturn:
    """Leave the test out on a desk, fail it in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


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
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH" and not name.startswith(("STREAMLIT_", "NETMAP_"))}


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
