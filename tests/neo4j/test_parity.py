"""Both engines answer alike: every question, on the example, on nothing, on random networks made from the schema.

Nothing here names a question nor a kind: what is declared tomorrow is covered.
"""

import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from loaders import SOURCES
from netmap.answer import ask, concluded, parameters
from netmap.demo import demo_files
from netmap.domain import DOMAIN
from netmap.intake import Given, commit, prepare, redo, undo
from netmap.lots import fold
from netmap.network import Network
from netmap.question import Params, Question
from netmap.stores import Store, open_store
from queries import QUESTIONS
from tests.neo4j.rows import rows_of
from tests.random_networks import SEEDS, random_drafts, undone

ON = date(2026, 11, 23)
AT = "2026-11-23T08:00:00+00:00"
# Beside the long-term version, the current one is played a part of what chance makes: it is the same netmap that writes and asks.
BESIDE = "NETMAP_TEST_NEO4J_VERSION" in os.environ
FEWEST = len(SEEDS) // 3 if BESIDE else len(SEEDS)


def cases(question: Question, network: Network, dice: random.Random, turn: int | None = None) -> list[Params]:
    """Ask without condition, then with two actors of each kind that each parameter takes; at a turn, with one actor of one kind."""
    plain = parameters(question, {}, network, ON)
    found = [plain]
    for parameter in question.parameters:
        kinds = [kind for kind in parameter.kind.split("|") if kind]
        for kind in kinds if turn is None or not kinds else [kinds[turn % len(kinds)]]:
            ids = sorted(network.node(kind)["id"])
            found += [{**plain, parameter.name: identifier} for identifier in dice.sample(ids, min(2 if turn is None else 1, len(ids)))]
    return found


def in_order(facts: pl.DataFrame) -> list[tuple[Any, ...]]:
    return sorted(facts.rows(), key=repr)


def unlike(store: Store, network: Network, dice: random.Random, turn: int | None = None) -> tuple[list[str], dict[str, int]]:
    """List the questions that the two engines do not answer alike; count what each found.

    Facts are compared in all cases, whatever their order, and what is concluded from them in one case a question.
    """
    told: list[str] = []
    counts = dict.fromkeys((question.name for question in QUESTIONS), 0)
    for question in QUESTIONS:
        asked = cases(question, network, dice, turn)
        concluded_too = dice.randrange(len(asked))
        for place, params in enumerate(asked):
            ours, theirs = question.find(network, params), store.facts(question, params, network.version)
            assert theirs is not None
            counts[question.name] += ours.height
            if (ours.schema, in_order(ours)) != (theirs.schema, in_order(theirs)):
                told.append(f"{question.name} {params}: facts")
            if place != concluded_too:
                continue
            one, other = (concluded(network, question, params, facts) for facts in (ours, theirs))
            if not one.rows.equals(other.rows) or one.places.to_list() != other.places.to_list():
                told.append(f"{question.name} {params}: answer")
    return told, counts


def test_an_empty_network_is_answered_alike(neo4j: str) -> None:
    store = open_store(neo4j, create=True)
    assert unlike(store, store.network(), random.Random(0)) == ([], dict.fromkeys((q.name for q in QUESTIONS), 0))  # noqa: S311


def test_the_example_is_answered_alike(neo4j: str) -> None:
    store = open_store(neo4j, create=True)
    commit(store, prepare(store, [Given.at(path) for path in demo_files()], SOURCES, author="", at=AT))
    told, counts = unlike(store, store.network(), random.Random(1))  # noqa: S311 - cases, not secrets
    assert told == []
    network = store.network()
    for question in QUESTIONS:
        params = parameters(question, {}, network, ON)
        assert ask(network, question, params, store).rows.equals(ask(network, question, params).rows), question.name
    assert min(counts.values()) > 0
    assert rows_of(store.shown()) == rows_of(store.network())


def test_random_networks_are_kept_and_answered_alike(neo4j: str, wiped: Callable[[], None], tmp_path: Path) -> None:
    found = dict.fromkeys((question.name for question in QUESTIONS), 0)
    for played, seed in enumerate(SEEDS):
        if played >= FEWEST and min(found.values()) > 0:
            break
        wiped()
        store, embedded = open_store(neo4j, create=True), open_store(tmp_path / f"{seed}.netmap", create=True)
        for draft in random_drafts(seed)[::2]:  # longer sequences are played below
            for one in (store, embedded):
                one.commit(draft, one.version())
        assert rows_of(store.network()) == rows_of(embedded.network()), seed
        assert rows_of(store.shown()) == rows_of(embedded.network()), seed
        told, counts = unlike(store, store.network(), random.Random(seed), turn=seed)  # noqa: S311 - cases, not secrets
        assert told == [], seed
        found = {name: found[name] + counts[name] for name in found}
    assert min(found.values()) > 0, "a parity that never met a fact proves nothing"


@pytest.mark.parametrize("seed", range(100, 102 if BESIDE else 104))
def test_after_any_acts_the_graph_is_the_fold_element_by_element(neo4j: str, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - cases, not secrets
    store = open_store(neo4j, create=True)
    for draft in random_drafts(seed):
        store.commit(draft, store.version())
    for number in undone(dice, range(1, 6)):
        undo(store, number, author="", reason="", at=AT)
        assert rows_of(store.shown()) == rows_of(fold(store.lots(), store.frames)), f"undone {number}"
    for lot in store.lots():
        if lot.state != "actif" and dice.random() < 0.7:
            redo(store, lot.number, author="", reason="", at=AT)
    assert rows_of(store.shown()) == rows_of(fold(store.lots(), store.frames)) == rows_of(store.network())
    assert store.verify() == ()


def test_what_the_cases_ask_covers_every_parameter() -> None:
    kinds = {kind for question in QUESTIONS for parameter in question.parameters for kind in filter(None, parameter.kind.split("|"))}
    assert kinds <= set(DOMAIN.node_kinds)
    assert len(SEEDS) >= max(len(parameter.kind.split("|")) for question in QUESTIONS for parameter in question.parameters)
