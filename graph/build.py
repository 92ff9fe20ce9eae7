"""A store made from a project: what changed is read, what is named no more goes, the rest stays.

Beside the engine's files stands ``build.jsonl``: a line when a file's sources are about to be
written and another when they are. A build that was killed is gone on with by the next one; what
comes out is what an undisturbed build of the same files gives, byte for byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from ..ontology.errors import BangfuError, StoreError
from ..ontology.graphs import SourceGraph
from ..ontology.messages import Lang
from ..ontology.nt import value
from ..ontology.terms import SHA256
from .clusters import Refusal
from .keep import reading, writing
from .manifest import Entry, Given, Manifest
from .store import Change, Store, open_store

__all__ = ["Built", "Failure", "Read", "build"]

Said: TypeAlias = tuple[str, Sequence[SourceGraph | BangfuError]]
"""A file by its key, with its sources and with what is wrong with it or with parts of it."""
Read: TypeAlias = Callable[[Sequence[str]], Iterable[Said]]
"""Keys of files → what each of them says, in the order given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be read, told in both languages: it outlives the run that met it."""

    key: str
    zh: str
    en: str

    def told(self, lang: Lang) -> str:
        """The message in `lang`."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did: files read and unchanged; sources new, changed, as they were, removed.

    `sources`, `facts` and `notes` count all that the project gives now, `failures` are all files
    that cannot be read, also those of earlier builds. `shared` are sources that several files
    give: the last file counts.
    """

    read: int
    unread: int
    added: int
    replaced: int
    unchanged: int
    removed: tuple[str, ...]
    sources: int
    facts: int
    notes: int
    failures: tuple[Failure, ...]
    shared: tuple[str, ...]

    @property
    def worked(self) -> bool:
        """Whether anything was read or removed."""
        return bool(self.read or self.removed)


def build(
    path: Path,
    files: Sequence[tuple[str, str]],
    read: Read,
    tell: Callable[[Refusal], object] = lambda _: None,
) -> Built:
    """Make the store at `path` hold what `files` say, and nothing of files that it held before.

    `files` are pairs of a key and a digest, in order; a file is read again only when its digest is
    new. Sources that were put into the store by other ways are left alone. `tell` is given merges
    that a judgement forbids. Raises :class:`StoreError` as the store does.
    """
    manifest = Manifest.load(path)
    wanted = dict(files)
    stale = _stale(manifest.entries, wanted, _held(path))
    todo = [key for key in wanted if key in stale]
    former = any(key not in wanted or entry.former for key, entry in manifest.entries.items())
    counts: Counter[Change] = Counter()
    removed: list[str] = []
    if todo or former:
        # The first file is read before the store is opened: processes that read are started then,
        # and must not be born with the store's lock in hand
        found = _begun(iter(read(todo)) if todo else iter(()))
        later = _later(manifest.entries, wanted, stale)
        with writing(path, tell=tell) as store, manifest.open():
            places = {key: place for place, key in enumerate(wanted)}
            for key, said in found:
                mine = partial(_is_last, later, places[key])
                counts.update(_put(store, manifest, key, wanted[key], said, mine))
            removed = _removed(store, manifest, wanted)
            manifest.close(wanted)
    elif path.exists():
        with reading(path):  # judgements may have changed, and a kill may have left it underived
            pass
    return _report(manifest, wanted, todo, counts, removed)


def _begun(found: Iterator[Said]) -> Iterator[Said]:
    first = next(found, None)
    return found if first is None else chain((first,), found)


def _held(path: Path) -> dict[str, str]:
    """The sources in the store with the digest of what they were read from."""
    try:
        with open_store(path, create=False, read_only=True) as store:
            return {graph: value(term) for graph, _, term in store.statements(SHA256)}
    except StoreError as error:
        if error.key == "store.missing":
            return {}
        raise


def _stale(
    entries: Mapping[str, Entry], wanted: Mapping[str, str], held: Mapping[str, str]
) -> set[str]:
    """The files to read: new, changed, not written to the end, or no longer in the store.

    A file whose source another file gave too must speak again when that other one changes or goes.
    """
    stale = {key for key, digest in wanted.items() if not _current(entries.get(key), digest, held)}
    moving = [*stale, *(key for key in entries if key not in wanted)]
    givers: dict[str, list[str]] = {}
    for key, entry in entries.items():
        for source in entry.every:
            givers.setdefault(source, []).append(key)
    while moving:
        key = moving.pop()
        for source in entries[key].every if key in entries else ():
            for other in givers[source]:
                if other in wanted and other not in stale:
                    stale.add(other)
                    moving.append(other)
    return stale


def _current(entry: Entry | None, digest: str, held: Mapping[str, str]) -> bool:
    return (
        entry is not None
        and entry.done
        and entry.digest == digest
        and all(held.get(source) == given.sha256 for source, given in entry.sources.items())
    )


def _later(
    entries: Mapping[str, Entry], wanted: Mapping[str, str], stale: Collection[str]
) -> dict[str, int]:
    """For each source of files that are not read again, the place of the last file that gives it.

    Files before it must not write it: of several files with one source the last counts.
    """
    last: dict[str, int] = {}
    for place, key in enumerate(wanted):
        if key not in stale:
            last.update(dict.fromkeys(entries[key].sources, place))
    return last


def _is_last(later: Mapping[str, int], here: int, source: str) -> bool:
    return later.get(source, -1) < here


def _put(
    store: Store,
    manifest: Manifest,
    key: str,
    digest: str,
    said: Sequence[SourceGraph | BangfuError],
    mine: Callable[[str], bool],
) -> Iterator[Change]:
    """Write what one file gave, where it is `mine` to give, between two lines of the manifest."""
    last = {one.iri: one for one in said if isinstance(one, SourceGraph)}
    entry = Entry(
        digest=digest,
        sources={iri: Given(one.facts, one.notes, one.sha256) for iri, one in sorted(last.items())},
        faults=tuple(
            (one.told("zh"), one.told("en")) for one in said if isinstance(one, BangfuError)
        ),
    ).after(manifest.entries.get(key))
    if last:
        manifest.say(key, entry.begun())
    for iri, graph in last.items():
        if mine(iri):
            yield store.put(iri, graph.triples)
    manifest.say(key, entry)


def _removed(store: Store, manifest: Manifest, wanted: dict[str, str]) -> list[str]:
    """Take out what files once gave and none gives now."""
    given = {source for key in wanted for source in manifest.entries[key].sources}
    once = {source for entry in manifest.entries.values() for source in entry.every}
    return [source for source in sorted(once - given) if store.remove(source)]


def _report(
    manifest: Manifest,
    wanted: dict[str, str],
    todo: Sequence[str],
    counts: Mapping[Change, int],
    removed: Sequence[str],
) -> Built:
    entries = {key: manifest.entries[key] for key in wanted if key in manifest.entries}
    given: dict[str, Given] = {}
    shared: set[str] = set()
    for entry in entries.values():
        shared.update(given.keys() & entry.sources.keys())
        given.update(entry.sources)
    return Built(
        read=len(todo),
        unread=len(wanted) - len(todo),
        added=counts[Change.ADDED],
        replaced=counts[Change.REPLACED],
        unchanged=counts[Change.UNCHANGED],
        removed=tuple(removed),
        sources=len(given),
        facts=sum(one.facts for one in given.values()),
        notes=sum(one.notes for one in given.values()),
        failures=tuple(
            Failure(key=key, zh=zh, en=en)
            for key, entry in entries.items()
            for zh, en in entry.faults
        ),
        shared=tuple(sorted(shared)),
    )
