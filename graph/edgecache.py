"""The edge table kept beside the store, so that it is computed once and read many times.

It is a pure function of the store and stands in the store's folder with the state of the engine's
files that it was made from: if a file was written since, it is made again. A store without a folder
of its own (in memory, on a server, or one as readers of a profile may see it) has no such file: its
table is built anew each time, so that nobody is shown another store's table.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from .edges import EdgeTable, built
from .embedded import Embedded
from .engine import Store
from .folder import state

__all__ = ["FILES", "Network", "drop_table", "edge_table", "revision", "texts_of"]

Network: TypeAlias = Store | EdgeTable
"""What networks are computed from: a store, or its edge table where several are wanted of one."""

FILES: Final = ("edges.parquet", "nodes.parquet")
"""The names of the two files in a store's folder."""

_FORMAT: Final = "2"
_KEY: Final = b"bangfu-revision"


def edge_table(given: Network) -> EdgeTable:
    """The edge table of a store: read from beside it if it is of this state, else made and kept.

    An edge table is given back as it is. Raises :class:`~bangfu.ontology.errors.StoreError` as the
    store does; a folder that cannot be written to costs only the time of the next making.
    """
    if isinstance(given, EdgeTable):
        return given
    folder = _folder(given)
    if folder is None:
        return built(given)
    key = revision(folder)
    tables = [_read(folder / name, key) for name in FILES]
    if all(table is not None for table in tables):
        return EdgeTable(*tables)
    made = built(given)
    for name, table in zip(FILES, (made.edges, made.nodes), strict=True):
        _write(folder / name, key, table)
    return made


def revision(folder: Path) -> str:
    """What stands for the state of the store in `folder`: equal only if nothing was written since.

    The engine never changes a file of sorted tables, and only appends to its log: names, sizes and
    times of these files differ after every write.
    """
    return sha256(f"{_FORMAT}\n{state(folder)}".encode()).hexdigest()


def drop_table(folder: Path) -> None:
    """Delete the table kept in `folder`, as whoever takes something down must do."""
    for name in FILES:
        (folder / name).unlink(missing_ok=True)


def texts_of(column: Any) -> Iterable[str]:
    """The texts of a column, equal ones as one object: a fifth of the memory of plain ones."""
    encoded = column.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    texts = encoded.dictionary.to_pylist()
    return map(texts.__getitem__, encoded.indices.to_pylist())


def _folder(store: Store) -> Path | None:
    """The folder that holds all of `store` and nothing else, if it has one."""
    return store._path if isinstance(store, Embedded) else None


def _read(path: Path, key: str) -> Any:
    """The table in `path` if it is whole and of the state `key`, else None."""
    try:
        if (pq.read_schema(path).metadata or {}).get(_KEY) != key.encode():
            return None
        return pq.read_table(path).replace_schema_metadata(None)
    except (OSError, pa.ArrowException):
        return None


def _write(path: Path, key: str, table: Any) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        pq.write_table(
            table.replace_schema_metadata({_KEY: key.encode()}), part, compression="zstd"
        )
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
