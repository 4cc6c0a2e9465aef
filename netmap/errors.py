"""What goes wrong when netmap is badly used: one sentence in French, ready to be shown.

Bad data never raises: it is a `Problem`. These exceptions say what was found, what was expected and what to do.
"""


class NetmapError(Exception):
    """Show its message to the user as it is."""


class SchemaError(NetmapError):
    """Raised when a declaration of ours (kind, source, question) cannot work."""


class FileUnreadable(NetmapError):
    """Raised when a whole file cannot be read as a table."""


class StoreError(NetmapError):
    """Raised when a network cannot be opened, read or written."""


class StaleVersion(StoreError):
    """Raised when a lot was prepared against a version of the network that is no longer the last."""


class UnknownName(NetmapError):
    """Raised when a name given by the user (question, parameter, actor, lot) does not exist."""
