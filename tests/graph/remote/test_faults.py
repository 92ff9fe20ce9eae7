"""What a server can do to a run: be away, be slow, talk nonsense, cut, refuse, die."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from servers import free_port, oxigraph
from shell import Run, one_line

from bangfu.graph.keep import reading
from bangfu.graph.remote import Address, connected
from bangfu.graph.remote.store import Remote
from bangfu.graph.store import open_store
from bangfu.ontology.errors import BangfuError, QueryError, StoreError
from bangfu.ontology.nt import Triple

TABLE = "application/sparql-results+json"
EMPTY = b'{"head":{"vars":[]},"results":{"bindings":[]}}'
Answer = tuple[int, dict[str, str], bytes]
SOURCE = "https://w3id.org/bangfu/id/source/1"


class Played:
    """A server that answers as it is told, and remembers what it was asked."""

    def __init__(self, answer: Callable[[str, str, str], Answer]) -> None:
        self.asked: list[tuple[str, str, str]] = []
        self.headers: list[str] = []
        self.answer = answer
        self.url = ""


@contextmanager
def playing(answer: Callable[[str, str, str], Answer]) -> Iterator[Played]:
    played = Played(answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _any(self) -> None:
            size = int(self.headers.get("content-length", 0))
            body = self.rfile.read(size).decode("utf-8")
            fields = parse_qs(body)
            said = next((fields[name][0] for name in ("query", "update") if name in fields), body)
            played.asked.append((self.command, self.path.partition("?")[0], said))
            played.headers.append(self.headers.get("authorization", ""))
            status, headers, content = played.answer(self.command, self.path, said)
            self.send_response(status)
            told = {"content-length": str(len(content)), "connection": "close"}
            for name, value in {**told, **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    for method in ("GET", "POST", "PUT", "DELETE"):
        setattr(Handler, f"do_{method}", Handler._any)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    played.url = f"http://127.0.0.1:{server.server_address[1]}/query"
    try:
        yield played
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def table(*rows: dict[str, str]) -> bytes:
    import json

    names = list(rows[0]) if rows else []
    cells = [{k: {"type": "uri", "value": v} for k, v in row.items()} for row in rows]
    return json.dumps({"head": {"vars": names}, "results": {"bindings": cells}}).encode()


def fine(_method: str, _path: str, text: str) -> Answer:
    body = b'{"boolean":false}' if "ASK" in text else EMPTY
    if "COUNT" in text:
        zero = b'{"n":{"type":"literal","value":"0"}}'
        body = b'{"head":{"vars":["n"]},"results":{"bindings":[' + zero + b"]}}"
    return 200, {"content-type": TABLE, "server": "oxigraph/x"}, body


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NETRC", str(tmp_path / "none"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("bangfu.graph.remote.client._PAUSES", (0.01, 0.02))


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ((401, {"www-authenticate": 'Basic realm="x"'}, b""), "remote.not-signed-in"),
        ((403, {}, b"not you"), "remote.forbidden"),
        ((404, {}, b"nothing"), "remote.not-found"),
        ((302, {"location": "https://elsewhere/"}, b""), "remote.moved"),
        ((500, {}, b"oops"), "remote.server-fault"),
        ((503, {}, b"busy"), "remote.server-fault"),
        ((200, {"content-type": "text/html"}, b"<html>hello"), "remote.media-type"),
        ((200, {"content-type": TABLE}, b'{"head":{"vars":["a"]},"resu'), "remote.garbage"),
        ((200, {"content-type": TABLE}, b"[]"), "remote.garbage"),
        ((200, {"content-type": TABLE}, b"\xff\xfe"), "remote.garbage"),
        ((200, {"content-type": TABLE, "content-length": "900"}, b"{"), "remote.broken-off"),
    ],
)
def test_what_a_server_answers_wrongly_is_told_in_one_line(
    run: Run, answer: Answer, key: str
) -> None:
    with playing(lambda *_: answer) as played:
        with pytest.raises(BangfuError) as caught:
            Remote(Address(query=played.url))
        assert caught.value.key == key
        assert played.url in one_line(run("sources", "--store", played.url))


def test_nobody_there_is_told(run: Run) -> None:
    url = f"http://127.0.0.1:{free_port()}/sparql"
    assert url in one_line(run("ask", "who-helps", "甲县", "--store", url))


def test_a_slow_server_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = threading.Event()

    def slow(*asked: str) -> Answer:
        gone.wait(5)
        return fine(*asked)

    monkeypatch.setenv("BANGFU_TIMEOUT", "0.3")
    with playing(slow) as played:
        with pytest.raises(StoreError) as caught:
            Remote(Address(query=played.url))
        gone.set()
    assert caught.value.key == "remote.slow"
    assert len(played.asked) == 1


def test_what_may_be_repeated_is_and_what_may_not_is_not(tmp_path: Path) -> None:
    failing: set[str] = set()

    def flaky(method: str, path: str, text: str) -> Answer:
        kind = f"{method} {path.partition('?')[0]}"
        if kind not in failing:
            failing.add(kind)
            return 503, {}, b"busy"
        return fine(method, path, text)

    triples: list[Triple] = [("<https://e/s>", "<https://e/p>", '"o"')]
    with playing(flaky) as played, Remote(Address(query=played.url), tmp_path) as store:
        store.put(SOURCE, triples)
        kinds = [f"{method} {path}" for method, path, _ in played.asked]
        assert kinds.count("PUT /store") == 2
        with pytest.raises(StoreError) as caught:
            store.amend_graph(SOURCE, triples, ())
        assert caught.value.key == "remote.server-fault"
        assert [method for method, path, _ in played.asked if path == "/update"] == ["POST"]


def _row(number: int) -> dict[str, str]:
    return {"s": f"https://e/{number:03d}"}


def test_a_cut_answer_is_asked_for_in_pages() -> None:
    rows = [_row(number) for number in range(25)]

    def cutting(_method: str, _path: str, text: str) -> Answer:
        told = {"content-type": TABLE, "server": "Virtuoso/7", "x-sparql-maxrows": "10"}
        if "ASK" in text:
            return 200, told, b'{"boolean":true}'
        start = int(text.rpartition("OFFSET")[2]) if "OFFSET" in text else 0
        return 200, told, table(*rows[start : start + 10])

    with playing(cutting) as played, Remote(Address(query=played.url)) as store:
        found = store.select("SELECT ?s WHERE { ?s ?p ?o }")
        assert [row[0] for row in found.rows] == [f"<{row['s']}>" for row in rows]
        few = store.select("SELECT ?s WHERE { ?s ?p ?o } # all\nLIMIT 20")
        assert few.rows == found.rows[:20]
        with pytest.raises(QueryError) as caught:
            store.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 20 OFFSET 1")
        assert caught.value.key == "remote.cut"


def test_a_server_that_cuts_without_a_word_is_found_out() -> None:
    def silent(_method: str, _path: str, text: str) -> Answer:
        told = {"content-type": TABLE}
        if "ASK" in text:
            return 200, told, b'{"boolean":false}'
        if "COUNT" in text:
            cell = {"n": {"type": "literal", "value": "600"}}
            return (
                200,
                told,
                table()
                .replace(
                    b'"bindings": []',
                    b'"bindings": [' + repr(cell).replace("'", '"').encode() + b"]",
                )
                .replace(b'"vars": []', b'"vars": ["n"]'),
            )
        start = int(text.rpartition("OFFSET")[2]) if "OFFSET" in text else 0
        return 200, told, table(*[_row(number) for number in range(start, min(start + 500, 600))])

    with playing(silent) as played, Remote(Address(query=played.url)) as store:
        assert len(store.select("SELECT ?s WHERE { ?s ?p ?o }").rows) == 600


def test_a_default_graph_that_is_no_union_is_refused() -> None:
    def parted(_method: str, _path: str, text: str) -> Answer:
        truth = b'{"boolean":true}' if "NOT EXISTS" in text else b'{"boolean":false}'
        return 200, {"content-type": TABLE}, truth

    with playing(parted) as played, pytest.raises(StoreError) as caught:
        Remote(Address(query=played.url))
    assert caught.value.key == "remote.no-union"


def test_a_password_is_sent_only_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGFU_USER", "u")
    monkeypatch.setenv("BANGFU_PASSWORD", "geheim")
    with playing(fine) as played:
        Remote(Address(query=played.url)).close()
        assert played.headers == [""]
    with playing(lambda *_: (401, {"www-authenticate": 'Basic realm="x"'}, b"")) as played:
        with pytest.raises(StoreError, match="user or password") as caught:
            Remote(Address(query=played.url))
        assert [bool(one) for one in played.headers] == [False, True]
    assert "geheim" not in str(caught.value)


def test_a_server_killed_between_two_sources_loses_none_that_was_told_of(tmp_path: Path) -> None:
    """Killed while sources are put: all that was told of is there, the rest comes with a new run."""
    triples = [
        [(f"<https://e/{n}/{m}>", "<https://e/p>", f'"{n}"') for m in range(200)] for n in range(60)
    ]
    names = [f"https://w3id.org/bangfu/id/source/{n:04d}" for n in range(60)]
    data = tmp_path / "data"
    told: list[int] = []
    with oxigraph(data) as server:
        killer = threading.Timer(0.25, server.process.kill)
        with Remote(Address(query=server.query), tmp_path) as store:

            def writing() -> None:
                killer.start()
                for number in range(60):
                    store.put(names[number], triples[number])
                    told.append(number)
                killer.join()
                store.graphs()

            with pytest.raises(StoreError) as caught:
                writing()
        killer.join()
    assert caught.value.key in ("remote.unreachable", "remote.broken-off")
    with oxigraph(data) as server, Remote(Address(query=server.query), tmp_path) as store:
        for number in told:
            assert store.triples(names[number]) == sorted(triples[number])
        for number in range(60):
            assert store.triples(names[number]) in ([], sorted(triples[number]))
            store.put(names[number], triples[number])
        assert store.graphs() == tuple(names)
    with oxigraph(data) as server:
        folder = connected(server.query, work=tmp_path)
        with reading(folder), open_store(folder, read_only=True) as store:
            assert len(store.graphs()) >= 60
