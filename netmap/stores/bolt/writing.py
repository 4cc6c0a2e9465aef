"""How the graph follows the lots: acts, claims, batches, and what a program that ended too early left to do.

An act is committed first, alone; then the difference it makes is written in bounded batches, each its own transaction, by whoever
holds the claim; then the graph is said whole. A server shows a transaction piece by piece, so what is read between two equal states
is of one version only because the graph never changes while it is said whole. Whoever finds the graph partial without a living
claim compares it with the fold and writes what is missing.
"""

import time
from collections.abc import Callable
from uuid import uuid4

from neo4j.exceptions import IncompleteCommit

from netmap.errors import StaleVersion, StoreError
from netmap.lot import JournalEntry
from netmap.lots.elements import changes
from netmap.network import Network
from netmap.stores.bolt import graph, keeping
from netmap.stores.bolt.graph import Running
from netmap.stores.bolt.server import Server

WAIT_SECONDS = 15
_STALE = "Le réseau a changé pendant la préparation : quelqu’un d’autre vient d’y écrire. Préparez à nouveau."


class _Overtaken(Exception):
    """Raised when another process has taken over the writing of the graph."""


class GraphWriter:
    """Write the graph of a database; `folded` gives the network of the moment."""

    def __init__(self, server: Server, folded: Callable[[], Network]) -> None:
        """Hold the database."""
        self._server = server
        self._folded = folded

    def state(self) -> keeping.State:
        """Read the state of the network."""
        return self._server.read(state_of)

    def act(self, keep: Callable[[Running], object], entry: JournalEntry, before: Network, after: Network) -> None:
        """Write an act, then the difference it makes."""
        token = uuid4().hex

        def write(tx: Running) -> bool:
            followed = _kept(tx, keep, entry, before.version)
            if followed:
                keeping.claim(tx, token)
            return followed

        if self._surely(write, entry, token):
            self.bring(token, before, after)
        else:
            self.catch_up()

    def act_alone(self, keep: Callable[[Running], object], entry: JournalEntry, version: int, token: str) -> None:
        """Write an act on a version, for whoever holds the claim and writes the graph afterwards."""
        self._surely(lambda tx: _kept(tx, keep, entry, version), entry, token)

    def _surely(self, write: Callable[[Running], bool], entry: JournalEntry, token: str) -> bool:
        """Run the transaction of an act; when the answer to its commit is lost, look whether it was done, and whose the claim is."""
        try:
            return self._server.write(write)
        except StoreError as error:
            if isinstance(error.__cause__, IncompleteCommit) and entry in self._server.read(keeping.journal):
                return self.state().claim == token
            raise

    def bring(self, token: str, before: Network, after: Network) -> int:
        """Write the difference batch by batch, then that of the acts which came meanwhile; give the number of elements written."""
        count = 0
        try:
            while True:
                found = changes(before, after)
                for batch in graph.batches(found):
                    self._server.write(lambda tx, batch=batch: _one_batch(tx, token, batch))
                count += sum(one.count for one in found)
                if self._server.write(lambda tx, version=after.version: _finished(tx, token, version)):
                    return count
                before, after = after, self._folded()
        except _Overtaken:
            return count
        except StoreError as error:
            raise StoreError(
                f"Les lots sont validés, mais le graphe n’est pas complet : il le sera à la prochaine ouverture. {error}"
            ) from error

    def claim(self, *, forced: bool = False) -> str:
        """Take the writing of the graph; "" when it is whole, or when somebody has it."""
        token = uuid4().hex

        def take(tx: Running) -> str:
            state = keeping.held(tx)
            if not forced and (state.is_whole or state.is_claimed()):
                return ""
            keeping.claim(tx, token)
            return token

        return self._server.write(take)

    def mend(self, token: str) -> int:
        """Compare the graph with the fold and write what differs."""
        seen = self.read(-1, lambda: self._server.write(lambda tx: keeping.renewed(tx, token)))
        return self.bring(token, seen.network, self._folded())

    def read(self, version: int, beat: Callable[[], object] = lambda: None) -> graph.Seen:
        """Read the graph; `beat` is called as it goes."""
        return self._server.read(lambda tx: graph.read_graph(tx, version, beat), seconds=None)

    def catch_up(self) -> bool:
        """Complete the graph, or wait a while for whoever does; tell whether it was ours to do."""
        end = time.monotonic() + WAIT_SECONDS
        while not self.state().is_whole and time.monotonic() < end:
            token = self.claim()
            if token:
                self.mend(token)
                return True
            time.sleep(0.2)
        return False

    def settled(self) -> keeping.State:
        """Read the state, after waiting a while for whoever writes the graph."""
        end = time.monotonic() + WAIT_SECONDS
        while (state := self.state()).is_claimed() and time.monotonic() < end:
            time.sleep(0.2)
        return state


def stale() -> StaleVersion:
    """Give what is raised when an act was prepared against another version."""
    return StaleVersion(_STALE)


def state_of(tx: Running) -> keeping.State:
    """Read the state of a network that was there as it was opened."""
    found = keeping.state(tx)
    if found is None:
        raise StoreError("Le réseau n’est plus dans la base de données : quelqu’un l’a effacé, ou ce n’est plus la même base.")
    return found


def _kept(tx: Running, keep: Callable[[Running], object], entry: JournalEntry, version: int) -> bool:
    """Write an act on a version; tell whether the graph equals that version, so that it can follow at once."""
    state = keeping.held(tx)
    if state.version != version or state.receiving:
        raise stale()
    keep(tx)
    keeping.note(tx, entry)
    keeping.reach(tx, version + 1)
    return state.graph == version


def _one_batch(tx: Running, token: str, batch: graph.Batch) -> None:
    if not keeping.renewed(tx, token):
        raise _Overtaken
    batch.run(tx)


def _finished(tx: Running, token: str, version: int) -> bool:
    """Say that the graph equals a version; tell whether that is the last, the claim being kept otherwise."""
    state = keeping.held(tx)
    if state.claim != token:
        raise _Overtaken
    if state.version != version:
        return False
    keeping.set_state(tx, graph=version, claim=None, claimed_at=None)
    return True
