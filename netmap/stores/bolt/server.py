"""A database of a Neo4j server: who answers, and transactions that read or write, each failure in French."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, LiteralString

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver, EagerResult, RoutingControl, Session, unit_of_work
from neo4j.exceptions import Neo4jError

from netmap.domain import DOMAIN
from netmap.errors import StoreError
from netmap.stores.bolt import keeping, texts
from netmap.stores.bolt.connection import OPEN_SECONDS, Address, Found, credentials, driver_of, refusal_of, said, within
from netmap.stores.bolt.graph import Running

INDEX_SECONDS = 300
READ_SECONDS, LONG_SECONDS, WRITE_SECONDS, GRACE_SECONDS = 15, 300, 300, 3
CONTENDED_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Server:
    """Hold a database that answers: where it is, its driver, its version and edition."""

    address: Address
    driver: Driver
    database: str
    version: str
    edition: str

    @staticmethod
    def reach(location: str) -> "Server":
        """Find who answers at an address; raise StoreError within five seconds when nobody fit does."""
        address = Address.read(location)
        driver = driver_of(address, credentials())
        with said(address):
            within(OPEN_SECONDS, lambda: _connected(driver))
            return within(READ_SECONDS, lambda: Server._answering(address, driver))

    @staticmethod
    def _answering(address: Address, driver: Driver) -> "Server":
        found = _asked(driver, address.database, "CALL dbms.components() YIELD name, versions, edition RETURN name, versions, edition")
        refusal = refusal_of(found.summary.server.agent)
        if refusal:
            raise StoreError(refusal)
        rows = [record.data() for record in found.records]
        kernel = next((row for row in rows if row["name"] == "Neo4j Kernel"), rows[0])
        database = address.database or str(_asked(driver, "", "CALL db.info() YIELD name RETURN name").records[0]["name"])
        return Server(address, driver, database, str(kernel["versions"][0]), str(kernel["edition"]))

    def read(self, work: Callable[[Any], Found], *, seconds: float | None = 0, chunked: bool = False) -> Found:
        """Run a transaction that the server forbids to write; it is stopped after READ_SECONDS, or others; None for no limit."""
        limit = READ_SECONDS if seconds == 0 else seconds

        def run() -> Found:
            with self._session(READ_ACCESS, chunked=chunked) as session:
                return session.execute_read(unit_of_work(timeout=limit)(work))

        with said(self.address):
            return within(limit and limit + GRACE_SECONDS, run)

    def write(self, work: Callable[[Any], Found]) -> Found:
        """Run a transaction that writes; it may be run again, so it must be wholly inside the transaction."""

        def run() -> Found:
            end = time.monotonic() + CONTENDED_SECONDS
            while True:
                try:
                    with self._session(WRITE_ACCESS) as session:
                        return session.execute_write(unit_of_work(timeout=WRITE_SECONDS)(work))
                except Neo4jError as error:  # the driver tries again for two seconds: enough for a server, not for a queue of writers
                    if not _is_contended(error) or time.monotonic() > end:
                        raise
                time.sleep(0.05)

        with said(self.address):
            return within(WRITE_SECONDS + GRACE_SECONDS, run)

    def run(self, work: Callable[[Running], Found]) -> Found:
        """Run statements that make transactions of their own."""
        with said(self.address), self._session(WRITE_ACCESS) as session:
            return work(session)  # pyright: ignore[reportArgumentType] # a session runs statements too

    def _session(self, access: str, *, chunked: bool = False) -> Session:
        return self.driver.session(
            database=self.database,
            default_access_mode=access,
            bookmark_manager=self.driver.execute_query_bookmark_manager,  # a person reads what they just wrote, on a cluster too
            fetch_size=2 if chunked else 1000,
        )

    def make(self) -> None:
        """Make an empty network, with the constraints of the schema; raise StoreError when something else is in the database."""
        count = self.read(lambda tx: tx.run("MATCH (n) RETURN count(n) AS count").single()["count"])
        if count and self.read(keeping.state) is None:  # in this order: another program may be making the network meanwhile
            raise StoreError(f"La base de « {self.address} » contient autre chose qu’un réseau de netmap : donnez une base vide.")
        self.constrain()

    def constrain(self, *, anew: bool = False) -> None:
        """Make the constraints and indexes of the schema that are missing; `anew` when an older schema made them."""

        def made(tx: Running) -> None:
            for statement in texts.constraints(DOMAIN):
                tx.run(statement).consume()

        if anew:  # the index of words, of the same name, searches those of the older schema
            self.write(lambda tx: tx.run(f"DROP INDEX {texts.WORDS} IF EXISTS").consume())
        self.write(made)
        self.write(lambda tx: tx.run("CALL db.awaitIndexes($seconds)", {"seconds": INDEX_SECONDS}).consume())
        self.write(lambda tx: keeping.begin(tx, texts.signature(DOMAIN)))

    def checked(self, *, receiving: bool) -> keeping.State | None:
        """Read the state of the network; raise StoreError on one that this netmap must not touch."""
        state = self.read(keeping.state)
        if state is None:
            return None
        if state.format > keeping.FORMAT:
            raise StoreError(
                f"Le réseau de « {self.address} » vient d’une version plus récente de netmap (format {state.format}) : "
                "mettez netmap à jour."
            )
        if state.receiving and not receiving:
            raise StoreError(f"Le déplacement d’un réseau vers « {self.address} » n’est pas terminé : relancez « netmap move ».")
        if state.schema != texts.signature(DOMAIN):
            with suppress(StoreError):  # who may only read does without the newest index
                self.constrain(anew=True)
        return state


def _connected(driver: Driver) -> None:
    driver.verify_connectivity()  # fails at once, where a query would be tried again for seconds


def _is_contended(error: Neo4jError) -> bool:
    """Tell whether another program was in the way: of a lock, or by making the same constraint meanwhile."""
    code = error.code or ""
    return code.endswith(("DeadlockDetected", "AlreadyExists")) or code.startswith("Neo.TransientError.Schema.")


def _asked(driver: Driver, database: str, text: LiteralString) -> EagerResult:
    return driver.execute_query(text, database_=database or None, routing_=RoutingControl.READ)
