"""Measures on arrays say what NetworkX says, on random graphs of every density, forests, paths, stars and graphs without edge."""

import random
from collections.abc import Iterator

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.measures.betweenness import betweenness
from netmap.measures.communities import communities, stability
from netmap.measures.graph import Graph
from netmap.measures.robustness import curve, largest_first, random_orders, steps_of
from netmap.measures.sharing import concentration, projection
from netmap.measures.structure import core_numbers, cuts

SEEDS = range(40)


def built(size: int, schools: int, edges: set[tuple[int, int]], weights: dict[tuple[int, int], int]) -> tuple[Graph, nx.Graph]:
    ordered = sorted(edges)
    one, other = (np.array([edge[end] for edge in ordered], np.int64) for end in (0, 1))
    graph = Graph(size, schools, one, other, np.array([weights[edge] for edge in ordered], np.float64))
    oracle = nx.Graph()
    oracle.add_nodes_from(range(size))
    oracle.add_weighted_edges_from((a, b, weights[a, b]) for a, b in ordered)
    return graph, oracle


def drawn(seed: int) -> tuple[Graph, nx.Graph]:
    """Draw a graph of establishments and partners, partly a forest: some partners have one establishment, some have none."""
    dice = random.Random(seed)  # noqa: S311 - cases, not secrets
    schools, partners = dice.randint(1, 9), dice.randint(0, 30)
    size = schools + partners
    wanted = dice.choice((0, partners // 2, partners, 2 * partners, 4 * partners))
    edges: set[tuple[int, int]] = set()
    for _ in range(wanted):
        a, b = dice.randrange(schools), dice.randrange(size)
        if a != b:
            edges.add((min(a, b), max(a, b)))
    return built(size, schools, edges, {edge: dice.randint(1, 5) for edge in sorted(edges)})


def named() -> Iterator[tuple[Graph, nx.Graph]]:
    for shape in (
        nx.path_graph(12),
        nx.star_graph(9),
        nx.cycle_graph(7),
        nx.complete_graph(6),
        nx.balanced_tree(2, 3),
        nx.barbell_graph(4, 3),
    ):
        edges = {(min(a, b), max(a, b)) for a, b in shape.edges}
        yield built(shape.order() + 1, shape.order() // 2, edges, dict.fromkeys(edges, 1))


CASES = [*map(drawn, SEEDS), *named()]


@st.composite
def any_graph(draw: st.DrawFn) -> tuple[Graph, nx.Graph]:
    size = draw(st.integers(1, 14))
    ends = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda pair: pair[0] < pair[1])
    edges = draw(st.sets(ends, max_size=40)) if size > 1 else set()
    return built(size, draw(st.integers(0, size)), edges, dict.fromkeys(edges, 1))


@given(any_graph())
@settings(max_examples=150, deadline=None)
def test_any_graph_has_the_groups_cores_cuts_and_ways_of_networkx(pair) -> None:
    graph, oracle = pair
    same_structure(graph, oracle)
    same_ways(graph, oracle)


@pytest.mark.parametrize(("graph", "oracle"), CASES)
def test_groups_cores_and_cuts_are_those_of_networkx(graph: Graph, oracle: nx.Graph) -> None:
    same_structure(graph, oracle)


def same_structure(graph: Graph, oracle: nx.Graph) -> None:
    groups = {frozenset(np.flatnonzero(graph.labels == label).tolist()) for label in set(graph.labels.tolist())}
    assert groups == {frozenset(group) for group in nx.connected_components(oracle)}
    assert dict(enumerate(core_numbers(graph).tolist())) == nx.core_number(oracle)
    found = cuts(graph)
    assert set(np.flatnonzero(found.points).tolist()) == set(nx.articulation_points(oracle))
    bridges = {(min(a, b), max(a, b)) for a, b in nx.bridges(oracle)}
    assert set(zip(graph.one[found.bridges].tolist(), graph.other[found.bridges].tolist(), strict=True)) == bridges


@pytest.mark.parametrize(("graph", "oracle"), CASES)
def test_exact_betweenness_is_that_of_networkx(graph: Graph, oracle: nx.Graph) -> None:
    same_ways(graph, oracle)


@pytest.mark.parametrize("between", [0, 30])
def test_betweenness_is_exact_where_fronts_are_thin_and_groups_apart(between: int) -> None:
    # Long chains of establishments, each step reaching one vertex in a hundred: fronts are gone through cell by cell.
    dice = random.Random(7)  # noqa: S311 - cases, not secrets
    schools, size = 120, 420
    edges = {(school, schools + 2 * school + turn) for school in range(schools) for turn in (0, 1)}
    edges |= {(school + 1, schools + 2 * school) for school in range(schools - 1) if school % 40 != 39}
    edges |= {(min(pair), max(pair)) for pair in (dice.sample(range(40), 2) for _ in range(between))}
    graph, oracle = built(size, schools, edges, dict.fromkeys(edges, 1))
    same_ways(graph, oracle)


def same_ways(graph: Graph, oracle: nx.Graph) -> None:
    passing = betweenness(graph)
    wanted = nx.betweenness_centrality(oracle, normalized=False)
    assert passing.sampled == 0
    np.testing.assert_allclose(passing.values, [wanted[v] for v in range(graph.size)], rtol=1e-9, atol=1e-9)


def test_betweenness_from_some_sources_is_near_the_exact_one_and_says_so() -> None:
    oracle = nx.gnp_random_graph(400, 0.02, seed=4)
    edges = {(min(a, b), max(a, b)) for a, b in oracle.edges}
    graph, _ = built(400, 100, edges, dict.fromkeys(edges, 1))
    exact, some = betweenness(graph), betweenness(graph, sources=200)
    assert some.sampled == 200
    assert abs(some.values.sum() / exact.values.sum() - 1) < 0.05
    assert np.corrcoef(exact.values, some.values)[0, 1] > 0.9
    np.testing.assert_array_equal(some.values, betweenness(graph, sources=200).values)


@pytest.mark.parametrize(("graph", "oracle"), CASES)
def test_departures_leave_what_networkx_counts_at_each_step(graph: Graph, oracle: nx.Graph) -> None:
    partners = np.arange(graph.schools, graph.size)
    for order in (largest_first(graph, partners), *random_orders(partners, 2)):
        found = curve(graph, order, steps_of(len(order)))
        for gone, joined, served in zip(found.gone.tolist(), found.joined.tolist(), found.served.tolist(), strict=True):
            left = oracle.copy()
            left.remove_nodes_from(order[:gone].tolist())
            groups = [sum(v < graph.schools for v in group) for group in nx.connected_components(left)]
            assert joined == max(groups, default=0)
            assert served == sum(left.degree(v) > 0 for v in range(graph.schools))


@pytest.mark.parametrize(("graph", "oracle"), CASES)
def test_any_vertex_may_leave_and_every_weight_may_be_counted(graph: Graph, oracle: nx.Graph) -> None:
    order = random_orders(np.arange(graph.size), 1, seed=9)[0]
    found = curve(graph, order, steps_of(len(order)), np.ones(graph.size))
    for gone, joined in zip(found.gone.tolist(), found.joined.tolist(), strict=True):
        left = oracle.copy()
        left.remove_nodes_from(order[:gone].tolist())
        assert joined == max(map(len, nx.connected_components(left)), default=0)


@pytest.mark.parametrize(("graph", "oracle"), CASES)
def test_shared_partners_are_those_of_the_weighted_projection(graph: Graph, oracle: nx.Graph) -> None:
    between = [(a, b) for a, b in oracle.edges if (a < graph.schools) == (b < graph.schools)]
    bipartite = oracle.copy()
    bipartite.add_node("a partner of nobody")  # NetworkX wants one
    bipartite.remove_edges_from(between)
    wanted = nx.bipartite.weighted_projected_graph(bipartite, range(graph.schools))
    found = list(zip(*(part.tolist() for part in projection(graph)), strict=True))
    assert sorted(found) == sorted((min(a, b), max(a, b), w) for a, b, w in wanted.edges(data="weight"))


@pytest.mark.parametrize(("graph", "oracle"), CASES)
def test_concentration_is_that_of_the_conventions_of_each_partner(graph: Graph, oracle: nx.Graph) -> None:
    first, index = concentration(graph)
    for school in range(graph.schools):
        weights = [oracle[school][other]["weight"] for other in oracle[school]]
        if not weights:
            assert np.isnan(first[school])
            assert np.isnan(index[school])
        else:
            assert first[school] == pytest.approx(max(weights) / sum(weights))
            assert index[school] == pytest.approx(sum((w / sum(weights)) ** 2 for w in weights))


def test_communities_part_two_cliques_joined_by_one_tie_and_find_them_again() -> None:
    oracle = nx.barbell_graph(6, 0)
    edges = {(min(a, b), max(a, b)) for a, b in oracle.edges}
    graph, _ = built(13, 6, edges, dict.fromkeys(edges, 1))
    found = communities(graph)
    assert found.of.tolist() == [0] * 6 + [1] * 6 + [-1]
    assert found.modularity == pytest.approx(nx.community.modularity(oracle, [set(range(6)), set(range(6, 12))]))
    assert stability(graph, found).tolist() == [1.0, 1.0]


@pytest.mark.parametrize(("graph", "oracle"), CASES)
def test_communities_are_a_partition_of_the_tied_with_the_modularity_they_say(graph: Graph, oracle: nx.Graph) -> None:
    found = communities(graph)
    assert set(np.flatnonzero(found.of < 0).tolist()) == {v for v in range(graph.size) if not oracle.degree(v)}
    if found.count:
        parts = [np.flatnonzero(found.of == number).tolist() for number in range(found.count)]
        assert sorted(map(len, parts), reverse=True) == list(map(len, parts))
        tied = oracle.subgraph(v for part in parts for v in part)
        assert found.modularity == pytest.approx(nx.community.modularity(tied, list(map(set, parts))))
        assert communities(graph).of.tolist() == found.of.tolist()
        assert np.all((stability(graph, found) > 0) & (stability(graph, found) <= 1))


def test_an_edge_from_a_vertex_to_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="itself"):
        Graph(2, 1, np.array([1]), np.array([1]), np.ones(1))
