"""What the whole analysis costs, from csv to tables of evidence, beside scripts that find the same; and partners proposed, alone."""

import sys

import pytest

MARGIN = 1.25  # what the same ratio moves by from one run to another on a busy machine
GIGABYTE = 1_000_000_000

pytestmark = pytest.mark.timeout(7_200)


@pytest.fixture
def split(capsys):
    """Give the function that prints what each stage took on both sides, and the ratio of all that follows reading."""

    def tell(timed) -> None:
        ours, theirs = (side["stages"] for side in timed.found)
        lines = [f"    {name:<26} netmap {seconds:8.3f} s   peer {theirs[name]:8.3f} s" for name, seconds in ours.items()]
        after = [sum(stages.values()) - stages["reading"] for stages in (ours, theirs)]
        with capsys.disabled():
            sys.stdout.write("\n".join([*lines, f"    after reading: ratio {after[0] / after[1]:.2f}", ""]))

    return tell


@pytest.mark.parametrize(("size", "most", "rounds"), [("region", 1.0, 5), ("large", 0.5, 3), ("country", 0.35, 1)])
def test_the_whole_analysis_finds_what_polars_igraph_and_scipy_find_in_less(folder_of, contest, told, split, size, most, rounds) -> None:
    timed = contest("analysis", folder_of(size), "analysing_peers", rounds=rounds, side="analysing")
    told(f"csv to evidence, `{size}` / polars + igraph + scipy", timed, timed.ratio(), f"<= {most}")
    split(timed)
    assert timed.found[0]["answers"] == timed.found[1]["answers"]
    assert timed.ratio() <= most * MARGIN


def test_the_whole_analysis_is_twenty_times_faster_than_pandas_and_networkx(folder_of, contest, told, split) -> None:
    timed = contest("analysis", folder_of("region"), "analysing_pandas", rounds=2, side="analysing")
    told("csv to evidence, `region` / pandas + NetworkX", timed, 1 / timed.ratio(), ">= 20 times faster")
    split(timed)
    assert timed.found[0]["answers"] == timed.found[1]["answers"]
    assert 1 / timed.ratio() >= 20 / MARGIN


@pytest.mark.parametrize(("size", "most", "rounds"), [("region", 4, 5), ("large", 2, 5), ("country", 2, 2)])
def test_proposing_partners_costs_a_few_times_a_compiled_ranking_by_ties_alone(folder_of, contest, told, size, most, rounds) -> None:
    timed = contest("suggestions", folder_of(size), "suggesting_peers", rounds=rounds, side="suggesting")
    told(f"ten partners a gap, `{size}` / numba, by ties alone", timed, timed.ratio(), f"<= {most}")
    assert timed.found[0] > 0
    assert timed.ratio() <= most * MARGIN


@pytest.mark.parametrize("size", ["region", "large"])
def test_proposing_partners_is_fifty_times_faster_than_loops(folder_of, contest, told, size) -> None:
    timed = contest("suggestions", folder_of(size), "suggesting_peers", rounds=2, side="suggesting", peer_name="loops")
    faster = 1 / timed.ratio(1 / 10)
    told(f"ten partners a gap, `{size}` / Python loops (on a tenth, scaled)", timed, faster, ">= 50 times faster")
    assert faster >= 50 / MARGIN


def test_proposing_partners_to_a_country_adds_a_gigabyte_at_most(folder_of, contest, told) -> None:
    timed = contest("suggestions", folder_of("country"), "suggesting_peers", rounds=1, side="suggesting")
    told("memory added by the same, `country`, in gigabytes", timed, timed.added / GIGABYTE, "<= 1")
    assert timed.added <= GIGABYTE
