"""A network on a Neo4j server, over Bolt: the only package that imports the driver."""

import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def _without_frames() -> Generator[None]:
    """Hide pandas and pyarrow from the driver while it is imported.

    It imports them wherever they are installed, to give answers as their frames, which netmap never asks: a fifth of what a command
    takes to start. Another thread may be importing them for itself: then nothing is hidden.
    """
    hidden = [name for name in ("pandas", "pyarrow") if name not in sys.modules and threading.active_count() == 1]
    sys.modules.update(dict.fromkeys(hidden))  # pyright: ignore[reportArgumentType, reportCallIssue] - None, so that an import fails
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _without_frames():
    from netmap.stores.bolt.connection import close_drivers
    from netmap.stores.bolt.store import BoltStore, holds_network

__all__ = ["BoltStore", "close_drivers", "holds_network"]
