"""Indicators count what they say, on networks small enough to be counted by hand; what cannot be said is said so."""

import math
import re
from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from netmap.errors import UnknownName
from netmap.export.document import document_docx
from netmap.export.rows import json_bytes, table_csv, table_xlsx
from netmap.export.strength import review, strength_document, strength_sentence, strength_table, why_changed
from netmap.measures.evolution import evolution, past_dates
from netmap.measures.holding import LASTING
from netmap.measures.indicator import UNSAID
from netmap.measures.leaders import boards
from netmap.measures.naming import grouping
from netmap.measures.strength import INDICATORS, NOTHING_TO_DO, Reading, strength
from netmap.measures.study import WHOLE, Study
from netmap.network import Network
from tests.measures.networks import LONG, ON, e, network, p
from tests.random_networks import SEEDS, random_network

UNKNOWN = {"starts_on": None, "ends_on": None}
OVER = {"starts_on": date(2020, 9, 1), "ends_on": date(2023, 8, 31)}
SOON = {"starts_on": date(2024, 9, 1), "ends_on": date(2027, 3, 31)}
LATER = {"starts_on": date(2024, 9, 1), "ends_on": date(2027, 9, 30)}


def read(held: Network, name: str, scope: str | None = None, on: date = ON) -> Reading:
    return strength(Study(held, on), scope).reading(name)


def told(reading: Reading) -> tuple[float | None, float, float, int]:
    return (None if reading.value is None else round(reading.value, 4), reading.part, reading.whole, reading.unknown)


MIXED = network(
    3,
    signed=[(e(1), p(1)), (e(1), p(1)), (e(1), p(2), SOON), (e(2), p(2), LATER), (e(2), p(3), OVER), (e(3), p(4), UNKNOWN)],
    known=[(e(2), p(5)), (e(2), p(6), {"since": date(2030, 1, 1)})],
)


@pytest.mark.parametrize(
    ("name", "scope", "wanted"),
    [
        ("live_partners", None, (3.0, 3, 5, 1)),  # 1, 2 and 5; 3 is over, 4 has no dates, 6 has not begun
        ("live_partners", e(1), (2.0, 2, 2, 0)),
        ("live_partners", e(3), (None, 0, 1, 1)),  # a convention without dates is neither live nor over
        ("covered", None, (round(2 / 3, 4), 2, 3, 0)),
        ("due_6", None, (0.25, 1, 4, 0)),
        ("due_12", None, (0.5, 2, 4, 0)),
        ("due_6", e(3), (None, 0, 0, 0)),
        ("first_partner", e(1), (round(2 / 3, 4), 2, 3, 0)),  # two conventions of three with partner 1
        ("concentration", e(1), (round(5 / 9, 4), 2, 3, 0)),
        ("single", None, (0.0, 0, 2, 1)),
        ("joined", None, (round(2 / 3, 4), 2, 3, 0)),
        ("shared", None, (round(1 / 3, 4), 1, 3, 0)),
        ("shared", e(1), (0.5, 1, 2, 0)),
        ("core", None, (0.0, 0, 3, 0)),
        ("cutting", None, (1.0, 1, 3, 0)),  # partner 2 alone joins the two establishments
        ("lasting", None, (0.0, 0, 3, 0)),  # partner 2 is the most tied: without it, nobody is joined
        ("bridging", e(1), (0.3, 3, 10, 0)),  # P1-E1-P2-E2-P5, E3 alone: from P1 to the three others, of ten pairs
    ],
)
def test_each_indicator_counts_what_it_says(name: str, scope: str | None, wanted: tuple[float | None, float, float, int]) -> None:
    reading = read(MIXED, name, scope)
    assert told(reading) == wanted


def test_a_partnership_between_two_establishments_is_a_tie_of_both() -> None:
    held = network(2, known=[(e(1), e(2))])
    assert told(read(held, "live_partners", e(1))) == (1.0, 1, 1, 0)
    assert told(read(held, "live_partners", e(2))) == (1.0, 1, 1, 0)
    assert told(read(held, "joined")) == (1.0, 2, 2, 0)


