from dataclasses import replace

import pytest

from bangfu.ontology import terms as t
from bangfu.ontology.identity import fact_iri
from bangfu.ontology.nt import lang
from bangfu.ontology.records import Assistance, Entity, Reading
from bangfu.ontology.to_triples import reading_triples

TYPE = f"<{t.RDF_TYPE}>"


def said(triples, node, predicate):
    return [o for s, p, o in triples if (s, p) == (f"<{node}>", f"<{predicate}>")]


def test_a_fact_is_a_node_with_ends_and_evidence(sample):
    triples = reading_triples(sample)
    fact = sample.facts[0]
    node = fact_iri(sample.source.iri, fact)
    assert said(triples, node, t.RDF_TYPE) == [f"<{t.A_ASSISTANCE}>"]
    assert said(triples, node, t.HELPER) == [f"<{fact.helper.iri}>"]
    assert said(triples, node, t.RECIPIENT) == [f"<{fact.recipient.iri}>"]
    assert said(triples, node, t.SINCE) == [f'"2015"^^<{t.XSD_G_YEAR}>']
    (proof,) = said(triples, node, t.EVIDENCE)
    assert said(triples, proof[1:-1], t.QUOTE) == ['"帮扶旺苍县"']
    assert said(triples, proof[1:-1], t.SOURCE) == [f"<{sample.source.iri}>"]


def test_group_keeps_the_fact_whole(sample):
    triples = reading_triples(sample)
    node = fact_iri(sample.source.iri, sample.facts[1])
    assert said(triples, node, t.RDF_TYPE) == [f"<{t.A_ASSISTANCE}>", f"<{t.A_GROUP_ASSISTANCE}>"]
    assert len(said(triples, node, t.RECIPIENT)) == 1


def test_group_end_without_matching_is_a_group_assistance_too(sample):
    fact = replace(sample.facts[1], matching=None)
    triples = reading_triples(Reading(source=sample.source, facts=(fact,)))
    assert f"<{t.A_GROUP_ASSISTANCE}>" in said(
        triples, fact_iri(sample.source.iri, fact), t.RDF_TYPE
    )


def test_level_of_a_place_is_its_class(sample):
    triples = reading_triples(sample)
    place = sample.entities[0]
    assert said(triples, place.iri, t.RDF_TYPE) == [f"<{t.A_COUNTY}>", f"<{t.A_PLACE}>"]


def test_every_name_is_chinese_and_every_node_is_named(sample):
    triples = reading_triples(sample)
    names = [o for _, p, o in triples if p in (f"<{t.SKOS_PREF_LABEL}>", f"<{t.SKOS_ALT_LABEL}>")]
    assert names
    assert {lang(name) for name in names} == {"zh"}
    assert all(s.startswith("<https://w3id.org/bangfu/id/") for s, _, _ in triples)
    assert not any("_:" in term[:2] for triple in triples for term in triple)


def test_keys_are_ascii(sample):
    assert all(s.isascii() and p.isascii() for s, p, _ in reading_triples(sample))


def test_every_term_is_of_the_vocabulary_or_declared(sample):
    known = {v for v in vars(t).values() if isinstance(v, str)}
    for _, p, o in reading_triples(sample):
        assert p[1:-1] in known
        if p == TYPE:
            assert o[1:-1] in known


def test_a_thing_of_no_kind_is_refused(sample):
    odd = Entity(iri="https://w3id.org/bangfu/id/odd/1", name="某")
    with pytest.raises(TypeError, match="no kind"):
        reading_triples(replace(sample, entities=(odd,)))


def test_an_iri_that_would_break_out_is_refused(sample):
    bad = Assistance(
        helper=replace(sample.facts[0].helper, iri="https://x> . <https://y"),
        recipient=sample.facts[0].recipient,
        evidence=(),
    )
    with pytest.raises(ValueError, match="not an IRI"):
        reading_triples(Reading(source=sample.source, facts=(bad,)))
