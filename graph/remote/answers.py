"""Answers of a server → terms in N-Triples syntax, exactly as the embedded engine prints them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from ...ontology.errors import StoreError
from ...ontology.nt import Triple, literal
from ...ontology.terms import XSD_BOOLEAN, XSD_STRING
from ..engine import Rows
from .engines import Engine

if TYPE_CHECKING:
    import httpx

__all__ = ["GRAPH", "TABLE", "rows_of", "triples_of"]

TABLE: Final = "application/sparql-results+json"
GRAPH: Final = "application/n-triples"
_TABLES: Final = (TABLE, "application/json", "text/json")
_GRAPHS: Final = (GRAPH, "text/plain", "text/ntriples")
_VARIABLE, _SOLUTION, _VALUE = (
    f"<http://www.w3.org/2005/sparql-results#{name}>".encode()
    for name in ("resultVariable", "solution", "value")
)
_TRUTH: Final = {"1": "true", "0": "false"}


def rows_of(answer: httpx.Response, engine: Engine) -> Rows:
    """The rows of an answer in JSON (SPARQL 1.1 Query Results JSON Format), or in N-Triples.

    Raises StoreError for another media type and for what is no such text, or was cut in the middle.
    """
    if engine.rows_as_graph and _type(answer) in _GRAPHS:
        return _rows_in_graph(answer, engine)
    _typed(answer, _TABLES)
    try:
        said = json.loads(answer.content)
        if "boolean" in said:
            truth = "true" if said["boolean"] else "false"
            return Rows(("ask",), ((literal(truth, datatype=XSD_BOOLEAN),),))
        columns = tuple(said["head"]["vars"])
        rows = tuple(
            tuple(_term(row[name], engine) if name in row else None for name in columns)
            for row in said["results"]["bindings"]
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError("remote.garbage", url=_where(answer)) from error
    return Rows(columns, rows)


def _rows_in_graph(answer: httpx.Response, engine: Engine) -> Rows:
    """The rows of an answer told in N-Triples, with the terms of the tests of SPARQL 1.0.

    Each cell is a node of its own, named after its row and column. A text that was cut in a line is
    noticed; one that was cut at the end of a line is not.
    """
    columns: list[str] = []
    nodes: list[bytes] = []
    cells: list[bytes] = []
    count = 0
    try:
        lines = answer.content.rstrip().split(b"\n")
        if not lines[-1].endswith(b" .") and not lines[-1].startswith(b"#"):
            raise ValueError(lines[-1])
        for line in lines:
            node, _, said = line.partition(b" ")
            how, _, cell = said.partition(b" ")
            if how == _VALUE:
                nodes.append(node)
                cells.append(cell.removesuffix(b" ."))
            elif how == _SOLUTION:
                count += 1
            elif how == _VARIABLE:
                columns.append(json.loads(cell.removesuffix(b" .")))
        terms = _terms(set(cells), engine)
        rows: list[list[str | None]] = [[None] * len(columns) for _ in range(count)]
        for node, cell in zip(nodes, cells, strict=True):
            row, column = node[node.rindex(b"r") + 1 :].split(b"c")
            rows[int(row)][int(column)] = terms[cell]
    except (SyntaxError, ValueError, IndexError, TypeError) as error:
        raise StoreError("remote.garbage", url=_where(answer)) from error
    if not columns:
        raise StoreError("remote.garbage", url=_where(answer))
    return Rows(tuple(columns), tuple(map(tuple, rows)))


def _terms(cells: Iterable[bytes], engine: Engine) -> dict[bytes, str]:
    """Each cell as a term; most are IRIs, which need no parsing."""
    plain = {
        cell: cell.decode()
        for cell in cells
        if cell[:1] == b"<" and cell[-1:] == b">" and b"\\" not in cell
    }
    rest = [cell for cell in cells if cell not in plain]
    text = b"".join(b"_:a <x:x> %s .\n" % cell for cell in rest)
    quads = ox.parse(text, format=ox.RdfFormat.N_TRIPLES, lenient=True)
    told = zip(rest, quads, strict=True)
    return plain | {cell: _object(quad, engine) for cell, quad in told}


def triples_of(answer: httpx.Response, engine: Engine) -> set[Triple]:
    """The triples of an answer in N-Triples. Raises StoreError as :func:`rows_of`."""
    _typed(answer, _GRAPHS)
    found: set[Triple] = set()
    try:
        for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES, lenient=True):
            found.add((str(quad.subject), str(quad.predicate), _object(quad, engine)))
    except (SyntaxError, ValueError) as error:
        raise StoreError("remote.garbage", url=_where(answer)) from error
    return found


def _object(quad: ox.Quad, engine: Engine) -> str:
    term = str(quad.object)
    if engine.truth_as_number and isinstance(quad.object, ox.Literal):
        return _literal(quad.object.value, term, quad.object.datatype.value)
    return term


def _term(said: dict[str, Any], engine: Engine) -> str:
    text = said["value"]
    match said["type"]:
        case "uri":
            return f"<{text}>"
        case "bnode":
            return f"_:{text}"
        case "literal" | "typed-literal":
            tag = said.get("xml:lang")
            kind = said.get("datatype")
            if tag:
                return literal(text, language=tag)
            if kind is None or kind == XSD_STRING:
                return literal(text)
            term = literal(text, datatype=kind)
            return _literal(text, term, kind) if engine.truth_as_number else term
        case other:
            raise ValueError(other)


def _literal(text: str, term: str, kind: str) -> str:
    """The term, or the boolean that a server wrote as a number."""
    if kind == XSD_BOOLEAN and text in _TRUTH:
        return literal(_TRUTH[text], datatype=XSD_BOOLEAN)
    return term


def _typed(answer: httpx.Response, wanted: tuple[str, ...]) -> None:
    found = _type(answer)
    if found not in wanted:
        raise StoreError(
            "remote.media-type", url=_where(answer), found=found or "—", wanted=wanted[0]
        )


def _type(answer: httpx.Response) -> str:
    told: str = answer.headers.get("content-type", "")
    return told.partition(";")[0].strip().lower()


def _where(answer: httpx.Response) -> str:
    return str(answer.request.url.copy_with(query=None))
