"""What changes a network: commit a prepared lot, undo one, take it back. When another came first, prepare again."""

from collections.abc import Callable

from netmap.errors import StaleVersion, StoreError
from netmap.intake.preparation import Preparation
from netmap.lot import Draft, Lot, LotState
from netmap.network import Network
from netmap.stores import Store

_TRIES = 5


def commit(store: Store, preparation: Preparation) -> Lot:
    """Commit a prepared import as it was shown; raise StaleVersion when the network changed since."""
    if preparation.is_empty:
        raise StoreError("Aucune ligne acceptée : il n’y a rien à valider. Le rapport dit pourquoi.")
    return store.commit(preparation.draft, preparation.expected, preparation.after)


def remake(store: Store, draft: Callable[[Network], Draft]) -> Lot:
    """Commit the lot that `draft` makes of the present network; make it again when another came first."""
    for _ in range(_TRIES):
        network = store.network()
        try:
            return store.commit(draft(network), network.version)
        except StaleVersion:
            continue
    raise StaleVersion("Le réseau change sans cesse : réessayez dans un instant.")


def undo(store: Store, number: int, *, author: str, reason: str, at: str) -> None:
    """Leave a lot out of the network; later lots keep what they said."""
    _set(store, number, LotState.UNDONE, author=author, reason=reason, at=at)


def redo(store: Store, number: int, *, author: str, reason: str, at: str) -> None:
    """Take an undone lot back."""
    _set(store, number, LotState.ACTIVE, author=author, reason=reason, at=at)


def _set(store: Store, number: int, state: LotState, *, author: str, reason: str, at: str) -> None:
    for _ in range(_TRIES):
        try:
            store.set_state(number, state, author=author, reason=reason, at=at, expected=store.version())
        except StaleVersion:
            continue
        return
    raise StaleVersion("Le réseau change sans cesse : réessayez dans un instant.")
