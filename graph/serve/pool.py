"""Workers that can be killed: the only way to end a query that an engine will not give up.

A worker is a process of its own with the store open for reading. A job that takes longer than its
limit takes its worker with it; another is started at once.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, final

from ...ontology.errors import BangfuError, StoreError
from .frames import packed, received

__all__ = ["Busy", "Died", "Pool", "Reply", "TooLong"]

_START_SECONDS: Final = 600.0
"""A worker may have to derive, or to make the view of a profile, before it is ready."""

_WAIT_SECONDS: Final = 20.0
"""A request waits so long for a worker at least: others may be starting again just then."""


class TooLong(Exception):  # noqa: N818 - what happened, not a fault of ours
    """The job ran into its time limit; its worker is gone."""


class Died(Exception):  # noqa: N818
    """The worker ended within the job: it had used up its memory."""


class Busy(Exception):  # noqa: N818
    """Too many jobs wait already, or this one waited too long for a worker."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker answered: a few words, and bytes."""

    told: dict[str, Any]
    body: bytes


@final
class Pool:
    """`size` workers that all do the same kind of job; `order` is what each is started with."""

    def __init__(self, order: Mapping[str, Any], *, size: int, waiting: int) -> None:
        """Start nothing yet: :meth:`start` does."""
        self._order = packed(order)
        self._size = size
        self._most = waiting
        self._waiting = 0
        self._idle: asyncio.Queue[Process] = asyncio.Queue()
        self._known: set[Process] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    async def start(self, most: int | None = None) -> None:
        """Start workers, at most `most` in all, and wait until they are ready.

        Raises what opening the store raises.
        """
        lacking = min(self._size, most or self._size) - len(self._known)
        for process in await asyncio.gather(*(self._started() for _ in range(lacking))):
            self._idle.put_nowait(process)

    async def run(self, job: Mapping[str, Any], seconds: float) -> Reply:
        """Have one worker do `job` within `seconds`, of which waiting for it takes none.

        Raises :class:`TooLong`, :class:`Died` or :class:`Busy`.
        """
        if self._waiting >= self._most:
            raise Busy
        self._waiting += 1
        try:
            async with asyncio.timeout(max(seconds * 2, _WAIT_SECONDS)):
                process = await self._idle.get()
        except TimeoutError:
            raise Busy from None
        finally:
            self._waiting -= 1
        try:
            async with asyncio.timeout(seconds):
                reply = await self._asked(process, job)
        except TimeoutError:
            self._replace(process)
            raise TooLong from None
        except BaseException:  # a request that was given up: its worker is in the middle of it
            self._replace(process)
            raise
        if reply is None:
            self._replace(process)
            raise Died
        self._idle.put_nowait(process)
        return reply

    async def close(self) -> None:
        """End every worker."""
        self._closed = True
        for task in list(self._tasks):
            task.cancel()
        for process in list(self._known):
            await self._ended(process)

    async def _asked(self, process: Process, job: Mapping[str, Any]) -> Reply | None:
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError, ConnectionResetError):
            process.stdin.write(packed(job))
            await process.stdin.drain()
        frame = await received(process.stdout)
        return None if frame is None else Reply(*frame)

    async def _started(self) -> Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", f"{__package__}.worker", stdin=PIPE, stdout=PIPE
        )
        self._known.add(process)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(self._order)
        try:
            async with asyncio.timeout(_START_SECONDS):
                frame = await received(process.stdout)
        except TimeoutError:
            frame = None
        if frame is None or "error" in frame[0]:
            await self._ended(process)
            if frame is None:
                raise StoreError("serve.worker-died")
            raise BangfuError(frame[0]["error"], **frame[0]["values"])
        return process

    def _replace(self, process: Process) -> None:
        task = asyncio.create_task(self._replaced(process))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _replaced(self, process: Process) -> None:
        await self._ended(process)
        pause = 0.1
        while not self._closed:
            try:
                self._idle.put_nowait(await self._started())
            except BangfuError:  # the store is being written to: try again until it is not
                await asyncio.sleep(pause)
                pause = min(pause * 2, 10.0)
            else:
                return

    async def _ended(self, process: Process) -> None:
        self._known.discard(process)
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
