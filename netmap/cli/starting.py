"""`app` and `demo`: open the application, on one's own network or on the example.

The application is Streamlit's process in place of ours; its settings are those of `.streamlit/config.toml`, given on the
command line so that they also hold where netmap is installed from a wheel.
"""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import click

import netmap
from loaders import SOURCES
from netmap.cli.console import counted, progress, say, show
from netmap.cli.network_choice import NETWORK_VARIABLE, chosen_network, network_option
from netmap.cli.options import verb
from netmap.demo import demo_files
from netmap.domain import CONVENTION, DOMAIN, ESTABLISHMENT, FRAMEWORK, ORGANISATION
from netmap.errors import NetmapError, StaleVersion
from netmap.intake import Given, commit, prepare
from netmap.lots.corrections import now
from netmap.network import Network
from netmap.stores import Store, is_server, open_store

EXAMPLE = "exemple.netmap"
_PORTS = range(8_501, 8_600)
SETTINGS = {
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "server.maxUploadSize": "200",
    "theme.base": "light",
    "theme.primaryColor": "#000091",
    "theme.backgroundColor": "#ffffff",
    "theme.secondaryBackgroundColor": "#f6f6f6",
    "theme.textColor": "#161616",
    "theme.font": "sans-serif",
}

port_option = click.option(
    "--port", metavar="PORT", type=click.IntRange(1, 65_535), help="Port de l’application ; sinon 8501, ou le premier libre."
)
host_option = click.option(
    "--host",
    metavar="ADRESSE",
    default="127.0.0.1",
    show_default=True,
    help="Adresse écoutée ; la laisser garde l’application sur cet ordinateur.",
)
no_browser_option = click.option("--no-browser", is_flag=True, help="N’ouvre pas le navigateur.")


@verb("app", "Le réseau peut ne pas exister encore : l’application propose alors d’importer des fichiers.")
@network_option
@port_option
@no_browser_option
@host_option
def app(port: int | None, no_browser: bool, host: str) -> None:
    """Open the application."""
    location = chosen_network()
    if is_server(location):
        show(f"{location} : {open_store(location, create=True).keeper}.")
    elif Path(location).exists():
        open_store(location)  # a file that is no network is refused here, in one sentence, rather than on every page
    _become_streamlit(location, port, host, no_browser)


@verb("demo", f"L’exemple, tout entier inventé, est chargé une fois dans {EXAMPLE} (dossier courant), puis réutilisé.")
@network_option
@click.option("--no-app", is_flag=True, help="Charge l’exemple et le résume, sans ouvrir l’application.")
@port_option
@no_browser_option
def demo(no_app: bool, port: int | None, no_browser: bool) -> None:
    """Load the example, sum it up, open the application."""
    location = chosen_network(EXAMPLE)
    store = open_store(location, create=True)
    if store.version() == 0:
        _load_example(store)
    for line in _summary(store.network(), location):
        show(line)
    if not no_app:
        _become_streamlit(location, port, "127.0.0.1", no_browser)


def _load_example(store: Store) -> None:
    files = [Given.at(path) for path in demo_files()]
    with progress() as step:
        preparation = prepare(store, files, SOURCES, author="netmap", at=now(), reason="Exemple", step=step)
    try:
        commit(store, preparation)
    except StaleVersion:  # another demo loaded the same files in the same file meanwhile
        say("L’exemple vient d’être chargé par un autre programme.")


def _summary(network: Network, location: str) -> list[str]:
    counts = network.counts()
    kinds = (ESTABLISHMENT, ORGANISATION, CONVENTION, FRAMEWORK)
    shown = [counted(counts[kind.name], kind.label.lower(), kind.plural.lower()) for kind in kinds]
    links = sum(counts[link.name] for link in DOMAIN.links)
    accepted = sum(origin.accepted for lot in network.lots for origin in lot.origins)
    return [
        f"Réseau d’exemple : {', '.join(shown)}.",
        f"{counted(links, 'lien', 'liens')}, d’après {counted(accepted, 'ligne lue', 'lignes lues')}.",
        f"Il est dans « {location} » : « netmap app --network {location} » l’ouvre, « netmap ask » liste les questions à lui poser.",
    ]


def streamlit_command(port: int, host: str, no_browser: bool) -> list[str]:
    """Give the command that starts the application.

    Without its welcome, Streamlit proposes nothing of its own on our pages (to whoever has a coding assistant, it does), and says
    nothing in English in the terminal.
    """
    settings = {
        **SETTINGS,
        "server.address": host,
        "server.port": str(port),
        "server.headless": str(no_browser).lower(),
        "server.showEmailPrompt": "false",
        "logger.hideWelcomeMessage": "true",
    }
    script = Path(netmap.__file__).parent / "ui" / "app.py"
    return [sys.executable, "-m", "streamlit", "run", str(script), *(f"--{name}={value}" for name, value in settings.items())]


def free_port(host: str, asked: int | None) -> int:
    """Give the port asked for, or the first that is free; refuse what cannot be listened to."""
    for port in _PORTS if asked is None else (asked,):
        try:
            with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
                return port
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise NetmapError(
                    f"L’adresse « {host} », port {port}, ne peut pas être écoutée : essayez sans --host ni --port."
                ) from error
    which = f"Le port {asked} est pris" if asked is not None else f"Les ports {_PORTS[0]} à {_PORTS[-1]} sont pris"
    raise NetmapError(
        f"{which} ou réservé{'' if asked is not None else 's'} : fermez l’autre application, ou donnez un autre port par « --port »."
    )


def _become_streamlit(location: str, asked: int | None, host: str, no_browser: bool) -> NoReturn:
    port = free_port(host, asked)
    show(f"netmap s’ouvre à l’adresse http://{f'[{host}]' if ':' in host else host}:{port} ; Ctrl+C l’arrête.")
    environment = {**os.environ, NETWORK_VARIABLE: location if is_server(location) else str(Path(location).resolve())}
    command = streamlit_command(port, host, no_browser)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":  # execve there leaves the terminal before the application has ended
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603 - our own program
    os.execve(command[0], command, environment)  # noqa: S606 - our own program