def test_age_renewals_and_news_are_read_from_dates() -> None:
    held = network(
        1,
        signed=[
            (e(1), p(1), OVER),
            (e(1), p(1)),
            (e(1), p(2), {**LONG, "last_news_on": date(2026, 10, 1)}),
            (e(1), p(3), {"starts_on": date(2020, 9, 1), "ends_on": date(2021, 8, 31), "renewal": "tacite"}),
            (e(1), p(4), {"starts_on": None, "ends_on": date(2029, 8, 31), "last_news_on": date(2024, 1, 1)}),
        ],
    )
    assert told(read(held, "renewed")) == (round(2 / 3, 4), 2, 3, 1)  # 1 signed again, 3 went on by itself, 4 has no beginning
    assert told(read(held, "fresh")) == (0.5, 1, 2, 2)
    years = (ON - date(2020, 9, 1)).days / 365.25
    assert told(read(held, "age")) == (round(years, 4), 3, 4, 1)
    assert read(held, "age").shown == "6,2\u00a0ans"


def test_actions_that_should_have_been_held_are_counted_and_the_others_left_out() -> None:
    actions = [
        {"id": "Action:1", "title": "Forum", "state": "realisee", "on": date(2026, 5, 1)},
        {"id": "Action:2", "title": "Visite", "state": "prevue", "on": date(2026, 5, 1)},
        {"id": "Action:3", "title": "Jury", "state": "annulee"},
        {"id": "Action:4", "title": "Stage", "state": "prevue", "on": date(2027, 5, 1)},
        {"id": "Action:5", "title": "Salon"},
    ]
    ties = {"TAKES_PART_IN": [(e(1), f"Action:{n}") for n in range(1, 6)]}
    reading = read(network(1, others={"Action": actions}, ties=ties), "actions")
    assert told(reading) == (round(1 / 3, 4), 1, 3, 1)
    assert reading.about == ("Action:2", "Action:3")


def test_a_filiere_counts_what_concerns_it_only() -> None:
    wood, food = "Filiere:~bois", "Filiere:~table"
    held = network(
        2,
        signed=[(e(1), p(1)), (e(1), p(2)), (e(2), p(1))],
        others={"Filiere": [{"id": wood, "name": "Bois"}, {"id": food, "name": "Table"}]},
        ties={
            "TEACHES": [(e(1), wood), (e(1), food), (e(2), food)],
            "WORKS_IN": [(p(1), wood)],
            "COVERS": [("Convention:C2", food)],
        },
    )
    assert told(read(held, "live_partners", wood)) == (1.0, 1, 1, 0)
    assert told(read(held, "live_partners", food)) == (1.0, 1, 1, 0)  # by the convention that covers it, in the second establishment
    assert told(read(held, "single", food)) == (1.0, 1, 1, 1)


def test_campuses_are_reached_as_a_member_by_a_tie_or_through_a_partner() -> None:
    held = network(
        3,
        signed=[(e(2), "Campus:B"), (e(3), p(1))],
        others={"Campus": [{"id": f"Campus:{name}", "name": name} for name in "ABC"]},
        ties={"MEMBER_OF": [(e(1), "Campus:A"), (p(1), "Campus:A")]},
    )
    assert [told(read(held, "campuses", scope)) for scope in (e(1), e(2), e(3), None)] == [
        (1.0, 1, 3, 0),
        (1.0, 1, 3, 0),
        (1.0, 1, 3, 0),
        (2.0, 2, 3, 0),
    ]


