"""A person adds a link or takes one away on a sheet: it outranks every file, whatever is imported again, and is undone like any lot."""

from datetime import date

import pytest

from netmap.coherence import Ground, examine
from netmap.errors import NetmapError
from netmap.intake import remake, undo
from netmap.lot import Lot, LotKind
from netmap.lots import link
from netmap.stores import Store
from tests.coherence.telling import c, d, f, o
from tests.coherence.writing import files

ON, AT = date(2026, 11, 23), "2026-11-23T09:00:00+00:00"
CONVENTION, FRAMEWORK = "Convention:CONV-1", "Framework:ACCORD-1"


def said(store: Store, kind: str, source: str, target: str, *, holds: bool, on: date | None = None) -> Lot:
    return remake(store, lambda held: link(held, kind, source, target, holds=holds, author="Camille", reason="relue", at=AT, on=on))


def rules(store: Store) -> list[str]:
    return examine(Ground(store.network()), ON).frame["rule"].to_list()


def test_a_link_taken_away_stays_so_when_files_say_it_again(load, store) -> None:
    load(files([c(cites="ACCORD-1"), f()]))
    lot = said(store, "RELIES_ON", CONVENTION, FRAMEWORK, holds=False)
    assert (lot.kind, lot.title) == (LotKind.CORRECTION, "CONV-1 : retiré de « s’appuie sur Accord ACCORD-1 »")
    assert rules(store) == ["recouvrement"]
    load(files([c(cites="ACCORD-1"), f(), c("CONV-9", uai="0671509B", themes="Culture", siren="000000026", partner="Bêta")]))
    assert rules(store) == ["recouvrement"]
    undo(store, lot.number, author="Camille", reason="", at=AT)
    assert rules(store) == ["lien-declare"]
    assert store.verify() == ()


def test_a_link_put_back_by_a_person_holds(load, store) -> None:
    load(files([c(cites="ACCORD-1"), f()]))
    said(store, "RELIES_ON", CONVENTION, FRAMEWORK, holds=False)
    said(store, "RELIES_ON", CONVENTION, FRAMEWORK, holds=True)
    assert rules(store) == ["lien-declare"]


def test_what_the_check_needs_is_corrected_by_links(load, store) -> None:
    abroad = c("CONV-2", uai="0671509B", siren="", partner="Escuela", country="Espagne", themes="Culture")
    load(files([c(), f(), f("ACCORD-2", siren="000000026", partner="Bêta"), abroad, d("DAREIC de Lyon", "DAREIC", area="Lyon")]))
    assert sorted(rules(store)) == ["etranger-sans-delegation", "recouvrement"]
    delegation = store.network().node("Delegation")["id"][0]
    said(store, "INFORMED", "Convention:CONV-2", delegation, holds=True, on=date(2026, 1, 5))
    said(store, "REPLACES", "Framework:ACCORD-2", FRAMEWORK, holds=True)
    assert rules(store) == []
    said(store, "SIGNS", "Organisation:000000018", "Framework:ACCORD-2", holds=True)
    assert rules(store) == ["recouvrement"]
    said(store, "INFORMED", "Convention:CONV-2", delegation, holds=False)
    assert sorted(rules(store)) == ["etranger-sans-delegation", "recouvrement"]


@pytest.mark.parametrize(
    ("kind", "source", "target", "holds", "sentence"),
    [
        ("RELIES_ON", FRAMEWORK, CONVENTION, True, "« Accord ACCORD-1 » et « CONV-1 » ne se lient pas par « s’appuie sur »."),
        ("REPLACES", FRAMEWORK, FRAMEWORK, True, "« Accord ACCORD-1 » ne se lie pas à lui-même."),
        ("RELIES_ON", CONVENTION, FRAMEWORK, False, "« CONV-1 » : ce lien n’existe pas, il n’y a rien à retirer."),
        ("SIGNS", "Organisation:000000018", CONVENTION, True, "« Alpha » : ce lien est déjà connu."),
    ],
)
def test_a_link_that_makes_no_sense_is_refused(load, store, kind, source, target, holds, sentence) -> None:
    load(files([c(), f(), o("000000026", "Bêta")]))
    with pytest.raises(NetmapError) as caught:
        said(store, kind, source, target, holds=holds)
    assert str(caught.value) == sentence
