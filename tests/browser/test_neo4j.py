"""The application on a Neo4j server: the same pages, who keeps the network said in the margin, a correction that Cypher sees."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netmap.stores import open_store
from tests.conftest import StartApp, driver_of_tests, own_environment

WAIT = 60_000
CORRECTED = "Accueil, corrigé sur le serveur"


@pytest.fixture
def loaded(neo4j: str, tmp_path: Path) -> str:
    """Give the address of a server that holds the example."""
    command = [sys.executable, "-m", "netmap", "demo", "--network", neo4j, "--no-app"]
    made = subprocess.run(command, cwd=tmp_path, env=own_environment(), capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return neo4j


def test_the_application_works_on_a_server_as_on_a_file(loaded: str, start_app: StartApp, tmp_path: Path, page: Page) -> None:
    with start_app([sys.executable, "-m", "netmap", "app", "--network", loaded], tmp_path) as address:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Que dois-je regarder aujourd’hui ?", timeout=WAIT)
        expect(page.get_by_test_id("stSidebar")).to_contain_text(f"Réseau : {loaded}, Neo4j ", timeout=WAIT)
        expect(page.get_by_test_id("stSidebar")).to_contain_text(f"Vos données restent sur le serveur {loaded}.")
        page.get_by_test_id("stPageLink").filter(has_text="arrivent à échéance").get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Quelles conventions arrivent à échéance ?", timeout=WAIT)
        expect(page.get_by_role("button", name="Télécharger (Excel)")).to_be_visible(timeout=WAIT)
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=WAIT)
        box = page.get_by_role("combobox", name=re.compile("Ouvrir une fiche"))
        box.click()
        box.fill("Accueil")
        page.get_by_role("option").first.click()
        expect(page.get_by_role("heading", name="D’où le sait-on ?")).to_be_visible(timeout=WAIT)
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=WAIT)
        page.get_by_role("textbox", name="Nouvelle valeur").fill(CORRECTED, timeout=WAIT)
        page.get_by_role("button", name="Enregistrer la correction").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(CORRECTED, timeout=WAIT)
        with driver_of_tests(loaded) as driver:
            found = driver.execute_query("MATCH (c:Convention {object: $said}) RETURN count(c) AS count", said=CORRECTED).records[0]
        assert found["count"] == 1
        assert open_store(loaded).verify() == ()
        page.goto("about:blank")  # before the application ends
    assert list(tmp_path.glob("*.netmap")) == []


def test_a_network_that_disappears_is_a_sentence_on_the_page(loaded: str, start_app: StartApp, tmp_path: Path, page: Page) -> None:
    with start_app([sys.executable, "-m", "netmap", "app", "--network", loaded], tmp_path) as address:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Que dois-je regarder aujourd’hui ?", timeout=WAIT)
        with driver_of_tests(loaded) as driver:
            driver.execute_query("MATCH (n:NetmapNetwork) DETACH DELETE n")
        page.reload()
        expect(page.get_by_text("Le réseau n’est plus dans la base de données")).to_be_visible(timeout=WAIT)
        page.goto("about:blank")
