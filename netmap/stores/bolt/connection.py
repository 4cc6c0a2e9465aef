"""How a Neo4j server is reached: its address, who we are for it, one driver a process, and its refusals in French.

An address is `bolt://host:port/database` (a server) or `neo4j://host:port/database` (a cluster, or Aura), with `+s` for TLS; the
database may be left out. Who we are comes from the environment or from a file, never from the address.
"""

import atexit
import logging
import os
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from typing import TypeVar
from urllib.parse import urlsplit

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity, RoutingControl
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from netmap import __version__
from netmap.errors import StoreError

CREDENTIALS_VARIABLE = "NETMAP_NEO4J_FILE"
USER_VARIABLE, PASSWORD_VARIABLE = "NEO4J_USERNAME", "NEO4J_PASSWORD"
CONNECT_SECONDS, RETRY_SECONDS = 3, 2
OPEN_SECONDS = 5
OLDEST = (5, 26)
Found = TypeVar("Found")
_HOW = f"donnez {USER_VARIABLE} et {PASSWORD_VARIABLE}, ou le fichier que nomme {CREDENTIALS_VARIABLE}"


@dataclass(frozen=True, slots=True)
class Address:
    """Hold where a server is, and the database asked for, "" for its own choice."""

    uri: str
    database: str = ""

    def __str__(self) -> str:
        return f"{self.uri}/{self.database}" if self.database else self.uri

    @staticmethod
    def read(text: str) -> "Address":
        """Read an address; raise StoreError on one that holds a password or anything else than host, port and database."""
        scheme, _, rest = text.partition("://")
        if "@" in rest:
            raise StoreError(f"L’adresse du serveur ne prend ni nom ni mot de passe, ils se verraient : {_HOW}.")
        shape = f"« {scheme.lower()}://serveur:7687 » ou « {scheme.lower()}://serveur:7687/base » attendu"
        try:
            parts = urlsplit(text)
            port = parts.port
        except ValueError as error:
            raise StoreError(f"« {text} » n’est pas l’adresse d’un serveur : {shape}.") from error
        database = parts.path.strip("/")
        if not parts.hostname or parts.query or parts.fragment or "/" in database:
            raise StoreError(f"« {text} » n’est pas l’adresse d’un serveur : {shape}.")
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return Address(f"{parts.scheme}://{host}:{port or 7687}", database)


def credentials() -> tuple[str, str] | None:
    """Give the user and the password: those of the file that NETMAP_NEO4J_FILE names, else of the environment, else None."""
    given = os.environ
    file = given.get(CREDENTIALS_VARIABLE)
    if file:
        try:
            lines = Path(file).expanduser().read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeError) as error:
            raise StoreError(f"Le fichier « {file} » ({CREDENTIALS_VARIABLE}) ne se lit pas : vérifiez le chemin et les droits.") from error
        pairs = (line.partition("=") for line in lines if "=" in line and not line.lstrip().startswith("#"))
        given = {name.strip(): value.strip() for name, _, value in pairs}
        if not given.get(PASSWORD_VARIABLE):
            raise StoreError(f"Le fichier « {file} » ne dit pas {PASSWORD_VARIABLE}=… : c’est le fichier d’identifiants que donne Neo4j.")
    password = given.get(PASSWORD_VARIABLE)
    return (given.get(USER_VARIABLE) or "neo4j", password) if password else None


# The driver tells each retry in English, on stderr when nobody listens: what matters is said by `said`.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_drivers: dict[tuple[str, tuple[str, str] | None], Driver] = {}
_opening = Lock()


def driver_of(address: Address, auth: tuple[str, str] | None) -> Driver:
    """Give the driver of a server: one a process, closed as the process ends."""
    with _opening:
        found = _drivers.get((address.uri, auth))
        if found is None:
            try:
                found = GraphDatabase.driver(
                    address.uri,
                    auth=auth,
                    connection_timeout=CONNECT_SECONDS,
                    connection_acquisition_timeout=CONNECT_SECONDS + 0.5,
                    max_transaction_retry_time=RETRY_SECONDS,
                    notifications_min_severity=NotificationMinimumSeverity.OFF,
                    telemetry_disabled=True,
                    user_agent=f"netmap/{__version__}",
                )
            except (ConfigurationError, ValueError) as error:
                raise StoreError(f"« {address} » n’est pas l’adresse d’un serveur que le pilote Neo4j comprend ({error}).") from error
            _drivers[address.uri, auth] = found
        return found


