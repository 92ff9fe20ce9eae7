"""One line of the table, and how its seconds are taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time, sleep
from typing import Final

__all__ = ["Row", "at_rest", "in_turn", "quads", "timed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One cost in wall and processor seconds, that of `peers` in the latter; `note` says more."""

    name: str
    wall: float
    cpu: float
    peers: Mapping[str, float]
    note: str = ""


_ENOUGH: Final = 10.0
"""Seconds after which nothing is repeated: by then chance counts for little."""


_IDLE: Final = 0.01
"""Seconds of the processor in half a second that are as good as none."""


def timed(call: Callable[[], object], repeat: int = 1) -> tuple[float, float]:
    """Wall and processor seconds of a call: the median of so many, of fewer where it takes long."""
    walls: list[float] = []
    cpus: list[float] = []
    while len(walls) < repeat and sum(walls) < _ENOUGH:
        wall, cpu = perf_counter(), process_time()
        call()
        walls.append(perf_counter() - wall)
        cpus.append(process_time() - cpu)
    return median(walls), median(cpus)


def in_turn(*calls: Callable[[], object], repeat: int) -> list[tuple[float, float]]:
    """Wall and processor seconds of each of `calls`, the median of so many, one after the other.

    What else the machine does comes and goes: so taken it costs all of them the same.
    """
    walls: list[list[float]] = [[] for _ in calls]
    cpus: list[list[float]] = [[] for _ in calls]
    while len(walls[0]) < repeat and sum(map(sum, walls)) < _ENOUGH * len(calls):
        for nth, call in enumerate(calls):
            wall, cpu = timed(call)
            walls[nth].append(wall)
            cpus[nth].append(cpu)
    return [(median(wall), median(cpu)) for wall, cpu in zip(walls, cpus, strict=True)]


def at_rest(most: float = 300.0) -> None:
    """Wait until this process does nothing: the engine puts its files together by the side."""
    end = perf_counter() + most
    while perf_counter() < end:
        before = process_time()
        sleep(0.5)
        if process_time() - before < _IDLE:
            return


def quads(triples: list[tuple[str, str, str]], graph: str) -> str:
    """N-Quads of triples in one graph."""
    return "".join(f"{' '.join(triple)} <{graph}> .\n" for triple in triples)
