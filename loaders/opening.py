"""Files → readings: which files there are, and what each says, by what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from ..ontology.errors import BangfuError, SourceError
from ..ontology.records import Reading
from .tables import ROSTERS

__all__ = ["find_files", "load", "load_each", "sample_folder"]


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Every readable file in `paths`; folders are searched. SourceError when there is none."""
    from .documents import SUFFIXES
    from .rdf_parse import FORMATS
    from .source import find_documents

    wanted = {*ROSTERS, *SUFFIXES, *FORMATS}
    inside = {
        item
        for path in paths
        if path.is_dir()
        for item in path.rglob("*")
        # ~$ is what Office leaves beside a workbook that is open
        if item.suffix.lower() in wanted and not item.name.startswith("~$") and item.is_file()
    }
    found = tuple(sorted(inside.union(find_documents(paths))))
    if not found:
        raise SourceError("cli.nothing-to-load", paths=", ".join(str(path) for path in paths))
    return found


def load_each(path: Path, base: Path, basis: str | None = None) -> Iterator[Reading | BangfuError]:
    """What a file says, by what it is: a roster, a page, a document, or many of them in one file.

    `base` is the folder that the sources' addresses are relative to, `basis` the ground on which
    the personal data of a roster is held. Whatever cannot be read comes as the error that says so;
    the rest is read all the same. RDF gives triples, not readings: :func:`.rdf.read_rdf`.
    """
    from .documents import is_container, read_any

    try:
        if path.suffix.lower() in ROSTERS and not is_container(path):
            from .table import read_roster

            yield read_roster(path, base, basis=basis)
            return
        from .news import read

        for document in read_any(path, base):
            yield document if isinstance(document, BangfuError) else read(document)
    except BangfuError as error:
        yield error


def load(path: Path, base: Path) -> Reading:
    """The first reading in a file; what is wrong with it is raised. As :func:`load_each` else."""
    for found in load_each(path, base):
        if isinstance(found, BangfuError):
            raise found
        return found
    raise SourceError("cli.nothing-to-load", paths=path)


@contextmanager
def sample_folder() -> Iterator[Path]:
    """The sample that the project ships: articles, their gold facts, and a roster."""
    with as_file(files("bangfu.loaders") / "data" / "sample") as folder:
        yield folder
