from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assists import Telling, place

from bangfu.graph.derive import derive
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.names import find_entity
from bangfu.graph.near import around, facts_between, neighbours
from bangfu.graph.project import project
from bangfu.graph.queries import neighbourhood
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology import terms as t
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import scoped_iri
from bangfu.ontology.nt import value
from bangfu.ontology.records import Assistance, Group, Kind, Modality

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


def helping(store: Store) -> set[tuple[str, str]]:
    return {
        (value(subject), value(target))
        for predicate in (t.HELPS, t.ARRANGED_TO_HELP)
        for _, subject, target in store.statements(predicate)
    }


def test_who_helps_whom_is_what_is_derived(corpus: Store) -> None:
    pairs = helping(corpus)
    ends = {end for pair in pairs for end in pair}
    for one in sorted(ends):
        first = {pair for pair in pairs if one in pair}
        rim = {end for pair in first for end in pair}
        second = first | {pair for pair in pairs if rim & {*pair}}
        for radius, wanted in ((1, first), (2, second)):
            near = neighbours(corpus, one, radius, inside=False)
            assert {*near.edges()} == wanted
            assert {*near} == {end for pair in wanted for end in pair}
            assert near.graph["complete"]
    assert len(pairs) > 5


def test_it_has_the_nodes_and_edges_of_the_network_with_facts(corpus: Store) -> None:
    iri = find_entity(corpus, "都安县").iri
    near, told = neighbours(corpus, iri, 2), around(corpus, iri, 2)
    assert near.nodes(data=True) == told.nodes(data=True)
    assert {*near.edges(keys=True)} == {*told.edges(keys=True)}
    for helper, recipient, facts in told.edges(data="facts"):
        assert facts_between(corpus, helper, recipient) == facts
    assert labels(neighbours(corpus, iri, inside=False)) == {"都安瑶族自治县"}


def test_a_group_stands_for_its_place_and_a_plan_for_nothing(corpus: Store) -> None:
    place, helper = (find_entity(corpus, name).iri for name in ("黄南州", "滨海新区"))
    assert {*neighbours(corpus, place, inside=False).edges()} == {(helper, place)}
    # it is planned to help the place, and does help schools there that nobody names
    assert helper not in around(corpus, place, inside=False)
    facts = facts_between(corpus, helper, place)
    ends = {value(o) for _, s, o in corpus.statements(t.RECIPIENT) if value(s) in facts}
    groups = {value(s) for _, s, _ in corpus.statements(t.RDF_TYPE, f"<{t.A_GROUP}>")}
    assert ends
    assert ends <= groups


def test_of_many_there_are_the_nearest_and_all_are_counted(corpus: Store) -> None:
    iri = find_entity(corpus, "滨海新区").iri
    whole, part = neighbours(corpus, iri, 3), neighbours(corpus, iri, 3, most=4)
    steps = sorted(dict(whole.nodes(data="steps")).values())
    assert part.graph["reached"] == whole.graph["reached"]
    assert part.graph["reached"] == tuple(steps.count(number) for number in range(4))
    assert not part.graph["complete"]
    assert all(part.degree(node) for node in part if node != iri)
    assert len(part) <= 4 < len(whole)
    assert {*part.edges()} <= {*whole.edges()}


def test_of_a_place_with_very_much_inside_some_pairs_are_kept() -> None:
    telling = Telling(1, "2024-01-01")
    for number in range(12):
        telling.helps("天河区/第一中学", f"旺苍县/第{number}中学")
    reading = telling.reading()
    schools = {end.iri: end for fact in telling.facts for end in (fact.helper, fact.recipient)}
    county = place("旺苍县").iri
    with open_store(None) as store:
        put(store, replace(reading, entities=(*reading.entities, *schools.values())))
        derive(store, [])
        for most in (3, 5, 12):
            part = neighbours(store, county, most=most)
            assert part.number_of_edges() == most - 2
            assert len(part) == most
            assert part.graph["reached"] == (13, 1)
            assert county in part
        assert neighbours(store, county).number_of_edges() == 12


def test_groups_judged_to_be_one_keep_the_facts_of_their_own_places() -> None:
    helper, groups, found = place("天河区"), [], []
    with open_store(None) as store:
        for number, name in enumerate(("旺苍县", "剑阁县")):
            telling = Telling(number, "2024-01-01")
            own = scoped_iri(telling.iri, Kind.GROUP, name)
            where = place(name).iri
            group = Group(iri=own, name="五所学校", member_count=5, located_in=where)
            said = telling.quote(f"天河区帮扶{name}五所学校。")
            telling.facts.append(
                Assistance(helper=helper, recipient=group, evidence=said, modality=Modality.PAIRING)
            )
            reading = telling.reading()
            put(store, replace(reading, entities=(*reading.entities, group)))
            groups.append(own)
        one, other = groups
        when = PartialDate(2024)
        derive(store, [Judgement(a=one, decision=Decision.SAME, b=other, who="李", when=when)])
        found = [facts_between(store, helper.iri, place(n).iri) for n in ("旺苍县", "剑阁县")]
    assert [len(facts) for facts in found] == [1, 1]
    assert found[0] != found[1]
