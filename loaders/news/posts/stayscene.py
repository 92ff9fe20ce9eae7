"""A page as the rules read it, for the model of stays: who is in play where, and what is known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from ..entities.sides import EAST, WEST, codes_of, contains, context_of
from ..page.clean import Clean
from .hosts import Hosts, find_hosts
from .phrase import Chain, Held
from .sendings import Sent
from .stayparts import Around, Others, ends_of, mates_of

__all__ = ["AID", "BODIES", "SENT_WORDS", "Scene"]

SENT_WORDS = f"挂职|支教|援派|选派|派驻|{AID_TO}|组团式|任教|帮扶|驻点|派出|银龄|轮岗|下派|支援"
"""A pattern: words of those who are sent."""
AID = later(f"{SENT_WORDS}|对口|协作")
"""Words of a page that speaks of people who are sent."""
BODIES = (Kind.SCHOOL, Kind.INSTITUTION, Kind.PLACE)
"""What somebody may come from, and be sent to."""
_STOP = later("[。！？\n；;]")
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
    seen: dict[tuple[object, ...], tuple[str, ...]] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """Signs of a person, and of a body: many pairs of the page share them."""
    arounds: dict[tuple[int, int], Around] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """What stands around the mention of a body at a place: the same for all persons."""

    @cached_property
    def text(self) -> str:
        """The clean text."""
        return self.clean.text

    @cached_property
    def speaks(self) -> bool:
        """Whether the page may tell of people who are sent.

        It says so, or brings provinces that send and those that receive together.
        """
        return AID.search(self.text) is not None or (self.eastern and self.western)

    @cached_property
    def provinces(self) -> Counter[str]:
        """How many bodies and places of each province the page names."""
        codes = (codes_of(m, self.context) for m in self.things if m.kind in BODIES)
        return Counter(own[-1] for own in codes if own)

    @cached_property
    def eastern(self) -> bool:
        """Whether it names anything in the provinces that send."""
        return any(code in EAST for code in self.provinces)

    @cached_property
    def western(self) -> bool:
        """Whether it names anything in the provinces that receive."""
        return any(code in WEST for code in self.provinces)

    @cached_property
    def mates(self) -> dict[str, frozenset[str]]:
        """Person → those who stand in one list with them: 甲、乙和丙."""
        return mates_of(self.text, self.people)

    @cached_property
    def meets(self) -> dict[str, list[str]]:
        """The bodies that each person meets."""
        found: dict[str, list[str]] = {}
        for person, body in self.met:
            found.setdefault(person, []).append(body)
        return found

    def between(self, low: int, high: int) -> Sequence[Mention]:
        """The bodies and places that begin between two places of the text."""
        first = bisect_left(self._starts, low)
        return self.things[first : bisect_left(self._starts, high, first)]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.things]

    def span_of(self, sentence: int) -> tuple[int, int]:
        """Where a sentence begins and ends."""
        last = sentence + 1 >= len(self.bounds)
        return self.bounds[sentence], len(self.text) if last else self.bounds[sentence + 1]

    @cached_property
    def context(self) -> frozenset[str]:
        """The codes of the places of the page."""
        return context_of(self.things)

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
    def named(self) -> dict[str, list[Mention]]:
        """Every mention of each person, persons in the order of their first."""
        found: dict[str, list[Mention]] = {}
        for person in self.people:
            found.setdefault(person.key, []).append(person)
        return found

    @cached_property
    def namings(self) -> int:
        """How often any person is named."""
        return sum(self.counts[key] for key in self.named)

    @cached_property
    def first(self) -> dict[str, Mention]:
        """The first mention of each thing, in order."""
        found: dict[str, Mention] = {}
        for thing in self.things:
            found.setdefault(thing.key, thing)
        return found

    @cached_property
    def aid_words(self) -> int:
        """How many words of the page speak of people who are sent."""
        return len(AID.findall(self.text))

    def others(self, person: str) -> Others:
        """The stays of everybody but `person`; the same for all of whom the rules read none."""
        who = person if person in self.stayed else ""
        if who not in self._others:
            self._others[who] = self._stays_but(who)
        return self._others[who]

    def schools_in(self, place: Mention) -> list[Mention]:
        """The mentions of schools that lie in `place`; looked for once for each place."""
        if place.key not in self._schools_in:
            self._schools_in[place.key] = [
                m for m in self.things if m.kind is Kind.SCHOOL and contains(place, m, self.context)
            ]
        return self._schools_in[place.key]

    @cached_property
    def _schools_in(self) -> dict[str, list[Mention]]:
        return {}

    @cached_property
    def stayed(self) -> frozenset[str]:
        """The persons of whom the rules read a stay."""
        return frozenset(stay.person.key for stay in self.rule_stays)

    @cached_property
    def _others(self) -> dict[str, Others]:
        return {}

    @cached_property
    def _told(self) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
        """How many stays lead to and from each body, and to and from each code."""
        return ends_of(self.rule_stays, self.context)

    def _stays_but(self, person: str) -> Others:
        own = [stay for stay in self.rule_stays if stay.person.key == person]
        to, of, there, here = (
            frozenset(told.keys() - {key for key, count in own.items() if told[key] == count})
            for told, own in zip(self._told, ends_of(own, self.context), strict=True)
        )
        return Others(len(own) < len(self.rule_stays), to, of, there, here)

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
