"""A decision is a lot: it stands while its facts are the same, is to review when they change, and is undone like any lot."""

from datetime import date
from typing import Any

import pytest

from netmap.coherence import Finding, Ground, examine, explained
from netmap.coherence.decisions import Standing, decide, decisions, orphans, standing
from netmap.errors import NetmapError
from netmap.evidence.applicant import applicant
from netmap.evidence.catalogue import find
from netmap.evidence.kept import evidence_acts
from netmap.evidence.making import dossier_of
from netmap.intake import remake, undo
from netmap.lot import Draft, Lot, LotKind
from netmap.lots import correction, merge
from netmap.network import Network
from netmap.stores import Store, open_store
from tests.coherence.telling import A, c, f
from tests.coherence.writing import files

ON, AT = date(2026, 11, 23), "2026-11-23T09:00:00+00:00"
KEY = "Convention:CONV-1|Framework:ACCORD-1|lien"


def verdicts(store: Store) -> list[Finding]:
    return explained(examine(Ground(store.network()), ON))


def decided(store: Store, status: str, reason: str = "Vu avec la DAFPIC") -> Lot:
    def draft(held: Network) -> Draft:
        return decide(held, explained(examine(Ground(held), ON)), status, author="Camille", reason=reason, at=AT, on=ON)

    return remake(store, draft)


def told(store: Store) -> dict[str, Standing]:
    return standing(decisions(store), verdicts(store))


def handed(store: Store) -> tuple[Any, ...]:
    """Give the rows of the decisions in the dossier of criterion 2023/4."""
    network = store.network()
    criteria = [find(network, "2023/4")]
    dossier = dossier_of(network, evidence_acts(store), applicant(network, network.node("Establishment")["id"].to_list()), criteria, ON)
    return next(table.rows for table in dossier.sections[0].tables if table.title.startswith("Décisions"))


def test_a_decision_is_a_lot_dated_signed_with_its_motive(load, store) -> None:
    load(files([c(), f()]))
    lot = decided(store, "sans_objet")
    assert (lot.kind, lot.author, lot.reason, lot.at, lot.statements) == (LotKind.DECISION, "Camille", "Vu avec la DAFPIC", AT, 1)
    stand = told(store)[KEY]
    assert stand.as_dict() == {
        "status": "sans_objet",
        "status_name": "Sans objet",
        "on": "2026-11-23",
        "author": "Camille",
        "reason": "Vu avec la DAFPIC",
        "rule": "recouvrement v1",
        "lot": 2,
        "to_review": False,
        "changes": [],
    }
    assert stand.settled
    assert open_store(store.location).verify() == ()


def test_decisions_are_handed_over_with_the_dossier_and_say_what_changed_since(load, store) -> None:
    load(files([c(), f()]))
    names = store.network().names
    decided(store, "sans_objet")
    row = (
        names["Convention:CONV-1"],
        names["Framework:ACCORD-1"],
        "Recouvrement : La convention recouvre un accord-cadre qu’elle ne cite pas",
    )
    motive = ("Sans objet", ON, "Camille", "Vu avec la DAFPIC")
    assert handed(store) == ((*row, *motive, None),)
    load(files([c(), f(end="31/12/2031")]))
    assert handed(store) == ((*row, *motive, "Fin (Accord ACCORD-1) : « 31/12/2029 » devient « 31/12/2031 »"),)
    undo(store, 2, author="", reason="", at=AT)
    assert handed(store) == ()


def test_attaching_creates_the_link_and_its_own_effect_is_no_change(load, store) -> None:
    load(files([c(), f()]))
    lot = decided(store, "rattache")
    (finding,) = verdicts(store)
    assert (finding.rule.id, finding.cited, lot.statements) == ("lien-declare", True, 2)
    assert told(store)[KEY].settled
    undo(store, lot.number, author="Camille", reason="", at=AT)
    assert [f.rule.id for f in verdicts(store)] == ["recouvrement"]
    assert decisions(store) == {}


def test_a_decision_stands_when_the_same_facts_are_imported_again(load, store) -> None:
    load(files([c(), f()]))
    decided(store, "sans_objet")
    load(files([c(), c("CONV-9", themes="Culture", siren="000000026", partner="Bêta"), f()]), series="conventions")
    assert told(store)[KEY].settled


