"""Who helps whom, after some sources changed: only the pairs that they touch are looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, value
from .helping import Pair, classes, pairs
from .said import THINGS, Line
from .view import View

__all__ = ["Helping"]

_ENDS = (t.HELPER, t.RECIPIENT)
_OF_HELP = frozenset((t.HELPER, t.RECIPIENT, t.STATUS))


class Helping:
    """The changes of help: `canonical` says who is who now, `was` who was who in the region."""

    def __init__(
        self,
        view: View,
        canonical: Callable[[str], str | None],
        was: Mapping[str, str],
        now: Mapping[str, str],
        around: Mapping[str, Collection[str]],
    ) -> None:
        """Look at pairs in `view`; `around` says what things of the region lie in now."""
        self.view, self.canonical = view, canonical
        self.was, self.now, self.around = was, now, around
        self.kinds: dict[str, Collection[str]] = {}

    def changes(
        self, both: Iterable[Line], moved: Iterable[str], kinds: Mapping[str, Collection[str]]
    ) -> tuple[set[Triple], set[Triple]]:
        """What leaves the derived graph and what enters it.

        `both` are the lines of the changed sources, before and now; `moved` the entities whose
        canonical IRI is another; `kinds` the classes of canonical things of the region.
        """
        self.kinds.update(kinds)
        both = list(both)
        facts = {line[1] for line in both if line[2] in _OF_HELP}
        ends = {*moved, *self._groups(both)}
        for end in sorted(ends):
            for predicate in _ENDS:
                facts.update(self.view.said_to(predicate, end))
        old, new = self._pairs_before(facts), self._pairs_now(facts)
        lost = {pair for pair in old - new if not self._still(pair, facts)}
        removed = {(iri(a), iri(p), iri(b)) for p, a, b in lost}
        added = {(iri(a), iri(p), iri(b)) for p, a, b in new}
        gone, come = self._classes(lost, old, new)
        return removed | gone, added | come

    def _groups(self, lines: Iterable[Line]) -> set[str]:
        group = iri(t.A_GROUP)
        return {line[1] for line in lines if line[2] == t.RDF_TYPE and line[3] == group}

    def _pairs_now(self, facts: Iterable[str]) -> set[Pair]:
        view = self.view
        lines = [line for fact in sorted(facts) for line in view.lines(fact)]
        ends = sorted({value(line[3]) for line in lines if line[2] in _ENDS})
        said = view.said([*lines, *(line for end in ends for line in view.outline(end))])
        who = self._who([*ends, *_targets(said.links[t.LOCATED_IN])], self.canonical)
        return {pair for fact in said.links[t.HELPER] for pair in pairs(said, who, fact)}

    def _pairs_before(self, facts: Iterable[str]) -> set[Pair]:
        view = self.view
        lines = [line for fact in sorted(facts) for line in view.lines_before(fact)]
        ends = sorted({value(line[3]) for line in lines if line[2] in _ENDS})
        said = view.said_before(
            [*lines, *(line for end in ends for line in self._outline_before(end))]
        )
        who = self._who([*ends, *_targets(said.links[t.LOCATED_IN])], self._canonical_before)
        return {pair for fact in said.links[t.HELPER] for pair in pairs(said, who, fact)}

    def _outline_before(self, end: str) -> list[Line]:
        # Only groups stand for another; of all others their classes are enough
        lines = self.view.lines_before(end)
        return [line for line in lines if line[2] in (t.RDF_TYPE, t.LOCATED_IN)]

    def _canonical_before(self, entity: str) -> str | None:
        return next(iter(self.view.ends(entity, t.CANONICAL)), None)

    def _who(
        self, entities: Iterable[str], canonical: Callable[[str], str | None]
    ) -> dict[str, str]:
        found = ((entity, canonical(entity)) for entity in entities)
        return {entity: one for entity, one in found if one is not None}

    def _members(self, canonical: str) -> set[str]:
        """What stands for `canonical` now: its members, and groups that lie in a place."""
        found = {
            one
            for one in self.view.leading_to(t.CANONICAL, canonical)
            if self.canonical(one) == canonical
        }
        return found | {entity for entity, one in self.now.items() if one == canonical}

    def _still(self, pair: Pair, facts: Collection[str]) -> bool:
        """Whether another fact than these tells of the same pair."""
        _, giver, taker = pair
        takers = self._members(taker)
        groups = (
            {
                one
                for place in takers
                for one in self.view.said_to(t.LOCATED_IN, place)
                if any(line[2:] == (t.RDF_TYPE, iri(t.A_GROUP)) for line in self.view.lines(one))
            }
            if self._is_place(taker)
            else set()
        )
        del giver
        for end in sorted(takers | groups):
            for fact in self.view.said_to(t.RECIPIENT, end):
                if fact not in facts and pair in self._pairs_now([fact]):
                    return True
        return False

    def _is_place(self, canonical: str) -> bool:
        return "/place/" in canonical or bool(self._kinds(canonical))

    def _kinds(self, canonical: str) -> Collection[str]:
        if canonical not in self.kinds:
            self.kinds[canonical] = {*self.view.ends(canonical, t.RDF_TYPE)} & THINGS
        return self.kinds[canonical]

    def _within(self, canonical: str) -> Collection[str]:
        if canonical in self.around:
            return self.around[canonical]
        return self.view.ends(canonical, t.WITHIN)

    def _classes(
        self, lost: set[Pair], old: set[Pair], new: set[Pair]
    ) -> tuple[set[Triple], set[Triple]]:
        """The regions that help, and the counties that are helped, for these pairs."""
        view = self.view
        now = set(new)
        before: set[Pair] = set(old)
        for canonical in sorted(self.around):
            # what helps or is helped by a thing that lies elsewhere now
            told = {(t.HELPS, canonical, b) for b in view.ends(canonical, t.HELPS)}
            told |= {(t.HELPS, a, canonical) for a in view.leading_to(t.HELPS, canonical)}
            before |= told
            now |= told - lost
        around_before = {end: view.ends(end, t.WITHIN) for _, a, b in before for end in (a, b)}
        kinds_before = {
            one: {*view.ends(one, t.RDF_TYPE)}
            for end, some in around_before.items()
            for one in (end, *some)
        }
        was = set(classes(before, around_before, kinds_before))
        around = {end: self._within(end) for _, a, b in now for end in (a, b)}
        kinds = {one: self._kinds(one) for end, some in around.items() for one in (end, *some)}
        come = set(classes(now, around, kinds))
        gone = {triple for triple in was - come if not self._still_helps(triple, lost)}
        return gone, come

    def _still_helps(self, triple: Triple, lost: set[Pair]) -> bool:
        """Whether another pair than the `lost` makes a region a helper, or a county helped."""
        place = value(triple[0])
        if not self._kinds(place):
            return False
        helper = triple[2] == iri(t.A_HELPER_REGION)
        if not helper and t.A_COUNTY not in self._kinds(place):
            return False
        for one, pair in self._helping_in(place, helper, len(lost)):
            if pair not in lost and (one == place or place in self._within(one)):
                return True
        return False

    def _helping_in(self, place: str, helper: bool, few: int) -> Iterator[tuple[str, Pair]]:
        """What helped in `place`, or was helped, with the pair, a few first."""
        view = self.view
        if helper:
            yield from ((place, (t.HELPS, place, end)) for end in view.ends(place, t.HELPS))
        else:
            yield from ((place, (t.HELPS, end, place)) for end in view.leading_to(t.HELPS, place))
        most, count = few + 16, few + 16
        while count == most:
            most *= 8
            rows = view.store.select(_INSIDE[helper] % (place, most)).rows
            count = len(rows)
            for one, end in rows:
                a, b = value(one or ""), value(end or "")
                yield a, (t.HELPS, a, b) if helper else (t.HELPS, b, a)


_INSIDE: Final = {
    helper: f"SELECT DISTINCT ?x ?y {{ GRAPH <{t.DERIVED_GRAPH}> {{ ?x <{t.WITHIN}> <%s> . "
    f"{how} }} }} LIMIT %d"
    for helper, how in ((True, f"?x <{t.HELPS}> ?y"), (False, f"?y <{t.HELPS}> ?x"))
}


def _targets(links: Mapping[str, Iterable[str]]) -> set[str]:
    return {target for targets in links.values() for target in targets}
