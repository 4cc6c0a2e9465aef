"""`move` and `neo4j`: a network taken from one store to another, and a Neo4j server to try."""

import secrets
import signal
import time
from pathlib import Path

import click

from netmap.cli.console import counted, progress, say, show, show_json
from netmap.cli.network_choice import chosen_network, network_option
from netmap.cli.options import format_option, verb
from netmap.errors import NetmapError
from netmap.stores import is_server, is_there, open_store
from netmap.stores.moving import move as moved
from netmap.trial import CURRENT, LTS, LocalServer

_PORT = 7687
_PASSWORD_BYTES = 12


@verb(
    "move",
    "SOURCE et CIBLE : un fichier, ou l’adresse d’un serveur (bolt://…, neo4j://…). La cible doit être vide. Un déplacement interrompu "
    "reprend où il en était quand on relance la commande. À la fin, les deux réseaux sont comparés, octet par octet et élément par "
    "élément ; la source n’est jamais modifiée.",
)
@click.argument("source", metavar="SOURCE", type=click.Path())
@click.argument("target", metavar="CIBLE", type=click.Path())
@format_option("table", "json")
def move(source: str, target: str, form: str) -> None:
    """Move a network."""
    if _same(source, target):
        raise NetmapError("La source et la cible sont le même réseau : donnez un autre endroit.")
    if not is_there(source):
        raise NetmapError(f"Aucun réseau à l’endroit « {source} » : il n’y a rien à déplacer.")
    kept, taking = open_store(source), open_store(target, create=True, receiving=True)
    say(f"De {source} ({kept.keeper}) vers {target} ({taking.keeper}).")
    with progress() as step:
        found = moved(kept, taking, step)
    if form == "json":
        fields = {"lots": found.lots, "acts": found.acts, "parts": found.parts, "bytes": found.size, "already": found.already}
        show_json({"source": source, "target": target, "version": found.version, **fields, "equal": True})
        return
    again = f", dont {counted(found.already, 'partie déjà là', 'parties déjà là')}" if found.already else ""
    show(
        f"{counted(found.lots, 'lot', 'lots')} et {counted(found.acts, 'acte', 'actes')} déplacés ({found.size // 1024} Ko{again}), "
        f"version {found.version} : les deux réseaux sont égaux."
    )
    show(f"« netmap app --network {target} » ouvre le nouveau ; l’ancien est resté tel quel.")


def _same(source: str, target: str) -> bool:
    if is_server(source) or is_server(target):
        return source.rstrip("/") == target.rstrip("/")
    return Path(source).resolve() == Path(target).resolve()


@verb(
    "neo4j",
    "Neo4j Community tourne alors sur cet ordinateur, et lui seul l’atteint ; ses données restent dans un dossier à côté du fichier du "
    "réseau. La première fois, 130 Mo sont téléchargés. C’est un serveur pour essayer : pour plusieurs personnes, suivez "
    "https://neo4j.com/docs/operations-manual/current/installation/ et docs/neo4j.md. Ctrl-C l’arrête.",
)
@network_option
@click.option("--port", metavar="PORT", type=click.IntRange(1, 65_535), default=_PORT, show_default=True, help="Port du serveur.")
@click.option("--memory", metavar="TAILLE", default="1g", show_default=True, help="Mémoire de Java, par exemple 512m ou 2g.")
@click.option("--current", is_flag=True, help=f"Version courante ({CURRENT}) plutôt que celle à long terme ({LTS}).")
def neo4j(port: int, memory: str, *, current: bool) -> None:
    """Run a trial server until interrupted."""
    network = chosen_network()
    if is_server(network):
        raise NetmapError(f"« {network} » est déjà l’adresse d’un serveur : donnez le fichier du réseau à côté duquel garder l’essai.")
    home = Path(network).resolve().with_suffix(".neo4j")
    if not home.parent.is_dir():
        raise NetmapError(f"Le dossier « {home.parent} » n’existe pas : créez-le, ou choisissez un autre endroit.")
    home.mkdir(exist_ok=True)
    credentials = home / "identifiants.txt"
    password = _password(credentials)
    say(f"Neo4j {CURRENT if current else LTS} démarre ; la première fois, 130 Mo sont téléchargés.")
    with LocalServer(CURRENT if current else LTS, home=home, password=password, port=port, memory=memory) as server:
        for line in _how_to(server.location, credentials, network):
            show(line)
        _wait(server)
    show(f"Serveur arrêté ; les données restent dans « {home} ».")


def _password(credentials: Path) -> str:
    """Give the password of the trial server, made the first time and kept for its user only."""
    if credentials.exists():
        lines = (line.partition("=") for line in credentials.read_text(encoding="utf-8").splitlines())
        found = next((value for name, _, value in lines if name == "NEO4J_PASSWORD"), "")
        if found:
            return found
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    credentials.touch(mode=0o600)
    credentials.write_text(f"NEO4J_USERNAME=neo4j\nNEO4J_PASSWORD={password}\n", encoding="utf-8")
    return password


def _how_to(location: str, credentials: Path, network: str) -> list[str]:
    return [
        f"Neo4j répond à {location} ; nom et mot de passe : « {credentials} ».",
        "Dans un autre terminal :",
        f'    export NETMAP_NEO4J_FILE="{credentials}"',
        f'    netmap move "{network}" {location}',
        f"    netmap app --network {location}",
        "Ctrl-C arrête le serveur.",
    ]


def _wait(server: LocalServer) -> None:
    stopped = False

    def stop(_number: int, _frame: object) -> None:
        nonlocal stopped
        stopped = True

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        while not stopped and server.is_running():
            time.sleep(0.2)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if not stopped:
        raise NetmapError(f"Le serveur s’est arrêté de lui-même ; il dit pourquoi dans « {server.log} ».")
    say("Arrêt du serveur, dix secondes environ…")
