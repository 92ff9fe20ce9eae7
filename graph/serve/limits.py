"""How much one request may take: the numbers that keep a server answering."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of a server.

    `seconds` are given to a query that somebody typed, `page_seconds` to a page; `rows` and `size`
    (bytes) bound an answer, `memory` (bytes) the address space of a worker beyond what it has
    after opening the store. `queries` and `pages` are the numbers of workers of each kind: typed
    queries never take the place of pages. Not more than `waiting` requests queue for each kind.
    """

    seconds: float = 10.0
    page_seconds: float = 20.0
    rows: int = 10_000
    size: int = 20_000_000
    memory: int = 1_500_000_000
    queries: int = 3
    pages: int = 2
    waiting: int = 400
