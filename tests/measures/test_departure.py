"""Departures cost what can be counted by hand, and who could take over is named in order, with the reason."""

from datetime import date

import polars as pl
import pytest

from netmap.errors import UnknownName
from netmap.export.departure import (
    departure_document,
    departure_sentence,
    departure_table,
    loss,
    membership_table,
    partnership_table,
    successor_table,
    untied_table,
)
from netmap.export.rows import json_bytes
from netmap.measures.curves import departures
from netmap.measures.departure import Contact, Departure, departure, functions, group_of
from netmap.measures.study import Study
from netmap.measures.takeover import candidates
from netmap.network import Network
from tests.measures.networks import LONG, ON, e, network, p
from tests.random_networks import SEEDS, random_network

WOOD, FOOD, NORTH = "Filiere:~bois", "Filiere:~table", "Territory:~bassin@nord"
HELD = network(
    4,
    signed=[(e(1), p(1)), (e(1), p(2)), (e(2), p(1)), (e(3), p(3)), (e(3), p(4)), (e(4), p(5))],
    known=[(e(2), p(6), {"known_by": "DDFPT"})],
    organisations=[
        {"id": p(7), "name": "P7"},
        {"id": p(8), "name": "P8", "state": "ferme"},
        *({"id": p(n), "name": f"P{n}", "latitude": 48.0, "longitude": float(n)} for n in range(1, 6)),
    ],
    others={
        "Filiere": [{"id": WOOD, "name": "Bois"}, {"id": FOOD, "name": "Table"}],
        "Territory": [{"id": NORTH, "name": "Nord", "level": "bassin"}],
        "Campus": [{"id": "Campus:A", "name": "A"}],
    },
    ties={
        "TEACHES": [(e(1), WOOD), (e(2), WOOD), (e(2), FOOD), (e(3), WOOD)],
        "WORKS_IN": [(p(n), WOOD) for n in (1, 2, 3, 4, 5, 7, 8)],
        "LOCATED_IN": [(e(1), NORTH), (e(2), NORTH), (e(3), NORTH)],
        "PART_OF": [(p(2), p(1)), (p(3), p(2)), (p(1), p(3))],
        "MEMBER_OF": [(p(1), "Campus:A"), (e(1), "Campus:A")],
    },
)


def leave(*actors: str, groups: bool = False, held: Network = HELD) -> Departure:
    return departure(Study(held, ON), actors, groups=groups)


def test_one_partner_leaves_establishments_alone_and_filieres_bare() -> None:
    one = leave(p(1))
    assert one.lost.select("establishment", "partner").rows() == [(e(1), p(1)), (e(2), p(1))]
    assert one.isolated.to_list() == []
    assert one.uncovered.rows() == [(e(2), WOOD)]
    assert one.conventions["convention"].to_list() == ["Convention:C0", "Convention:C2"]
    assert one.memberships.select("member", "group").rows() == [(p(1), "Campus:A")]
    assert (one.joined(after=False), one.joined(after=True)) == ((2, 1), (1, 0))


def test_a_group_leaves_with_all_that_is_part_of_it_even_said_in_a_circle() -> None:
    assert sorted(group_of(Study(HELD, ON), (p(1),))) == [p(2), p(3)]
    one = leave(p(1), groups=True)
    assert one.leaving == (p(1), p(2), p(3))
    assert one.isolated.to_list() == [e(1)]
    assert leave(p(1), p(6)).isolated.to_list() == [e(2)]


def test_bodies_of_a_federation_leave_with_it_and_its_members_stay() -> None:
    rows = [{"id": p("F"), "name": "Fédération"}, {"id": p("R"), "name": "Région", "category": "branche"}]
    held = network(1, signed=[(e(1), p(1))], organisations=rows, ties={"MEMBER_OF": [(p("R"), p("F")), (p(1), p("R")), (p(1), p("F"))]})
    assert group_of(Study(held, ON), (p("F"),)) == [p("R")]


def test_a_convention_signed_with_others_is_kept_by_them() -> None:
    signs = [(e(1), "Convention:X"), (p(1), "Convention:X"), (p(2), "Convention:X")]
    text = {"Convention": [{"id": "Convention:X", **LONG}]}
    held = network(1, organisations=[{"id": p(n)} for n in (1, 2)], others=text, ties={"SIGNS": signs})
    assert leave(p(1), held=held).conventions.select("partner", "others").rows() == [(p(1), 1)]
    assert leave(p(1), p(2), held=held).conventions["others"].to_list() == [0, 0]


