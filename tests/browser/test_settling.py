"""A workbook of forty lines and ten kinds of dirt, from the drop to the network, by someone who only reads the page."""

import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netmap.demo.identifiers import uai
from netmap.stores import open_store
from tests.browser.test_app import WAIT, choose, open_from_menu, settled
from tests.workbooks.making import Page as Sheet
from tests.workbooks.making import site
from tests.workbooks.writing import excel

LYCEE = uai(12)
LINES = 40


@pytest.fixture
def empty_app(start_app, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Give the address of the application opened on a network that does not exist yet, and where it will be."""
    path = tmp_path / "neuf.netmap"
    with start_app([sys.executable, "-m", "netmap", "app", "--network", str(path)], tmp_path) as address:
        yield address, path


def dirty_workbook() -> bytes:
    """Forty conventions: a title, lost zeros, ditto marks, dates and durations in words, people in a cell, a word nobody knows, a total."""
    sheet = Sheet("Suivi DDFPT")
    sheet.put(f"Suivi des conventions – LP des Tilleuls ({LYCEE}) – mise à jour novembre 2025")
    sheet.skip()
    sheet.put("n° conv.", "RNE étab.", "Entr.", "Siret entr.", "Ville", "Date déb.", "Date fin", "Reconduction", "Nb élèves", "Bidule")
    for number in range(1, LINES + 1):
        company = f"Atelier Orvel {number}"
        sheet.put(
            f"C-2025-{number:03d}",
            LYCEE[1:].lower() if number == 1 else '"',
            f"{company} (Mme Lise Orvan, 01 99 00 22 33)" if number % 7 == 0 else company,
            "?" if number % 5 == 0 else int(site(number)),
            "AMBREVAL" if number % 2 else "ambreval",
            ("sept. 2025", "01/09/25", 45901, date(2025, 9, 1))[number % 4],
            ("1 an", "2025-2026", "31.08.2026", date(2026, 8, 31))[number % 4],
            "comme d’habitude" if number % 3 == 0 else "tacite reconduction",
            f"{number} élèves" if number % 6 == 0 else number,
            "à relancer" if number % 8 == 0 else None,
        )
    sheet.put("TOTAL", "", "", "", "", "", "", "", 820)
    return excel("suivi.xlsx", sheet).make()


def shoot(page: Page, name: str) -> None:
    """Keep a picture for who looks at the pages, where NETMAP_PICTURES says."""
    if folder := os.environ.get("NETMAP_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_a_dirty_workbook_is_in_the_network_after_two_answers(empty_app: tuple[str, Path], page: Page) -> None:
    address, path = empty_app
    page.goto(address)
    open_from_menu(page, "Importer", "Mes fichiers sont-ils lisibles et justes ?")
    page.locator("input[type=file]").set_input_files(
        files=[{"name": "suivi.xlsx", "mimeType": "application/vnd.ms-excel", "buffer": dirty_workbook()}]
    )
    expect(page.get_by_role("heading", name="Ce que nous avons compris")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text(re.compile(r"40\slignes lues : 40\sacceptées, aucune rejetée\."))).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("heading", name="Ce qui reste à régler")).to_be_visible(timeout=WAIT)
    settled(page)
    shoot(page, "1-compris")

    choose(page, "Notre champ pour « Bidule »", "Observations")
    settled(page)
    expect(page.get_by_role("combobox", name=re.compile("Notre champ pour « Bidule »"))).to_have_count(0, timeout=WAIT)
    shoot(page, "2-correspondance")

    choose(page, "À mettre à la place dans « Reconduction »", "Expresse")
    page.get_by_role("button", name="Appliquer à toutes les lignes").first.click()
    settled(page)
    expect(page.get_by_role("combobox", name=re.compile("À mettre à la place dans « Reconduction »"))).to_have_count(0, timeout=WAIT)
    expect(page.get_by_text(re.compile(r"40\slignes lues : 40\sacceptées, aucune rejetée\."))).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("heading", name="Ce qui changerait")).to_have_count(1, timeout=WAIT)  # a page redrawn shows both for a moment
    shoot(page, "3-difference")

    page.get_by_role("button", name="Valider", exact=True).click()
    expect(page.get_by_text(re.compile("Import validé"))).to_be_visible(timeout=WAIT)
    shoot(page, "4-valide")
    conventions = open_store(path).network().node("Convention").sort("reference")
    assert conventions.height == LINES
    assert conventions["renewal"].to_list() == ["expresse" if number % 3 == 0 else "tacite" for number in range(1, LINES + 1)]
    assert conventions["comment"].to_list() == ["à relancer" if number % 8 == 0 else None for number in range(1, LINES + 1)]
    assert set(conventions["starts_on"]) == {date(2025, 9, 1)}
    assert set(conventions["ends_on"]) == {date(2026, 8, 31)}
    assert open_store(path).network().node("Establishment")["uai"].to_list() == [LYCEE]
