from __future__ import annotations

from bangfu.graph.derive import derive
from bangfu.graph.engine import Rows
from bangfu.graph.fill import rows
from bangfu.graph.said import NO_SOURCES, OfStatements
from bangfu.graph.scan import OfQueries, columns, full_rows, held, told
from bangfu.graph.store import Store, open_store
from bangfu.graph.view import Followed
from bangfu.ontology import terms as t
from bangfu.ontology.nt import literal


def queries(store: Store) -> OfQueries:
    found = columns(store)
    assert isinstance(found, OfQueries)
    return found


def test_queries_and_statements_tell_the_same(corpus: Store) -> None:
    derive(corpus)  # whose graph must not be told of
    quick, plain = queries(corpus), OfStatements(corpus.statements)
    for predicate in (t.SKOS_PREF_LABEL, t.ADCODE, t.LOCATED_IN, t.PERSON, t.SINCE, t.STATUS):
        assert set(quick.values(predicate)) == set(plain.values(predicate)) != set()
        assert set(quick.labels(predicate)) == set(plain.labels(predicate))
    for kind in (t.A_PLACE, t.A_SCHOOL, t.A_PERSON):
        assert set(quick.of_kind(kind)) == set(plain.of_kind(kind)) != set()
        assert set(quick.told_in(t.RDF_TYPE, kind)) == set(plain.told_in(t.RDF_TYPE, kind))
    assert set(quick.told_in(t.EVIDENCE)) == set(plain.told_in(t.EVIDENCE)) != set()
    for predicate in (t.DCT_ISSUED, t.SOURCE_CLASS, t.CLEAN_TEXT):
        assert set(quick.own(predicate)) == set(plain.own(predicate)) != set()


def test_graphs_that_are_no_sources_are_passed_over() -> None:
    store = open_store(None)
    thing = ("<https://e/1>", f"<{t.SKOS_PREF_LABEL}>", literal("一", language="zh"))
    for graph in sorted(NO_SOURCES):
        store.replace_graph(graph, [thing])
    assert not list(queries(store).labels(t.SKOS_PREF_LABEL))
    store.put("https://e/s", [thing, ("<https://e/s>", *thing[1:])])
    assert len(list(queries(store).labels(t.SKOS_PREF_LABEL))) == 2
    assert list(queries(store).own(t.SKOS_PREF_LABEL)) == [("https://e/s", "一")]


def test_what_stands_in_many_sources_is_told_once() -> None:
    store = open_store(None)
    place = ("<https://e/1>", f"<{t.RDF_TYPE}>", f"<{t.A_PLACE}>")
    for number in range(3):
        store.put(f"https://e/s{number}", [place])
    assert list(queries(store).of_kind(t.A_PLACE)) == ["https://e/1"]
    assert len(list(queries(store).told_in(t.RDF_TYPE, t.A_PLACE))) == 3


def test_a_store_that_cannot_stream_is_read_by_its_statements(corpus: Store) -> None:
    class Plain:
        statements = staticmethod(corpus.statements)

    found = columns(Plain())  # type: ignore[arg-type]
    assert isinstance(found, OfStatements)
    assert not isinstance(Plain(), Followed)
    assert set(found.of_kind(t.A_SCHOOL)) == set(queries(corpus).of_kind(t.A_SCHOOL))


def test_full_rows_are_the_rows_with_and_without_a_stream(corpus: Store) -> None:
    query = "SELECT ?s ?o { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o } ORDER BY ?s ?o"

    class Plain:
        """A store that answers at once only."""

        def select(self, query: str) -> Rows:
            return corpus.select(query)

    wanted = rows(corpus, query)
    assert len(wanted) > 10
    assert list(full_rows(corpus, query)) == wanted
    assert list(full_rows(Plain(), query)) == wanted  # type: ignore[arg-type]


def test_a_property_is_told_with_what_is_derived_and_with_its_graphs(corpus: Store) -> None:
    class Plain:
        """A store that knows its statements only."""

        statements = staticmethod(corpus.statements)

    derive(corpus)
    plain = Plain()
    for predicate in (t.CANONICAL, t.SKOS_PREF_LABEL, t.TIER):
        found = list(told(corpus, predicate))
        assert len(found) == len(set(found)) > 0
        assert set(found) == set(told(plain, predicate))  # type: ignore[arg-type]
        assert set(held(corpus, predicate)) == set(held(plain, predicate)) != set()  # type: ignore[arg-type]
    people = set(held(corpus, t.RDF_TYPE, t.A_PERSON))
    assert people == set(held(plain, t.RDF_TYPE, t.A_PERSON)) != set()  # type: ignore[arg-type]
    assert {row[2] for row in people} == {t.A_PERSON}


def test_what_several_graphs_tell_is_told_once() -> None:
    store = open_store(None)
    for number in range(3):
        store.put(f"https://e/s{number}", [("<https://e/1>", f"<{t.TITLE}>", '"校长"')])

    class Plain:
        """A store that knows its statements only."""

        statements = staticmethod(store.statements)

    for one in (store, Plain()):
        assert list(told(one, t.TITLE)) == [("https://e/1", "校长")]  # type: ignore[arg-type]
