"""What people do on the page of imports: beside others, in another's name, with hostile files; nothing is half done."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from netmap.intake import Preparation, commit
from netmap.lot import Lot
from netmap.stores import Store, open_store
from netmap.ui import importing
from netmap.ui.writing import plain
from tests.ui.pages import (
    ACTIVE,
    CONVENTIONS,
    ESTABLISHMENTS,
    HOSTILE,
    HOSTILE_NAME,
    SECOND,
    SHOWN_NAME,
    Open,
    button,
    drop,
    elements,
    field,
    frame,
    load,
    sentences,
    titles,
)

REREAD = (
    "Le réseau a changé depuis la lecture : quelqu’un d’autre vient d’y écrire. "
    "La différence a été préparée à nouveau : relisez-la avant de valider."
)
OURS = ("organisations.csv", "SIREN;Nom;Commune\n000000026;Scierie Houle;Brest\n")
THEIRS = ("autre.csv", "SIREN;Nom;Commune\n000000034;Fonderie Braise;Rennes\n")
COMMITTED = ["Import : etablissements.csv, conventions.csv", "Import : autre.csv"]


def test_an_import_read_before_another_act_is_shown_again_before_it_is_committed(open_page: Open, path: Path) -> None:
    app = drop(open_page(path, "importer"), OURS)
    assert not app.exception
    assert frame(app, "Élément", "Ajoutés") == [("Organisations", "1")]
    load(open_store(path), THEIRS)
    button(app, "Valider").click().run()
    assert not app.exception
    assert sentences(app, "warning") == [REREAD]
    assert sentences(app, "success") == []
    assert titles(path) == COMMITTED
    button(app, "Valider").click().run()
    assert not app.exception
    assert sentences(app, "success") == ["Import validé (lot n° 3). Il s’annule dans le journal, en bas de cette page."]
    assert titles(path) == [*COMMITTED, "Import : organisations.csv"]
    assert open_store(path).verify() == ()


def test_an_act_that_comes_between_the_click_and_the_commit_refuses_the_import(
    open_page: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beaten(store: Store, prepared: Preparation) -> Lot:
        load(open_store(path), THEIRS)
        return commit(store, prepared)

    app = drop(open_page(path, "importer"), OURS)
    with monkeypatch.context() as late:
        late.setattr(importing, "commit", beaten)
        button(app, "Valider").click().run()
    assert not app.exception
    assert sentences(app, "warning") == [REREAD]
    assert sentences(app, "success") == []
    assert titles(path) == COMMITTED
    button(app, "Valider").click().run()
    assert titles(path) == [*COMMITTED, "Import : organisations.csv"]
    assert open_store(path).verify() == ()


def test_an_import_is_signed_by_the_name_typed_after_the_files_were_read(open_page: Open, path: Path) -> None:
    app = drop(open_page(path, "importer"), OURS)
    field(app, "text_input", "Votre nom").set_value("Dominique").run()
    assert sentences(app, "warning") == []
    button(app, "Valider").click().run()
    assert open_store(path).lots()[-1].author == "Dominique"


def test_an_upload_with_a_hostile_name_and_hostile_cells_is_shown_as_plain_text(open_page: Open, path: Path) -> None:
    text = CONVENTIONS.replace("Visites", HOSTILE).replace("31/03/2027", HOSTILE)
    app = drop(open_page(path, "importer"), (HOSTILE_NAME, text))
    assert not app.exception
    assert frame(app, "Fichier", "Contenu", "Acceptées", "Rejetées") == [(SHOWN_NAME, "Conventions", "1", "1")]
    assert frame(app, "Fichier", "Ligne", "Colonne", "Valeur lue") == [(SHOWN_NAME, "2", "Fin", HOSTILE)]
    assert frame(app, "Élément", "Nom", "Avant", "Après") == [("Conventions", f"{HOSTILE} · Objet", "Visites", HOSTILE)]
    assert field(app, "text_input", plain(SHOWN_NAME)).placeholder == "conventions"
    labels = [download.label for download in elements(app, "download_button")]
    assert labels == [
        "Correspondance des colonnes (CSV)",
        plain(f"Mon classeur annoté : {SHOWN_NAME}"),
        "Constats (CSV)",
        "Constats (JSON)",
        plain(f"Lignes rejetées de {SHOWN_NAME} (Excel)"),
    ]
    assert active_words(app) == []
    button(app, "Valider").click().run()
    assert not app.exception
    assert frame(app, "Contenu", "État") == [(SHOWN_NAME, "actif"), ("etablissements.csv, conventions.csv", "actif")]
    assert active_words(app) == []
    sheet = open_page(path, "convention", id=SECOND)
    assert not sheet.exception
    assert [title.value for title in sheet.title] == [plain(HOSTILE)]
    assert ("Objet", HOSTILE, "oui", f"{SHOWN_NAME}, ligne 3") in frame(sheet, "Information", "Valeur", "Retenue", "Où c’est dit")
    assert active_words(sheet) == []


def active_words(app: AppTest) -> list[str]:
    """Give what Markdown or HTML would take from the file; tables and choices show text only."""
    kinds = ("title", "subheader", "markdown", "caption", "error", "warning", "info", "success", "html")
    words = [str(getattr(element, "value", "") or getattr(element.proto, "body", "")) for kind in kinds for element in elements(app, kind)]
    labels = ("button", "download_button", "text_input", "selectbox", "radio", "expander")
    words += [str(element.label) for kind in labels for element in elements(app, kind)]
    return [word for word in words if ACTIVE.search(word)]


def test_a_series_is_changed_for_a_file_whatever_its_name(open_page: Open, path: Path) -> None:
    app = drop(open_page(path, "importer"), (HOSTILE_NAME, CONVENTIONS))
    field(app, "text_input", plain(SHOWN_NAME)).set_value("nord").run()
    assert not app.exception
    assert frame(app, "Fichier", "Série") == [(SHOWN_NAME, "nord")]


def test_two_files_of_one_name_are_read_beside_each_other(open_page: Open, path: Path) -> None:
    app = drop(open_page(path, "importer"), ("a.csv", CONVENTIONS), ("a.csv", ESTABLISHMENTS))
    assert not app.exception
    assert frame(app, "Fichier", "Contenu", "Acceptées") == [("a.csv", "Conventions", "2"), ("a.csv", "Établissements", "2")]
    assert [t.label for t in app.text_input].count(plain("a.csv")) == 1


def test_a_table_left_aside_is_read_once_said_what_it_is(open_page: Open, path: Path) -> None:
    menus = "\n\nMENUS DE DÉCEMBRE\nJour;Entrée;Plat;Dessert\nlundi;potage;colin;flan\nmardi;salade;rôti;pomme\n"
    app = drop(open_page(path, "importer"), ("conventions.csv", CONVENTIONS.replace("Objet", "Objet de la convention") + menus))
    assert not app.exception
    assert [row[0] for row in frame(app, "Contenu", "Acceptées")] == ["Conventions"]
    asked = next(box for box in app.selectbox if "ne reconnaît pas" in box.label)
    assert "Jour ; Entrée ; Plat ; Dessert" in asked.label.replace("\\", "")
    asked.set_value("organisations").run()
    assert not app.exception
    assert [row[0] for row in frame(app, "Contenu", "Acceptées")] == ["Conventions", "Organisations"]


@pytest.mark.parametrize("said", ["LP Orage", "0350760L"])
def test_a_lycee_that_no_line_names_is_said_once_by_its_name_or_its_code(open_page: Open, path: Path, said: str) -> None:
    asked = "La colonne « UAI » ou « Nom de l’établissement » manque : valeur de toutes les lignes"
    app = drop(open_page(path, "importer"), ("registre.csv", "N° de convention;Partenaire\nCONV-901;Houle\nCONV-902;Braise\n"))
    assert sentences(app, "markdown")[0] == "**2\u00a0lignes lues : 0\u00a0acceptée, 2\u00a0rejetées.**"
    field(app, "text_input", asked).set_value(said).run()
    assert not app.exception
    assert sentences(app, "markdown")[0] == "**2\u00a0lignes lues : 2\u00a0acceptées, aucune rejetée.**"
