"""The page of evidence: three states, a cell opens its pieces, acts in place are lots, the dossier is made and checked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from loaders import SOURCES
from netmap.evidence.acts import give_file
from netmap.evidence.files import file_of
from netmap.evidence.kept import evidence_acts
from netmap.intake import Given, commit, prepare, remake
from netmap.lot import LotKind
from netmap.stores import Store, open_store

SCRIPT = Path(__file__).resolve().parent.parent / "streamlit_app.py"
AT = "2026-11-20T08:00:00+00:00"
A = "Establishment:0350760L"
SCHOOLS = "UAI;Nom;Bureau des entreprises\n0350760L;Lycée des <b>Tilleuls</b>;oui\n0671509B;Lycée du Port;non\n"
CONVENTIONS = (
    "N° de convention;UAI;Partenaire;Objet;Début;Fin;Critères;Suivie par (fonction)\n"
    "CONV-2024-1;0350760L;Menuiserie Valette;Accueil en PFMP;01/09/2024;31/03/2027;4;DDFPT\n"
    "CONV-2024-2;0671509B;Atelier Brume;Visites;;;;CPE\n"
)
Open = Callable[..., AppTest]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "reseau.netmap"
    store = open_store(path, create=True)
    given = [Given(name, content=text.encode()) for name, text in (("etablissements.csv", SCHOOLS), ("conventions.csv", CONVENTIONS))]
    commit(store, prepare(store, given, SOURCES, author="Camille", at=AT))
    return path


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, path: Path) -> Open:
    def opened(page: str = "preuves", **query: str) -> AppTest:
        monkeypatch.setenv("NETMAP_STORE", str(path))
        app = AppTest.from_file(str(SCRIPT), default_timeout=60)
        app._page_hash = calc_hash(page)
        for name, value in {"on": "2026-11-23", **query}.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return opened


def said(app: AppTest) -> str:
    held = [*app.markdown, *app.success, *app.error, *app.caption, *app.warning]
    return "\n".join(one.value for one in held).replace("\\", "").replace("\xa0", " ")


def pressed(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert not app.exception
    return app


def downloads(app: AppTest) -> list[str]:
    held: list[Any] = list(app.get("download_button"))
    return [one.label for one in held]


def store(path: Path) -> Store:
    return open_store(path)


def test_the_matrix_says_the_three_states_for_each_establishment(open_page: Open) -> None:
    app = open_page(criteres="2023/4,2023/8,2023/1")
    assert "2023/4 : 1 avec preuve, 1 non renseigné ; 2023/8 : 1 avec preuve, 1 non renseigné ; 2023/1 : 2 non renseignés" in said(app)
    frame = next(one.value for one in app.dataframe if "2023/4" in one.value.columns)
    assert frame.to_dict("list") == {
        "Établissement": ["Lycée des <b>Tilleuls</b>", "Lycée du Port"],
        "2023/4": ["● 1\xa0pièce déclarée, 01/09/2024", "? non renseigné"],
        "2023/8": ["● 1\xa0pièce déclarée", "? non renseigné"],
        "2023/1": ["? non renseigné", "? non renseigné"],
    }


def test_a_cell_opens_its_pieces_and_says_what_is_missing(open_page: Open) -> None:
    text = said(open_page(ouvre=f"2023/4@{A}"))
    assert "Preuve. 1 pièce déclarée, la plus récente du 01/09/2024." in text
    assert "Non renseigné : actions menées, filières couvertes" in text
    assert "<b>" not in said(open_page(ouvre=f"2023/4@{A}")).replace("Lycée des <b>Tilleuls</b>", "")


def test_a_piece_is_attached_in_place_and_an_absence_needs_a_motive(open_page: Open, path: Path) -> None:
    app = open_page(criteres="2023/1", ouvre=f"2023/1@{A}")
    app.text_input(key="votre_nom").input("Camille")
    next(box for box in app.text_input if box.label == "Ou une autre pièce : son titre").input("Plaquette 2026")
    pressed(app, "Joindre la pièce")
    assert "Pièce jointe (lot n° 2)" in said(app)
    assert (store(path).lots()[-1].kind, store(path).lots()[-1].author) == (LotKind.EVIDENCE, "Camille")
    assert [act.title for act in evidence_acts(store(path)).attached.values()] == ["Plaquette 2026"]
    app = open_page(criteres="2023/2", ouvre=f"2023/2@{A}")
    pressed(app, "Constater l’absence")
    assert "Donnez un motif" in said(app)
    next(box for box in app.text_input if box.label == "Motif").input("vu avec le DDFPT")
    pressed(app, "Constater l’absence")
    assert "absence constatée" in said(open_page(criteres="2023/2", ouvre=f"2023/2@{A}"))


DOSSIER = ("Télécharger le dossier (zip)", "Word", "PDF", "Classeur des preuves")
REGISTER = ("Registre (Word)", "Registre (PDF)", "Registre (Excel)", "Registre (CSV)")


def test_a_dossier_is_made_of_what_is_shown_and_offered(open_page: Open) -> None:
    assert "Pour faire un dossier, choisissez en haut" in said(open_page())
    app = open_page(perimetre=A)
    pressed(app, "Faire le dossier")
    text = said(app)
    assert "Au 23/11/2026, Lycée des <b>Tilleuls</b> : 1 pièce pour 2 critères, dont 1 avec au moins une preuve." in text
    assert "Sceau : " in text
    assert downloads(app) == [*DOSSIER, *REGISTER]


def test_a_scope_is_chosen_alone_and_an_unknown_criterion_is_left_aside(open_page: Open) -> None:
    app = open_page(criteres="2099/4,2016/3")
    assert app.multiselect(key="preuves-criteres").value == ["2016/3"]
    app.multiselect(key="preuves-criteres").set_value([]).run()
    assert "Cochez au moins un critère" in said(app)


def test_what_a_function_follows_is_handed_over_with_its_files(open_page: Open, path: Path) -> None:
    file = file_of("convention.pdf", b"%PDF")
    remake(store(path), lambda _held: give_file("Convention:CONV-2024-1", "Accueil", file, author="Camille", reason="", at=AT))
    assert "toutes les fonctions : 2 relations suivies, 0 décision en attente, 1 fichier joint." in said(open_page("passation"))
    app = open_page("passation", fonction="DDFPT")
    assert "« DDFPT » : 1 relation suivie, 0 décision en attente, 1 fichier joint." in said(app)
    frames = [one.value for one in app.dataframe]
    assert frames[0]["Partenaire"].to_list() == ["Menuiserie Valette"]
    assert frames[1].to_dict("list") == {
        "Pièce": ["Accueil en PFMP"],
        "Fichier": ["convention.pdf"],
        "Joint le": ["20/11/2026"],
        "Par": ["Camille"],
        "sha256": [file.sha256],
    }
    assert downloads(app) == ["Passation (Word)", "Passation (PDF)", "Relations suivies (Excel)"]
