"""All that is told with one property, as two columns of Arrow: what the edge table is made of.

An engine on this machine writes its answer as CSV and Arrow reads that, so no object of Python is
made for a term: a third of the time of going through the statements one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final, Protocol, runtime_checkable

import pyarrow as pa
from pyarrow import csv

from ..ontology.nt import value
from .engine import Store
from .view import behind

__all__ = ["Tabular", "pairs"]

_BATCH: Final = 1 << 16
_TOLD: Final = "SELECT ?s ?o { ?s <%s> ?o }"


@runtime_checkable
class Tabular(Protocol):
    """A store that writes its answers as CSV."""

    def as_csv(self, query: str) -> bytes:
        """The rows of a SELECT, with the names of its columns: IRIs and texts."""
        ...


def pairs(store: Store, predicate: str, left: str, right: str) -> Any:
    """(subject, object) of every triple with `predicate`, as plain text, in columns of these names.

    Repeats in graphs are one. A scan of one predicate and a join afterwards: on disk a third of the
    time of a query that joins.
    """
    inner = behind(store)
    if isinstance(inner, Tabular):
        table = _read(inner.as_csv(_TOLD % predicate))
    else:
        table = _scanned(store, predicate)
    return table.rename_columns([left, right]).group_by([left, right]).aggregate([])


def _read(text: bytes) -> Any:
    return csv.read_csv(
        BytesIO(text),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(column_types={"s": pa.string(), "o": pa.string()}),
    )


def _scanned(store: Store, predicate: str) -> Any:
    chunks = []
    subjects: list[str] = []
    objects: list[str] = []
    for _, subject, term in store.statements(predicate):
        subjects.append(subject[1:-1])
        objects.append(term[1:-1] if term[0] == "<" else value(term))
        if len(subjects) == _BATCH:
            chunks.append(_chunk(subjects, objects))
            subjects, objects = [], []
    chunks.append(_chunk(subjects, objects))
    return pa.Table.from_batches(chunks)


def _chunk(subjects: Sequence[str], objects: Iterable[str]) -> Any:
    columns = [pa.array(subjects, pa.string()), pa.array(objects, pa.string())]
    return pa.record_batch(columns, names=["s", "o"])