def test_a_decision_is_to_review_with_what_changed(load, store) -> None:
    load(files([c(), f()]))
    decided(store, "sans_objet")
    load(files([c(), f(end="31/12/2031")]))
    stand = told(store)[KEY]
    assert stand.changes == ("Fin (Accord ACCORD-1) : « 31/12/2029 » devient « 31/12/2031 »",)
    assert stand.to_review
    assert not stand.settled
    assert stand.told() == (
        "À revoir (Fin (Accord ACCORD-1) : « 31/12/2029 » devient « 31/12/2031 »). Sans objet (23/11/2026, Camille) : Vu avec la DAFPIC"
    )


def test_a_correction_of_a_fact_puts_the_decision_to_review_and_undoing_it_puts_it_back(load, store) -> None:
    load(files([c(), f()]))
    decided(store, "sans_objet")
    lot = remake(store, lambda held: correction(held, "Convention:CONV-1", "themes", "Forum", author="Camille", reason="relue", at=AT))
    assert [change.partition(" (")[0] for change in told(store)[KEY].changes] == ["Thèmes"]
    undo(store, lot.number, author="Camille", reason="", at=AT)
    assert told(store)[KEY].settled


def test_the_latest_decision_is_in_force_and_earlier_ones_come_back_when_it_is_undone(load, store) -> None:
    load(files([c(), f()]))
    decided(store, "sans_objet")
    again = decided(store, "a_examiner", reason="")
    assert told(store)[KEY].decision.status == "a_examiner"
    assert not told(store)[KEY].settled
    undo(store, again.number, author="Camille", reason="", at=AT)
    assert told(store)[KEY].decision.status == "sans_objet"


def test_a_decision_follows_a_convention_brought_to_another(load, store) -> None:
    load(files([c(), f()]))
    decided(store, "sans_objet")
    load(files([c("CONV-7", themes="")]), series="autre")
    remake(store, lambda held: merge(held, "Convention:CONV-1", "Convention:CONV-7", author="Camille", reason="", at=AT))
    assert set(decisions(store)) == {KEY.replace("CONV-1", "CONV-7")}


def test_a_decision_about_what_is_no_longer_found_is_kept_apart(load, store) -> None:
    load(files([c(), f()]))
    decided(store, "sans_objet")
    load(files([c(siren="000000026", partner="Bêta"), f()]))
    assert verdicts(store) == []
    assert [decision.key for decision in orphans(decisions(store), verdicts(store))] == [KEY]


@pytest.mark.parametrize(
    ("lines", "status", "reason", "sentence"),
    [
        ([c(), f()], "sans_objet", " ", "Donnez un motif : une décision le garde, et il est remis avec le dossier."),
        ([c(), f()], "fini", "x", "« fini » n’est pas une décision : un de ces mots : À examiner, Rattaché, Sans objet, Corrigé."),
        (
            [c(siren="", partner="Escuela", country="Espagne", object="Échange")],
            "rattache",
            "x",
            "« Échange » : ce verdict ne concerne pas un accord-cadre, il n’y a rien à rattacher.",
        ),
        ([c(cites="ACCORD-1", object="Stages"), f()], "rattache", "x", "« Stages » cite déjà cet accord : il n’y a rien à rattacher."),
        ([c(siren=A)], "sans_objet", "x", "Aucun verdict n’est choisi : il n’y a rien à décider."),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused_with_a_sentence(load, store, lines, status, reason, sentence) -> None:
    load(files(lines))
    with pytest.raises(NetmapError) as caught:
        decided(store, status, reason)
    assert str(caught.value) == sentence
    assert len(store.lots()) == 1


def test_several_verdicts_are_decided_at_once_in_one_lot(load, store) -> None:
    load(files([c(), c("CONV-2", uai="0671509B", themes="Forum"), f(themes="PFMP | Forum")]))
    lot = decided(store, "rattache", "même objet")
    assert len(store.lots()) == 2
    assert sorted(told(store)) == ["Convention:CONV-1|Framework:ACCORD-1|lien", "Convention:CONV-2|Framework:ACCORD-1|lien"]
    assert lot.title.endswith("et 1 autre")
