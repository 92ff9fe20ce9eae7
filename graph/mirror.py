"""A mirror: what a server holds, kept on this machine too, so that questions are answered here.

It is a store as any other, in a folder beside the one that stands for the server, and stands in for
it wherever something is read. Before each reading the server is asked whether it holds another
revision (:mod:`.remote.changes`) or number of sources; then the sources that were written to are
fetched, and what follows is derived here. What does not add up after that is copied anew.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ..ontology.errors import StoreError
from ..ontology.nt import Triple
from ..ontology.terms import DECISIONS_GRAPH, JUDGEMENTS_GRAPH
from . import folder
from .derive import derive
from .edgelog import note_at_close, table_state
from .embedded import Embedded
from .erasing import erase_if_free, owe, owed
from .faults import ENGINE_ERRORS, store_fault
from .judgements import Judgement
from .locking import hold
from .remote import read_address
from .remote.store import Remote
from .said import NO_SOURCES
from .settling import note_settled
from .stream import Text
from .wholefile import keep_text

__all__ = ["Made", "drop", "is_kept", "make", "mirror_of", "opened"]

_STATE: Final = "follows.json"
_FEW: Final = 200
"""Sources that are fetched one by one however few there are."""
_LINES: Final = 2000
"""Statements that are made into text at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What a mirror was made from: the `revision` of the server, its number of `sources`, digests
    of what was judged and decided there, and the `runs` of writing that it knows of."""

    revision: str
    sources: int
    judged: str
    decided: str
    runs: tuple[str, ...] = ()

    def is_of(self, now: _State) -> bool:
        """Whether the server holds `now` what it held then."""
        return replace(self, runs=()) == replace(now, runs=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A mirror was made in the folder `path`, of so many sources and statements."""

    path: Path
    sources: int
    statements: int


def mirror_of(path: Path) -> Path:
    """Where the mirror of the server lies that the folder `path` stands for."""
    return path.with_suffix(".mirror")


def is_kept(path: Path) -> bool:
    """Whether a mirror is kept of the server that the folder `path` stands for."""
    return (mirror_of(path) / _STATE).is_file()


def make(path: Path) -> Made:
    """Make a mirror of the server that the folder `path` stands for, in place of an older one.

    Raises StoreError: the server takes no update, somebody writes to it, or reads the older mirror.
    """
    with Remote(read_address(path)) as store:
        store.changes.keep()
        return _copied(path, store)


def drop(path: Path) -> bool:
    """Delete the mirror that is kept for the folder `path`, and what is left of others.

    Raises StoreError while somebody reads it.
    """
    mirror = mirror_of(path)
    shutil.rmtree(_part(mirror), ignore_errors=True)
    if not mirror.exists():
        return False
    try:
        _delete(mirror)
    except OSError as error:
        raise StoreError("store.not-writable", path=mirror) from error
    return True


def _delete(mirror: Path) -> None:
    lock = hold(mirror, shared=False)
    try:
        shutil.rmtree(mirror)
    finally:
        if lock is not None:
            lock.close()


def opened(path: Path, judgements: Sequence[Judgement]) -> Embedded | None:
    """The mirror of the server that the folder `path` stands for, holding what that holds now.

    The server must be whole, and derived with these `judgements`. None where no mirror is kept,
    somebody else is at work on it, or the server is written to or notes no changes any more: then
    that is to be asked. Close it after use.
    """
    mirror = mirror_of(path)
    if not is_kept(path):
        return None
    try:
        with Remote(read_address(path)) as store:
            if not _follow(path, store, judgements):
                return None
        if owed(mirror):
            erase_if_free(mirror)
        return Embedded(mirror, create=False, read_only=True)
    except StoreError as error:
        if error.key in ("store.in-use", "store.not-writable", "remote.unsteady"):
            return None
        raise


