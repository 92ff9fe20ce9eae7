"""Sources and judgements → the derived graph: a pure function, whatever order they came in.

Nothing here is ever asserted by anybody; dropping the derived graph loses nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Final

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple
from .canon import about, identity
from .clusters import Clusters, Refusal
from .days import days_of
from .delta import Delta, delta
from .engine import Store
from .filling import Said
from .helping import classes, pairs
from .identity import canonical_iris
from .journal import STAMP
from .judgements import Judgement, judgement_triples
from .reposts import reposted
from .said import Columns, OfStatements, Statements, filled
from .scan import columns as columns_of
from .tally import counted, tally_triples
from .view import Followed, TrackedStore
from .whereabouts import Around

__all__ = ["Derivation", "derive", "derived"]

_SOME: Final = f"SELECT ?s ?p ?o {{ GRAPH <{t.DERIVED_GRAPH}> {{ ?s ?p ?o }} }}"


@dataclass(frozen=True, slots=True)
class Derivation:
    """The derived graph, sorted, and the merges that were refused, sorted."""

    triples: list[Triple]
    refused: tuple[Refusal, ...]


def derive(store: Store, judgements: Sequence[Judgement] = ()) -> tuple[Refusal, ...]:
    """Write the graphs of judgements and of what follows; give back the merges that were refused.

    A store that knows which sources changed since it was derived is not read whole: then only the
    merges near those are told. Raises :class:`~bangfu.ontology.errors.StoreError` as the store
    does.
    """
    if isinstance(store, Followed) and (before := store.tracked.changed()) is not None:
        little = delta(store.tracked, before, judgements)
        if little is not None:
            _amend(store.tracked, little)
            return little.refused
    columns = columns_of(store)
    said = filled(columns)
    found = canonical_iris(said, judgements)
    if isinstance(store, Followed):
        # killed before the end, what follows from these judgements would seem to be there
        store.tracked.amend_graph(t.DERIVED_GRAPH, [STAMP], ())
    store.replace_graph(t.JUDGEMENTS_GRAPH, judgement_triples(judgements))
    # as they come: all of them at once would be most of the memory
    store.replace_graph(t.DERIVED_GRAPH, _all(columns, said, found))
    return tuple(sorted(found.refused))


def _amend(store: TrackedStore, found: Delta) -> None:
    """Write what changed, and that all is sure again; a graph of a stamp alone is none."""
    if found.added or _left(store, found.removed):
        store.amend_graph(t.DERIVED_GRAPH, found.removed, found.added | {STAMP})
    else:
        store.replace_graph(t.DERIVED_GRAPH, ())


def _left(store: TrackedStore, removed: Collection[Triple]) -> bool:
    """Whether anything but the stamp is left without what is `removed`."""
    some = store.select(f"{_SOME} LIMIT {len(removed) + 2}").rows
    return not {*removed, STAMP}.issuperset(some)


def derived(statements: Statements, judgements: Sequence[Judgement] = ()) -> Derivation:
    """What follows from the sources behind `statements` and from `judgements`."""
    columns = OfStatements(statements)
    said = filled(columns)
    found = canonical_iris(said, judgements)
    triples = sorted(set(_all(columns, said, found)))
    return Derivation(triples, tuple(sorted(found.refused)))


def _all(columns: Columns, said: Said, found: Clusters) -> Iterator[Triple]:
    """The derived graph in no order; a few triples come more than once."""
    parts = (
        reposted(columns),
        tally_triples(counted(columns)),
        identity(found, found.canonical),
        _things(said, found.canonical),
        _days(said),
    )
    count = 0
    for triple in chain.from_iterable(parts):
        yield triple
        count += 1
    if count:
        yield STAMP


def _things(said: Said, who: Mapping[str, str]) -> Iterator[Triple]:
    """What canonical things are, where they lie, and which of them help one another."""
    helping = {pair for fact in said.links[t.HELPER] for pair in pairs(said, who, fact)}
    ends = {end for _, *both in helping for end in both}
    around = Around(said, who)
    within = iri(t.WITHIN)
    near: dict[str, frozenset[str]] = {}
    for canonical, some in groupby(sorted(who, key=who.__getitem__), key=who.__getitem__):
        members = list(some)
        yield from about(said, who, canonical, members)
        places = around.of(canonical, members)
        node = f"<{canonical}>"
        for place in places:
            yield node, within, iri(place)
        if places and canonical in ends:
            near[canonical] = places
    for predicate, giver, taker in helping:
        yield f"<{giver}>", iri(predicate), f"<{taker}>"
    yield from classes(helping, near, around.places)


def _days(said: Said) -> Iterator[Triple]:
    for fact in said.dates[t.SINCE].keys() | said.dates[t.UNTIL].keys() | said.evidenced.keys():
        yield from days_of(said, fact)
