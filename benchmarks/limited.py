"""Queries on rdflib with a limit of processor time: each runs in a child process, which is ended.

The time of the processor, not of the clock: what else the machine does ends no query.
"""

from __future__ import annotations

import os
import resource
import signal
from math import ceil
from time import process_time
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["Limited"]

_AT_LIMIT: Final = signal.SIGXCPU
"""What the system ends a process with that is at its limit of processor time."""
_DONE: Final = "done "
_TOLD: Final = 1000


class Limited:
    """A dataset whose queries end after `limit` seconds. The child sees the data by forking."""

    def __init__(self, data: Dataset, limit: float) -> None:
        self.data = data
        self.limit = limit

    def milliseconds(self, query: str) -> float | None:
        """How long the processor took for `query`, None if it was ended at the limit.

        Raises RuntimeError for a query that failed, or a child that was ended by anything else.
        """
        outcome, told = os.pipe()
        child = os.fork()
        if child == 0:
            self._answer(query, told)
        os.close(told)
        text = os.read(outcome, _TOLD).decode()
        os.close(outcome)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == _AT_LIMIT:
            return None
        if not text.startswith(_DONE):
            raise RuntimeError(f"rdflib ended with status {status}: {text or 'nothing was told'}")
        return float(text.removeprefix(_DONE))

    def _answer(self, query: str, told: int) -> NoReturn:
        """What the child does: nothing of the parent's may run in it, whatever happens."""
        try:
            most = ceil(self.limit)
            resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
            start = process_time()
            list(self.data.query(query))
            os.write(told, f"{_DONE}{(process_time() - start) * 1000}".encode())
        except BaseException as error:
            os.write(told, f"{type(error).__name__}: {error}".encode()[:_TOLD])
        finally:
            os._exit(0)

    def close(self) -> None:
        """Forget the data."""
        self.data.close()
