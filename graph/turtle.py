"""Turtle and TriG, grouped by subject and property, in the order of the triples given.

Syntax: https://www.w3.org/TR/turtle/ and https://www.w3.org/TR/trig/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ..ontology.nt import Triple
from ..ontology.terms import CONCEPT, ID, PREFIXES, RDF_TYPE

__all__ = ["shortener", "trig", "turtle"]

# The part of Turtle's local names that needs no escape: ASCII letters, digits, _ and inner hyphens.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_TYPED = re.compile(r'(".*"\^\^)(<[^>]*>)', re.DOTALL)
_TYPE = f"<{RDF_TYPE}>"


def turtle(graphs: Iterable[tuple[str, list[Triple]]]) -> Iterator[str]:
    """All graphs as one, each triple once."""
    yield from _head()
    triples = sorted({triple for _, found in graphs for triple in found})
    yield from _statements(triples, shortener(), "")


def trig(graphs: Iterable[tuple[str, list[Triple]]]) -> Iterator[str]:
    """Every graph in a block of its own."""
    yield from _head()
    short = shortener()
    for graph, triples in graphs:
        yield f"\n{short(f'<{graph}>')} {{\n"
        yield from _statements(triples, short, "  ")
        yield "}\n"


def shortener() -> Callable[[str], str]:
    """A function that writes a term with a prefix where one fits, and remembers what it wrote."""
    known: dict[str, str] = {}
    starts = sorted((f"<{start}", prefix) for prefix, start in _prefixes().items())

    def short(term: str) -> str:
        if not term.startswith("<"):
            typed = _TYPED.fullmatch(term)
            return typed[1] + short(typed[2]) if typed else term
        if term not in known:
            known[term] = next(
                (
                    f"{prefix}:{term[len(start) : -1]}"
                    for start, prefix in starts
                    if term.startswith(start) and _LOCAL.fullmatch(term, len(start), len(term) - 1)
                ),
                term,
            )
        return known[term]

    return short


def _prefixes() -> dict[str, str]:
    kinds = ("source", "place", "school", "institution", "person", "assistance", "evidence")
    return PREFIXES | {kind: f"{ID}{kind}/" for kind in kinds} | {"concept": CONCEPT}


def _head() -> Iterator[str]:
    for prefix, namespace in sorted(_prefixes().items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _statements(triples: list[Triple], short: Callable[[str], str], indent: str) -> Iterator[str]:
    for subject, about in groupby(triples, key=lambda triple: triple[0]):
        lines = []
        for predicate, same in groupby(about, key=lambda triple: triple[1]):
            verb = "a" if predicate == _TYPE else short(predicate)
            lines.append(f"{verb} {', '.join(short(target) for *_, target in same)}")
        body = f" ;\n{indent}    ".join(lines)
        yield f"\n{indent}{short(subject)}\n{indent}    {body} .\n"
