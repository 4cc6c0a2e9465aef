"""A cell of the matrix of evidence is clicked as a person does: its pieces open under it, and another cell takes its place."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netmap.evidence.catalogue import catalogue, find
from netmap.evidence.ground import Ground
from netmap.evidence.kept import evidence_acts
from netmap.evidence.matrix import Cell, Matrix
from netmap.stores import open_store
from tests.browser.test_app import WAIT, open_from_menu, settled
from tests.browser.test_settling import shoot

CODES = ("2023/4", "2023/7")
# Where the cells of the matrix are: lines of one height, shares of its width for the names, then for each criterion.
_LINE, _NAMES, _CRITERION = 35, 320 / 770, 225 / 770


@pytest.fixture(scope="module")
def cells(demo_network: Path) -> list[tuple[str, Cell]]:
    """Give the name and the first criterion's cell of each establishment, as the page lists them."""
    today = date.today()  # noqa: DTZ011 - the day that the page opens on
    store = open_store(demo_network)
    network = store.network()
    held = network.node("Establishment").filter("declared").sort("name", "id", nulls_last=True)["id"].to_list()
    criteria = [find(network, code) for code in CODES]
    matrix = Matrix(Ground(network, held, today), criteria, catalogue(network), evidence_acts(store))
    return [(network.caption(school), matrix.cell(criteria[0], school)) for school in held]


def click(page: Page, line: int, criterion: int) -> None:
    matrix = page.get_by_role("region", name="Critères par établissement")
    box = matrix.bounding_box()
    assert box is not None
    matrix.click(position={"x": box["width"] * (_NAMES + _CRITERION * (criterion + 0.5)), "y": _LINE * (line + 1.5)})
    settled(page)


def test_a_clicked_cell_opens_its_pieces(app_server: str, page: Page, cells: list[tuple[str, Cell]]) -> None:
    page.set_viewport_size({"width": 1366, "height": 1800})
    page.goto(app_server)
    open_from_menu(page, "Preuves", "Ai-je les preuves ?")
    settled(page)
    opened = page.get_by_text(re.compile(r"Critère \d+ \(cahier des charges 2023\) : "))
    expect(opened).to_have_count(0)
    shoot(page, "preuves-1")

    line = next((number for number, (_name, cell) in enumerate(cells) if cell.pieces and number), 1)
    name, cell = cells[line]
    click(page, line, 0)
    expect(opened).to_contain_text(f"Critère 4 (cahier des charges 2023) : {name}", timeout=WAIT)
    expect(page.get_by_text(re.compile(rf"^{str(cell.state).capitalize()}\. {cell.pieces}\spièces?"))).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("region", name="Pièces", exact=True)).to_have_count(1 if cell.pieces else 0, timeout=WAIT)
    expect(page).to_have_url(re.compile(re.escape(f"ouvre=2023%2F4%40{cell.establishment.replace(':', '%3A')}")))
    shoot(page, "preuves-2")

    click(page, line - 1, 1)
    expect(opened).to_contain_text(f"Critère 7 (cahier des charges 2023) : {cells[line - 1][0]}", timeout=WAIT)
    shoot(page, "preuves-3")
