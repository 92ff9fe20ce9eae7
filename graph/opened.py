"""A store at hand, for notebooks and short scripts.

    from bangfu.graph import open_store

    store = open_store("bangfu.db")
    store.ask("who-helps", "旺苍县")

Nothing has to be closed: the folder is opened for each question and given back after it, so a load
elsewhere is never in the way, and what it brought is there at the next question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..ontology.errors import BangfuError, StoreError
from ..ontology.graphs import SourceGraph
from ..ontology.messages import Lang
from ..ontology.records import Reading
from .answer import Answer
from .ask import ask, store_coverage
from .engine import Rows, Store
from .guard import sparql
from .intake import Loaded, put_all
from .keep import reading
from .profile import Profile
from .question import questions
from .rowtable import RowTable, row_table

if TYPE_CHECKING:
    import networkx as nx

    from .render import Picture

__all__ = ["Opened", "open_store"]


def open_store(
    path: Path | str = "bangfu.db",
    *,
    profile: Profile | str = Profile.INTERNAL,
    lang: Lang = "zh",
    create: bool = False,
) -> Opened:
    """The store in the folder `path`, as readers of `profile` may see it, told in `lang`.

    Raises StoreError if there is none, unless `create` lets the first :meth:`Opened.put` make it.
    """
    if not create and not Path(path).exists():
        raise StoreError("store.missing", path=path)
    return Opened(path=Path(path), profile=Profile(profile), lang=lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What one asks of a store, each answer in a form that a notebook shows by itself."""

    path: Path
    profile: Profile = Profile.INTERNAL
    lang: Lang = "zh"

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The store itself for a block, for any function of ``bangfu.graph`` that takes one."""
        with reading(self.path, self.profile) as store:
            yield store

    def put(self, found: Iterable[Reading | SourceGraph | BangfuError]) -> Loaded:
        """Put readings in, one transaction a source; what could not be read is in ``failures``."""
        return put_all(self.path, found)

    def questions(self) -> RowTable:
        """The questions by name: what each asks, and what it takes."""
        rows = [
            (one.name, one.title[self.lang], ", ".join(p.name for p in one.parameters))
            for one in sorted(questions(), key=lambda one: (not one.number, one.number, one.name))
        ]
        return RowTable(("name", "title", "parameters"), tuple(rows))

    def ask(self, name: str, *arguments: str, **options: object) -> Answer:
        """The answer of :func:`.ask.ask`, which raises QueryError for what it cannot understand."""
        with reading(self.path, self.profile) as store:
            return ask(store, name, *arguments, lang=self.lang, **options)

    def sparql(self, query: str) -> RowTable:
        """The rows of a SELECT or ASK, or the triples of a CONSTRUCT or DESCRIBE, as plain texts.

        Raises QueryError for syntax errors and for whatever would change the store.
        """
        with reading(self.path, self.profile) as store:
            found = sparql(store, query)
        columns = found.columns if isinstance(found, Rows) else ("subject", "predicate", "object")
        return row_table(columns, found.rows if isinstance(found, Rows) else found)

    def project(self, level: str = "body", **options: Any) -> nx.MultiDiGraph[str]:
        """The network of :func:`.project.project` at ``body``, ``county``, … ``province``."""
        from .project import project

        with reading(self.path, self.profile) as store:
            return project(store, level, **options)

    def draw(self, entity: str | None = None, **options: Any) -> Picture:
        """The page of :func:`.drawing.picture` about `entity`, or about all, inside the notebook.

        Raises QueryError for an unknown name, DrawError when there is nothing to draw.
        """
        from .drawing import picture
        from .render import show

        with reading(self.path, self.profile) as store:
            net, _ = picture(store, entity, lang=self.lang, **options)
        return show(net)

    def coverage(self) -> str:
        """One line on what the store holds: no answer knows more than this."""
        with reading(self.path, self.profile) as store:
            return store_coverage(store, self.lang)
