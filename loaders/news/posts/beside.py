"""What stands beside the posts before a name: asides, senders, offices, and where one serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..people.peoplewords import people_words
from ..people.titles import Title
from .phrase import Chain, Held, Line, hold, is_person

__all__ = [
    "aliased",
    "comes",
    "heads_place",
    "of_another",
    "of_each",
    "said_as",
    "sender_of",
    "sent_down",
    "sent_there",
    "serving",
    "standing",
    "taught",
    "unit_between",
    "unread_between",
]

_DEPUTY = later("(?:常务|执行|专职)?副")
_STANDINGS = people_words("standings")
_ASIDE_OF_POST = later("[、，][一-鿿A-Z0-9]{0,8}$")
_CALLED = later("[（(](?:以下简称|简称|又称|原|系|为|是|与|和|由)?$")
_CLOSED = later("[一-鿿]{0,10}[）)]")


def serving(line: Line, person: Mention, at: int) -> list[Held]:
    """The post at B in 在B县挂职副县长的甲, with what stands before the name behind 的."""
    post = line.ending.get(at - 1) if line.text[at - 1 : at] == "的" else None
    if not isinstance(post, Title) or not (post.aid or line.text[post.start : post.end] == "任"):
        return []
    body = line.ending.get(post.start)
    if not isinstance(body, Mention) or is_person(body):
        return []
    start = body.start
    while isinstance(place := line.ending.get(start), Mention) and place.kind is Kind.PLACE:
        start = place.start
    if line.text[start - 1 : start] != "在":
        return []
    return hold(line, person, body, [post], start, "before", 0.9)


def standing(line: Line, title: Title) -> int | None:
    """Where 、某级校友 begins behind a post: what somebody is besides is no post at the body."""
    if title.title not in _STANDINGS or title.start in line.ending:
        return None
    aside = _ASIDE_OF_POST.search(line.text, max(0, title.start - 10), title.start)
    post = line.ending.get(aside.start()) if aside is not None else None
    return aside.start() if aside is not None and isinstance(post, Title) else None


def aliased(line: Line, span: Mention, gap: str) -> Mention | None:
    """A校 for 甲 in A校（B中学）校长甲: what stands in brackets only says more of A校."""
    called = _CALLED.search(line.text, max(0, span.start - 5), span.start)
    if _CLOSED.fullmatch(gap) is None or called is None:
        return None
    named = line.ending.get(called.start())
    return named if isinstance(named, Mention) and named.kind is span.kind else None


def heads_place(line: Line, place: Mention, person: Mention) -> bool:
    """Whether 甲镇某镇长 says the post behind the name."""
    post = line.starting.get(person.end)
    return (
        place.kind is Kind.PLACE
        and isinstance(post, Title)
        and _OVER_PLACE.search(post.title) is not None
        and post.title[-2] == line.text[place.end - 1]
    )


_UNREAD_POST = later("、[一-鿿A-Za-z0-9]{2,10}、?")
_NO_POST = later(
    "[在到与和来对向从派驻被将把请送给带的及等各]|代表|领导|相关|有关|负责|师生|家长|部分|人士|嘉宾|学生|教师|老师|校长|[局处科部院会县区镇乡村]长"
)


def unread_between(gap: str) -> bool:
    """Whether between two posts of a row stands what nobody can read: a body, or a post of its own.

    A会会长、某集团|董事长甲: the president is of no body that the reader knows, 会长 is 甲 all the
    same.
    """
    return _UNREAD_POST.fullmatch(gap) is not None and _NO_POST.search(gap) is None


_UNIT = later("[一-鿿]{2,5}[部处科室股系]")
_HEADS_UNIT = ("主任", "部长", "处长", "科长", "股长", "干事", "科员")


def unit_between(line: Line, body: Mention, person: Mention) -> Mention | None:
    """轮训部 of a body in 某学院轮训部甲副主任: the unit that nobody has read before the name."""
    unit = line.text[body.end : person.start]
    post = line.starting.get(person.end)
    if body.kind is not Kind.INSTITUTION or _UNIT.fullmatch(unit) is None:
        return None
    if not isinstance(post, Title) or not post.title.endswith(_HEADS_UNIT):
        return None
    name = body.name + unit
    return replace(body, name=name, key=name, end=person.start)


_DOWN = later("下派|选派|派驻|派出|援派")
_OVER_PLACE = later("副?[省市县区州旗镇乡]长$")


def sent_down(text: str, sender: Mention, pending: Sequence[Title]) -> bool:
    """Whether a body sends somebody to be one of the heads of a place."""
    last = pending[-1]
    if sender.kind is Kind.PLACE or _OVER_PLACE.search(last.title) is None:
        return False
    return last.aid and _DOWN.match(text, last.start) is not None


_TEAM_POST = later("[队团组]长$|领队$|指挥长?$")


def sent_there(text: str, held: Held) -> bool:
    """Whether the post is that of a team on its way to the place: 赴甲县支教队队长."""
    body = held.body
    if body is None or body.kind is not Kind.PLACE or _TEAM_POST.search(held.title.title) is None:
        return False
    before = text[max(0, body.start - 8) : body.start]
    return body.start < held.title.start and any(way in before for way in ("赴", "驻", "援"))


def taught(titles: Sequence[Title]) -> bool:
    """Whether one of the posts is a teacher's, which somebody keeps who is sent."""
    return any(t.title in ("教师", "老师") for t in titles)


def comes(line: Line, span: Mention) -> bool:
    """Whether 来自 stands before a body."""
    return line.text[max(0, span.start - 2) : span.start] == "来自"


def of_another(line: Line, body: Mention, pending: Sequence[Title], known: Chain) -> bool:
    """Whether a pupil beside somebody who comes from A校 is none of A校."""
    return comes(line, body) and pending[0].learner and not any(h.title.learner for h in known.held)


def said_as(line: Line, title: Title, gap: str) -> bool:
    """Whether 作为A校的校长，甲 says the post of 甲 in a clause before the name."""
    body = line.ending.get(title.start) or line.ending.get(title.start - 1)
    if gap not in ("，", ",") or not isinstance(body, Mention) or is_person(body):
        return False
    if body.end < title.start and line.text[body.end] != "的":
        return False
    start = body.start
    while isinstance(place := line.ending.get(start), Mention) and place.kind is Kind.PLACE:
        start = place.start
    return line.text[max(0, start - 2) : start] in ("作为", "身为")


def sender_of(line: Line, place: Mention) -> Mention | None:
    """甲区 in 甲区赴乙区挂职干部."""
    if place.kind is not Kind.PLACE or line.text[place.start - 1 : place.start] not in ("赴", "驻"):
        return None
    sender = line.ending.get(place.start - 1)
    return sender if isinstance(sender, Mention) and sender.kind is Kind.PLACE else None


def of_each(title: Title) -> bool:
    """Whether a post before a list of names is the post of each (教师甲、乙)."""
    return _DEPUTY.match(title.title) is not None or title.title.endswith(
        (
            "委员",
            "党组成员",
            "教师",
            "老师",
            "教研员",
            "学生",
            "专家",
            "队员",
            "教授",
            "志愿者",
            "盟员",
            "社员",
        )
    )
