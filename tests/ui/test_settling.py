"""What people bring together, set aside and correct on the sheets: each is a lot that is undone, each refusal a sentence."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from netmap.intake import remake
from netmap.lot import LotKind, LotState
from netmap.lots import correction
from netmap.stores import Store, open_store
from netmap.suggestions import set_aside
from netmap.ui.writing import plain
from tests.ui.pages import (
    ACTIVE,
    AT,
    BRUME,
    FIRST,
    HOSTILE,
    NEW,
    OLD,
    SECOND,
    UNNUMBERED,
    VALETTE,
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
