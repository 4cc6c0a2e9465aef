"""What people do on the pages beside others, on the wrong day, with hostile files: nothing is half done, each refusal is a sentence."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from loaders import SOURCES
from netmap.intake import Given, Preparation, commit, prepare, remake
from netmap.lot import Lot, LotKind, LotState
from netmap.lots import correction
from netmap.stores import Store, open_store
from netmap.suggestions import set_aside
from netmap.ui import importing
from netmap.ui.writing import plain
from queries import QUESTIONS

SCRIPT = Path(__file__).resolve().parent.parent / "streamlit_app.py"
AT, ON = "2026-11-20T08:00:00+00:00", "2026-11-23"
ESTABLISHMENTS = "UAI;Nom;Commune;Filières\n0350760L;Lycée des Tilleuls;Rennes;Bois | BTP\n0671509B;Lycée du Port;Brest;BTP\n"
CONVENTIONS = (
    "N° de convention;UAI;Partenaire;SIREN;Commune;Objet;Début;Fin;Filières\n"
    "CONV-2024-1;0350760L;Menuiserie Valette;000000018;Rennes;Accueil en PFMP;01/09/2024;31/03/2027;Bois\n"
    "CONV-2024-2;0671509B;Atelier Brume;;Brest;Visites;01/09/2025;31/08/2028;BTP\n"
)
UNNUMBERED = (
    "UAI;Partenaire;Commune;Objet;Début;Fin;Préavis (mois)\n"
    "0350760L;Atelier Brume;Brest;{};01/09/2025;31/08/2028;3\n"
    "0671509B;Menuiserie Valette;Rennes;Accueil en PFMP;01/09/2024;31/08/2027;6\n"
)
OLD, NEW = "Convention:~0350760l@atelier brume@visites", "Convention:~0350760l@atelier brume@visites d atelier"
FIRST, SECOND = "Convention:CONV-2024-1", "Convention:CONV-2024-2"
VALETTE, BRUME = "Organisation:000000018", "Organisation:~atelier brume@brest"
ACTIVE = re.compile(r"(?<!\\)(<img|<script|\[lien|\*\*gras|\$x|:red\[)")
PAGES = ("", "importer", "explorer", "fiche", "convention", "manques", *(question.name for question in QUESTIONS))
HOSTILE_NAME, SHOWN_NAME = "../../etc/passwd<script>.csv", "passwd<script>.csv"
HOSTILE = "<img src=x onerror=alert(1)> [lien](https://x.example) **gras** $x$ :red[rouge]"
Open = Callable[..., AppTest]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a network of two establishments, two conventions and two organisations."""
    path = tmp_path / "reseau.netmap"
    load(open_store(path, create=True), ("etablissements.csv", ESTABLISHMENTS), ("conventions.csv", CONVENTIONS))
    return path


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    def opened(path: Path, page: str = "", **query: str) -> AppTest:
        monkeypatch.setenv("NETMAP_STORE", str(path))
        app = AppTest.from_file(str(SCRIPT), default_timeout=60)
        app._page_hash = calc_hash(page)
        for name, value in {"on": ON, **query}.items():
            app.query_params[name] = value
        return app.run()

    return opened


def load(store: Store, *files: tuple[str, str], series: str = "") -> None:
    given = [Given(name, content=text.encode()) for name, text in files]
    commit(store, prepare(store, given, SOURCES, author="Camille", at=AT, series=series))


def drop(app: AppTest, *files: tuple[str, str]) -> AppTest:
    return app.file_uploader[0].set_value([(name, text.encode(), "text/csv") for name, text in files]).run()


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def elements(app: AppTest, kind: str) -> list[Any]:
    return list(app.get(kind))


def field(app: AppTest, kind: str, label: str) -> Any:
    return next(element for element in elements(app, kind) if element.label == label)


def sentences(app: AppTest, kind: str) -> list[str]:
    """Give what the elements of a kind say, as a reader sees it."""
    return [element.value.replace("\\", "") for element in elements(app, kind)]


