"""Who stands on which side, in which column, under which place."""

from __future__ import annotations

from typing import Any

import networkx as nx

from bangfu.graph.columns import COLUMNS, arrange, column_of


def net(*edges: tuple[str, str, str, dict[str, Any]], **nodes: dict[str, Any]) -> Any:
    graph: Any = nx.MultiDiGraph()
    for node, data in nodes.items():
        graph.add_node(node, label=node, **data)
    for tail, head, key, data in edges:
        graph.add_edge(tail, head, key=key, **data)
    return graph


COUNTY = {
    "kind": "place",
    "level": "county",
    "county": "c",
    "province": "p",
    "province_label": "省",
}
SCHOOL = {
    "kind": "school",
    "county": "c",
    "county_label": "县",
    "province": "p",
    "province_label": "省",
}


def test_columns_run_from_helper_regions_to_recipient_regions() -> None:
    assert COLUMNS[0] == "h.province"
    assert COLUMNS[-1] == "r.province"
    assert COLUMNS.index("h.school") < COLUMNS.index("h.person") < COLUMNS.index("r.school")
    assert column_of("r", "group", None) == "r.school"
    assert column_of("h", "event", None) == "h.institution"


def test_both_roles_give_one_item_a_side() -> None:
    items, links = arrange(
        net(("a", "b", "1", {}), ("b", "c", "2", {}), a=SCHOOL, b=SCHOOL, c=COUNTY)
    )
    ids = {item.id for item in items}
    assert {"h:a", "r:b", "h:b", "r:c"} <= ids
    assert [(link.source, link.target) for link in links] == [("h:a", "r:b"), ("h:b", "r:c")]


def test_a_sent_person_stands_between_and_a_helped_one_on_the_right() -> None:
    person = {"kind": "person"}
    items, _ = arrange(
        net(
            ("a", "x", "1", {"kind": "secondment"}),
            ("x", "b", "2", {"kind": "secondment"}),
            ("a", "y", "3", {"kind": "assistance"}),
            a=SCHOOL,
            b=SCHOOL,
            x=person,
            y=person,
        )
    )
    columns = {item.id: item.column for item in items}
    assert columns["h:x"] == "h.person"
    assert "r:x" not in columns
    assert {item.id: item.parent for item in items}["h:x"] == "h:a"
    assert columns["r:y"] == "r.person"


def test_places_around_are_added_as_context_and_not_twice() -> None:
    items, _ = arrange(net(("a", "b", "1", {}), a=SCHOOL, b=SCHOOL))
    found = {item.id: item for item in items}
    assert found["r:b"].parent == "r:c"
    assert found["r:c"].parent == "r:p"
    assert found["r:c"].context
    assert found["r:p"].column == "r.province"
    assert found["h:a"].parent == "h:c"
    assert found["h:c"].parent == "h:p"
    both, _ = arrange(net(("a", "b", "1", {}), ("a", "c", "2", {}), a=SCHOOL, b=SCHOOL, c=COUNTY))
    assert [item.context for item in both if item.id == "r:c"] == [False]


def test_keys_that_repeat_between_pairs_stay_apart() -> None:
    _, links = arrange(net(("a", "b", "k", {}), ("b", "a", "k", {}), a=SCHOOL, b=SCHOOL))
    assert len({link.id for link in links}) == 2
