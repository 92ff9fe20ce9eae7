from __future__ import annotations

from bangfu.graph.edges import KINDS, built
from bangfu.graph.store import Store, open_store
from bangfu.ontology.terms import EVIDENCE


def test_every_fact_is_there_with_its_proof(corpus: Store) -> None:
    edges = built(corpus).edges
    facts = {fact[1:-1] for _, fact, _ in corpus.statements(EVIDENCE)}
    told = set(edges["fact"].to_pylist())
    assert told <= facts
    assert {fact for fact in facts - told if "/observation/" not in fact} == set()
    assert set(edges["kind"].to_pylist()) == set(KINDS)
    assert all(edges["sources"].to_pylist())
    assert set(edges["confidence"].to_pylist()) == {0.9}
    assert edges.to_pylist() == sorted(
        edges.to_pylist(), key=lambda row: [row[k] for k in ("kind", "fact", "source", "target")]
    )


def test_bounds_and_the_two_clocks(corpus: Store) -> None:
    rows = built(corpus).edges.to_pylist()
    (row,) = (one for one in rows if one["since"] == "2015")
    assert (row["earliest_start"], row["latest_start"]) == ("2015-01-01", "2015-12-31")
    assert (row["earliest_end"], row["latest_end"]) == ("2021-11-20", "")
    assert row["known_since"] == row["last_evidenced"] == "2021-11-20"
    assert row["figures"] == "increment=37"
    assert not row["reference"]


def test_only_tables_say_it(tabled: Store) -> None:
    rows = built(tabled).edges.to_pylist()
    assert sum(row["reference"] for row in rows) == 3
    assert {row["classes"] for row in rows if row["reference"]} == {"reference"}


def test_nodes_know_what_stands_for_them(corpus: Store) -> None:
    table = built(corpus)
    label = dict(zip(*(table.nodes[name].to_pylist() for name in ("iri", "label")), strict=True))
    at = {label[row["iri"]]: label[row["at_province"]] for row in table.nodes.to_pylist()}
    assert at["汉沽第八中学"] == "天津市"
    assert at["黄南藏族自治州5所学校"] == "青海省"
    assert at["某基金会"] == "某基金会"


def test_an_empty_store_has_an_empty_table() -> None:
    with open_store(None) as store:
        table = built(store)
    assert (table.edges.num_rows, table.nodes.num_rows) == (0, 0)
