"""What changed in a store since its derived graph was written: kept only as long as it is sure.

The derived graph bears a stamp with the number of the rules by which it was made. The first change
of a source takes the stamp away in the same transaction, so a derived graph with the stamp of
today's rules follows from the sources as they stand, whatever was killed and whoever wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from ..ontology import terms as t
from ..ontology.nt import Triple, iri, literal

__all__ = ["MOST", "STAMP", "Amendment", "Journal", "Tracked"]

STAMP: Final[Triple] = (iri(t.DERIVED_GRAPH), iri(t.OWL + "versionInfo"), literal("rules 3"))
"""Raise the number with every change of what is derived."""

MOST: Final = 300
"""Changed sources that are remembered; beyond, deriving everything anew is the quicker way."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """The derived graph followed a change of some sources: what they held `before`, and what left
    the derived graph and came into it."""

    before: Mapping[str, Collection[Triple]]
    removed: Collection[Triple]
    added: Collection[Triple]


class Journal:
    """What the changed sources held before, from the first change on."""

    def __init__(self, amended: tuple[Amendment, ...] | None = ()) -> None:
        """Nothing has changed yet; the derived graph followed by what was `amended` before."""
        self.amended = amended
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

    def followed(self, removed: Collection[Triple], added: Collection[Triple]) -> Journal:
        """The next journal, after the derived graph followed what is in this one."""
        before = self._before if self._open else {}
        if self.amended is None or before is None:
            return Journal(amended=None)
        return Journal(amended=(*self.amended, Amendment(before, removed, added)))

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
