from __future__ import annotations

from typing import TYPE_CHECKING

from bangfu.graph.names import find_entity
from bangfu.graph.near import around
from bangfu.graph.project import project
from bangfu.graph.queries import neighbourhood
from bangfu.graph.store import Store

if TYPE_CHECKING:
    import networkx as nx


def labels(graph: nx.MultiDiGraph[str]) -> set[str]:
    return {label for _, label in graph.nodes(data="label")}


def test_it_equals_the_neighbourhood_of_the_projection(corpus: Store) -> None:
    whole = project(corpus)
    for node in whole:
        for radius in (1, 2):
            near = around(corpus, node, radius, inside=False)
            assert {*near} == {*neighbourhood(whole, node, radius)}


def test_a_place_stands_for_what_lies_in_it(corpus: Store) -> None:
    iri = find_entity(corpus, "都安县").iri
    near = around(corpus, iri)
    assert labels(near) == {"都安瑶族自治县", "都安瑶族自治县第二高级中学", "深圳市外国语实验学校"}
    assert near.nodes[iri]["steps"] == 0
    assert {*dict(near.nodes(data="steps")).values()} == {0, 1}
    assert near.graph["complete"]
    assert labels(around(corpus, iri, inside=False)) == {"都安瑶族自治县"}


def test_other_kinds_and_planned_facts(corpus: Store) -> None:
    iri = find_entity(corpus, "黄南州").iri
    assert "滨海新区" not in labels(around(corpus, iri, inside=False))
    assert "滨海新区" in labels(around(corpus, iri, inside=False, planned=True))
    sent = around(corpus, find_entity(corpus, "深圳市外国语实验学校").iri, kinds=("secondment",))
    assert "王薇" in labels(sent)


def test_it_stops_when_there_is_too_much(corpus: Store) -> None:
    near = around(corpus, find_entity(corpus, "滨海新区").iri, 3, most=2)
    assert not near.graph["complete"]
    assert max(dict(near.nodes(data="steps")).values()) < 3
