"""Every thing that can be looked for, with what it can be narrowed down by."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from ...ontology import terms as t
from ...ontology.nt import value
from ..engine import Store
from ..labels import pinyin_keys
from ..spelling import folded
from ..wholefile import keep_if_possible

__all__ = ["FACETS", "Entry", "Index", "indexed", "kept_index"]

FACETS: Final = ("kind", "province", "programme", "year")
_KINDS: Final = ("place", "school", "institution", "person", "programme", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thing: all its names folded for the search, its values for each facet, its weight."""

    iri: str
    label: str
    kind: str
    level: str
    around: str
    names: tuple[str, ...]
    facets: Mapping[str, frozenset[str]]
    weight: int


@dataclass(frozen=True, slots=True)
class Index:
    """All entries, the weightiest first, and the only IRI of each name that has only one."""

    entries: tuple[Entry, ...]
    known: Mapping[str, str]

    def find(self, text: str, chosen: Mapping[str, str]) -> list[Entry]:
        """The entries with `text` in a name (or in pinyin), narrowed down to `chosen`."""
        wanted = folded(text)
        latin = wanted.isascii() and bool(wanted)
        found: list[tuple[int, int, Entry]] = []
        for place, entry in enumerate(self.entries):
            if any(word not in entry.facets.get(facet, ()) for facet, word in chosen.items()):
                continue
            rank = _rank(entry, wanted, latin)
            if rank is not None:
                found.append((rank, place, entry))
        return [entry for _, _, entry in sorted(found, key=lambda one: one[:2])]

    def counts(self, entries: Iterable[Entry]) -> dict[str, list[tuple[str, int]]]:
        """Facet → its values in `entries` with how many have them, the most first."""
        counted: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
        for entry in entries:
            for facet, values in entry.facets.items():
                counted[facet].update(values)
        return {
            facet: sorted(found.items(), key=lambda one: (-one[1], one[0]))
            for facet, found in counted.items()
        } | {"year": sorted(counted["year"].items(), reverse=True)}


def _rank(entry: Entry, wanted: str, latin: bool) -> int | None:
    if not wanted:
        return 0
    for name in entry.names:
        if name == wanted:
            return 0
    for name in entry.names:
        if name.startswith(wanted):
            return 1
    for name in entry.names:
        if wanted in name:
            return 2
    if latin:
        wanted = wanted.lower()
        keys = _keys(entry.label, entry.kind).split()
        if any(key.startswith(wanted) for key in keys):
            return 3
        if len(wanted) >= 4 and any(wanted in key for key in keys):
            return 4
    return None


@lru_cache(maxsize=200_000)
def _keys(label: str, kind: str) -> str:
    return pinyin_keys(label, polyphonic=kind in ("place", "person"))


def kept_index(store: Store, file: Path) -> Index:
    """The index of a store that is kept in `file`; made and written if it is not there yet."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        made = indexed(store)
        # a full disk costs time, not the answer
        keep_if_possible(file, json.dumps([_told(one) for one in made.entries]))
        return made
    return _index([_entry(one) for one in told])


def _told(one: Entry) -> dict[str, Any]:
    facets = {facet: sorted(words) for facet, words in one.facets.items()}
    return {**{part.name: getattr(one, part.name) for part in fields(one)}, "facets": facets}


def _entry(told: dict[str, Any]) -> Entry:
    facets = {facet: frozenset(words) for facet, words in told["facets"].items()}
    return Entry(**{**told, "names": tuple(told["names"]), "facets": facets})


def indexed(store: Store) -> Index:
    """The index of a store: made once, since a reader sees the store as it was opened."""
    from ..relations import relations, things  # with pyarrow, which takes long to import

    known = things(store)
    programmes: dict[str, set[str]] = {}
    years: dict[str, set[str]] = {}
    weight: Counter[str] = Counter()
    for one in relations(store, ("assistance", "secondment", "posting")):
        for end in {one.source, one.target, one.person, one.programme} - {""}:
            thing = known.get(end)
            for each in {end, *(thing.within if thing else ())}:
                weight[each] += 1
                if one.programme and one.programme in known:
                    programmes.setdefault(each, set()).add(known[one.programme].label)
                for day in (one.since, one.until):
                    if day:
                        years.setdefault(each, set()).add(day[:4])
    aliases: dict[str, set[str]] = {}
    for graph, subject, name in store.statements(t.SKOS_ALT_LABEL):
        if graph == t.DERIVED_GRAPH:
            aliases.setdefault(subject[1:-1], set()).add(value(name))
    entries = []
    for iri, thing in known.items():
        if thing.kind not in _KINDS:
            continue
        around = [known[place] for place in thing.within if place in known]
        provinces = {one.label for one in around if one.level == "province"}
        if thing.level == "province":
            provinces.add(thing.label)
        near = sorted((one for one in around), key=lambda one: (len(one.within), one.label))
        names = {thing.label, *aliases.get(iri, ())}
        facets = {
            "kind": frozenset({thing.kind}),
            "province": frozenset(provinces),
            "programme": frozenset(programmes.get(iri, ())),
            "year": frozenset(years.get(iri, ())),
        }
        entries.append(
            Entry(
                iri=iri,
                label=thing.label,
                kind=thing.kind,
                level=thing.level or "",
                around=" · ".join(one.label for one in near),
                names=tuple(sorted({folded(name) for name in names} | {thing.adcode or iri})),
                facets=facets,
                weight=weight[iri],
            )
        )
    entries.sort(key=lambda one: (-one.weight, one.label, one.iri))
    return _index(entries)


def _index(entries: list[Entry]) -> Index:
    owners: dict[str, set[str]] = {}
    for entry in entries:
        owners.setdefault(entry.label, set()).add(entry.iri)
    alone = {label: min(iris) for label, iris in owners.items() if len(iris) == 1}
    return Index(tuple(entries), alone)
