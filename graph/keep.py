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
from ..ontology.terms import JUDGEMENTS_GRAPH
from .clusters import Refusal
from .derive import derive
from .judgements import Judgement, judgement_triples, read_judgements
from .store import SourceRow, Store, open_store
from .store import sources as all_sources
from .vocabulary import keep_vocabulary

__all__ = ["find_source", "query_text", "reading", "writing"]


@contextmanager
def reading(path: Path) -> Iterator[Store]:
    """The store at `path`, derived graph up to date. Raises StoreError when there is none."""
    if not path.exists():
        raise StoreError("store.missing", path=path)
    judgements = _judgements(path)
    with open_store(path, create=False, read_only=True) as store:
        fresh = not _mark(path).exists() and _holds(store, judgements)
    if not fresh:
        with writing(path, create=False):
            pass
    with open_store(path, create=False, read_only=True) as store:
        yield store


@contextmanager
def writing(
    path: Path, *, create: bool = True, tell: Callable[[Refusal], object] = lambda _: None
) -> Iterator[Store]:
    """The store at `path` for writing; derives and flushes at the end, also after an error.

    `tell` is given every merge that a judgement forbids.
    """
    if not create and not path.exists():
        raise StoreError("store.missing", path=path)
    judgements = _judgements(path)
    with open_store(path, create=create) as store:
        _mark(path).touch()
        keep_vocabulary(store)
        try:
            yield store
        finally:
            # Whole sources stand even if a later one failed: the derived graph must follow them
            for refusal in derive(store, judgements):
                tell(refusal)
            store.flush()
        _mark(path).unlink()


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


def _judgements(path: Path) -> tuple[Judgement, ...]:
    """The decisions in the file beside the store."""
    return read_judgements(path.resolve().parent / "judgements.tsv")


def _holds(store: Store, judgements: tuple[Judgement, ...]) -> bool:
    """Whether the derived graph was computed from these judgements."""
    return sorted(judgement_triples(judgements)) == store.triples(JUDGEMENTS_GRAPH)


def _mark(path: Path) -> Path:
    return path / "underived"
