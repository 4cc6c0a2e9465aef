"""What any store must do: the contract of `netmap.stores.Store`, told without a word about how a network is kept."""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import polars as pl
import pytest

from loaders import SOURCES
from netmap.errors import NetmapError, StaleVersion, UnknownName
from netmap.intake import Given, Preparation, commit, prepare, redo, remake, undo
from netmap.lot import JournalEntry, LotKind, LotState
from netmap.lots import correction, fold
from netmap.network import Network
from netmap.stores import Store, open_store

AT, LATER = "2026-11-23T08:00:00+00:00", "2026-11-23T09:00:00+00:00"
HEADINGS = "N° de convention;UAI;Partenaire;Objet;Filières\n"
FIRST = HEADINGS + "CONV-2024-1;0350760L;Valette;Accueil;Bois\nCONV-2024-2;0671509B;Brume;Visites;BTP | Mer\n"
SECOND = HEADINGS + "CONV-2024-1;0350760L;Valette;Accueil en PFMP;BTP\nCONV-2024-3;0350760L;Mer et Fils;Jurys;\n"
Again = Callable[[], Store]


@pytest.fixture(params=["embedded", pytest.param("bolt", marks=pytest.mark.neo4j)])
def again(request: pytest.FixtureRequest, tmp_path: Path) -> Again:
    """Give the function that opens one same location, made the first time."""
    location = request.getfixturevalue("neo4j") if request.param == "bolt" else tmp_path / "reseau.netmap"
    return lambda: open_store(location, create=True)


@pytest.fixture
def store(again: Again) -> Store:
    return again()


def prepared(store: Store, text: str = FIRST, name: str = "conventions.csv") -> Preparation:
    return prepare(store, [Given(name, content=text.encode())], SOURCES, author="Camille", at=AT)


def loaded(store: Store, text: str = FIRST) -> Preparation:
    preparation = prepared(store, text)
    commit(store, preparation)
    return preparation


def same(one: Network, other: Network) -> bool:
    kinds = {*one.nodes, *one.links, *other.nodes, *other.links}
    return all(_sorted(one, kind).equals(_sorted(other, kind)) for kind in kinds)


def _sorted(network: Network, kind: str) -> pl.DataFrame:
    frame = network.nodes.get(kind, network.links.get(kind, pl.DataFrame()))
    return frame.sort([c for c in ("id", "source", "target") if c in frame.columns]) if frame.width else frame


def test_a_new_store_is_empty_and_whole(store: Store) -> None:
    network = store.network()
    assert (store.version(), store.lots(), store.journal(), store.verify()) == (0, (), (), ())
    assert (network.is_empty, network.version, network.lots) == (True, 0, ())
    assert list(store.frames("Convention")) == []
    assert store.location


def test_a_commit_numbers_the_lot_grows_the_version_and_shows_what_was_promised(store: Store) -> None:
    preparation = prepared(store)
    lot = commit(store, preparation)
    assert (lot.number, lot.kind, lot.state, lot.author, lot.at, lot.title) == (
        1,
        LotKind.IMPORT,
        LotState.ACTIVE,
        "Camille",
        AT,
        "Import : conventions.csv",
    )
    assert (store.version(), store.lots()) == (1, (lot,))
    assert same(store.network(), preparation.after)
    assert store.network().version == 1
    assert store.verify() == ()


def test_a_commit_without_the_network_it_gives_is_the_same(store: Store) -> None:
    preparation = prepared(store)
    store.commit(preparation.draft, preparation.expected)
    assert same(store.network(), preparation.after)


def test_statements_come_back_lot_by_lot_as_they_were_given(store: Store) -> None:
    drafts = [loaded(store, text).draft for text in (FIRST, SECOND)]
    for kind in drafts[0].frames:
        found = list(store.frames(kind))
        assert [lot.number for lot, _frame in found] == [n for n, draft in enumerate(drafts, 1) if kind in draft.frames]
        for lot, frame in found:
            assert frame.equals(drafts[lot.number - 1].frames[kind])
            assert frame.schema == drafts[lot.number - 1].frames[kind].schema


def test_the_network_is_the_fold_of_the_lots(store: Store) -> None:
    loaded(store, FIRST)
    loaded(store, SECOND)
    assert same(store.network(), fold(store.lots(), store.frames, store.version()))
    assert store.network().row("Convention:CONV-2024-1")["object"] == "Accueil en PFMP"
    assert store.verify() == ()


def test_undo_and_redo_change_the_state_of_one_lot_and_nothing_else(store: Store) -> None:
    first = loaded(store, FIRST).after
    second = loaded(store, SECOND).after
    undo(store, 2, author="Dominique", reason="mauvais fichier", at=LATER)
    assert [(lot.number, lot.state) for lot in store.lots()] == [(1, LotState.ACTIVE), (2, LotState.UNDONE)]
    assert same(store.network(), first)
    assert (store.version(), store.verify()) == (3, ())
    redo(store, 2, author="Dominique", reason="", at=LATER)
    assert same(store.network(), second)
    assert (store.version(), store.verify()) == (4, ())


