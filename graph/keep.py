"""A store at work: opened for reading with its derived graph fresh, or for writing.

A folder holds the store; beside it may stand ``judgements.tsv``. A mark in the folder stands from
the first write until what follows from it is derived and flushed, so a killed load is noticed and
made good at the next opening.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..ontology.errors import QueryError, SourceError, StoreError
from ..ontology.identity import source_iri
from ..ontology.nt import value
from ..ontology.terms import DERIVED_GRAPH, JUDGEMENTS_GRAPH
from .clusters import Refusal
from .derive import derive
from .edgelog import drop_table, note_at_close, table_state
from .embedded import Embedded
from .erasing import erase_if_free, owe, owed
from .gate import gated
from .journal import STAMP
from .judgements import Judgement, judgement_triples, read_judgements
from .profile import Profile
from .remote import is_remote, read_address
from .remote.agreed import agree
from .remote.decisions import pull, share
from .said import NO_SOURCES
from .settling import note_settled, others_left_out, settle, settled
from .store import SourceRow, Store, open_store
from .store import sources as all_sources
from .vocabulary import keep_vocabulary

__all__ = ["find_source", "judgements_of", "query_text", "reading", "writing"]


@contextmanager
def reading(path: Path, profile: Profile = Profile.INTERNAL) -> Iterator[Store]:
    """The store at `path` as readers of `profile` may see it, derived graph up to date.

    Raises StoreError when there is none.
    """
    if not path.exists():
        raise StoreError("store.missing", path=path)
    judgements = judgements_of(path)
    with open_store(path, create=False, read_only=True) as store:
        fresh = not _mark(path).exists() and settled(path) and _holds(store, judgements)
        fresh = fresh and (not is_remote(path) or _sure(store))
    if not fresh:
        with writing(path, create=False):
            pass
    elif owed(path):
        erase_if_free(path)
    with _opened(path, judgements) as store:
        view = gated(store, profile, store.path if isinstance(store, Embedded) else None)
        try:
            yield view
        finally:
            view.close()


@contextmanager
def writing(
    path: Path, *, create: bool = True, tell: Callable[[Refusal], object] = lambda _: None
) -> Iterator[Store]:
    """The store at `path` for writing; derives and flushes at the end, also after an error.

    `tell` is given every merge that a judgement forbids.
    """
    if not create and not path.exists():
        raise StoreError("store.missing", path=path)
    judgements = judgements_of(path)
    state = "" if is_remote(path) else table_state(path)
    others_decided = not settled(path)
    with open_store(path, create=create) as store:
        if is_remote(path):
            share(store, path, applied=False)
        else:  # a server is marked by what is derived there, for all who see it
            _mark(path).touch()
        keep_vocabulary(store)
        if not settled(path):
            drop_table(path)  # what is kept beside the store may hold who is to be left out
            state = ""
            if others_left_out(path) and not set(store.graphs()) <= NO_SOURCES:
                owe(path)
            settle(store, path)
        if is_remote(path):
            share(store, path, applied=True)
        try:
            yield store
        finally:
            # Whole sources stand even if a later one failed: the derived graph must follow them
            for refusal in derive(store, judgements):
                tell(refusal)
            store.flush()
        _mark(path).unlink(missing_ok=True)
        if state:
            note_at_close(store, path, state)
    if owed(path):
        erase_if_free(path)
    judgements = judgements_of(path)
    if others_decided and is_remote(path):
        _opened(path, judgements).close()  # a mirror holds who is left out from now on


def find_source(store: Store, text: str) -> SourceRow:
    """The source with this address or IRI, or with this file name if only one has it."""
    rows = all_sources(store)
    for row in rows:
        if text in (row.iri, row.address) or source_iri(text) == row.iri:
            return row
    named = [row for row in rows if Path(row.address).name == Path(text).name]
    if len(named) == 1:
        return named[0]
    raise QueryError("cli.no-source", source=text)


def query_text(given: str) -> str:
    """A query given as text, as the path of an ``.rq`` file, or as ``-`` for standard input."""
    if given == "-":
        return sys.stdin.read()
    if not given.endswith((".rq", ".sparql")):
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise SourceError("cli.unreadable", path=given, reason=reason) from error


def judgements_of(path: Path) -> tuple[Judgement, ...]:
    """The decisions in the file beside the store; of one on a server, those made there too."""
    if is_remote(path):
        with open_store(path, read_only=True) as store:
            if pull(store, path):
                note_settled(path)
            agree(store, path, read_address(path).query)
    return read_judgements(path.resolve().parent / "judgements.tsv")


def _opened(path: Path, judgements: tuple[Judgement, ...]) -> Store:
    """The store at `path` for reading; of a server the mirror, where one is kept."""
    if is_remote(path):
        from .mirror import opened  # its HTTP client takes long to import

        if (mirror := opened(path, judgements)) is not None:
            return mirror
    return open_store(path, create=False, read_only=True)


def _holds(store: Store, judgements: tuple[Judgement, ...]) -> bool:
    """Whether the derived graph was computed from these judgements."""
    return sorted(judgement_triples(judgements)) == store.triples(JUDGEMENTS_GRAPH)


def _sure(store: Store) -> bool:
    """Whether nobody else left a server with sources that nothing was derived from."""
    stamps = store.statements(value(STAMP[1]), STAMP[2])
    stamped = any(graph == DERIVED_GRAPH for graph, _, _ in stamps)
    return stamped or set(store.graphs()) <= NO_SOURCES


def _mark(path: Path) -> Path:
    return path / "underived"
