"""What several tellings of stays come to: the home that one leaves out, the finer of two places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention, Status
from ...later import later
from ..entities.sides import codes_of, contains, direction
from .aidposts import TEAM
from .hosts import apart, may_help
from .phrase import Held
from .sendings import Sent
from .stayscene import Scene

__all__ = [
    "at_own_school",
    "at_school",
    "held_before",
    "turned",
    "without_coarse",
    "without_home_as_host",
    "without_own",
    "without_vague",
]


def turned(
    sent: Sent, origin: Mention | None, context: Collection[str]
) -> tuple[Sent, Mention | None]:
    """The row of a list that puts where somebody serves before where somebody comes from."""
    to = sent.destination
    if origin is None or to is None or direction(origin, to, context=context) >= 0:
        return sent, origin
    return replace(sent, origin=to, destination=origin, title=None), to


def at_own_school(
    sent: Sent, origin: Mention | None, context: Collection[str]
) -> tuple[Sent, Mention | None]:
    """县一中的教师甲来到该县支教: the school is where 甲 serves, and no home is told."""
    to = sent.destination
    if origin is None or to is None or to.kind is not Kind.PLACE or origin.kind is not Kind.SCHOOL:
        return sent, origin
    if contains(to, origin, context):
        return replace(sent, destination=origin), None
    return sent, origin


def held_before(held: Sequence[Held], sent: Sent, context: Collection[str]) -> Mention | None:
    """The body of a post that somebody sent has elsewhere: 甲是A校教师 … 对口任教的是B校."""
    there = sent.destination
    for post in held:
        body = post.body
        if post.person.key != sent.person.key or body is None or there is None:
            continue
        at_home = post.title.status is not Status.ACTIVE and post.rule in (
            "before",
            "being",
            "comma",
        )
        own = at_home and body.kind is not Kind.PLACE and not TEAM.search(body.name)
        if own and apart(body, there, context) and may_help(body, there, context):
            return body
    return None


def without_vague(kept: dict[tuple[str, str], Sent]) -> list[Sent]:
    """Leave out a telling without destination where another of the same person has one."""
    placed = {person for person, to in kept if to}
    return [sent for (person, to), sent in kept.items() if to or person not in placed]


def without_home_as_host(kept: Sequence[Sent]) -> list[Sent]:
    """Leave out a stay at what another one of the same person has as home.

    作为援藏校长，A校副校长甲挂职B校校长 says nothing of a stay at A校.
    """
    homes = {(s.person.key, s.origin.key) for s in kept if s.origin is not None}
    return [
        s
        for s in kept
        if s.origin is not None
        or s.destination is None
        or (s.person.key, s.destination.key) not in homes
    ]


_STOP = later("[。！？]")
_AT_WORK = later("学生|上课|讲课|讲台|教室|课堂|班主任|给[^，。；]{1,10}讲")
_NEAR = 2
"""Sentences behind the one that opens a paragraph with a school."""
_ITS_PEOPLE = later("(?:[高初]?[一二三四五六][^，。；\n]{0,6})?(?:学生|毕业生|同学|家长|的?孩子)")


_VILLAGE = later("第一书记|驻村")


def at_school(sent: Sent, scene: Scene) -> Sent:
    """A stay in a county as one at its school, where the text brings the two together.

    某县中学学生乙跑来；甲去年到某县支教 tells of one school if the paragraph names no other there;
    so does a sentence with the person and the only school of that county on the page.
    """
    place, text = sent.destination, scene.text
    if place is None or place.kind is not Kind.PLACE or sent.title is not None:
        return sent
    if _VILLAGE.search(text, sent.start, sent.end):
        return sent  # 派驻某县的第一书记: at work in a village
    start = text.rfind("\n", 0, sent.start) + 1
    end = text.find("\n", sent.end)
    all_ = scene.schools_in(place)
    near = [m for m in all_ if start <= m.start < (end if end >= 0 else len(text))]
    if len({m.key for m in near}) == 1 and any(_ITS_PEOPLE.match(text, m.end) for m in near):
        school = near[0]
    elif len({m.key for m in all_}) == 1 and _together(sent.person, all_[0], scene):
        school = all_[0]
    else:
        return sent
    if sent.origin is not None and sent.origin.key == school.key:
        return sent
    return replace(sent, destination=school)


def _together(person: Mention, school: Mention, scene: Scene) -> bool:
    """Whether a sentence brings the two together, or the person is at work right behind it."""
    if any(back <= 1 for _, _, back, _ in scene.met.get((person.key, school.key), ())):
        return True
    at = scene.sentence(school.start)
    for one in scene.named.get(person.key, ()):
        here = scene.sentence(one.start)
        if 0 <= here - at <= _NEAR and "\n" not in scene.text[school.end : one.start]:
            end = scene.text.find("\n", one.end)
            stop = _STOP.search(scene.text, one.end, end if end >= 0 else len(scene.text))
            last = stop.start() if stop else len(scene.text)
            return _AT_WORK.search(scene.text, one.end, last) is not None
    return False


def without_own(sent: Sent) -> Sent:
    """Nobody comes from where the stay is: what was taken for the home is not."""
    one, other = sent.origin, sent.destination
    same = one is not None and other is not None and one.key == other.key
    return replace(sent, origin=None) if same else sent


def _nowhere(body: Mention, context: Collection[str]) -> bool:
    """Whether a body is a school of which nothing says where it lies."""
    return body.kind is Kind.SCHOOL and not codes_of(body, context)


def without_coarse(kept: list[Sent], context: Collection[str]) -> list[Sent]:
    """Leave out a stay in a place where another of the same person lies within that place."""
    fine = [s for s in kept if s.destination is not None and s.destination.kind is not Kind.PLACE]
    places = [s for s in kept if s.destination is not None and s.destination.kind is Kind.PLACE]

    def told_closer(sent: Sent) -> bool:
        place = sent.destination
        return place is not None and any(
            one.person.key == sent.person.key
            and one.destination is not None
            and one.destination.key != place.key
            and (contains(place, one.destination, context) or _nowhere(one.destination, context))
            for one in (*fine, *places)
        )

    return [s for s in kept if s not in places or not told_closer(s)]
