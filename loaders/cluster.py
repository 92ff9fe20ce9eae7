"""Reading on a Dask cluster: the same batches, the same results, in the same order.

A task is a batch of files. Inside a Dask worker a process of its own reads it (:mod:`.readers`), so
a file that crashes or hangs costs neither the worker nor its neighbours: Dask itself would give up
whole batches, and cannot stop a task that hangs. A worker that is killed has its batches read again
by others.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeVar, final

from ..ontology.errors import SourceError
from .readers import PATIENCE, Crew, Lost, batches

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["Cluster", "cluster"]

T = TypeVar("T")
R = TypeVar("R")

_AHEAD: Final = 4
"""Batches in flight for each worker: enough that none waits, few enough that results fit."""
_CONFIG: Final = {
    "distributed.logging.distributed": "error",
    "distributed.admin.tick.limit": "1h",
    "distributed.admin.tick.interval": "1s",
    # a worker waits for the process that reads: it need not be looked at a hundred times a second
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.gil.enabled": False,
}
_TRIES: Final = 3
"""Times that a batch is begun anew beside Dask's own tries, before the cluster is called broken."""


@contextmanager
def cluster(
    address: str | None, jobs: int, *, seen: Path | None = None, patience: float = PATIENCE
) -> Iterator[Cluster]:
    """A cluster at the scheduler's `address`, or `jobs` workers on this machine without one.

    All workers must have the same readers as this process, and must see the file or folder `seen`.
    Raises :class:`SourceError` where that is not so, where nobody answers or Dask is missing.
    """
    try:
        import dask
        import distributed
    except ImportError as error:
        raise SourceError("cluster.missing") from error
    with dask.config.set(_CONFIG):
        if address is None:
            with (
                # each reads in a process of its own: it need not be another one for that, and
                # what comes back is passed on as it is. Not typed, as most of Dask
                distributed.LocalCluster(  # type: ignore[no-untyped-call]
                    n_workers=jobs,
                    threads_per_worker=1,
                    processes=False,
                    memory_limit=0,
                    dashboard_address=None,
                    silence_logs=50,
                ) as here,
                distributed.Client(here) as client,  # type: ignore[no-untyped-call]
            ):
                try:
                    yield Cluster(client, patience)
                finally:
                    _dismiss()
            return
        try:
            client = distributed.Client(address, timeout=10)  # type: ignore[no-untyped-call]
        except (OSError, ValueError, TimeoutError) as error:
            reason = " ".join(str(error).split())[:120]
            raise SourceError("cluster.no-scheduler", address=address, reason=reason) from error
        with client:
            _examine(client, address, seen)
            yield Cluster(client, patience)


@final
class Cluster:
    """Workers that read."""

    def __init__(self, client: Client, patience: float) -> None:
        """Let the workers of `client` read, and wait for a file as long as `patience` says."""
        self._client = client
        self._patience = patience

    def read(
        self,
        work: Callable[[T], Iterable[R]],
        items: Sequence[T],
        batch: int,
        lost: Callable[[T, Lost], R],
    ) -> Iterator[list[R]]:
        """The results of each item, in order, as :meth:`.readers.Crew.read` gives them.

        Raises :class:`SourceError` when workers keep ending.
        """
        do = partial(_read, work, lost, self._patience)
        flying: deque[tuple[list[T], Any]] = deque()
        parts = batches(len(items), batch, self._workers())
        rest = deque([*items[part.start : part.stop]] for part in parts)
        while rest or flying:
            while rest and len(flying) < _AHEAD * self._workers():
                some = rest.popleft()
                flying.append((some, self._client.submit(do, some, pure=False)))
            some, future = flying.popleft()
            yield from self._result(do, some, future)

    def _workers(self) -> int:
        """How many read at once now."""
        known: dict[str, int] = self._client.nthreads()  # type: ignore[no-untyped-call]
        return max(sum(known.values()), 1)

    def _result(
        self, do: Callable[[list[T]], list[list[bytes]]], some: list[T], future: Any
    ) -> Any:
        from distributed import CancelledError, KilledWorker

        for _ in range(_TRIES):
            try:
                return [[pickle.loads(one) for one in found] for found in future.result()]
            except (KilledWorker, CancelledError):
                # Dask suspects every batch that a dying worker had in hand; ours never kill one
                future = self._client.submit(do, some, pure=False)
        raise SourceError("cluster.ended")


_CREWS: dict[bytes, list[Crew[Any, Any]]] = {}
"""In a worker: reading processes that wait for the next batch, by what they do."""
_HELD = Lock()


def _read(
    work: Callable[[T], Iterable[R]], lost: Callable[[T, Lost], R], patience: float, some: list[T]
) -> list[list[bytes]]:
    """In a worker: the results of a batch as pickles, from a process that is kept for the next."""
    key = pickle.dumps((work, lost, patience))
    with _HELD:
        idle = _CREWS.setdefault(key, [])
        crew = idle.pop() if idle else None
    crew = crew or Crew(work, 1, lost, patience=patience)
    try:
        found = list(crew.packed(some, len(some)))
    except BaseException:
        crew.__exit__()
        raise
    with _HELD:
        idle.append(crew)
    return found


def _dismiss() -> None:
    """End the reading processes that wait in this process."""
    with _HELD:
        waiting = [crew for idle in _CREWS.values() for crew in idle]
        _CREWS.clear()
    for crew in waiting:
        crew.__exit__()


def _examine(client: Client, address: str, seen: Path | None) -> None:
    """Raise :class:`SourceError` unless workers are there, of this version, and see the files."""
    from .project import reader_version

    told = client.run(_about, None if seen is None else str(seen))
    if not told:
        raise SourceError("cluster.no-workers", address=address)
    for worker, (version, sees) in sorted(told.items()):
        if version != reader_version():
            raise SourceError("cluster.other-version", worker=worker)
        if not sees:
            raise SourceError("cluster.no-files", worker=worker, path=seen)


def _about(seen: str | None) -> tuple[str, bool]:
    """In a worker: which readers it has, and whether it sees a file."""
    from .project import reader_version

    return reader_version(), seen is None or Path(seen).exists()
