from __future__ import annotations

from bangfu.graph.names import find_entity
from bangfu.graph.relations import relations, things
from bangfu.graph.store import Store
from bangfu.ontology.identity import place_iri


def test_a_relation_carries_what_its_fact_says(corpus: Store) -> None:
    wangcang = place_iri("510821")
    first, second = sorted(
        (one for one in relations(corpus, ("assistance",)) if one.target == wangcang),
        key=lambda one: one.since,
    )
    assert first.source == second.source == find_entity(corpus, "社市委").iri
    assert (first.code, first.status, first.since) == ("teaching", "active", "2015")
    assert (second.status, second.since, second.until) == ("unknown", "2015-03", "")
    assert first.figures == (("increment", 37),)
    assert second.figures == (("cumulative", 294),)
    assert first.programme == find_entity(corpus, "同心树人").iri
    assert (len(first.sources), first.confidence) == (1, 0.9)


def test_who_is_seconded_stands_for_an_end_that_is_not_known(corpus: Store) -> None:
    for one in relations(corpus, ("secondment",)):
        assert one.person
        assert one.code == "secondment"
        assert one.source != one.target


def test_each_kind_once_and_in_order(corpus: Store) -> None:
    told = relations(corpus, ("event", "assistance", "posting", "secondment"))
    assert len(told) == 9 + 2 + 2 + 2
    assert told == relations(corpus, ["secondment", "posting", "assistance", "event"])
    assert len({(one.fact, one.source, one.target, one.code) for one in told}) == len(told)


def test_things_know_their_level_code_and_places(corpus: Store) -> None:
    known = things(corpus)
    county = known[place_iri("510821")]
    assert (county.label, county.kind, county.level, county.adcode) == (
        "旺苍县",
        "place",
        "county",
        "510821",
    )
    assert county.within == {place_iri("510800"), place_iri("510000")}
    events = [one for one in known.values() if one.kind == "event"]
    assert [one.label for one in events] == ["校长研修班"]
    assert all(one.label for one in known.values())
