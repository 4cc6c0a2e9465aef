"""Where a network is kept: one small protocol, and the stores that speak it.

A store keeps lots, their statements (parts) and a journal; everything else is written once above it (`netmap.lots`).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import polars as pl

from netmap.lot import Draft, JournalEntry, Lot, LotState
from netmap.network import Network


class Store(Protocol):
    """Keep the lots of one network; every method that changes it names the version it was prepared against."""

    @property
    def location(self) -> str:
        """Say where the network is kept."""
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

    def verify(self) -> tuple[str, ...]:
        """Check that parts are intact and that what is shown equals the fold; give one French sentence a fault."""
        ...


def open_store(location: str | Path, *, create: bool = False) -> Store:
    """Open the network kept at `location`; make an empty one when it is missing and `create` is asked."""
    from netmap.stores.embedded import EmbeddedStore  # noqa: PLC0415 - each store imports its engine only when it is used

    return EmbeddedStore.open(Path(location), create=create)
