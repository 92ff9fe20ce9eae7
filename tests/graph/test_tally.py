from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.graph.coverage import covered
from bangfu.graph.derive import derive, derived
from bangfu.graph.embedded import Embedded
from bangfu.graph.names import Found
from bangfu.graph.said import OfStatements
from bangfu.graph.store import Store, open_store
from bangfu.graph.tally import Tally, counted, tallied, tally_triples
from bangfu.ontology import terms as t
from bangfu.ontology.nt import Triple, iri, literal

DAYS = ("", "2019", "2019-05", "2020-01-02", "2024-09-28", "2024-09-28x")


def source(name: str, day: str = "", *, table: bool = False) -> tuple[str, list[Triple]]:
    node = iri(f"https://example.org/{name}")
    told = [(node, iri(t.RDF_TYPE), iri(t.A_SOURCE))]
    if day:
        kind = t.XSD + ("gYear", "gYearMonth", "date")[day.count("-")]
        told.append((node, iri(t.DCT_ISSUED), literal(day.removesuffix("x"), datatype=kind)))
    if day.endswith("x"):  # a second date: the least counts
        told.append((node, iri(t.DCT_ISSUED), literal("2018-01-01", datatype=t.XSD + "date")))
    if table:
        told.append((node, iri(t.SOURCE_CLASS), iri(t.concept("sourceClass", "reference"))))
    return node[1:-1], told


def recounted(store: Store | Counting) -> Tally:
    """The tally of all sources, whatever the derived graph says."""
    return counted(OfStatements(store.statements))


def put(store: Store, *told: tuple[str, Sequence[Triple]]) -> None:
    for name, triples in told:
        store.put(name, triples)


def test_it_is_kept_in_the_derived_graph() -> None:
    with open_store(None) as store:
        put(store, source("a", "2020-01-02"), source("b"), source("c", "2019", table=True))
        derive(store)
        found = Tally(reports=2, tables=1, undated=1, oldest="2020-01-02", newest="2020-01-02")
        assert tallied(store) == recounted(store) == found
        assert set(tally_triples(found)) <= set(store.triples(t.DERIVED_GRAPH))


def test_a_store_that_is_not_derived_is_counted() -> None:
    with open_store(None) as store:
        assert tallied(store) == Tally()
        put(store, source("a", "2020-01-02"))
        derive(store)
        put(store, source("b", "2019"))
        assert tallied(store) == Tally(reports=2, oldest="2019", newest="2020-01-02")


def test_what_is_said_of_another_source_does_not_count() -> None:
    _, told = source("b", "2001", table=True)
    with open_store(None) as store:
        put(store, source("a", "2020-01-02"), ("https://example.org/c", told))
        derive(store)
        assert tallied(store) == Tally(reports=1, oldest="2020-01-02", newest="2020-01-02")


CHANGE = st.tuples(st.sampled_from("abc"), st.sampled_from((*DAYS, None)), st.booleans())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CHANGE, min_size=1, max_size=3), min_size=1, max_size=5))
def test_after_any_changes_it_is_as_counted_anew(
    rounds: list[list[tuple[str, str | None, bool]]],
) -> None:
    with open_store(None) as store:
        put(store, source("z", "2020-01-02"))
        derive(store)
        for changes in rounds:
            for name, day, table in changes:
                if day is None:
                    store.remove(source(name)[0])
                else:
                    put(store, source(name, day, table=table))
            derive(store)
            assert tallied(store) == recounted(store)
            assert store.triples(t.DERIVED_GRAPH) == derived(store.statements).triples


class Counting:
    """A store before another that counts what is read of it."""

    def __init__(self, inner: Store) -> None:
        self.inner, self.scanned = inner, 0

    def select(self, query: str, bindings: None = None) -> object:
        return self.inner.select(query, bindings)

    def statements(
        self, predicate: str, target: str | None = None
    ) -> Iterator[tuple[str, str, str]]:
        for one in self.inner.statements(predicate, target):
            self.scanned += 1
            yield one


@contextmanager
def counting(sources: int) -> Iterator[Counting]:
    with open_store(None) as store:
        put(store, *(source(f"n{number}", "2020") for number in range(sources)))
        derive(store)
        yield Counting(store)


@pytest.mark.parametrize("sources", [1, 40])
def test_an_answer_reads_no_source_to_say_how_many_there_are(sources: int) -> None:
    asked = [Found(iri="https://e/1", label="旺苍县", kind="place")]
    with counting(sources) as store:
        found = covered(store, asked, "who-helps", planned=False)  # type: ignore[arg-type]
        assert (found.sources, found.mentioning, store.scanned) == (sources, 0, 0)
        assert recounted(store).reports == sources  # counting anew would read them all
        assert store.scanned >= sources


def test_counting_reads_sources_and_nothing_else_of_what_has_a_class() -> None:
    person = (iri("https://e/p"), iri(t.RDF_TYPE), iri(t.A_PERSON))
    with open_store(None) as store:
        for name in "abc":
            graph, told = source(name, "2020")
            store.put(graph, [*told, person])
        store.put("https://example.org/d", [person])
        every = Counting(store)
        assert recounted(every).reports == 3
        assert every.scanned == 3 + 3  # that they are sources, and of what day


def test_a_day_that_goes_is_looked_up_by_queries(monkeypatch: pytest.MonkeyPatch) -> None:
    scanned = []
    statements = Embedded.statements

    def noted(self: Embedded, predicate: str, target: str | None = None) -> object:
        scanned.append((predicate, target))
        return statements(self, predicate, target)

    with open_store(None) as store:
        put(store, source("a", "2019"), source("b", "2020-01-02"))
        derive(store)
        put(store, source("a", "2024-09-28"))
        monkeypatch.setattr(Embedded, "statements", noted)
        derive(store)
        assert tallied(store) == Tally(reports=2, oldest="2020-01-02", newest="2024-09-28")
        put(store, source("c"))
        assert tallied(store).undated == 1
    assert {(t.DCT_ISSUED, None), (t.RDF_TYPE, iri(t.A_SOURCE))}.isdisjoint(scanned)
