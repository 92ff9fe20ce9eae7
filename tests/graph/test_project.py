from __future__ import annotations

import gc
from collections import Counter
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from bangfu.graph.edges import _TEXT, EdgeTable
from bangfu.graph.project import KINDS, STEPS, project
from bangfu.graph.store import Store, open_store
from bangfu.graph.things import Thing
from bangfu.ontology.errors import QueryError
from bangfu.ontology.identity import place_iri

if TYPE_CHECKING:
    import networkx as nx

NODE_KEYS = {
    *("label", "kind", "level", "adcode", "unplaced"),
    *(name + end for name in ("county", "prefecture", "province") for end in ("", "_label")),
}
_NODE = ("iri", "label", "kind", "level", "adcode", "stage")
EDGE_KEYS = {
    *("kind", "modality", "programme", "programme_label", "since", "until", "status"),
    *("headcount", "facts", "sources", "confidence"),
}


def pairs(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str]]:
    label = graph.nodes(data="label")
    return sorted((label[a], label[b], data["modality"]) for a, b, data in graph.edges(data=True))


def test_bodies(corpus: Store) -> None:
    graph = project(corpus)
    assert pairs(graph) == sorted(
        [
            ("九三学社天津市委员会", "旺苍县", "teaching"),
            ("滨海新区", "黄南藏族自治州5所学校", "pairing"),
            ("滨海新区", "张家川回族自治县", "training"),
            ("汉沽第八中学", "黄南州中学", "pairing"),
            ("吉林市教育局", "吉林市第一中学", "other"),
            ("某基金会", "黄南州中学", "funding"),
            ("深圳市外国语实验学校", "都安瑶族自治县第二高级中学", "pairing"),
        ]
    )
    assert graph.graph["planned"] == 1
    assert graph.graph["inside"] == 0
    assert graph.graph["unplaced"] == ()
    assert all(set(data) == NODE_KEYS for _, data in graph.nodes(data=True))
    assert all(set(data) == EDGE_KEYS for *_, data in graph.edges(data=True))


def test_two_sources_of_one_relation_are_one_edge(corpus: Store) -> None:
    graph = project(corpus)
    (data,) = [data for *_, data in graph.edges(data=True) if data["programme"]]
    assert len(data["facts"]) == 2
    assert list(data["facts"]) == sorted(data["facts"])
    assert data["sources"] == 2
    assert (data["since"], data["until"], data["status"]) == ("2015-03", None, "active")
    assert data["programme_label"] == "同心树人"
    assert data["headcount"] == 294, "new and cumulative never add"
    assert data["confidence"] == 0.9


def test_counties(corpus: Store) -> None:
    graph = project(corpus, "county")
    told = pairs(graph)
    assert ("深圳市外国语实验学校", "都安瑶族自治县", "pairing") in told, "no county is known"
    assert ("滨海新区", "黄南藏族自治州", "pairing") in told, "a group stands for its place"
    assert ("滨海新区", "黄南州中学", "pairing") in told, "a body goes up to its county only"
    label = graph.nodes(data="label")
    assert {label[node] for node in graph.graph["unplaced"]} == {
        *("深圳市外国语实验学校", "黄南州中学", "某基金会", "吉林市教育局", "吉林市第一中学"),
        "九三学社天津市委员会",
    }


def test_prefectures_and_municipalities(corpus: Store) -> None:
    graph = project(corpus, "prefecture")
    assert pairs(graph) == sorted(
        [
            ("天津市", "广元市", "teaching"),
            ("天津市", "黄南藏族自治州", "pairing"),
            ("天津市", "天水市", "training"),
            ("某基金会", "黄南藏族自治州", "funding"),
            ("深圳市", "河池市", "pairing"),
        ]
    )
    assert graph.graph["inside"] == 1, "吉林市 within itself is not drawn but counted"
    node = graph.nodes[place_iri("620500")]
    assert (node["province_label"], node["county"]) == ("甘肃省", None)


def test_provinces(corpus: Store) -> None:
    told = pairs(project(corpus, "province"))
    assert ("广东省", "广西壮族自治区", "pairing") in told
    assert ("天津市", "四川省", "teaching") in told


