"""Page « Manques »: what is not said is told apart from what is missing, whatever the network holds, however many establishments."""

import re
from pathlib import Path

import pytest

from netmap.stores import open_store
from tests.ui.pages import Open, elements, field, load, sentences

HEADINGS = "UAI;Nom;Commune;Filières;Lycée des métiers;Bureau des entreprises\n"
DATED = "N° de convention;UAI;Partenaire;Commune;Objet;Début;Fin;Filières\n"
UNDATED = "N° de convention;UAI;Partenaire;Commune;Objet;Filières\nCONV-2024-1;0350760L;Atelier Brume;Brest;Visites;Bois\n"


def opened(open_page: Open, path: Path, *files: tuple[str, str], scope: str = "") -> list[str]:
    load(open_store(path, create=True), *files)
    app = open_page(path, "manques", **({"scope": scope} if scope else {}))
    assert not app.exception
    links = [element.proto.label.replace("\\", "") for element in elements(app, "page_link")]
    return [*sentences(app, "markdown"), *sentences(app, "caption"), *links]


def test_what_is_not_said_is_no_gap(open_page: Open, tmp_path: Path) -> None:
    schools = HEADINGS + "0350760L;Lycée des Tilleuls;Rennes;Bois;oui;\n"
    said = opened(open_page, tmp_path / "reseau.netmap", ("etablissements.csv", schools))
    assert (
        "**Au 23/11/2026, pour tout le réseau, aucun manque connu sur les 11 cherchés ; pour 2\xa0autres, il faut d’abord compléter.**"
        in said
    )
    assert "1\xa0établissement dont le bureau des entreprises n’est pas renseigné" in said
    assert "1\xa0filière sans convention connue, à compléter d’abord" in said
    assert not [words for words in said if re.match(r"\d+\s(établissement|filière)s? sans (bureau|convention en vigueur)", words)]


def test_what_is_said_to_be_missing_is_one(open_page: Open, tmp_path: Path) -> None:
    schools = HEADINGS + "0350760L;Lycée des Tilleuls;Rennes;Bois;oui;non\n0671509B;Lycée du Port;Brest;Mer;oui;\n"
    over = DATED + "CONV-2024-1;0350760L;Atelier Brume;Brest;Visites;01/09/2018;31/08/2020;Bois\n"
    said = opened(open_page, tmp_path / "reseau.netmap", ("etablissements.csv", schools), ("conventions.csv", over))
    assert "1\xa0établissement sans bureau des entreprises ; 1\xa0établissement dont le bureau des entreprises n’est pas renseigné" in said
    assert "1\xa0filière sans convention en vigueur ; 1\xa0filière sans convention connue, à compléter d’abord" in said


def test_conventions_without_dates_leave_a_filiere_to_complete(open_page: Open, tmp_path: Path) -> None:
    schools = HEADINGS + "0350760L;Lycée des Tilleuls;Rennes;Bois;;\n"
    said = opened(open_page, tmp_path / "reseau.netmap", ("etablissements.csv", schools), ("conventions.csv", UNDATED))
    assert "1\xa0filière sans convention connue, à compléter d’abord" in said
    assert any(words.startswith("Sur 1\xa0filière enseignée, aucune n’est touchée par une convention en vigueur.") for words in said)


def test_the_page_is_taken_away_whole_even_where_little_is_known(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "reseau.netmap"
    load(open_store(path, create=True), ("conventions.csv", UNDATED))
    app = open_page(path, "manques")
    assert not app.exception
    labels = [element.proto.label for element in elements(app, "download_button")]
    assert labels == ["Télécharger (Word)", "Télécharger (PDF)"]


@pytest.mark.parametrize(("page", "name"), [("manques", "scope"), ("solidite", "perimetre"), ("et-si", "perimetre")])
def test_a_whole_directory_can_be_looked_at_part_by_part(open_page: Open, tmp_path: Path, page: str, name: str) -> None:
    path = tmp_path / "annuaire.netmap"
    lines = (f"{n:07d}{'ABCDEFGHJKLMNPRSTUVWXYZ'[n % 23]};Lycée {n};Rennes;;;\n" for n in range(350001, 353101))
    load(open_store(path, create=True), ("etablissements.csv", HEADINGS + "".join(lines)))
    asked = open_store(path).network().node("Establishment")["id"][3000]
    app = open_page(path, page, **{name: asked})
    assert not app.exception
    chosen = field(app, "selectbox", "Périmètre")
    assert chosen.value == asked
    assert len(chosen.options) >= 3100
