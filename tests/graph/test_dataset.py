from __future__ import annotations

import pytest

from bangfu.graph.guard import sparql
from bangfu.graph.store import Rows, Store, open_store
from bangfu.ontology.errors import QueryError


@pytest.fixture
def store() -> Store:
    store = open_store(None)
    for name in ("g", "h"):
        store.put(f"https://e/{name}", [(f"<https://e/{name}1>", "<https://e/p>", '"x"')])
    return store


def subjects(found: object) -> list[str]:
    assert isinstance(found, Rows)
    return sorted(str(row[0]) for row in found.rows)


def test_from_is_obeyed(store: Store) -> None:
    one, two = "<https://e/g1>", "<https://e/h1>"
    assert subjects(sparql(store, "SELECT ?s { ?s ?p ?o }")) == [one, two]
    assert subjects(sparql(store, "SELECT ?s FROM <https://e/g> { ?s ?p ?o }")) == [one]
    both = "SELECT ?s FROM <https://e/g> FROM <https://e/h> { ?s ?p ?o }"
    assert subjects(sparql(store, both)) == [one, two]
    named = "SELECT ?s FROM NAMED <https://e/h> { GRAPH ?g { ?s ?p ?o } }"
    assert subjects(sparql(store, named)) == [two]
    assert subjects(sparql(store, "SELECT ?s FROM NAMED <https://e/h> { ?s ?p ?o }")) == []
    assert sparql(store, "CONSTRUCT FROM <https://e/g> WHERE { ?s ?p ?o }") == [
        ("<https://e/g1>", "<https://e/p>", '"x"')
    ]


def test_a_request_goes_before_from(store: Store) -> None:
    text = "SELECT ?s FROM <https://e/g> { ?s ?p ?o }"
    assert subjects(sparql(store, text, default=["https://e/h"])) == ["<https://e/h1>"]
    with pytest.raises(QueryError) as caught:
        sparql(store, text, named=["https://e/none"])
    assert caught.value.key == "store.graph-unknown"
