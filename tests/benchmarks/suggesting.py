"""Partners proposed for each gap by netmap, from the facts of a network: what fits, near, known by neighbours, with words."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from analysed import ANALYSED_SOURCES, FILES, ON, frameworks_file

from netmap.intake import Given, prepare
from netmap.stores import open_store
from queries.suggested_partners import SUGGESTED_PARTNERS

PARAMS = {"scope": None, "on": ON, "km": 50, "most": 10}


def suggestions(folder: Path) -> Callable[[], object]:
    """Count the partners proposed, ten a gap at most."""
    frameworks_file(folder)
    with tempfile.TemporaryDirectory() as place:
        store = open_store(Path(place) / "vide.netmap", create=True)
        given = [Given.at(folder / f"{name}.csv") for name in FILES]
        network = prepare(store, given, ANALYSED_SOURCES, author="banc", at="2026-11-23T08:00:00+00:00").after
    facts = SUGGESTED_PARTNERS.find(network, PARAMS)
    return lambda: SUGGESTED_PARTNERS.conclude(SUGGESTED_PARTNERS.measure(facts, PARAMS), PARAMS).height