@atexit.register
def close_drivers() -> None:
    """Close every driver; one is opened again when it is asked for."""
    with _opening:
        while _drivers:
            _drivers.popitem()[1].close()


def refusal_of(agent: str) -> str:
    """Say in French why a server (`Neo4j/5.26.30`) cannot keep a network, "" when it can."""
    name, _, version = agent.partition("/")
    if name != "Neo4j":
        return f"Ce serveur n’est pas Neo4j ({agent or 'il ne dit pas son nom'})."
    found = re.match(r"(\d+)\.(\d+)", version)
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        return f"Neo4j {version} est trop ancien : netmap demande Neo4j {oldest} ou plus récent ; mettez le serveur à jour."
    return ""


def within(seconds: float | None, work: Callable[[], Found]) -> Found:
    """Run a work that talks to a server; raise TimeoutError when it lasts longer, None for no limit.

    A server that is stopped in its tracks never answers and never closes: Community sends the driver no limit of its own. The work
    is then left to its thread, which dies with the process.
    """
    if seconds is None:
        return work()
    done: list[Found] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise TimeoutError
    return done[0]


@contextmanager
def said(address: Address) -> Generator[None]:
    """Say in French what a server, or the way to it, refuses."""
    try:
        yield
    except (Neo4jError, DriverError, OSError) as error:
        raise StoreError(_sentence(address, error)) from error


def _sentence(address: Address, error: Exception) -> str:
    if isinstance(error, AuthError):
        return f"Le serveur « {address} » refuse cet utilisateur ou ce mot de passe : {_HOW}."
    if isinstance(error, Neo4jError):
        return _refused(address, error)
    if isinstance(error, TimeoutError):
        return _slow(address)
    if isinstance(error, ServiceUnavailable | SessionExpired | ConnectionAcquisitionTimeoutError | OSError):
        return (
            f"Le serveur Neo4j « {address} » ne répond pas. Vérifiez l’adresse, qu’il est démarré et que le réseau le laisse joindre. "
            "Si un lot était en cours, « netmap lots » dira s’il est validé."
        )
    if "does not support communication" in str(error):  # the driver has no class of its own for it
        return f"Ce qui répond à « {address} » n’est pas un serveur Neo4j : vérifiez l’adresse et le port."
    return f"Le serveur Neo4j « {address} » ne peut pas être utilisé ({error})."


def _slow(address: Address) -> str:
    return f"Le serveur « {address} » met trop de temps à répondre : réessayez dans un instant, ou restreignez le périmètre."


def _refused(address: Address, error: Neo4jError) -> str:
    code = error.code or ""
    if "DatabaseNotFound" in code:
        return f"Le serveur « {address} » n’a pas cette base de données : vérifiez le nom après le dernier « / »."
    if "DatabaseUnavailable" in code or "DatabaseNotAvailable" in code:
        return f"La base de données de « {address} » n’est pas démarrée : demandez à qui tient le serveur."
    if "ReadOnly" in code or isinstance(error, Forbidden) or "AccessMode" in code:
        return f"« {address} » est en lecture seule pour cet utilisateur : rien n’a été écrit. Demandez un compte qui peut écrire."
    if "TransactionTimedOut" in code or "Terminated" in code:
        return _slow(address)
    if "MemoryPoolOutOfMemory" in code or "OutOfMemory" in code:
        return f"Le serveur « {address} » manque de mémoire : donnez-lui-en davantage (docs/neo4j.md)."
    return f"Le serveur « {address} » refuse ({code} : {error.message})."


def answers(location: str, password: str) -> bool:
    """Tell whether the server of an address answers the user neo4j, without waiting nor keeping a driver."""
    with suppress(Neo4jError, DriverError, OSError), _passing(location, password) as driver:
        driver.execute_query("RETURN 1", routing_=RoutingControl.READ)
        return True
    return False


def set_first_password(location: str, password: str) -> bool:
    """Give the user neo4j of a new server its password; tell whether it was done."""
    with suppress(Neo4jError, DriverError, OSError), _passing(location, "neo4j") as driver:
        driver.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=password, database_="system")
        return True
    return False


def _passing(location: str, password: str) -> Driver:
    auth = ("neo4j", password) if password else None
    return GraphDatabase.driver(location, auth=auth, connection_timeout=CONNECT_SECONDS, max_transaction_retry_time=0)
