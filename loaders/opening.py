"""Files → readings: which files there are, and what each says, by what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from ..ontology.errors import BangfuError, SourceError
from ..ontology.records import Reading
from .rights import rights_note
from .secrecy import marking
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


def load_each(
    path: Path, base: Path, basis: str | None = None, *, allow_marked: bool = False
) -> Iterator[Reading | BangfuError]:
    """What a file says, by what it is: a roster, a page, a document, or many of them in one file.

    `base` is the folder that the sources' addresses are relative to, `basis` the ground on which
    the personal data of a roster is held. Whatever cannot be read comes as the error that says so;
    the rest is read all the same. A paper marked as internal or secret is refused unless
    `allow_marked`. RDF gives triples, not readings: :func:`.rdf.read_rdf`.
    """
    from .documents import is_container, read_any

    try:
        if path.suffix.lower() in ROSTERS and not is_container(path):
            from .table import read_roster

            roster = read_roster(path, base, basis=basis)
            yield _refused(path, roster.source.text, allow_marked) or roster
            return
        from .news import read

        for document in read_any(path, base):
            if isinstance(document, BangfuError):
                yield document
                continue
            refused = _refused(document.address, document.raw, allow_marked)
            yield refused or _with_rights(read(document), document.raw)
    except BangfuError as error:
        yield error


def _refused(where: object, text: str, allow_marked: bool) -> SourceError | None:
    """What is wrong with a paper that bears a mark of secrecy."""
    mark = None if allow_marked else marking(text)
    return None if mark is None else SourceError("secrecy.marked", path=where, mark=mark)


def _with_rights(reading: Reading, raw: str) -> Reading:
    """`reading` with the notice of its page that forbids copying, if it has one."""
    note = rights_note(raw) if reading.source.rights is None else None
    return (
        reading if note is None else replace(reading, source=replace(reading.source, rights=note))
    )


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
