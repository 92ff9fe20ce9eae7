from __future__ import annotations

import networkx as nx

from bangfu.graph.edgecache import edge_table
from bangfu.graph.projections import bodies, people, regions, schools
from bangfu.graph.rollup import Selection
from bangfu.graph.store import Store


def pairs(graph: nx.Graph[str]) -> set[tuple[str, str]]:
    label = graph.nodes(data="label")
    return {(label[a], label[b]) for a, b in graph.edges}


def test_each_rule_takes_its_ends(corpus: Store) -> None:
    table = edge_table(corpus)
    named = {
        ("汉沽第八中学", "黄南州中学"),
        ("深圳市外国语实验学校", "都安瑶族自治县第二高级中学"),
    }
    assert pairs(schools(table)) == named
    assert pairs(bodies(table)) == named | {
        ("某基金会", "黄南州中学"),
        ("吉林市教育局", "吉林市第一中学"),
    }
    assert pairs(regions(table)) == {
        ("天津市", "四川省"),
        ("天津市", "青海省"),
        ("天津市", "甘肃省"),
        ("广东省", "广西壮族自治区"),
    }


def test_persons_and_bodies_are_two_sides(corpus: Store) -> None:
    graph = people(corpus)
    assert nx.is_bipartite(graph)
    sides = {side: {n for n, s in graph.nodes(data="bipartite") if s == side} for side in (0, 1)}
    assert {graph.nodes[n]["kind"] for n in sides[0]} == {"person"}
    assert "person" not in {graph.nodes[n]["kind"] for n in sides[1]}
    assert ("王薇", "深圳市外国语实验学校") in pairs(graph)
    assert ("王薇", "都安瑶族自治县第二高级中学") in pairs(graph)
    roles = {data["roles"] for *_, data in graph.edges(data=True)}
    assert roles == {("posting",), ("from",), ("to",)}


def test_they_say_what_they_were_made_with(corpus: Store) -> None:
    chosen = Selection(modalities=("pairing",))
    graph = regions(corpus, "prefecture", chosen)
    assert graph.graph == {"rule": "region-region", "level": "prefecture", "selection": chosen}
    assert all(data["weight"] == len(data["facts"]) for *_, data in graph.edges(data=True))
    assert pairs(regions(corpus, "prefecture", chosen)) == pairs(graph)
