import re
from importlib.resources import files

import pytest
from rdflib import SKOS, URIRef

from bangfu.ontology import codes
from bangfu.ontology import terms as t


@pytest.mark.parametrize("scheme", codes.OPEN_SCHEMES)
def test_names_are_the_chinese_labels_of_the_scheme(scheme, turtle):
    graph = turtle("concepts.ttl")
    labels = {
        str(label): str(graph.value(concept, SKOS.notation))
        for concept in graph.subjects(SKOS.inScheme, URIRef(t.CONCEPT + scheme))
        for kind in (SKOS.prefLabel, SKOS.altLabel)
        for label in graph.objects(concept, kind)
        if label.language == "zh"
    }
    assert dict(codes.names(scheme)) == labels


def test_table_is_sorted_and_of_open_schemes():
    lines = files("bangfu.ontology").joinpath("names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [tuple(line.split("\t")) for line in lines]
    assert rows == sorted(set(rows))
    assert {row[0] for row in rows} == set(codes.OPEN_SCHEMES)


def test_code_of():
    assert codes.code_of("rank", "高级教师") == "seniorTeacher"
    assert codes.code_of("subject", "外语") == codes.code_of("subject", "英语") == "english"
    assert codes.code_of("rank", "seniorTeacher") == "seniorTeacher"
    assert codes.code_of("rank", "首席教师") == "首席教师"
    assert codes.code_of("rank", None) is None


def test_no_name_has_the_form_of_a_code():
    for scheme in codes.OPEN_SCHEMES:
        assert not [name for name in codes.names(scheme) if codes.is_code(name)]
        assert all(codes.is_code(code) for code in codes.names(scheme).values())


@pytest.mark.parametrize("text", ["", "1a", "a b", "a/b", "a>", "é", "高级", "a\n"])
def test_not_a_code(text):
    assert not codes.is_code(text)


def test_code_is_safe_in_an_iri():
    assert re.fullmatch(r"[\w-]+", "education_authority")
    assert codes.is_code("education_authority")