def test_ranks_are_among_establishments_of_the_same_size_only() -> None:
    schools = [{"id": e(n), "name": f"Lycée {n}", "pupils": pupils} for n, pupils in enumerate((100, 200, 250, 900, None), 1)]
    held = network(schools, signed=[(e(n), p(10 * n + k)) for n in range(1, 6) for k in range(n)])
    small, large, unsaid = (strength(Study(held, ON), e(n)) for n in (1, 4, 5))
    assert small.peers == "établissements de moins de 300 élèves"
    assert [(one.rank, one.peers) for one in (small.reading("live_partners"), small.reading("first_partner"))] == [(3, 3), (3, 3)]
    assert (large.reading("live_partners").rank, large.reading("live_partners").peers) == (None, 1)
    assert "pas renseignée" in unsaid.peers
    assert unsaid.reading("live_partners").rank == 1


def test_what_to_do_names_those_it_is_about_and_nothing_when_all_is_done() -> None:
    assert read(MIXED, "covered").todo == "Proposer une convention à ceux qui n’en ont pas : P5."
    assert read(MIXED, "covered", e(1)).todo == ""
    assert read(MIXED, "covered", e(1)).advice == NOTHING_TO_DO
    assert read(MIXED, "due_6").todo == "Préparer le renouvellement : Convention 2 (Lycée 1 et P2)."


def test_what_cannot_be_said_says_what_to_fill_in() -> None:
    for reading in strength(Study(network(3), ON)).readings:
        assert (reading.value, reading.todo) == (None, reading.indicator.fill)


def test_a_partner_who_holds_all_is_what_to_see_to_first() -> None:
    held = network(5, signed=[(e(n), p(1)) for n in range(1, 6)])
    assert read(held, "first_partner").todo == "Chercher un second partenaire du même métier que : P1."
    assert told(read(held, "lasting")) == (0.0, 0, 1, 0)
    assert strength_sentence(review(Study(held, ON))).startswith(
        "Tout le réseau, au 23/11/2026 : 1 partenaire vivant, 100\u00a0% sous convention, aucune convention à renouveler d’ici douze mois. "
        "1 départ suffirait, les plus liés d’abord, pour que la moitié des établissements reliés entre eux ne le soient plus."
    )


def test_establishments_tied_to_one_another_outlast_their_partners() -> None:
    held = network(3, signed=[(e(1), e(2)), (e(2), e(3)), (e(1), p(1)), (e(2), p(1))])
    reading = read(held, "lasting")
    assert told(reading) == (1.0, 1, 1, 0)
    assert reading.why.endswith("1 départ sur 1 partenaire ; des établissements sont reliés entre eux, sans autre partenaire.")
    assert "suffirai" not in strength_sentence(review(Study(held, ON)))


def test_the_departures_that_many_partners_bear_are_counted_one_by_one() -> None:
    # A chain of establishments, each held to the next by its own two partners: every pair of them that leaves shortens the chain.
    held = network(401, signed=[(e(n + side), p(f"{n:03}-{twin}")) for n in range(1, 401) for twin in range(2) for side in range(2)])
    counted = LASTING.count(Study(held, ON).parts("")).filter(pl.col("scope") == WHOLE)
    # The first 200 links go whole, then one of the two partners of the next: 201 establishments of 401 are joined still.
    assert counted.select("part", "whole").rows() == [(401, 800)]


def test_nobody_joined_has_nothing_to_lose() -> None:
    held = network(3, signed=[(e(n), p(n)) for n in range(1, 4)])
    assert told(read(held, "lasting")) == (None, 0, 0, 0)
    assert "suffirai" not in strength_sentence(review(Study(held, ON)))


def test_partners_all_gone_are_none_and_not_unknown() -> None:
    told_ = strength_sentence(review(Study(network(2, signed=[(e(1), p(1), OVER)]), ON)))
    assert told_ == "Tout le réseau, au 23/11/2026 : aucun partenaire vivant, 1 partenaire connu n’a plus de lien."


# Bad input


