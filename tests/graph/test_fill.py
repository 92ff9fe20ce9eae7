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
