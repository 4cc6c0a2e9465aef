"""The random networks cover what is declared: each kind, each property; and the fold keeps what a graph needs."""

import polars as pl
import pytest

from netmap.domain import DOMAIN
from netmap.network import Network
from tests.random_networks import SEEDS, random_drafts, random_network


@pytest.fixture(scope="module")
def made() -> list[Network]:
    return [random_network(seed) for seed in SEEDS]


def test_every_kind_and_every_property_has_values(made: list[Network]) -> None:
    lacking = [
        f"{kind.name}.{prop.name}"
        for kind in (*DOMAIN.nodes, *DOMAIN.links)
        for prop in kind.properties
        if not any(_frame(network, kind.name)[prop.name].drop_nulls().len() for network in made)
    ]
    assert lacking == []
    assert [kind.name for kind in (*DOMAIN.nodes, *DOMAIN.links) if not any(_frame(n, kind.name).height for n in made)] == []


def _frame(network: Network, kind: str) -> pl.DataFrame:
    return network.node(kind) if kind in DOMAIN.node_kinds else network.link(kind)


def test_the_same_seed_gives_the_same_network() -> None:
    one, other = random_network(7), random_network(7)
    assert {kind: f.rows() for kind, f in {**one.nodes, **one.links}.items()} == {
        kind: f.rows() for kind, f in {**other.nodes, **other.links}.items()
    }
    assert [d.lot for d in random_drafts(7)] == [d.lot for d in random_drafts(7)]
    assert random_drafts(7)[0].lot != random_drafts(8)[0].lot


def test_every_link_of_a_fold_has_both_its_ends(made: list[Network]) -> None:
    for network in made:
        ids = pl.concat([frame["id"] for frame in network.nodes.values()])
        assert ids.is_unique().all()
        for kind, frame in network.links.items():
            assert frame.filter(~pl.col("source").is_in(ids.implode()) | ~pl.col("target").is_in(ids.implode())).rows() == [], kind
