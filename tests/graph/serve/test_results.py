from __future__ import annotations

import json
from xml.etree import ElementTree

from bangfu.graph.engine import Rows
from bangfu.graph.serve.results import graph_in, rows_in

NUMBER = '"-5"^^<http://www.w3.org/2001/XMLSchema#integer>'
FOUND = Rows(
    ("a", "b"),
    (
        ('"=1+1"', NUMBER),
        ('"旺\\t<&>\\u0001\\n\\"苍"@zh', None),
        ("_:x", "<https://e/a?b=1&c=2>"),
    ),
)


def test_terms_keep_their_kind_in_json_and_xml() -> None:
    rows = json.loads(rows_in("srj", FOUND, ask=False))["results"]["bindings"]
    assert rows[0]["b"] == {"type": "literal", "value": "-5", "datatype": NUMBER[7:-1]}
    assert rows[1] == {"a": {"type": "literal", "value": '旺\t<&>\x01\n"苍', "xml:lang": "zh"}}
    assert rows[2]["a"]["type"] == "bnode"
    tree = ElementTree.fromstring(rows_in("srx", FOUND, ask=False))
    texts = [one.text for one in tree.iter("{http://www.w3.org/2005/sparql-results#}literal")]
    assert texts == ["=1+1", "-5", '旺\t<&>\ufffd\n"苍']


def test_a_spreadsheet_runs_nothing_and_numbers_stay_numbers() -> None:
    lines = rows_in("csv", FOUND, ask=False).decode().split("\r\n")
    assert lines[:2] == ["a,b", "'=1+1,-5"]
    assert rows_in("tsv", FOUND, ask=False).decode().splitlines()[1] == '"=1+1"\t-5'


def test_yes_and_no() -> None:
    yes = Rows(("ask",), (('"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',),))
    assert json.loads(rows_in("srj", yes, ask=True)) == {"head": {}, "boolean": True}
    assert b"<boolean>true</boolean>" in rows_in("srx", yes, ask=True)


def test_graphs_with_nameless_nodes() -> None:
    triples = [("_:a", "<https://e/p>", '"x"@zh')]
    for form in ("ttl", "nt", "jsonld", "rdf"):
        assert b"x" in graph_in(form, triples)