def test_an_establishment_that_leaves_is_not_counted_among_those_left() -> None:
    one = leave(e(1))
    assert one.isolated.to_list() == []
    assert one.conventions.is_empty()
    assert one.joined(after=True) == (1, 0)


def test_a_person_leaves_with_what_this_function_follows_there() -> None:
    study = Study(HELD, ON)
    assert functions(study).rows() == [(e(2), "DDFPT", 1)]
    one = departure(study, (), (Contact("ddfpt", e(2)),))
    assert one.lost.select("establishment", "partner").rows() == [(e(2), p(6))]
    assert departure(study, (), (Contact("DDFPT", e(1)),)).lost.is_empty()
    assert departure(study, (), (Contact("DDFPT"),)).lost.height == 1


def test_nobody_leaving_is_refused() -> None:
    with pytest.raises(UnknownName, match="Dites qui partirait"):
        leave()


def test_who_could_take_over_is_ranked_with_a_reason_and_the_closed_left_out() -> None:
    found = candidates(leave(p(1)), most=9)
    assert [(one.establishment, one.filiere, one.partner, one.reason) for one in found] == [
        # The filière that is left bare first: partners of neighbours, of the network, then known only.
        (e(2), WOOD, p(2), "travaille avec 1 établissement voisin"),
        (e(2), WOOD, p(3), "travaille avec 1 établissement voisin"),
        (e(2), WOOD, p(4), "travaille avec 1 établissement voisin"),
        (e(2), WOOD, p(5), "travaille avec 1 établissement du réseau"),
        (e(2), WOOD, p(7), "connu du réseau, sans lien vivant"),
        (e(1), WOOD, p(2), "déjà partenaire de l’établissement"),
        (e(1), WOOD, p(3), "travaille avec 1 établissement voisin"),
        (e(1), WOOD, p(4), "travaille avec 1 établissement voisin"),
        (e(1), WOOD, p(5), "travaille avec 1 établissement du réseau"),
        (e(1), WOOD, p(7), "connu du réseau, sans lien vivant"),
    ]
    assert len(candidates(leave(p(1)), most=2)) == 4


def test_distance_is_said_where_both_places_are_known() -> None:
    schools = [{"id": e(n), "name": f"Lycée {n}", "latitude": 48.0, "longitude": 2.0} for n in (1, 2)]
    rows = [{"id": p(n), "name": f"P{n}", "latitude": 48.0 + n / 10, "longitude": 2.0} for n in (1, 2, 3)]
    ties = {"TEACHES": [(e(1), WOOD)], "WORKS_IN": [(p(n), WOOD) for n in (1, 2, 3)]}
    others = {"Filiere": [{"id": WOOD, "name": "Bois"}]}
    held = network(schools, signed=[(e(1), p(1)), (e(2), p(2)), (e(2), p(3))], organisations=rows, others=others, ties=ties)
    assert [(one.partner, one.reason) for one in candidates(leave(p(1), held=held))] == [
        (p(2), "travaille avec 1 établissement du réseau, à 22 km"),
        (p(3), "travaille avec 1 établissement du réseau, à 33 km"),
    ]


def test_the_answer_is_one_sentence_and_one_table() -> None:
    told = loss(leave(p(1), groups=True))
    assert departure_sentence(told) == (
        "Sans P1, P2, P3, au 23/11/2026 : 1 établissement isolé, 2 filières sans partenaire, 4 conventions à remplacer, "
        "1 campus ou réseau qui perd un membre."
    )
    kinds = departure_table(told)["Quoi"].value_counts(sort=True).rows()
    assert ("Établissement isolé", 1) in kinds
    assert ("Convention à remplacer", 4) in kinds
    only = loss(leave(p(1)), e(1))
    assert only.conventions["establishment"].to_list() == [e(1)]
    assert only.uncovered.is_empty()


@pytest.mark.parametrize("seed", SEEDS)
def test_departures_from_random_networks_can_be_told_whatever_they_hold(seed: int) -> None:
    held = random_network(seed)
    study = Study(held, date(2026, 11, 23))
    actors = [held.node(kind)["id"][0] for kind in ("Organisation", "Campus", "Establishment", "Network", "Delegation")]
    for chosen in ((actors[0],), tuple(actors)):
        told = loss(departure(study, chosen))
        assert departure_sentence(told)
        assert departure_table(told).width == 6
        assert departure_document(told).parts
        assert b"NaN" not in json_bytes(told.as_dict())
        assert told.joined[1] <= told.joined[0]


