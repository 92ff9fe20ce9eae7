"""Figures that researchers compute on who helps whom; each result carries what it was made from.

News tells more of rich cities than of poor ones, so a figure describes what the sources say. People
are never ranked: where an end is a person, what is counted is the place or body they belong to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .edgecache import Network, edge_table
from .refs import kind_of
from .rollup import Dyad, Selection, dyads

__all__ = [
    "Broker",
    "Concentration",
    "Load",
    "Mutual",
    "brokers",
    "concentration",
    "gini",
    "hhi",
    "load",
    "reciprocity",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How many recipients a helper has; equal numbers share a `rank` (1, 2, 2, 4)."""

    helper: str
    programme: str
    recipients: int
    rank: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration:
    """How unevenly help is spread over the helpers (or recipients) of a level."""

    level: str
    side: str
    selection: Selection
    members: int
    hhi: float
    gini: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutual:
    """Two that help each other; `one` sorts before `other`."""

    one: str
    other: str
    there: tuple[str, ...]
    back: tuple[str, ...]
    facts_there: tuple[str, ...]
    facts_back: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """A body between helpers and recipients that are not its own."""

    body: str
    helpers: tuple[str, ...]
    recipients: tuple[str, ...]
    roles: tuple[str, ...]
    facts: tuple[str, ...]


def hhi(shares: Iterable[float]) -> float:
    """The Herfindahl–Hirschman index: the sum of squared shares, 1/n (even) to 1 (one has all).

    `shares` are amounts; they need not add up to 1. 0.0 without any. Source: A. O. Hirschman,
    "The Paternity of an Index", American Economic Review 54 (1964).

    >>> hhi([1, 1, 2])
    0.375
    """
    amounts = list(shares)
    whole = sum(amounts)
    return sum((one / whole) ** 2 for one in amounts) if whole else 0.0


def gini(amounts: Iterable[float]) -> float:
    """The Gini coefficient, 0 (all the same) to (n - 1)/n (one has all); 0.0 without any.

    From the sorted amounts x₁ ≤ … ≤ xₙ: Σ (2i - n - 1) xᵢ / (n Σ xᵢ). Source: P. M. Dixon et al.,
    "Bootstrapping the Gini Coefficient of Inequality", Ecology 68 (1987).

    >>> gini([0, 0, 4, 4])
    0.5
    """
    told = sorted(amounts)
    whole = len(told) * sum(told)
    if not whole:
        return 0.0
    size = len(told)
    return sum((2 * place - size - 1) * one for place, one in enumerate(told, start=1)) / whole


def load(
    store: Network,
    level: str = "prefecture",
    selection: Selection | None = None,
    *,
    by_programme: bool = True,
) -> tuple[Load, ...]:
    """How many different recipients each helper of `level` has, by programme: the most first.

    Recipients are counted at the same level, a helper's own place and persons left out; a group is
    one recipient. Equal numbers share a rank, and stand in the order of their IRIs.
    """
    recipients: dict[tuple[str, str], set[str]] = defaultdict(set)
    facts: dict[tuple[str, str], set[str]] = defaultdict(set)
    by = ("programme",)
    for one in _between_two(dyads(edge_table(store), level, selection, by=by)):
        key = (one.by[0] if by_programme else "", one.source)
        recipients[key].add(one.target)
        facts[key].update(one.facts)
    order = sorted(recipients, key=lambda key: (key[0], -len(recipients[key]), key[1]))
    place: dict[str, int] = defaultdict(int)
    rank: dict[tuple[str, int], int] = {}
    for programme, helper in order:
        place[programme] += 1
        rank.setdefault((programme, len(recipients[programme, helper])), place[programme])
    return tuple(
        Load(
            helper=helper,
            programme=programme,
            recipients=len(recipients[programme, helper]),
            rank=rank[programme, len(recipients[programme, helper])],
            facts=tuple(sorted(facts[programme, helper])),
        )
        for programme, helper in order
    )


