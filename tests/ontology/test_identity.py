import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.ontology import identity as i
from bangfu.ontology.records import Kind, Modality, Note, NoteKind

KEY = re.compile(r"https://w3id\.org/bangfu/id/[a-z]+/[0-9a-f]{16}")
texts = st.text(max_size=6)


def test_place_with_a_code_is_global():
    assert i.place_iri("510821") == "https://w3id.org/bangfu/id/place/510821"


@pytest.mark.parametrize("code", ["", "51082", "5108210", "旺苍县", "51082x", "５１０８２１"])
def test_place_needs_six_digits(code):
    with pytest.raises(ValueError, match="six digits"):
        i.place_iri(code)


def test_every_key_is_ascii_of_one_form():
    source = i.source_iri("文章/一.txt")
    for iri in (
        source,
        i.local_place_iri(i.place_iri("510821"), "东河镇"),
        i.programme_iri("同心树人"),
        i.scoped_iri(source, Kind.PERSON, "张华"),
        i.canonical_body_iri(Kind.SCHOOL, "451228", "第二高级中学"),
        i.canonical_body_iri(Kind.SCHOOL, None, "第二高级中学"),
        i.canonical_person_iri("张华", source),
    ):
        assert KEY.fullmatch(iri)


def test_two_sources_share_no_body_and_no_person():
    one, two = i.source_iri("a"), i.source_iri("b")
    assert i.scoped_iri(one, Kind.PERSON, "张华") != i.scoped_iri(two, Kind.PERSON, "张华")


def test_numerals_and_places_keep_bodies_apart():
    made = {
        i.canonical_body_iri(Kind.SCHOOL, code, core)
        for code in ("451228", "451229", None)
        for core in ("第四中学", "第七中学")
    }
    assert len(made) == 6


@given(st.tuples(texts, texts), st.tuples(texts, texts))
def test_no_two_pairs_of_texts_read_the_same(one, two):
    from unicodedata import normalize

    same = [normalize("NFC", text) for text in one] == [normalize("NFC", text) for text in two]
    assert (i.local_place_iri(*one) == i.local_place_iri(*two)) == same


def test_composed_and_decomposed_text_are_one():
    assert i.programme_iri("é") == i.programme_iri("é")


def test_fact_is_known_by_its_content_and_not_by_its_evidence(sample):
    fact, source = sample.facts[0], sample.source.iri
    assert i.fact_iri(source, replace(fact, evidence=())) == i.fact_iri(source, fact)
    assert i.fact_iri(source, replace(fact, modality=Modality.OTHER)) != i.fact_iri(source, fact)
    assert i.fact_iri(source, replace(fact, since=None)) != i.fact_iri(source, fact)
    swapped = replace(fact, helper=fact.recipient, recipient=fact.helper)
    assert i.fact_iri(source, swapped) != i.fact_iri(source, fact)
    assert i.fact_iri(i.source_iri("other"), fact) != i.fact_iri(source, fact)


def test_nothing_and_empty_text_differ(sample):
    event = sample.facts[4]
    source = sample.source.iri
    assert i.fact_iri(source, replace(event, name="")) != i.fact_iri(
        source, replace(event, name=None)
    )


def test_order_of_participations_does_not_matter(sample):
    event = sample.facts[4]
    turned = replace(event, participations=event.participations[::-1])
    assert i.fact_iri(sample.source.iri, turned) == i.fact_iri(sample.source.iri, event)


def test_name_and_code_of_a_rank_make_one_fact(sample):
    posting = sample.facts[2]
    coded = replace(posting, rank="seniorTeacher", subject="english")
    assert i.fact_iri(sample.source.iri, coded) == i.fact_iri(sample.source.iri, posting)


def test_evidence_is_known_by_passage_and_method(sample):
    passage = sample.facts[0].evidence[0]
    assert i.evidence_iri("f", replace(passage, confidence=0.1)) == i.evidence_iri("f", passage)
    assert i.evidence_iri("f", replace(passage, method="rule:x/2")) != i.evidence_iri("f", passage)
    assert i.evidence_iri("g", passage) != i.evidence_iri("f", passage)


def test_note_without_and_with_offsets_differ():
    note = Note(kind=NoteKind.CUT, reason="menu", quote="首页", raw_start=0, raw_end=2)
    assert i.note_iri("s", note) != i.note_iri("s", replace(note, start=0, end=2))


def test_iris_of_a_published_form_stay():
    """Stores on disk hold them: a change here needs a new version of the store."""
    assert i.source_iri("a.txt") == "https://w3id.org/bangfu/id/source/ca23656fc341c352"


def test_door_is_sorted():
    assert i.__all__ == sorted(i.__all__)
