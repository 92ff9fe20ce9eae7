"""Which sources were written to on a server, noted there as soon as somebody keeps a mirror of it.

Each run of writing notes a source under the run's own name before it changes it. When what follows
from the sources is written, the revision becomes another. Where nobody ever made a mirror nothing
is noted, and nothing stands in the graph of changes.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, final
from uuid import uuid4

from ...ontology.nt import Triple, iri, literal, value
from ...ontology.terms import CHANGES_GRAPH, RDF
from ..updates import amendment
from .asking import Asking

__all__ = ["Changes"]

_HOLDS: Final = iri(RDF + "value")
_HERE: Final = iri(CHANGES_GRAPH)
_REVISION: Final = f"SELECT ?r {{ GRAPH {_HERE} {{ {_HERE} {_HOLDS} ?r }} }}"
_RUNS: Final = f"SELECT ?r {{ GRAPH {_HERE} {{ ?r {_HOLDS} ?source }} }} GROUP BY ?r"
_NOTED: Final = f"SELECT ?s {{ GRAPH {_HERE} {{ %s {_HOLDS} ?s }} }}"


@final
class Changes:
    """The graph of changes on the server behind `asking`; `update` sends an update there."""

    def __init__(self, asking: Asking) -> None:
        """Nothing is asked yet."""
        self._asking = asking
        self._run = ""
        self._noting: bool | None = None

    def revision(self) -> str:
        """What the server holds is another where this is another; "" if nobody keeps a mirror."""
        return " ".join(sorted(self._revisions()))

    def keep(self) -> str:
        """Let changes be noted from now on; the revision. Needs the right to write."""
        if not self._revisions():
            self._write((), [_revision()])
        return self.revision()

    def note(self, source: str) -> None:
        """Note, if somebody wants to know, that `source` is about to change."""
        if self._noting is None:
            self._noting = bool(self._revisions())
            self._run = iri(f"{CHANGES_GRAPH}/{uuid4().hex}")
        if self._noting:
            self._write((), [(self._run, _HOLDS, iri(source))])

    def renew(self) -> None:
        """Make the revision another, before what follows from the changes counts as whole."""
        if known := self._revisions():
            old = [(_HERE, _HOLDS, literal(one)) for one in known]
            self._write(old, [_revision()])
        self._noting = None

    def runs(self) -> set[str]:
        """The names of all runs that noted something."""
        return {value(run) for (run,) in self._asking.rows(_RUNS)} - {CHANGES_GRAPH}

    def sources(self, runs: Collection[str]) -> set[str]:
        """The sources that these runs wrote to."""
        return {
            value(source)
            for run in sorted(runs)
            for (source,) in self._asking.distinct(_NOTED % iri(run))
        }

    def _revisions(self) -> set[str]:
        return {value(one) for (one,) in self._asking.rows(_REVISION)}

    def _write(self, removed: Collection[Triple], added: Collection[Triple]) -> None:
        text = amendment(_HERE, removed, added, self._asking.url)
        self._asking.http.update(self._asking.update, text)


def _revision() -> Triple:
    return _HERE, _HOLDS, literal(uuid4().hex)
