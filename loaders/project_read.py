"""The files of a project → what they say as triples, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from ..ontology.errors import BangfuError, SourceError
from ..ontology.graphs import SourceGraph, graph_of, source_graph
from .project import ProjectFile
from .rdf_parse import FORMATS
from .readers import PATIENCE, Elsewhere, Lost, as_fault, each, given_up

__all__ = ["Told", "read_files"]

Said: TypeAlias = SourceGraph | BangfuError
Told: TypeAlias = tuple[Said, ...]
"""The sources in a file, and what is wrong with it or with parts of it."""

CHUNK = 8
"""Files handed over at once: handing over costs less than a tenth of reading them."""


def read_files(
    found: Sequence[ProjectFile],
    base: Path,
    jobs: int = 1,
    *,
    allow_marked: bool = False,
    cluster: Elsewhere | None = None,
    patience: float = PATIENCE,
) -> Iterator[tuple[str, Told]]:
    """Each of `found` by its key with what it says, in the order given.

    `base` is the folder that addresses count from, `jobs` the number of processes, `cluster` where
    they run if not here; what is said is the same whatever it is. `allow_marked` is as in
    :func:`.opening.load_each`, `patience` as in :func:`.batch.load_all`.
    """
    work = partial(_said, base=base, allow_marked=allow_marked)
    read = each(
        work,
        found,
        jobs=jobs,
        lost=_lost,
        cluster=cluster,
        patience=patience,
        chunk=CHUNK,
    )
    for one, said in read:
        yield one.key, tuple(said)


def _said(file: ProjectFile, base: Path, allow_marked: bool) -> Iterator[Said]:
    """What one file says, or what is wrong with it, whatever that is; it never raises."""
    try:
        yield from _read(file, base, allow_marked)
    except Exception as error:
        yield as_fault(file.path, error)


def _lost(file: ProjectFile, lost: Lost) -> Said:
    return given_up(file.path, lost)


def _read(file: ProjectFile, base: Path, allow_marked: bool) -> Iterator[SourceGraph | BangfuError]:
    if file.kind == "reference":
        yield from _reference()
    elif file.kind == "targets":
        from .target_triples import target_triples
        from .targets import read_target_list

        yield source_graph(*target_triples(read_target_list(file.path)))
    elif file.path.suffix.lower() in FORMATS:
        from .rdf import read_rdf

        yield from read_rdf(file.path, base, file.mapping).graphs
    elif file.mapping is not None:
        yield from _with_mapping(file, base)
    else:
        from .batch import load_all

        for _, said in load_all([file.path], base, allow_marked=allow_marked):
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
