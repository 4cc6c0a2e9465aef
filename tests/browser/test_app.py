"""A first hour with netmap, in a real browser: the example, a question, a correction, a file brought in and taken out again."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netmap.stores import open_store

WAIT = 45_000
CORRECTED = "Accueil de stagiaires, corrigé à l’écran"
HOSTILE = "<img src=x onerror=alert(1)> Atelier & Fils [lien](javascript:alert(1))"
ORGANISATIONS = f"""Nom;SIREN;Catégorie;Commune
{HOSTILE};732829320;Entreprise;Rennes
Menuiserie des Bords de Loire;;Entreprise;Nantes
"""


@pytest.fixture
def empty_app(start_app, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Give the address of the application opened on a network that does not exist yet, and where it will be."""
    path = tmp_path / "neuf.netmap"
    with start_app([sys.executable, "-m", "netmap", "app", "--network", str(path)], tmp_path) as address:
        yield address, path


def settled(page: Page) -> None:
    """Wait until the page has answered."""
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=WAIT)


def open_from_menu(page: Page, name: str, title: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title, timeout=WAIT)
    settled(page)


def choose(page: Page, label: str, typed: str) -> None:
    """Choose in a list by what is typed in it."""
    box = page.get_by_role("combobox", name=re.compile(label))
    box.click()
    box.fill(typed)
    page.get_by_role("option").first.click()


def test_a_first_hour(empty_app: tuple[str, Path], page: Page) -> None:
    address, path = empty_app
    page.goto(address)
    page.get_by_role("button", name="Essayer avec l’exemple").click(timeout=WAIT)
    expect(page.get_by_text("L’exemple est chargé")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("sont fictifs")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")

    page.get_by_test_id("stPageLink").filter(has_text="arrivent à échéance").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quelles conventions arrivent à échéance ?", timeout=WAIT)
    expect(page.get_by_text(re.compile(r"\d+\sconventions? ; échéance avant le"))).to_be_visible(timeout=WAIT)
    settled(page)
    choose(page, "Ouvrir une fiche", "Accueil")

    expect(page.get_by_text("Ce que dit la convention")).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("heading", name="D’où le sait-on ?")).to_be_visible(timeout=WAIT)
    settled(page)
    before = page.get_by_role("heading", level=1).inner_text()
    value = page.get_by_role("textbox", name="Nouvelle valeur")
    expect(value).to_have_value(before)
    value.fill(CORRECTED)
    page.get_by_role("button", name="Enregistrer la correction").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CORRECTED, timeout=WAIT)
    settled(page)
    page.get_by_role("button", name="Annuler cette correction").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(before, timeout=WAIT)

    known = open_store(path).network().node("Organisation").height
    open_from_menu(page, "Importer", "Mes fichiers sont-ils lisibles et justes ?")
    page.locator("input[type=file]").set_input_files(
        files=[{"name": "partenaires.csv", "mimeType": "text/csv", "buffer": ORGANISATIONS.encode()}]
    )
    expect(page.get_by_role("heading", name="Ce qui changerait")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text(re.compile(r"2\slignes lues : 2\sacceptées, aucune rejetée\."))).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Valider", exact=True).click()
    expect(page.get_by_text(re.compile("Import validé"))).to_be_visible(timeout=WAIT)
    assert open_store(path).network().node("Organisation").height == known + 2

    settled(page)
    page.get_by_role("button", name="Annuler ce lot").click()
    expect(page.get_by_text(re.compile(r"Lot n° \d+ annulé"))).to_be_visible(timeout=WAIT)
    assert open_store(path).network().node("Organisation").height == known


def test_the_drawing_the_map_and_the_tables_are_shown_without_any_outside_request(app_server: str, page: Page) -> None:
    page.goto(app_server)
    open_from_menu(page, "Explorer", "Qui est relié à qui dans mon périmètre ?")
    frame = page.frame_locator("[data-testid=stIFrame]")
    expect(frame.locator("canvas")).to_be_visible(timeout=WAIT)
    page.get_by_test_id("stSegmentedControl").get_by_text("Tableaux").or_(page.get_by_role("radio", name="Tableaux")).first.click()
    expect(page.get_by_role("heading", name="Liens de partenariat")).to_be_visible(timeout=WAIT)
    assert "vue=tableaux" in page.url


def test_words_of_the_toolkit_are_said_in_french(app_server: str, page: Page) -> None:
    page.goto(app_server)
    open_from_menu(page, "Importer", "Mes fichiers sont-ils lisibles et justes ?")
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader).to_contain_text("Parcourir")
    expect(uploader).not_to_contain_text(re.compile("Upload|per file|Drag"))
    expect(page.get_by_role("button", name="Aide : Votre nom")).to_be_visible()


def test_a_cell_opens_on_its_lines_and_a_suggestion_is_set_aside_then_brought_back(empty_app: tuple[str, Path], page: Page) -> None:
    address, path = empty_app
    page.goto(address)
    page.get_by_role("button", name="Essayer avec l’exemple").click(timeout=WAIT)
    expect(page.get_by_text("L’exemple est chargé")).to_be_visible(timeout=2 * WAIT)
    open_from_menu(page, "Manques", "Où manque-t-il un partenaire ?")
    choose(page, "Périmètre", "Ousseval")
    expect(page.get_by_text("pour « Lycée professionnel d’Ousseval »")).to_be_visible(timeout=WAIT)
    settled(page)
    press(page, 0, 300, 52)
    expect(page.get_by_text("Tissu économique local × Formation professionnelle")).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("link", name=re.compile(r"Ouvrir ces \d+ lignes"))).to_be_visible(timeout=WAIT)
    settled(page)
    press(page, 3, 25, 60)
    page.get_by_label("Motif").fill("Ne prend plus d’élèves", timeout=WAIT)
    page.get_by_role("button", name="Écarter cette proposition").click()
    expect(page.get_by_text("1 proposition écartée (lot n° 2)")).to_be_visible(timeout=WAIT)
    settled(page)
    assert open_store(path).network().link("SET_ASIDE")["reason"].to_list() == ["Ne prend plus d’élèves"]
    page.get_by_text("Propositions écartées (1)").click()
    page.get_by_role("button", name="Proposer à nouveau").click(timeout=WAIT)
    expect(page.get_by_text("Décision annulée (lot n° 2)")).to_be_visible(timeout=WAIT)
    assert open_store(path).network().link("SET_ASIDE").is_empty()


def press(page: Page, rank: int, x: int, y: int) -> None:
    """Press a point of one of the tables, counted from its corner: they are drawn, not made of elements."""
    table = page.get_by_test_id("stDataFrame").nth(rank)
    table.scroll_into_view_if_needed(timeout=WAIT)
    expect(table.locator("canvas").first).to_be_visible(timeout=WAIT)
    table.click(position={"x": x, "y": y})
