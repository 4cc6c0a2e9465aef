"""Pages « Solidité » and « Et si… partait ? »: they answer, on the example, on nothing, on networks that say little."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from loaders import SOURCES
from netmap.intake import Given, commit, prepare
from netmap.stores import open_store

SCRIPT = Path(__file__).resolve().parent.parent / "streamlit_app.py"
ENGLISH = re.compile(r"\b(None|NaN|nan|null|node|edge|Error|the|undefined|betweenness|centralité|nœud|arête)\b")
LINE = "CV-2026-009;0422170F;Garage Martin"
VERNOMBRE = "Organisation:000010314"
Open = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    def opened(path: Path, page: str, **query: str | list[str]) -> AppTest:
        monkeypatch.setenv("NETMAP_STORE", str(path))
        app = AppTest.from_file(str(SCRIPT), default_timeout=120)
        app._page_hash = calc_hash(page)
        app.query_params["on"] = "2026-11-23"
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return opened


def words(app: AppTest) -> str:
    kinds = ("title", "subheader", "markdown", "caption", "error", "button")
    said = [str(getattr(element, "value", "") or "") for kind in kinds for element in app.get(kind)]
    cells = [str(cell) for frame in app.dataframe for row in frame.value.itertuples(index=False) for cell in row]
    return "\n".join([*said, *cells]).replace("\\", "")


def fine(app: AppTest) -> str:
    said = words(app)
    assert not app.exception
    assert not app.error
    assert not ENGLISH.search(said), ENGLISH.search(said)
    return said


@pytest.mark.parametrize("scope", ["", "Campus:CMQ-BATI", "Filiere:~cuir", "Establishment:0990102Y", "Territory:~bassin@orlange"])
def test_strength_answers_for_every_kind_of_scope(open_page: Open, demo: Path, scope: str) -> None:
    app = open_page(demo, "solidite", **({"perimetre": scope} if scope else {}))
    said = fine(app)
    assert "Le réseau tiendrait-il si des partenaires partaient ?" in said
    assert re.search(r"au 23/11/2026 : (\d+ partenaires vivants|aucun partenaire vivant n’est connu)", said)
    assert re.search(r"Calculé en \d+,\d s, sur \d+ acteurs et \d+ liens lus en une fois", said)
    assert "Acteur passerelle" in said


def test_strength_says_what_changed_since_a_date_and_why(open_page: Open, demo: Path) -> None:
    said = fine(open_page(demo, "solidite", perimetre="Campus:CMQ-BATI", depuis="2024-11-23"))
    assert "Partenaires venus : " in said
    assert "plus solide" in said


def test_a_date_of_departure_that_comes_after_is_refused_in_a_sentence(open_page: Open, demo: Path) -> None:
    app = open_page(demo, "solidite", depuis="2027-01-01")
    assert not app.exception
    assert "doit précéder" in app.error[0].value


def test_indicators_are_drawn_over_time_and_listed(open_page: Open, demo: Path) -> None:
    app = open_page(demo, "solidite", perimetre="Campus:CMQ-BATI")
    before = len(app.get("vega_lite_chart"))
    app.toggle[0].set_value(True).run()
    fine(app)
    assert len(app.get("vega_lite_chart")) - before == 19
    assert len(app.dataframe[-1].value.columns) == 10


def test_whatif_asks_who_and_proposes_where_to_start(open_page: Open, demo: Path) -> None:
    said = fine(open_page(demo, "et-si"))
    assert "Choisissez qui partirait" in said
    assert "Acteurs passerelles" in said


def test_whatif_says_what_is_lost_and_all_comes_back(open_page: Open, demo: Path) -> None:
    app = open_page(demo, "et-si", sans=[VERNOMBRE])
    said = fine(app)
    assert re.search(r"Sans Vernombre Transports, au 23/11/2026 : .*9 conventions à remplacer", said)
    assert "déjà partenaire de l’établissement" in said
    next(b for b in app.button if b.label == "Revenir au réseau entier").click().run()
    assert "Choisissez qui partirait" in fine(app)


def test_a_link_to_another_departure_is_followed_on_the_page_itself(open_page: Open, demo: Path) -> None:
    app = open_page(demo, "et-si")
    assert "Choisissez qui partirait" in fine(app)
    app.query_params["sans"] = [VERNOMBRE]
    assert "Sans Vernombre Transports" in fine(app.run())


def test_whatif_takes_a_person_of_an_establishment(open_page: Open, demo: Path) -> None:
    said = fine(open_page(demo, "et-si", personne=["Establishment:0990102Y\nDDFPT"]))
    assert "Sans DDFPT (Lycée polyvalent des Forges d’Orlange)" in said
    assert "à transmettre" in said


@pytest.mark.parametrize("page", ["solidite", "et-si"])
@pytest.mark.parametrize(
    "lines", [[], ["CV-2026-009;0422170F;Garage Martin;;"], ["CV-2026-009;0422170F;Garage Martin;01/09/2025;31/08/2027"]]
)
def test_pages_stand_on_nothing_on_no_date_and_on_one_tie(open_page: Open, tmp_path: Path, page: str, lines: list[str]) -> None:
    path = tmp_path / "petit.netmap"
    store = open_store(path, create=True)
    if lines:
        file = tmp_path / "conventions.csv"
        file.write_text("\n".join(["N° de convention;UAI;Partenaire;Début;Fin", *lines]) + "\n", encoding="utf-8")
        commit(store, prepare(store, [Given.at(file)], SOURCES, author="", at="2026-11-20T08:00:00+00:00"))
    fine(open_page(path, page))
    if lines:
        fine(open_page(path, "et-si", sans=[store.network().node("Organisation")["id"][0]]))


def test_whatif_tells_what_a_campus_that_leaves_costs_to_its_members(open_page: Open, demo: Path) -> None:
    said = fine(open_page(demo, "et-si", sans=["Campus:CMQ-BATI"]))
    assert re.search(r"Sans Campus Bâtir et habiter durable, au 23/11/2026 : \d+ membres sans ce campus ou réseau", said)
    assert "Campus et réseaux quittés (" in said


def test_whatif_offers_campuses_and_persons_and_never_everybody_at_once(open_page: Open, demo: Path) -> None:
    app = open_page(demo, "et-si")
    said = fine(app)
    assert "**Campus**" in said
    assert "**Personnes qui suivent le plus de relations**" in said
    assert not any(one.proto.select_all for one in app.multiselect)


def test_indicators_are_all_seen_with_what_each_asks_for(open_page: Open, demo: Path) -> None:
    app = open_page(demo, "solidite")
    tables = [one.value for one in app.dataframe if "Indicateur" in one.value.columns]
    assert sum(len(one) for one in tables) == 19
    assert all(len(one) <= 6 and (one["Que faire"] != "").all() and "Rang" not in one.columns for one in tables)


def test_an_actor_of_the_url_that_is_none_is_left_out(open_page: Open, demo: Path) -> None:
    assert "Choisissez qui partirait" in fine(open_page(demo, "et-si", sans=["Organisation:<script>"]))
