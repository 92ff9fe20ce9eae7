"""The files of a project → what they say as triples, in this process or in several."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from threading import Thread
from typing import TypeAlias

from ..ontology.errors import BangfuError, SourceError
from ..ontology.graphs import SourceGraph, graph_of, source_graph
from .project import ProjectFile

__all__ = ["Told", "read_files", "read_one"]

Told: TypeAlias = tuple[SourceGraph | BangfuError, ...]
"""The sources in a file, and what is wrong with it or with parts of it."""

CHUNK = 8
"""Files handed over at once: handing over costs less than a tenth of reading them."""


def read_files(
    found: Sequence[ProjectFile], base: Path, jobs: int = 1
) -> Iterator[tuple[str, Told]]:
    """Each of `found` by its key with what it says, in the order given.

    `base` is the folder that addresses count from, `jobs` the number of processes; what is said is
    the same whatever it is.
    """
    keys = [one.key for one in found]
    if jobs <= 1 or len(found) <= CHUNK:
        yield from zip(keys, (read_one(one, base) for one in found), strict=True)
        return
    with ProcessPoolExecutor(jobs, initializer=_end_with, initargs=(os.getpid(),)) as pool:
        told = pool.map(read_one, found, repeat(base), chunksize=CHUNK)
        yield from zip(keys, told, strict=True)


def read_one(file: ProjectFile, base: Path) -> Told:
    """What one file says; what is wrong with it is given back, never raised."""
    try:
        return tuple(_read(file, base))
    except BangfuError as error:
        return (error,)


def _read(file: ProjectFile, base: Path) -> Iterator[SourceGraph | BangfuError]:
    if file.kind == "reference":
        yield from _reference()
    elif file.kind == "targets":
        from .target_triples import target_triples
        from .targets import read_target_list

        yield source_graph(*target_triples(read_target_list(file.path)))
    elif file.path.suffix.lower() in _rdf_suffixes():
        from .rdf import read_rdf

        yield from read_rdf(file.path, base, file.mapping).graphs
    elif file.mapping is not None:
        yield from _with_mapping(file, base)
    else:
        from .batch import load_all

        for _, said in load_all([file.path], base):
            yield said if isinstance(said, BangfuError) else graph_of(said)


def _reference() -> Iterator[SourceGraph]:
    from .reference_graphs import reference_graphs

    yield from (source_graph(one.source, one.triples) for one in reference_graphs())


def _with_mapping(file: ProjectFile, base: Path) -> Iterator[SourceGraph]:
    """A table whose columns are told by a mapping file; no other kind of file has one."""
    from .table import ROSTERS, read_roster
    from .tables.mapping import read_mapping

    assert file.mapping is not None
    if file.path.suffix.lower() not in ROSTERS:
        raise SourceError("build.no-mapping-for", path=file.path, mapping=file.mapping)
    yield graph_of(read_roster(file.path, base, mapping=read_mapping(file.mapping)))


def _rdf_suffixes() -> tuple[str, ...]:
    from .rdf_parse import FORMATS

    return tuple(FORMATS)


def _end_with(parent: int) -> None:
    """Let a reading process end soon after the one that it works for was killed.

    It would wait for more work for ever: the pool's pipes do not break, every process holds both
    their ends.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    Thread(target=watch, daemon=True).start()
