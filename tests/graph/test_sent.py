"""Persons stand between those who send and those who receive, and count once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bangfu.graph.sent import with_persons
from bangfu.graph.store import Store

if TYPE_CHECKING:
    import networkx as nx


def test_a_secondment_runs_through_its_person(corpus: Store) -> None:
    graph = with_persons(corpus)
    label = {node: data["label"] for node, data in graph.nodes(data=True)}
    steps = [
        (label[tail], label[head], data)
        for tail, head, data in graph.edges(data=True)
        if data["kind"] == "secondment"
    ]
    assert {(tail, head) for tail, head, _ in steps} == {
        ("九三学社中央", "冀雨潇"),
        ("冀雨潇", "旺苍县人民政府"),
        ("深圳市外国语实验学校", "王薇"),
        ("王薇", "都安瑶族自治县第二高级中学"),
    }
    assert all(data["headcount"] == 1 and data["facts"] for _, _, data in steps)
    relations = {data["relation"] for _, _, data in steps}
    assert len(relations) == 2
    assert {data["kind"] for _, data in graph.nodes(data=True)} >= {"person", "school"}


def test_bodies_keep_their_relations_and_nobody_stands_idle(corpus: Store) -> None:
    from bangfu.graph.project import project

    graph = with_persons(corpus)
    keys = {key for _, _, key, data in graph.edges(keys=True, data=True) if "relation" not in data}
    assert keys == {key for _, _, key in project(corpus, "body").edges(keys=True)}
    assert all(graph.degree(node) for node in graph)


def test_around_a_body_its_persons_have_all_their_steps_and_others_none(corpus: Store) -> None:
    whole = with_persons(corpus)
    school = next(
        n for n, data in whole.nodes(data=True) if data["label"] == "深圳市外国语实验学校"
    )
    near = with_persons(corpus, around=lambda _: {school})

    def steps(graph: nx.MultiDiGraph[str]) -> set[tuple[str, str]]:
        return {
            (graph.nodes[tail]["label"], graph.nodes[head]["label"])
            for tail, head, data in graph.edges(data=True)
            if "relation" in data
        }

    assert steps(near) == {
        ("深圳市外国语实验学校", "王薇"),
        ("王薇", "都安瑶族自治县第二高级中学"),
    }
    assert steps(near) < steps(whole)
