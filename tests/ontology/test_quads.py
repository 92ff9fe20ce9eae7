"""What one direction writes the other reads: for every kind of record, with nasty text."""

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bangfu.ontology import quads
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, programme_iri, scoped_iri, source_iri
from bangfu.ontology.quads import canonical, reading_from, reading_triples
from bangfu.ontology.records import (
    Assistance,
    Batch,
    Event,
    EventKind,
    Evidence,
    Group,
    Institution,
    Kind,
    Matching,
    Measure,
    Modality,
    Note,
    NoteKind,
    Observation,
    Participation,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Programme,
    Reading,
    Role,
    School,
    Secondment,
    Source,
    SourceClass,
    Stance,
    Status,
    Tier,
    Unit,
)

SOURCE = source_iri("articles/一篇 article.txt")

NASTY = [
    '"',
    "\\",
    "\\n",
    "a\nb\r\tc\f\b",
    "𠮷野家",
    "</b>@zh",
    '"@en',
    "^^<x>",
    " ",
    "\x00\x7f",
    "é",
    "é",
    " .",
]
texts = st.sampled_from(NASTY) | st.text(max_size=8)
filled = texts.filter(bool)
maybe_text = st.none() | texts
words = st.sampled_from(["seniorTeacher", "高级教师", "外语", "小学", "minor_party"]) | texts
maybe_words = st.none() | words
keys = st.sampled_from("甲乙丙")
numbers = st.integers(0, 10**9)
dates = (
    st.none()
    | st.builds(PartialDate, st.integers(1, 9999))
    | st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12))
    | st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
)
aliases = st.lists(texts, max_size=2).map(tuple)
codes = st.sampled_from(["110000", "510821", "622925"])
place_iris = codes.map(place_iri)
maybe_place = st.none() | place_iris


def scoped(kind):
    return keys.map(lambda key: scoped_iri(SOURCE, kind, key))


places = codes.flatmap(
    lambda code: st.builds(
        Place,
        iri=st.just(place_iri(code)),
        name=texts,
        aliases=aliases,
        level=st.just(list(PlaceLevel)[int(code[0]) % 5]),
        adcode=st.none() | st.just(code),
        part_of=maybe_place,
    )
)
schools = st.builds(
    School,
    iri=scoped(Kind.SCHOOL),
    name=texts,
    aliases=aliases,
    core_name=maybe_text,
    stage=maybe_words,
    located_in=maybe_place,
    part_of=st.none() | scoped(Kind.INSTITUTION),
)
institutions = st.builds(
    Institution,
    iri=scoped(Kind.INSTITUTION),
    name=texts,
    aliases=aliases,
    core_name=maybe_text,
    institution_kind=maybe_words,
    located_in=maybe_place,
    part_of=st.none() | scoped(Kind.INSTITUTION),
)
persons = st.builds(
    Person, iri=scoped(Kind.PERSON), name=texts, aliases=aliases, tier=st.sampled_from(Tier)
)
programmes = keys.flatmap(
    lambda key: st.builds(Programme, iri=st.just(programme_iri(key)), name=texts, aliases=aliases)
)
batches = st.builds(
    Batch,
    iri=scoped(Kind.BATCH),
    name=texts,
    aliases=aliases,
    ordinal=st.integers(1, 99),
    programme=st.none() | keys.map(programme_iri),
)
groups = st.builds(
    Group,
    iri=scoped(Kind.GROUP),
    name=texts,
    aliases=aliases,
    member_count=st.none() | st.integers(1, 999),
    member_unit=st.sampled_from(Unit),
    members=st.lists(scoped(Kind.SCHOOL), max_size=2).map(tuple),
    located_in=maybe_place,
)
parties = st.one_of(places, schools, institutions, persons, groups)
entities = st.one_of(parties, programmes, batches)


@st.composite
def passages(draw):
    quote = draw(filled)
    start, raw = draw(numbers), draw(numbers)
    return Evidence(
        quote=quote,
        start=start,
        end=start + len(quote),
        raw_start=raw,
        raw_end=raw + draw(numbers),
        method=draw(texts),
        confidence=draw(st.floats(0, 1)),
        stance=draw(st.sampled_from(Stance)),
    )


