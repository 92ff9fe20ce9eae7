"""The derived graph after some sources changed: only what they touch is derived again.

The result is the same to the byte as deriving everything. Where a change reaches too far to be
followed (a place that many lie in moves, a judgement is made) there is none, and everything is
derived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, value
from .canon import ABOUT, LINKS, about, identity
from .clusters import Refusal
from .days import DAYS, days_of
from .helpdelta import Helping
from .judgements import Judgement, judgement_triples
from .places import containers
from .region import Region, decided
from .repostdelta import repost_changes
from .said import NO_SOURCES, PLACES, THINGS, Line
from .tally import tally_changes
from .view import TrackedStore, View
from .whereabouts import homes, person_parents, thing_parents

__all__ = ["Delta", "delta"]

_MOST_LINES: Final = 20_000
"""Changed statements beyond which deriving everything anew is the quicker way: some twenty long
articles, or one reference table."""
_CLASSES = frozenset((iri(t.A_HELPER_REGION), iri(t.A_RECIPIENT_COUNTY)))
_MOVING = frozenset((t.PART_OF, t.SKOS_PREF_LABEL, t.RDF_TYPE))
_LYING: Final = (t.LOCATED_IN, t.PART_OF)
_NAMING: Final = (*_LYING, t.HELPER, t.RECIPIENT, t.ORGANIZATION, t.FROM, t.TO)
"""By what things and facts name a place."""
_OF_FACTS = frozenset((t.SINCE, t.UNTIL, t.EVIDENCE, t.STATUS))


@dataclass(frozen=True, slots=True)
class Delta:
    """What leaves the derived graph and what enters it; merges refused among what was touched."""

    removed: frozenset[Triple]
    added: frozenset[Triple]
    refused: tuple[Refusal, ...]


def delta(
    store: TrackedStore,
    before: Mapping[str, Collection[Triple]],
    judgements: Sequence[Judgement],
) -> Delta | None:
    """What the derived graph of `store` lacks since the sources held `before`; None: derive all."""
    if sorted(judgement_triples(judgements)) != store.triples(t.JUDGEMENTS_GRAPH):
        return None
    view = View(store, before)
    differing = view.differences()
    if len(differing) > _MOST_LINES:
        return None
    if _moves_places(view, differing):
        return None
    touched = {line[1] for line in differing} & _typed(view, differing)
    both = [*_all(view.old), *_all(view.new)]
    touched |= {line[1] for line in both if line[2:] == (t.RDF_TYPE, iri(t.A_PERSON))}
    persons = {value(line[3]) for line in differing if line[2] == t.PERSON}
    facts = {line[1] for line in differing}
    persons |= {
        value(line[3]) for fact in facts for line in view.lines(fact) if line[2] == t.PERSON
    }
    region = decided(view, touched, persons, judgements)
    for judgement in region.judged:
        for end in (judgement.a, judgement.b):
            if not PLACES.isdisjoint(view.ends(end, t.RDF_TYPE)):
                return None
    return _Working(view, region, both, differing).result()


def _all(lines: Mapping[str, set[Line]]) -> Iterable[Line]:
    return (line for found in lines.values() for line in found)


def _typed(view: View, differing: Iterable[Line]) -> set[str]:
    """Those of the subjects that are entities, before or now."""
    kinds = {
        line[1]
        for line in (*_all(view.old), *_all(view.new))
        if line[2] == t.RDF_TYPE and line[3][1:-1] in THINGS
    }
    others = {line[1] for line in differing} - kinds
    return kinds | {one for one in others if view.ends(one, t.CANONICAL)}


def _moves_places(view: View, differing: Iterable[Line]) -> bool:
    """Whether a place moves or is called anew that others may lie in."""
    for place in sorted({line[1] for line in differing if line[2] in _MOVING}):
        known = view.ends(place, t.RDF_TYPE)
        fresh = {line[3][1:-1] for line in view.lines(place) if line[2] == t.RDF_TYPE}
        if PLACES.isdisjoint([*known, *fresh]):
            continue
        # one that goes altogether may take with it all that lies in it: that shows later
        if known and fresh and view.leads(t.WITHIN, place):
            return True
        if not known or not fresh:
            # one that goes may still be named where nothing says that it is a place
            unseen = NO_SOURCES if known else NO_SOURCES | view.changed
            for predicate in _NAMING if known else _LYING:
                found = view.store.statements(predicate, iri(place))
                if any(graph not in unseen for graph, _, _ in found):
                    return True
    return False


class _Working:
    """One delta in the making."""

    def __init__(self, view: View, region: Region, both: list[Line], differing: set[Line]) -> None:
        self.view, self.region, self.both, self.differing = view, region, both, differing
        self.found = region.found
        self.was = region.was
        self.now = {e: c for e, c in region.found.canonical.items() if e in region.members}
        self.removed: set[Triple] = set()
        self.added: set[Triple] = set()
        self.who: dict[str, str] = {**region.prior.canonical, **self.now}

    def result(self) -> Delta | None:
        """All that changes."""
        self._identity()
        if not self._things():
            return None
        self._days()
        helping = Helping(self.view, self.canonical, self.was, self.now, self.around)
        moved = {e for e in self.region.members if self.was.get(e) != self.now.get(e)}
        self._apply(*helping.changes(self.both, moved, self.kinds))
        self._apply(*repost_changes(self.view))
        self._apply(*tally_changes(self.view))
        gone, come = self.removed - self.added, self.added - self.removed
        return Delta(frozenset(gone), frozenset(come), tuple(sorted(self.found.refused)))

    def _apply(self, removed: Iterable[Triple], added: Iterable[Triple]) -> None:
        self.removed.update(removed)
        self.added.update(added)

    def canonical(self, entity: str) -> str | None:
        """The canonical IRI of any entity as it is now; None for what is no entity."""
        if entity in self.region.members:
            return self.now.get(entity)
        if entity not in self.who:
            for known in self.view.ends(entity, t.CANONICAL):
                self.who[entity] = known
        return self.who.get(entity)

    def _identity(self) -> None:
        links = iri(t.CANONICAL)
        for canonical in {*self.was.values(), *self.now.values()}:
            for one in self.view.leading_to(t.CANONICAL, canonical):
                self.removed.add((iri(one), links, iri(canonical)))
        self.added.update(identity(self.found, self.now))

    def _things(self) -> bool:
        """Types, names and links of canonical things, and where they lie. False: derive all."""
        view = self.view
        members: dict[str, list[str]] = defaultdict(list)
        for entity, canonical in self.now.items():
            members[canonical].append(entity)
        mine = {*self.was.values(), *self.now.values()}
        here = set(mine)
        for entity in self.region.members:
            if self.was.get(entity) == self.now.get(entity):
                continue
            for predicate in LINKS:
                for subject in view.said_to(predicate, entity):
                    other = self.canonical(subject)
                    if other is not None and other not in here:
                        here.add(other)
                        members[other] = [
                            one for one in view.leading_to(t.CANONICAL, other) if view.lines(one)
                        ]
        every = sorted({entity for some in members.values() for entity in some})
        said = view.said([line for entity in every for line in view.lines(entity)])
        for entity in every:
            for predicate in LINKS:
                for target in said.links[predicate].get(entity, ()):
                    self.canonical(target)
        self.kinds = {c: {k for e in some for k in said.types[e]} for c, some in members.items()}
        moved: set[str] = set()
        self.up: dict[str, set[str]] = {c: set() for c in here}
        self.up |= thing_parents(said, self.who, every)
        for canonical in here:
            own = ABOUT if canonical in mine else ABOUT - {t.IDENTITY_KEY}
            known = view.derived_triples(canonical, own)
            known = {one for one in known if one[2] not in _CLASSES}
            fresh = set(about(said, self.who, canonical, members.get(canonical, ())))
            self.removed |= known
            self.added |= fresh
            was = {value(o) for _, p, o in known if p in (iri(t.PART_OF), iri(t.LOCATED_IN))}
            if was != self.up[canonical]:
                moved.add(canonical)
        return self._within(here, moved, members)

    def _within(self, here: set[str], moved: set[str], members: Mapping[str, list[str]]) -> bool:
        view = self.view
        persons = {c for c in here if t.A_PERSON in self.kinds.get(c, ())}
        for canonical in moved - persons:
            if any(one not in here for one in view.heads(t.WITHIN, canonical)):
                return False
            for entity in members.get(canonical, ()):
                for predicate in (t.ORGANIZATION, t.FROM, t.TO):
                    for fact in view.said_to(predicate, entity):
                        for line in view.lines(fact):
                            if line[2] == t.PERSON and (who := self.canonical(value(line[3]))):
                                persons.add(who)
        up = self.up
        for person in sorted(persons):
            found = self._homes(person, members)
            up[person] = up.get(person, set()) | found
        self.around = _Around(view, up).of({*here, *persons})
        for canonical in {*here, *persons}:
            node = iri(canonical)
            self.removed |= view.derived_triples(canonical, (t.WITHIN,))
            self.added |= {(node, iri(t.WITHIN), iri(p)) for p in self.around[canonical]}
        return True

    def _kinds_of(self, canonical: str) -> Collection[str]:
        if canonical not in self.kinds:
            self.kinds[canonical] = {*self.view.ends(canonical, t.RDF_TYPE)} & THINGS
        return self.kinds[canonical]

    def _homes(self, person: str, members: Mapping[str, list[str]]) -> set[str]:
        view = self.view
        entities = members.get(person) or [
            one for one in view.leading_to(t.CANONICAL, person) if view.lines(one)
        ]
        facts = sorted({fact for one in entities for fact in view.said_to(t.PERSON, one)})
        said = view.said([line for fact in facts for line in view.lines(fact)])
        who: dict[str, str] = dict.fromkeys(entities, person)
        for predicate in (t.ORGANIZATION, t.FROM, t.TO):
            for ends in said.links[predicate].values():
                for end in ends:
                    known = self.canonical(end)
                    if known is not None:
                        who[end] = known
        ends = homes(said, who, facts).get(person, set())
        for end in ends:
            self._kinds_of(end)
            if end not in self.up:
                self.up[end] = {*view.ends(end, t.PART_OF), *view.ends(end, t.LOCATED_IN)}
        return person_parents(ends, self.up, self.kinds)

    def _days(self) -> None:
        facts = sorted({line[1] for line in self.both if line[2] in _OF_FACTS})
        said = self.view.said([line for fact in facts for line in self.view.lines(fact)])
        known = {*said.dates[t.SINCE], *said.dates[t.UNTIL], *said.evidenced}
        for fact in facts:
            self.removed |= self.view.derived_triples(fact, DAYS)
            if fact in known:
                self.added.update(days_of(said, fact))


class _Around:
    """All that things lie in, where only some links are new."""

    def __init__(self, view: View, up: Mapping[str, set[str]]) -> None:
        self.view, self.up = view, up

    def of(self, wanted: Iterable[str]) -> dict[str, frozenset[str]]:
        """For each of `wanted` all that it lies in, at any distance."""
        parents: dict[str, Collection[str]] = {}
        waiting = sorted(wanted)
        while waiting:
            one = waiting.pop()
            if one in parents:
                continue
            known = self.up.get(one)
            if known is None:
                known = {*self.view.ends(one, t.PART_OF), *self.view.ends(one, t.LOCATED_IN)}
            parents[one] = known
            waiting += parents[one]
        return containers(parents)
