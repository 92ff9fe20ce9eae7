from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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
