"""A network on a Neo4j server, over Bolt: the only package that imports the driver."""

from netmap.stores.bolt.connection import close_drivers
from netmap.stores.bolt.store import BoltStore, holds_network

__all__ = ["BoltStore", "close_drivers", "holds_network"]