def frame(app: AppTest, *columns: str):
    """Give the rows of the table that has these columns."""
    found = next(f.value for f in app.dataframe if set(columns) <= set(f.value.columns))
    return [tuple(row) for row in found[list(columns)].itertuples(index=False)]


def titles(path: Path) -> list[str]:
    return [lot.title for lot in open_store(path).lots()]


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


def renamed(open_page: Open, tmp_path: Path) -> tuple[AppTest, Store]:
    """Import a convention, then the same under another Objet, up to the proposal that they are one."""
    store = open_store(tmp_path / "reseau.netmap", create=True)
    load(store, ("conventions.csv", UNNUMBERED.format("Visites")))
    app = drop(open_page(tmp_path / "reseau.netmap", "importer"), ("conventions.csv", UNNUMBERED.format("Visites d’atelier")))
    assert not app.exception
    bare = [identifier.partition(":")[2] for identifier in (OLD, NEW)]
    assert frame(app, "Nom", "Ancien", "Nouveau") == [("Visites d’atelier", *bare)]
    button(app, "Valider").click().run()
    assert not app.exception
    assert f"**Visites d’atelier** a-t-il changé d’identifiant ?  \n:gray[{bare[0]} → {bare[1]}]" in sentences(app, "markdown")
    assert visits(store) == [OLD, NEW]
    return app, store


def visits(store: Store) -> list[str]:
    return [i for i in sorted(store.network().node("Convention")["id"]) if "visites" in i]


def test_a_renamed_convention_is_brought_together_by_a_button_and_parted_by_undoing(open_page: Open, tmp_path: Path) -> None:
    app, store = renamed(open_page, tmp_path)
    button(app, "Oui, c’est la même fiche").click().run()
    assert not app.exception
    assert sentences(app, "success") == ["Fiches rapprochées (lot n° 3)."]
    assert [lot.kind for lot in store.lots()] == [LotKind.IMPORT, LotKind.IMPORT, LotKind.MERGE]
    assert visits(store) == [NEW]
    assert "Oui, c’est la même fiche" not in [b.label for b in app.button]
    button(app, "Annuler ce lot").click().run()
    assert not app.exception
    assert store.lots()[-1].state is LotState.UNDONE
    assert visits(store) == [OLD, NEW]


def test_a_proposal_is_declined_without_a_lot(open_page: Open, tmp_path: Path) -> None:
    app, store = renamed(open_page, tmp_path)
    button(app, "Non").click().run()
    assert not app.exception
    assert "Non" not in [b.label for b in app.button]
    assert len(store.lots()) == 2
    assert visits(store) == [OLD, NEW]


def test_two_organisations_are_brought_together_on_the_sheet_and_parted_in_the_journal(open_page: Open, path: Path) -> None:
    store = open_store(path)
    app = open_page(path, "fiche", id=BRUME)
    field(app, "text_input", "Chercher l’autre fiche").set_value("valette").run()
    assert not app.exception
    assert field(app, "selectbox", "Autre fiche").options == ["Menuiserie Valette (organisation, 000000018)"]
    field(app, "radio", "Fiche à garder").set_value("autre")
    field(app, "text_input", "Motif du rapprochement").set_value("même entreprise")
    button(app, "Rapprocher les deux fiches").click().run()
    assert not app.exception
    assert app.query_params["id"] == VALETTE
    assert sentences(app, "title") == [store.network().caption(VALETTE)]
    assert sentences(app, "success") == ["Fiches rapprochées (lot n° 2). Pour les séparer, annulez ce lot."]
    assert sorted(frame(app, "Convention")) == [("Accueil en PFMP",), ("Visites",)]
    assert partners(store) == [(FIRST, VALETTE), (SECOND, VALETTE)]
    assert (store.lots()[-1].kind, store.lots()[-1].reason) == (LotKind.MERGE, "même entreprise")
    journal = open_page(path, "importer")
    button(journal, "Annuler ce lot").click().run()
    assert not journal.exception
    assert partners(store) == [(FIRST, VALETTE), (SECOND, BRUME)]
    assert [lot.state for lot in store.lots()] == [LotState.ACTIVE, LotState.UNDONE]


