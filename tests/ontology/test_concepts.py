import pytest
from rdflib import RDF, SKOS, BNode, URIRef

from bangfu.ontology import records as r
from bangfu.ontology import terms as t

ENUMS = {
    "eventKind": r.EventKind, "matching": r.Matching, "measure": r.Measure, "modality": r.Modality,
    "noteKind": r.NoteKind, "placeLevel": r.PlaceLevel, "role": r.Role, "sourceClass": r.SourceClass,
    "stance": r.Stance, "status": r.Status, "tier": r.Tier, "unit": r.Unit,
}  # fmt: skip
OPEN = {"institutionKind", "rank", "stage", "subject"}


def schemes(graph):
    return {str(s).removeprefix(t.CONCEPT) for s in graph.subjects(RDF.type, SKOS.ConceptScheme)}


def test_schemes(turtle):
    assert schemes(turtle("concepts.ttl")) == set(ENUMS) | OPEN


@pytest.mark.parametrize("scheme", ENUMS)
def test_codes_are_those_of_the_records(turtle, scheme):
    graph = turtle("concepts.ttl")
    concepts = graph.subjects(SKOS.inScheme, URIRef(t.CONCEPT + scheme))
    assert {str(graph.value(c, SKOS.notation)) for c in concepts} == set(ENUMS[scheme])


def test_iri_of_a_concept_ends_in_its_scheme_and_code(turtle):
    graph = turtle("concepts.ttl")
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        (scheme,) = graph.objects(concept, SKOS.inScheme)
        (code,) = graph.objects(concept, SKOS.notation)
        assert str(concept) == t.concept(str(scheme).removeprefix(t.CONCEPT), str(code))
        assert str(concept).isascii()


@pytest.mark.parametrize("kind", [SKOS.Concept, SKOS.ConceptScheme])
def test_labelled_and_defined_in_both_languages(turtle, kind):
    graph = turtle("concepts.ttl")
    for node in graph.subjects(RDF.type, kind):
        for told in (SKOS.prefLabel, SKOS.definition):
            texts = list(graph.objects(node, told))
            assert sorted(text.language for text in texts) == ["en", "zh"], node
            assert all(text.strip() == str(text) for text in texts)


def test_no_two_concepts_of_a_scheme_have_one_name(turtle):
    graph = turtle("concepts.ttl")
    for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme):
        names = [
            label
            for concept in graph.subjects(SKOS.inScheme, scheme)
            for told in (SKOS.prefLabel, SKOS.altLabel)
            for label in graph.objects(concept, told)
        ]
        assert len(set(names)) == len(names), scheme


def test_no_two_definitions_of_a_scheme_are_the_same(turtle):
    graph = turtle("concepts.ttl")
    for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme):
        texts = [
            d
            for c in graph.subjects(SKOS.inScheme, scheme)
            for d in graph.objects(c, SKOS.definition)
        ]
        assert len(set(texts)) == len(texts), scheme


def test_every_node_has_a_name(turtle):
    assert not [node for node in turtle("concepts.ttl").all_nodes() if isinstance(node, BNode)]


@pytest.mark.parametrize(
    ("file", "column", "scheme"),
    [
        ("institution_suffixes.csv", "category", "institutionKind"),
        ("stages.csv", "stage", "stage"),
        ("ranks.csv", "rank", "rank"),
        ("subjects.csv", "subject", "subject"),
    ],
)
def test_words_that_the_readers_know_are_in_the_schemes(turtle, file, column, scheme):
    import csv
    from importlib.resources import files

    from bangfu.ontology.codes import code_of

    graph = turtle("concepts.ttl")
    concepts = graph.subjects(SKOS.inScheme, URIRef(t.CONCEPT + scheme))
    codes = {str(graph.value(concept, SKOS.notation)) for concept in concepts}
    text = files("bangfu.loaders").joinpath("data", "lexicon", file).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        assert code_of(scheme, row[column]) in codes, row
