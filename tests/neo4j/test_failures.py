"""What goes wrong on the way to a server: one French sentence, within seconds, and never a password."""

import socket
import time
from collections.abc import Generator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from neo4j import READ_ACCESS, Driver, RoutingControl, Session
from neo4j.exceptions import Neo4jError

from netmap.errors import StoreError
from netmap.stores import is_server, is_there, open_store
from netmap.stores.bolt.connection import Address, credentials, refusal_of
from netmap.stores.bolt.server import Server
from tests.cli.running import ONE, answer, run, write
from tests.conftest import driver_of_tests, free_port
from tests.random_networks import random_drafts

WITHIN = 6  # five seconds, and what a busy machine adds


@pytest.fixture
def mute() -> Generator[str]:
    """Give the address of a program that takes connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(5)
        yield f"127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def stranger() -> Generator[str]:
    """Give the address of a program that speaks something else."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(5)

        def greet() -> None:
            while True:
                try:
                    held, _ = listener.accept()
                except OSError:
                    return
                with held:
                    held.sendall(b"220 bonjour\r\n")

        Thread(target=greet, daemon=True).start()
        yield f"127.0.0.1:{listener.getsockname()[1]}"


def refusal(location: str, *, create: bool = False) -> str:
    began = time.monotonic()
    with pytest.raises(StoreError) as caught:
        open_store(location, create=create)
    assert time.monotonic() - began < WITHIN
    return str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
@pytest.mark.parametrize("where", ["closed", "unknown", "mute", "stranger"])
def test_a_server_that_does_not_answer_is_told_within_five_seconds(request: pytest.FixtureRequest, scheme: str, where: str) -> None:
    places = {"closed": lambda: f"127.0.0.1:{free_port()}", "unknown": lambda: "serveur.invalid:7687"}
    place = places[where]() if where in places else request.getfixturevalue(where)
    told = refusal(f"{scheme}://{place}")
    address = f"« {scheme}://{place} »"
    said = f"Le serveur Neo4j {address} ne répond pas.", f"Le serveur {address} met trop de temps", f"Ce qui répond à {address} n’est pas"
    assert told.startswith(said)
    assert told.count("\n") == 0


def test_a_server_without_tls_asked_for_tls_is_told(neo4j: str) -> None:
    assert "ne répond pas" in refusal(neo4j.replace("bolt://", "bolt+s://"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_database_that_does_not_exist_is_told(neo4j: str, scheme: str) -> None:
    location = neo4j.replace("bolt", scheme) + "/absente"
    assert (
        refusal(location, create=True)
        == f"Le serveur « {location} » n’a pas cette base de données : vérifiez le nom après le dernier « / »."
    )


def test_a_database_without_a_network_is_told_and_not_made(neo4j: str) -> None:
    assert refusal(neo4j) == f"Aucun réseau à l’endroit « {neo4j} ». Chargez d’abord des fichiers, ou vérifiez l’adresse."
    assert not is_there(neo4j)
    with driver_of_tests(neo4j) as driver:
        assert driver.execute_query("MATCH (n) RETURN count(n) AS count").records[0]["count"] == 0


def test_a_database_that_holds_something_else_is_left_as_it_is(neo4j: str) -> None:
    with driver_of_tests(neo4j) as driver:
        driver.execute_query("CREATE (:Film {title: 'Le Jour se lève'})")
    told = f"La base de « {neo4j} » contient autre chose qu’un réseau de netmap : donnez une base vide."
    assert refusal(neo4j, create=True) == told
    with driver_of_tests(neo4j) as driver:
        assert driver.execute_query("MATCH (n) RETURN count(n) AS count").records[0]["count"] == 1


def test_a_network_of_a_newer_netmap_is_told(neo4j: str) -> None:
    open_store(neo4j, create=True)
    with driver_of_tests(neo4j) as driver:
        driver.execute_query("MATCH (n:NetmapNetwork) SET n.format = 7")
    assert refusal(neo4j).endswith("vient d’une version plus récente de netmap (format 7) : mettez netmap à jour.")


def test_a_network_erased_while_it_is_open_is_told(neo4j: str) -> None:
    store = open_store(neo4j, create=True)
    with driver_of_tests(neo4j) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    with pytest.raises(StoreError, match="n’est plus dans la base de données"):
        store.version()


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        ("Neo4j/5.26.30", ""),
        ("Neo4j/2026.08.1", ""),
        ("Neo4j/5.27-aura", ""),
        ("Neo4j/4.4.38", "Neo4j 4.4.38 est trop ancien : netmap demande Neo4j 5.26 ou plus récent ; mettez le serveur à jour."),
        ("Neo4j/5.9.0", "Neo4j 5.9.0 est trop ancien : netmap demande Neo4j 5.26 ou plus récent ; mettez le serveur à jour."),
        ("Memgraph/2.1", "Ce serveur n’est pas Neo4j (Memgraph/2.1)."),
        ("", "Ce serveur n’est pas Neo4j (il ne dit pas son nom)."),
    ],
)
def test_a_server_of_another_kind_or_age_is_told(agent: str, told: str) -> None:
    assert refusal_of(agent) == told


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("bolt://serveur", "bolt://serveur:7687"),
        ("BOLT+S://Serveur:1/base", "bolt+s://serveur:1/base"),
        ("neo4j://[::1]:7687/", "neo4j://[::1]:7687"),
    ],
)
def test_an_address_is_read(text: str, address: str) -> None:
    assert is_server(text)
    assert str(Address.read(text)) == address


