from rdflib import OWL, RDF, SKOS, BNode
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SDO, TIME

from bangfu.ontology import terms as t

RELATIONS = {SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch}
OA = {"Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "hasSource",
      "hasTarget", "exact", "start", "end"}  # fmt: skip
CLOSED = {str(ns): ns for ns in (DCTERMS, FOAF, ORG, OWL, PROV, SDO, SKOS, TIME)}


def ours(graph):
    return [triple for triple in graph if str(triple[0]).startswith(t.BF)]


def test_only_mapping_relations(turtle):
    assert {predicate for _, predicate, _ in ours(turtle("alignments.ttl"))} <= RELATIONS


def test_every_class_is_aligned(turtle):
    aligned = {subject for subject, _, _ in ours(turtle("alignments.ttl"))}
    assert set(turtle("bangfu.ttl").subjects(RDF.type, OWL.Class)) <= aligned


def test_every_term_of_ours_exists(turtle):
    known = set(turtle("bangfu.ttl").subjects())
    assert {subject for subject, _, _ in ours(turtle("alignments.ttl"))} <= known


def test_every_term_of_theirs_exists(turtle):
    for _, _, theirs in ours(turtle("alignments.ttl")):
        namespace = next((ns for ns in CLOSED if str(theirs).startswith(ns)), None)
        if namespace is None:
            assert str(theirs).removeprefix(t.OA) in OA, theirs
        else:
            assert theirs in CLOSED[namespace], theirs


def test_all_the_named_vocabularies_are_met(turtle):
    met = {theirs for _, _, theirs in ours(turtle("alignments.ttl"))}
    for namespace in (t.ORG, t.PROV, t.SCHEMA, t.FOAF, t.SKOS, t.TIME, t.OA, t.DCT):
        assert any(str(theirs).startswith(namespace) for theirs in met), namespace


def test_two_terms_are_mapped_in_one_way(turtle):
    pairs = [(subject, theirs) for subject, _, theirs in ours(turtle("alignments.ttl"))]
    assert len(set(pairs)) == len(pairs)


def test_classes_are_mapped_to_classes(turtle):
    """Ours and theirs both begin with a capital, or neither does."""
    for subject, _, theirs in ours(turtle("alignments.ttl")):
        local = str(theirs).replace("#", "/").rsplit("/", 1)[-1]
        assert local[0].isupper() == subject.removeprefix(t.BF)[0].isupper(), (subject, theirs)


def test_every_node_has_a_name(turtle):
    assert not [node for node in turtle("alignments.ttl").all_nodes() if isinstance(node, BNode)]
