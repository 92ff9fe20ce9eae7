"""The one way into a store: what nobody may keep is taken out of every source before it is written.

It holds for articles, rosters and RDF alike, since it works on triples: private numbers and traits,
pupils and households, people who asked to be left out, and facts that were found to be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, final

from ..ontology import terms as t
from ..ontology.nt import Triple, value
from .corrections import Correction, corrected, read_corrections, uncorrected
from .embedded import Embedded
from .engine import Change, Rows
from .masking import Masker
from .personal import pupil_title, pupils, suspected, without_personal
from .suppression import Suppressions, read_suppressions
from .withhold import masked, names_of, withheld

if TYPE_CHECKING:
    from .remote.store import Remote

__all__ = ["Entry", "admitted"]

_TYPE, _PERSON, _TIER = f"<{t.RDF_TYPE}>", f"<{t.A_PERSON}>", f"<{t.TIER}>"
_TITLE, _OF = f"<{t.TITLE}>", f"<{t.PERSON}>"
_PUBLIC: Final = frozenset(f"<{t.concept('tier', code)}>" for code in ("P0", "P1"))
_TEXTS: Final = frozenset(f"<{one}>" for one in (t.CLEAN_TEXT, t.QUOTE))
_AT_ONCE: Final = 1000
"""Triples that are looked through together: hardly any has anything private."""
_FIXED: Final = frozenset(f"<{one}>" for one in (t.SHA256, t.METHOD, t.ADCODE, t.WAS, t.DCT_SOURCE))


@final
class Entry:
    """A store that sources are written to: as `inner`, but for what it lets in."""

    def __init__(self, inner: Embedded | Remote, path: Path | None) -> None:
        """Write to `inner`, minding the decisions beside the store at `path`, if it has one."""
        self._inner = inner
        self._suppressions: Suppressions | None = None
        self._corrections: tuple[Correction, ...] = ()
        if path is not None:
            self._suppressions = read_suppressions(path)
            self._corrections = read_corrections(path)

    @property
    def tracked(self) -> Embedded | Remote:
        """The store itself, for what is derived: no source is written through it."""
        return self._inner

    def put(self, source: str, triples: Sequence[Triple]) -> Change:
        """Make `triples`, as far as they may be kept, all that the graph `source` holds."""
        return self._inner.put(source, self._decided(source, admitted(triples)))

    def put_stream(self, source: str, triples: Iterable[Triple]) -> Change:
        """The same for a source of any size.

        If there are decisions to mind the whole source is held in memory.
        """
        if self._suppressions is None and not self._corrections:
            return self._inner.put_stream(source, _streamed(triples))
        return self.put(source, list(triples))

    def decide_again(self, source: str) -> bool:
        """Apply the decisions, which may have changed, to a source stored before; if it changes."""
        known = self._inner.triples(source)
        return self._inner.put(source, self._decided(source, known)) is not Change.UNCHANGED

    def _decided(self, source: str, triples: Iterable[Triple]) -> list[Triple]:
        said = uncorrected(triples)
        key = None
        if self._suppressions is not None:
            said, key = self._suppressions.applied(source, said), self._suppressions.key
        return corrected(said, self._corrections, key) if self._corrections else said

    def remove(self, source: str) -> bool:
        """Drop the graph `source`; False if there is none."""
        return self._inner.remove(source)

    def select(self, query: str, bindings: Mapping[str, str] | None = None) -> Rows:
        """Answer a SELECT or ASK over the union of all graphs."""
        return self._inner.select(query, bindings)

    def construct(self, query: str, bindings: Mapping[str, str] | None = None) -> list[Triple]:
        """Answer a CONSTRUCT or DESCRIBE over the union of all graphs: sorted, no repeats."""
        return self._inner.construct(query, bindings)

    def graphs(self) -> tuple[str, ...]:
        """The names of all graphs, sorted."""
        return self._inner.graphs()

    def triples(self, graph: str) -> list[Triple]:
        """What one graph holds, sorted."""
        return self._inner.triples(graph)

    def statements(
        self, predicate: str, target: str | None = None
    ) -> Iterator[tuple[str, str, str]]:
        """(graph, subject, object) of all triples with the IRI `predicate`, in no order."""
        return self._inner.statements(predicate, target)

    def replace_graph(self, graph: str, triples: Iterable[Triple]) -> None:
        """Make `triples` all that `graph` holds: derived, judgements or ontology, no source."""
        self._inner.replace_graph(graph, triples)

    def flush(self) -> None:
        """Make all that was written safe against a power cut."""
        self._inner.flush()

    def close(self) -> None:
        """Give the locks back."""
        self._inner.close()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()


def admitted(triples: Sequence[Triple]) -> list[Triple]:
    """The `triples` of a source without what is never kept, sorted.

    Pupils, parents and members of households have no node and no name in any text. What was hashed
    from something that goes gets an IRI that only the source itself, as received, would give.
    """
    triples = sorted(set(triples))
    people = {s for s, p, o in triples if p == _TYPE and o == _PERSON}
    called = names_of(triples, people)
    minors = {name for _, p, o in triples if p in _TEXTS for name in pupils(value(o))}
    gone = _minors(triples, people, called, minors)
    stay = {name for person in people - gone for name in called.get(person, ())}
    hidden = (minors | {name for person in gone for name in called.get(person, ())}) - stay
    mask = Masker(hidden, stay)
    if not gone and not hidden and all(_fit(one) == one for one in triples):
        return triples
    # the digest of what nobody will see: it cannot be guessed from what is left
    key = sha256("\x00".join(map("\x01".join, triples)).encode()).hexdigest().encode()
    return withheld(triples, gone, lambda text: mask(without_personal(text)), key)


def _minors(
    triples: Sequence[Triple],
    people: set[str],
    called: Mapping[str, set[str]],
    minors: set[str],
) -> set[str]:
    """The persons who are pupils and the like, and nothing else in this source."""
    public = {s for s, p, o in triples if p == _TIER and o in _PUBLIC}
    of = {s: o for s, p, o in triples if p == _OF and o in people}
    titles: dict[str, set[str]] = {}
    for s, p, o in triples:
        if p == _TITLE and s in of:
            titles.setdefault(of[s], set()).add(value(o))
    return {
        person
        for person in people - public
        if all(map(pupil_title, titles.get(person, ())))
        and (person in titles or called.get(person, set()) & minors)
    }


def _streamed(triples: Iterable[Triple]) -> Iterator[Triple]:
    rest = iter(triples)
    while part := list(islice(rest, _AT_ONCE)):
        # numbers and the like, as IRIs, end with their type: nothing of them is ever blanked
        said = [o for _, p, o in part if not o.endswith(">") and p not in _FIXED]
        found = suspected(said)
        yield from [_fit(one) if one[2] in found else one for one in part] if found else part


def _fit(triple: Triple) -> Triple:
    """The triple without private numbers and traits."""
    subject, predicate, target = triple
    if target.startswith("<") or predicate in _FIXED:
        return triple
    return subject, predicate, masked(target, without_personal)
