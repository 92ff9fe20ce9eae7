"""The files of a project → what they say as triples, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ..ontology.errors import BangfuError, SourceError
from ..ontology.graphs import SourceGraph, graph_of, source_graph
from .project import ProjectFile
from .readers import PATIENCE, Crew, Lost

if TYPE_CHECKING:
    from .cluster import Cluster

__all__ = ["Told", "read_files", "read_one"]

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
    cluster: Cluster | None = None,
    patience: float = PATIENCE,
) -> Iterator[tuple[str, Told]]:
    """Each of `found` by its key with what it says, in the order given.

    `base` is the folder that addresses count from, `jobs` the number of processes, `cluster` where
    they run if not here; what is said is the same whatever it is. `allow_marked` is as in
    :func:`.opening.load_each`, `patience` as in :func:`.batch.load_all`.
    """
    work = partial(_said, base=base, allow_marked=allow_marked)
    if cluster is not None:
        for one, said in zip(found, cluster.read(work, found, CHUNK, _lost), strict=True):
            yield one.key, tuple(said)
        return
    if jobs <= 1 or len(found) <= CHUNK:
        for one in found:
            yield one.key, tuple(work(one))
        return
    with Crew(work, jobs, _lost, patience=patience) as crew:
        for one, said in zip(found, crew.read(found, CHUNK), strict=True):
            yield one.key, tuple(said)


def read_one(file: ProjectFile, base: Path, allow_marked: bool = False) -> Told:
    """What one file says; what is wrong with it is given back, never raised."""
    return tuple(_said(file, base, allow_marked))


def _said(file: ProjectFile, base: Path, allow_marked: bool) -> Iterator[Said]:
    """The same, one by one."""
    try:
        yield from _read(file, base, allow_marked)
    except BangfuError as error:
        yield error


def _lost(file: ProjectFile, lost: Lost) -> Said:
    from .batch import given_up

    return given_up(file.path, lost)


def _read(file: ProjectFile, base: Path, allow_marked: bool) -> Iterator[SourceGraph | BangfuError]:
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


def _rdf_suffixes() -> tuple[str, ...]:
    from .rdf_parse import FORMATS

    return tuple(FORMATS)
