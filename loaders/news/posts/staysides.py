"""Where the people of a page come from and where they serve: the two sides of the page.

The homes of those who were sent say which places send; what lies elsewhere may receive. The bodies
that receive are the candidates for everybody who was sent, whatever sentence names them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from ...weights import step
from ..entities.colleges import is_college
from ..entities.sides import WEST, codes_of, contains
from .aidposts import TEAM
from .stayscene import BODIES, Scene

__all__ = ["Sides"]

_MOST = 8
"""So many hosts of a page are thought of for somebody who does not meet them."""
_FEW = 3
"""So many places."""
_TAKE = (Kind.SCHOOL, Kind.PLACE)
_MET = 4
"""Sentences of a person and a body that are looked at."""
_SENDS = later(
    "的?(?:第[一二三四五六七八九十0-9]+[批届])?[^，。；！？\n的到赴]{0,4}?"
    f"(?:{AID_TO}|支教|组团式|研支团)[^，。；！？\n到赴]{{0,8}}?"
    "(?:教师|老师|干部|团|队|人才|成员|志愿者)|(?:先后|累计|共|已|也|还)?(?:选派|派出|选送|抽调)"
)
_ETC = later("(?:老师|教师)?等")


@dataclass(frozen=True)
class Sides:
    """The two sides of a page, as the homes of the persons `sent` tell."""

    scene: Scene
    sent: Collection[str]

    @cached_property
    def homes(self) -> dict[str, list[Mention]]:
        """Person → the bodies and places that they seem to come from.

        What is told outright counts, and what stands before a name unless it lies on the side that
        receives: the head of the host school is called by it as well.
        """
        scene = self.scene
        found: dict[str, list[Mention]] = {}
        for stay in scene.rule_stays:
            if stay.origin is not None:
                found.setdefault(stay.person.key, []).append(stay.origin)
        for key in sorted(self.sent):
            told, home = scene.told.get(key), scene.homes.get(key)
            if told is not None and told.kind in BODIES:
                found.setdefault(key, []).append(told)
            elif home is not None and home.kind in BODIES and home.key not in self.taking:
                codes = codes_of(home, scene.context)
                if not (codes and codes[-1] in WEST and scene.eastern):
                    found.setdefault(key, []).append(home)
        return found

    @cached_property
    def taking(self) -> frozenset[str]:
        """The bodies at which the rules read that somebody serves."""
        stays = self.scene.rule_stays
        return frozenset(s.destination.key for s in stays if s.destination is not None)

    @cached_property
    def sender(self) -> Mention | None:
        """The one place or body that the page calls the sender of a team: 某市第九批援疆教师.

        Where two are told, the one has to lie in the other: a county sends in the name of its city.
        """
        scene, found = self.scene, dict[str, Mention]()
        for thing in scene.things:
            if thing.kind in BODIES and _SENDS.match(scene.text, thing.end):
                found.setdefault(thing.key, thing)
        away = [m for m in found.values() if m.key not in self.taking]
        for one in away:
            if all(m is one or contains(one, m, scene.context) for m in away):
                return one
        return None

    @cached_property
    def to_west(self) -> bool:
        """Whether the rules read that somebody serves in the provinces that receive."""
        ends = [stay.destination for stay in self.scene.rule_stays if stay.destination is not None]
        codes = [codes_of(end, self.scene.context) for end in ends]
        return any(own and own[-1] in WEST for own in codes)

    @cached_property
    def sending(self) -> tuple[Counter[str], Counter[str]]:
        """How many persons come from each body, and from each code."""
        bodies: Counter[str] = Counter()
        codes: Counter[str] = Counter()
        for homes in self.homes.values():
            bodies.update({m.key for m in homes})
            codes.update({c for m in homes for c in codes_of(m, self.scene.context)})
        return bodies, codes

    def side(self, body: Mention, person: str = "") -> str:
        """How near a body lies to where the others come from: itself, its county, province…"""
        bodies, codes = self.sending
        own = self.homes.get(person, ())
        mine = {m.key for m in own}
        near = {c for m in own for c in codes_of(m, self.scene.context)}
        if bodies[body.key] - (body.key in mine) > 0:
            return "home"
        at = codes_of(body, self.scene.context)
        if not at:
            return "?"
        for level, code in enumerate(at):
            if codes[code] - (code in near) > 0:
                return f"near{len(at) - level}"
        return "far" if codes else "none"

    @cached_property
    def hosts(self) -> list[Mention]:
        """What may receive people, the most often named first: schools, and a few places."""
        count, first = self.scene.counts, self.scene.first
        ranked = sorted(
            (m for m in first.values() if m.kind in _TAKE and not TEAM.search(m.name)),
            key=lambda m: (-count[m.key], m.start),
        )
        sides = {m.key: self.side(m) for m in ranked}
        away = [m for m in ranked if sides[m.key] in ("far", "none", "?")]
        away += [m for m in ranked if sides[m.key] == "near1" and m.kind is Kind.SCHOOL]
        schools = [m for m in away if m.kind is Kind.SCHOOL and not is_college(m.name)]
        counties = [m for m in away if m.kind is Kind.PLACE and not m.key.endswith("0000")]
        wide = [m for m in away if m.kind is Kind.PLACE and m.key.endswith("0000")]
        return [*schools[:_MOST], *[*counties, *wide][:_FEW]]

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each school among those that may receive."""
        schools = [m for m in self.hosts if m.kind is Kind.SCHOOL]
        return {m.key: at for at, m in enumerate(schools)}

    def candidates(self, person: Mention) -> list[Mention]:
        """The bodies and places to which somebody may have been sent, in the order of the page."""
        scene = self.scene
        keys = dict.fromkeys(scene.meets.get(person.key, ()))
        keys.update(dict.fromkeys(m.key for m in self.hosts))
        posts = (h.body for h in scene.posts.get(person.key, ()) if h.body is not None)
        keys.update(dict.fromkeys(m.key for m in posts if m.key in scene.first))
        home = scene.told.get(person.key)
        found = [scene.first[key] for key in keys if home is None or home.key != key]
        found = [m for m in found if m.kind in BODIES and not TEAM.search(m.name)]
        return sorted(found, key=lambda m: (m.start, m.end))

    def signs(self, person: Mention, body: Mention) -> Iterator[str]:
        """How a body stands on the page, for the question whether it is the host."""
        scene = self.scene
        side = self.side(body, person.key)
        kind = body.kind.value[0]
        yield from (f"vs={side}", f"vs={side}{kind}")
        rank, schools = self.rank.get(body.key), len(self.rank)
        yield f"hr={'-' if rank is None else min(rank, 3)}{kind}of{step(schools, (0, 1, 2, 4))}"
        met = (person.key, body.key) in scene.met
        yield f"hrm={rank == 0}{met}{step(schools, (0, 1, 2))}"
        if body.kind is Kind.SCHOOL:
            yield from self._beside(scene.named[person.key][0], body)
            yield from self._in_turn(person, body)
        mates = scene.mates.get(person.key, frozenset())
        theirs = {key for mate in sorted(mates) for key in self.placed.get(mate, ())}
        if theirs:
            yield f"mt={body.key in theirs}{len(theirs) == 1}"

    def _beside(self, first: Mention, body: Mention) -> Iterator[str]:
        """Whether a school is the last before a name that may receive, and in its paragraph."""
        text = self.scene.text
        at = bisect_left(self.receiving, first.start, key=_start)
        yield f"nb={at > 0 and self.receiving[at - 1].key == body.key}"
        low = text.rfind("\n", 0, first.start) + 1
        high = text.find("\n", first.end)
        end = bisect_left(self.receiving, high if high >= 0 else len(text), at, key=_start)
        near = self.receiving[bisect_left(self.receiving, low, key=_start) : end]
        inside = {m.key for m in near}
        yield f"par={body.key in inside}{step(len(inside), (0, 1, 2))}"

    def _in_turn(self, person: Mention, body: Mention) -> Iterator[str]:
        """Whether as many schools as persons stand in a sentence of the two, these in one place."""
        for one, _, back, _ in self.scene.met.get((person.key, body.key), ())[:_MET]:
            if back:
                continue
            number = self.scene.sentence(one.start)
            people, schools = self.in_order(number)
            if len(people) < 2 or len(schools) < 2 or body.key not in schools:
                continue
            if len(people) != len(schools):
                yield "turn=?"
            else:
                yield f"turn={people.index(person.key) == schools.index(body.key)}"

    def unclear(self, person: Mention, body: Mention) -> bool:
        """Whether every sentence of the two leaves open which of its persons is at which school.

        So it does where a list of schools follows a list of persons, and their order tells nothing.
        """
        met = [one for one in self.scene.met.get((person.key, body.key), ()) if one[2] == 0]
        return bool(met) and all(self._left_open(*one[:2]) for one in met[:_MET])

    def _left_open(self, person: Mention, body: Mention) -> bool:
        number = self.scene.sentence(person.start)
        people, schools = self.in_order(number)
        if body.key not in schools or len(schools) < 2:
            return False
        near = self.scene.in_sentence.get(number, ())
        if len({p.key for p in near}) < 2:
            return False
        if people and len(people) == len(schools):
            return people.index(person.key) != schools.index(body.key)
        listed = [
            m for m in self.receiving if m.key != body.key and _joined(self.scene.text, m, body)
        ]
        apart = any(person.end <= p.start < body.start and p.key != person.key for p in near)
        return bool(listed) or apart

    def in_order(self, sentence: int) -> tuple[list[str], list[str]]:
        """The persons of a sentence and its schools that may receive, as they are first named.

        A list that goes on unnamed (甲、乙等六位教师) tells nothing by its order.
        """
        known = self._orders.get(sentence)
        if known is None:
            scene, (start, end) = self.scene, self.scene.span_of(sentence)
            people = scene.in_sentence.get(sentence, ())
            low = bisect_left(self.receiving, start, key=_start)
            schools = self.receiving[low : bisect_left(self.receiving, end, low, key=_start)]
            goes_on = any(_ETC.match(scene.text, p.end) for p in people)
            order = [] if goes_on else list(dict.fromkeys(p.key for p in people))
            known = self._orders[sentence] = order, list(dict.fromkeys(m.key for m in schools))
        return known

    @cached_property
    def _orders(self) -> dict[int, tuple[list[str], list[str]]]:
        return {}

    @cached_property
    def receiving(self) -> list[Mention]:
        """Every mention of a school that may receive, in order."""
        return [m for m in self.scene.things if m.key in self.rank]

    @cached_property
    def placed(self) -> dict[str, set[str]]:
        """Person → where the rules read that the person serves."""
        found: dict[str, set[str]] = {}
        for stay in self.scene.rule_stays:
            if stay.destination is not None:
                found.setdefault(stay.person.key, set()).add(stay.destination.key)
        return found


def _joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether two bodies are next to each other in a list."""
    first, last = sorted((one, other), key=_start)
    return 0 < last.start - first.end < 3 and text[first.end : last.start].strip() in "、和与及"


def _start(mention: Mention) -> int:
    return mention.start
