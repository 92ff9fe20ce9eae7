"""The whole store as one file, byte for byte the same for the same content."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final, Literal, TypeAlias

from ..ontology.errors import QueryError, StoreError
from ..ontology.nt import Triple, iri
from ..ontology.terms import (
    CLEAN_TEXT,
    DERIVED_GRAPH,
    IDENTITY_KEY,
    ONTOLOGY_GRAPH,
    SKOS_HIDDEN_LABEL,
    TEXT_KEY,
)
from .engine import Store
from .jsonld import jsonld
from .turtle import trig, turtle

__all__ = ["FORMATS", "Format", "export", "nquads"]

Format: TypeAlias = Literal["nquads", "trig", "turtle", "jsonld"]

FORMATS: Final[tuple[Format, ...]] = ("nquads", "trig", "turtle", "jsonld")

_TEXT: Final = iri(CLEAN_TEXT)
_AIDS: Final = {iri(one) for one in (CLEAN_TEXT, IDENTITY_KEY, SKOS_HIDDEN_LABEL, TEXT_KEY)}

_Graphs: TypeAlias = Iterator[tuple[str, list[Triple]]]


def export(store: Store, form: str, out: Path | IO[bytes], *, with_text: bool = False) -> None:
    """Write all that `store` holds to `out` as nquads, trig, turtle or jsonld.

    Sorted by graph, subject, predicate, object. Turtle has no graphs: it holds each triple once.
    The ontology is in nquads and trig alone. Only `with_text` are the sources' full texts in it,
    and the aids that look-up derives from names and texts. A file is there whole or not at all.
    Raises :class:`QueryError` for another format and :class:`StoreError` when the file cannot be
    written.
    """
    if form not in FORMATS:
        raise QueryError("store.bad-format", name=form, known=", ".join(FORMATS))
    lines = _WRITERS[form](_graphs(store, form, with_text))
    if isinstance(out, Path):
        _written(out, lines)
    else:
        for line in lines:
            out.write(line.encode("utf-8"))


def nquads(graphs: _Graphs) -> Iterator[str]:
    """Canonical N-Quads: one line a statement, graph by graph, sorted."""
    for graph, triples in graphs:
        name = iri(graph)
        for subject, predicate, target in triples:
            yield f"{subject} {predicate} {target} {name} .\n"


def _graphs(store: Store, form: Format, with_text: bool) -> _Graphs:
    for graph in store.graphs():
        if graph == ONTOLOGY_GRAPH and form not in ("nquads", "trig"):
            continue
        left_out = set() if with_text else _AIDS if graph == DERIVED_GRAPH else {_TEXT}
        yield graph, [triple for triple in store.triples(graph) if triple[1] not in left_out]


def _written(out: Path, lines: Iterator[str]) -> None:
    """All `lines` under another name first: a reader never meets half a file."""
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
        part = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)
        part.chmod(0o666 & ~_umask())
        part.replace(out)
    except OSError as error:
        raise StoreError("store.not-written", path=out, reason=error.strerror or error) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_WRITERS: Final[dict[Format, Callable[[_Graphs], Iterator[str]]]] = {
    "nquads": nquads,
    "trig": trig,
    "turtle": turtle,
    "jsonld": jsonld,
}
