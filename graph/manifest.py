"""What a build knows of the files that it read: ``build.jsonl`` in the store's folder.

Lines are only ever added while a build runs, the last one of a file counts, and a line that a kill
cut short counts for nothing. At the end of a build the file is written anew, sorted, whole or not
at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, NamedTuple, final

from ..ontology.errors import StoreError
from .wholefile import drafted

__all__ = ["Entry", "Given", "Manifest"]

_NAME = "build.jsonl"


class Given(NamedTuple):
    """A source as a file gave it: how many facts and notes, and the digest it states of itself."""

    facts: int
    notes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file: the digest it had, and the sources that it gives.

    `former` are sources that it gave before and that may still be in the store; `faults` say
    in Chinese and English what could not be read; `done` is whether all was written.
    """

    digest: str
    sources: Mapping[str, Given] = field(default_factory=dict)
    former: tuple[str, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    done: bool = True

    @property
    def every(self) -> tuple[str, ...]:
        """All sources that it gives or gave."""
        return tuple(sorted({*self.sources, *self.former}))

    def after(self, before: Entry | None) -> Entry:
        """This one, which also remembers the sources of the one before."""
        if before is None:
            return self
        return replace(self, former=tuple(sorted({*before.every} - {*self.sources})))

    def begun(self) -> Entry:
        """This one, while its sources are being written."""
        return replace(self, done=False)


@final
class Manifest:
    """The entries by key, and the file that they are kept in."""

    def __init__(self, path: Path, entries: dict[str, Entry]) -> None:
        """Keep `entries` for the store in the folder `path`."""
        self.entries = entries
        self._path = path / _NAME
        self._stream: IO[str] | None = None

    @classmethod
    def load(cls, path: Path) -> Manifest:
        """What is known of the store in the folder `path`: nothing where there is no file."""
        entries: dict[str, Entry] = {}
        try:
            text = (path / _NAME).read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return cls(path, entries)
        except OSError as error:
            raise StoreError("build.manifest", path=path / _NAME, reason=error.strerror) from error
        for line in text.split("\n"):
            read = _entry(line)
            if read is not None:
                entries[read[0]] = read[1]
        return cls(path, entries)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Let :meth:`say` add lines. Starts with a file that has whole lines only."""
        self._rewrite(self.entries)
        try:
            with self._path.open("a", encoding="utf-8", newline="\n") as stream:
                self._stream = stream
                yield
        finally:
            self._stream = None

    def say(self, key: str, entry: Entry) -> None:
        """Note `entry` for the file `key`, on disk before this returns."""
        assert self._stream is not None, "open() first"
        self.entries[key] = entry
        self._stream.write(_line(key, entry))
        self._stream.flush()

    def close(self, wanted: Iterable[str]) -> None:
        """Forget all files but `wanted`, and what they gave before: it is out of the store now."""
        self.entries = {
            key: replace(self.entries[key], former=())
            for key in sorted({*wanted} & self.entries.keys())
        }
        self._rewrite(self.entries)

    def _rewrite(self, entries: Mapping[str, Entry]) -> None:
        lines = "".join(_line(key, entries[key]) for key in sorted(entries))
        try:
            with drafted(self._path) as draft:
                draft.write_text(lines, encoding="utf-8", newline="\n")
        except OSError as error:
            raise StoreError("build.manifest", path=self._path, reason=error.strerror) from error


def _line(key: str, entry: Entry) -> str:
    said: dict[str, Any] = {"file": key, "digest": entry.digest, "done": entry.done}
    said["sources"] = {iri: list(counts) for iri, counts in entry.sources.items()}
    if entry.former:
        said["former"] = list(entry.former)
    if entry.faults:
        said["faults"] = [list(fault) for fault in entry.faults]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def _entry(line: str) -> tuple[str, Entry] | None:
    """The entry in a line, None for a line that is not whole."""
    try:
        said = json.loads(line)
        return str(said["file"]), Entry(
            digest=str(said["digest"]),
            sources={
                iri: Given(int(facts), int(notes), str(digest))
                for iri, (facts, notes, digest) in said["sources"].items()
            },
            former=tuple(said.get("former", ())),
            faults=tuple((str(zh), str(en)) for zh, en in said.get("faults", ())),
            done=said["done"] is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
