"""Somebody changed the graph in Neo4j Browser: it is told, and put back, or kept as a lot."""

import json
from collections.abc import Callable
from typing import Any, LiteralString, cast

import pytest

from loaders import SOURCES
from netmap.errors import StoreError
from netmap.intake import Given, commit, prepare
from netmap.lot import LotKind
from netmap.stores import Store, open_store
from tests.cli.running import run
from tests.conftest import driver_of_tests
from tests.neo4j.rows import rows_of

CONVENTIONS = (
    "N° de convention;UAI;Partenaire;Objet;Fin;Filières\n"
    "CONV-2024-1;0350760L;Valette;Accueil;31/08/2027;Bois\nCONV-2024-2;0671509B;Brume;Visites;;BTP\n"
)
Change = Callable[..., None]
ACCUEIL = "MATCH (c:Convention {id: 'Convention:CONV-2024-1'})"


@pytest.fixture
def store(neo4j: str) -> Store:
    held = open_store(neo4j, create=True)
    commit(held, prepare(held, [Given("c.csv", content=CONVENTIONS.encode())], SOURCES, author="", at="2026-11-23T08:00:00+00:00"))
    return held


@pytest.fixture
def change(neo4j: str) -> Change:
    def changed(text: str, **given: Any) -> None:
        with driver_of_tests(neo4j) as driver:
            driver.execute_query(cast("LiteralString", text), given)

    return changed


CHANGES = [
    (
        f"{ACCUEIL} SET c.object = 'Autre'",
        (
            "« Convention » : ce qui est montré n’est pas ce que disent les lots (1 changé : Convention:CONV-2024-1 "
            "(Objet « Autre » au lieu de « Accueil »))."
        ),
    ),
    (
        f"{ACCUEIL} SET c.ends_on = null",
        (
            "« Convention » : ce qui est montré n’est pas ce que disent les lots (1 changé : Convention:CONV-2024-1 "
            "(Fin (vide) au lieu de « 31/08/2027 »))."
        ),
    ),
    (f"{ACCUEIL} SET c.ends_on = '2027-08-31'", "« Convention » : Convention:CONV-2024-1 n’est pas comme netmap l’écrit (ends_on)."),
    (f"{ACCUEIL} SET c.pupils = 'douze'", "« Convention » : Convention:CONV-2024-1 n’est pas comme netmap l’écrit (pupils)."),
    (f"{ACCUEIL} SET c.avis = 1", "« Convention » : Convention:CONV-2024-1 n’est pas comme netmap l’écrit (avis)."),
    (f"{ACCUEIL} SET c:Favori", "« Convention » : Convention:CONV-2024-1 n’est pas comme netmap l’écrit (étiquette en plus)."),
    (
        f"{ACCUEIL} DETACH DELETE c",
        "« Convention » : ce qui est montré n’est pas ce que disent les lots (1 en moins : Convention:CONV-2024-1).",
    ),
    (
        "CREATE (:Filiere {id: 'Filiere:~mer', name: 'Mer'})",
        "« Filiere » : ce qui est montré n’est pas ce que disent les lots (1 en trop : Filiere:~mer).",
    ),
    ("CREATE (:Filiere {name: 'Mer'})", "« Filiere » : 1\u00a0élément sans identifiant."),
    ("CREATE (:Filiere {id: 12})", "« Filiere » : 1\u00a0élément sans identifiant."),
    ("CREATE (:Licorne {id: 'x'})", "1\u00a0élément que netmap ne connaît pas : Licorne."),
    ("CREATE ()", "1\u00a0élément que netmap ne connaît pas : sans étiquette."),
    (
        f"{ACCUEIL} MATCH (f:Filiere {{id: 'Filiere:~btp'}}) CREATE (c)-[:COVERS]->(f)",
        "« COVERS » : ce qui est montré n’est pas ce que disent les lots (1 en trop : Convention:CONV-2024-1 → Filiere:~btp).",
    ),
    (
        f"{ACCUEIL}-[r:COVERS]->() DELETE r",
        "« COVERS » : ce qui est montré n’est pas ce que disent les lots (1 en moins : Convention:CONV-2024-1 → Filiere:~bois).",
    ),
    (f"{ACCUEIL}-[:COVERS]->(f) CREATE (c)-[:COVERS]->(f)", "« COVERS » : 2 liens en double."),
    (f"{ACCUEIL} MATCH (f:Filiere {{id: 'Filiere:~btp'}}) CREATE (f)-[:AIME]->(c)", "1\u00a0lien que netmap ne connaît pas : AIME."),
    (
        f"{ACCUEIL} MATCH (e:Establishment) CREATE (c)-[:TEACHES]->(e)",
        "« TEACHES » : ce qui est montré n’est pas ce que disent les lots (2 en trop",
    ),
]


