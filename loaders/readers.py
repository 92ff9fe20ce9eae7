"""Processes that read for this one; what kills or stops one of them is found, and told alone.

A process works through a small batch and gives back each result as soon as it is there, so it is
known what it was at when it died. That item is tried once more; if it kills its process again it is
given up, and nothing else with it. The processes end with the one that they read for.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, Final, Generic, Protocol, TypeVar

from ..ontology.errors import BangfuError, SourceError

__all__ = ["PATIENCE", "Crew", "Elsewhere", "Lost", "as_fault", "batches", "each", "given_up"]

T = TypeVar("T")
R = TypeVar("R")

PATIENCE: Final = 600.0
"""Seconds that one item may be read without any result coming of it."""

_DEATHS: Final = 2
"""So often must an item have ended its process: once may be somebody else's doing."""
_CHILD: Final = "from bangfu.loaders.reader import main; main()"


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of an item that was given up: ``died``, or ``hung`` for so many `seconds`."""

    how: str
    seconds: float = 0.0


class Elsewhere(Protocol):
    """Processes that read somewhere else, as :class:`.cluster.Cluster`."""

    def read(
        self,
        work: Callable[[T], Iterable[R]],
        items: Sequence[T],
        batch: int,
        lost: Callable[[T, Lost], R],
    ) -> Iterator[list[R]]:
        """The results of each item, in order."""
        ...


def each(
    work: Callable[[T], Iterable[R]],
    items: Sequence[T],
    *,
    jobs: int,
    lost: Callable[[T, Lost], R],
    cluster: Elsewhere | None,
    patience: float,
    chunk: int,
) -> Iterator[tuple[T, Iterable[R]]]:
    """Each item with its results, in order: read in this process, in `jobs` of them, or elsewhere.

    `chunk` items are handed over at once; as few as that are read here. There results come as
    they are asked for, and an item that ends or stops its process is not given up.
    """
    if cluster is not None:
        yield from zip(items, cluster.read(work, items, chunk, lost), strict=True)
    elif jobs <= 1 or len(items) <= chunk:
        for item in items:
            yield item, work(item)
    else:
        with Crew(work, jobs, lost, patience=patience) as crew:
            yield from zip(items, crew.read(items, chunk), strict=True)


def batches(count: int, batch: int, readers: int) -> Iterator[range]:
    """The places of `count` items, so many at once as `batch` says and towards the end fewer.

    So `readers` that read at once also end at once: of several none has a whole batch to read when
    the others have none.
    """
    at = 0
    while at < count:
        size = min(batch, count - at)
        if readers > 1:
            size = min(size, max((count - at) // (2 * readers), 1))
        yield range(at, at + size)
        at += size


def as_fault(path: Path, error: Exception) -> BangfuError:
    """What is told of a file that `error` came of: a fault of ours costs this file alone."""
    if isinstance(error, BangfuError):
        return error
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return SourceError("cluster.fault", path=path, reason=reason)


def given_up(path: Path, lost: Lost) -> BangfuError:
    """What is told of a file that a process was lost over."""
    return SourceError(f"cluster.{lost.how}", path=path, seconds=f"{lost.seconds:g}")


@dataclass(slots=True)
class _Reader:
    """A process, the places of the items that it has in hand, and when it last was heard of."""

    process: subprocess.Popen[bytes]
    hand: deque[int] = field(default_factory=deque)
    heard: float = 0.0
    ready: bool = False


class Crew(Generic[T, R]):
    """So many processes that do `work`, each item giving any number of results.

    `work` and the items are sent by pickle, so `work` is a function of a module. What is given up
    is told by `lost`, which makes a result of it.
    """

    def __init__(
        self,
        work: Callable[[T], Iterable[R]],
        jobs: int,
        lost: Callable[[T, Lost], R],
        *,
        patience: float = PATIENCE,
    ) -> None:
        """Start the processes."""
        self._work = pickle.dumps(work)
        self._lost = lost
        self._patience = patience
        self._heard: SimpleQueue[tuple[_Reader, Any]] = SimpleQueue()
        self._stillborn = 0
        self._readers = [self._begin() for _ in range(jobs)]

    def __enter__(self) -> Crew[T, R]:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes, whatever they are at."""
        for reader in self._readers:
            self._end(reader)
        self._readers = []

    def read(self, items: Sequence[T], batch: int) -> Iterator[list[R]]:
        """The results of each item, in order; `batch` items are handed over at once.

        Raises :class:`SourceError` if processes cannot be started at all.
        """
        for found in self.packed(items, batch):
            yield [pickle.loads(one) for one in found]

    def packed(self, items: Sequence[T], batch: int) -> Iterator[list[bytes]]:
        """The same as pickles, for those who pass them on."""
        waiting = deque(map(list, batches(len(items), batch, len(self._readers))))
        deaths: dict[int, int] = {}
        found: dict[int, list[bytes]] = {}
        whole: set[int] = set()
        ahead = batch * len(self._readers) * 8  # results kept for their turn are bounded
        for turn in range(len(items)):
            while turn not in whole:
                for reader in self._readers:
                    if waiting and not reader.hand and waiting[0][0] < turn + ahead:
                        self._hand(reader, waiting.popleft(), items)
                reader, said = self._next()
                if said is None:
                    back, given_up = self._after(reader, deaths)
                    if given_up is not None:
                        place, lost = given_up
                        told = pickle.dumps(self._lost(items[place], lost))
                        found.setdefault(place, []).append(told)
                        whole.add(place)
                    for places in reversed(back):
                        for place in places:
                            found.pop(place, None)
                        waiting.appendleft(places)
                elif said[0] == "one":
                    found.setdefault(said[1], []).append(said[2])
                elif said[0] == "end":
                    reader.hand.remove(said[1])
                    whole.add(said[1])
            yield found.pop(turn, [])

    def _begin(self) -> _Reader:
        process = subprocess.Popen(
            [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        reader = _Reader(process, heard=monotonic())
        self._send(reader, (sys.path, self._work))
        Thread(target=self._listen, args=(reader,), daemon=True).start()
        return reader

    def _send(self, reader: _Reader, message: object) -> None:
        assert reader.process.stdin is not None
        with suppress(OSError):  # it is dead, and whoever listens to it says so
            pickle.dump(message, reader.process.stdin)
            reader.process.stdin.flush()

    def _hand(self, reader: _Reader, places: list[int], items: Sequence[T]) -> None:
        reader.hand.extend(places)
        reader.heard = monotonic()
        self._send(reader, [(place, items[place]) for place in places])

    def _listen(self, reader: _Reader) -> None:
        """In a thread of its own: pass on what a process says, and None when it is dead."""
        assert reader.process.stdout is not None
        try:
            while True:
                self._heard.put((reader, pickle.load(reader.process.stdout)))
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            self._heard.put((reader, None))

    def _next(self) -> tuple[_Reader, Any]:
        """What some process says next; None for one that is dead, or was ended for its silence."""
        while True:
            now = monotonic()
            for reader in self._readers:
                if reader.hand and now - reader.heard >= self._patience:
                    reader.process.kill()
            try:
                reader, said = self._heard.get(timeout=min(1.0, self._patience / 4))
            except Empty:
                continue
            if reader not in self._readers:
                continue
            reader.heard = monotonic() if said is not None else reader.heard
            if said == "ready":
                reader.ready, self._stillborn = True, 0
                continue
            return reader, said

    def _after(
        self, reader: _Reader, deaths: dict[int, int]
    ) -> tuple[list[list[int]], tuple[int, Lost] | None]:
        """Put another in the place of a dead process: what to read again, and what is given up."""
        silent = monotonic() - reader.heard
        self._end(reader)
        self._readers[self._readers.index(reader)] = self._begin()
        if not reader.ready:
            self._stillborn += 1
            if self._stillborn > 2 * len(self._readers):
                raise SourceError("cluster.no-readers")
        if not reader.hand:
            return [], None
        if not reader.ready:
            return [[*reader.hand]], None
        place, *rest = reader.hand
        others = [rest] if rest else []
        if silent >= self._patience:
            return others, (place, Lost("hung", self._patience))
        deaths[place] = deaths.get(place, 0) + 1
        if deaths[place] >= _DEATHS:
            return others, (place, Lost("died"))
        return [[place], *others], None

    def _end(self, reader: _Reader) -> None:
        reader.process.kill()
        reader.process.wait()
        for stream in (reader.process.stdin, reader.process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