def partners(store: Store) -> list[tuple[str, str]]:
    return sorted(store.network().sides.select("convention", "partner").rows())


def test_the_sheet_to_keep_is_named_as_it_is_even_when_hostile(open_page: Open, path: Path) -> None:
    remake(open_store(path), lambda held: correction(held, VALETTE, "name", HOSTILE, author="", reason="", at=AT))
    app = open_page(path, "fiche", id=VALETTE)
    field(app, "text_input", "Chercher l’autre fiche").set_value("brume").run()
    assert not app.exception
    assert field(app, "radio", "Fiche à garder").options == [plain(HOSTILE), "L’autre fiche"]


def correct_end(app: AppTest, *, value: str = "", empty: bool = False) -> AppTest:
    field(app, "selectbox", "Information à corriger").select("ends_on").run()
    if empty:
        field(app, "checkbox", "Dire que c’est vide").check()
    else:
        field(app, "text_input", "Nouvelle valeur").set_value(value)
    button(app, "Enregistrer la correction").click().run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("demain", "Fin : « demain » n’est pas une date (jour/mois/année attendus, par exemple 31/08/2027)."),
        ("", "Donnez une valeur, ou cochez « Dire que c’est vide »."),
        ("31/03/2027", "Cette valeur est déjà celle de la fiche."),
    ],
)
def test_a_correction_that_says_no_new_date_is_refused_and_nothing_is_committed(open_page: Open, path: Path, value: str, said: str) -> None:
    app = correct_end(open_page(path, "convention", id=FIRST), value=value)
    assert sentences(app, "error") == [said]
    assert sentences(app, "success") == []
    assert len(titles(path)) == 1
    assert open_store(path).network().row(FIRST)["ends_on"] == date(2027, 3, 31)


def test_saying_that_a_value_is_empty_empties_it(open_page: Open, path: Path) -> None:
    app = correct_end(open_page(path, "convention", id=FIRST), empty=True)
    assert sentences(app, "success") == ["Correction enregistrée (lot n° 2) : Fin = vide. Elle s’annule ci-dessous, ou dans le journal."]
    assert open_store(path).network().row(FIRST)["ends_on"] is None
    assert ":gray[Fin écrite]  \nnon renseignée" in sentences(app, "markdown")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "Le réseau « {} » n’est plus à sa place : remettez le fichier, ou relancez netmap pour en commencer un autre."),
        ("Ceci n’est pas un réseau.\n" * 400, "« {} » n’est pas un réseau de netmap : donnez un fichier fait par « netmap load »."),
    ],
    ids=["deleted", "replaced"],
)
def test_a_network_lost_while_the_application_runs_is_said_in_one_sentence(
    open_page: Open, path: Path, text: str | None, said: str
) -> None:
    app = open_page(path)
    assert not app.exception
    for file in path.parent.glob("reseau.netmap*"):
        file.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    left = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    for page in [app.run(), *(open_page(path, name) for name in PAGES)]:
        assert not page.exception
        assert sentences(page, "error") == [said.format(path)]
        assert not page.dataframe
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == left


def test_a_network_put_back_in_its_place_is_shown_again(open_page: Open, path: Path) -> None:
    app = open_page(path, "fiche")
    aside = path.rename(path.with_name("ailleurs"))
    assert len(app.run().error) == 1
    aside.rename(path)
    app.run()
    assert not app.exception
    assert not app.error
    assert ("Atelier Brume",) in frame(app, "Nom")