@pytest.mark.parametrize(("text", "told"), CHANGES, ids=[text.removeprefix(ACCUEIL)[:40] for text, _ in CHANGES])
def test_what_was_changed_by_hand_is_told_then_put_back(store: Store, change: Change, text: str, told: str) -> None:
    expected = rows_of(store.network())
    change(text)
    assert any(fault.startswith(told) for fault in store.verify()), store.verify()
    assert store.put_back() > 0
    assert store.verify() == ()
    assert rows_of(store.shown()) == expected
    assert len(store.lots()) == 1


@pytest.mark.parametrize("text", ["MATCH (n:NetmapLot) DELETE n", "MATCH (n:NetmapPart {kind: 'SIGNS'}) DELETE n"], ids=["lot", "part"])
def test_what_was_erased_of_the_lots_is_told_and_never_taken_for_the_network(store: Store, change: Change, text: str) -> None:
    change(text)
    told = "Des lots, ou leurs données, ne sont plus là. La base est abîmée : reprenez une sauvegarde."
    assert open_store(store.location).verify() == (told,)
    with pytest.raises(StoreError, match="ne sont plus là"):
        open_store(store.location).network()


def test_the_command_says_what_was_changed_and_repairs_only_when_asked(store: Store, change: Change) -> None:
    change(f"{ACCUEIL} SET c.object = 'Autre'")
    found = run("verify", "--network", store.location)
    assert (found.exit_code, found.stdout.count("Objet « Autre » au lieu de « Accueil »")) == (1, 1)
    assert store.verify() != ()
    repaired = run("verify", "--network", store.location, "--repair")
    assert (repaired.exit_code, repaired.stderr) == (0, "")
    assert "1 élément remis comme les lots le disent." in repaired.stdout
    assert "est intact : 1 lot vérifié, version 1." in repaired.stdout
    assert store.verify() == ()


def test_what_was_changed_by_hand_is_kept_as_a_lot_that_can_be_undone(store: Store, change: Change) -> None:
    before = rows_of(store.network())
    change(
        f"{ACCUEIL} SET c.object = 'Autre', c.ends_on = null, c.pupils = 12 "
        "CREATE (m:Filiere {id: 'Filiere:~mer', name: 'Mer'}) CREATE (c)-[:COVERS]->(m)"
    )
    found = run("verify", "--network", store.location, "--keep", "--author", "Camille", "--reason", "vu avec le lycée", "--format", "json")
    said = json.loads(found.stdout)
    assert (found.exit_code, said["left"], said["version"]) == (0, [], 2)
    (lot,) = store.lots()[1:]
    assert (lot.kind, lot.author, lot.reason) == (LotKind.CORRECTION, "Camille", "vu avec le lycée")
    row = store.network().row("Convention:CONV-2024-1")
    assert (row["object"], row["ends_on"], row["pupils"]) == ("Autre", None, 12)
    assert store.network().row("Filiere:~mer")["name"] == "Mer"
    assert ("Convention:CONV-2024-1", "Filiere:~mer") in store.network().link("COVERS").select("source", "target").rows()
    assert rows_of(store.shown()) == rows_of(store.network())
    assert run("undo", "2", "--network", store.location).exit_code == 0
    assert rows_of(store.shown()) == rows_of(store.network()) == before


def test_what_a_lot_cannot_say_is_told_and_put_back(store: Store, change: Change) -> None:
    before = rows_of(store.network())
    change(
        f"{ACCUEIL} SET c.reference = 'AUTRE-2024', c.status = 'dans les choux' "
        "CREATE (:Filiere {id: 'Filiere:mer', name: 'Mer'}) "
        "WITH c MATCH (e:Establishment {id: 'Establishment:0671509B'}) SET e.lot = 12 "
        "WITH c MATCH (c)-[r:COVERS]->() DELETE r"
    )
    said = json.loads(run("verify", "--network", store.location, "--keep", "--format", "json").stdout)
    refused = "Ne peut pas être gardé, est remis comme avant : "
    assert [sentence.removeprefix(refused) for sentence in said["done"]] == [
        "Establishment:0671509B : d’où vient une information (lot, ligne) ne se change pas à la main.",
        "Filiere:mer n’est pas un identifiant de « Filière » : ses propriétés donnent « Filiere:~mer ».",
        "Convention:CONV-2024-1 : Référence l’identifie et ne se change pas à la main.",
        (
            "Convention:CONV-2024-1 : État déclaré « dans les choux » n’est pas un état de convention "
            "(un de ces mots attendu : Projet, Votée en CA, Signée, Renouvelée, Terminée, Dénoncée)."
        ),
        "Convention:CONV-2024-1 → Filiere:~bois (concerne) a été effacé.",
        "4 éléments remis comme les lots le disent.",
    ]
    assert said["left"] == []
    assert rows_of(store.network()) == before == rows_of(store.shown())
