from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import article
from small import ADDRESSES, body, change, judged, person, reading

from bangfu.graph import derive as module
from bangfu.graph.derive import derive, derived
from bangfu.graph.journal import STAMP
from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.scan import columns
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology import terms as t
from bangfu.ontology.identity import source_iri
from bangfu.ontology.records import Kind

S, D = Decision.SAME, Decision.DIFFERENT
JUDGED = (
    judged(person("a", 0), D, person("b", 0)),
    judged(person("a", 0), S, person("c", 1)),
    judged(body("a"), D, body("c")),
    judged(body("b"), S, body("d", "i", Kind.INSTITUTION)),
    judged(body("a"), S, body("b")),
    judged(body("c"), D, body("b")),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(ADDRESSES), st.one_of(st.none(), st.integers(0, 41))),
    min_size=1,
    max_size=9,
)


def same(store: Store, judgements: tuple[Judgement, ...]) -> None:
    clean = derived(store.statements, judgements).triples
    assert store.triples(t.DERIVED_GRAPH) == clean


@settings(max_examples=60, deadline=None)
@given(STEPS, st.sets(st.sampled_from(range(len(JUDGED)))), st.integers(1, 3))
def test_what_changed_is_derived_to_the_same_bytes_as_everything(
    steps: list[tuple[str, int | None]], chosen: set[int], every: int
) -> None:
    judgements = tuple(JUDGED[n] for n in sorted(chosen))
    store = open_store(None)
    for number, (address, variant) in enumerate(steps):
        change(store, address, variant)
        if number % every == 0:
            derive(store, judgements)
            same(store, judgements)


@settings(max_examples=15, deadline=None)
@given(STEPS, st.lists(st.sets(st.sampled_from(range(len(JUDGED)))), min_size=9, max_size=9))
def test_judgements_that_come_and_go_leave_nothing_behind(
    steps: list[tuple[str, int | None]], made: list[set[int]]
) -> None:
    store = open_store(None)
    for (address, variant), chosen in zip(steps, made, strict=False):
        judgements = tuple(JUDGED[n] for n in sorted(chosen))
        change(store, address, variant)
        derive(store, judgements)
        same(store, judgements)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=2, max_size=8))
def test_places_come_and_go_with_what_lies_in_them(steps: list[tuple[int, bool]]) -> None:
    store = open_store(None)
    for number, comes in steps:
        one = article(number)
        if comes:
            put(store, one)
        else:
            store.remove(one.source.iri)
        derive(store)
        same(store, ())


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often everything was derived."""
    count: list[int] = []

    def counting(*given: object) -> object:
        count.append(1)
        return columns(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "columns_of", counting)
    return count


def test_one_source_more_is_no_reason_to_derive_everything(whole: list[int]) -> None:
    store = open_store(None)
    for number, address in enumerate("abcdefgh"):
        put(store, reading(address, number))
        derive(store)
    assert len(whole) == 1
    derive(store, JUDGED[:1])
    store.remove(source_iri("c"))
    derive(store, JUDGED[:1])
    assert len(whole) == 2
    same(store, JUDGED[:1])


def test_a_store_written_by_others_is_not_trusted(whole: list[int]) -> None:
    store = open_store(None)
    put(store, reading("a", 1))
    derive(store)
    store.replace_graph(t.DERIVED_GRAPH, set(store.triples(t.DERIVED_GRAPH)) - {STAMP})
    put(store, reading("b", 2))
    derive(store)
    assert len(whole) == 2
    same(store, ())


def test_the_only_source_of_a_place_goes_without_deriving_everything(whole: list[int]) -> None:
    store = open_store(None)
    for number in (*range(12), 211):
        put(store, article(number))
    derive(store)
    alone = {one.iri for one in article(211).entities} - {
        one.iri for number in range(12) for one in article(number).entities
    }
    assert any("/place/" in one for one in alone)
    store.remove(article(211).source.iri)
    derive(store)
    assert len(whole) == 1
    same(store, ())


def test_a_place_that_others_say_they_lie_in_does_not_go_unseen(whole: list[int]) -> None:
    store = open_store(None)
    first, *rest = (article(number) for number in range(12))
    put(store, first)
    county = max(one.iri for one in first.entities if "/place/" in one.iri)
    for one in rest:
        put(store, one)
    body = f"{t.ID}school/{'0' * 16}"
    other = "https://example.org/other"
    store.put(
        other,
        [
            (f"<{body}>", f"<{t.RDF_TYPE}>", f"<{t.A_SCHOOL}>"),
            (f"<{body}>", f"<{t.SKOS_PREF_LABEL}>", '"甲中学"@zh'),
            (f"<{body}>", f"<{t.LOCATED_IN}>", f"<{county}>"),
        ],
    )
    derive(store)
    for one in (first, *rest):
        store.remove(one.source.iri)
        derive(store)
        same(store, ())
    assert len(whole) > 1


@pytest.mark.parametrize("said", [t.ORGANIZATION, t.FROM, t.TO])
def test_a_place_goes_that_another_still_names_without_saying_what_it_is(said: str) -> None:
    county, fact, person = (f"<{t.ID}{one}>" for one in ("place/510821", "fact/0", "person/0"))
    store = open_store(None)
    store.put(
        "https://example.org/one",
        [
            (county, f"<{t.RDF_TYPE}>", f"<{t.A_COUNTY}>"),
            (county, f"<{t.SKOS_PREF_LABEL}>", '"旺苍县"@zh'),
        ],
    )
    store.put(
        "https://example.org/two",
        [
            (person, f"<{t.RDF_TYPE}>", f"<{t.A_PERSON}>"),
            (person, f"<{t.SKOS_PREF_LABEL}>", '"张华"@zh'),
            (fact, f"<{t.PERSON}>", person),
            (fact, f"<{said}>", county),
        ],
    )
    derive(store)
    store.remove("https://example.org/one")
    derive(store)
    same(store, ())
