"""Nodes → mentions: kind, key and name of what a node is, and where it lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.loaders.rdf_index import Index
from bangfu.loaders.rdf_mapping import read_mapping
from bangfu.loaders.rdf_things import Work, end, thing
from bangfu.ontology.records import Kind

S = "https://schema.org/"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
X = "<http://e.org/x>"


def work(*said):
    triples = [(X, f"<{S}{name}>" if name != "type" else TYPE, term) for name, term in said]
    return Work(Index(triples, {}), read_mapping(Path("schema.org")))


@pytest.mark.parametrize(
    ("said", "kind", "key"),
    [
        ([("type", f"<{S}School>"), ("name", '"东河中学"')], Kind.SCHOOL, X),
        ([("type", f"<{S}Organization>"), ("name", '"东河中学"')], Kind.SCHOOL, X),
        ([("type", f"<{S}Organization>"), ("name", '"县教育局"')], Kind.INSTITUTION, X),
        ([("type", f"<{S}City>"), ("name", '"旺苍县"')], Kind.PLACE, "510821"),
        (
            [("type", f"<{S}City>"), ("name", '"旺苍"'), ("identifier", '"510821"')],
            Kind.PLACE,
            "510821",
        ),
        ([("type", f"<{S}Project>"), ("name", '"同心树人"')], Kind.PROGRAMME, X),
    ],
)
def test_kind_by_class_and_name(said, kind, key):
    mention = thing(work(*said), X, "organization")
    assert (mention.kind, mention.key) == (kind, key)


@pytest.mark.parametrize(
    ("field", "kind"),
    [("person", Kind.PERSON), ("helper", Kind.PLACE), ("organization", Kind.INSTITUTION)],
)
def test_kind_by_field_where_no_class_tells(field, kind):
    assert thing(work(("name", '"旺苍县"')), X, field).kind is kind


def test_node_without_a_chinese_name_is_told():
    at = work(("name", '"John"'))
    assert end(at, "person", X, "<http://e.org/f>", []) is None
    assert [note.reason for note in at.notes] == ["rdf-no-name"]


def test_statement_of_the_name_is_part_of_the_proof():
    lines = ["before"]
    end(work(("name", '"张三"')), "person", X, "<http://e.org/f>", lines)
    assert lines == ["before", f'{X} <{S}name> "张三" .']
