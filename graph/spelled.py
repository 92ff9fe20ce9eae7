"""One person or body that sources write in different characters: same place, same sound.

Names are held against each other only within a body (persons) or a place (bodies), and only where
they sound alike: 谢爱兵 and 谢爱斌. Numerals never do (第四, 第七), and a source that has both
names knows of two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Final

from ..ontology import terms as t
from .engine import Store
from .evidence import passages
from .opposed import Contradiction, Stand
from .told import World, each_of, names_of

__all__ = ["one_written", "spellings"]

_NAMES: Final = f"""SELECT DISTINCT ?e ?n WHERE {{ VALUES ?e {{ FACTS }}
  GRAPH <{t.DERIVED_GRAPH}> {{ ?e <{t.SKOS_PREF_LABEL}>|<{t.SKOS_ALT_LABEL}> ?n }}
  FILTER(LANG(?n) = "zh") }}"""
_HOMES: Final = f"SELECT DISTINCT ?e ?p WHERE {{ VALUES ?e {{ FACTS }} ?e <{t.LOCATED_IN}> ?p }}"
_BODIES: Final = ("school", "institution")


def one_written(one: str, other: str) -> bool:
    """Whether two names differ in one character (of eight and more: two) and sound alike."""
    if one == other or len(one) != len(other):
        return False
    differ = sum(a != b for a, b in zip(one, other, strict=True))
    return differ <= (2 if len(one) >= 8 else 1) and _sound(one) == _sound(other)


def spellings(store: Store, known: World) -> Iterator[Contradiction]:
    """Names of one sound in one body or place that stand for one thing, each in other sources."""
    facts: dict[str, set[str]] = defaultdict(set)
    homes: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    for one in known.facts.values():
        for role in ("person", "helper", "recipient", "organization", "from", "to"):
            for end in one.ends.get(role, ()):
                facts[end].add(one.iri)
        if person := one.end("person"):
            titles[person].add(one.says.get("title", ""))
            for role in ("organization", "from", "to"):
                homes[person].update(one.ends.get(role, ()))
    names = names_of(store, facts.keys())
    bodies = {thing for thing in facts.keys() & names.keys() if _kind(thing) in _BODIES}
    for body, place in each_of(store, _HOMES, bodies):
        homes[body].add(place)
    alike: dict[tuple[str, int], list[str]] = defaultdict(list)
    for thing in sorted(facts.keys() & names.keys()):
        for home in homes[thing]:
            alike[home, len(names[thing])].append(thing)
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (home, _), some in alike.items():
        for thing in some if len(some) > 1 else ():  # how a name sounds takes long to find out
            blocks[home, _sound(names[thing])].add(thing)
    seen: set[tuple[str, str]] = set()
    for _, things in sorted(blocks.items()):
        for a, b in combinations(sorted(things), 2):
            if (a, b) in seen or not one_written(names[a], names[b]):
                continue
            if len(names[a]) < 3 and not (titles[a] & titles[b]) - {""}:
                continue
            seen.add((a, b))
            yield from _told(known, (a, b), (names[a], facts[a]), (names[b], facts[b]))
    every: dict[str, set[str]] = defaultdict(set)
    people = {thing for thing in facts.keys() & names.keys() if _kind(thing) == "person"}
    for thing, name in each_of(store, _NAMES, bodies | people):
        every[thing].add(name)
    for thing, forms in sorted(every.items()):
        if len(forms) > 1:
            yield from _within(store, known, thing, sorted(forms), facts[thing])


def _within(
    store: Store, known: World, thing: str, names: list[str], facts: set[str]
) -> Iterator[Contradiction]:
    """Two writings of the name of one thing, each in passages of other sources."""
    written = [pair for pair in combinations(names, 2) if one_written(*pair)]
    if not written:
        return
    proofs = passages(store, facts)
    for one, other in written:
        sides = [
            {fact for fact, some in proofs.items() if any(name in proof.quote for proof in some)}
            for name in (one, other)
        ]
        yield from _told(known, (thing,), (one, sides[0]), (other, sides[1]))


def _told(
    known: World,
    subject: tuple[str, ...],
    one: tuple[str, set[str]],
    other: tuple[str, set[str]],
) -> Iterator[Contradiction]:
    a, b = (_stand(known, *side) for side in (one, other))
    if not a.facts or not b.facts or set(a.sources) & set(b.sources):
        return
    a, b = sorted((a, b), key=lambda side: (-side.voices, side.shown))
    together = known.voices({*a.sources, *b.sources})
    yield Contradiction("spelling", subject, (), a, b, together == a.voices + b.voices)


def _kind(thing: str) -> str:
    return thing.rsplit("/", 2)[1]


def _stand(known: World, name: str, facts: set[str]) -> Stand:
    sources = sorted({known.facts[fact].source for fact in facts})
    return Stand(name, tuple(sorted(facts)), tuple(sources), known.voices(sources))


@cache
def _sound(name: str) -> str:
    """How a name sounds to those who mix up front and back nasals: 兵 (bing) is 斌 (bin)."""
    from pypinyin import lazy_pinyin  # its tables take long to load

    return " ".join(sound.replace("ng", "n") for sound in lazy_pinyin(name))
