"""RDF in its syntaxes → quads of terms in N-Triples syntax, bounded, and never from the network.

N-Triples and N-Quads are read here line by line, as they come in millions and keep every literal
as it is written; rdflib reads the rest. https://www.w3.org/TR/n-quads/
"""

from __future__ import annotations

import json
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

from ..ontology.errors import SourceError
from ..ontology.nt import literal, value
from ..ontology.terms import XSD_STRING

if TYPE_CHECKING:
    from rdflib.term import Node

__all__ = ["FORMATS", "Quad", "quads_of"]

Quad: TypeAlias = tuple[str, str, str, str]
"""Graph (plain IRI, "" for the default graph), subject, predicate, object (terms).

A blank node is written ``_:label``.
"""

FORMATS: Final = {
    ".jsonld": "json-ld",
    ".nq": "nquads",
    ".nt": "nt",
    ".trig": "trig",
    ".ttl": "turtle",
}
"""Ending of a file → syntax, as rdflib names it."""

MOST_BYTES: Final = 500_000_000
MOST_BYTES_TREE: Final = 50_000_000
"""Of a syntax that rdflib reads: it takes 35 µs and 1.6 kB a triple."""
DEEPEST: Final = 100
"""Nesting of JSON-LD; real documents stay below ten."""

_IRI = r'<([^\x00-\x20<>"{}|^`\\]*(?:\\u[0-9A-Fa-f]{4}[^\x00-\x20<>"{}|^`\\]*)*)>'
_LABEL = r"_:[0-9A-Za-z_\u00b7-\U0010ffff](?:[\w.:\u00b7-]*[\w:\u00b7-])?"
_LITERAL = r'"((?:[^"\\\n\r]++|\\.)*+)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^' + _IRI + ")?"
_BAD_SYNTAX = re.compile(r"Bad syntax \((.+?)\) at \^ in:")
"""What rdflib says of Turtle around the one thing that helps: what it expected."""
_SUBJECT = rf"(?:{_IRI}|({_LABEL}))"
_LINE = re.compile(
    rf"\s*{_SUBJECT}\s*{_IRI}\s*(?:{_IRI}|({_LABEL})|{_LITERAL})\s*(?:{_SUBJECT}\s*)?\.\s*(?:#.*)?"
)
_ABSOLUTE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*')


def quads_of(data: bytes, form: str, where: object, base: str) -> list[Quad]:
    """The statements of `data` in the syntax `form`, each once, in no promised order.

    `base` is what relative IRIs count from, `where` names the file in errors. Raises
    :class:`SourceError` for what is too large, cannot be read, or would have to be fetched.
    """
    limit = MOST_BYTES if form in ("nt", "nquads") else MOST_BYTES_TREE
    if len(data) > limit:
        raise SourceError("rdf.too-large", path=where, size=len(data), limit=limit)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError("rdf.not-utf8", path=where, at=error.start) from None
    if form in ("nt", "nquads"):
        return list(dict.fromkeys(_lines(text, where)))
    if form == "json-ld":
        text = _local(text, where)
    return _by_rdflib(text, form, where, base)


def _lines(text: str, where: object) -> Iterator[Quad]:
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        found = _LINE.fullmatch(bare)
        if found is None:
            raise SourceError("rdf.syntax", path=where, line=number, reason=bare[:80])
        s, s_blank, p, o, o_blank, words, tag, kind, g, g_blank = found.groups()
        try:
            if words is not None:
                target = _literal(value(f'"{words}"'), tag, kind and _plain(kind))
            else:
                target = o_blank or _iri(o)
            graph = g_blank or ("" if g is None else _plain(g))
            yield graph, s_blank or _iri(s), _iri(p), target
        except ValueError as error:
            raise SourceError("rdf.syntax", path=where, line=number, reason=error) from None


def _by_rdflib(text: str, form: str, where: object, base: str) -> list[Quad]:
    import rdflib

    dataset = rdflib.Dataset()
    default = dataset.default_graph.identifier
    try:
        with _as_written():
            dataset.parse(data=text, format=form, publicID=base)
    except RecursionError:
        raise SourceError("rdf.too-deep", path=where) from None
    except Exception as error:  # the parsers of rdflib raise whatever comes to hand
        line = getattr(error, "lines", None)
        told = " ".join(str(error).split())
        bad = _BAD_SYNTAX.search(told)
        reason = (bad[1] if bad else told)[:160] or type(error).__name__
        at = line + 1 if isinstance(line, int) else "?"
        raise SourceError("rdf.syntax", path=where, line=at, reason=reason) from None
    found: dict[Quad, None] = {}
    for subject, predicate, target, graph in dataset.quads((None, None, None, None)):
        name = "" if graph is None or graph == default else str(graph)
        try:
            terms = (_term(subject), _term(predicate), _term(target))
        except ValueError as error:
            raise SourceError("rdf.syntax", path=where, line="?", reason=error) from None
        found[(name, *terms)] = None
    return list(found)


@contextmanager
def _as_written() -> Iterator[None]:
    """Literals stay as written, and those of impossible value are no matter for a log: shapes tell.

    rdflib has one switch for the whole process; it is put back.
    """
    import rdflib

    log, before = logging.getLogger("rdflib.term"), rdflib.NORMALIZE_LITERALS
    muted = log.disabled
    rdflib.NORMALIZE_LITERALS, log.disabled = False, True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its parsers call names that it has deprecated itself
            yield
    finally:
        rdflib.NORMALIZE_LITERALS, log.disabled = before, muted


def _term(node: Node) -> str:
    import rdflib

    if isinstance(node, rdflib.BNode):
        return f"_:{node}"
    if isinstance(node, rdflib.Literal):
        return _literal(
            str(node), node.language, None if node.datatype is None else str(node.datatype)
        )
    return _iri(str(node))


def _literal(text: str, tag: str | None, kind: str | None) -> str:
    if kind is not None and _ABSOLUTE.fullmatch(kind) is None:
        raise ValueError(f"not an absolute IRI: {kind[:80]}")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ValueError("half a character (surrogate)")
    return literal(text, language=tag, datatype=None if tag or kind == XSD_STRING else kind)


def _iri(text: str) -> str:
    return f"<{_plain(text)}>"


def _plain(text: str) -> str:
    r"""An absolute IRI with its ``\u`` escapes resolved."""
    text = value(f'"{text}"') if "\\" in text else text
    if _ABSOLUTE.fullmatch(text) is None:
        raise ValueError(f"not an absolute IRI: {text[:80]}")
    return text


def _local(text: str, where: object) -> str:
    """The JSON-LD `text`, once it is sure that nothing in it would have to be fetched."""
    try:
        document = json.loads(text)
    except RecursionError:
        raise SourceError("rdf.too-deep", path=where) from None
    except ValueError as error:
        line = getattr(error, "lineno", "?")
        raise SourceError("rdf.syntax", path=where, line=line, reason=error) from None
    todo: list[tuple[object, int, bool]] = [(document, 0, False)]
    while todo:
        item, depth, is_context = todo.pop()
        if depth > DEEPEST:
            raise SourceError("rdf.too-deep", path=where)
        if isinstance(item, list):
            todo.extend((part, depth + 1, is_context) for part in item)
        elif isinstance(item, dict):
            if "@import" in item:
                raise SourceError("rdf.remote-context", path=where, address=item["@import"])
            todo.extend((part, depth + 1, key == "@context") for key, part in item.items())
        elif is_context and isinstance(item, str):
            raise SourceError("rdf.remote-context", path=where, address=item)
    # Written anew: a key told twice would otherwise be read by two parsers in two ways
    return json.dumps(document, ensure_ascii=False)
