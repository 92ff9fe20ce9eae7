"""What is known to be missing: places of the lists that no source tells of any help for."""

from __future__ import annotations

from collections import defaultdict

from ..ontology.messages import Lang, say
from ..ontology.terms import DERIVED_GRAPH, PREFIXES
from .extras import LANGS
from .fill import rows
from .store import Store

__all__ = ["gaps"]

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("bf", "skos"))
_LISTED = f"""{_PREFIXES}SELECT DISTINCT ?list ?name ?p ?label WHERE {{
  ?list a bf:TargetList ; skos:prefLabel ?name ; bf:target ?t .
  ?t bf:targetPlace ?p0 . ?p0 bf:canonical ?p .
  GRAPH <{DERIVED_GRAPH}> {{ ?p skos:prefLabel ?label }} }}"""
_HELPED = f"""{_PREFIXES}SELECT DISTINCT ?p WHERE {{
  GRAPH <{DERIVED_GRAPH}> {{ ?x bf:helps ?e }} GRAPH <{DERIVED_GRAPH}> {{ ?e bf:within? ?p }} }}"""
_NAMED = 12


def gaps(store: Store) -> tuple[dict[Lang, str], ...]:
    """A line for each list of targets of which places are missing, in both languages."""
    listed: dict[tuple[str, str], set[str]] = defaultdict(set)
    total: dict[tuple[str, str], set[str]] = defaultdict(set)
    told = rows(store, _LISTED)
    helped = {place for (place,) in rows(store, _HELPED)} if told else set()
    for target, name, place, label in told:
        total[name, target].add(place)
        if place not in helped:
            listed[name, target].add(label)
    found = []
    for key in sorted(listed):
        names = sorted(listed[key])
        shown = names[:_NAMED]
        found.append(
            {
                lang: say(
                    "page.gap-list" if len(names) <= _NAMED else "page.gap-list-more",
                    lang,
                    name=key[0],
                    total=len(total[key]),
                    count=len(names),
                    places=("、" if lang == "zh" else ", ").join(shown),
                )
                for lang in LANGS
            }
        )
    return tuple(found)