def test_the_journal_tells_each_act_in_order(store: Store) -> None:
    loaded(store)
    undo(store, 1, author="Dominique", reason="mauvais fichier", at=LATER)
    redo(store, 1, author="Camille", reason="non, le bon", at=LATER)
    title = "Import : conventions.csv"
    assert store.journal() == (
        JournalEntry(at=AT, author="Camille", act="validé", lot=1, title=title, version=1),
        JournalEntry(at=LATER, author="Dominique", act="annulé", lot=1, title=title, reason="mauvais fichier", version=2),
        JournalEntry(at=LATER, author="Camille", act="repris", lot=1, title=title, reason="non, le bon", version=3),
    )


def test_a_lot_prepared_against_an_older_version_is_refused_and_changes_nothing(store: Store) -> None:
    late = prepared(store, SECOND)
    loaded(store, FIRST)
    before = store.network()
    with pytest.raises(StaleVersion) as caught:
        commit(store, late)
    assert "Préparez à nouveau" in str(caught.value)
    with pytest.raises(StaleVersion):
        store.set_state(1, LotState.UNDONE, author="", reason="", at="", expected=0)
    assert (store.version(), len(store.lots()), len(store.journal())) == (1, 1, 1)
    assert same(store.network(), before)
    commit(store, prepared(store, SECOND))
    assert store.version() == 2


def test_a_lot_that_does_not_exist_or_is_in_that_state_already_is_told(store: Store) -> None:
    loaded(store)
    with pytest.raises(UnknownName, match="Aucun lot ne porte le numéro 7"):
        undo(store, 7, author="", reason="", at="")
    with pytest.raises(NetmapError, match="Le lot 1 est déjà actif"):
        redo(store, 1, author="", reason="", at="")
    assert (store.version(), len(store.journal())) == (1, 1)


def test_a_person_s_correction_is_a_lot_like_another(store: Store) -> None:
    loaded(store)
    remake(store, lambda network: correction(network, "Convention:CONV-2024-2", "ends_on", "31/08/2027", author="A", reason="", at=LATER))
    assert [lot.kind for lot in store.lots()] == [LotKind.IMPORT, LotKind.CORRECTION]
    assert str(store.network().row("Convention:CONV-2024-2")["ends_on"]) == "2027-08-31"
    undo(store, 2, author="", reason="", at=LATER)
    assert store.network().row("Convention:CONV-2024-2")["ends_on"] is None
    assert store.verify() == ()


def test_two_stores_on_one_location_see_each_other_s_acts(again: Again) -> None:
    one, other = again(), again()
    loaded(one)
    assert (other.version(), other.lots()) == (1, one.lots())
    assert same(other.network(), one.network())
    undo(other, 1, author="", reason="", at=LATER)
    assert (one.version(), one.network().is_empty) == (2, True)
    assert one.journal() == other.journal()


def test_of_writers_that_start_together_each_commits_or_is_told_to_prepare_again(again: Again) -> None:
    stores = [again() for _ in range(4)]
    drafts = [prepared(store) for store in stores]
    together, told = Barrier(len(stores)), list[str]()

    def write(store: Store, preparation: Preparation) -> None:
        together.wait()
        try:
            told.append(str(commit(store, preparation).number))
        except StaleVersion:
            told.append("stale")

    threads = [Thread(target=write, args=pair) for pair in zip(stores, drafts, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["1", "stale", "stale", "stale"]
    assert (stores[0].version(), len(stores[0].lots()), stores[0].verify()) == (1, 1, ())


def test_acts_that_are_made_again_when_another_came_first_are_all_kept(again: Again) -> None:
    loaded(again())
    objects = [f"Objet {n}" for n in range(4)]

    def write(text: str) -> None:
        remake(again(), lambda network: correction(network, "Convention:CONV-2024-1", "object", text, author="", reason="", at=AT))

    threads = [Thread(target=write, args=(text,)) for text in objects]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = again()
    assert sorted(lot.title.rpartition(" = ")[2] for lot in store.lots()[1:]) == objects
    assert (store.version(), store.verify()) == (5, ())


def test_words_and_values_of_any_kind_come_back_as_they_were(store: Store) -> None:
    cell = "l’été 🏭 Αθήνα <b>&co</b> =1+1 " + "x" * 10_000
    loaded(store, HEADINGS + f'CONV-2024-1;0350760L;Valette;"{cell}";\n')
    assert store.network().row("Convention:CONV-2024-1")["object"] == cell
    assert store.verify() == ()
