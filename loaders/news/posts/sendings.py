"""The ways in which a sentence tells that somebody was sent: patterns over skeletons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ....ontology.records import Kind, Mention
from ...later import later
from ...screen import Screen
from ..page.clean import Clean
from ..people.titles import Title
from .kin import of_kin
from .letters import NEAR, pattern
from .narration import narrated
from .offices import antecedent, nearest_school
from .skeletons import PERSON, Skeleton, each_body
from .tellings import LATER, TELLINGS
from .visits import CALLS, LESSONS

__all__ = ["OFFICE", "Sent", "by_patterns"]

_TELLINGS = Screen(TELLINGS)
_VISIT = later(f"{CALLS}|主持")
_FORMER = later("(?:退休|支教|援[一-鿿]|来[^，]{0,4}|进[疆藏])(?:之)?前，?[^，]{0,6}在")
_BESIDE = later("(?:同[批行去来队住事]|搭[档班]|一[同起道])[^，。]{0,6}的，?")
_SIGNS_UP = later("报名|申请|选派|请缨|主动")
_BARE = ("each-at", "stays", "walks-in", "each-off", "sets-out", "arrives")
_STAYED = later(
    "(?:一直|始终|长期|多年)都?[在于]Ⓟ*Ⓑ(?:任教|从教|工作|教书|执教)"
    "|(?:原(?:来|先|本)?|以前|之前|此前|过去)(?:都|一直)?在Ⓟ*Ⓑ(?:任教|从教|工作|教|执教)"
)
_OF_NEXT = later("[^ⓃⒷⓅ。；，]{0,4}的(?:Ⓣ|老师|教师)?Ⓝ")
_PASSES = later(f"{CALLS}|主持|{LESSONS}|公开课|培训|研学|学习|开会|参加|带队|一行|毕业|上学|读")
_WISHED = later("(?:提出|希望|建议|表示)[^Ⓝ]{0,8}(?:选派|派|组织)")
OFFICE = later("^(?:常务)?副?[省市县区州旗盟镇乡]长$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One telling of a secondment."""

    person: Mention
    origin: Mention | None
    destination: Mention | None
    title: str | None
    start: int
    end: int
    rule: str
    support: tuple[tuple[int, int], ...] = ()
    """Passages elsewhere that name what the telling itself leaves out: the heading of a list."""


def by_patterns(
    clean: Clean,
    skeletons: Sequence[Skeleton],
    mentions: Sequence[Mention],
    homes: Mapping[str, Mention],
) -> Iterator[Sent]:
    """What the patterns find, and what the next sentence says of the same person (她在 … 任教)."""
    last: Mention | None = None
    placed: set[str] = set()
    for skeleton in skeletons:
        done: dict[str, bool] = {}  # person → whether a body is told, not only a place
        for rule, telling in (
            _TELLINGS.worth_trying(skeleton.signs) if PERSON in skeleton.signs else ()
        ):
            for match in telling.finditer(skeleton.signs):
                outs = () if rule.startswith("visited") else (_VISIT,)
                if any(o.search(match[0]) for o in (*outs, _FORMER, _WISHED, _BESIDE)):
                    continue
                if rule == "at-of" and _SIGNS_UP.search(skeleton.signs, match.end()):
                    continue  # 在A校教书的甲报名支教: where somebody leaves from
                if rule == "goes" and (
                    _STAYED.search(match[0]) or _OF_NEXT.match(skeleton.signs, match.end())
                ):
                    continue
                if rule in _BARE and _PASSES.search(skeleton.signs, match.start()):
                    continue
                if "b" in telling.groupindex and of_kin(skeleton.signs, match.start("b")):
                    continue
                for sent in _sent(skeleton, match, rule, clean.text, mentions, homes):
                    body = sent.destination is not None and sent.destination.kind is not Kind.PLACE
                    if sent.person.key in done and (done[sent.person.key] or not body):
                        continue
                    done[sent.person.key] = body
                    if sent.destination is not None:
                        placed.add(sent.person.key)
                    yield sent
        later = LATER.match(skeleton.signs)
        if later is not None and last is not None and last.key not in done:
            start, end = skeleton.bounds(later)
            yield Sent(
                person=last, origin=None, destination=skeleton.body(later, "b"), title=None,
                start=start, end=end, rule="later",
            )  # fmt: skip
            placed.add(last.key)
        last = skeleton.people[0] if skeleton.people else last
    yield from _in_turn(skeletons)
    yield from _named_next(skeletons)
    for told in narrated(clean.text, skeletons):
        if not told.home and told.person.key not in placed:
            if not told.weak:
                placed.add(told.person.key)
            yield Sent(
                person=told.person, origin=None, destination=told.body, title=told.title,
                start=told.start, end=told.end, rule="narrated-post" if told.weak else "narrated",
            )  # fmt: skip


