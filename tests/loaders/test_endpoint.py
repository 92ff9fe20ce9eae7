"""A SPARQL endpoint as source, against a server of the test's own on the loopback."""

from __future__ import annotations

import gzip
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from bangfu.loaders.endpoint import fetch
from bangfu.ontology.errors import SourceError
from bangfu.ontology.identity import source_iri
from bangfu.ontology.quads import reading_from

pytest.importorskip("httpx")

QUERY = "PREFIX s: <https://schema.org/> # a remark\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
SCHEMA = "https://schema.org/"
ANSWER = f"""\
<http://e.org/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{SCHEMA}School> .
<http://e.org/s> <{SCHEMA}name> "旺苍县东河中学"@zh .
<http://e.org/s> <{SCHEMA}funder> <http://e.org/f> .
<http://e.org/f> <{SCHEMA}name> "某某教育基金会"@zh .
""".encode()


@contextmanager
def server(answer):
    """A server whose POST is `answer(handler, form)`; gives its URL and the forms it was sent."""
    forms = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            size = int(self.headers["Content-Length"])
            forms.append((dict(self.headers), parse_qs(self.rfile.read(size).decode())))
            answer(self)

        def log_message(self, *_):
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    running.block_on_close = False
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/sparql", forms
    finally:
        running.shutdown()
        thread.join()
        running.server_close()


def sends(body, kind="application/n-triples", status=200, length=None, **heads):
    def answer(handler):
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        for name, text in heads.items():
            handler.send_header(name.replace("_", "-"), text)
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


def refused(url, key, query=QUERY, **more):
    with pytest.raises(SourceError) as caught:
        fetch(url, query, **more)
    assert caught.value.key == key
    assert "\n" not in caught.value.told("zh")
    return caught.value


def test_answer_is_a_source_of_its_own():
    with server(sends(ANSWER)) as (url, forms):
        found = fetch(url, QUERY, mapping=Path("schema.org"))
        again = fetch(url, QUERY, mapping=Path("schema.org"))
    (graph,) = found.graphs
    assert graph == again.graphs[0]
    assert graph.address.startswith(f"{url}#query-")
    assert graph.iri == source_iri(graph.address)
    (fact,) = reading_from(graph.triples).facts
    assert (fact.helper.name, fact.recipient.name) == ("某某教育基金会", "旺苍县东河中学")
    heads, form = forms[0]
    assert form == {"query": [QUERY]}
    assert heads["Accept"].startswith("application/n-triples")
    assert heads["Content-Type"] == "application/x-www-form-urlencoded"


def test_two_queries_are_two_sources():
    with server(sends(ANSWER)) as (url, _):
        one = fetch(url, QUERY, mapping=Path("schema.org"))
        two = fetch(url, QUERY + " LIMIT 9", mapping=Path("schema.org"))
    assert one.graphs[0].iri != two.graphs[0].iri


def test_packed_answer_and_turtle_are_read():
    with server(sends(gzip.compress(ANSWER), Content_Encoding="gzip")) as (url, _):
        assert fetch(url, QUERY, mapping=Path("schema.org")).graphs[0].facts == 1
    with server(sends(ANSWER, "text/turtle; charset=utf-8")) as (url, _):
        assert fetch(url, QUERY, mapping=Path("schema.org")).graphs[0].facts == 1


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (sends(b"boom <b>no</b>\n", status=500), "endpoint.refused"),
        (sends(b"", status=404), "endpoint.refused"),
        (sends(b"<html>", "text/html"), "endpoint.not-rdf"),
        (sends(b"{}", "application/sparql-results+json"), "endpoint.not-rdf"),
        (sends(ANSWER, length=len(ANSWER) + 50), "endpoint.broken-off"),
        (sends(ANSWER, Content_Encoding="gzip"), "endpoint.garbled"),
        (sends(b"this is no RDF\n"), "rdf.syntax"),
        (sends(b"\xff\xfe\x00"), "rdf.not-utf8"),
        (sends(b""), "endpoint.nothing"),
        (sends(ANSWER, X_SPARQL_MaxRows="4"), "endpoint.cut"),
    ],
    ids=["500", "404", "html", "json", "short", "garbled", "garbage", "bytes", "empty", "cut"],
)
def test_what_is_no_whole_answer_is_refused_in_one_line(answer, key):
    with server(answer) as (url, _):
        refused(url, key)


def test_what_another_vocabulary_says_needs_a_mapping():
    with server(sends(ANSWER)) as (url, _):
        assert "schema.org" in refused(url, "rdf.nothing").told("en")


def test_large_answer_is_stopped_also_when_packed():
    with server(sends(ANSWER * 100)) as (url, _):
        refused(url, "endpoint.too-large", limit=1000)
    bomb = gzip.compress(b" " * 20_000_000)
    with server(sends(bomb, Content_Encoding="gzip")) as (url, _):
        refused(url, "endpoint.too-large", limit=1_000_000)


@pytest.mark.parametrize("part", ["head", "body", "nothing"])
def test_slow_server_is_left_in_time(part):
    stop = threading.Event()

    def drip(handler):
        if part == "body":
            handler.send_response(200)
            handler.send_header("Content-Type", "application/n-triples")
            handler.send_header("Content-Length", "100000")
            handler.end_headers()
        elif part == "head":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: ")
        while not stop.wait(0.1):
            if part != "nothing":
                try:
                    handler.wfile.write(b"#")
                except OSError:
                    break
        handler.close_connection = True

    with server(drip) as (url, _):
        begun = time.monotonic()
        refused(url, "endpoint.slow", timeout=0.5)
        assert time.monotonic() - begun < 20, "by itself it goes on for hours"
        stop.set()


def test_redirects_are_followed_a_few_times():
    def once(handler):
        if handler.path == "/sparql":
            sends(b"", status=307, Location="/there")(handler)
        else:
            sends(ANSWER)(handler)

    with server(once) as (url, forms):
        found = fetch(url, QUERY, mapping=Path("schema.org"))
        assert found.graphs[0].facts == 1
        assert [form for _, form in forms] == [{"query": [QUERY]}] * 2
    with server(sends(b"", status=302, Location="/sparql")) as (url, forms):
        refused(url, "endpoint.redirects")
        assert len(forms) == 4
    with server(sends(b"", status=302, Location="file:///etc/passwd")) as (url, _):
        refused(url, "endpoint.downgraded")


@pytest.mark.parametrize(
    ("url", "query", "key"),
    [
        ("ftp://e.org/x", QUERY, "endpoint.not-url"),
        ("file:///etc/passwd", QUERY, "endpoint.not-url"),
        ("http://me:secret@e.org/x", QUERY, "endpoint.password"),
        ("http://127.0.0.1:9/x", "SELECT * { ?s ?p ?o }", "endpoint.not-construct"),
        ("http://127.0.0.1:9/x", "# CONSTRUCT\nINSERT DATA { }", "endpoint.not-construct"),
        ("http://127.0.0.1:9/x", "", "endpoint.not-construct"),
        ("http://127.0.0.1:9/x", "CONSTRUCT" + " " * 200_000, "endpoint.long-query"),
        ("http://127.0.0.1:9/x", QUERY, "endpoint.unreachable"),
    ],
)
def test_what_cannot_be_asked_is_refused(url, query, key):
    assert "secret" not in refused(url, key, query, timeout=5).told("en")
