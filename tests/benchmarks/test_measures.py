"""What netmap's measures cost beside igraph, scipy and NetworkX on the same arrays, and how they grow."""

from pathlib import Path
from statistics import median

import numpy as np
import pytest

from tests.benchmarks.measured import graph

MARGIN = 1.25  # what the same ratio moves by from one run to another on a busy machine

pytestmark = pytest.mark.timeout(3_600)


@pytest.fixture
def measured(folder_of, contest):
    """Give the function that times a measure at a size against its peer."""

    def timed(name: str, size: str, rounds: int = 3, peer_name: str | None = None):
        return contest(name, folder_of(size), "measuring_peers", rounds=rounds, side="measuring", peer_name=peer_name)

    return timed


@pytest.mark.parametrize(("size", "rounds"), [("region", 5), ("large", 1)])
def test_exact_ways_through_actors_are_four_times_faster_than_igraph_with_its_values(measured, told, size, rounds) -> None:
    timed = measured("betweenness", size, rounds)
    told(f"exact betweenness, `{size}` / igraph", timed, 1 / timed.ratio(), ">= 4 times faster")
    np.testing.assert_allclose(timed.found[0], timed.found[1], rtol=1e-9, atol=1e-6)
    assert 1 / timed.ratio() >= 4 / MARGIN


def test_sampled_ways_cost_half_of_igraph_from_as_many_sources(measured, told) -> None:
    timed = measured("sampled", "country", 1)
    told("256 sources, `country` / igraph", timed, timed.ratio(), "<= 0.5")
    assert timed.ratio() <= 0.5 * MARGIN


@pytest.mark.parametrize("size", ["region", "large", "country"])
def test_communities_are_as_good_as_those_of_igraph_in_once_and_a_half_its_time(measured, told, size) -> None:
    timed = measured("communities", size)
    told(f"communities, `{size}` / igraph Leiden", timed, timed.ratio(), "<= 1.5")
    assert timed.found[0] >= timed.found[1] - 0.002
    assert timed.ratio() <= 1.5 * MARGIN


@pytest.mark.parametrize(("size", "peer", "times"), [("region", "robustness_networkx", 7), ("large", "robustness", 4)])
def test_departures_are_counted_backwards_many_times_faster(measured, told, size, peer, times) -> None:
    timed = measured("robustness", size, 1, peer)
    told(f"21 orders of departure, `{size}` / {peer}", timed, 1 / timed.ratio(), f">= {times} times faster")
    assert timed.found[0] == timed.found[1]
    assert 1 / timed.ratio() >= times / MARGIN


def test_shared_partners_cost_once_and_a_half_a_product_of_scipy(measured, told) -> None:
    timed = measured("shared", "country")
    told("shared partners, `country` / scipy", timed, timed.ratio(), "<= 1.5")
    assert timed.found[0] == timed.found[1]
    assert timed.ratio() <= 1.5 * MARGIN


@pytest.mark.parametrize("name", ["linear", "robustness"])
def test_what_takes_one_pass_grows_as_the_ties(folder_of, contest, told, name) -> None:
    places: dict[str, Path] = {size: folder_of(size) for size in ("region", "large")}
    timed = {size: contest(name, place, "measuring", rounds=3, side="measuring") for size, place in places.items()}
    ties = {size: len(graph(place).one) for size, place in places.items()}
    growth = median(timed["large"].ours) / median(timed["region"].ours)
    most = 1.5 * ties["large"] / ties["region"]
    told(f"{name}, `large` / `region`", timed["large"], growth, f"<= {most:.1f}")
    assert growth <= most * MARGIN
