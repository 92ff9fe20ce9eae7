"""Triples as the text of an update, and terms as the engine's own: only whole terms get through."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from operator import itemgetter
from typing import Final

import pyoxigraph as ox

from ..ontology.errors import StoreError
from ..ontology.nt import Triple, value
from .journal import STAMP

__all__ = ["amendment", "change", "differences", "lines", "named", "replacement", "term"]

_IRI = r'<[^\x00-\x20<>"{}|^`\\]+>'
_STRING = r'"(?:[^"\\\n\r]++|\\[tbnrf"\'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+"'
_LITERAL = rf"{_STRING}(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^{_IRI})?"
_TRIPLE = re.compile(rf"{_IRI} {_IRI} (?:{_IRI}|{_LITERAL})")
_IRIS = re.compile(rf"(?:{_IRI}\n)*+")
_LITERALS = re.compile(rf"(?:{_LITERAL}\n)*+")
_AT_ONCE: Final = 2000
"""Triples whose terms are looked at together: few enough to stay near the processor."""
_PART: Final = 50_000
"""Triples of a derived graph in one update: all at once would need a gigabyte for a million."""
_TYPED = re.compile(r'".*"(?:@(?P<lang>[A-Za-z0-9-]+)|\^\^<(?P<type>[^>]*)>)', re.DOTALL)


def named(graph: str, where: str) -> str:
    """The name of a graph as a term. Raises :class:`StoreError` for what is none."""
    name = f"<{graph}>"
    if re.fullmatch(_IRI, name) is None:
        raise StoreError("store.bad-triple", path=where, reason=graph)
    return name


def lines(triples: Iterable[Triple], where: str) -> str:
    """`triples` as text of an update; nothing but whole terms gets in, whoever made them."""
    told = [*triples]
    for first in range(0, len(told), _AT_ONCE):
        part = told[first : first + _AT_ONCE]
        if not _whole(part):
            for line in map(" ".join, part):
                if _TRIPLE.fullmatch(line) is None:
                    raise StoreError("store.bad-triple", path=where, reason=line[:200])
    return " .\n".join(map(" ".join, told))


def _whole(triples: list[Triple]) -> bool:
    """Whether all these are whole terms: each looked at once, a third of the time of each triple.

    No term holds the end of a line, so as many lines as terms are one term a line.
    """
    targets = {*map(itemgetter(2), triples)}
    literals = {one for one in targets if one.startswith('"')}
    iris = {*map(itemgetter(0), triples), *map(itemgetter(1), triples), *(targets - literals)}
    for terms, pattern in ((iris, _IRIS), (literals, _LITERALS)):
        text = "\n".join([*terms, ""])
        if pattern.fullmatch(text) is None or text.count("\n") != len(terms):
            return False
    return True


def replacement(graph: str, triples: Iterable[Triple], where: str) -> str:
    """The update that makes `triples` all that `graph` holds."""
    name = named(graph, where)
    text = lines(triples, where)
    return f"DROP SILENT GRAPH {name} ;\nINSERT DATA {{ GRAPH {name} {{\n{text}\n}} }}"


def change(graph: str, known: set[Triple], wanted: set[Triple], where: str) -> str:
    """The update that makes `wanted` of what is `known` in `graph`: where most stays, the rest.

    Taking a source out and putting it in again costs as much as it is long, however little is new.
    """
    gone = known - wanted
    if len(gone) * 2 < len(known):
        # what others wrote may be more than whole terms, and cannot be named then
        with suppress(StoreError):
            return amendment(named(graph, where), gone, wanted - known, where)
    return replacement(graph, sorted(wanted), where)


def amendment(name: str, removed: Collection[Triple], added: Collection[Triple], where: str) -> str:
    """The update that takes `removed` from the graph `name`, a term, and puts `added` into it."""
    return " ;\n".join(
        f"{verb} DATA {{ GRAPH {name} {{\n{lines(sorted(changed), where)}\n}} }}"
        for verb, changed in (("DELETE", removed), ("INSERT", added))
        if changed
    )


def differences(name: str, known: set[Triple], wanted: set[Triple], where: str) -> Iterator[str]:
    """The updates that make `wanted` of `known` in the graph `name`, a term, in parts.

    The stamp says that all the rest is there, so it goes first and comes last.
    """
    gone, fresh = known - wanted, wanted - known
    if gone - {STAMP} or fresh - {STAMP}:
        gone, fresh = gone | (known & {STAMP}), fresh | (wanted & {STAMP})
    stamps = gone & {STAMP}, fresh & {STAMP}
    if stamps[0]:
        yield amendment(name, stamps[0], (), where)
    for changed, removes in ((gone, True), (fresh, False)):
        ordered = sorted(changed - {STAMP})
        for first in range(0, len(ordered), _PART):
            part = ordered[first : first + _PART]
            yield amendment(name, part if removes else (), () if removes else part, where)
    if stamps[1]:
        yield amendment(name, (), stamps[1], where)


def term(text: str) -> ox.NamedNode | ox.Literal:
    """A term in N-Triples syntax as the engine's own; :class:`ValueError` for anything else."""
    if text.startswith("<"):
        return ox.NamedNode(value(text))
    found = _TYPED.fullmatch(text)
    if found is None:
        return ox.Literal(value(text))
    if found["lang"]:
        return ox.Literal(value(text), language=found["lang"])
    return ox.Literal(value(text), datatype=ox.NamedNode(found["type"]))
