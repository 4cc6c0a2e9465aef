"""A network as plain values, to be compared whole."""

from typing import Any

from netmap.network import Network


def rows_of(network: Network) -> dict[str, list[tuple[Any, ...]]]:
    """Give the rows of each kind that has some, in an order of their own."""
    return {kind: sorted(frame.rows(), key=repr) for kind, frame in {**network.nodes, **network.links}.items() if frame.height}
