"""Other vocabularies by the shipped mappings: facts, things, dates, passages, and what is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdf_samples import ORG, SCHEMA_ORG, WIKIDATA

from bangfu.loaders.rdf import read_rdf
from bangfu.ontology import terms as t
from bangfu.ontology.check import check_triples
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.quads import reading_from
from bangfu.ontology.records import Assistance, Event, Modality, Person, Posting, School

PREFIX = "@prefix s: <https://schema.org/> . @prefix : <http://e.org/> .\n"


def read(tmp_path, text, name, mapping):
    (tmp_path / name).write_text(text, encoding="utf-8")
    (graph,) = read_rdf(tmp_path / name, tmp_path, Path(mapping)).graphs
    assert not [one for one in check_triples(graph.triples) if one.severity == "violation"]
    found = reading_from(graph.triples)
    for fact in found.facts:
        for proof in fact.evidence:
            assert found.source.text[proof.start : proof.end] == proof.quote
    return found


def test_schema_org(tmp_path):
    found = read(tmp_path, SCHEMA_ORG, "x.jsonld", "schema.org")
    posts = {(f.person.name, f.title, f.since) for f in found.facts if isinstance(f, Posting)}
    assert posts == {("张三", "校长", PartialDate(2021, 3)), ("李四", "教师", None)}
    (help_,) = (fact for fact in found.facts if isinstance(fact, Assistance))
    assert (help_.helper.name, help_.modality) == ("某某教育基金会", Modality.FUNDING)
    assert isinstance(help_.recipient, School)
    assert help_.recipient.located_in == f"{t.ID}place/510821"
    assert "<http://schema.org/funder>" in help_.evidence[0].quote
    assert help_.evidence[0].method == "rdf/schema.org 1"
    assert [note.reason for note in found.notes] == ["rdf-no-name"]
    assert "John" in found.notes[0].quote


def test_w3c_org(tmp_path):
    found = read(tmp_path, ORG, "x.ttl", "org")
    posts = {(f.person.name, f.organization.name, f.title, f.since) for f in found.facts}
    assert posts == {
        ("王五", "旺苍县教育局", "局长", PartialDate(2015)),
        ("赵六", "旺苍县教育局", "局长", PartialDate(2015)),
    }
    (body,) = {fact.organization for fact in found.facts}
    assert "县教育局" in body.aliases


def test_wikidata(tmp_path):
    found = read(tmp_path, WIKIDATA, "x.nt", "wikidata")
    (post,) = (fact for fact in found.facts if isinstance(fact, Posting))
    # The day is a first of January and no precision is told: a year, and no more
    assert (post.person.name, post.title, post.since) == ("张华", "教授", PartialDate(2015))
    (help_,) = (fact for fact in found.facts if isinstance(fact, Assistance))
    assert help_.recipient.iri == f"{t.ID}place/510821"
    assert help_.recipient.name == "旺苍县"
    assert found.source.source_class == "reference"


@pytest.mark.parametrize(
    ("precision", "date"),
    [("9", PartialDate(2015)), ("10", PartialDate(2015, 1)), ("11", PartialDate(2015, 1, 1))],
)
def test_wikidata_precision_of_dates(tmp_path, precision, date):
    node = "<http://www.wikidata.org/value/v>"
    more = (
        "<http://www.wikidata.org/entity/statement/s1> "
        f"<http://www.wikidata.org/prop/qualifier/value/P580> {node} .\n"
        f'{node} <http://wikiba.se/ontology#timePrecision> "{precision}"'
        "^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
    )
    found = read(tmp_path, WIKIDATA + more, "x.nt", "wikidata")
    assert date in {fact.since for fact in found.facts}


def test_event_with_roles(tmp_path):
    text = (
        PREFIX
        + """:e a s:EducationEvent ; s:name "教师培训班" ; s:startDate "2024-05-06" ;
      s:organizer [ a s:Organization ; s:name "旺苍县教育局" ] ;
      s:performer [ a s:Person ; s:name "张三" ] ; s:location [ a s:City ; s:name "旺苍县" ] ."""
    )
    (event,) = read(tmp_path, text, "x.ttl", "schema.org").facts
    assert isinstance(event, Event)
    assert {(part.who.name, str(part.role)) for part in event.participations} == {
        ("旺苍县教育局", "organizer"),
        ("张三", "lecturer"),
    }
    assert event.venue.iri == f"{t.ID}place/510821"


def test_several_ends_are_never_multiplied(tmp_path):
    text = (
        PREFIX
        + """:d a s:DonateAction ; s:agent :a, :b ; s:recipient :c .
      :a s:name "甲基金会" . :b s:name "乙基金会" . :c s:name "旺苍县" ."""
    )
    found = read(tmp_path, text, "x.ttl", "schema.org")
    assert not found.facts
    assert [note.reason for note in found.notes] == ["rdf-many-ends"]


def test_same_name_in_two_statements_is_two_persons(tmp_path):
    text = (
        PREFIX
        + """:r a s:EmployeeRole ; s:employee "张伟" ; s:worksFor :o ; s:roleName "教师" .
      :q a s:EmployeeRole ; s:employee "张伟" ; s:worksFor :o ; s:roleName "校长" .
      :o a s:School ; s:name "旺苍县东河中学" ."""
    )
    found = read(tmp_path, text, "x.ttl", "schema.org")
    assert len({one.iri for one in found.entities if isinstance(one, Person)}) == 2


def test_ambiguous_place_stays_unresolved(tmp_path):
    text = (
        PREFIX
        + """:d a s:DonateAction ; s:agent :a ; s:recipient :c .
      :a s:name "甲基金会" . :c a s:City ; s:name "朝阳区" ."""
    )
    (fact,) = read(tmp_path, text, "x.ttl", "schema.org").facts
    assert fact.recipient.adcode is None
