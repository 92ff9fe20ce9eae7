"""Who belongs to a crew of the page.

Somebody belongs to a crew who is called so before or behind the name (支教团团长甲, 甲是援藏教师),
joins it (甲加入支教队), stands in its list, or is said to have chosen to go. On a page of one crew
it is enough to be called a member (队员甲, of students also 甲、乙等同学). Whoever sees them off,
calls on them, or is of the place does not belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention
from ...later import later
from ...screen import Screen
from ..entities.colleges import is_college
from ..entities.sides import contains
from .crews import Crews, batch_in, helped_side, home_before
from .crewtellings import (
    COMES,
    COUNTED,
    CREWS,
    GOES_TO,
    NUMBERED,
    OF_ONE_TEAM,
    OURS,
    RANKED,
    SOLE,
    TELLINGS,
    denied,
    local,
    past,
)
from .crewwords import Said
from .stayscene import Scene
from .visits import CALLS, LESSONS

__all__ = ["OFFICES", "Mate", "mates_of"]

_TELLINGS = Screen((sure, telling) for telling, sure in TELLINGS)
_OF_ONE_TEAM = Screen((students, telling) for telling, students in OF_ONE_TEAM)
_NUMBERS = {sign: at for at, sign in enumerate("零一二三四五六七八九十")}
_SEES = later(
    f"{CALLS}|{LESSONS}|送行|欢送|送别|授旗|出席|主持|致辞|陪同|讲话|采访|接待|迎接|欢迎|指出|强调|勉励|看到|要求|感谢"
)
_FROM_AFAR = later("网络|线上|远程|视频|直播|云端|捐")
OFFICES = later("局长|书记|市长|县长|区长|州长|部长|厅长|处长|科长|常委|主席|委员|记者|秘书长")
"""Posts of those who lead, send and receive crews."""


@dataclass(frozen=True, slots=True)
class Mate:
    """Somebody shown as one of a crew: by which words, with the crew's own home if they name it."""

    person: Mention
    said: Said
    start: int
    end: int
    home: Mention | None
    batch: str
    sure: bool

    @property
    def called(self) -> bool:
        """Whether the words beside the name speak of a crew, or of an aid post."""
        words = self.said.words[max(0, self.start - 8) : self.end]
        return CREWS.search(words) is not None


def mates_of(
    scene: Scene, said: Sequence[Said], crews: Crews, called: Collection[str]
) -> Iterator[Mate]:
    """Everybody who is shown as one of a crew, those called so outright first."""
    aided = {(c.person.start, c.person.end) for c in scene.chains if c.aided}
    weak: list[Mate] = []
    teachers = _teachers(said)
    for one in said:
        sees = _SEES.search(one.words) is not None
        for sure, telling in _TELLINGS.worth_trying(one.words):
            for found in telling.finditer(one.words):
                if denied(found, sure=sure):
                    continue
                mates = list(_of(one, found, crews, sure=sure))
                if sure:
                    yield from mates
                elif not sees:
                    weak += mates
        if not sees:
            weak += _of_one_team(one, crews)
        for place, span in enumerate(one.spans):
            if not isinstance(span, Mention) or span.kind is not Kind.PERSON:
                continue
            if local(one.words[:place]) or past(one.words[:place]):
                continue
            if (span.start, span.end) in aided or span.key in called:
                yield Mate(span, one, place, place + 1, None, batch_in(one.words), sure=True)
        yield from _of_home(scene, one, crews, teachers)
    yield from weak
    yield from _all_counted(scene, said)


def _of_one_team(said: Said, crews: Crews) -> Iterator[Mate]:
    """Whoever is called a member, if the page tells of one crew, and from where: 队员甲."""
    home = crews.home("")
    if home is None or crews.several:
        return
    for students, telling in _OF_ONE_TEAM.worth_trying(said.words):
        if not students or is_college(home.name):
            for found in telling.finditer(said.words):
                yield from _of(said, found, crews, sure=False)


def _of_home(scene: Scene, said: Said, crews: Crews, teachers: Collection[str]) -> Iterator[Mate]:
    """Whoever is a teacher of the place that a crew is from: 某市老师甲, 来自某县的甲老师."""
    home = crews.home("")
    if home is None:
        return
    for pattern in (OURS, COMES):
        for found in pattern.finditer(said.words):
            where, person = said.at(found.end("a") - 1), said.at(found.start("n"))
            if where is None or person is None or where.kind is not Kind.PLACE:
                continue
            if pattern is COMES and (
                person.key not in teachers
                or _SEES.search(said.words) is not None
                or _FROM_AFAR.search(said.words) is not None
            ):
                continue
            inside = contains(home, where, scene.context)
            if inside or (pattern is OURS and contains(where, home, scene.context)):
                own = where if inside else None
                yield Mate(person, said, *found.span(), own, batch_in(said.words), sure=True)


def _teachers(said: Sequence[Said]) -> frozenset[str]:
    """The keys of all who are called teachers somewhere on the page."""
    found = (one.at(match.start("n")) for one in said for match in SOLE.finditer(one.words))
    return frozenset(person.key for person in found if person is not None)


def _of(said: Said, found: re.Match[str], crews: Crews, *, sure: bool) -> Iterator[Mate]:
    crew = CREWS.search(said.words, *found.span())
    home = home_before(said, crew, crews.teams) if crew is not None else None
    sent = crew is not None and GOES_TO.search(crew[0]) is not None
    if home is not None and not sent and helped_side(home, crews.regions, crews.context) > 0:
        return  # 甲县帮扶工作专班 is of the place that is helped
    low = max(0, (crew.start() if crew is not None else found.start()) - 12)
    batch = batch_in(said.words[low : found.end()]) or batch_in(said.words)
    behind = -1
    for place in range(*found.span("n")):
        person = said.at(place)
        if person is None:
            continue
        if local(said.words[:place]):
            continue
        if behind >= 0 and person.kind is Kind.PERSON:
            between = said.words[behind:place]
            if OFFICES.search(between) is not None and RANKED.search(between) is None:
                return  # the list goes on to those who called them together
        behind = place + 1
        if person.kind is not Kind.PERSON:
            if helped_side(person, crews.regions, crews.context) > 0:
                return  # the list goes on to those who receive them
        else:
            yield Mate(person, said, found.start(), found.end(), home, batch, sure)


def _all_counted(scene: Scene, said: Sequence[Said]) -> Iterator[Mate]:
    """All who are named or called 老师 on a page, if they are just as many as its crew counts."""
    sizes = {_number(found) for found in COUNTED.finditer(scene.text)}
    named: dict[str, Mate] = {}
    for one in said:
        for found in NUMBERED.finditer(one.words):
            told = [one.at(place) for place in range(*found.span("n"))]
            people = [person for person in told if person is not None]
            if sizes == {_number(found)} == {len(people)}:
                bounds = found.span()
                yield from (Mate(person, one, *bounds, None, "", sure=False) for person in people)
        for found in SOLE.finditer(one.words):
            person = one.at(found.start("n"))
            if person is not None:
                named.setdefault(person.key, Mate(person, one, *found.span(), None, "", sure=False))
    if len(named) > 2 and sizes == {len(named)} and len(scene.named) == len(named):
        yield from named.values()


def _number(found: re.Match[str]) -> int:
    """The number that a match counts, in figures or in words."""
    return int(found["k"]) if found["k"].isdigit() else _NUMBERS[found["k"]]
