"""Why two things of different sources are one: every merge with its reason, score and facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..ontology import terms as t
from ..ontology.messages import Lang, say
from .clusters import Clusters
from .engine import Store
from .identity import canonical_iris, keys_with_reasons
from .judgements import Judgement
from .matching import SCORES
from .roots import Roots
from .said import Said, filled
from .scan import columns
from .stored import stored_judgements

__all__ = ["Merge", "Proposal", "Same", "facts_of", "merges", "proposals", "told", "why_same"]

_ENDS = (t.PERSON, t.ORGANIZATION, t.FROM, t.TO, t.HELPER, t.RECIPIENT)
_SHOWN = 3
"""Facts of each side that are given as evidence."""


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Two entities of sources that are one.

    `reasons` are keys of the table of strings, the surest first; `evidence` are facts about them.
    """

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two canonical things that are likely one; `effect` counts the facts that would change."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    effect: int
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Same:
    """One canonical thing: the entities of sources that are it, and what joins them."""

    canonical: str
    members: tuple[str, ...]
    merges: tuple[Merge, ...]


def told(reasons: Iterable[str], lang: Lang) -> str:
    """The reasons in words, one after the other."""
    return ("；" if lang == "zh" else "; ").join(say(key, lang) for key in reasons)


def merges(store: Store, judgements: Sequence[Judgement] | None = None) -> Iterator[Merge]:
    """Every automatic or judged merge: n entities that are one are joined by n - 1 of them.

    `judgements` are those that the store was derived with, if not given.
    """
    said, found, judged = _known(store, judgements)
    facts = facts_of(said)
    keys = keys_with_reasons(said, found)
    members: dict[str, list[str]] = defaultdict(list)
    for entity, canonical in found.canonical.items():
        members[canonical].append(entity)
    for canonical in sorted(members):
        if len(members[canonical]) > 1:
            yield from _joined(members[canonical], keys, judged, facts)


def why_same(
    store: Store, entity: str, judgements: Sequence[Judgement] | None = None
) -> Same | None:
    """What the thing with the IRI `entity`, canonical or of a source, is made of; None: nothing."""
    said, found, judged = _known(store, judgements)
    canonical = found.canonical.get(entity, entity)
    for name, every in found.keys.items():
        if canonical in every:
            canonical = name
    members = sorted(one for one, name in found.canonical.items() if name == canonical)
    if not members:
        return None
    keys = keys_with_reasons(said, found)
    return Same(canonical, tuple(members), tuple(_joined(members, keys, judged, facts_of(said))))


def proposals(
    store: Store, limit: int = 50, judgements: Sequence[Judgement] | None = None
) -> list[Proposal]:
    """Pairs of canonical things that are likely, but not surely, one: the weightiest first.

    Pairs that a judgement decided, also as unsure, are left out.
    """
    from .likely import likely

    said, found, judged = _known(store, judgements)
    who = found.canonical
    decided = {_ordered(who.get(j.a, j.a), who.get(j.b, j.b)) for j in judged}
    facts = facts_of(said)
    weight: dict[str, set[str]] = defaultdict(set)
    for entity, canonical in who.items():
        weight[canonical].update(facts.get(entity, ()))
    rows = [
        Proposal(
            a,
            b,
            score,
            reasons,
            effect=min(len(weight[a]), len(weight[b])),
            evidence=(*sorted(weight[a])[:_SHOWN], *sorted(weight[b])[:_SHOWN]),
        )
        for (a, b), (score, reasons) in likely(store, said, found).items()
        if (a, b) not in decided
    ]
    return sorted(rows, key=lambda row: (-row.effect, -row.score, row.a, row.b))[:limit]


def facts_of(said: Said) -> dict[str, list[str]]:
    """Entity → the facts of which it is an end, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for predicate in _ENDS:
        for fact, ends in said.links[predicate].items():
            for end in ends:
                found[end].add(fact)
    return {entity: sorted(facts) for entity, facts in found.items()}


def _known(
    store: Store, judgements: Sequence[Judgement] | None
) -> tuple[Said, Clusters, Sequence[Judgement]]:
    said = filled(columns(store), dated=False)
    judged = stored_judgements(store) if judgements is None else judgements
    return said, canonical_iris(said, judged), judged


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _joined(
    members: Iterable[str],
    keys: Mapping[str, Mapping[str, str]],
    judged: Sequence[Judgement],
    facts: Mapping[str, Sequence[str]],
) -> Iterator[Merge]:
    """A tree over `members` whose branches are the surest reasons that two of them share."""
    ordered = sorted(members)
    roots = Roots(len(ordered))
    sharing: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(ordered):
        for key in keys.get(one, ()):
            sharing[key].append(n)
    branches = [
        (-SCORES[keys[ordered[other]][key]], some[0], other)
        for key, some in sharing.items()
        for other in some[1:]
    ]
    for _, first, second in sorted(branches):
        if roots.join(first, second):
            a, b = ordered[first], ordered[second]
            shared = {keys[a][key] for key in keys[a].keys() & keys[b].keys()}
            reasons = tuple(sorted(shared, key=lambda code: (-SCORES[code], code)))
            proof = (*facts.get(a, ())[:_SHOWN], *facts.get(b, ())[:_SHOWN])
            yield Merge(a, b, SCORES[reasons[0]], tuple(map(_key, reasons)), proof)
    left = sorted({ordered[roots.of(n)] for n in range(len(ordered))})
    if len(left) > 1 and judged:
        for other in left[1:]:
            yield Merge(left[0], other, SCORES["judged"], (_key("judged"),))


def _key(code: str) -> str:
    return f"identity.{code}"
