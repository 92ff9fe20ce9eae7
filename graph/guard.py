"""Queries from outside: what may reach the engine, and what is refused before it does.

The engine goes out to the network for SERVICE and ends with a segmentation fault on some thousand
nested brackets (both seen with pyoxigraph 0.5.13), so a query is bounded and parsed here first.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, cast

from ..ontology.errors import QueryError
from ..ontology.nt import Triple
from .dataset import over
from .engine import Rows, Store

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Checked", "guarded", "sparql"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A harmless query: its form (Select, Ask, Construct, Describe) and the graphs it is over.

    `default` and `named` are the graphs of its FROM and FROM NAMED; both are empty for a query
    over all that the store holds. `open_ended` is a SELECT to which a LIMIT can be added.
    """

    form: str
    open_ended: bool = False
    default: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


def sparql(
    store: Store,
    text: str,
    *,
    default: Collection[str] = (),
    named: Collection[str] = (),
    most: int | None = None,
) -> Rows | list[Triple]:
    """The answer to a query that somebody typed: rows of a SELECT or ASK, triples of the others.

    `default` and `named` are the graphs that a request names beside the query; they go before
    what its FROM says, as the SPARQL 1.1 Protocol wants it. Of a SELECT without a LIMIT of its own
    the engine makes no more than `most` rows and one. Raises :class:`QueryError` for syntax
    errors (with line and column), updates, SERVICE, graphs outside the store, and for queries that
    are too long or nested too deep.
    """
    checked = guarded(text)
    if default or named:
        checked = replace(checked, default=frozenset(default), named=frozenset(named))
    if most is not None and checked.open_ended:
        text = f"{text}\nLIMIT {most + 1}"  # on a line of its own: the last one may be a comment
    graphs = checked.default | checked.named
    describes = checked.form in ("Construct", "Describe")
    if not graphs:
        return store.construct(text) if describes else store.select(text)
    unknown = sorted(graphs - set(store.graphs()))
    if unknown:
        raise QueryError("store.graph-unknown", graph=unknown[0])
    return over(store, text, checked.default, checked.named)


@lru_cache(maxsize=256)
def guarded(text: str) -> Checked:
    """What a query is, if it is harmless. Raises :class:`QueryError` as :func:`sparql` does."""
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


def _parsed(text: str) -> Checked:
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
    asked = cast("Any", tree[1])
    limit = asked.limitoffset.limit if asked.limitoffset else None
    form = str(algebra.name).removesuffix("Query")
    return Checked(
        form=form,
        # nothing may follow the VALUES at the end of a query
        open_ended=form == "Select" and limit is None and not asked.valuesClause,
        default=frozenset(str(part.default) for part in clauses if part.default),
        named=frozenset(str(part.named) for part in clauses if part.named),
    )
