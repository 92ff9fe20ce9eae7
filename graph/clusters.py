"""Which entities of different sources are one: keys join, judgements join and part.

A pure function of its arguments, in no order: entities that share a key are one, unless that would
make one of two that are to stay apart. Where it would, those most at odds with the others stay by
themselves, and all of them if none is more at odds than another. Nothing is ever guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from ..ontology.messages import Lang, say
from .roots import Roots

__all__ = ["Apart", "Clusters", "Refusal", "cluster", "components"]


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A merge that was not made: `key` is the reason in the table of strings, `a` and `b` IRIs."""

    key: str
    a: str
    b: str

    def told(self, lang: Lang) -> str:
        """One line: what was not merged and why."""
        return say(self.key, lang, a=self.a, b=self.b)


@dataclass(frozen=True, slots=True)
class Apart:
    """What may not be one: pairs that a judgement parts, and persons of one source.

    `scopes` gives each person the sources they stand in, `allowed` holds the pairs that a judgement
    calls the same even within one source. Pairs are sorted tuples.
    """

    parted: Mapping[str, Collection[str]] = field(default_factory=dict)
    scopes: Mapping[str, Collection[str]] = field(default_factory=dict)
    allowed: Collection[tuple[str, str]] = ()

    def conflicts(self, units: Collection[frozenset[str]]) -> Iterator[tuple[int, int, Refusal]]:
        """Positions of every two of `units` (in their order) that may not be one, and why."""
        where = {member: n for n, unit in enumerate(units) for member in unit}
        for member, n in where.items():
            for other in self.parted.get(member, ()):
                if other in where and where[other] != n and member < other:
                    yield n, where[other], Refusal("store.refused-parted", member, other)
        in_scope: dict[str, list[str]] = defaultdict(list)
        for member in where:
            for scope in self.scopes.get(member, ()):
                in_scope[scope].append(member)
        for members in in_scope.values():
            for a, b in combinations(sorted(members), 2):
                if where[a] != where[b] and (a, b) not in self.allowed:
                    yield where[a], where[b], Refusal("store.refused-same-source", a, b)


@dataclass(frozen=True, slots=True)
class Clusters:
    """Each member's canonical IRI, and the merges that were refused.

    `keys` are all the IRIs that a canonical thing may have; `spare` those of one that stays alone
    since it is at odds with others of the same key.
    """

    canonical: dict[str, str]
    refused: frozenset[Refusal]
    keys: dict[str, Collection[str]] = field(default_factory=dict)
    spare: dict[str, Collection[str]] = field(default_factory=dict)

    def and_then(self, other: Clusters) -> Clusters:
        """These and those of another family."""
        return Clusters(
            self.canonical | other.canonical,
            self.refused | other.refused,
            self.keys | other.keys,
            self.spare | other.spare,
        )


def cluster(
    members: Iterable[str],
    keys: Mapping[str, Collection[str]],
    apart: Apart | None = None,
    joins: Iterable[tuple[str, str]] = (),
) -> Clusters:
    """Make one of what shares a key or is joined, unless `apart` forbids it.

    `keys` gives a member the IRIs that its thing may have; the least of a cluster's keys becomes
    its canonical IRI, and the least of its members where there is no key. `joins` are pairs that
    a judgement calls the same; where two of them cannot both stand, the first does.
    """
    rules = apart or Apart()
    refused: set[Refusal] = set()
    ordered = sorted(members)
    units = _joined(joins, rules, refused)
    canonical: dict[str, str] = {}
    known: dict[str, Collection[str]] = {}
    spare: dict[str, Collection[str]] = {}

    def keys_of(unit: Collection[str]) -> set[str]:
        return {key for member in unit for key in keys.get(member, ())}

    def settle(whole: Collection[str], found: Collection[str]) -> None:
        name = min(found or whole)
        canonical.update(dict.fromkeys(whole, name))
        if found:
            known[name] = found

    for some in _groups(ordered, keys, units):
        if len(some) == 1:
            settle(some, tuple(sorted(keys.get(some[0], ()))))
            continue
        together = list(dict.fromkeys(units.get(one) or frozenset((one,)) for one in some))
        kept, alone = _settled(together, rules, refused)
        for unit in alone:
            canonical |= dict.fromkeys(unit, min(unit))
            spare[min(unit)] = tuple(sorted(keys_of(unit)))
        for part in components(kept, keys_of) if alone else (kept,):
            whole = [member for unit in part for member in unit]
            settle(whole, tuple(sorted(keys_of(whole))))
    return Clusters(canonical, frozenset(refused), known, spare)


