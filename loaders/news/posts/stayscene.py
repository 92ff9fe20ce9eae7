"""A page as the rules read it, for the model of stays: who is in play where, and what is known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ....ontology.records import Kind, Mention
from ..page.clean import Clean
from .hosts import Hosts, find_hosts
from .phrase import Chain, Held
from .sendings import Sent

__all__ = ["AID", "Scene"]

AID = re.compile(
    "挂职|支教|援派|选派|派驻|援[疆藏青黔滇川桂陕甘宁蒙琼渝]|组团式|任教|帮扶|驻点|派出|银龄|轮岗|下派|支援|对口|协作"
)
"""Words of a page that speaks of people who are sent."""
_STOP = re.compile("[。！？\n；;]")
_FOCUS = 4  # sentences without a person over which somebody stays in play


@dataclass(frozen=True)
class Scene:
    """A page as the rules read it, short of its stays."""

    clean: Clean
    things: Sequence[Mention]
    """Bodies and places, with 我校 and 该校."""
    people: Sequence[Mention]
    """Persons, with 他 and 她 where they are sure."""
    chains: Sequence[Chain]
    held: Sequence[Held]
    homes: Mapping[str, Mention]
    told: Mapping[str, Mention]
    """Person → where the text says outright that the person comes from."""
    rule_stays: Sequence[Sent] = ()
    """The stays that the rules read: of a person, only those of others are signs."""

    @cached_property
    def text(self) -> str:
        """The clean text."""
        return self.clean.text

    @cached_property
    def speaks(self) -> bool:
        """Whether the page speaks of people who are sent."""
        return AID.search(self.text) is not None

    @cached_property
    def context(self) -> tuple[str, ...]:
        """The codes of the places of the page."""
        codes = {m.key for m in self.things if m.kind is Kind.PLACE and m.key.isdigit()}
        return tuple(sorted(codes))

    @cached_property
    def hosts(self) -> Hosts:
        """The schools at which people from elsewhere may serve."""
        return find_hosts(self.clean, self.things)

    @cached_property
    def stays(self) -> frozenset[str]:
        """The schools of which the text says that somebody serves there."""
        return frozenset(m.key for m in self.hosts.stays)

    @cached_property
    def bounds(self) -> list[int]:
        """Where sentences begin."""
        return [0, *(mark.end() for mark in _STOP.finditer(self.text))]

    def sentence(self, at: int) -> int:
        """The number of the sentence in which `at` lies."""
        return bisect_right(self.bounds, at) - 1

    @cached_property
    def in_sentence(self) -> dict[int, list[Mention]]:
        """The persons of each sentence that names any."""
        found: dict[int, list[Mention]] = {}
        for person in self.people:
            found.setdefault(self.sentence(person.start), []).append(person)
        return found

    def in_focus(self, sentence: int) -> tuple[list[Mention], int]:
        """The persons of a sentence, or of the last one before that names any; how far back."""
        for back in range(min(_FOCUS, sentence + 1)):
            here = self.in_sentence.get(sentence - back)
            if here:
                return here, back
        return [], 0

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each thing and person is named."""
        return Counter(m.key for m in (*self.things, *self.people))

    @cached_property
    def posts(self) -> dict[str, list[Held]]:
        """The posts of each person."""
        found: dict[str, list[Held]] = {}
        for post in self.held:
            found.setdefault(post.person.key, []).append(post)
        return found

    @cached_property
    def aided(self) -> frozenset[str]:
        """The persons who are called by an aid post (援疆教师)."""
        return frozenset(c.person.key for c in self.chains if c.aided)

    @cached_property
    def locals(self) -> Counter[str]:
        """How many people hold a post at each body by the words right before their names."""
        pairs = {(h.body.key, h.person.key) for h in self.held if h.body is not None}
        return Counter(body for body, _ in pairs)

    @cached_property
    def met(self) -> dict[tuple[str, str], list[tuple[Mention, Mention, int, int]]]:
        """(person, body) → where both are in play: the two, how far back, how many persons."""
        found: dict[tuple[str, str], list[tuple[Mention, Mention, int, int]]] = {}
        for thing in self.things:
            people, back = self.in_focus(self.sentence(thing.start))
            nearest: dict[str, Mention] = {}
            for person in people:
                old = nearest.get(person.key)
                if old is None or abs(person.start - thing.start) < abs(old.start - thing.start):
                    nearest[person.key] = person
            for person in nearest.values():
                found.setdefault((person.key, thing.key), []).append(
                    (person, thing, back, len(nearest))
                )
        return found