def test_curves_of_departures_fall_from_all_to_little() -> None:
    found = {one.name: one for one in departures(Study(HELD, ON))}
    assert set(found) == {"largest", "groups", "random"}
    largest = found["largest"]
    # Six partners leave one by one: the first (two establishments) leaves the others apart.
    assert [round(share * 6) for share in largest.gone] == [0, 1, 2, 3, 4, 5, 6]
    assert [round(share * 4) for share in largest.joined] == [2, 1, 1, 1, 1, 1, 1]
    assert [round(share * 4) for share in largest.served] == [4, 4, 3, 3, 2, 1, 0]
    # A group leaves whole: P1, P2 and P3 first.
    assert [round(share * 4) for share in found["groups"].served] == [4, 4, 3, 3, 2, 1, 0]
    assert departures(Study(network(3), ON)) == ()
    assert pl.Series(found["random"].served).is_sorted(descending=True)


def test_curves_count_the_establishments_that_have_a_partner_to_lose() -> None:
    # Two establishments of nine have a partner, the same one: seven lines of a directory are no loss.
    (largest, *_) = departures(Study(network(9, [(e(1), p(1)), (e(2), p(1))]), ON))
    assert (largest.establishments, largest.gone, largest.joined, largest.served) == (2, (0.0, 1.0), (1.0, 0.5), (1.0, 0.0))


GROUPED = network(
    3,
    known=[(e(1), p(1), {"known_by": "DDFPT"}), (e(1), p(2), {"known_by": "Proviseur"}), (e(2), p(2))],
    signed=[(e(3), p(3))],
    others={
        "Filiere": [{"id": WOOD, "name": "Bois"}],
        "Campus": [{"id": f"Campus:{name}", "name": f"Campus {name}"} for name in "ABC"],
        "Network": [{"id": "Network:R", "name": "Réseau R"}],
    },
    ties={
        "MEMBER_OF": [(e(1), "Campus:A"), (e(1), "Network:R"), (e(2), "Campus:A"), (p(9), "Campus:A")],
        "TEACHES": [(e(1), WOOD), (e(2), WOOD)],
        "COVERS": [("Campus:B", WOOD), ("Campus:C", "Filiere:~autre")],
    },
    organisations=[{"id": p(9), "name": "P9"}],
)


def test_a_campus_that_leaves_is_a_loss_to_its_members_and_others_are_named() -> None:
    told = loss(leave("Campus:A", held=GROUPED))
    assert departure_sentence(told) == (
        "Sans Campus A, au 23/11/2026 : 3 membres sans ce campus ou réseau, aucun lien vivant connu ne serait perdu."
    )
    assert membership_table(told).rows() == [
        ("Lycée 1", "Campus A", "Réseau R", "Campus B"),
        ("Lycée 2", "Campus A", "", "Campus B"),
        ("P9", "Campus A", "", ""),
    ]
    assert loss(leave("Campus:A", held=GROUPED), e(2)).memberships["member"].to_list() == [e(2)]


def test_partners_known_by_nobody_else_and_partnerships_without_convention_are_told() -> None:
    told = loss(leave(e(1), held=GROUPED))
    assert untied_table(told).rows() == [("P1",)]
    assert loss(leave(p(2), held=GROUPED)).ties.height == 2
    assert partnership_table(loss(leave(p(2), held=GROUPED))).rows() == [("Lycée 1", "P2"), ("Lycée 2", "P2")]
    assert "2 partenariats sans convention à remplacer" in departure_sentence(loss(leave(p(2), held=GROUPED)))


def test_what_a_person_follows_is_handed_over_to_others_of_the_establishment() -> None:
    told = loss(departure(Study(GROUPED, ON), (), (Contact("ddfpt", e(1)),)))
    assert successor_table(told).rows() == [("Lycée 1", "Proviseur", "suit déjà 1 relation de l’établissement")]
    assert told.candidates == ()
    assert "1 partenariat sans convention à transmettre" in departure_sentence(told)
    kinds = set(departure_table(told)["Quoi"])
    assert kinds == {"Partenariat sans convention à transmettre", "Partenaire sans plus aucun lien", "À qui transmettre"}