EMPTY = Network()
BAD = {
    "nothing": EMPTY,
    "one actor": network(1),
    "a partner and no establishment": network(0, organisations=[{"id": p(1), "name": "Seul"}]),
    "everyone alone": network(5, organisations=[{"id": p(n)} for n in range(3)]),
    "no convention": network(3, known=[(e(1), p(1)), (e(2), p(1))]),
    "one giant partner": network(40, signed=[(e(n), p(1)) for n in range(1, 41)]),
    "ties to oneself": network(2, signed=[(e(1), e(1))], known=[(e(1), e(1)), (e(2), e(2))]),
    "all dates unknown": network(3, signed=[(e(n), p(n), UNKNOWN) for n in (1, 2, 3)]),
    "one pair": network(1, signed=[(e(1), p(1))]),
}


@pytest.mark.parametrize("held", BAD.values(), ids=BAD)
def test_whatever_the_network_every_word_and_number_can_be_shown(held: Network) -> None:
    says_no_number_that_is_none(held, None)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_networks_can_be_shown_whatever_they_hold(seed: int) -> None:
    held = random_network(seed)
    kind = ("Establishment", "Campus", "Territory", "Filiere", "Network")[seed % 5]
    for scope in (None, held.node(kind)["id"][0]):
        says_no_number_that_is_none(held, scope)


def says_no_number_that_is_none(held: Network, scope: str | None) -> None:
    said = review(Study(held, ON), scope, date(2025, 1, 1))
    for reading in said.strength.readings:
        assert reading.value is None or math.isfinite(reading.value)
        assert (reading.value is None) == (reading.shown == UNSAID)
        assert reading.why
        assert not re.search(r"\b(nan|inf|None)\b", f"{reading.shown} {reading.why}", re.IGNORECASE)
    numbers = json_bytes(said.as_dict()).decode()
    assert "NaN" not in numbers
    assert strength_sentence(said)
    assert table_csv(strength_table(said))
    assert table_xlsx(strength_table(said), "Solidité").startswith(b"PK")
    assert strength_document(said).parts


def test_a_document_is_written_of_a_network_that_says_nothing() -> None:
    assert document_docx(strength_document(review(Study(EMPTY, ON)))).startswith(b"PK")


@pytest.mark.parametrize("name", ["nothing", "one actor", "everyone alone", "ties to oneself", "all dates unknown"])
def test_where_nothing_is_known_nothing_is_measured(name: str) -> None:
    readings = strength(Study(BAD[name], ON)).readings
    measured = {reading.indicator.name for reading in readings if reading.value is not None}
    assert measured == set()


def test_the_unsaid_is_told_from_the_none() -> None:
    over = network(1, signed=[(e(1), p(1), OVER)])
    assert (read(over, "live_partners").shown, read(over, "live_partners").whole) == ("0", 1)
    unsaid = read(BAD["all dates unknown"], "live_partners")
    assert (unsaid.shown, unsaid.why) == (UNSAID, "Aucun partenaire dont on connaisse les dates : ce n’est pas « aucun partenaire ».")


def test_a_scope_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownName, match="n’est pas un périmètre"):
        strength(Study(MIXED, ON), p(1))


# Leaders, communities, dates


def test_leaders_are_named_in_order_and_equals_share_a_rank() -> None:
    held = network(4, signed=[(e(1), p(1)), (e(2), p(1)), (e(3), p(1)), (e(3), p(2)), (e(4), p(2)), (e(4), p(3))])
    found = {board.name: [(one.rank, one.actor) for one in board.leaders] for board in boards(Study(held, ON))}
    assert found["shared"] == [(1, p(1)), (2, p(2)), (3, p(3))]
    assert found["bridging"] == [(1, e(3)), (1, p(1)), (3, p(2)), (4, e(4))]
    assert found["crossroads"] == [(1, e(3)), (2, e(1)), (2, e(2)), (4, e(4))]
    assert found["cutting"] == [(1, p(1)), (2, e(4))]


