"""Answers of a server → terms in N-Triples syntax, exactly as the embedded engine prints them."""

from __future__ import annotations

import json
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
_TRUTH: Final = {"1": "true", "0": "false"}


def rows_of(answer: httpx.Response, engine: Engine) -> Rows:
    """The rows of an answer in JSON (SPARQL 1.1 Query Results JSON Format).

    Raises StoreError for another media type and for what is no such text, or was cut in the middle.
    """
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


def triples_of(answer: httpx.Response, engine: Engine) -> set[Triple]:
    """The triples of an answer in N-Triples. Raises StoreError as :func:`rows_of`."""
    _typed(answer, _GRAPHS)
    found: set[Triple] = set()
    try:
        for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES, lenient=True):
            target = str(quad.object)
            if engine.truth_as_number and isinstance(quad.object, ox.Literal):
                target = _literal(quad.object.value, target, quad.object.datatype.value)
            found.add((str(quad.subject), str(quad.predicate), target))
    except (SyntaxError, ValueError) as error:
        raise StoreError("remote.garbage", url=_where(answer)) from error
    return found


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
    found = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if found not in wanted:
        raise StoreError(
            "remote.media-type", url=_where(answer), found=found or "—", wanted=wanted[0]
        )


def _where(answer: httpx.Response) -> str:
    return str(answer.request.url.copy_with(query=None))
