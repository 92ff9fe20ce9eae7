"""Queries on rdflib with a limit of processor time: each runs in a child process, which is ended.

The time of the processor, not of the clock: what else the machine does ends no query.
"""

from __future__ import annotations

import os
import resource
from math import ceil
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["Limited"]


class Limited:
    """A dataset whose queries end after `limit` seconds. The child sees the data by forking."""

    def __init__(self, data: Dataset, limit: float) -> None:
        self.data = data
        self.limit = limit

    def milliseconds(self, query: str) -> float | None:
        """How long the processor took for `query`, None if it was ended at the limit."""
        outcome, told = os.pipe()
        child = os.fork()
        if child == 0:
            most = ceil(self.limit)
            resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
            start = process_time()
            list(self.data.query(query))
            os.write(told, f"{(process_time() - start) * 1000}".encode())
            os._exit(0)
        os.close(told)
        text = os.read(outcome, 100).decode()  # empty where the child was ended
        os.close(outcome)
        os.waitpid(child, 0)
        return float(text) if text else None

    def close(self) -> None:
        """Forget the data."""
        self.data.close()
