"""The layout: direction is position, nothing overlaps, the same network gives the same picture."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import networkx as nx
import pytest

from bangfu.graph.layout import Layout, layout, ribbon_width


def network(schools: int = 12, helpers: int = 4) -> Any:
    graph: Any = nx.MultiDiGraph()
    for number in range(helpers):
        graph.add_node(
            f"h{number}",
            label=f"某市第{number}教育局",
            kind="institution",
            province=f"hp{number % 2}",
            province_label=f"帮{number % 2}省",
        )
    for number in range(schools):
        graph.add_node(
            f"s{number}",
            label=f"某县第{number}中学",
            kind="school",
            county=f"c{number % 3}",
            county_label=f"受{number % 3}县",
            province="rp",
            province_label="受省",
        )
        for helper in {number % helpers, (number * 7 + 1) % helpers}:
            graph.add_edge(
                f"h{helper}",
                f"s{number}",
                key=f"e{number}-{helper}",
                headcount=number,
                confidence=0.9,
            )
    return graph


def test_every_ribbon_runs_from_left_to_right() -> None:
    drawn = layout(network())
    boxes = {box.item.id: box for box in drawn.boxes}
    for ribbon in drawn.ribbons:
        start, end = boxes[ribbon.link.source], boxes[ribbon.link.target]
        assert start.x + start.width / 2 < end.x - end.width / 2


@pytest.mark.parametrize("schools", [1, 12, 150])
def test_no_two_boxes_of_a_column_touch(schools: int) -> None:
    drawn = layout(network(schools))
    for column in drawn.columns:
        stack = sorted(
            (box for box in drawn.boxes if box.item.column == column.key), key=lambda box: box.y
        )
        assert len(stack) == column.count
        for upper, lower in pairwise(stack):
            assert upper.y + upper.height / 2 < lower.y - lower.height / 2
        assert all(box.width <= column.width for box in stack)
        assert all(box.y - box.height / 2 >= -0.1 for box in stack)
    for left, right in pairwise(drawn.columns):
        assert left.x + left.width / 2 < right.x - right.width / 2


def test_parallel_ribbons_have_ports_of_their_own() -> None:
    graph = network(2, 1)
    for modality in ("pairing", "training", "funding"):
        graph.add_edge("h0", "s0", key=modality, modality=modality, headcount=30)
    drawn = layout(graph)
    ribbons = [one for one in drawn.ribbons if one.link.target == "r:s0"]
    assert len(ribbons) == 4
    for ends in ([one.leaves for one in ribbons], [one.meets for one in ribbons]):
        stack = sorted(zip(ends, ribbons, strict=True), key=lambda pair: pair[0])
        for (upper, one), (lower, other) in pairwise(stack):
            assert lower - upper >= (one.width + other.width) / 2


def test_ports_stand_in_the_order_of_the_other_ends() -> None:
    drawn = layout(network())
    boxes = {box.item.id: box for box in drawn.boxes}
    for helper in ("h:h0", "h:h1"):
        out = [one for one in drawn.ribbons if one.link.source == helper]
        by_port = sorted(out, key=lambda one: one.leaves)
        assert by_port == sorted(out, key=lambda one: boxes[one.link.target].y)


def test_ports_stay_within_their_boxes_even_at_a_hub() -> None:
    graph = network(150, 1)
    drawn = layout(graph)
    boxes = {box.item.id: box for box in drawn.boxes}
    for ribbon in drawn.ribbons:
        assert abs(ribbon.leaves) <= boxes[ribbon.link.source].height / 2
        assert abs(ribbon.meets) <= boxes[ribbon.link.target].height / 2


def test_the_order_of_insertion_does_not_matter() -> None:
    graph = network()
    turned: Any = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert layout(turned) == layout(graph)


def test_the_input_is_left_alone() -> None:
    graph = network()
    before = (
        sorted(graph.nodes(data=True), key=str),
        sorted(graph.edges(keys=True, data=True), key=str),
    )
    layout(graph)
    after = (
        sorted(graph.nodes(data=True), key=str),
        sorted(graph.edges(keys=True, data=True), key=str),
    )
    assert before == after


def test_width_follows_the_root_of_the_headcount_and_dashed_ones_stay_thin() -> None:
    assert ribbon_width({}) == ribbon_width({"headcount": 1}) < ribbon_width({"headcount": 16})
    assert ribbon_width({"headcount": 16}) == pytest.approx(2 * ribbon_width({"headcount": 4}))
    assert ribbon_width({"headcount": 9000}) == 12
    assert ribbon_width({"headcount": 9000, "confidence": 0.7}) <= 2
    assert ribbon_width({"headcount": 9000, "status": "planned"}) <= 2


def test_an_empty_network_has_an_empty_layout() -> None:
    empty: Any = nx.MultiDiGraph()
    assert layout(empty) == Layout(columns=(), boxes=(), ribbons=(), width=0.0, height=0.0)
