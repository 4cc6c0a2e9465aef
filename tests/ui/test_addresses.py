"""What an address asks of a page, on any day, and a network that is lost while the application runs."""

from datetime import date
from pathlib import Path

import pytest

from netmap.ui.writing import plain
from tests.ui.pages import (
    ON,
    PAGES,
    Open,
    button,
    field,
    frame,
    sentences,
)


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
