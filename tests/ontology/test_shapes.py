"""The shapes keep to the vocabulary and its codes, and tell everything in two languages."""

import pytest
from rdflib import RDF, SH, SKOS, URIRef
from rdflib.collection import Collection

from bangfu.ontology import terms as t

SHAPES = "https://w3id.org/bangfu/shapes#"


def test_every_shape_has_messages_and_a_severity(turtle):
    graph = turtle("shapes.ttl")
    shapes = set(graph.subjects(SH.targetClass))
    assert len(shapes) > 70
    for shape in shapes:
        assert shape.startswith(SHAPES)
        messages = list(graph.objects(shape, SH.message))
        assert sorted(text.language for text in messages) == ["en", "zh"], shape
        assert graph.value(shape, SH.severity) in (SH.Violation, SH.Warning, SH.Info)


def test_all_three_severities_are_used(turtle):
    assert set(turtle("shapes.ttl").objects(None, SH.severity)) == {
        SH.Violation,
        SH.Warning,
        SH.Info,
    }


def test_no_two_shapes_say_the_same(turtle):
    messages = list(turtle("shapes.ttl").objects(None, SH.message))
    assert len(set(messages)) == len(messages)


def test_terms_exist(turtle):
    known = set(turtle("bangfu.ttl").subjects())
    used = {node for node in turtle("shapes.ttl").all_nodes() if str(node).startswith(t.BF)}
    assert used <= known


def test_lists_of_codes_are_whole_schemes(turtle):
    graph, concepts = turtle("shapes.ttl"), turtle("concepts.ttl")
    seen = set()
    for head in graph.objects(None, SH["in"]):
        codes = list(Collection(graph, head))
        if not str(codes[0]).startswith(t.CONCEPT):
            continue
        scheme = URIRef(str(codes[0]).rsplit("/", 1)[0])
        assert set(codes) == set(concepts.subjects(SKOS.inScheme, scheme))
        seen.add(str(scheme).removeprefix(t.CONCEPT))
    schemes = concepts.subjects(RDF.type, SKOS.ConceptScheme)
    # a place's level is its class, so no property takes a concept of that scheme
    assert seen == {str(scheme).removeprefix(t.CONCEPT) for scheme in schemes} - {"placeLevel"}


@pytest.mark.parametrize("kind", ["Place", "School", "Person", "Assistance", "Evidence", "Source"])
def test_main_classes_are_covered(turtle, kind):
    assert (None, SH.targetClass, URIRef(t.BF + kind)) in turtle("shapes.ttl")