def _groups(
    ordered: list[str], keys: Mapping[str, Collection[str]], units: Mapping[str, frozenset[str]]
) -> Iterator[list[str]]:
    """The members that share a key, or a unit, in groups: at any distance, in their order."""
    roots = Roots(len(ordered))
    first: dict[str | frozenset[str], int] = {}
    for n, member in enumerate(ordered):
        for key in keys.get(member, ()):
            other = first.setdefault(key, n)
            if other != n:
                roots.join(n, other)
        if member in units:
            roots.join(n, first.setdefault(units[member], n))
    first.clear()
    shared = {least for n in range(len(ordered)) if (least := roots.of(n)) != n}
    groups: dict[int, list[str]] = {}
    for n, member in enumerate(ordered):
        least = roots.of(n)
        if least == n and n not in shared:
            yield [member]
        else:
            groups.setdefault(least, []).append(member)
    yield from groups.values()


def components(
    units: Iterable[frozenset[str]], keys_of: Callable[[frozenset[str]], Iterable[str]]
) -> list[list[frozenset[str]]]:
    """`units` grouped so that two which share a key are in one group, in a fixed order."""
    ordered = sorted(units, key=min)
    roots = Roots(len(ordered))
    first: dict[str, int] = {}
    for n, unit in enumerate(ordered):
        for key in keys_of(unit):
            roots.join(n, first.setdefault(key, n))
    groups: dict[int, list[frozenset[str]]] = defaultdict(list)
    for n, unit in enumerate(ordered):
        groups[roots.of(n)].append(unit)
    return sorted(groups.values(), key=lambda group: min(group[0]))


def _joined(
    joins: Iterable[tuple[str, str]], apart: Apart, refused: set[Refusal]
) -> dict[str, frozenset[str]]:
    """Member → all that judgements call the same; only of those that are joined."""
    unit_of: dict[str, frozenset[str]] = {}
    for a, b in joins:
        first, second = (unit_of.get(one) or frozenset((one,)) for one in (a, b))
        if a in second:
            continue
        against = sorted(refusal for _, _, refusal in apart.conflicts((first, second)))
        if against:
            refused.update(against)
            continue
        unit = first | second
        unit_of |= dict.fromkeys(unit, unit)
    return unit_of


def _settled(
    units: list[frozenset[str]], apart: Apart, refused: set[Refusal]
) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """Those of `units` that can be one, and those that stay alone.

    The units most at odds with others leave together, until no two are at odds: what stays does
    not depend on any order, and two equal rivals never win over one another.
    """
    if len(units) == 1 or not (apart.parted or apart.scopes):
        return units, []
    odds: dict[int, set[int]] = defaultdict(set)
    for n, m, refusal in apart.conflicts(units):
        odds[n].add(m)
        odds[m].add(n)
        refused.add(refusal)
    gone: set[int] = set()
    while worst := max((len(rivals) for rivals in odds.values()), default=0):
        leaving = {n for n, rivals in odds.items() if len(rivals) == worst}
        gone |= leaving
        odds = {n: rivals - leaving for n, rivals in odds.items() if n not in leaving}
    kept = [unit for n, unit in enumerate(units) if n not in gone]
    return kept, [units[n] for n in sorted(gone)]
