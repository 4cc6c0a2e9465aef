"""Pages say in French what they are asked, without a fault; scenes hold the actors and ties that they should."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from netmap.domain import CONVENTION, ESTABLISHMENT, SIGNS
from netmap.lot import LotState
from netmap.lots import correction
from netmap.network import Network, link_columns, node_columns
from netmap.scene import OTHERS, around, scene
from netmap.stores import Store, open_store
from netmap.ui.search import search
from netmap.ui.writing import plain
from queries import QUESTIONS

SCRIPT = Path(__file__).resolve().parent.parent / "streamlit_app.py"
ON = "2026-11-23"
ENGLISH = re.compile(r"\b(None|NaN|nan|null|node|edge|Search|Submit|Error|the|undefined|betweenness|centralité|nœud|arête)\b")
SUBJECTS = "conventions?|filières?|établissements?|campus|accords?-cadres?|territoires?|lignes?"
Open = Callable[..., AppTest]


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    """Give a copy of the demo network, to be changed."""
    for file in demo.parent.glob("demo.netmap*"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / "demo.netmap"


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    def opened(path: Path, page: str = "", **query: str) -> AppTest:
        monkeypatch.setenv("NETMAP_STORE", str(path))
        app = AppTest.from_file(str(SCRIPT), default_timeout=60)
        app._page_hash = calc_hash(page)
        app.query_params["on"] = ON
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return opened


def said(app: AppTest) -> str:
    """Give every word of a page that tells something."""
    kinds = ("title", "subheader", "markdown", "caption", "error", "warning", "info", "success", "button", "selectbox", "text_input")
    words = [str(getattr(element, "value", "") or "") for kind in kinds[:8] for element in app.get(kind)]
    labels = [str(getattr(element, "label", "")) for kind in kinds[8:] for element in app.get(kind)]
    headings = [name for frame in app.dataframe for name in frame.value.columns]
    return "\n".join([*words, *labels, *headings]).replace("\\", "")


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def test_an_empty_network_offers_the_example_and_ones_own_files(open_page: Open, tmp_path: Path) -> None:
    app = open_page(tmp_path / "neuf.netmap")
    assert not app.exception
    assert [b.label for b in app.button] == ["Essayer avec l’exemple", "Importer mes fichiers"]
    assert "Vos données restent sur cet ordinateur." in said(app)


def test_the_example_is_loaded_from_the_first_page_and_then_no_longer_offered(open_page: Open, tmp_path: Path) -> None:
    app = open_page(tmp_path / "neuf.netmap")
    button(app, "Essayer avec l’exemple").click().run()
    assert not app.exception
    assert app.title[0].value == plain("Que dois-je regarder aujourd’hui ?")
    assert "fictifs" in said(app)
    assert "Essayer avec l’exemple" not in [b.label for b in app.button]
    assert len(app.get("page_link")) == 5


@pytest.mark.parametrize(
    ("page", "title", "sentence"),
    [
        ("", "Que dois-je regarder aujourd’hui ?", r"Au 23/11/2026, \d\xa0points à regarder sur 5\."),
        ("importer", "Mes fichiers sont-ils lisibles et justes ?", r"Déposez un ou plusieurs fichiers"),
        ("explorer", "Qui est relié à qui dans mon périmètre ?", r"état au 23/11/2026 : \d+\xa0acteurs et \d+\xa0liens de partenariat\."),
        ("fiche", "Que sait-on de cet acteur, et d’où le sait-on ?", r"\d+\xa0fiches, les 200 premières affichées"),
        ("convention", "Que dit cette convention, et où en est-elle ?", r"\d+\xa0conventions, dont \d+ en vigueur au 23/11/2026"),
        (
            "manques",
            "Où manque-t-il un partenaire ?",
            r"Au 23/11/2026, pour tout le réseau : \d+\xa0sortes de manques sur 11 cherchées(\.| ; pour .*compléter\.)",
        ),
        *[(question.name, question.title, rf"\d+\xa0({SUBJECTS}).*à la date du 23/11/2026\.") for question in QUESTIONS],
    ],
)
def test_each_page_opens_by_its_question_and_its_answer(open_page: Open, demo: Path, page: str, title: str, sentence: str) -> None:
    app = open_page(demo, page)
    words = said(app)
    assert not app.exception
    assert not app.error
    assert app.title[0].value.replace("\\", "") == title
    assert re.search(sentence, words), words
    assert not ENGLISH.search(words), ENGLISH.search(words)


@pytest.mark.parametrize("view", ["dessin", "carte", "tableaux"])
def test_the_same_actors_are_drawn_mapped_and_listed(open_page: Open, demo: Path, view: str) -> None:
    app = open_page(demo, "explorer", vue=view)
    assert not app.exception
    shown = {"dessin": app.get("iframe"), "carte": app.get("deck_gl_json_chart"), "tableaux": app.dataframe}
    assert shown[view]


@pytest.mark.parametrize("kind", ["Establishment", "Organisation", "Campus", "Delegation", "Network", "Framework", "Filiere", "Territory"])
def test_every_kind_of_actor_has_a_sheet(open_page: Open, demo: Path, kind: str) -> None:
    network = open_store(demo).network()
    identifier = network.node(kind)["id"][0]
    app = open_page(demo, "fiche", id=identifier)
    words = said(app)
    assert not app.exception
    assert not app.error
    assert app.title[0].value.replace("\\", "") == network.caption(identifier)
    assert "D’où le sait-on ?" in words
    assert not ENGLISH.search(words), ENGLISH.search(words)


def convention_of(store: Store) -> str:
    frame = store.network().node(CONVENTION.name)
    return frame.filter(pl.col("object").is_not_null() & pl.col("ends_on").is_not_null()).sort("id")["id"][0]


def test_a_convention_is_corrected_on_its_sheet_and_the_correction_undone(open_page: Open, own: Path) -> None:
    store = open_store(own)
    identifier = convention_of(store)
    before = store.network().row(identifier)["object"]
    app = open_page(own, "convention", id=identifier)
    field = next(t for t in app.text_input if t.label == "Nouvelle valeur")
    assert field.value == before
    field.set_value("Accueil de stagiaires, corrigé")
    button(app, "Enregistrer la correction").click().run()
    assert not app.exception
    assert app.title[0].value.replace("\\", "") == "Accueil de stagiaires, corrigé"
    assert store.network().row(identifier)["object"] == "Accueil de stagiaires, corrigé"
    button(app, "Annuler cette correction").click().run()
    assert not app.exception
    assert store.network().row(identifier)["object"] == before
    assert [lot.state for lot in store.lots()] == [LotState.ACTIVE, LotState.UNDONE]


def test_a_value_of_the_wrong_type_is_refused_in_a_sentence(open_page: Open, own: Path) -> None:
    app = open_page(own, "convention", id=convention_of(open_store(own)))
    next(s for s in app.selectbox if s.label == "Information à corriger").select("ends_on").run()
    next(t for t in app.text_input if t.label == "Nouvelle valeur").set_value("demain")
    button(app, "Enregistrer la correction").click().run()
    assert not app.exception
    assert "« demain » n’est pas" in said(app)
    assert len(open_store(own).lots()) == 1


def test_a_lot_is_undone_and_taken_back_from_the_journal(open_page: Open, own: Path) -> None:
    app = open_page(own, "importer")
    button(app, "Annuler ce lot").click().run()
    assert not app.exception
    assert open_store(own).network().is_empty
    button(app, "Reprendre ce lot").click().run()
    assert not open_store(own).network().is_empty


def test_hostile_words_of_a_file_are_shown_as_they_are(open_page: Open, own: Path) -> None:
    hostile = "<script>alert(1)</script> [lien](https://x.example) **gras** $x$ :red[rouge]"
    store = open_store(own)
    identifier = convention_of(store)
    network = store.network()
    draft = correction(network, identifier, "object", hostile, author="", reason="", at="2026-11-21T08:00:00+00:00")
    store.commit(draft, network.version)
    app = open_page(own, "convention", id=identifier)
    assert not app.exception
    assert app.title[0].value == plain(hostile)
    assert not [m for m in app.markdown if hostile in m.value]


def test_an_unknown_sheet_is_said_in_a_sentence(open_page: Open, demo: Path) -> None:
    app = open_page(demo, "fiche", id="Establishment:9999999Z")
    assert not app.exception
    assert "inconnu dans ce réseau" in app.error[0].value


def test_what_is_not_a_network_is_said_in_a_sentence(open_page: Open, tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("Ceci n’est pas un réseau, mais un texte assez long pour être lu.")
    app = open_page(wrong)
    assert not app.exception
    assert "n’est pas un réseau de netmap" in said(app)


def test_plain_text_keeps_no_active_sign() -> None:
    assert plain("a*b_c\n[d](e)") == r"a\*b\_c \[d\]\(e\)"
    assert plain(":smile:") == "\\:\u2060smile\\:"
    assert plain("www.a.fr, https://b.fr") == "www\u2060\\.a\\.fr\\, https\u2060\\:\\/\\/b\\.fr"  # else made links


def test_a_search_is_blind_to_accents_and_finds_identifiers(demo: Path) -> None:
    network = open_store(demo).network()
    school = network.node(ESTABLISHMENT.name).filter(pl.col("name").str.contains("é")).row(0, named=True)
    bare = school["name"].upper().replace("É", "E").replace("È", "E").replace("’", "'")
    assert school["id"] in search((str(demo), 1), network, bare)["id"].to_list()
    assert search((str(demo), 1), network, school["uai"])["id"].to_list()[:1] == [school["id"]]


def small(*conventions: tuple[str, str, date | None], partners: tuple[tuple[str, str], ...] = ()) -> Network:
    """Make a network of conventions (establishment, partner, end) and of partnerships without convention."""
    signs: list[dict[str, str]] = []
    texts: list[dict[str, object]] = []
    for rank, (school, partner, ends_on) in enumerate(conventions):
        text = f"Convention:c{rank}"
        texts.append({"id": text, "starts_on": date(2020, 1, 1), "ends_on": ends_on, "declared": True})
        signs += [{"source": school, "target": text}, {"source": partner, "target": text}]
    actors = {end for school, partner, _ends in conventions for end in (school, partner)} | {end for pair in partners for end in pair}
    nodes = {
        kind: pl.DataFrame([{"id": i, "declared": True} for i in sorted(actors) if i.startswith(kind)], schema=node_columns(kind))
        for kind in ("Establishment", "Organisation")
    }
    links = {
        SIGNS.name: pl.DataFrame(signs, schema=link_columns(SIGNS.name)),
        "PARTNER_OF": pl.DataFrame([{"source": s, "target": t} for s, t in partners], schema=link_columns("PARTNER_OF")),
    }
    return Network({**nodes, CONVENTION.name: pl.DataFrame(texts, schema=node_columns(CONVENTION.name))}, links)


DAY = date(2026, 11, 23)
LATE, SOON, GONE = date(2029, 1, 1), date(2027, 1, 1), date(2024, 1, 1)
A, B, X, Y = "Establishment:A", "Establishment:B", "Organisation:X", "Organisation:Y"


def test_a_pair_is_one_tie_in_its_most_urgent_state() -> None:
    found = scene(small((A, X, LATE), (A, X, GONE), (A, X, SOON), (A, Y, LATE), (A, Y, LATE), (B, Y, GONE)), None, DAY)
    assert found.ties.select("source", "target", "count", "state").rows() == [
        (A, X, 1, "ending"),
        (A, Y, 2, "active"),
        (B, Y, 1, "ended"),
    ]
    assert found.ties["label"][0] == "Conventions : 1 à échéance proche, 1 en vigueur, 1 échue"


def test_a_partnership_without_convention_is_a_tie_of_no_convention() -> None:
    found = scene(small(partners=((A, X),)), None, DAY)
    assert found.ties.rows() == [(A, X, "", 0, "none")]


def test_a_convention_between_two_establishments_is_one_tie() -> None:
    assert scene(small((A, B, LATE)), None, DAY).ties.rows() == [(A, B, "Conventions : 1 en vigueur", 1, "active")]


def test_only_live_conventions_leaves_out_those_they_do_not_reach() -> None:
    found = scene(small((A, X, LATE), (A, Y, GONE)), None, DAY, live_only=True)
    assert found.actors["id"].to_list() == [A, X]


def test_a_scope_holds_its_establishment_and_its_partners_alone() -> None:
    found = scene(small((A, X, LATE), (B, Y, LATE)), A, DAY)
    assert found.actors["id"].to_list() == [A, X]
    assert found.total == 2


def test_above_the_ceiling_establishments_and_the_best_linked_stay_and_the_total_is_told() -> None:
    found = scene(small((A, X, LATE), (B, X, LATE), (A, Y, LATE)), None, DAY, ceiling=3)
    assert found.actors["id"].to_list() == [A, B, X]
    assert found.total == 4
    assert found.ties.select("source", "target").rows() == [(A, X), (B, X)]


def test_the_partners_of_a_hub_beyond_the_limit_are_one_sign() -> None:
    partners = [f"Organisation:{rank}" for rank in range(5)]
    found = around(small(*[(A, partner, LATE) for partner in partners]), A, DAY, most=3)
    assert found.total == 6
    assert found.actors["id"].to_list() == [A, *partners[:3], OTHERS]
    assert found.ties.row(-1) == (A, OTHERS, "et 2 autres partenaires", 2, "active")


def test_the_demo_stands_by_territory_and_one_basin_by_establishment(demo: Path) -> None:
    network = open_store(demo).network()
    whole = scene(network, None, DAY)
    anchors = whole.actors.filter(pl.col("kind") == ESTABLISHMENT.name)["anchor"].drop_nulls()
    assert set(anchors.str.split(":").list.first()) == {"Territory"}
    assert not whole.by_school
    basin = network.node("Territory").filter(pl.col("level") == "bassin")["id"][0]
    assert scene(network, basin, DAY).by_school
