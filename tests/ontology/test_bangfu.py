"""What a reviewer of ontologies looks for (after OOPS!, https://oops.linkeddata.es/catalogue.jsp)."""

import pytest
from rdflib import OWL, RDF, RDFS, SDO, SKOS, XSD, BNode, URIRef

from bangfu.ontology import terms as t

KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)


@pytest.fixture
def graph(turtle):
    return turtle("bangfu.ttl")


def classes(graph):
    return set(graph.subjects(RDF.type, OWL.Class))


def properties(graph):
    return {prop for kind in KINDS for prop in graph.subjects(RDF.type, kind)}


def test_every_term_is_labelled_and_defined_in_both_languages(graph):
    for term in classes(graph) | properties(graph):
        for told in (RDFS.label, SKOS.definition):
            texts = list(graph.objects(term, told))
            assert sorted(text.language for text in texts) == ["en", "zh"], term


def test_chinese_is_chinese_and_english_is_not(graph):
    for told in (RDFS.label, SKOS.definition, SKOS.scopeNote):
        for text in graph.objects(None, told):
            has_han = any("\u4e00" <= char <= "\u9fff" for char in text)
            assert has_han == (text.language == "zh"), text


def test_no_two_terms_have_one_label_or_definition(graph):
    for told in (RDFS.label, SKOS.definition):
        for kind in (classes(graph), properties(graph)):
            texts = [text for term in kind for text in graph.objects(term, told)]
            assert len(set(texts)) == len(texts), [x for x in texts if texts.count(x) > 1]


def test_every_property_has_domain_and_range_or_says_why(graph):
    for prop in properties(graph):
        for needed, instead in ((RDFS.domain, SDO.domainIncludes), (RDFS.range, SDO.rangeIncludes)):
            if (prop, needed, None) in graph:
                assert len(list(graph.objects(prop, needed))) == 1, prop
            else:
                assert (prop, instead, None) in graph, prop
                reasons = list(graph.objects(prop, SKOS.scopeNote))
                assert sorted(text.language for text in reasons) == ["en", "zh"], prop


def test_range_fits_the_kind_of_property(graph):
    for prop in graph.subjects(RDF.type, OWL.ObjectProperty):
        assert not [x for x in graph.objects(prop, RDFS.range) if str(x).startswith(str(XSD))]
    for prop in graph.subjects(RDF.type, OWL.DatatypeProperty):
        assert not set(graph.objects(prop, RDFS.range)) & classes(graph)


def test_no_class_is_unconnected(graph):
    for kind in classes(graph):
        links = {
            predicate
            for predicate in (RDFS.subClassOf, RDFS.domain, RDFS.range, SDO.domainIncludes)
            if (None, predicate, kind) in graph
        }
        assert links or (kind, RDFS.subClassOf, None) in graph, kind


def test_whatever_is_pointed_at_is_described(graph):
    pointed = {node for node in graph.all_nodes() if str(node).startswith(t.BF)}
    assert pointed == classes(graph) | properties(graph)


def test_subclasses_have_no_cycle_and_one_parent(graph):
    for kind in classes(graph):
        assert len(list(graph.objects(kind, RDFS.subClassOf))) <= 1
        above = list(graph.transitive_objects(kind, RDFS.subClassOf))
        assert (kind, RDFS.subClassOf, kind) not in graph
        assert len(above) <= 5
        assert above.count(kind) == 1


def test_no_class_is_disjoint_with_one_above_it(graph):
    for one, two in graph.subject_objects(OWL.disjointWith):
        above = set(graph.transitive_objects(one, RDFS.subClassOf))
        below = set(graph.transitive_subjects(RDFS.subClassOf, one))
        assert two not in above | below


def test_main_kinds_are_disjoint(graph):
    main = [t.A_PLACE, t.A_SCHOOL, t.A_INSTITUTION, t.A_PERSON, t.A_GROUP, t.A_PROGRAMME, t.A_BATCH,
            t.A_ASSISTANCE, t.A_POSTING, t.A_SECONDMENT, t.A_EVENT, t.A_OBSERVATION]  # fmt: skip
    declared = set(graph.subject_objects(OWL.disjointWith))

    def disjoint(one, two):
        return any(
            (a, b) in declared or (b, a) in declared
            for a in graph.transitive_objects(URIRef(one), RDFS.subClassOf)
            for b in graph.transitive_objects(URIRef(two), RDFS.subClassOf)
        )

    for place, one in enumerate(main):
        assert all(disjoint(one, two) for two in main[place + 1 :]), one


def test_group_assistance_is_assistance(graph):
    assert (URIRef(t.A_GROUP_ASSISTANCE), RDFS.subClassOf, URIRef(t.A_ASSISTANCE)) in graph
    assert (URIRef(t.A_RECIPIENT_COUNTY), RDFS.subClassOf, URIRef(t.A_COUNTY)) in graph


def test_ontology_has_a_version_and_no_date(graph):
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)
    version = str(graph.value(ontology, OWL.versionInfo))
    assert str(graph.value(ontology, OWL.versionIRI)) == f"{ontology}/{version}"
    assert not [p for p in graph.predicates(ontology) if "dat" in str(p).rsplit("/", 1)[-1].lower()]


def test_every_node_has_a_name(graph):
    assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]


def test_names_are_camel_case(graph):
    for kind in classes(graph):
        assert kind.removeprefix(t.BF)[0].isupper()
    for prop in properties(graph):
        assert prop.removeprefix(t.BF)[0].islower()
