"""Queries from outside: what may reach the engine, and what is refused before it does.

The engine goes out to the network for SERVICE and ends with a segmentation fault on some thousand
nested brackets (both seen with pyoxigraph 0.5.13), so a query is bounded and parsed here first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, cast

from ..ontology.errors import QueryError
from ..ontology.nt import Triple
from .engine import Rows, Store

__all__ = ["MAX_BYTES", "MAX_DEPTH", "guarded", "sparql"]

MAX_BYTES: Final = 100_000
MAX_DEPTH: Final = 100

# Strings, IRIs, comments and escaped characters hold brackets that nest nothing.
_TOKEN = re.compile(
    r'\\.|"""(?:[^"\\]|\\.|"(?!""))*+"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*+\'\'\''
    r'|"(?:[^"\\\n\r]|\\.)*+"|\'(?:[^\'\\\n\r]|\\.)*+\''
    r'|<[^\x00-\x20<>"{}|^`\\]*+>|#[^\n\r]*+|[{}()\[\]]',
    re.DOTALL,
)
# Prologue and comments before the verb that says what kind of request this is.
_VERB = re.compile(
    r"(?:\s|#[^\n\r]*+|PREFIX\s+[^\s<]*\s*<[^>]*+>|BASE\s*<[^>]*+>)*+([A-Za-z]+)", re.IGNORECASE
)
_UPDATES: Final = (
    "INSERT",
    "DELETE",
    "LOAD",
    "CLEAR",
    "DROP",
    "CREATE",
    "ADD",
    "MOVE",
    "COPY",
    "WITH",
)


def sparql(store: Store, text: str) -> Rows | list[Triple]:
    """The answer to a query that somebody typed: rows of a SELECT or ASK, triples of the others.

    Raises :class:`QueryError` for syntax errors (with line and column), updates, SERVICE, FROM
    outside the store, and for queries that are too long or nested too deep.
    """
    form, named = guarded(text)
    unknown = sorted(named - set(store.graphs())) if named else []
    if unknown:
        raise QueryError("store.graph-unknown", graph=unknown[0])
    return store.construct(text) if form in ("Construct", "Describe") else store.select(text)


@lru_cache(maxsize=256)
def guarded(text: str) -> tuple[str, frozenset[str]]:
    """The form of a harmless query (Select, Ask, Construct, Describe) and the graphs it names FROM.

    Raises :class:`QueryError` as :func:`sparql` does.
    """
    _bounded(text)
    verb = _VERB.match(text)
    if verb and verb[1].upper() in _UPDATES:
        raise QueryError("store.update-refused", verb=verb[1].upper())
    return _parsed(text)


def _bounded(text: str) -> None:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise QueryError("store.query-too-long", size=size, limit=MAX_BYTES)
    depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in "{([":
            depth += 1
        elif token[0] in "})]":
            depth -= 1
        if depth > MAX_DEPTH:
            raise QueryError("store.query-too-deep", limit=MAX_DEPTH)


def _parsed(text: str) -> tuple[str, frozenset[str]]:
    # rdflib takes long to import; the named questions never come here
    from pyparsing import ParseException
    from rdflib.plugins.sparql.algebra import translateQuery, traverse
    from rdflib.plugins.sparql.parser import parseQuery
    from rdflib.plugins.sparql.parserutils import CompValue

    services: list[object] = []

    def visit(node: Any) -> None:
        if isinstance(node, CompValue) and node.name == "ServiceGraphPattern":
            services.append(node)

    try:
        tree = parseQuery(text)
        traverse(tree, visitPost=visit)
        algebra = translateQuery(tree).algebra
    except ParseException as error:
        near = " ".join(error.line[max(error.column - 1, 0) :].split())[:40] or "…"
        near = near.encode("utf-8", "backslashreplace").decode("utf-8")
        raise QueryError(
            "store.syntax", line=error.lineno, column=error.column, reason=near
        ) from error
    except RecursionError as error:
        raise QueryError("store.query-too-deep", limit=MAX_DEPTH) from error
    except Exception as error:  # rdflib raises bare Exception for an unknown prefix and the like
        reason = " ".join(str(error).split())[:200]
        raise QueryError("store.query-failed", reason=reason) from error
    if services:
        raise QueryError("store.service-refused")
    clauses = cast("Any", algebra).datasetClause or ()
    named = frozenset(str(part.default or part.named) for part in clauses)
    return str(algebra.name).removesuffix("Query"), named
