"""Whether a store is sound: its files, what its sources say of themselves, and what follows.

Every index is read; every quote is compared with the text that it is taken from; counts are
compared with what a build noted; the derived graph with one computed anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..ontology import terms as t
from ..ontology.errors import StoreError
from ..ontology.messages import Lang, say
from ..ontology.nt import Triple, value
from . import folder
from .derive import derived
from .faults import ENGINE_ERRORS
from .judgements import FILE_NAME as JUDGEMENTS
from .judgements import judgement_triples, read_judgements
from .keep import writing
from .locking import hold
from .manifest import Manifest
from .reading_through import read_through
from .settling import settled
from .store import Store, open_store

__all__ = ["Problem", "Verified", "rederive", "verify"]

_OTHERS: Final = frozenset((t.DERIVED_GRAPH, t.JUDGEMENTS_GRAPH, t.ONTOLOGY_GRAPH))
_MARK: Final = "underived"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: a key of ``backing.toml``, and with what."""

    key: str
    where: str = ""
    what: str = ""

    def told(self, lang: Lang) -> str:
        """One line, which says what helps."""
        return say(f"backing.{self.key}", lang, where=self.where, what=self.what)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was looked at, and what is wrong: nothing, if all is well."""

    statements: int
    sources: int
    quotes: int
    problems: tuple[Problem, ...]


def verify(path: Path) -> Verified:
    """Read all of the store at `path`. Raises :class:`StoreError` only for what is no store."""
    try:
        folder.verify(path, create=False)
    except StoreError as error:
        if error.key != "store.broken":
            raise
        return _broken(str(error.told("en")), error)
    lock = hold(path, shared=True)
    try:
        count = read_through(folder.readable(path))
    except ENGINE_ERRORS as error:
        return _broken(" ".join(str(error).split())[:200], error)
    finally:
        if lock is not None:
            lock.close()
    with open_store(path, create=False, read_only=True) as store:
        problems: list[Problem] = []
        quotes = 0
        facts: dict[str, tuple[int, int]] = {}
        for graph in store.graphs():
            if graph in _OTHERS:
                continue
            source = _Source(graph, store.triples(graph))
            problems.extend(source.problems())
            quotes += source.quotes
            facts[graph] = source.counts
        problems.extend(_of_build(path, facts))
        problems.extend(_of_derived(store, path))
        return Verified(
            statements=count,
            sources=len(facts),
            quotes=quotes,
            problems=tuple(sorted(problems)),
        )


def rederive(path: Path) -> None:
    """Derive the store at `path` anew, whatever its derived graph says of itself."""
    with writing(path, create=False) as store:
        store.replace_graph(t.DERIVED_GRAPH, ())


def _broken(reason: str, error: Exception) -> Verified:
    told = reason if not isinstance(error, StoreError) else str(error.values.get("reason", reason))
    return Verified(statements=0, sources=0, quotes=0, problems=(Problem("files", what=told),))


class _Source:
    """What one source says of itself, looked at piece by piece."""

    def __init__(self, graph: str, triples: Iterable[Triple]) -> None:
        self.graph = graph
        self.said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, target in triples:
            self.said[value(subject)][value(predicate)].append(target)
        self.quotes = 0

    @property
    def counts(self) -> tuple[int, int]:
        """Facts and notes."""
        facts = sum(1 for has in self.said.values() if has.get(t.EVIDENCE))
        notes = sum(1 for has in self.said.values() if has.get(t.OF_SOURCE))
        return facts, notes

    def problems(self) -> Iterator[Problem]:
        """What is wrong with it."""
        about = self.said.get(self.graph, {})
        if not about.get(t.RDF_TYPE):
            yield Problem("no-source", self.graph)
            return
        address = value(next(iter(about.get(t.DCT_SOURCE, ())), self.graph))
        texts = [value(one) for one in about.get(t.CLEAN_TEXT, ())]
        for node, has in sorted(self.said.items()):
            for proof in sorted(value(one) for one in has.get(t.EVIDENCE, ())):
                if proof not in self.said:
                    yield Problem("no-proof", address, node)
                elif texts:
                    self.quotes += 1
                    if not _stands(self.said[proof], texts):
                        yield Problem("quote", address, proof)


def _stands(has: dict[str, list[str]], texts: list[str]) -> bool:
    """Whether the quote of a proof is in the text where the proof says."""
    try:
        start, end = (int(value(has[key][0])) for key in (t.START, t.END))
        quote = value(has[t.QUOTE][0])
    except (IndexError, ValueError):
        return False
    return any(text[start:end] == quote for text in texts)


def _of_build(path: Path, counts: dict[str, tuple[int, int]]) -> Iterator[Problem]:
    """Sources that a build has written and that are not there, or not as it wrote them."""
    manifest = Manifest.load(path)
    for key, entry in sorted(manifest.entries.items()):
        for source in entry.sources if entry.done else ():
            if source not in counts:
                yield Problem("missing", key, source)


def _of_derived(store: Store, path: Path) -> Iterator[Problem]:
    """Where what follows from the sources, or was decided, is not what stands there."""
    judgements = read_judgements(path.resolve().parent / JUDGEMENTS)
    waiting = (path / _MARK).exists() or not settled(path)
    if waiting or sorted(judgement_triples(judgements)) != store.triples(t.JUDGEMENTS_GRAPH):
        # not wrong: the next command that reads makes it good
        return
    wanted = set(derived(store.statements, judgements).triples)
    held = set(store.triples(t.DERIVED_GRAPH))
    if wanted != held:
        yield Problem("derived", what=f"+{len(held - wanted)} −{len(wanted - held)}")
