"""Terms and triples as strings in N-Triples syntax: the form in which triples travel in here.

It is what pyoxigraph prints with ``str(term)``, and it is valid inside SPARQL's INSERT DATA, so a
triple needs no conversion between a record and the store.
Syntax: https://www.w3.org/TR/n-triples/
"""

from __future__ import annotations

import re
from typing import TypeAlias

__all__ = ["Triple", "iri", "lang", "literal", "value"]

Triple: TypeAlias = tuple[str, str, str]
"""Subject, predicate and object, each a term in N-Triples syntax."""

_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
_ESCAPES |= {
    chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F) if chr(code) not in _ESCAPES
}
_TO_ESCAPE = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_UNESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_LITERAL = re.compile(
    r'"(?P<text>.*)"(?:@(?P<lang>[A-Za-z0-9-]+)|\^\^<(?P<type>[^>]*)>)?', re.DOTALL
)
_FORBIDDEN_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def iri(text: str) -> str:
    """An IRI as a term. Raises :class:`ValueError` for characters that no IRI may hold."""
    if _FORBIDDEN_IN_IRI.search(text):
        raise ValueError(f"not an IRI: {text!r}")
    return f"<{text}>"


def literal(text: str, *, language: str | None = None, datatype: str | None = None) -> str:
    """A literal as a term, with a language tag or a datatype IRI, or plain.

    >>> literal("旺苍县", language="zh")
    '"旺苍县"@zh'
    """
    body = f'"{_TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)}"'
    if language is not None:
        return f"{body}@{language}"
    return body if datatype is None else f"{body}^^{iri(datatype)}"


def value(term: str) -> str:
    """The IRI inside ``<…>``, or the text of a literal without quotes, escapes, tag and type.

    >>> value('"2015"^^<http://www.w3.org/2001/XMLSchema#gYear>')
    '2015'
    """
    if term.startswith("<"):
        return term[1:-1]
    if term.endswith(('"', '"@zh')) and "\\" not in term:
        # most literals, and five times as quick
        end = term.rindex('"')
        if end and term.startswith('"'):
            return term[1:end]
    found = _LITERAL.fullmatch(term)
    if found is None:
        raise ValueError(f"not a term: {term!r}")
    return _ESCAPED.sub(_unescape, found["text"])


def lang(term: str) -> str | None:
    """The language tag of a literal, None for everything else."""
    if term.endswith('"@zh'):
        return "zh" if term.startswith('"') else None
    found = _LITERAL.fullmatch(term)
    return found["lang"] if found else None


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _UNESCAPES.get(found[3], found[3])