@pytest.mark.parametrize("text", ["bolt://", "bolt://h:99999", "bolt://h:x", "bolt://h/a/b", "bolt://h?x=1", "bolt://h#x", "bolt://:1"])
def test_what_is_no_address_is_told(text: str) -> None:
    assert refusal(text).endswith("« bolt://serveur:7687 » ou « bolt://serveur:7687/base » attendu.")


def test_a_password_in_the_address_is_refused_and_never_repeated() -> None:
    told = refusal("bolt://neo4j:secret123@serveur:7687")
    assert "ne prend ni nom ni mot de passe" in told
    assert "secret123" not in told


@pytest.mark.parametrize("path", ["reseau.netmap", "bolt", "bolt:/x", "bolts://x", "./bolt://x"])
def test_a_path_is_no_address(path: str) -> None:
    assert not is_server(path)


def test_credentials_come_from_the_environment_or_from_the_file_that_neo4j_gives(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NETMAP_NEO4J_FILE", "NEO4J_USERNAME", "NEO4J_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    assert credentials() is None
    monkeypatch.setenv("NEO4J_PASSWORD", "p=1")
    assert credentials() == ("neo4j", "p=1")
    monkeypatch.setenv("NEO4J_USERNAME", "camille")
    assert credentials() == ("camille", "p=1")
    file = tmp_path / "Neo4j-identifiants.txt"
    file.write_text("# Wait 60 seconds\nNEO4J_URI=neo4j+s://x\nNEO4J_USERNAME=aura\nNEO4J_PASSWORD=q=2\n", encoding="utf-8")
    monkeypatch.setenv("NETMAP_NEO4J_FILE", str(file))
    assert credentials() == ("aura", "q=2")
    file.write_text("rien\n", encoding="utf-8")
    with pytest.raises(StoreError, match="ne dit pas NEO4J_PASSWORD=…"):
        credentials()
    monkeypatch.setenv("NETMAP_NEO4J_FILE", str(tmp_path / "absent"))
    with pytest.raises(StoreError, match="ne se lit pas : vérifiez le chemin et les droits"):
        credentials()


def test_a_transaction_that_reads_is_refused_by_the_server_when_it_writes(neo4j: str) -> None:
    open_store(neo4j, create=True)
    server = Server.reach(neo4j)
    with pytest.raises(StoreError, match="est en lecture seule pour cet utilisateur : rien n’a été écrit"):
        server.read(lambda tx: tx.run("CREATE (:Filiere {id: 'Filiere:~mer'})").consume())
    with driver_of_tests(neo4j) as driver, pytest.raises(Neo4jError):
        driver.execute_query("CREATE (:Filiere)", routing_=RoutingControl.READ)
    assert open_store(neo4j).verify() == ()


def test_what_pages_and_questions_read_is_only_read(neo4j: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(neo4j, create=True)
    for draft in random_drafts(3):
        store.commit(draft, store.version())
    reading = open_store(neo4j)
    opened: list[str] = []
    session = Driver.session

    def noted(self: Driver, **given: Any) -> Session:
        opened.append(given["default_access_mode"])
        return session(self, **given)

    monkeypatch.setattr(Driver, "session", noted)
    for read in (reading.network, reading.lots, reading.journal, reading.version, reading.notice, reading.verify, reading.shown):
        read()
    assert set(opened) == {READ_ACCESS}


def test_a_question_that_lasts_too_long_is_stopped_and_told(neo4j: str) -> None:
    open_store(neo4j, create=True)
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b)"
    began = time.monotonic()
    with pytest.raises(StoreError, match="met trop de temps à répondre : réessayez"):
        Server.reach(neo4j).read(lambda tx: tx.run(slow).consume(), seconds=1)
    assert time.monotonic() - began < WITHIN


def test_a_routed_address_reads_what_it_has_just_written(neo4j: str) -> None:
    location = neo4j.replace("bolt://", "neo4j://")
    store = open_store(location, create=True)
    for draft in random_drafts(5):
        store.commit(draft, store.version())
        assert store.network().version == store.version() == len(store.lots())
    assert store.verify() == ()
    assert open_store(neo4j).lots() == store.lots()


def test_commands_work_on_a_server_and_say_who_answers(neo4j: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETMAP_STORE", neo4j)
    loaded = answer("load", write(ONE))
    assert (loaded["network"], loaded["committed"], loaded["version"]) == (neo4j, True, 1)
    assert answer("load", "conventions.csv")["committed"] is False
    assert len(answer("ask", "lapsing_conventions", "--before", "31/12/2027")["rows"]) == 1
    verified = run("verify")
    assert (verified.exit_code, "(community), base « neo4j ») est intact" in verified.stdout) == (0, True)
    assert run("undo", "1").exit_code == 0
    assert answer("ask", "lapsing_conventions", "--before", "31/12/2027")["rows"] == []
    assert [path.name for path in tmp_path.iterdir()] == ["conventions.csv"]
