from __future__ import annotations

import pytest

from bangfu.graph.guard import sparql
from bangfu.graph.store import Rows, Store, open_store
from bangfu.ontology.errors import QueryError

TRIPLE = ("<https://e/a>", "<https://e/p>", '"x"')
SERVICE = "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }"


@pytest.fixture
def store() -> Store:
    store = open_store(None)
    store.put("https://e/g", [TRIPLE])
    return store


def refused(store: Store, text: str) -> str:
    with pytest.raises(QueryError) as caught:
        sparql(store, text)
    assert "\n" not in caught.value.told("zh")
    return caught.value.key


def test_the_four_forms_are_answered(store: Store) -> None:
    assert sparql(store, "SELECT ?s WHERE { ?s ?p ?o }") == Rows(("s",), (("<https://e/a>",),))
    assert isinstance(sparql(store, "ASK { ?s ?p ?o }"), Rows)
    assert sparql(store, "CONSTRUCT WHERE { ?s ?p ?o }") == [TRIPLE]
    assert sparql(store, "DESCRIBE <https://e/a>") == [TRIPLE]
    assert sparql(store, "SELECT ?s FROM <https://e/g> WHERE { ?s ?p ?o }").rows  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * WHERE {{ {SERVICE} }}",
        f"SELECT * WHERE {{ OPTIONAL {{ FILTER EXISTS {{ {SERVICE} }} }} }}",
        f"SELECT * WHERE {{ {{ SELECT * WHERE {{ {SERVICE} }} }} }}",
        f"SELECT * WHERE {{ {{}} UNION {{ ?a ?b ?c MINUS {{ {SERVICE} }} }} }}",
        f"SELECT (EXISTS {{ {SERVICE} }} AS ?e) WHERE {{}}",
        f"SELECT * WHERE {{}} ORDER BY (EXISTS {{ {SERVICE} }})",
        f"SELECT (1 AS ?n) WHERE {{ ?a ?b ?c }} GROUP BY ?a HAVING (EXISTS {{ {SERVICE} }})",
        "SELECT * WHERE { SERVICE SILENT ?x { ?s ?p ?o } }",
        "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_service_is_refused_wherever_it_hides(store: Store, text: str) -> None:
    assert refused(store, text) in ("store.service-refused", "store.syntax")


def test_updates_are_refused(store: Store) -> None:
    for text in (
        "INSERT DATA { <https://e/a> <https://e/p> 1 }",
        "PREFIX e: <https://e/> # e\nDELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "DROP ALL",
    ):
        assert refused(store, text) == "store.update-refused"
    assert store.triples("https://e/g") == [TRIPLE]


def test_from_outside_the_store_is_refused(store: Store) -> None:
    for clause in ("FROM <http://127.0.0.1:9/>", "FROM NAMED <http://127.0.0.1:9/>"):
        text = f"SELECT * {clause} WHERE {{ ?s ?p ?o }}"
        assert refused(store, text) == "store.graph-unknown"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("SELECT * WHERE " + "{" * 20_000, "store.query-too-deep"),
        ("SELECT * WHERE { ?s ?p ?o FILTER(" + "(" * 101 + "1", "store.query-too-deep"),
        ("SELECT * WHERE { ?s e\\#" + "{" * 20_000, "store.query-too-deep"),
        ("SELECT * # " + "x" * 100_000, "store.query-too-long"),
        ("SELECT * WHERE { ?s ?p ?o FILTER(" + "!" * 9_000 + "true) }", "store.syntax"),
        ("SELECT * WHERE { ?s nope:p ?o }", "store.query-failed"),
        ("", "store.syntax"),
        ("\ud800", "store.syntax"),
    ],
)
def test_what_would_hurt_the_engine_never_reaches_it(store: Store, text: str, key: str) -> None:
    assert refused(store, text) == key


def test_brackets_in_strings_comments_and_names_do_not_nest(store: Store) -> None:
    many = "(" * 200
    text = f"SELECT ?s WHERE {{ ?s ?p ?o FILTER(?o != '{many}' && ?o != '''{many}''') # {many}\n }}"
    assert sparql(store, text) == Rows(("s",), (("<https://e/a>",),))


def test_a_syntax_error_says_where(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        sparql(store, "SELECT *\nWHERE { ?s ?p }")
    assert caught.value.values["line"] == 2
