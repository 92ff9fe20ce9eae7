"""Syntaxes of RDF → quads, and all that is no RDF in one clear line."""

from __future__ import annotations

import socket

import pytest
import rdflib

from bangfu.loaders.rdf_parse import quads_of
from bangfu.ontology.errors import SourceError

BASE = "http://base.org/x"


def quads(text, form):
    return sorted(quads_of(text.encode(), form, "f", BASE))


def test_the_same_in_every_syntax():
    wanted = [
        ("", "<http://e.org/a>", "<http://e.org/p>", '"一\\n\\"二"@zh'),
        ("", "<http://e.org/a>", "<http://e.org/q>", "<http://e.org/b>"),
        (
            "",
            "<http://e.org/a>",
            "<http://e.org/r>",
            '"007"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ),
        ("", "<http://e.org/a>", "<http://e.org/s>", '"plain"'),
    ]
    lines = (
        '<http://e.org/a> <http://e.org/p> "\\u4e00\\n\\"\\U00004E8C"@zh .\n# a remark\n\n'
        "<http://e.org/a><http://e.org/q><http://e.org/b>.  # another\n"
        '<http://e.org/a> <http://e.org/r> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .\r\n'
        '<http://e.org/a> <http://e.org/s> "plain"^^<http://www.w3.org/2001/XMLSchema#string> .'
    )
    turtle = (
        '@prefix : <http://e.org/> . :a :p "一\\n\\"二"@zh ; :q :b ; '
        ':r "007"^^<http://www.w3.org/2001/XMLSchema#integer> ; :s "plain" .'
    )
    json = (
        '{"@context": {"@vocab": "http://e.org/"}, "@id": "http://e.org/a", "q": {"@id": "http://e.org/b"},'
        '"p": {"@value": "一\\n\\"二", "@language": "zh"}, "s": "plain",'
        '"r": {"@value": "007", "@type": "http://www.w3.org/2001/XMLSchema#integer"}}'
    )
    assert quads(lines, "nt") == quads(lines, "nquads") == wanted
    assert quads(turtle, "turtle") == quads(turtle, "trig") == wanted
    assert quads(json, "json-ld") == wanted


def test_graphs_have_their_names():
    wanted = [("http://e.org/g", "<http://e.org/a>", "<http://e.org/p>", "<http://e.org/b>")]
    assert (
        quads("<http://e.org/a> <http://e.org/p> <http://e.org/b> <http://e.org/g> .", "nquads")
        == wanted
    )
    assert quads("@prefix : <http://e.org/> . :g { :a :p :b }", "trig") == wanted


def test_relative_names_count_from_the_base():
    assert quads("<#a> <http://e.org/p> <b> .", "turtle") == [
        ("", "<http://base.org/x#a>", "<http://e.org/p>", "<http://base.org/b>")
    ]


def test_switch_of_rdflib_is_put_back():
    before = rdflib.NORMALIZE_LITERALS
    quads(
        "@prefix : <http://e.org/> . :a :p '1'^^<http://www.w3.org/2001/XMLSchema#date> .", "turtle"
    )
    with pytest.raises(SourceError):
        quads("@prefix : <http://e.org/> . :a :p", "turtle")
    assert before == rdflib.NORMALIZE_LITERALS


@pytest.mark.parametrize(
    ("text", "form", "key"),
    [
        ("<a> <http://e.org/p> <http://e.org/b> .", "nt", "rdf.syntax"),
        ("<http://e.org/a> <http://e.org/p> <http://e.org/b>", "nt", "rdf.syntax"),
        ("<http://e.org/a> <http://e.org/p> 'b' .", "nt", "rdf.syntax"),
        ('<http://e.org/a> "p" <http://e.org/b> .', "nt", "rdf.syntax"),
        ("<http://e.org/a b> <http://e.org/p> <http://e.org/b> .", "nt", "rdf.syntax"),
        ("<http://e.org/\\u0020> <http://e.org/p> <http://e.org/b> .", "nt", "rdf.syntax"),
        ('<http://e.org/a> <http://e.org/p> "\\uD800" .', "nt", "rdf.syntax"),
        ("@prefix : <http://e.org/> . :a :b", "turtle", "rdf.syntax"),
        ("@prefix : <http://e.org/> . :a :b " + "[" * 3000, "turtle", "rdf.too-deep"),
        ("{", "json-ld", "rdf.syntax"),
        ("[" * 200_000, "json-ld", "rdf.too-deep"),
        ("[" * 150 + "]" * 150, "json-ld", "rdf.too-deep"),
    ],
)
def test_what_is_no_rdf_is_told_in_one_line(text, form, key):
    with pytest.raises(SourceError) as caught:
        quads(text, form)
    assert caught.value.key == key
    assert "\n" not in caught.value.told("en")


@pytest.mark.parametrize(
    "text",
    [
        '{"@context": "https://schema.org", "@type": "Person"}',
        '{"@context": [{"a": "http://a/"}, "http://b/"], "@id": "http://c/"}',
        '{"@context": {"a": {"@id": "http://a/", "@context": "http://b"}}}',
        '{"@context": {"@import": "http://b"}}',
        '{"@id": "http://c/", "http://p/": [{"@context": "http://b"}]}',
        '{"@context": {}, "@context": "b.jsonld"}',
    ],
)
def test_json_ld_never_fetches(text, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(SourceError) as caught:
        quads(text, "json-ld")
    assert caught.value.key == "rdf.remote-context"


def test_text_in_another_encoding_is_refused():
    with pytest.raises(SourceError) as caught:
        quads_of("# 旺苍".encode("gb18030"), "turtle", "f", BASE)
    assert caught.value.key == "rdf.not-utf8"


def test_size_is_bounded(monkeypatch):
    monkeypatch.setattr("bangfu.loaders.rdf_parse.MOST_BYTES_TREE", 10)
    with pytest.raises(SourceError) as caught:
        quads("# eleven bytes", "turtle")
    assert caught.value.key == "rdf.too-large"