@pytest.mark.parametrize("level", STEPS)
@pytest.mark.parametrize("planned", [False, True])
def test_each_fact_is_counted_once_at_each_level(corpus: Store, level: str, planned: bool) -> None:
    graph = project(corpus, level, include_planned=planned)
    facts = Counter(fact for *_, data in graph.edges(data=True) for fact in data["facts"])
    assert set(facts.values()) == {1}
    assert len(facts) + graph.graph["inside"] + graph.graph["planned"] == 9
    assert all(a != b for a, b in graph.edges())
    keys = [key for *_, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys))


def test_other_kinds_of_fact(corpus: Store) -> None:
    graph = project(corpus, facts=("secondment",))
    assert pairs(graph) == [
        ("九三学社中央", "旺苍县人民政府", "secondment"),
        ("深圳市外国语实验学校", "都安瑶族自治县第二高级中学", "secondment"),
    ]
    events = project(corpus, facts=("event",))
    assert pairs(events) == [
        ("民盟中央", "校长研修班", "organizer"),
        ("都安瑶族自治县第二高级中学", "校长研修班", "participant"),
    ]
    posts = project(corpus, facts=("posting",))
    assert {data["kind"] for *_, data in posts.edges(data=True)} == {"posting"}
    assert {data["modality"] for *_, data in posts.edges(data=True)} == {None}
    everything = project(corpus, facts=KINDS)
    assert everything.number_of_edges() == 7 + 2 + 2 + 2


def test_the_order_is_the_same_each_time(corpus: Store) -> None:
    one, two = project(corpus, "county", facts=KINDS), project(corpus, "county", facts=KINDS[::-1])
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))
    assert one.graph == two.graph


def rows(*told: dict[str, str]) -> EdgeTable:
    """A table of these facts of help from one thing to another."""
    every = {"kind": "assistance", "source": "a", "target": "b", "status": "active"}
    whole = [
        dict.fromkeys(_TEXT, "") | every | {"fact": f"f{n}"} | one for n, one in enumerate(told)
    ]
    columns = {name: pa.array([one[name] for one in whole], pa.string()) for name in _TEXT}
    columns["confidence"] = pa.array([0.5 + n / 100 for n in range(len(told))])
    for name in ("reference", "inferred"):
        columns[name] = pa.array([False] * len(told))
    things = [Thing(iri=one, label=one.upper(), kind="school") for one in "ab"]
    lists = pa.array([[] for _ in things], pa.list_(pa.string()))
    nodes = {name: [getattr(one, name) or "" for one in things] for name in _NODE}
    return EdgeTable(edges=pa.table(columns), nodes=pa.table({**nodes, "within": lists}))


def test_edges_between_two_nodes_come_in_the_order_of_what_they_are() -> None:
    codes = [f"{number % 40:02}" for number in range(0, 4000, 7)]
    graph = project(rows(*({"code": code} for code in codes)))
    assert [data["modality"] for *_, data in graph.edges(data=True)] == sorted(set(codes))


def test_several_facts_of_one_edge_are_told_together() -> None:
    table = rows(
        {"since": "2015", "until": "2018", "sources": "s1 s2", "status": "unknown"},
        {"since": "2015-03", "sources": "s2 s3", "status": "ended", "figures": "total=7"},
        {"since": "", "until": "2019", "sources": "s3", "figures": "increment=9 total=8"},
        {"since": "2014", "code": "training", "figures": "total=1"},
    )
    together, alone = (data for *_, data in project(table).edges(data=True))
    assert (together["since"], together["until"], together["status"]) == (
        "2015-03",
        "2019",
        "active",
    )
    assert (together["facts"], together["sources"]) == (("f0", "f1", "f2"), 3)
    assert (together["headcount"], together["confidence"]) == (8, 0.52)
    assert (alone["since"], alone["until"], alone["sources"]) == ("2014", None, 0)
    assert (alone["facts"], alone["headcount"], alone["confidence"]) == (("f3",), 1, 0.53)
    assert not table.nodes.num_rows - len(project(table))


def test_unknown_levels_and_kinds(corpus: Store) -> None:
    with pytest.raises(QueryError, match="township"):
        project(corpus, "township")
    with pytest.raises(QueryError, match="love"):
        project(corpus, facts=("love",))


def test_garbage_is_looked_for_again_once_a_network_is_made() -> None:
    assert gc.isenabled()
    with open_store(None) as store:
        project(store)
    assert gc.isenabled()
