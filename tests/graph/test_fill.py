from __future__ import annotations

import pytest

from bangfu.graph.fill import boolean, fill, rows, text_of
from bangfu.graph.store import Store
from bangfu.ontology.nt import literal


def test_only_variables_are_replaced() -> None:
    query = "# ?x\nSELECT ?y { ?x <http://e/#?x> \"?x\" ; ?p ?xs . FILTER(?x != '?x') $x }"
    assert fill(query, {"x": "<http://e/1>"}) == (
        '# ?x\nSELECT ?y { <http://e/1> <http://e/#?x> "?x" ; ?p ?xs . '
        "FILTER(<http://e/1> != '?x') <http://e/1> }"
    )


def test_a_line_counts_only_if_its_term_is_asked_for() -> None:
    query = (
        'SELECT ?x {\n  FILTER(?x > ?day) # if day\n  BIND("0" AS ?y) # unless day\n'
        "  ?s ?p ?x # if only a remark\n  ?x ?q ?s # if other\n}\n"
    )
    rest = "  ?s ?p ?x # if only a remark\n  ?x ?q ?s # if other\n}\n"
    asked = fill(query, {"day": literal("2021")})
    assert asked == 'SELECT ?x {\n  FILTER(?x > "2021")\n' + rest
    assert fill(query, {"day": literal("")}) == 'SELECT ?x {\n  BIND("0" AS ?y)\n' + rest
    assert fill(query, {}) == query


def test_a_long_line_is_filled() -> None:
    line = " ".join(f"<https://e/#{number}>" for number in range(20_000))
    assert fill(f"SELECT * {{ VALUES ?x {{ {line} }} ?x ?p ?y }}", {"y": "<http://e/>"}).endswith(
        "?x ?p <http://e/> }"
    )


@pytest.mark.parametrize(
    "term",
    [
        "旺苍县",
        '"a" } DROP ALL #"',
        '"a\n"',
        "<http://e/ x>",
        "<http://e/> <http://e/>",
        "?y",
        "",
        '"a"@',
        "true",
    ],
)
def test_what_is_no_term_is_refused(term: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        fill("SELECT * { ?s ?p ?x }", {"x": term})


@pytest.mark.parametrize("text", ['"', "\\", '\\"', "a\nb\r", "'", "} DROP ALL #", "𠮷\u0000"])
def test_any_text_is_safe_as_a_literal(corpus: Store, text: str) -> None:
    assert rows(corpus, "SELECT (?x AS ?y) {}", x=literal(text)) == [(text,)]


def test_cells_are_plain_text() -> None:
    assert text_of('"2015"^^<http://www.w3.org/2001/XMLSchema#gYear>') == "2015"
    assert text_of("<http://e/1>") == "http://e/1"
    assert text_of(None) == ""
    assert text_of(boolean(True)) == "true"