def _sent(
    skeleton: Skeleton,
    match: re.Match[str],
    rule: str,
    text: str,
    mentions: Sequence[Mention],
    homes: Mapping[str, Mention],
) -> Iterator[Sent]:
    """The secondments that one match tells of, one for each person in it."""
    groups = match.groupdict()
    destination = skeleton.body(match, "b") if "b" in groups else None
    origin = skeleton.body(match, "a") if "a" in groups else None
    post = None
    if groups.get("t"):
        span = skeleton.spans[match.start("t")]
        post = span.title if isinstance(span, Title) else None
    if "aid" in groups:
        span = skeleton.spans[match.start("aid")]
        if not (isinstance(span, Title) and span.aid):
            return
        post = post or span.title
    if rule == "office-of":
        if post is None or OFFICE.match(post) is None:
            return
        destination = antecedent(post[-2], skeleton.bounds(match)[0], mentions)
    if rule == "comes-here" and origin is not None:
        earlier = [m for m in mentions if m.start < origin.start and m.key != origin.key]
        destination = nearest_school(earlier, origin.start, text)
    if rule == "sent" and origin is not None:
        earlier = [m for m in mentions if m.start < origin.start]
        destination = (
            antecedent(post[-2] + "政府", origin.start, mentions)
            if post is not None and OFFICE.match(post) is not None
            else nearest_school(earlier, origin.start, text)
        )
    people = [skeleton.spans[i] for i in range(*match.span("n"))]
    persons = [p for p in people if isinstance(p, Mention) and p.kind is Kind.PERSON]
    if destination is not None and text[destination.start] in "该这此":
        listed = {homes[p.key].key for p in persons if p.key in homes}
        if destination.key in listed:
            pointed = {m.start for m in mentions if text[m.start] in "该这此"}
            others = [
                m
                for m in mentions
                if m.kind is destination.kind and m.key not in listed and m.start not in pointed
            ]
            before = [m for m in others if m.start < persons[0].start]
            destination = before[-1] if before else destination
    start, end = skeleton.bounds(match)
    if groups.get("each"):
        for person, place in each_body(skeleton, match, persons):
            yield Sent(
                person=person, origin=origin, destination=place, title=None,
                start=start, end=end, rule=rule,
            )  # fmt: skip
        return
    for person in persons:
        yield Sent(
            person=person, origin=origin, destination=destination, title=post,
            start=start, end=end, rule=rule,
        )  # fmt: skip


_IN_TURN = pattern(
    f"^(?:他们|她们|[两三四五]人|[两三四五]位(?:Ⓣ|老师|教师)){NEAR}{{0,6}}?分别{NEAR}{{0,4}}?(?:在|到|赴|去|前往|来到)"
    f"(?P<each>[ⒷⓅ]+(?:[、和与及][ⒷⓅ]+)+){NEAR}{{0,6}}?(?:支教|任教|挂职|任职|援教|工作|服务)"
)


def _in_turn(skeletons: Sequence[Skeleton]) -> Iterator[Sent]:
    """他们分别在B校和C校支教: those named in the sentence before, in their order."""
    last: list[Mention] = []
    for skeleton in skeletons:
        match = _IN_TURN.match(skeleton.signs)
        if match is not None:
            for person, place in each_body(skeleton, match, last):
                start, end = skeleton.bounds(match)
                yield Sent(
                    person=person, origin=None, destination=place, title=None,
                    start=start, end=end, rule="in-turn",
                )  # fmt: skip
        last = list({p.key: p for p in skeleton.people}.values()) or last


_CAME = pattern(
    f"B{NEAR}{{0,3}}，?{NEAR}{{0,8}}?(?:有了|来了|迎来了?|新来了?)(?:一[位名]|位)[^ⓃⒷ。；，]{{0,10}}(?:Ⓣ|老师|教师)$"
)
_CALLED = pattern("^(?:这[位名]|[他她])[^Ⓝ。，]{0,4}?(?:名叫|叫做?|就是|是)Ⓝ")


def _named_next(skeletons: Sequence[Skeleton]) -> Iterator[Sent]:
    """B校今年有了一位来自甲地的校长。这位名叫乙的教师…: the next sentence says who it is."""
    for before, skeleton in pairwise(skeletons):
        came = _CAME.search(before.signs.rstrip("。！？"))
        called = _CALLED.match(skeleton.signs) if came is not None else None
        if came is None or called is None:
            continue
        start, end = skeleton.bounds(called)
        yield Sent(
            person=skeleton.people[0], origin=None, destination=before.body(came, "b"), title=None,
            start=start, end=end, rule="named-next", support=(before.bounds(came),),
        )  # fmt: skip
