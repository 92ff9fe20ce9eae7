"""Which entities must be decided again after some sources changed: all that may share a key with
what changed, before or now, and all that judgements tie to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..ontology import terms as t
from ..ontology.nt import value
from .clusters import Clusters
from .identity import Prior, canonical_iris, keys_with_reasons
from .judgements import Judgement
from .said import BODIES, THINGS, Line
from .view import View

__all__ = ["Region", "decided"]


@dataclass(frozen=True, slots=True)
class Region:
    """The entities decided again, what came of it, and what is known of those around them.

    `was` gives the members their canonical IRI of before.
    """

    members: frozenset[str]
    was: Mapping[str, str]
    found: Clusters
    prior: Prior
    judged: tuple[Judgement, ...]


def decided(
    view: View, touched: Iterable[str], persons: Iterable[str], judgements: Sequence[Judgement]
) -> Region:
    """The region around the entities `touched` and the `persons` of facts that changed."""
    growing = _Growing(view, judgements)
    people = {one for one in touched if _kinds(view, one) & {t.A_PERSON}}
    growing.take(set(touched) - people, Clusters({}, frozenset()))
    bodies = growing.resolve()
    decided_first = frozenset(growing.members)
    growing.take({*people, *persons, *_persons_at(view, growing.changed(bodies))}, bodies)
    found = growing.resolve_after(bodies, decided_first)
    members = frozenset(growing.members)
    was = {entity: canonical for entity in members if (canonical := growing.was(entity))}
    return Region(members, was, found, growing.prior(), tuple(growing.judged_here()))


def _kinds(view: View, entity: str) -> set[str]:
    """The classes of an entity, before or now."""
    lines = [*view.lines(entity), *view.lines_before(entity)]
    return {line[3][1:-1] for line in lines if line[2] == t.RDF_TYPE} & THINGS


def _persons_at(view: View, bodies: Iterable[str]) -> set[str]:
    """The persons of facts about these bodies."""
    return {
        value(line[3])
        for body in bodies
        for predicate in _ENDS
        for fact in view.said_to(predicate, body)
        for line in view.lines(fact)
        if line[2] == t.PERSON
    }


class _Growing:
    """A region while it grows: what shares a key comes in together."""

    def __init__(self, view: View, judgements: Sequence[Judgement]) -> None:
        self.view = view
        self.members: set[str] = set()
        self.seen: set[str] = set()
        self.opened: set[str] = set()
        self.settled: dict[str, str] = {}
        self.judgements = judgements
        self.used: set[int] = set()
        self.judged: dict[str, list[int]] = defaultdict(list)
        for number, judgement in enumerate(judgements):
            self.judged[judgement.a].append(number)
            self.judged[judgement.b].append(number)
        self.around: dict[str, str] = {}

    def take(self, entities: set[str], bodies: Clusters) -> None:
        """Let `entities` in, with all that may be one with them; their own keys may be new."""
        waiting = [*sorted(entities), *self._keys_of(entities, bodies)]
        while waiting:
            waiting += self._around(waiting.pop())

    def _around(self, node: str) -> list[str]:
        """What must come in with this entity or key."""
        if node in self.seen:
            return []
        self.seen.add(node)
        view = self.view
        if _kinds(view, node):
            self.members.add(node)
        found: list[str] = []
        if node not in self.settled:
            found += view.leading_to(t.IDENTITY_KEY, node)
            # each canonical thing once: all its members lead to it, and it to all of them
            fresh = {node, *view.ends(node, t.CANONICAL)} - self.opened
            self.opened |= fresh
            for canonical in sorted(fresh):
                keys = view.ends(canonical, t.IDENTITY_KEY)
                members = view.leading_to(t.CANONICAL, canonical)
                # what is neither key nor canonical leads nowhere else: a bureau may have thousands
                others = {*members}.difference(keys, (canonical,))
                self.settled |= dict.fromkeys(others, canonical)
                found += [*members, *keys, canonical]
        for number in self.judged.get(node, ()):
            self.used.add(number)
            found += [self.judgements[number].a, self.judgements[number].b]
        return found

    def _keys_of(self, entities: set[str], bodies: Clusters) -> list[str]:
        """The keys of these entities as things stand now."""
        said = self.view.said(self._lines(entities))
        prior = self.prior(bodies)
        keys = keys_with_reasons(said, bodies, prior, entities)
        return sorted({key for found in keys.values() for key in found})

    def changed(self, found: Clusters) -> set[str]:
        """The members whose canonical IRI, or the keys of that, are others than before."""
        known = cache(lambda canonical: known_keys(self.view, canonical))
        changed: set[str] = set()
        for entity in self.members:
            now = found.canonical.get(entity, "")
            if self.was(entity) != now or set(found.keys.get(now, (now,))) != known(now):
                changed.add(entity)
        return changed

    def was(self, entity: str) -> str | None:
        """The canonical IRI of before."""
        known = self.settled.get(entity)
        return known or next(iter(self.view.ends(entity, t.CANONICAL)), None)

    def _lines(self, entities: set[str]) -> list[Line]:
        """What is said of `entities`, of the facts of persons among them, and of their ends."""
        view = self.view
        lines: list[Line] = [line for entity in sorted(entities) for line in view.lines(entity)]
        persons = sorted({line[1] for line in lines if line[2:] == _IS_PERSON} & entities)
        facts = {fact for person in persons for fact in view.said_to(t.PERSON, person)}
        lines += [line for fact in sorted(facts) for line in view.lines(fact)]
        for predicates in (_ENDS, (t.LOCATED_IN,)):
            ends = {value(line[3]) for line in lines if line[2] in predicates}
            for end in sorted(ends - entities):
                lines += view.outline(end)
        for line in lines:
            if line[2] == t.RDF_TYPE and line[1] not in self.members and line[1] not in entities:
                for canonical in view.ends(line[1], t.CANONICAL):
                    self.around[line[1]] = canonical
        return lines

    def prior(self, bodies: Clusters | None = None) -> Prior:
        """What is known of the entities around the region; and of `bodies` decided already."""
        canonical = {e: c for e, c in self.around.items() if e not in self.members}
        keys: dict[str, Iterable[str]] = {
            c: known_keys(self.view, c) for c in set(canonical.values())
        }
        if bodies is not None:
            canonical |= bodies.canonical
            keys |= bodies.keys
        return Prior(canonical, keys)

    def resolve(self) -> Clusters:
        """Who is who within the region."""
        said = self.view.said(self._lines(self.members))
        return canonical_iris(said, self.judged_here(), self.prior())

    def resolve_after(self, bodies: Clusters, members: frozenset[str]) -> Clusters:
        """Who is who, where `bodies` came of `members` and only persons have come in since."""
        more = self.members - members
        if self.used or any(_kinds(self.view, one) & BODIES for one in more):
            return self.resolve()
        said = self.view.said(self._lines(more))
        return bodies.and_then(canonical_iris(said, (), self.prior(bodies)))

    def judged_here(self) -> list[Judgement]:
        """The judgements about members of the region."""
        return [self.judgements[number] for number in sorted(self.used)]


def known_keys(view: View, canonical: str) -> set[str]:
    """The keys of a canonical thing by the derived graph; it is one of them, if it has any."""
    keys = view.ends(canonical, t.IDENTITY_KEY)
    return {canonical, *(key for key in keys if canonical in view.ends(key, t.CANONICAL))}


_ENDS = (t.ORGANIZATION, t.FROM, t.TO)
_IS_PERSON = (t.RDF_TYPE, f"<{t.A_PERSON}>")
