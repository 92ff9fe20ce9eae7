import pytest

from bangfu.ontology import terms as t
from bangfu.ontology.canonical import canonical
from bangfu.ontology.errors import TermError
from bangfu.ontology.from_triples import reading_from
from bangfu.ontology.to_triples import reading_triples


def test_gives_back_what_was_said(sample):
    assert reading_from(reading_triples(sample)) == canonical(sample)


def test_other_properties_are_passed_over(sample):
    triples = reading_triples(sample)
    source = f"<{sample.source.iri}>"
    more = (source, "<https://example.org/p>", '"x"')
    assert reading_from([*triples, more]) == canonical(sample)


def test_needs_one_source(sample):
    with pytest.raises(TermError) as told:
        reading_from([])
    assert told.value.values == {"count": 0}


@pytest.mark.parametrize(
    "property_",
    [t.HELPER, t.ABOUT, t.UNIT, t.QUOTE, t.SHA256, t.SKOS_PREF_LABEL, t.REASON, t.ROLE, t.PERSON],
)
def test_tells_what_is_missing(sample, property_):
    less = [triple for triple in reading_triples(sample) if triple[1] != f"<{property_}>"]
    with pytest.raises(TermError) as told:
        reading_from(less)
    assert told.value.key == "quads.missing"
    assert told.value.values["term"] == property_


def test_tells_a_place_without_a_level(sample):
    less = [triple for triple in reading_triples(sample) if triple[2] != f"<{t.A_COUNTY}>"]
    with pytest.raises(TermError, match="level"):
        reading_from(less)


def test_tells_a_value_that_the_vocabulary_does_not_have(sample):
    old, new = t.concept("modality", "pairing"), t.concept("modality", "friendship")
    odd = [(s, p, o.replace(old, new)) for s, p, o in reading_triples(sample)]
    with pytest.raises(TermError, match="friendship"):
        reading_from(odd)


def test_tells_an_end_that_is_not_described(sample):
    body = f"<{sample.facts[0].helper.iri}>"
    less = [triple for triple in reading_triples(sample) if triple[0] != body]
    with pytest.raises(TermError, match="does not describe"):
        reading_from(less)
