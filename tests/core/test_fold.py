"""A network is the fold of its lots: precedence, replacement by column, undo of any lot, corrections, identical actors."""

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import SOURCES
from netmap.errors import NetmapError
from netmap.intake import Given, Preparation, commit, prepare, redo, remake, undo
from netmap.lot import LotState
from netmap.lots import correction, fold, merge, statements_about
from netmap.network import Network
from netmap.stores import Store, open_store

ESTABLISHMENTS = "UAI;Nom;Commune;Filières\n0350760L;Lycée des Tilleuls;Rennes;Bois | BTP\n0671509B;Lycée du Port;Brest;BTP\n"
CONVENTIONS = (
    "N° de convention;UAI;Partenaire;SIREN;Commune;Objet;Début;Fin;Filières\n"
    "CONV-2024-1;0350760L;Menuiserie Valette;000000018;Rennes;Accueil en PFMP;01/09/2024;31/08/2026;Bois\n"
    "CONV-2024-2;0671509B;Atelier Brume;;Brest;Visites;01/09/2025;31/08/2028;BTP\n"
)
Load = Callable[..., Preparation]


def links(network: Network, kind: str) -> list[tuple[str, str]]:
    return sorted(network.link(kind).select("source", "target").rows())


def act(network_store: Store, number: int, *, back: bool = False) -> None:
    (redo if back else undo)(network_store, number, author="Camille", reason="essai", at="2026-11-23T09:00:00+00:00")


def test_what_two_files_say_becomes_one_network(store: Store, load: Load) -> None:
    load({"etablissements.csv": ESTABLISHMENTS, "conventions.csv": CONVENTIONS})
    network = store.network()
    assert {kind: n for kind, n in network.counts().items() if n} == {
        "Establishment": 2,
        "Organisation": 2,
        "Filiere": 2,
        "Convention": 2,
        "SIGNS": 4,
        "TEACHES": 3,
        "COVERS": 2,
    }
    assert network.sides.sort("convention").rows() == [
        ("Convention:CONV-2024-1", "Establishment:0350760L", "Organisation:000000018"),
        ("Convention:CONV-2024-2", "Establishment:0671509B", "Organisation:~atelier brume@brest"),
    ]
    assert store.verify() == ()


def test_loading_the_same_files_twice_changes_nothing(load: Load, prepared: Load) -> None:
    load({"etablissements.csv": ESTABLISHMENTS, "conventions.csv": CONVENTIONS})
    again = prepared({"etablissements.csv": ESTABLISHMENTS, "conventions.csv": CONVENTIONS})
    assert again.difference().is_empty


