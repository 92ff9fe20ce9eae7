"""The edge table kept beside the store, so that it is computed once and read many times.

It is a pure function of the store and stands in the store's folder with the state of the engine's
files that it was made from: if a file was written since, it is made good by what was noted to have
changed (:mod:`.edgelog`), or made again. A store without a folder
of its own (in memory, on a server, or one as readers of a profile may see it) has no such file: its
table is built anew each time, so that nobody is shown another store's table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from .edgedelta import followed
from .edgelog import FILES, LOG, noted, revision
from .edges import EdgeTable, built
from .embedded import Embedded
from .engine import Store
from .wholefile import drafted

__all__ = ["FILES", "Network", "coded", "each", "edge_table", "revision", "texts_of"]

Network: TypeAlias = Store | EdgeTable
"""What networks are computed from: a store, or its edge table where several are wanted of one."""

T = TypeVar("T")

_KEY: Final = b"bangfu-revision"
_PART: Final = 20_000


def edge_table(
    given: Network, edges: Collection[str] | None = None, nodes: Collection[str] | None = None
) -> EdgeTable:
    """The edge table of a store: read from beside it if it is of this state, else made and kept.

    `edges` and `nodes` are the columns that are wanted: of a kept table no others are read, of any
    other there are all. An edge table is given back as it is. Raises
    :class:`~bangfu.ontology.errors.StoreError` as the store does; a folder that cannot be written
    to costs only the time of the next making.
    """
    if isinstance(given, EdgeTable):
        return given
    folder = _folder(given)
    if folder is None:
        return built(given)
    key = revision(folder)
    kept = _key(folder)
    if kept == key and (found := _table(folder, key, edges, nodes)) is not None:
        return found
    made = _followed(given, folder, kept) or built(given)
    for name, table in zip(FILES, (made.edges, made.nodes), strict=True):
        _write(folder / name, key, table)
    if _key(folder) == key:
        (folder / LOG).unlink(missing_ok=True)
    return made


def each(column: Any, make: Callable[[str], T]) -> Iterable[T]:
    """What `make` makes of each text of a column: once of equal ones, and one object for them."""
    encoded = coded(column)
    made = [*map(make, encoded.dictionary.to_pylist())]
    # the places of all rows at once would be forty bytes a row
    parts = (encoded.indices.slice(at, _PART).to_pylist() for at in range(0, len(encoded), _PART))
    return chain.from_iterable(map(made.__getitem__, part) for part in parts)


def coded(column: Any) -> Any:
    """A column of texts as one Arrow array of its distinct texts and where they stand."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def texts_of(column: Any, same: Mapping[str, str] | None = None) -> Iterable[str]:
    """The texts of a column, equal ones as one object: a fifth of the memory of plain ones.

    `same` gives the object that stands for a text.
    """
    known = same or {}
    return each(column, lambda text: known.get(text, text))


def _folder(store: Store) -> Path | None:
    """The folder that holds all of `store` and nothing else, if it has one."""
    return store.path if isinstance(store, Embedded) else None


def _followed(store: Store, folder: Path, kept: str) -> EdgeTable | None:
    """The table of the state `kept`, made good by what changed since; None where that is unsure."""
    changes = noted(folder, kept) if kept else None
    old = None if changes is None else _table(folder, kept)
    return None if changes is None or old is None else followed(store, old, changes)


def _key(folder: Path) -> str:
    """The state of the table that is kept; "" if there is none."""
    try:
        return ((pq.read_schema(folder / FILES[0]).metadata or {}).get(_KEY) or b"").decode()
    except (OSError, pa.ArrowException):
        return ""


def _table(
    folder: Path,
    key: str,
    edges: Collection[str] | None = None,
    nodes: Collection[str] | None = None,
) -> EdgeTable | None:
    wanted = zip(FILES, (edges, nodes), strict=True)
    tables = [_read(folder / name, key, columns) for name, columns in wanted]
    return EdgeTable(*tables) if all(table is not None for table in tables) else None


def _read(path: Path, key: str, columns: Collection[str] | None) -> Any:
    """The table in `path`, or these `columns`, if it is whole and of the state `key`, else None."""
    try:
        if (pq.read_schema(path).metadata or {}).get(_KEY) != key.encode():
            return None
        some = None if columns is None else [*columns]
        return pq.read_table(path, columns=some).replace_schema_metadata(None)
    except (OSError, pa.ArrowException):
        return None


def _write(path: Path, key: str, table: Any) -> None:
    table = table.replace_schema_metadata({_KEY: key.encode()})
    with suppress(OSError), drafted(path) as draft:
        pq.write_table(table, draft, compression="zstd")
