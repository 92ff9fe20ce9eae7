"""What changed between two stores, told by kind of change: sources, who is who, facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..ontology.nt import value
from ..ontology.terms import SHA256
from .compared import compared, details
from .engine import Store
from .store import sources
from .told import Told, canonical_of, ends_of, key_of, names_of, told
from .wording import what

__all__ = ["KINDS", "Change", "differences"]

KINDS: Final = (
    "source-added",
    "source-removed",
    "source-replaced",
    "merged",
    "split",
    "fact-added",
    "fact-removed",
    "fact-changed",
)
"""The kinds of change, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Change:
    """One change: its kind by number in :data:`KINDS`, what it is about, and both states.

    `source` is the address of the source that says it, `fact` holds the IRIs of facts.
    """

    order: int
    what: str
    before: str = ""
    after: str = ""
    source: str = ""
    fact: str = ""

    @property
    def kind(self) -> str:
        """The kind of change, one of :data:`KINDS`."""
        return KINDS[self.order]


def differences(before: Store, after: Store) -> list[Change]:
    """All that is different in `after`, in the order of :data:`KINDS`.

    A fact is the same as long as its source says the same of it; it has changed where the source
    still tells of the same ends and something else about them is new.
    """
    old, new = told(before), told(after)
    names = _names(before, old) | _names(after, new)
    where = _addresses(before) | _addresses(after)
    found = [*_sources(before, after), *_identities(before, after)]
    gone = {iri: one for iri, one in old.items() if iri not in new}
    come = {iri: one for iri, one in new.items() if iri not in old}
    was, now = canonical_of(before, None), canonical_of(after, None)
    same = _renamed(was, now)

    def moved(end: str) -> str:
        return same.get(end, end)

    def key(one: Told) -> tuple[str, ...]:
        known = key_of(one, old if one.iri in old else new)
        return (one.source, *(moved(part) for part in known)) if known else ()

    for one in compared(gone, come, (key,), moved):
        a = gone[one.before[0]] if one.before else None
        b = come[one.after[0]] if one.after else None
        shown = b or a
        assert shown is not None
        kind = "fact-changed" if a and b else "fact-added" if b else "fact-removed"
        about = new if b else old
        found.append(
            Change(
                order=KINDS.index(kind),
                what=what(shown, about, names),
                before=_said(a, one.fields, names),
                after=_said(b, one.fields, names),
                source=where.get(shown.source, shown.source),
                fact=" ".join((*one.before, *one.after)),
            )
        )
    return sorted(found)


def _sources(before: Store, after: Store) -> list[Change]:
    old = {row.iri: row for row in sources(before)}
    new = {row.iri: row for row in sources(after)}
    was, now = _digests(before), _digests(after)
    found = []
    for iri in {*old, *new}:
        row = new.get(iri) or old[iri]
        title = " ".join(part for part in (row.title, row.issued) if part)
        if iri not in old or iri not in new:
            kind = "source-added" if iri in new else "source-removed"
        elif was.get(iri) != now.get(iri):
            kind = "source-replaced"
        else:
            continue
        found.append(Change(order=KINDS.index(kind), what=title or row.address, source=row.address))
    return found


def _digests(store: Store) -> dict[str, str]:
    return {graph: value(term) for graph, _, term in sorted(store.statements(SHA256))}


def _identities(before: Store, after: Store) -> list[Change]:
    """Things that were several and are one now, and the other way round."""
    was, now = canonical_of(before, None), canonical_of(after, None)
    shared = was.keys() & now.keys()
    found: list[Change] = []
    for kind, one, other, store in (("merged", now, was, before), ("split", was, now, after)):
        groups: dict[str, set[str]] = defaultdict(set)
        for entity in shared:
            groups[one[entity]].add(other[entity])
        parts = {whole: some for whole, some in groups.items() if len(some) > 1}
        names = names_of(store, {part for some in parts.values() for part in some})
        for whole, some in parts.items():
            told_apart = "；".join(sorted(_named(part, names) for part in some))
            single = names_of(after if kind == "merged" else before, [whole]).get(whole, whole)
            found.append(
                Change(
                    order=KINDS.index(kind),
                    what=single,
                    before=told_apart if kind == "merged" else single,
                    after=single if kind == "merged" else told_apart,
                )
            )
    return found


def _named(thing: str, names: Mapping[str, str]) -> str:
    short = "/".join(thing.rsplit("/", 2)[1:])
    return f"{names.get(thing, '')} {short}".strip()


def _renamed(was: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Canonical IRI before → after, where the same entities stand behind it."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in was.keys() & now.keys():
        found[was[entity]].add(now[entity])
    return {old: min(new) for old, new in found.items() if len(new) == 1}


def _names(store: Store, facts: Mapping[str, Told]) -> dict[str, str]:
    return names_of(store, ends_of(facts.values()))


def _addresses(store: Store) -> dict[str, str]:
    return {row.iri: row.address for row in sources(store)}


def _said(one: Told | None, fields: tuple[str, ...], names: Mapping[str, str]) -> str:
    if one is None:
        return ""
    wanted = fields or ("modality", "since", "until", "value", "min", "max", "unit", "measure")
    return " ".join(
        f"{field}={text}" for field, text in details(one, wanted, names).items() if text
    )
