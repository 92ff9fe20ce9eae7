"""What a server that cuts its answers holds is fetched whole, or refused."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from bangfu.graph.remote import asking
from bangfu.graph.remote.address import Address
from bangfu.graph.remote.asking import Asking
from bangfu.ontology.errors import QueryError, StoreError

_JSON = "application/sparql-results+json"
_ALL = "WHERE { GRAPH <urn:g> { ?s ?p ?o } }"


class Cutting:
    """Virtuoso with `held` triples, which gives no more than `limit` of anything, and says so."""

    def __init__(self, held: int, limit: int) -> None:
        self.held, self.limit = held, limit
        self.asked: list[str] = []

    def query(self, url: str, text: str, accept: str, fields: Mapping[str, str]) -> httpx.Response:
        self.asked.append(text)
        low = int(found[1]) if (found := re.search(r"OFFSET (\d+)", text)) else 0
        some = range(low, min(low + self.limit, self.held))
        told = {"server": "Virtuoso/07", "x-sparql-maxrows": str(self.limit)}
        if "CONSTRUCT" in text:
            body = "".join(f'<urn:s{n}> <urn:p> "{n}" .\n' for n in some)
            return self._answer(url, {**told, "content-type": "text/plain"}, body)
        names, rows = ["s", "p", "o"], []
        for n in some:
            cells = {"s": f"urn:s{n}", "p": "urn:p", "o": f"urn:o{n}"}
            rows.append({name: {"type": "uri", "value": value} for name, value in cells.items()})
        if "COUNT" in text:
            names, rows = ["n"], [{"n": {"type": "literal", "value": str(self.held)}}]
        body = json.dumps({"head": {"vars": names}, "results": {"bindings": rows}})
        if "ASK" in text:
            body = '{"boolean": false}'
        return self._answer(url, {**told, "content-type": _JSON}, body)

    def _answer(self, url: str, headers: Mapping[str, str], body: str) -> httpx.Response:
        request = httpx.Request("POST", url)
        return httpx.Response(200, headers=headers, text=body, request=request)

    def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize(("held", "limit"), [(250, 100), (900, 499), (900, 500), (40, 10_000)])
def test_a_graph_is_fetched_whole_however_soon_it_is_cut(
    held: int, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Cutting(held, limit)
    monkeypatch.setattr(asking, "Client", lambda _: server)
    assert len(Asking(Address(query="http://127.0.0.1/sparql")).whole(_ALL)) == held


def test_pages_make_the_whole_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Cutting(950, 200)
    monkeypatch.setattr(asking, "Client", lambda _: server)
    store = Asking(Address(query="http://127.0.0.1/sparql"))
    found = store.pages("?s ?p ?o", _ALL)
    assert found is not None
    assert len(found) == 950
    assert sum("OFFSET" in text for text in server.asked) == 4  # the first page came of itself
    assert sorted(store.each("?s ?p ?o", _ALL)) == sorted(found)

    class Wandering(Cutting):
        """Gives the first page over and over: without an order a server may give any."""

        def query(self, url: str, text: str, accept: str, fields: Mapping[str, str]) -> Any:
            return super().query(url, re.sub(r"OFFSET \d+", "OFFSET 0", text), accept, fields)

    monkeypatch.setattr(asking, "Client", lambda _: Wandering(950, 200))
    store = Asking(Address(query="http://127.0.0.1/sparql"))
    assert store.pages("?s ?p ?o", _ALL) is None
    with pytest.raises(StoreError) as caught:
        list(store.each("?s ?p ?o", _ALL))
    assert caught.value.key == "remote.unsteady"


def test_only_the_page_after_the_next_is_on_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Cutting(2000, 200)
    monkeypatch.setattr(asking, "Client", lambda _: server)
    coming = Asking(Address(query="http://127.0.0.1/sparql")).each("?s ?p ?o", _ALL)
    for _ in range(201):
        next(coming)
    assert sum("OFFSET" in text for text in server.asked) <= 3
    assert len({*coming}) == 2000 - 201


def test_what_is_short_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Cutting(40, 10_000)
    monkeypatch.setattr(asking, "Client", lambda _: server)
    store = Asking(Address(query="http://127.0.0.1/sparql"))
    store.whole(_ALL)
    before = len(server.asked)
    store.whole(_ALL)
    assert len(server.asked) == before + 1


def test_a_construct_that_would_be_cut_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "Client", lambda _: Cutting(250, 100))
    store = Asking(Address(query="http://127.0.0.1/sparql"))
    with pytest.raises(QueryError) as caught:
        store.construct(f"CONSTRUCT {{ ?s ?p ?o }} {_ALL}")
    assert caught.value.key == "remote.cut"
