"""A person taken out, for good: out of the store, its copies, and the files beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.errors import QueryError, StoreError
from ..ontology.nt import value
from .audit import FILE_NAME as AUDIT
from .audit import Entry, audit
from .corrections import FILE_NAME as CORRECTIONS
from .engine import Store
from .erasing import erase, files_owed, owe
from .judgements import FILE_NAME as JUDGEMENTS
from .keep import reading, writing
from .masking import Masker, plain
from .names import find_entity
from .secret import store_key
from .suppression import (
    COLUMNS,
    EVERYWHERE,
    FILE_NAME,
    Suppression,
    Why,
    body_keys,
    name_hash,
    read_suppressions,
    suppression_line,
)
from .wholefile import drop_drafts, keep_text

__all__ = ["Forgotten", "forget"]

_POSTS = (t.ORGANIZATION, t.FROM, t.TO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was done: the `id` of the tombstone, how many sources spoke of this person.

    `namesakes` are what other persons of the same name are known by; they stay.
    """

    id: str
    sources: int
    namesakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    names: frozenset[str]
    keys: frozenset[str]
    namesakes: tuple[str, ...]


def forget(
    path: Path,
    person: str,
    *,
    why: Why,
    who: str,
    when: PartialDate,
    at: str | None = None,
    everywhere: bool = False,
) -> Forgotten:
    """Take `person` (a name or IRI) out of the store at `path`, now and whenever a source is read.

    `at` names a body or place where the person is known: needed for somebody whom the store does
    not hold yet. `everywhere` takes the name out wherever it stands, namesakes with it. Raises
    QueryError for a person who is not found, or where a name could mean several.
    """
    with reading(path) as store:
        known = _known(store, person, at)
    read_suppressions(path)  # raises where others are left out and the key is lost: none is made
    key = store_key(path)
    if not known.keys and not everywhere:
        raise QueryError("privacy.no-scope", name=person)
    scopes = {name_hash(key, name, one) for name in known.names for one in known.keys}
    names = {name_hash(key, name): len(plain(name)) for name in known.names}
    entry = Suppression(
        id=name_hash(key, "id", *sorted(names), *sorted(scopes))[:16],
        names=names,
        scopes=frozenset({EVERYWHERE} if everywhere else scopes),
        why=why,
        who=Masker(known.names)(who),
        when=when,
    )
    # names that are masked come back from nowhere, so the decision stands first; and both before
    # the store is written: what was judged goes into it as it stands in the file
    _append(path, entry)
    _scrub(path, known.names)
    with writing(path, create=False) as written:
        owe(path)
        tomb = f"<{t.ID}tombstone/{entry.id}>"
        sources = len({graph for graph, _, _ in written.statements(t.WITHHELD, tomb)})
    # still owed where somebody read the store: not done, unless nobody does so now
    if files_owed(path):
        erase(path)
    audit(path, Entry(when=str(when), who=entry.who, what="forget", about=entry.id, why=why))
    return Forgotten(id=entry.id, sources=sources, namesakes=() if everywhere else known.namesakes)


def _known(store: Store, text: str, at: str | None) -> _Person:
    """The names of a person, and by what bodies and places sources know this person."""
    try:
        found = find_entity(store, text, ("person",))
    except QueryError as error:
        if at is None or not error.key.startswith("ask.unknown"):
            raise
        return _Person(frozenset({text.strip()}), frozenset(_keys_at(store, at)), ())
    members = {e for _, e, _ in store.statements(t.CANONICAL, f"<{found.iri}>")}
    names = _names(store, members)
    keys = set() if at is None else _keys_at(store, at)
    keys |= _keys(store, members)
    others = {
        e
        for predicate in (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL)
        for graph, e, term in store.statements(predicate)
        if graph != t.DERIVED_GRAPH and e not in members and value(term) in names
        if e.startswith(f"<{t.ID}person/")
    }
    labels = {s: value(o) for _, s, o in store.statements(t.SKOS_PREF_LABEL)}
    told = {labels.get(body, body[1:-1]) for body in _bodies(store, others)}
    return _Person(frozenset(names), frozenset(keys), tuple(sorted(told)))


def _names(store: Store, persons: Iterable[str]) -> set[str]:
    wanted = set(persons)
    return {
        value(term)
        for predicate in (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL)
        for _, e, term in store.statements(predicate)
        if e in wanted
    }


def _bodies(store: Store, persons: set[str]) -> set[str]:
    facts = {f for _, f, person in store.statements(t.PERSON) if person in persons}
    return {b for p in _POSTS for _, f, b in store.statements(p) if f in facts}


def _keys(store: Store, persons: set[str]) -> set[str]:
    """What the bodies of `persons` are known by in every source, and the places they lie in.

    Somebody without any body is known by all bodies and places that the source speaks of.
    """
    bodies = _bodies(store, persons)
    who = {e: c for _, e, c in store.statements(t.CANONICAL)}
    if bodies:
        one = {who.get(body, body) for body in bodies}
        return _keys_of(store, {e for e, c in who.items() if c in one} | bodies)
    graphs = {g for p in persons for g, s, _ in store.statements(t.TIER) if s == p}
    return {key for g in graphs for keys in body_keys(store.triples(g)).values() for key in keys}


def _keys_at(store: Store, at: str) -> set[str]:
    place = find_entity(store, at, ("place", "school", "institution"))
    members = {e for _, e, _ in store.statements(t.CANONICAL, f"<{place.iri}>")}
    return _keys_of(store, members | {f"<{place.iri}>"})


def _keys_of(store: Store, bodies: set[str]) -> set[str]:
    graphs = {g for g, e, _ in store.statements(t.RDF_TYPE) if e in bodies}
    found: set[str] = set()
    for graph in sorted(graphs - {t.DERIVED_GRAPH}):
        for node, keys in body_keys(store.triples(graph)).items():
            if node in bodies:
                found |= keys
    places = {o for _, s, o in store.statements(t.LOCATED_IN) if s in bodies}
    return found | {value(place) for place in places}


def _append(path: Path, entry: Suppression) -> None:
    file = path.resolve().parent / FILE_NAME
    try:
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        line = suppression_line(entry)
        if not any(one.split("\t")[0] == entry.id for one in lines):
            lines = [*(lines or ["\t".join(COLUMNS)]), line]
    except OSError as error:
        raise StoreError("store.not-writable", path=file) from error
    keep_text(file, "\n".join(lines) + "\n")


def _scrub(path: Path, names: Iterable[str]) -> None:
    """Take the names out of what people wrote into the files beside the store."""
    mask = Masker(names)
    for name in (JUDGEMENTS, CORRECTIONS, AUDIT):
        file = path.resolve().parent / name
        try:
            drop_drafts(file)
            if not file.exists():
                continue
            text = file.read_bytes().decode("utf-8", errors="surrogateescape")
        except OSError as error:
            raise StoreError("store.not-writable", path=file) from error
        shorn = mask(text)
        if shorn != text:
            keep_text(file, shorn)
