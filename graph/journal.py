"""What changed in a store since its derived graph was written: kept only as long as it is sure.

The derived graph bears a stamp with the number of the rules by which it was made. The first change
of a source takes the stamp away in the same transaction, so a derived graph with the stamp of
today's rules follows from the sources as they stand, whatever was killed and whoever wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final, Protocol

from ..ontology import terms as t
from ..ontology.nt import Triple, iri, literal

__all__ = ["MOST", "STAMP", "Journal", "Tracked"]

STAMP: Final[Triple] = (iri(t.DERIVED_GRAPH), iri(t.OWL + "versionInfo"), literal("rules 3"))
"""Raise the number with every change of what is derived."""

MOST: Final = 300
"""Changed sources that are remembered; beyond, deriving everything anew is the quicker way."""


class Journal:
    """What the changed sources held before, from the first change on."""

    def __init__(self) -> None:
        """Nothing has changed yet."""
        self._open = False
        self._sure = False
        self._before: dict[str, Collection[Triple]] | None = None

    def opens(self, stamped: Callable[[], bool]) -> bool:
        """Whether the stamp must go with the change that comes now."""
        if self._open:
            return False
        self._sure = stamped()
        return self._sure

    def note(self, source: str, known: Collection[Triple]) -> None:
        """A change is done: remember what `source` held before its first, if that is worth it."""
        if not self._open:
            self._open, self._before = True, {} if self._sure else None
        if self._before is not None and (source in self._before or len(self._before) < MOST):
            self._before.setdefault(source, known)
        else:
            self._before = None

    def forget(self) -> None:
        """From now on it is not sure what has changed."""
        self._open, self._before = True, None

    def changed(self, stamped: Callable[[], bool]) -> Mapping[str, Collection[Triple]] | None:
        """The changed sources with what they held; None where that is not sure."""
        if self._open:
            return self._before
        return {} if stamped() else None


class Tracked(Protocol):
    """What a store must do besides, so that it can be derived by differences."""

    def changed(self) -> Mapping[str, Collection[Triple]] | None:
        """The sources that changed, with what they held before; None where that is not sure."""
        ...

    def about(self, subject: str, graph: str | None = None) -> Iterator[tuple[str, str, str]]:
        """(graph, predicate, object) of all triples with the IRI `subject`, in no order."""
        ...

    def holders(self, triple: Triple) -> Iterator[str]:
        """The graphs that hold `triple`."""
        ...

    def amend_graph(
        self, graph: str, removed: Collection[Triple], added: Collection[Triple]
    ) -> None:
        """Take `removed` from `graph` and put `added` into it: one transaction."""
        ...