def test_a_corrected_cell_replaces_the_link_it_said_before(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    load({"conventions.csv": CONVENTIONS.replace("31/08/2026;Bois", "31/08/2026;BTP")})
    assert links(store.network(), "COVERS") == [("Convention:CONV-2024-1", "Filiere:~btp"), ("Convention:CONV-2024-2", "Filiere:~btp")]
    assert store.network().node("Filiere")["id"].to_list() == ["Filiere:~btp"]


def test_an_empty_cell_says_nothing(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    load({"conventions.csv": CONVENTIONS.replace("31/08/2026;Bois", ";")})
    network = store.network()
    assert ("Convention:CONV-2024-1", "Filiere:~bois") in links(network, "COVERS")
    assert str(network.row("Convention:CONV-2024-1")["ends_on"]) == "2026-08-31"


def test_a_partner_whose_name_is_corrected_leaves_no_ghost(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    load({"conventions.csv": CONVENTIONS.replace("Atelier Brume", "Atelier de la Brume")})
    assert sorted(store.network().node("Organisation")["id"]) == ["Organisation:000000018", "Organisation:~atelier de la brume@brest"]


def test_what_two_series_say_of_one_convention_adds_up(store: Store, load: Load) -> None:
    load({"nord.csv": CONVENTIONS}, series="nord")
    load({"sud.csv": CONVENTIONS.replace("31/08/2026;Bois", "31/08/2026;BTP")}, series="sud")
    about_first = [pair for pair in links(store.network(), "COVERS") if pair[0] == "Convention:CONV-2024-1"]
    assert about_first == [("Convention:CONV-2024-1", "Filiere:~bois"), ("Convention:CONV-2024-1", "Filiere:~btp")]


def test_what_describes_outranks_what_mentions_whatever_the_order(store: Store, load: Load) -> None:
    load({"organisations.csv": "SIREN;Nom;Commune\n000000018;VALETTE SAS;Rennes\n"})
    load({"conventions.csv": CONVENTIONS})
    assert store.network().row("Organisation:000000018")["name"] == "VALETTE SAS"


def test_undoing_a_lot_leaves_later_lots_and_redo_brings_it_back(store: Store, load: Load) -> None:
    load({"etablissements.csv": ESTABLISHMENTS})
    load({"conventions.csv": CONVENTIONS})
    whole = store.network()
    act(store, 1)
    network = store.network()
    assert network.node("Convention").height == 2
    assert network.node("Establishment").select("id", "declared").sort("id").rows() == [
        ("Establishment:0350760L", False),
        ("Establishment:0671509B", False),
    ]
    act(store, 1, back=True)
    assert same(store.network(), whole)
    assert [entry.act for entry in store.journal()] == ["validé", "validé", "annulé", "repris"]


def test_undoing_a_lot_twice_is_refused_in_french(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    act(store, 1)
    with pytest.raises(NetmapError, match="déjà annulé"):
        act(store, 1)
    with pytest.raises(NetmapError, match="Aucun lot ne porte le numéro 9"):
        act(store, 9)


def test_a_person_outranks_every_file_and_may_say_empty(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    said = {"author": "Camille", "reason": "vu le texte", "at": "2026-11-23T10:00:00+00:00"}
    remake(store, lambda network: correction(network, "Convention:CONV-2024-1", "ends_on", "31/08/2027", **said))
    remake(store, lambda network: correction(network, "Convention:CONV-2024-2", "object", "", **said))
    load({"conventions.csv": CONVENTIONS.replace("31/08/2026", "30/06/2026")})
    network = store.network()
    assert str(network.row("Convention:CONV-2024-1")["ends_on"]) == "2027-08-31"
    assert network.row("Convention:CONV-2024-2")["object"] is None
    act(store, 2)
    act(store, 3)
    network = store.network()
    assert str(network.row("Convention:CONV-2024-1")["ends_on"]) == "2026-06-30"
    assert network.row("Convention:CONV-2024-2")["object"] == "Visites"


def test_a_correction_that_cannot_be_read_is_refused_in_french(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    with pytest.raises(NetmapError, match="Fin : « demain » n’est pas"):
        correction(store.network(), "Convention:CONV-2024-1", "ends_on", "demain", author="", reason="", at="")
    with pytest.raises(NetmapError, match="inconnu dans ce réseau"):
        correction(store.network(), "Convention:ZZZZZZ", "ends_on", "", author="", reason="", at="")


def test_every_value_that_lost_stays_visible_with_its_source(store: Store, load: Load) -> None:
    load({"nord.csv": CONVENTIONS}, series="nord")
    load({"sud.csv": CONVENTIONS.replace("31/08/2026", "30/06/2026")}, series="sud")
    found = statements_about(["Convention:CONV-2024-1"], "Convention:CONV-2024-1", store.frames("Convention"), store.network())
    ends = [(said.value, said.kept, said.place) for said in found if said.property == "ends_on"]
    assert ends == [("30/06/2026", True, "sud.csv, ligne 2"), ("31/08/2026", False, "nord.csv, ligne 2")]


def test_two_actors_that_a_person_says_are_one_are_followed_and_can_be_parted(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    before = store.network()
    said = {"author": "Camille", "reason": "même entreprise", "at": "2026-11-23T10:00:00+00:00"}
    remake(store, lambda network: merge(network, "Organisation:~atelier brume@brest", "Organisation:000000018", **said))
    network = store.network()
    assert network.node("Organisation")["id"].to_list() == ["Organisation:000000018"]
    assert network.sides["partner"].unique().to_list() == ["Organisation:000000018"]
    act(store, 2)
    assert same(store.network(), before)


def test_an_actor_kept_keeps_its_name_over_the_one_brought_to_it(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    said = {"author": "Camille", "reason": "même entreprise", "at": "2026-11-23T10:00:00+00:00"}
    remake(store, lambda network: merge(network, "Organisation:~atelier brume@brest", "Organisation:000000018", **said))
    kept = store.network().row("Organisation:000000018")
    assert (kept["name"], kept["commune"]) == ("Menuiserie Valette", "Rennes")


def test_a_siren_found_later_joins_the_partner_typed_by_name(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    load({"organisations.csv": "SIREN;Nom;Commune\n000000026;ATELIER BRUME;Brest\n"})
    assert ("Organisation:000000026", "Convention:CONV-2024-2") in links(store.network(), "SIGNS")
    assert "Organisation:~atelier brume@brest" not in store.network().node("Organisation")["id"].to_list()


@pytest.mark.parametrize(
    ("typed", "official"),
    [("Atelier 12", "ATELIER 12"), ("Café", "CAFE"), ("Brume S.A.", "BRUME S A"), ("B&B", "b b"), ("Bœuf", "BOEUF"), ("L’Été !", "l ete")],
)
def test_a_name_is_met_however_it_is_typed(store: Store, load: Load, typed: str, official: str) -> None:
    load({"conventions.csv": CONVENTIONS.replace("Atelier Brume", typed)})
    load({"organisations.csv": f"SIREN;Nom;Commune\n000000026;{official};Brest\n000000034;Un autre;Brest\n"})
    assert ("Organisation:000000026", "Convention:CONV-2024-2") in links(store.network(), "SIGNS")


def test_homonyms_of_two_sirens_are_not_chosen_between(store: Store, load: Load) -> None:
    load({"conventions.csv": CONVENTIONS})
    load({"organisations.csv": "SIREN;Nom;Commune\n000000026;Atelier Brume;Brest\n000000034;Atelier Brume;Brest\n"})
    assert ("Organisation:~atelier brume@brest", "Convention:CONV-2024-2") in links(store.network(), "SIGNS")


def test_a_renamed_convention_is_proposed_as_the_same(load: Load, prepared: Load) -> None:
    unnumbered = "UAI;Partenaire;Commune;Objet;Début;Fin;Préavis (mois)\n0350760L;Atelier Brume;Brest;{};01/09/2025;31/08/2028;3\n"
    load({"conventions.csv": unnumbered.format("Visites")}, series="a")
    difference = prepared({"conventions.csv": unnumbered.format("Visites d’atelier")}, series="a").difference()
    assert [(r.gone, r.added, r.agreed) for r in difference.renamed] == [
        ("Convention:~0350760l@atelier brume@visites", "Convention:~0350760l@atelier brume@visites d atelier", 3)
    ]


def same(one: Network, other: Network) -> bool:
    kinds = {*one.nodes, *one.links, *other.nodes, *other.links}
    return all(_sorted(one, kind).equals(_sorted(other, kind)) for kind in kinds)


def _sorted(network: Network, kind: str) -> pl.DataFrame:
    frame = network.nodes.get(kind, network.links.get(kind, pl.DataFrame()))
    return frame.sort([c for c in ("id", "source", "target") if c in frame.columns]) if frame.width else frame


_CELL = st.sampled_from(["", "Bois", "BTP", "Bois | BTP"])
_PARTNER = st.sampled_from(["Valette", "Brume", "Valette | Brume"])
_LINE = st.tuples(
    st.sampled_from(["CONV-2024-1", "CONV-2024-2", "CONV-2024-3"]), _PARTNER, st.sampled_from(["", "Accueil", "Visites"]), _CELL
)
_LOAD = st.tuples(st.just("load"), st.sampled_from(["nord", "sud"]), st.lists(_LINE, min_size=1, max_size=4))
_ACT = st.tuples(st.sampled_from(["undo", "redo", "correct"]), st.integers(1, 6), st.just([]))


@given(st.lists(st.one_of(_LOAD, _ACT), min_size=1, max_size=8))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sequence_of_lots_undos_and_redos_equals_the_fold_from_nothing(tmp_path_factory, acts) -> None:
    store = open_store(tmp_path_factory.mktemp("fold") / "r.netmap", create=True)
    for verb, what, lines in acts:
        if verb == "load":
            load_lines(store, what, lines)
        elif verb == "correct":
            correct_one(store, what)
        else:
            wanted = LotState.ACTIVE if verb == "undo" else LotState.UNDONE
            numbers = [lot.number for lot in store.lots() if lot.state is wanted]
            if numbers:
                act(store, numbers[what % len(numbers)], back=verb == "redo")
        assert same(store.network(), folded_from_nothing(store))
        assert store.verify() == ()
    ends = pl.concat([pl.Series(dtype=pl.String), *(f[e] for f in store.network().links.values() for e in ("source", "target"))])
    nodes = pl.concat([pl.Series(dtype=pl.String), *(f["id"] for f in store.network().nodes.values())])
    assert ends.is_in(nodes.implode()).all()


def load_lines(store: Store, series: str, lines: list[tuple[str, str, str, str]]) -> None:
    text = "N° de convention;UAI;Partenaire;Objet;Filières\n" + "".join(f"{r};0350760L;{p};{o};{f}\n" for r, p, o, f in lines)
    preparation = prepare(store, [Given("c.csv", content=text.encode())], SOURCES, author="", at="", series=series)
    commit(store, preparation)
    assert same(store.network(), preparation.after)


def correct_one(store: Store, which: int) -> None:
    ids = store.network().node("Convention")["id"].sort().to_list()
    if ids:
        said = {"author": "", "reason": "", "at": ""}
        remake(store, lambda network: correction(network, ids[which % len(ids)], "object", f"Objet {which}", **said))


def folded_from_nothing(store: Store) -> Network:
    alone = [lot for lot in store.lots() if lot.state is LotState.ACTIVE]
    kept = {lot.number for lot in alone}
    return fold(alone, lambda kind: [(lot, frame) for lot, frame in store.frames(kind) if lot.number in kept])


SITE = "N° de convention;UAI;Partenaire;SIRET\nCONV-2024-1;0350760L;Valette;00000001800010\n"


def test_a_site_is_part_of_its_legal_unit_known_by_that_site_alone(store: Store, load: Load) -> None:
    load({"conventions.csv": SITE})
    network = store.network()
    assert links(network, "PART_OF") == [("Organisation:00000001800010", "Organisation:000000018")]
    unit = network.row("Organisation:000000018")
    assert (unit["siren"], unit["siret"], unit["name"], unit["declared"]) == ("000000018", None, "Valette", False)
    said = statements_about(["Organisation:000000018"], "Organisation:000000018", store.frames("Organisation"), network)
    assert [(s.property, s.value, s.kept, s.source, s.place) for s in said] == [
        ("siren", "000000018", True, "Déduit du SIRET d’un de ses sites", "conventions.csv, ligne 2"),
        ("name", "Valette", True, "Déduit du SIRET d’un de ses sites", "conventions.csv, ligne 2"),
    ]


def test_a_legal_unit_goes_with_its_last_site(store: Store, load: Load) -> None:
    load({"conventions.csv": SITE})
    load({"conventions.csv": SITE.replace("00000001800010", "00000002600013")})
    network = store.network()
    assert sorted(network.node("Organisation")["id"]) == ["Organisation:000000026", "Organisation:00000002600013"]
    assert links(network, "PART_OF") == [("Organisation:00000002600013", "Organisation:000000026")]


def test_a_legal_unit_said_to_be_its_site_does_not_come_back(store: Store, load: Load) -> None:
    load({"conventions.csv": SITE})
    unit, site = "Organisation:000000018", "Organisation:00000001800010"
    draft = merge(store.network(), unit, site, author="Camille", reason="un seul site", at="2026-11-23T09:00:00+00:00")
    store.commit(draft, store.version())
    network = store.network()
    assert network.node("Organisation")["id"].to_list() == [site]
    assert links(network, "PART_OF") == []
