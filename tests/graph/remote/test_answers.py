"""Rows as servers tell them: in JSON, or as a graph in N-Triples."""

from __future__ import annotations

import httpx
import pytest

from bangfu.graph.remote.answers import rows_of
from bangfu.graph.remote.engines import ENGINES, engine_of
from bangfu.ontology.errors import StoreError

VIRTUOSO = engine_of("Virtuoso/07.20")
OXIGRAPH = engine_of("oxigraph")
BOOLEAN = "^^<http://www.w3.org/2001/XMLSchema#boolean>"
_R = "http://www.w3.org/2005/sparql-results#"


def told(*cells: tuple[int, int, str], rows: int = 3, names: str = "ab") -> str:
    """What Virtuoso answers, its first line with the mistake that it has."""
    lines = [
        "_:ResultSet2053 rdf:type <http://www.w3.org/1999/02/22-rdf-syntax-ns#res:ResultSet> ."
    ]
    lines += [f'_:ResultSet2053 <{_R}resultVariable> "{name}" .' for name in names]
    for row in range(rows):
        lines += [f"_:ResultSet2053 <{_R}solution> _:ResultSet2053r{row} ."]
        for at, column, cell in cells:
            if at == row:
                node = f"_:ResultSet2053r{row}c{column}"
                lines += [f"_:ResultSet2053r{row} <{_R}binding> {node} ."]
                lines += [f'{node} <{_R}variable> "{names[column]}" .']
                lines += [f"{node} <{_R}value> {cell} ."]
    return "\n".join(lines) + "\n"


def answer(text: str, kind: str = "application/n-triples; charset=UTF-8") -> httpx.Response:
    request = httpx.Request("POST", "https://host/sparql")
    return httpx.Response(200, headers={"content-type": kind}, text=text, request=request)


def test_rows_in_a_graph_are_terms_in_their_places() -> None:
    line = f'"a \\"b\\" .\\n<{_R}value> \\u65FA"@zh'
    text = told(
        (0, 1, "<https://e/x>"), (1, 0, line), (1, 1, "<https://e/x>"), (2, 0, f'"1"{BOOLEAN}')
    )
    found = rows_of(answer(text), VIRTUOSO)
    assert found.columns == ("a", "b")
    assert found.rows == (
        (None, "<https://e/x>"),
        (f'"a \\"b\\" .\\n<{_R}value> 旺"@zh', "<https://e/x>"),
        (f'"true"{BOOLEAN}', None),
    )
    for ending in ("", "\n", "\n# nothing"):
        assert rows_of(answer(told(rows=0) + ending), VIRTUOSO).rows == ()


def test_the_same_in_json_wherever_a_server_prefers_that() -> None:
    text = '{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"uri","value":"urn:x"}}]}}'
    for engine in ENGINES:
        found = rows_of(answer(text, "application/sparql-results+json"), engine)
        assert (found.columns, found.rows) == (("a",), (("<urn:x>",),))


TWO = told((0, 0, "<https://www.e/x>"), (1, 0, "<https://www.e/y>"), names="a")
# in an IRI, after a dot in it, in a predicate, after a dot in that, in a subject, before the end
CUT = ("<https://www.e/y", "<https://www.", "sparql-results#va", "<http://www.", "_:Res", "/y> ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>busy</html>",
        told((0, 0, '"cut')),
        told((0, 7, "<https://e/x>"), names="abcdefgh").replace('"h" .', '"h'),
        told((2, 0, "<https://e/x>")).replace("solution> _:ResultSet2053r2 .", "x> _:y ."),
        *(TWO[: TWO.rindex(part) + len(part)] for part in CUT),
    ],
)
def test_what_is_no_answer_is_told(text: str) -> None:
    with pytest.raises(StoreError) as caught:
        rows_of(answer(text), VIRTUOSO)
    assert caught.value.key == "remote.garbage"


def test_of_other_servers_a_graph_is_no_table() -> None:
    with pytest.raises(StoreError) as caught:
        rows_of(answer(told()), OXIGRAPH)
    assert caught.value.key == "remote.media-type"
