"""After any change, what is examined again gives what examining everything gives; only what changed is examined."""

import random
import shutil
from datetime import date

import pytest

from netmap.coherence import Ground, examine
from netmap.coherence.rechecking import changed_conventions, recheck
from netmap.intake import remake
from netmap.lots import correction, link
from netmap.lots.corrections import now
from netmap.stores import open_store

ON = date(2026, 11, 23)
VALUES = {
    "themes": ("PFMP et stages", "Culture", "Forum | Visites", "International"),
    "ends_on": ("31/12/2026", "31/08/2031", "01/01/2020"),
    "starts_on": ("01/09/2024", "01/01/2028"),
    "renewal": ("Tacite", "Aucune", "Expresse"),
    "status": ("Projet", "Terminée", "Signée"),
    "signed_on": ("01/01/2024", "01/01/2026"),
    "clauses": ("Objet", "Durée | Objet"),
    "finance": ("Aucune gratification.",),
}


@pytest.fixture
def own(demo, tmp_path):
    """Give a copy of the example, to be changed."""
    return open_store(shutil.copy(demo, tmp_path))


def corrected(store, identifier: str, name: str, text: str) -> None:
    remake(store, lambda held: correction(held, identifier, name, text, author="", reason="", at=now()))


def same(found, expected) -> None:
    assert found.frame.to_dicts() == expected.frame.to_dicts()


@pytest.mark.parametrize("seed", range(6))
def test_a_changed_convention_is_examined_again_with_its_doubles(own, seed) -> None:
    dice = random.Random(seed)  # noqa: S311 - a seeded choice of what to change
    before = examine(Ground(own.network()), ON)
    for _ in range(2):
        network = own.network()
        identifier = dice.choice(network.node("Convention")["id"].to_list())
        name = dice.choice(list(VALUES))
        text = dice.choice(VALUES[name])
        corrected(own, identifier, name, text)
    after = own.network()
    changed = changed_conventions(before.ground.network, after)
    assert changed is not None
    assert 1 <= len(changed) <= 2
    same(recheck(before, after), examine(Ground(after), ON))


def test_a_link_attached_is_examined_alone(own) -> None:
    before = examine(Ground(own.network()), ON)
    remake(
        own,
        lambda held: link(
            held, "RELIES_ON", "Convention:BRU-2024-01", "Framework:AC-BRUMACIER-2024", holds=True, author="", reason="", at=now()
        ),
    )
    after = own.network()
    assert changed_conventions(before.ground.network, after) == {"Convention:BRU-2024-01"}
    same(recheck(before, after), examine(Ground(after), ON))


def test_a_framework_that_changes_makes_all_be_examined(own) -> None:
    before = examine(Ground(own.network()), ON)
    corrected(own, "Framework:AC-TALVORNE-2023", "ends_on", "31/12/2026")
    after = own.network()
    assert changed_conventions(before.ground.network, after) is None
    same(recheck(before, after), examine(Ground(after), ON))


def test_nothing_changed_is_nothing_examined(own) -> None:
    before = examine(Ground(own.network()), ON)
    assert changed_conventions(before.ground.network, own.network()) == frozenset()
    same(recheck(before, own.network()), before)
