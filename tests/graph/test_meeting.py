"""Walking the store outward finds what the whole network holds."""

from __future__ import annotations

from itertools import combinations

import pytest

from bangfu.graph.edges import built
from bangfu.graph.meeting import network_of
from bangfu.graph.outward import Link, Rules, links_of
from bangfu.graph.queries import path_network, paths, steps, ways
from bangfu.graph.store import Store


@pytest.mark.parametrize("planned", [False, True])
def test_ways_are_those_of_the_whole_network(corpus: Store, planned: bool) -> None:
    whole = path_network(built(corpus), include_planned=planned)
    nodes = sorted(whole)[::3]
    found = 0
    for a, b in combinations(nodes, 2):
        told = ways(corpus, a, b, limit=4, max_length=5, include_planned=planned)
        wanted = paths(whole, a, b, limit=4, max_length=5)
        assert told == tuple(steps(whole, nodes) for nodes in wanted)
        found += len(wanted)
    assert found > 20


def test_links_are_the_edges_of_the_whole_network(corpus: Store) -> None:
    whole = path_network(built(corpus))
    near = network_of(links_of(corpus, list(whole), Rules()), dict.fromkeys(whole, ""))
    assert {*near.edges(keys=True)} == {*whole.edges(keys=True)}
    for a, b, kind, data in near.edges(keys=True, data=True):
        if kind != "location":
            assert data["facts"] == whole.edges[a, b, kind]["facts"]


def test_links_without_tables(tabled: Store) -> None:
    everything = sorted(path_network(built(tabled)))
    with_tables = links_of(tabled, everything, Rules(places=False))
    without = links_of(tabled, everything, Rules(places=False, reference=False))
    assert len(with_tables - without) == 3
    assert without < with_tables


def test_every_step_has_a_passage_or_is_a_place(corpus: Store) -> None:
    whole = path_network(built(corpus))
    nodes = sorted(whole)[::2]
    told = [step for a, b in combinations(nodes, 2) for way in ways(corpus, a, b) for step in way]
    assert told
    assert all(step.facts for step in told if step.relation != "location")


def test_facts_of_one_edge_are_gathered() -> None:
    graph = network_of(
        [
            Link("a", "b", "assistance", "f2"),
            Link("a", "b", "assistance", "f1"),
            Link("b", "c", "location"),
        ],
        {"a": "甲", "b": "乙", "c": "丙"},
    )
    assert graph.edges["a", "b", "assistance"]["facts"] == ("f1", "f2")
    assert graph.edges["b", "c", "location"]["facts"] == ()
