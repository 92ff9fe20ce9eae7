from __future__ import annotations

import networkx as nx
import pytest

from bangfu.graph.names import find_entity
from bangfu.graph.queries import neighbourhood, path_network, paths, steps
from bangfu.graph.store import Store


def walk(corpus: Store, one: str, other: str, **limits: int) -> list[list[str]]:
    network = path_network(corpus)
    ends = (find_entity(corpus, one).iri, find_entity(corpus, other).iri)
    label = network.nodes(data="label")
    return [[label[node] for node in path] for path in paths(network, *ends, **limits)]


def toy(*edges: tuple[str, str, str]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for a, b, kind in edges:
        for node in (a, b):
            graph.add_node(node, label=node, kind="institution")
        graph.add_edge(a, b, key=kind, kind=kind, facts=(f"{a}-{b}-{kind}",))
    return graph


def test_shortest_first_then_by_the_labels_on_the_way() -> None:
    graph = toy(
        ("a", "c", "assistance"),
        ("c", "z", "assistance"),
        ("b", "a", "assistance"),
        ("b", "z", "posting"),
        ("c", "b", "event"),
    )
    assert paths(graph, "a", "z", limit=9) == (
        ("a", "b", "z"),
        ("a", "c", "z"),
        ("a", "b", "c", "z"),
        ("a", "c", "b", "z"),
    )
    assert paths(graph, "a", "z", limit=1) == (("a", "b", "z"),)
    assert paths(graph, "a", "z", max_length=1) == ()
    assert paths(graph, "a", "nobody") == ()
    assert paths(graph, "a", "a") == ()


def test_lying_in_the_same_place_is_no_connection() -> None:
    graph = toy(
        ("school", "city", "location"),
        ("office", "city", "location"),
        ("office", "far", "assistance"),
        ("far", "city", "assistance"),
    )
    assert paths(graph, "school", "office", limit=9) == (("school", "city", "far", "office"),)
    assert paths(graph, "city", "school") == (("city", "school"),)


def test_a_path_through_places_bodies_and_persons(corpus: Store) -> None:
    school, sender = "都安瑶族自治县第二高级中学", "深圳市外国语实验学校"
    assert walk(corpus, "都安瑶族自治县", "深圳市", max_length=4) == [
        ["都安瑶族自治县", school, sender, "深圳市"],
        ["都安瑶族自治县", school, "王薇", sender, "深圳市"],
    ]
    assert walk(corpus, "民盟中央", "深圳市", limit=1) == [
        ["民盟中央", "校长研修班", school, sender, "深圳市"]
    ]
    assert walk(corpus, "九三学社天津市委员会", "旺苍县", limit=1) == [
        ["九三学社天津市委员会", "旺苍县"]
    ]
    assert walk(corpus, "旺苍县", "深圳市") == []


def test_steps_tell_direction_and_facts(corpus: Store) -> None:
    network = path_network(corpus)
    one, other = (find_entity(corpus, name).iri for name in ("都安县", "深圳市"))
    down, back, up = steps(network, paths(network, one, other, limit=1)[0])
    assert [(step.relation, step.forward) for step in (down, back, up)] == [
        ("location", False),
        ("assistance", False),
        ("location", True),
    ]
    assert (back.inner, back.outer) == ("深圳市外国语实验学校", "都安瑶族自治县第二高级中学")
    assert len(back.facts) == 2, "the assistance and the secondment"
    assert (up.inner, up.outer) == ("深圳市外国语实验学校", "深圳市")


def test_planned_facts_are_no_way(corpus: Store) -> None:
    network = path_network(corpus)
    binhai, huangnan = (find_entity(corpus, name).iri for name in ("滨海新区", "黄南州"))
    assert not network.has_edge(binhai, huangnan)
    assert path_network(corpus, include_planned=True).has_edge(binhai, huangnan)


@pytest.mark.parametrize("radius", [0, 1, 2, 5])
def test_neighbourhood_is_what_networkx_calls_the_ego_graph(radius: int) -> None:
    graph = nx.MultiDiGraph(nx.gnp_random_graph(40, 0.05, seed=7, directed=True))
    for node in list(graph)[:10]:
        assert set(neighbourhood(graph, node, radius)) == set(
            nx.ego_graph(graph, node, radius, undirected=True)
        )


def test_neighbourhood_of_nobody() -> None:
    with pytest.raises(nx.NodeNotFound):
        neighbourhood(toy(("a", "b", "event")), "c")
