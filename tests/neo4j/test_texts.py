"""Every text that netmap sends is read by the server's own parser, in both languages, without a notification."""

import re
import warnings
from collections.abc import Generator
from pathlib import Path

import pytest
from neo4j import Driver, NotificationMinimumSeverity

from netmap.domain import DOMAIN
from netmap.question import Question
from netmap.stores import open_store
from netmap.stores.bolt import texts
from queries import QUESTIONS
from tests.conftest import driver_of_tests, wipe
from tests.random_networks import random_drafts


@pytest.fixture(scope="module")
def server(neo4j_location: str) -> Generator[Driver]:
    """Give a driver on a database where every label, type and property has been seen once."""
    wipe(neo4j_location)
    store = open_store(neo4j_location, create=True)
    for seed in (0, 1, 2):
        for draft in random_drafts(seed)[:3]:
            store.commit(draft, store.version())
    with driver_of_tests(neo4j_location) as driver:
        yield driver


def notified(driver: Driver, text: str) -> list[str]:
    """Have a text explained; give what the server says of it."""
    with driver.session(notifications_min_severity=NotificationMinimumSeverity.INFORMATION) as session, warnings.catch_warnings():
        given = {**dict.fromkeys(re.findall(r"\$(\w+)", text)), "size": 1, "chunk": 1}
        summary = session.run(text, given).consume()  # pyright: ignore[reportArgumentType] # texts of ours, in two languages
        return [f"{one.gql_status} {one.status_description}" for one in summary.gql_status_objects if one.gql_status[:2] in {"01", "03"}]


def languages(driver: Driver) -> list[str]:
    """Give the languages that a server reads; without a word, a text is in the first on both versions, and that is how parity runs it."""
    agent = driver.execute_query("RETURN 1").summary.server.agent
    return ["CYPHER 5 EXPLAIN", *(() if agent.startswith("Neo4j/5.") else ("CYPHER 25 EXPLAIN",))]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_server_reads_every_question_without_a_word(server: Driver, question: Question) -> None:
    said = {
        (language, text): notified(server, f"{language} {text}")
        for language in languages(server)
        for text in (question.cypher, texts.columns(question.cypher, question.facts))
    }
    assert [(where, told) for where, told in said.items() if told] == []


def test_the_server_reads_what_writes_and_reads_the_graph_without_a_word(server: Driver) -> None:
    node, link = DOMAIN.nodes, DOMAIN.links
    written = [text(kind) for kind in node for text in (texts.create_nodes, texts.change_nodes, texts.remove_nodes, texts.read_nodes)]
    written += [texts.read_links(kind) for kind in node]
    written += [text(kind, kind.sources[0], kind.targets[0]) for kind in link for text in (texts.create_links, texts.change_links)]
    written += [texts.remove_links(kind, kind.sources[0], kind.targets[0]) for kind in link]
    said = {(language, text): notified(server, f"{language} {text}") for language in languages(server) for text in written}
    assert [(where, told) for where, told in said.items() if told] == []


def test_the_questions_of_the_guide_are_read_and_run(server: Driver) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "neo4j.md").read_text(encoding="utf-8")
    asked = re.findall(r"```cypher\n(.*?)```", page, flags=re.DOTALL)
    assert len(asked) == 6
    said = {(language, text): notified(server, f"{language} {text}") for language in languages(server) for text in asked}
    assert [(where, told) for where, told in said.items() if told] == []
    for text in asked:
        server.execute_query(text)


def test_the_words_of_a_kind_are_found_without_their_accents(server: Driver) -> None:
    text = "CALL db.index.fulltext.queryNodes('netmap_words', $words) YIELD node RETURN count(node) AS found"
    accented, plain = (server.execute_query(text, words=words).records[0]["found"] for words in ("rivière", "RIVIERE"))
    assert accented == plain > 0