def test_communities_are_called_by_their_territory_and_their_filiere() -> None:
    signed = [(e(1 + k), p(10 * side + n)) for side in (0, 1) for k in (3 * side, 3 * side + 1, 3 * side + 2) for n in (1, 2, 3)]
    north, south, wood = "Territory:~bassin@nord", "Territory:~bassin@sud", "Filiere:~bois"
    held = network(
        6,
        signed=signed,
        others={
            "Territory": [{"id": north, "name": "Nord", "level": "bassin"}, {"id": south, "name": "Sud", "level": "bassin"}],
            "Filiere": [{"id": wood, "name": "Bois"}],
        },
        ties={
            "LOCATED_IN": [(e(n), north if n <= 3 else south) for n in range(1, 7)],
            "WORKS_IN": [(p(1), wood)],
        },
    )
    found = grouping(Study(held, ON)).communities
    assert {one.name: one.establishments for one in found} == {"Nord · Bois": (e(1), e(2), e(3)), "Sud": (e(4), e(5), e(6))}
    assert [one.note for one in found] == ["Stable : 100\u00a0% retrouvée sur 5 autres tirages."] * 2


def test_communities_take_the_filiere_of_their_conventions_where_nobody_says_another() -> None:
    wood = "Filiere:~bois"
    ties = {"COVERS": [("Convention:C0", wood), ("Convention:C1", wood)]}
    held = network(2, signed=[(e(1), p(1)), (e(2), p(1))], others={"Filiere": [{"id": wood, "name": "Bois"}]}, ties=ties)
    assert [one.name for one in grouping(Study(held, ON)).communities] == ["Bois"]


def test_evolution_says_who_came_who_left_and_what_it_changed() -> None:
    found = evolution(Study(MIXED, date(2023, 1, 1)), Study(MIXED, ON))
    partners = next(change for change in found.changes if change.indicator.name == "live_partners")
    assert (partners.before, partners.after, partners.told, partners.direction) == (2.0, 3.0, "1 de plus", "plus solide")
    assert (found.gained, found.lost) == ((p(1), p(2)), (p(3),))
    assert (found.begun, found.ended) == (tuple(f"Convention:C{n}" for n in range(4)), ("Convention:C4",))
    begun = (
        "Conventions entrées en vigueur : 4 (Convention 0 (Lycée 1 et P1) ; Convention 1 (Lycée 1 et P1) ; Convention 2 (Lycée 1 et P2)"
        " ; Convention 3 (Lycée 2 et P2))."
    )
    assert why_changed(MIXED, found) == [
        "Partenaires venus : 2 (P1 ; P2).",
        "Partenaires partis : 1 (P3).",
        begun,
        "Conventions sorties de vigueur : 1 (Convention 4 (Lycée 2 et P3)).",
    ]
    with pytest.raises(UnknownName, match="doit précéder"):
        evolution(Study(MIXED, ON), Study(MIXED, ON))


def test_past_dates_go_back_by_six_months() -> None:
    assert past_dates(date(2026, 8, 31), 3) == [date(2025, 8, 31), date(2026, 2, 28), date(2026, 8, 31)]


def test_indicators_have_names_of_their_own_and_words_for_all() -> None:
    names = [one.name for one in INDICATORS]
    assert len(names) == len(set(names))
    for one in INDICATORS:
        for words in (one.label, one.definition, one.formula, one.out_of, one.unsaid, one.fill, one.todo, one.family):
            assert words.strip()


def test_the_same_network_gives_the_same_review() -> None:
    again = replace(MIXED, nodes={kind: frame.sample(fraction=1, shuffle=True, seed=3) for kind, frame in MIXED.nodes.items()})
    first, second = (json_bytes(review(Study(held, ON)).as_dict()) for held in (MIXED, again))
    assert first == second


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0\u00a0%"), (0.0001, "moins de 0,1\u00a0%"), (0.0006, "0,1\u00a0%"), (0.004, "0,4\u00a0%"), (0.5, "50\u00a0%")],
)
def test_a_share_that_is_not_nothing_is_not_written_zero(value: float, shown: str) -> None:
    assert next(one for one in INDICATORS if one.name == "shared").show(value) == shown