def _follow(path: Path, store: Remote, judgements: Sequence[Judgement]) -> bool:
    """Bring what changed on the server into the mirror; False while it goes on changing there, or
    where nobody notes changes any more."""
    mirror = mirror_of(path)
    known, now = _read(mirror), _now(store)
    if known is not None and known.is_of(now):
        return True
    if not now.revision:
        return False
    if known is None or known.decided != now.decided:
        owe(mirror)  # its files hold who is left out from now on
    found = None if known is None else _fetched(mirror, store, known, judgements)
    if found is None or found[0] != now.sources:
        _copied(path, store)
    elif not now.is_of(_now(store)) or not _whole(store):
        return False  # as it was known before: what is fetched next time begins there
    else:
        _write(mirror, now, found[1])
    return True


def _fetched(
    mirror: Path, store: Remote, known: _State, judgements: Sequence[Judgement]
) -> tuple[int, set[str]] | None:
    """Fetch what was written to since the mirror was as `known`: how many sources that makes, and
    all runs of writing. None where the log does not tell, or so many that to copy all is quicker.
    """
    runs = store.changes.runs()
    if not runs.issuperset(known.runs):
        return None  # an older state was put back there
    sources = store.changes.sources(runs.difference(known.runs))
    count = known.sources
    if len(sources) > max(_FEW, count // 5):
        return None
    before = table_state(mirror)
    with Embedded(mirror, create=False, read_only=False) as here:
        for source in sorted(sources):
            old, new = here.triples(source), store.triples(source)
            here.put(source, new) if new else here.remove(source)
            count += bool(new) - bool(old)
        derive(here, judgements)
        here.flush()
        if before:
            note_at_close(here, mirror, before)
    with suppress(OSError):
        note_settled(mirror)
    return count, runs


def _copied(path: Path, store: Remote) -> Made:
    """The whole server into a folder of its own, which then takes the place of the mirror."""
    mirror = mirror_of(path)
    part, before = _part(mirror), _now(store)
    counts: list[int] = []
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        runs = store.changes.runs()
        _fill(part, _lines(store, counts))
        if not before.is_of(_now(store)) or not _whole(store):
            raise StoreError("remote.unsteady", url=read_address(path).query)
        folder.made(part)
        _write(part, before, runs)
        note_settled(part)
        if mirror.exists():
            _delete(mirror)
        part.rename(mirror)
    except OSError as error:
        raise StoreError("store.not-writable", path=mirror) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Made(path=mirror, sources=before.sources, statements=sum(counts))


def _whole(store: Remote) -> bool:
    """Whether nobody is writing to the server: the stamp is there, or nothing to derive from."""
    return store.stamped() or set(store.graphs()) <= NO_SOURCES


def _lines(store: Remote, counts: list[int]) -> Iterator[bytes]:
    """All that the server holds as text, part by part, and how many lines each part has."""
    rest = store.quads()
    while some := list(islice(rest, _LINES)):
        counts.append(len(some))
        yield "".join(f"{' '.join(triple)} <{graph}> .\n" for graph, triple in some).encode()


def _fill(part: Path, lines: Iterator[bytes]) -> None:
    """Make the engine's files in the folder `part`."""
    text = Text(lines)
    try:
        engine = ox.Store(str(folder.data(part)))
        engine.bulk_load(text, format=ox.RdfFormat.N_QUADS)  # type: ignore[arg-type]
        engine.flush()
    except ENGINE_ERRORS as error:
        if text.failed is not None:
            raise text.failed from None
        raise store_fault(error, str(part)) from error


def _now(store: Remote) -> _State:
    return _State(
        revision=store.changes.revision(),
        sources=store.count_sources(),
        judged=_digest(store.triples(JUDGEMENTS_GRAPH)),
        decided=_digest(store.triples(DECISIONS_GRAPH)),
    )


def _digest(triples: Sequence[Triple]) -> str:
    return sha256("\n".join(map(" ".join, triples)).encode()).hexdigest()


def _part(mirror: Path) -> Path:
    return mirror.with_name(f"{mirror.name}.part")


def _read(mirror: Path) -> _State | None:
    """What the mirror was made from; None where the file does not say."""
    try:
        told = json.loads((mirror / _STATE).read_text(encoding="utf-8"))
        return _State(**{**told, "runs": tuple(told["runs"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(mirror: Path, state: _State, runs: set[str]) -> None:
    told = asdict(state) | {"runs": sorted(runs)}
    keep_text(mirror / _STATE, json.dumps(told, indent=1) + "\n")