def concentration(
    store: Network,
    level: str = "province",
    *,
    side: str = "helper",
    selection: Selection | None = None,
    members: Sequence[str] = (),
) -> Concentration:
    """HHI and Gini of the number of partners of each helper, or with `side` recipient of each one.

    `members` are all that could help or be helped, if that is known: those without a partner count
    as zero then. Without them only those that have one are compared.
    """
    partners: dict[str, set[str]] = {one: set() for one in members}
    for one in _between_two(dyads(edge_table(store), level, selection)):
        mine, other = (one.source, one.target) if side == "helper" else (one.target, one.source)
        partners.setdefault(mine, set()).add(other)
    amounts = [len(one) for one in partners.values()]
    return Concentration(
        level=level,
        side=side,
        selection=selection or Selection(),
        members=len(amounts),
        hhi=hhi(amounts),
        gini=gini(amounts),
    )


def reciprocity(
    store: Network, level: str = "county", selection: Selection | None = None
) -> tuple[Mutual, ...]:
    """All pairs at `level` that help each other, with the modality of each direction.

    A training of B's teachers at A's school is still help of A for B: what counts is who helps,
    not who travels.
    """
    how: dict[tuple[str, str], set[str]] = defaultdict(set)
    facts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in _between_two(dyads(edge_table(store), level, selection, by=("code",))):
        how[one.source, one.target].add(one.by[0])
        facts[one.source, one.target].update(one.facts)
    return tuple(
        Mutual(
            one=a,
            other=b,
            there=tuple(sorted(how[a, b])),
            back=tuple(sorted(how[b, a])),
            facts_there=tuple(sorted(facts[a, b])),
            facts_back=tuple(sorted(facts[b, a])),
        )
        for a, b in sorted(how)
        if a < b and (b, a) in how
    )


def brokers(
    store: Network, selection: Selection | None = None, *, least: int = 2
) -> tuple[Broker, ...]:
    """Bodies that join several helpers with several recipients, persons left out.

    A body is between a helper and a recipient if both take part in an event that it organizes,
    undertakes, guides or supports, or if it is itself helped by the one and helps the other. Those
    with at least `least` helpers and recipients, by the product of both, the most first.
    """
    between = _Between(defaultdict(set), defaultdict(set), defaultdict(set), defaultdict(set))
    table = edge_table(store)
    helping = dyads(table, "body", selection)
    gives = {one.source for one in helping}
    takes = {one.target for one in helping}
    for one in _between_two(helping):
        between.note(one.source, recipients={one.target}, facts=one.facts)
        between.note(one.target, helpers={one.source}, facts=one.facts)
    parts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in dyads(table, "body", Selection(kinds=("event",)), by=("code",)):
        parts[one.target][one.by[0]].add(one.source)
    for event, roles in parts.items():
        present = {who for some in roles.values() for who in some}
        for role in sorted(roles.keys() - {"participant", "lecturer"}):
            for body in roles[role]:
                others = present - {body}
                helpers = (others & gives) - takes
                recipients = (others & takes) - gives
                if helpers and recipients:
                    between.note(
                        body, helpers=helpers, recipients=recipients, facts=(event,), roles={role}
                    )
    found = [
        Broker(
            body=body,
            helpers=tuple(sorted(helpers)),
            recipients=tuple(sorted(between.recipients[body])),
            roles=tuple(sorted(between.roles[body])),
            facts=tuple(sorted(between.facts[body])),
        )
        for body, helpers in between.helpers.items()
        if kind_of(body) in ("school", "institution")
        and min(len(helpers), len(between.recipients[body])) >= least
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.helpers) * len(one.recipients), one.body)))


@dataclass(frozen=True, slots=True)
class _Between:
    helpers: dict[str, set[str]]
    recipients: dict[str, set[str]]
    facts: dict[str, set[str]]
    roles: dict[str, set[str]]

    def note(
        self,
        body: str,
        *,
        helpers: Iterable[str] = (),
        recipients: Iterable[str] = (),
        facts: Iterable[str] = (),
        roles: Iterable[str] = (),
    ) -> None:
        self.helpers[body].update(helpers)
        self.recipients[body].update(recipients)
        self.facts[body].update(facts)
        self.roles[body].update(roles)


def _between_two(found: Iterable[Dyad]) -> Iterable[Dyad]:
    """Pairs of two different ends of which neither is a person."""
    return (
        one
        for one in found
        if one.source != one.target and "person" not in (kind_of(one.source), kind_of(one.target))
    )
