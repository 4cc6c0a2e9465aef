"""A network moved between stores, in every direction: nothing lost, taken up where it was cut, proved equal at the end."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from netmap.errors import StaleVersion, StoreError
from netmap.intake import undo
from netmap.stores import Store, open_store
from netmap.stores.moving import Moved, differences, move
from netmap.stores.parts import Part
from tests.cli.running import answer, run
from tests.random_networks import random_drafts

SERVER = pytest.param("bolt", marks=pytest.mark.neo4j)
Place = Callable[[str], str]


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Give the location of a kind of store, empty."""

    def found(kind: str) -> str:
        return request.getfixturevalue("neo4j") if kind == "bolt" else str(tmp_path / kind)

    return found


def filled(location: str) -> Store:
    store = open_store(location, create=True)
    for draft in random_drafts(42):
        store.commit(draft, store.version())
    undo(store, 2, author="Dominique", reason="mauvais fichier", at="2026-11-23T09:00:00+00:00")
    return store


@pytest.mark.parametrize(("start", "end"), [("a.netmap", "b.netmap"), pytest.param("a.netmap", "bolt", marks=pytest.mark.neo4j)])
def test_a_network_moves_there_and_back_and_is_the_same(place: Place, start: str, end: str) -> None:
    source = filled(place(start))
    there = open_store(place(end), create=True, receiving=True)
    found = move(source, there)
    assert (found.lots, found.acts, found.already, found.version) == (5, 6, 0, 6)
    assert differences(source, open_store(place(end))) == []
    back = open_store(place("retour.netmap"), create=True, receiving=True)
    move(open_store(place(end)), back)
    again = open_store(place("retour.netmap"))
    assert differences(source, again) == []
    assert [part.content for part in again.parts()] == [part.content for part in source.parts()]
    assert again.verify() == ()


class Cut:
    """A store whose parts stop coming after some."""

    def __init__(self, store: Store, after: int) -> None:
        self._store, self._after = store, after

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def parts(self) -> Iterator[Part]:
        for n, part in enumerate(self._store.parts()):
            if n == self._after:
                raise ConnectionError("coupé")
            yield part


@pytest.mark.parametrize("end", ["b.netmap", SERVER])
def test_a_move_that_was_cut_shows_nothing_then_takes_up_where_it_stopped(place: Place, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netmap.stores.moving.GROUP_BYTES", 1)
    source = filled(place("a.netmap"))
    target = open_store(place(end), create=True, receiving=True)
    with pytest.raises(ConnectionError):
        move(Cut(source, 30), target)  # pyright: ignore[reportArgumentType] # a store in all but its parts
    assert (target.version(), target.lots(), target.journal()) == (0, (), ())
    with pytest.raises(StoreError, match="n’est pas terminé : relancez « netmap move »"):
        open_store(place(end), create=True)
    found = move(source, open_store(place(end), create=True, receiving=True))
    assert 25 <= found.already <= 30
    assert differences(source, open_store(place(end))) == []


@pytest.mark.parametrize("end", ["b.netmap", SERVER])
def test_parts_that_the_source_no_longer_has_do_not_arrive(place: Place, end: str) -> None:
    source = filled(place("a.netmap"))
    target = open_store(place(end), create=True, receiving=True)
    first = next(iter(source.parts()))
    target.arrived()
    target.receive([replace(first, sha256="0" * 64, content=b"autre chose"), replace(first, lot=99)])
    found = move(source, open_store(place(end), create=True, receiving=True))
    assert found.already == 0
    assert [part.name for part in open_store(place(end)).parts()] == [part.name for part in source.parts()]


@pytest.mark.parametrize("end", ["b.netmap", SERVER])
def test_a_network_is_not_moved_over_another(place: Place, end: str) -> None:
    source, other = filled(place("a.netmap")), filled(place(end))
    with pytest.raises(StoreError, match="contient déjà un réseau : donnez un endroit vide"):
        move(source, open_store(place(end), receiving=True))
    assert differences(other, open_store(place(end))) == []


def test_a_source_that_changes_meanwhile_is_told(place: Place) -> None:
    source, target = filled(place("a.netmap")), open_store(place("b.netmap"), create=True, receiving=True)

    class Changing(Cut):
        def parts(self) -> Iterator[Part]:
            yield from self._store.parts()
            undo(self._store, 1, author="", reason="", at="2026-11-23T09:00:00+00:00")

    with pytest.raises(StaleVersion, match="a changé pendant son déplacement"):
        move(Changing(source, 0), target)  # pyright: ignore[reportArgumentType] # same
    assert move(source, target).version == 7


def test_a_spoiled_part_stops_the_move(place: Place) -> None:
    source, target = filled(place("a.netmap")), open_store(place("b.netmap"), create=True, receiving=True)

    class Spoiled(Cut):
        def parts(self) -> Iterator[Part]:
            return (replace(part, content=b"x") for part in self._store.parts())

    with pytest.raises(StoreError, match=r"n’est plus celle qui a été validée. Rien n’est déplacé"):
        move(Spoiled(source, 0), target)  # pyright: ignore[reportArgumentType] # same


def test_a_difference_is_found_by_the_comparison(place: Place) -> None:
    one, other = filled(place("a.netmap")), filled(place("b.netmap"))
    undo(other, 1, author="", reason="", at="2026-11-23T09:00:00+00:00")
    told = differences(one, other)
    assert told[:3] == ["La version diffère.", "La liste des lots diffère.", "Le journal diffère."]
    assert len(told) > 3


def test_the_result_counts_what_moved() -> None:
    assert Moved(1, 2, 3, 4, 0, 5).size == 4


def test_the_command_moves_a_network_and_says_it_is_equal(neo4j: str, tmp_path: Path) -> None:
    filled(str(tmp_path / "a.netmap"))
    found = answer("move", tmp_path / "a.netmap", neo4j)
    assert (found["target"], found["lots"], found["version"], found["equal"]) == (neo4j, 5, 6, True)
    shown = run("move", neo4j, tmp_path / "b.netmap")
    assert (shown.exit_code, "les deux réseaux sont égaux." in shown.stdout) == (0, True)
    assert "Neo4j 5." in shown.stderr or "Neo4j 20" in shown.stderr
    assert differences(open_store(tmp_path / "a.netmap"), open_store(tmp_path / "b.netmap")) == []


def test_the_command_misused_is_told(tmp_path: Path) -> None:
    filled(str(tmp_path / "a.netmap"))
    for words, told in (
        ((tmp_path / "a.netmap", tmp_path / "a.netmap"), "La source et la cible sont le même réseau"),
        ((tmp_path / "absent", tmp_path / "b.netmap"), "il n’y a rien à déplacer"),
        ((tmp_path / "a.netmap", "bolt://127.0.0.1:1"), "ne répond pas"),
    ):
        found = run("move", *words)
        assert (found.exit_code, found.stdout) == (2, "")
        assert told in found.stderr
