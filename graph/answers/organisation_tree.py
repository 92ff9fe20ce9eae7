"""The rows of the question ``organisation-tree``: whom the parts of an organisation help."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from ...ontology.messages import Lang
from ...ontology.nt import iri, literal
from ...ontology.terms import BF, DERIVED_GRAPH, SKOS
from ..asked import Asked
from ..engine import Store
from ..fill import rows as told_by
from ..outward import Rules, links_of
from .cells import facts_cell, named

__all__ = ["rows"]

_PARTS: Final = f"""PREFIX bf: <{BF}> SELECT DISTINCT ?e ?over WHERE {{
  VALUES ?over {{ %s }} GRAPH <{DERIVED_GRAPH}> {{ ?e bf:partOfOrganization ?over }} }}"""
_NAMED: Final = f"""PREFIX skos: <{SKOS}> SELECT DISTINCT ?e ?name WHERE {{
  GRAPH <{DERIVED_GRAPH}> {{ ?e skos:prefLabel ?name }}
  FILTER(STRSTARTS(STR(?name), ?stem) && LANG(?name) = "zh") }}"""
_TOP: Final = re.compile(r"(?:中央委员会|全国委员会|中央|总部|总会|集团(?:有限)?公司|教育集团)$")


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Depth, organisation, what it is part of, why, recipient, number of facts, and facts.

    Part of an organisation is what a source calls so (``stated``), and what bears its name
    (``byName``: 中国民主同盟天津市委员会 under 中国民主同盟中央委员会). A part that, as far as is
    known, helps nobody has one row without a recipient.
    """
    root = asked.found[0]
    above = dict(_tree(store, root.iri))
    depth = {root.iri: 0}
    rim = [root.iri]
    while rim:
        rim = [one for one, over in sorted(above.items()) if over in rim and one not in depth]
        depth |= {one: depth[above[one]] + 1 for one in rim}
    how = dict.fromkeys(depth, "stated")
    for one in _bearing(store, root.label):
        if one not in depth:
            depth[one], above[one], how[one] = 1, root.iri, "byName"
    rules = Rules(
        planned=asked.options["planned"] == "true",
        reference=asked.options["reference"] == "true",
        places=False,
        kinds=frozenset(("assistance",)),
    )
    helped: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for link in links_of(store, depth, rules):
        if link.source in depth:
            helped[link.source][link.target].add(link.fact)
    label = named(store, {*depth, *(end for some in helped.values() for end in some)})
    told = []
    for one in depth:
        mine = helped.get(one) or {"": set()}
        for recipient, facts in mine.items():
            told.append(
                (
                    str(depth[one]),
                    label[one],
                    label[above[one]] if one in above else "",
                    how[one] if one != root.iri else "",
                    label[recipient],
                    str(len(facts)),
                    facts_cell(facts),
                )
            )
    return sorted(told, key=lambda row: (int(row[0]), *row[1:]))


def _tree(store: Store, root: str) -> Iterator[tuple[str, str]]:
    """(part, what it is directly part of) of all that is below `root`, by a source's word."""
    seen = {root}
    rim = [root]
    while rim:
        below = told_by(store, _PARTS % " ".join(map(iri, rim)))
        rim = sorted({part for part, _ in below} - seen)
        seen |= set(rim)
        yield from ((part, over) for part, over in sorted(below, reverse=True) if part in rim)


def _bearing(store: Store, name: str) -> list[str]:
    """The bodies whose names begin as that of the head of an organisation does."""
    stem = _TOP.sub("", name)
    if stem == name or len(stem) < 4:
        return []
    found = told_by(store, _NAMED, stem=literal(stem))
    return sorted({one for one, _ in found if "/institution/" in one})