def test_the_filters_of_the_url_fill_the_form_and_are_answered(open_page: Open, path: Path) -> None:
    app = open_page(path, "lapsing_conventions", before="2028-12-31", scope="Establishment:0350760L")
    assert not app.exception
    assert not app.error
    assert field(app, "date_input", "Échéance avant le").value == date(2028, 12, 31)
    assert field(app, "date_input", "À la date du").value == date(2026, 11, 23)
    assert field(app, "selectbox", "Périmètre").value == "Establishment:0350760L"
    assert sentences(app, "markdown")[0] == (
        "**1\xa0convention ; échéance avant le 31/12/2028, périmètre : Lycée des Tilleuls, à la date du 23/11/2026.**"
    )
    assert frame(app, "Convention", "Partenaire", "Source") == [("Accueil en PFMP", "Menuiserie Valette", "conventions.csv, ligne 2")]


def test_an_answer_to_the_form_is_written_in_the_url(open_page: Open, path: Path) -> None:
    app = open_page(path, "lapsing_conventions", before="demain", scope="Establishment:0350760L")
    field(app, "date_input", "Échéance avant le").set_value(date(2028, 12, 31))
    field(app, "selectbox", "Périmètre").set_value("Establishment:0671509B")
    button(app, "Répondre").click().run()
    assert not app.exception
    assert not app.error
    assert dict(app.query_params) == {"on": ON, "before": "2028-12-31", "scope": "Establishment:0671509B"}
    assert frame(app, "Convention") == [("Visites",)]


KINDS = "territoire, campus, réseau, filière, établissement"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("before", "demain", "Échéance avant le : « demain » n’est pas une date (jour/mois/année attendus, par exemple 31/08/2027)."),
        ("before", "0001-01-01", "Échéance avant le : « 0001-01-01 » n’est pas une date (l’année 1 est hors de la période 1900-2199)."),
        ("on", "9999-12-31", "À la date du : « 9999-12-31 » n’est pas une date (l’année 9999 est hors de la période 1900-2199)."),
        ("scope", "**gras** <b>", f"« **gras** <b> » : aucun acteur de ce nom ({KINDS}) dans ce réseau."),
    ],
)
def test_a_wrong_value_in_the_url_is_said_in_a_sentence(open_page: Open, path: Path, name: str, value: str, said: str) -> None:
    app = open_page(path, "lapsing_conventions", **{name: value})
    assert not app.exception
    assert [error.value for error in app.error] == [plain(said)]
    assert field(app, "selectbox", "Périmètre").value is None
    assert [b.label for b in app.button] == ["Répondre"]


@pytest.mark.parametrize("page", ["", "explorer", "fiche", "convention"])
@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_a_date_beyond_the_calendar_of_conventions_stops_no_page(open_page: Open, path: Path, page: str, on: str) -> None:
    app = open_page(path, page, on=on)
    assert not app.exception
    assert not app.error


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


def test_a_partner_set_aside_is_listed_with_its_motive_and_proposed_again_at_a_click(open_page: Open, path: Path) -> None:
    store = open_store(path)
    network = store.network()
    school, partner = network.node("Establishment")["id"][0], network.node("Organisation")["id"][0]
    why, on = f"a refusé {HOSTILE}", date(2026, 11, 20)
    lot = remake(store, lambda held: set_aside(held, school, partner, None, author="Camille", reason=why, at=AT, on=on))
    app = open_page(path, "manques")
    assert not app.exception
    names = f"{network.caption(partner)} pour {network.caption(school)}"
    assert f"{names}, le 20/11/2026 : a refusé {HOSTILE}" in sentences(app, "markdown")
    assert not ACTIVE.search("\n".join(element.value for element in elements(app, "markdown")))
    app = button(app, "Proposer à nouveau").click().run()
    assert not app.exception
    assert sentences(app, "success") == [f"Décision annulée (lot n° {lot.number}) : ce partenaire est proposé à nouveau."]
    assert open_store(path).network().link("SET_ASIDE").is_empty()
