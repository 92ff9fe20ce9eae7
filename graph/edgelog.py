"""What changed since the edge table was kept, noted beside it by whoever writes to the store.

A note says from which state of the store to which it leads, and the facts and things that changed
on the way. One that leads from the table to the store as it stands lets the table be made good by
difference (:mod:`.edgedelta`); any other is of no use, and the table is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import iri, value
from .embedded import Embedded
from .engine import Store
from .folder import state
from .view import Followed
from .wholefile import drop_drafts, keep_if_possible

__all__ = [
    "FACTS",
    "FILES",
    "LOG",
    "MOST",
    "NAMES",
    "Changes",
    "changes_of",
    "drop_table",
    "note_at_close",
    "note_changes",
    "noted",
    "revision",
    "table_state",
]

FILES: Final = ("edges.parquet", "nodes.parquet")
"""The names of the two files of the table in a store's folder."""
LOG: Final = "edges.json"
"""The name of the note."""
NAMES: Final = "names.txt"
"""The name of the list of names that completion in the shell looks up (:mod:`.completing`)."""
FACTS: Final = frozenset(("assistance", "secondment", "posting", "event"))
"""The kinds of fact that the table holds."""
MOST: Final = 20_000
"""Changed facts and things beyond which making the table anew is not much slower."""

_FORMAT: Final = "2"
_CANONICAL, _STAGE, _ABOUT = iri(t.CANONICAL), iri(t.STAGE), iri(t.ABOUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """IRIs of `facts` that came, went or changed, of `things` of which the derived graph says
    something else, and of entities that `moved` from one thing to another."""

    facts: frozenset[str]
    things: frozenset[str]
    moved: frozenset[str]


def revision(folder: Path) -> str:
    """What stands for the state of the store in `folder`: equal only if nothing was written since.

    The engine never changes a file of sorted tables, and only appends to its log: names, sizes and
    times of these files differ after every write.
    """
    return sha256(f"{_FORMAT}\n{state(folder)}".encode()).hexdigest()


def table_state(folder: Path) -> str:
    """The state of the store in `folder`, before it is opened to write; "" if no table is kept."""
    return revision(folder) if (folder / FILES[0]).exists() else ""


def drop_table(folder: Path) -> None:
    """Delete the table kept in `folder` and the list of names: whoever takes anything down must.

    What a killed program drafted of them goes too. Raises OSError.
    """
    for name in (*FILES, LOG, NAMES):
        (folder / name).unlink(missing_ok=True)
        drop_drafts(folder / name)


def changes_of(store: Store) -> Changes | None:
    """All that has changed since `store` was opened; None where that is not sure."""
    inner = store.tracked if isinstance(store, Followed) else None
    amended = inner.journal.amended if isinstance(inner, Embedded) else None
    if not isinstance(inner, Embedded) or amended is None:
        return None
    facts: set[str] = set()
    things: set[str] = set()
    moved: set[str] = set()
    for one in amended:
        for source, before in one.before.items():
            for subject, predicate, term in {*before, *inner.triples(source)}:
                facts.update(_facts((subject, term) if predicate == _ABOUT else (subject,)))
                if predicate == _STAGE:
                    told = inner.about(value(subject), t.DERIVED_GRAPH)
                    things.update(value(o) for _, p, o in told if p == t.CANONICAL)
        for subject, predicate, term in (*one.removed, *one.added):
            facts.update(_facts((subject,)))
            things.add(value(subject))
            if predicate == _CANONICAL:
                things.add(value(term))
                moved.add(value(subject))
    return Changes(facts=frozenset(facts), things=frozenset(things - facts), moved=frozenset(moved))


def note_at_close(store: Store, folder: Path, before: str) -> None:
    """Note all that has changed since the state `before` when `store`, in `folder`, is closed.

    Then the engine's files are as they stay, and nobody else can have written to them yet.
    """
    changes = changes_of(store)
    if isinstance(store, Followed) and isinstance(store.tracked, Embedded):
        store.tracked.at_close(lambda: note_changes(folder, before, changes))


def note_changes(folder: Path, before: str, changes: Changes | None) -> None:
    """Note the `changes` that led from the state `before` to the one of now."""
    log = folder / LOG
    if not before or changes is None:
        log.unlink(missing_ok=True)
        return
    known = _read(log)
    first = before
    if known is not None and known["to"] == before:
        first = str(known["from"])
        changes = _joined(changes, known)
    if sum(map(len, (changes.facts, changes.things, changes.moved))) > MOST:
        log.unlink(missing_ok=True)
        return
    told = {"from": first, "to": revision(folder)} | {
        name: sorted(getattr(changes, name)) for name in Changes.__slots__
    }
    keep_if_possible(log, json.dumps(told, indent=0) + "\n")


def noted(folder: Path, first: str) -> Changes | None:
    """The changes from the state `first` to the one of now; None where they are not known."""
    known = _read(folder / LOG)
    if known is None or known["from"] != first or known["to"] != revision(folder):
        return None
    return _joined(None, known)


def _joined(changes: Changes | None, known: dict[str, object]) -> Changes:
    told: dict[str, frozenset[str]] = {}
    for name in Changes.__slots__:
        found = known[name]
        more: Collection[str] = () if changes is None else getattr(changes, name)
        told[name] = frozenset(map(str, found if isinstance(found, list) else ())).union(more)
    return Changes(**told)


def _read(log: Path) -> dict[str, object] | None:
    """The note, if it is whole."""
    try:
        known = json.loads(log.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    whole = isinstance(known, dict) and {"from", "to", *Changes.__slots__} <= known.keys()
    return known if whole else None


def _facts(terms: Iterable[str]) -> Iterator[str]:
    """Those of `terms` that are facts of the table."""
    for term in terms:
        if term.startswith(f"<{t.ID}") and term[len(t.ID) + 1 :].partition("/")[0] in FACTS:
            yield value(term)
