"""Posts that a sentence tells of later than the name: 甲去年到B校支教，现任该校副校长."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ....ontology.records import Kind, Mention, Status
from ...later import later
from ..people.titles import Title
from .phrase import Held, Line, hold, is_person

__all__ = ["held_by", "later_posts"]

_VERB = later(
    r"(?:(?<=[，、；,;起并后还也被现又先])|(?<=接替[一-鿿]{2})|(?<=接替[一-鿿]{3})|(?<=[长记任师])(?=[调转升改]任))(?:今年|去年|目前|现在|同时|现|先后|此前|之前|先前|早年|后来?|随后)?(?:还|并|又|也)?(?P<verb>现任|也是|原任|原是|原为|如今已?是|现在已?是|现在的身份是|被任命为|被聘为|被聘任为|受聘为|调任|转任|升任|担任|挂任|兼任|出任|就任|改任|曾任"
    r"|挂职担任|挂职任|挂职|任(?!教[^务导科研]|教$|课|职|务|何|命|期|性|务))"
)
#: 如今已是这所学校的副校长
_THIS = later("(?:这所|该)(?:学校|小学|中学|幼儿园)的?|该?校的")
_EARLIER = later("此前|之前|先前|早年")
_AT = later("(?:挂职)?(?:担任|出任|挂任|当|做)")
_STOP = later("[。！？\n“”]")
_SEAT = later("(?:来到|在|到|赴|往|进|驻|于|去)$")
_STATE = {
    **dict.fromkeys(("如今是", "如今已是", "现在是", "现在已是", "现在的身份是"), Status.ACTIVE),
    **dict.fromkeys(("原任", "原是", "原为"), Status.ENDED),
    "现任": Status.ACTIVE,
    "挂任": Status.ACTIVE,
    "曾任": Status.ENDED,
}
_FOLLOWS = later("[^，。]{0,8}(?:接替|接棒|接任|接过)")
_REACH = 100

Run = Callable[[Line, Mention, int, Mention | None, str, Status], list[Held]]


def later_posts(line: Line, person: Mention, run: Run) -> list[Held]:
    """The posts behind a verb of taking up in the sentence of `person`, before the next name.

    A post without a body is held where the sentence says the person went (在, 到, 赴 …). `run`
    reads bodies and posts in a row from a position on.
    """
    text = line.text
    stop = _STOP.search(text, person.end, person.end + _REACH)
    end = stop.start() if stop is not None else min(len(text), person.end + _REACH)
    for span in line.from_right(person.end, end):
        if is_person(span):
            if _FOLLOWS.fullmatch(text, person.end, span.start):
                continue
            end = span.start
            break
    found = _taught(line, person, end)
    for span in line.from_right(person.end, end):
        if not isinstance(span, Mention) or span.kind not in (Kind.SCHOOL, Kind.INSTITUTION):
            continue
        at = _AT.match(text, span.end, end)
        if at is not None and _SEAT.search(text, max(0, span.start - 2), span.start):
            begin = next((i for i in range(*at.span()) if i in line.starting), at.end())
            found += run(line, person, begin, span, "later", Status.UNKNOWN)
    for verb in _VERB.finditer(text, person.end + 1, end):
        seat = None
        for span in line.from_right(person.end, verb.start()):
            if isinstance(span, Mention) and _SEAT.search(text, max(0, span.start - 2), span.start):
                seat = span
        state = _STATE.get(verb["verb"], Status.UNKNOWN)
        if _EARLIER.search(text, verb.start(), verb.start("verb")):
            state = Status.ENDED
        begin = verb.start("verb")
        if begin not in line.starting:
            begin = verb.end()
        this = _THIS.match(text, begin)
        if this is not None and seat is not None:
            begin = this.end()
        told = run(line, person, begin, seat, "later", state)
        found += [
            h
            for h in told
            if seat is None or h.body is not seat or seat.kind is not Kind.PLACE or _of_place(h)
        ]
    return [h for h in found if h.end <= end + 1] + _teaches(line, person)


_BY = later("由[^，。；、\n]{0,30}$")
_HOLDS = later("(?:同志)?(?:担任|出任|兼任|接任)(?=[，。；、\n]|$)")


def held_by(line: Line, person: Mention) -> list[Held]:
    """B校校长由甲担任: the post and its body stand before the one who holds it."""
    holds = _HOLDS.match(line.text, person.end)
    by = _BY.search(line.text, max(0, person.start - 31), person.start) if holds else None
    title = line.ending.get(by.start()) if by is not None else None
    body = line.ending.get(title.start) if isinstance(title, Title) else None
    if holds is None or not isinstance(title, Title) or not isinstance(body, Mention):
        return []
    if body.kind is Kind.PERSON:
        return []
    found = hold(line, person, body, [title], body.start, "being", 0.85)
    return [replace(h, end=holds.end()) for h in found]


def _of_place(post: Held) -> bool:
    """Whether a post can be held in a place: 副县长."""
    return re.fullmatch("(?:常务)?副?[省市县区州旗盟镇乡]长", post.title.title) is not None


_SUBJECT = (
    "(?P<subject>语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学"
    "|信息技术|信息科技|道德与法治)"
)
_TAUGHT = later(
    f"(?:教书|执教|从教|教)了?(?:[一二三四五六七八九十百\\d]+(?:多|余)?年)?"
    f"(?:的?(?:高中|初中|小学)?{_SUBJECT})?"
)


def _taught(line: Line, person: Mention, end: int) -> list[Held]:
    """甲在A校教了三十年物理; 甲来自A校，教地理: a teacher of A校."""
    text = line.text
    found: list[Held] = []
    for span in line.from_right(person.end, end):
        if not isinstance(span, Mention) or span.kind is not Kind.SCHOOL:
            continue
        before = text[max(person.end, span.start - 2) : span.start]
        come = before == "来自"
        if not come and not before.endswith("在"):
            continue
        at = span.end + (1 if come and text[span.end : span.end + 1] in "，," else 0)
        told = _TAUGHT.match(text, at)
        if told is None or (told["subject"] is None and "年" not in told[0]):
            continue
        title = Title(start=told.start(), end=told.end(), title="教师", subject=told["subject"])
        found.append(
            Held(
                person=person, body=span, title=title, start=person.start, end=told.end(),
                rule="taught", confidence=0.8,
            )
        )  # fmt: skip
    return found


_TEACHES = later(f"教(?:高中|初中|小学|[高初][一二三])?{_SUBJECT}(?=[，；。])")
_ALL_FROM = later("[^。！？\n]{0,40}?[都均全]来自")


def _teaches(line: Line, person: Mention) -> list[Held]:
    """甲教地理，乙教物理，都来自A校: each a teacher of A校."""
    told = _TEACHES.match(line.text, person.end)
    whence = _ALL_FROM.match(line.text, told.end()) if told is not None else None
    if told is None or whence is None:
        return []
    school = None
    at = whence.end()
    while isinstance(span := line.starting.get(at), Mention) and not is_person(span):
        school, at = span, span.end
    if school is None or school.kind is not Kind.SCHOOL:
        return []
    title = Title(start=told.start(), end=told.end(), title="教师", subject=told["subject"])
    return [
        Held(
            person=person, body=school, title=title, start=person.start, end=school.end,
            rule="taught", confidence=0.8,
        )
    ]  # fmt: skip
