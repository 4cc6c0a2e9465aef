"""What people decided of earlier tables of the same headings: read from the lots, so that it goes where the network goes."""

from collections.abc import Sequence

from netmap.layout import Table
from netmap.lot import Lot, Origin
from netmap.mapping import Choice, signature


def remembered(lots: Sequence[Lot], table: Table, author: str) -> Choice | None:
    """Find how tables of the same headings were read the last time: by this person first, else by anyone; undone lots count too."""
    ours = signature(table)
    found: Origin | None = None
    for lot in reversed(lots):
        for origin in lot.origins:
            if origin.signature != ours or not (origin.columns or origin.constants or origin.words):
                continue
            if lot.author == author:
                return _choice(origin)
            found = found or origin
    return _choice(found) if found is not None else None


def _choice(origin: Origin) -> Choice:
    return Choice(origin.source, origin.columns, origin.constants, origin.words, by="mémoire")