times = {"status": st.sampled_from(Status), "since": dates, "until": dates}
proof = {"evidence": st.lists(passages(), max_size=2).map(tuple)}
assistances = st.builds(
    Assistance,
    helper=parties,
    recipient=parties,
    modality=st.sampled_from(Modality),
    programme=st.none() | programmes,
    batch=st.none() | batches,
    matching=st.none() | st.sampled_from(Matching),
    **times,
    **proof,
)
postings = st.builds(
    Posting,
    person=persons,
    organization=st.none() | schools | institutions,
    title=texts,
    rank=maybe_words,
    subject=maybe_words,
    **times,
    **proof,
)
secondments = st.builds(
    Secondment,
    person=persons,
    origin=st.none() | parties,
    destination=st.none() | parties,
    title=maybe_text,
    programme=st.none() | programmes,
    batch=st.none() | batches,
    **times,
    **proof,
)
events = st.builds(
    Event,
    event_kind=st.sampled_from(EventKind),
    name=maybe_text,
    since=dates,
    until=dates,
    venue=st.none() | parties,
    programme=st.none() | programmes,
    participations=st.lists(
        st.builds(Participation, who=parties, role=st.sampled_from(Role)), max_size=3
    ).map(tuple),
    **proof,
)
observations = st.builds(
    Observation,
    about=st.one_of(entities, assistances, secondments, events),
    unit=st.sampled_from(Unit),
    measure=st.sampled_from(Measure),
    value=st.none() | numbers,
    minimum=st.none() | numbers,
    maximum=st.none() | numbers,
    as_of=dates,
    **proof,
)
notes = st.builds(
    Note,
    kind=st.sampled_from(NoteKind),
    reason=texts,
    quote=texts,
    raw_start=numbers,
    raw_end=numbers,
    start=st.none() | numbers,
    end=st.none() | numbers,
)
sources = st.builds(
    Source,
    iri=st.just(SOURCE),
    address=texts,
    sha256=texts,
    text=texts,
    title=maybe_text,
    publisher=maybe_text,
    author=maybe_text,
    issued=dates,
    source_class=st.sampled_from(SourceClass),
    rights=maybe_text,
)
KINDS = {
    "assistance": assistances, "posting": postings, "secondment": secondments, "event": events,
    "observation": observations,
}  # fmt: skip


def readings(facts, most=3):
    return st.builds(
        Reading,
        source=sources,
        entities=st.lists(entities, max_size=2).map(tuple),
        facts=st.lists(facts, max_size=most).map(tuple),
        notes=st.lists(notes, max_size=2).map(tuple),
    )


quick = settings(
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def holds(reading):
    triples = reading_triples(reading)
    assert triples == sorted(set(triples))
    assert reading_from(triples) == canonical(reading)
    assert canonical(canonical(reading)) == canonical(reading)
    assert reading_triples(canonical(reading)) == triples


@pytest.mark.parametrize("kind", KINDS)
def test_round_trip_of_each_kind_of_fact(kind):
    @quick
    @given(readings(KINDS[kind]))
    def check(reading):
        holds(reading)

    check()


@quick
@given(readings(assistances, most=0))
def test_round_trip_of_things_and_notes_alone(reading):
    holds(reading)


@quick
@given(readings(st.one_of(*KINDS.values())), st.randoms(use_true_random=False))
def test_order_of_triples_does_not_matter(reading, random):
    triples = reading_triples(reading)
    mixed = random.sample(triples, len(triples))
    assert reading_from([*mixed, *mixed]) == canonical(reading)


@quick
@given(readings(st.one_of(*KINDS.values())))
def test_survives_a_store_and_prints_the_same(reading):
    triples = reading_triples(reading)
    store = ox.Store()
    body = "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
    store.update(f"INSERT DATA {{ GRAPH <{SOURCE}> {{ {body} }} }}")
    back = [(str(q.subject), str(q.predicate), str(q.object)) for q in store]
    assert sorted(back) == triples
    assert reading_from(back) == canonical(reading)


@settings(quick, max_examples=20)
@given(readings(st.one_of(*KINDS.values())))
def test_is_n_triples_to_both_parsers(reading):
    triples = reading_triples(reading)
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
    assert len(list(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))) == len(triples)
    assert len(rdflib.Graph().parse(data=lines, format="nt")) == len(triples)


def test_door_is_sorted():
    assert quads.__all__ == sorted(quads.__all__)
