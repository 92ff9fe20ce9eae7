"""Parameters into SPARQL texts as terms, and answers out as plain strings.

Engines differ in what their own parameter binding reaches (pyoxigraph's wants each variable in the
outermost projection), so a parameter is a variable of the text that is replaced by one complete
term. The text given to a user is then the very text that was run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..ontology import nt
from .engine import Store

__all__ = ["boolean", "fill", "rows", "text_of"]

# What is passed over (an IRI, a string, a comment), and a variable.
_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\s]*>
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | \#[^\n]*
      | [?$](?P<variable>[A-Za-z_][A-Za-z0-9_]*)""",
    re.VERBOSE,
)
# A line that counts only if something is asked for, or only if it is not.
_CONDITION = re.compile(r"^(?P<line>.*?) +# (?P<how>if|unless) (?P<name>[a-z_]+)\n", re.MULTILINE)
_LITERAL = re.compile(r'"(?:[^"\\\n\r]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^<>"{}|^`\\\s]*>)?')

_NOTHING = nt.literal("")


def fill(query: str, terms: Mapping[str, str]) -> str:
    """`query` with each variable named in `terms` replaced by its term, in N-Triples syntax.

    Variables inside strings, IRIs and comments are left alone. A line that ends in ``# if name`` is
    left out where that term is the empty text, one in ``# unless name`` where it is anything else:
    what nobody asked for then takes no time. Raises :class:`ValueError` for
    anything that is not one whole IRI or literal: no other text can enter a query.

    >>> fill("SELECT ?r { ?r bf:within ?place }", {"place": "<https://example.org/p>"})
    'SELECT ?r { ?r bf:within <https://example.org/p> }'
    """
    for term in terms.values():
        if term.startswith("<"):
            nt.iri(nt.value(term))
        elif _LITERAL.fullmatch(term) is None:
            raise ValueError(f"not a term: {term!r}")

    def kept(found: re.Match[str]) -> str:
        if found["name"] not in terms:
            return found[0]
        given = terms[found["name"]] != _NOTHING
        return f"{found['line']}\n" if given == (found["how"] == "if") else ""

    def put(found: re.Match[str]) -> str:
        name = found["variable"]
        return terms.get(name, found[0]) if name else found[0]

    return _TOKEN.sub(put, _CONDITION.sub(kept, query))


def rows(store: Store, query: str, **terms: str) -> list[tuple[str, ...]]:
    """The rows of `query` with `terms` filled in; each cell as text, "" where nothing is bound."""
    found = store.select(fill(query, terms))
    return [tuple(text_of(cell) for cell in row) for row in found.rows]


def text_of(cell: str | None) -> str:
    """The text of a term in N-Triples syntax: the IRI itself, a literal without its type."""
    return nt.value(cell) if cell else ""


def boolean(value: bool) -> str:
    """`value` as a term."""
    kind = "http://www.w3.org/2001/XMLSchema#boolean"
    return nt.literal("true" if value else "false", datatype=kind)
