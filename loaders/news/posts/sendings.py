"""The ways in which a sentence tells that somebody was sent: patterns over skeletons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention
from ...later import later
from ...screen import Screen
from ..page.clean import Clean
from ..people.titles import Title
from .kin import of_kin
from .narration import narrated
from .offices import antecedent, nearest_school
from .skeletons import PERSON, Skeleton
from .tellings import LATER, NEAR, TELLINGS, pattern
from .visits import CALLS, LESSONS

__all__ = ["OFFICE", "Sent", "by_patterns", "origins_told"]

_TELLINGS = Screen(TELLINGS)
_VISIT = later(f"{CALLS}|主持")
_FORMER = later("(?:退休|支教|援[一-鿿]|来[^，]{0,4}|进[疆藏])(?:之)?前，?[^，]{0,6}在")
_BESIDE = later("(?:同[批行去来队住事]|搭[档班]|一[同起道])[^，。]{0,6}的，?")
_SIGNS_UP = later("报名|申请|选派|请缨|主动")
_BARE = ("each-at", "stays", "walks-in", "each-off", "sets-out", "arrives")
_STAYED = later("(?:一直|始终|长期|多年)都?[在于]Ⓟ*Ⓑ(?:任教|从教|工作|教书|执教)")
_OF_NEXT = later("[^ⓃⒷⓅ。；，]{0,4}的(?:Ⓣ|老师|教师)?Ⓝ")
_PASSES = later(f"{CALLS}|主持|{LESSONS}|公开课|培训|研学|学习|开会|参加|带队|一行|毕业|上学|读")
_WISHED = later("(?:提出|希望|建议|表示)[^Ⓝ]{0,8}(?:选派|派|组织)")
_FROM = pattern("LH(?:教[^ⓃⒷⓅ，。；]{1,4})?，?(?:是|则|都|均)?来自A(?!的[^ⓃⒷⓅ，。；]{0,8}Ⓝ)")
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
        done: set[str] = set()
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
                    if sent.person.key not in done:
                        done.add(sent.person.key)
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
        for person, place in _each(skeleton, match, persons):
            yield Sent(
                person=person, origin=None, destination=place, title=None,
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
            for person, place in _each(skeleton, match, last):
                start, end = skeleton.bounds(match)
                yield Sent(
                    person=person, origin=None, destination=place, title=None,
                    start=start, end=end, rule="in-turn",
                )  # fmt: skip
        last = list({p.key: p for p in skeleton.people}.values()) or last


def _each(
    skeleton: Skeleton, match: re.Match[str], persons: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """甲、乙分别到A校、B校: each to the place of the same rank, if there are as many."""
    places = _places(skeleton, match)
    if len(places) == len(persons):
        yield from zip(persons, places, strict=True)


def _places(skeleton: Skeleton, match: re.Match[str]) -> list[Mention]:
    """The bodies of the list that is the group ``each`` of a match."""
    places: list[Mention] = []
    joined = False
    for span in skeleton.spans[match.start("each") : match.end("each")]:
        if not isinstance(span, Mention):
            joined = False
        elif joined:
            places[-1] = span  # 某县|某校: the last of an address
        else:
            places.append(span)
            joined = True
    return places


_STAYS = later("任教|任职")
_LEAVES = later("报名|申请|选派|派|赴|前往|来到|到|支教|援")
_WORKED = pattern(f"在A(?:工作|任教|教书|任职|上班){NEAR}{{0,8}}?的N")
_EMPLOYED = pattern("N，?(?:现|目前)?(?:就职|供职|任职)于A")
_VISITORS = pattern(
    "^[^ⓃⒷⓅ。；]{0,60}?A[^Ⓑ。；]{0,40}?(?:到|前往|赴|来到|走进)[ⒷⓅ]+[^ⒷⓃ。；]{0,20}?(?:看望|慰问|探望)"
    "(?=[^Ⓝ。；]{0,16}?(?:支教|任教|挂职|Ⓣ))[^Ⓝ。；]{0,16}?M"
)
_FAREWELL = pattern(f"A{NEAR}{{0,6}}?(?:，{NEAR}{{0,4}})?(?:欢送|送别)(?:了|本校|我校)?Ⓣ?M")
_LIST_FROM = pattern("(?P<n>Ⓝ(?:[、和]Ⓝ)+)，?分别来自(?P<each>[ⒷⓅ]+(?:[、和与及][ⒷⓅ]+)+)")
_ALL_FROM = pattern(
    "来自(?P<a>Ⓟ*Ⓑ)的[^ⓃⓉⒷⓅ，。；、]{0,6}"
    "(?P<n>Ⓣ*Ⓝ(?:Ⓣ|老师|教师|同志)?(?:(?:[、和与及]|以及)Ⓣ*Ⓝ(?:Ⓣ|老师|教师|同志)?)*)"
)
_ALL_CAME = pattern("L[^Ⓝ。；]{0,24}?，(?:都|均|全部)来自A")
_UNIT_OF = pattern("N的?(?:原|工作|派出)?(?:单位|学校)(?:就?是|为|：)A")
_WORKS_AT = pattern("N[^Ⓑ。；]{0,24}?(?:的|所在的)(?:学校|单位)(?:——|是|，)A")
_BEFORE_AT = pattern(
    f"N[，]?[^ⓃⒷⓅ。；]{{0,10}}?(?:原先|原来|原本|此前|之前|来之前)(?:一直)?(?:是|在)A{NEAR}{{0,4}}?(?:的|教|任|当|工作|做)"
)
_SENT_BY = pattern(
    "N(?:Ⓣ|老师|教师)?，?[就便正]?[是由]A(?:选派|派驻|派出|援派|下派|派)来?(?:的|到)"
)
_FORMER_LATTER = pattern(
    "前者[^ⓃⒷⓅ，。；]{0,6}?(?:是|来自|为|在)A[^ⓃⒷⓅ。；]{0,12}?，?后者[^ⓃⒷⓅ，。；]{0,6}?(?:是|来自|为|在)B"
)
_EACH_FROM = later(
    "(?:^|，)(?:他俩|她俩|[两二三四五](?:人|[位名](?:Ⓣ|老师|教师))|他们|她们)[^Ⓝ，]{0,4}分别来自(?P<each>[ⒷⓅ]+(?:[、和与及][ⒷⓅ]+)+)"
)


def origins_told(text: str, skeletons: Sequence[Skeleton]) -> dict[str, Mention]:
    """Person → where the text says outright that the person comes from."""
    found: dict[str, Mention] = {}
    recent: dict[str, Mention] = {}
    for skeleton in skeletons:
        for match in _FROM.finditer(skeleton.signs):
            origin = skeleton.body(match, "a")
            people = skeleton.spans[match.start("n") : match.end("n")]
            bare = match["n"] != "Ⓝ" and not match["n"].replace("Ⓝ", "").strip("、和与")
            for person in people if bare else people[-1:]:
                if isinstance(person, Mention) and origin is not None:
                    found.setdefault(person.key, origin)
        works = (
            m
            for one in (_WORKED, _EMPLOYED, _UNIT_OF, _SENT_BY, _WORKS_AT, _BEFORE_AT)
            for m in one.finditer(skeleton.signs)
        )
        for match in works:
            if _STAYS.search(match[0]) and not _LEAVES.search(skeleton.signs, match.end()):
                continue  # in a list of those who serve: 还有在B校任教的甲
            origin, person = skeleton.body(match, "a"), skeleton.spans[match.start("n")]
            if isinstance(person, Mention) and origin is not None:
                found.setdefault(person.key, origin)
        for match in (m for one in (_ALL_FROM, _ALL_CAME) for m in one.finditer(skeleton.signs)):
            origin = skeleton.body(match, "a")
            for person in skeleton.spans[slice(*match.span("n"))] if origin is not None else ():
                if isinstance(person, Mention) and origin is not None:
                    found.setdefault(person.key, origin)
        for match in (m for one in (_VISITORS, _FAREWELL) for m in one.finditer(skeleton.signs)):
            origin = skeleton.body(match, "a")
            if origin is not None and origin.kind is Kind.SCHOOL:
                for person in skeleton.spans[slice(*match.span("n"))]:
                    if isinstance(person, Mention) and person.kind is Kind.PERSON:
                        found.setdefault(person.key, origin)
        for match in _LIST_FROM.finditer(skeleton.signs):
            listed = [p for p in skeleton.spans[slice(*match.span("n"))] if isinstance(p, Mention)]
            for person, place in _each(skeleton, match, listed):
                found.setdefault(person.key, place)
        both = _FORMER_LATTER.search(skeleton.signs)
        if both is not None and len(recent) > 1:
            for person, group in zip([*recent.values()][-2:], ("a", "b"), strict=True):
                origin = skeleton.body(both, group)
                if origin is not None:
                    found[person.key] = origin
        each = _EACH_FROM.search(skeleton.signs)
        if each is not None:
            places = _places(skeleton, each)
            last = [*recent.values()][-len(places) :]
            for person, origin in zip(last, places, strict=False):
                if len(recent) >= len(places):
                    found.setdefault(person.key, origin)
        for person in skeleton.people:
            recent.pop(person.key, None)
            recent[person.key] = person
    for told in narrated(text, skeletons):
        if told.home:
            found.setdefault(told.person.key, told.body)
    return found
