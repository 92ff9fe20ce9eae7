"""The rows of the question ``bias`` where a store can be read property by property.

The SPARQL of the question says the same and is for every other engine; to find out who tells, it
has to go through all sources several times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from ...ontology import terms as t
from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..filling import REFERENCE
from ..outward import rows_about
from ..scan import full_rows, held, told

__all__ = ["rows"]

_DERIVED: Final = f"GRAPH <{t.DERIVED_GRAPH}>"
_CANONICAL: Final = f"SELECT ?e ?c {{ {_DERIVED} {{ ?e <{t.CANONICAL}> ?c }} }}"
_PROVINCES: Final = f"""SELECT DISTINCT ?region ?label {{
  {_DERIVED} {{ ?region a <{t.A_PROVINCE}> ; <{t.SKOS_PREF_LABEL}> ?label }}
  FILTER(LANG(?label) = "zh") }}"""
_WITHIN: Final = f"""SELECT DISTINCT ?end ?near {{
  VALUES ?end {{ %s }} {_DERIVED} {{ ?end <{t.WITHIN}> ?near }} }}"""
_NAMES: Final = (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL, t.SKOS_HIDDEN_LABEL)
_FORMS: Final = f"""SELECT DISTINCT ?near ?form {{
  VALUES ?near {{ %s }}
  {_DERIVED} {{ ?near {"|".join(f"<{one}>" for one in _NAMES)} ?form }} }}"""
_SIDES: Final = {"helperProvince": t.HELPER, "recipientProvince": t.RECIPIENT}
_TELLERS: Final = {
    (True, True): "bothSides",
    (True, False): "helperSide",
    (False, True): "recipientSide",
    (False, False): "sideUnknown",
}


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """What is counted by, its value, sources, their share and facts: the rows of the SPARQL."""
    kinds = list(told(store, t.SOURCE_CLASS))
    tables = {source for source, kind in kinds if kind == REFERENCE}
    sources = {source for _, source, _ in held(store, t.RDF_TYPE, t.A_SOURCE)}
    reports = sources - tables
    outlets = _several(told(store, t.DCT_PUBLISHER))
    days = _several((source, day[:4]) for source, day in told(store, t.DCT_ISSUED))
    who = _several((row[0], row[1]) for row in full_rows(store, _CANONICAL))
    ends = {
        side: [
            (source, fact, end)
            for source, fact, named in held(store, predicate)
            for end in who.get(named, ())
        ]
        for side, predicate in _SIDES.items()
    }
    every = {row[2] for some in ends.values() for row in some}
    within = _grouped([*_pairs(store, _WITHIN, every), *((one, one) for one in every)])
    found: set[tuple[str, str, int, str]] = set()
    classes = _grouped((kind, source) for source, kind in kinds if source in sources)
    for kind, some in classes.items():
        if kind != REFERENCE:
            found.add(("class", kind.partition("/sourceClass/")[2], len(some), ""))
    for by, values in (("issued", days), ("outlet", outlets)):
        counted = _grouped((one, s) for s in reports for one in values.get(s, ("notSaid",)))
        found.update((by, one, len(some), "") for one, some in counted.items())
    names = _several((row[0], row[1]) for row in full_rows(store, _PROVINCES))
    for side, some_ends in ends.items():
        found |= _provinces(side, some_ends, within, names, tables)
    telling = [
        _telling(store, some_ends, within, {s: outlets[s] for s in sources & outlets.keys()})
        for some_ends in ends.values()
    ]
    tellers = _grouped((_TELLERS[s in telling[0], s in telling[1]], s) for s in reports)
    found.update(("toldBy", one, len(some), "") for one, some in tellers.items())
    return [
        (by, value, str(count), _share(count, len(reports)), facts)
        for by, value, count, facts in sorted(found, key=lambda row: (row[0], -row[2], row[1]))
    ]


def _provinces(
    side: str,
    ends: Iterable[tuple[str, str, str]],
    within: Mapping[str, Collection[str]],
    names: Mapping[str, Collection[str]],
    tables: Collection[str],
) -> set[tuple[str, str, int, str]]:
    """How many sources and facts have an end in each province."""
    told_of: dict[str, set[str]] = defaultdict(set)
    facts: dict[str, set[str]] = defaultdict(set)
    for source, fact, end in ends:
        if source not in tables:
            for region in within[end]:
                for name in names.get(region, ()):
                    told_of[name].add(source)
                    facts[name].add(fact)
    return {(side, name, len(some), str(len(facts[name]))) for name, some in told_of.items()}


def _telling(
    store: Store,
    ends: Iterable[tuple[str, str, str]],
    within: Mapping[str, Collection[str]],
    outlets: Mapping[str, Collection[str]],
) -> set[str]:
    """The sources whose outlet bears the name of a place around an end of what they tell."""
    telling: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source, _, end in ends:
        for outlet in outlets.get(source, ()):
            telling[outlet, end].add(source)
    around = _grouped((near, outlet) for outlet, end in telling for near in within[end])
    forms = _several(_pairs(store, _FORMS, around))
    # names are compared once for an outlet and a place, not once for a source
    bearing = {
        (outlet, near)
        for near, some in around.items()
        for outlet in some
        if any(len(form) > 1 and form in outlet for form in forms.get(near, ()))
    }
    return {
        source
        for (outlet, end), some in telling.items()
        if any((outlet, near) in bearing for near in within[end])
        for source in some
    }


def _pairs(store: Store, query: str, things: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The rows of `query`, of two cells, about `things`."""
    return ((row[0], row[1]) for row in rows_about(store, query, things))


def _several(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Each thing with all that is told of it, in the order told."""
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Each value with the things that have it, each once."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return found


def _share(count: int, whole: int) -> str:
    """Per cent, rounded as SPARQL rounds: the half up; "" of nothing."""
    return str((200 * count + whole) // (2 * whole)) if whole else ""
