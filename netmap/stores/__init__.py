"""Where a network is kept: one small protocol, and the stores that speak it.

A store keeps lots, their statements (parts) and a journal; everything else is written once above it (`netmap.lots`). A location
is the path of a file, or the address of a Neo4j server.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import polars as pl

from netmap.lot import Draft, JournalEntry, Lot, LotState
from netmap.network import Network
from netmap.question import Params, Question
from netmap.stores.parts import Part

SERVER_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class Store(Protocol):
    """Keep the lots of one network; every method that changes it names the version it was prepared against."""

    @property
    def location(self) -> str:
        """Say where the network is kept."""
        ...

    @property
    def keeper(self) -> str:
        """Say what keeps it: a file, or a server with its version and edition."""
        ...

    def version(self) -> int:
        """Give the data version: it grows by one with each act."""
        ...

    def lots(self) -> tuple[Lot, ...]:
        """List the lots in order, undone ones included."""
        ...

    def frames(self, kind: str) -> Sequence[tuple[Lot, pl.DataFrame]]:
        """Give the statements of a kind, lot by lot."""
        ...

    def network(self) -> Network:
        """Give the network: the fold of the active lots."""
        ...

    def facts(self, question: Question, params: Params, version: int) -> pl.DataFrame | None:
        """Find the facts of a question at a version; None when what is shown is not, or no longer, at that version."""
        ...

    def commit(self, draft: Draft, expected: int, folded: Network | None = None) -> Lot:
        """Commit a lot whole; raise StaleVersion when the network is no longer at version `expected`.

        `folded` is the network with the lot, when the caller has it already.
        """
        ...

    def set_state(self, number: int, state: LotState, *, author: str, reason: str, at: str, expected: int) -> None:
        """Undo a lot or take it back; raise StaleVersion when the network is no longer at version `expected`."""
        ...

    def journal(self) -> tuple[JournalEntry, ...]:
        """List what was done, the oldest first."""
        ...

    def notice(self) -> str:
        """Say in one French sentence what a reader must know of the state of the store, "" when there is nothing."""
        ...

    def verify(self) -> tuple[str, ...]:
        """Check that parts are intact and that what is shown equals the fold; give one French sentence a fault."""
        ...

    def shown(self) -> Network:
        """Give the network as it is shown to whoever reads it without the lots."""
        ...

    def put_back(self, kept: Draft | None = None) -> int:
        """Make what is shown the fold of the lots again; give the number of elements that were not.

        `kept` is a lot that keeps some of what was changed by hand: it is committed first.
        """
        ...

    def parts(self) -> Iterator[Part]:
        """Give every part, one at a time, in order."""
        ...

    def arrived(self) -> set[tuple[int, str, int, str]]:
        """Become the target of a move and name the parts that an earlier try brought; raise StoreError when a network is there."""
        ...

    def receive(self, parts: Sequence[Part]) -> None:
        """Keep parts of the network that is moving in; those of the same place are replaced."""
        ...

    def received(self, lots: Sequence[Lot], journal: Sequence[JournalEntry], version: int) -> None:
        """End a move: the network is there, at this version; parts of no lot are left out."""
        ...


def is_server(location: str | Path) -> bool:
    """Tell whether a location is the address of a server rather than the path of a file."""
    return str(location).partition("://")[0].lower() in SERVER_SCHEMES and "://" in str(location)


def is_there(location: str | Path) -> bool:
    """Tell whether there is a network; an empty file is one that another program is making at this moment."""
    if is_server(location):
        from netmap.stores.bolt import holds_network  # noqa: PLC0415 - each store imports its engine only when it is used

        return holds_network(str(location))
    path = Path(location)
    return path.exists() and (not path.is_file() or path.stat().st_size > 0)


def open_store(location: str | Path, *, create: bool = False, receiving: bool = False) -> Store:
    """Open the network kept at `location`; make an empty one when it is missing and `create` is asked.

    A network that a move has not finished to bring opens only for that move (`receiving`).
    """
    if is_server(location):
        from netmap.stores.bolt import BoltStore  # noqa: PLC0415 - each store imports its engine only when it is used

        return BoltStore.open(str(location), create=create, receiving=receiving)
    from netmap.stores.embedded import EmbeddedStore  # noqa: PLC0415 - same

    return EmbeddedStore.open(Path(location), create=create, receiving=receiving)
