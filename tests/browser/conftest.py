"""The application as a user's browser sees it, with the outside network cut."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

OWN_HOSTS = ("127.0.0.1", "localhost")
OWN_SCHEMES = ("data", "blob", "about")
ARGUMENTS = (
    "--no-sandbox",
    "--headless=new",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


@pytest.fixture(scope="session")
def demo_network(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file that holds the demo network, for the application alone."""
    return Path(shutil.copy(demo, tmp_path_factory.mktemp("network")))


@pytest.fixture(scope="session")
def app_server(start_app, demo_network: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the application, opened on the demo network from an empty folder."""
    command = [sys.executable, "-m", "netmap", "app", "--network", str(demo_network)]
    with start_app(command, tmp_path_factory.mktemp("app")) as address:
        yield address


# One browser a file: while Playwright runs, no other test of the same process can start an event loop.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Give Chromium without a window and without a network."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page; at the end, nothing may have gone wrong in it nor gone outside."""
    wrong: list[str] = []
    outside: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(message.text)

    def watch(address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in OWN_SCHEMES and parts.hostname not in OWN_HOSTS:
            outside.append(address)

    context = browser.new_context(locale="fr-FR", viewport={"width": 1366, "height": 900})
    context.on("request", lambda request: watch(request.url))
    context.on("console", listen)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    opened = context.new_page()
    opened.on("websocket", lambda socket: watch(socket.url))
    yield opened
    context.close()
    assert (wrong, outside) == ([], []), f"errors in the page: {wrong}\nrequests outside: {outside}"
