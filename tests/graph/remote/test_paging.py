from __future__ import annotations

import pyoxigraph as ox
import pytest

from bangfu.graph.remote.paging import asks, counted, ordered, page, solutions, unlimited


@pytest.fixture
def store() -> ox.Store:
    made = ox.Store()
    text = "".join(f'<https://e/{n:02d}> <https://e/p> "{n % 3}" .\n' for n in range(23))
    made.load(text.encode(), format=ox.RdfFormat.N_TRIPLES)
    return made


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?o { ?s ?p ?o }",
        "PREFIX e: <https://e/> # why {\nSELECT ?s ?o { ?s e:p ?o } ORDER BY DESC(?o)",
        "SELECT DISTINCT ?o (COUNT(?s) AS ?s) { ?s ?p ?o } GROUP BY ?o",
    ],
)
def test_pages_make_up_the_whole(store: ox.Store, query: str) -> None:
    query = query.replace("AS ?s)", "AS ?n)")
    columns = [one.value for one in store.query(query).variables]
    parts = ordered(query, columns)
    assert parts is not None
    found = [
        tuple(map(str, row))
        for start in range(0, 24, 4)
        for row in store.query(page(parts, columns, 4, start))
    ]
    whole = [tuple(map(str, row)) for row in store.query(query)]
    assert sorted(found) == sorted(whole)
    assert len(found) == len(whole)
    if "ORDER BY" in query:
        assert [row[1] for row in found] == [row[1] for row in whole]
    text = counted(query)
    assert text is not None
    assert next(iter(store.query(text)))[0].value == str(len(whole))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s ?p ?o } LIMIT 5",
        "SELECT ?s FROM <https://e/g> { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o } VALUES ?o { 1 }",
    ],
)
def test_what_cannot_be_paged(query: str) -> None:
    assert ordered(query, ["s"]) is None


def test_solutions_of_a_construct(store: ox.Store) -> None:
    text = solutions("CONSTRUCT { ?s <https://e/q> ?o } WHERE { ?s ?p ?o }")
    assert text is not None
    assert next(iter(store.query(text)))[0].value == "23"
    assert solutions("DESCRIBE <https://e/01>") is None


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ("SELECT ?s { ?s ?p ?o } LIMIT 5", 5),
        ("SELECT ?s { ?s ?p ?o } ORDER BY ?s # LIMIT 3\nlimit 12 ", 12),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 5 } }", None),
        ("SELECT ?s { ?s ?p ?o } LIMIT 5 OFFSET 2", None),
    ],
)
def test_a_limit_at_the_end_is_no_hindrance(query: str, most: int | None) -> None:
    text, found = unlimited(query)
    assert found == most
    assert (ordered(text, ["s"]) is not None) == (most is not None or query.endswith("} }"))


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("ASK {}", True),
        ("PREFIX e: <https://e/>\n# SELECT\nask{ ?s e:p ?o }", True),
        ("SELECT ?ask { ?ask ?p 'ASK {}' }", False),
        ("BASE <https://e/ask> SELECT * { }", False),
    ],
)
def test_an_ask_is_told_from_other_queries(query: str, answer: bool) -> None:
    assert asks(query) is answer


def test_solutions_where_values_stand_inside(store: ox.Store) -> None:
    inside = "WHERE { VALUES ?p { <https://e/p> } ?s ?p ?o }"
    text = solutions(f"CONSTRUCT {{ ?s ?p ?o }} {inside}")
    assert text is not None
    whole = next(iter(store.query(f"SELECT (COUNT(*) AS ?n) {inside}")))[0].value
    assert next(iter(store.query(text)))[0].value == whole
    assert solutions("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } VALUES ?o { 1 }") is None
