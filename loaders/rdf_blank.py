"""Blank nodes → IRIs made from content: what a node says and who points at it, never its label.

Colours are refined until they no longer split, as in the canonical forms of RDF
(https://www.w3.org/TR/rdf-canon/). Nodes that end with one colour say the same of the same things
and become one. Where such nodes hang together in a ring this could say more than the file does, so
that is refused.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import Final

from ..ontology.errors import SourceError
from .rdf_parse import Quad

__all__ = ["BLANK", "named"]

BLANK: Final = "urn:bangfu:blank:"
"""What the IRI of a node that had none begins with."""
MOST_ROUNDS: Final = 200
"""A chain of so many equal blank nodes is no document that anybody wrote."""


def named(quads: list[Quad], where: object) -> list[Quad]:
    """`quads` with an IRI for each blank node. Raises :class:`SourceError` for rings of equals."""
    about: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for graph, subject, predicate, target in quads:
        for place, node in (("s", subject), ("o", target), ("g", graph)):
            if node.startswith("_:"):
                about[node].append((place, graph, predicate, target if place == "s" else subject))
    if not about:
        return quads
    colours = _refined(about, where)
    _refuse_rings(quads, colours, where)
    names = {node: f"{BLANK}{colour[:16]}" for node, colour in colours.items()}

    def term(node: str) -> str:
        return f"<{names[node]}>" if node in names else node

    return list(
        dict.fromkeys(
            (names.get(graph, graph), term(subject), predicate, term(target))
            for graph, subject, predicate, target in quads
        )
    )


def _refined(about: dict[str, list[tuple[str, str, str, str]]], where: object) -> dict[str, str]:
    colours = dict.fromkeys(about, "")
    count = 1
    for _ in range(MOST_ROUNDS):
        colours = {
            node: _digest(
                colours[node],
                *sorted(
                    "\x1f".join((place, _shown(graph, colours), predicate, _shown(other, colours)))
                    for place, graph, predicate, other in edges
                ),
            )
            for node, edges in about.items()
        }
        before, count = count, len(set(colours.values()))
        if count in (before, len(colours)):
            return colours
    raise SourceError("rdf.blank-ring", path=where)


def _shown(node: str, colours: dict[str, str]) -> str:
    return f"_:{colours[node]}" if node in colours else node


def _digest(*parts: str) -> str:
    return sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _refuse_rings(quads: list[Quad], colours: dict[str, str], where: object) -> None:
    """Equal nodes are told apart by nothing only where they hang together as a tree."""
    over: dict[str, str] = {node: node for node in colours}

    def top(node: str) -> str:
        while over[node] != node:
            over[node] = over[over[node]]
            node = over[node]
        return node

    rings: set[str] = set()
    links = sorted({(s, p, o) for _, s, p, o in quads if s in colours and o in colours})
    for subject, _, target in links:
        one, two = top(subject), top(target)
        if one == two:
            rings.add(subject)
        else:
            over[two] = one
    tops = {top(node) for node in rings}
    seen: set[tuple[str, str]] = set()
    for node in sorted(colours):
        group = (top(node), colours[node])
        if group[0] in tops and group in seen:
            raise SourceError("rdf.blank-ring", path=where)
        seen.add(group)
