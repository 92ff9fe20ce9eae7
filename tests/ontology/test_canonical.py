from dataclasses import replace

import pytest

from bangfu.ontology.canonical import canonical, ends, gather
from bangfu.ontology.identity import evidence_iri, fact_iri
from bangfu.ontology.records import Evidence, Observation, Person, Reading, School


def only(reading, **parts):
    return canonical(Reading(source=reading.source, **parts))


def test_entities_are_all_that_the_facts_mention(sample):
    found = {entity.name for entity in canonical(sample).entities}
    assert found == {
        "旺苍县",
        "示范市教育局",
        "示范县第一中学",
        "张三",
        "示范行动",
        "第二批",
        "5所学校",
    }


def test_second_name_of_a_thing_becomes_an_alias(sample):
    body = sample.facts[0].helper
    other = replace(
        body, name="市教育局", aliases=("教育局", body.name), located_in="https://x.example/p"
    )
    (found,) = only(sample, entities=(body, other)).entities
    assert found.name == body.name
    assert found.aliases == ("市教育局", "教育局")
    assert found.located_in == "https://x.example/p"


def test_facts_get_the_one_record_of_their_ends(sample):
    assistance = sample.facts[0]
    known = replace(assistance.helper, aliases=("教育局",))
    (found,) = only(sample, entities=(known,), facts=(assistance,)).facts
    assert found.helper == known


def test_one_iri_is_not_two_kinds_of_thing(sample):
    person = sample.facts[2].person
    with pytest.raises(ValueError, match="both Person and School"):
        only(sample, entities=(person, School(iri=person.iri, name="张三")))


def test_fact_told_twice_has_the_evidence_of_both(sample):
    fact = sample.facts[0]
    other = replace(fact.evidence[0], start=70, end=75)
    again = replace(fact, evidence=(other, fact.evidence[0]))
    (found,) = only(sample, facts=(fact, again)).facts
    assert found.evidence == (fact.evidence[0], other)


def test_subject_of_an_observation_is_a_fact_of_the_reading(sample):
    observation = sample.facts[5]
    found = only(sample, facts=(observation,))
    assert sample.facts[0] in found.facts
    more = replace(
        sample.facts[0], evidence=(replace(sample.facts[0].evidence[0], start=80, end=85),)
    )
    seen = [
        fact
        for fact in only(sample, facts=(observation, more)).facts
        if isinstance(fact, Observation)
    ]
    assert len(seen[0].about.evidence) == 2


def test_facts_stand_in_the_order_of_the_text(sample):
    turned = replace(sample, facts=sample.facts[::-1])
    starts = [fact.evidence[0].start for fact in canonical(turned).facts]
    assert starts == sorted(starts)
    assert canonical(turned) == canonical(sample)


def test_names_become_codes(sample):
    (found,) = only(sample, facts=(sample.facts[2],)).facts
    assert (found.rank, found.subject) == ("seniorTeacher", "english")


def test_same_note_twice_is_one(sample):
    assert canonical(replace(sample, notes=sample.notes * 2)).notes == sample.notes


def test_two_records_of_one_passage_are_one(sample):
    fact = sample.facts[0]
    unsure = replace(fact.evidence[0], confidence=0.1)
    (found,) = only(sample, facts=(replace(fact, evidence=(fact.evidence[0], unsure)),)).facts
    assert found.evidence == fact.evidence


def test_gather_gives_the_iri_of_each(sample):
    found = gather(sample)
    source = sample.source.iri
    assert all(fact_iri(source, fact) == iri for iri, fact in found.facts.items())
    assert all(entity.iri == iri for iri, entity in found.entities.items())
    assert list(found.entities) == sorted(found.entities)


def test_ends_leaves_out_what_is_not_given(sample):
    assert [end.name for end in ends(sample.facts[3])] == ["张三", "示范市教育局", "示范县第一中学"]
    assert list(ends(sample.facts[5])) == []
    assert isinstance(next(ends(sample.facts[2])), Person)


def test_evidence_of_one_place_is_sorted_by_iri(sample):
    fact = sample.facts[0]
    passages = [replace(fact.evidence[0], method=f"rule:{name}/1") for name in "cab"]
    orders = {
        only(sample, facts=(replace(fact, evidence=tuple(order)),)).facts[0].evidence
        for order in (passages, passages[::-1])
    }
    assert len(orders) == 1
    iris = [evidence_iri(fact_iri(sample.source.iri, fact), passage) for passage in orders.pop()]
    assert iris == sorted(iris)
    assert all(isinstance(passage, Evidence) for passage in passages)
