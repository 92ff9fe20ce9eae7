"""What a server serves now: one state of the store, its workers, and the pages made from it.

When the store has changed, the next edition is set up beside the one that serves and takes its
place whole; requests that began with the old one end with it.
"""

from __future__ import annotations

import asyncio
import sys
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, final

from ...ontology.errors import BangfuError
from ..profile import Profile
from .limits import Limits
from .pool import Pool
from .snapshot import Snapshot, state

if TYPE_CHECKING:
    from starlette.responses import Response

__all__ = ["Edition", "Editions", "Kept"]

_KEPT: Final = 64_000_000
"""Bytes of pages kept ready."""

_PATIENCE: Final = 30
"""So many looks at a store that never rests, and then it is taken as it stands."""


@final
class Kept:
    """Pages by what was asked, the latest used last; and those that are being made."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.size = 0
        self.pages: OrderedDict[tuple[Any, ...], Response] = OrderedDict()
        self.making: dict[tuple[Any, ...], asyncio.Future[Response]] = {}

    def keep(self, key: tuple[Any, ...], page: Response) -> None:
        """Keep `page`, and let go of what was not used for longest."""
        self.pages[key] = page
        self.size += len(page.body)
        while self.size > _KEPT and self.pages:
            _, gone = self.pages.popitem(last=False)
            self.size -= len(gone.body)


@final
class Edition:
    """One state of the store at work; `users` requests are under way in it."""

    def __init__(self, snapshot: Snapshot, profile: Profile, limits: Limits) -> None:
        """Workers for `snapshot`, not yet started."""
        self.snapshot = snapshot
        order = {
            "store": str(snapshot.store),
            "profile": str(profile),
            "rows": limits.rows,
            "size": limits.size,
            "memory": limits.memory,
        }
        # an index for the search is of no use to workers that answer queries
        keep, waiting = str(snapshot.folder), limits.waiting
        self.pages = Pool(
            {**order, "warm": True, "keep": keep}, size=limits.pages, waiting=limits.waiting
        )
        self.queries = Pool({**order, "warm": False}, size=limits.queries, waiting=waiting)
        self.kept = Kept()
        self.users = 0
        self.idle = asyncio.Event()
        self.idle.set()

    async def start(self) -> None:
        """Start all workers; raises what opening the store raises."""
        try:
            # the first may have to derive, to make the view of the profile, or the index
            await self.queries.start(1)
            await asyncio.gather(self.queries.start(), self.pages.start(1))
            await self.pages.start()
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """End the workers and delete the snapshot."""
        await asyncio.gather(self.pages.close(), self.queries.close())
        await asyncio.to_thread(self.snapshot.drop)


@final
class Editions:
    """The edition that serves, and the look-out for a newer state of the store."""

    def __init__(self, store: Path, profile: Profile, limits: Limits, *, every: float) -> None:
        """For the store at `store`, looked at `every` so many seconds; 0: never."""
        self._store, self._profile, self._limits = store, profile, limits
        self._every = every
        self._now: Edition | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Set up the first edition; raises StoreError for a store that cannot be opened."""
        self._now = await self._made()
        if self._every:
            self._spawn(self._watch(self._every))

    async def close(self) -> None:
        """End everything at once."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._now is not None:
            await self._now.close()

    @contextmanager
    def in_use(self) -> Iterator[Edition]:
        """The edition that serves now, kept alive within the block."""
        edition = self._now
        assert edition is not None
        edition.users += 1
        edition.idle.clear()
        try:
            yield edition
        finally:
            edition.users -= 1
            if not edition.users:
                edition.idle.set()

    async def _made(self) -> Edition:
        snapshot = await asyncio.to_thread(Snapshot, self._store, self._profile)
        edition = Edition(snapshot, self._profile, self._limits)
        await edition.start()
        return edition

    async def _watch(self, every: float) -> None:
        """Serve what is new as soon as the store has been the same for two looks."""
        seen, looks = "", 0
        while True:
            await asyncio.sleep(every)
            assert self._now is not None
            found = await asyncio.to_thread(state, self._store)
            if found is None or found == self._now.snapshot.state:
                looks = 0
                continue
            looks += 1
            calm, seen = found == seen, found
            if not calm and looks < _PATIENCE:
                continue
            try:
                fresh = await self._made()
            except BangfuError as error:  # being written to again, or no room: the old one serves
                if error.key != "store.in-use":
                    sys.stderr.write(error.told("en") + "\n")
                    await asyncio.sleep(every * 5)
                continue
            old, self._now, looks = self._now, fresh, 0
            self._spawn(_retired(old))

    def _spawn(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _retired(edition: Edition) -> None:
    """End an edition when the last request in it has its answer."""
    try:
        with suppress(asyncio.CancelledError):
            await edition.idle.wait()
    finally:
        await edition.close()
