from __future__ import annotations

from bangfu.graph.edges import built
from bangfu.graph.project import project
from bangfu.graph.store import open_store
from benchmarks.large import apart, made_edges, told_once


def test_a_made_table_has_the_columns_of_a_real_one_and_makes_a_network() -> None:
    table = made_edges(1000)
    with open_store(None) as store:
        real = built(store)
    for made, wanted in ((table.edges, real.edges), (table.nodes, real.nodes)):
        kinds = {field.name: field.type for field in wanted.schema}
        assert {field.name: field.type for field in made.schema} == kinds
    bodies = project(table, "body")
    assert bodies.number_of_edges() == 1000
    assert bodies.number_of_nodes() == 200
    assert {kind for _, kind in bodies.nodes(data="kind")} == {"school"}
    provinces = project(table, "province")
    assert {level for _, level in provinces.nodes(data="level")} == {"province"}


def test_statements_come_once_and_always_the_same() -> None:
    told = list(told_once(2000))
    assert 2000 <= len(told) == len(set(told)) < 2400
    assert told == list(told_once(2000))


def test_the_most_memory_is_that_of_the_process_alone() -> None:
    held = bytearray(600 << 20)
    held[:: 1 << 12] = b"x" * len(held[:: 1 << 12])
    _, most, told = apart(len, "four")
    assert told == 4
    assert 0 < most < 500, held[:1]
