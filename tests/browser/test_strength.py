"""Pages of strength in a real browser, with the network cut: they draw, they answer, nothing goes outside."""

import re

from playwright.sync_api import Page, expect

WAIT = 45_000


def test_strength_is_drawn_and_a_departure_is_supposed_then_taken_back(app_server: str, page: Page) -> None:
    page.goto(f"{app_server}/?on=2026-11-23")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Solidité", exact=True).click(timeout=WAIT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Le réseau tiendrait-il si des partenaires partaient ?", timeout=WAIT)
    expect(page.get_by_text(re.compile(r"Calculé en \d+,\d s"))).to_be_visible(timeout=WAIT)
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible(timeout=WAIT)

    page.get_by_test_id("stPageLink").filter(has_text="Choisir qui partirait").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Et si ce partenaire partait ?", timeout=WAIT)
    page.get_by_test_id("stPageLink").filter(has_text="Vernombre Transports").first.get_by_role("link").click(timeout=WAIT)
    expect(page.get_by_text(re.compile("Sans Vernombre Transports, au .* conventions à remplacer"))).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="Revenir au réseau entier").click()
    expect(page.get_by_text("Choisissez qui partirait")).to_be_visible(timeout=WAIT)


def test_a_cell_of_a_matrix_opens_on_its_lines(app_server: str, page: Page) -> None:
    page.goto(f"{app_server}/?on=2026-11-23")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Manques", exact=True).click(timeout=WAIT)
    expect(page.get_by_text(re.compile(r"cases? \(16.filières × 16.sortes\)"))).to_be_visible(timeout=WAIT)
    grid = page.get_by_test_id("stDataFrame").nth(1)
    grid.scroll_into_view_if_needed(timeout=WAIT)
    # The first filière and the first kind: after the pinned column of names, under the headings.
    grid.click(position={"x": 360, "y": 52})
    expect(page.get_by_text(re.compile(r"^Agencement, menuiserie et ameublement × Entreprise : couverte"))).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("link", name=re.compile(r"Ouvrir ces \d+ lignes, leurs sources et leurs fichiers"))).to_be_visible(timeout=WAIT)
