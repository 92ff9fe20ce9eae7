"""Who says it: news pages and rosters become readings.

>>> from bangfu.loaders import load
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from ..ontology.errors import SourceError
from ..ontology.records import Reading

__all__ = ["find_files", "load", "sample_folder"]

ROSTERS = (".csv", ".tsv")
"""The endings of files that are read as rosters; everything else is a page."""


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Every readable file in `paths`; folders are searched. SourceError when there is none."""
    from .source import find_documents

    rosters = {
        item
        for path in paths
        if path.is_dir()
        for item in path.rglob("*")
        if item.suffix.lower() in ROSTERS and item.is_file()
    }
    found = tuple(sorted(rosters.union(find_documents(paths))))
    if not found:
        raise SourceError("cli.nothing-to-load", paths=", ".join(str(path) for path in paths))
    return found


def load(path: Path, base: Path) -> Reading:
    """Read one file by what it is: a roster (CSV, TSV) or a page of text or HTML.

    `base` is the folder that the source's address is relative to. Raises SourceError or TableError
    when the file cannot be read.
    """
    if path.suffix.lower() in ROSTERS:
        from .table import read_roster

        return read_roster(path, base)
    from .news import read
    from .source import read_document

    return read(read_document(path, base))


@contextmanager
def sample_folder() -> Iterator[Path]:
    """The sample that the project ships: articles, their gold facts, and a roster."""
    with as_file(files("bangfu.loaders") / "data" / "sample") as folder:
        yield folder
