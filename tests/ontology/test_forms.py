"""The table of forms covers every field of every record."""

from dataclasses import fields

import pytest
from rdflib import OWL, RDF, RDFS, URIRef

from bangfu.ontology import forms, records
from bangfu.ontology import terms as t
from bangfu.ontology.records import PlaceLevel

ALL = [*forms.ENTITIES, *forms.FACTS, forms.EVIDENCE, forms.NOTE, forms.PARTICIPATION, forms.SOURCE]

ELSEWHERE = {
    "Place": {"level"},  # its class
    "Assistance": {"evidence"},
    "Posting": {"evidence"},
    "Secondment": {"evidence"},
    "Event": {"evidence", "participations"},
    "Observation": {"evidence", "about"},
}
"""Fields that are links to other nodes, or the node's class."""


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.record.__name__)
def test_every_field_has_its_property(form):
    named = (
        {slot.field for slot in form.slots} | ELSEWHERE.get(form.record.__name__, set()) | {"iri"}
    )
    assert named == {field.name for field in fields(form.record)} | {"iri"}
    predicates = [slot.predicate for slot in form.slots]
    assert len(set(predicates)) == len(predicates)


def test_every_kind_of_thing_and_fact_has_a_form():
    entities = {
        kind
        for kind in vars(records).values()
        if isinstance(kind, type)
        and issubclass(kind, records.Entity)
        and kind is not records.Entity
    }
    assert {form.record for form in forms.ENTITIES} == entities
    assert {form.record for form in forms.FACTS} == {
        getattr(kind, "__origin__", kind) for kind in records.Fact.__args__
    }


def test_every_level_has_a_class_below_place(turtle):
    graph = turtle("bangfu.ttl")
    assert set(forms.LEVELS) == set(PlaceLevel)
    for term in forms.LEVELS.values():
        assert (URIRef(term[1:-1]), RDFS.subClassOf, URIRef(t.A_PLACE)) in graph


def test_properties_take_what_the_vocabulary_says(turtle):
    """A slot whose value is a node stands in an object property, and the other way round."""
    graph = turtle("bangfu.ttl")
    for form in ALL:
        for slot in form.slots:
            if not slot.predicate.startswith(f"<{t.BF}"):
                continue
            kinds = set(graph.objects(URIRef(slot.predicate[1:-1]), RDF.type))
            links = slot.codec.end or slot.codec is forms._IRI
            if links:
                assert OWL.ObjectProperty in kinds, slot.field
            if slot.codec in (forms._ZH, forms._TEXT, forms._NUMBER, forms._SHARE, forms._DATE):
                assert OWL.DatatypeProperty in kinds, slot.field


def test_observations_come_after_what_they_are_about():
    assert forms.FACTS[-1].record is records.Observation


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.0, "1"),
        (0.0, "0"),
        (-0.0, "0"),
        (0.85, "0.85"),
        (1e-7, "0.0000001"),
        (0.1 + 0.2, "0.30000000000000004"),
    ],
)
def test_confidence_is_written_as_the_store_prints_it(number, text):
    term = forms._SHARE.write(number)
    assert term == f'"{text}"^^<{t.XSD_DECIMAL}>'
    assert forms._SHARE.read(term) == number


def test_words_that_are_no_code_stay_words():
    rank = forms._open_code("rank")
    assert rank.write("seniorTeacher") == f"<{t.concept('rank', 'seniorTeacher')}>"
    assert rank.write("首席教师") == '"首席教师"@zh'
    for text in ("seniorTeacher", "首席教师", "a b>", "<https://example.org/>"):
        assert rank.read(rank.write(text)) == text
