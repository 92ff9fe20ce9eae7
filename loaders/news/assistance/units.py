"""A unit of a school acts for the school: its party branch gives lessons, its library is given to.

Who helps whom is told of 某校, whether 某校党支部 went there or the books stand in 某校图书馆. A
faculty, a foundation or the alumni of a university are bodies of their own and stay what they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later

__all__ = ["with_units"]

_UNIT = later(
    r"(?:第[一二三四五六七八九十]+)?(?:教工|教师|学生|离退休|机关|联合|小学部|初中部|高中部|幼儿部|校)*"
    r"(?:党委|党组|党总支|总支|党支部|支部|团委|团总支|团支部|工会|妇委会|少工委|少先队大队部?|大队部|学生会|家委会|家长委员会|关工委"
    r"|图书馆|图书室|阅览室|图书角|食堂|操场|教学楼|宿舍楼?|多功能厅|报告厅|会议室|校史馆"
    r"|[\u4e00-\u9fff]{2}(?:教研组|组)|教务处|德育处|总务处|政教处|教导处|办公室|党政办|学工处|后勤处)(?:委员会)?"
)
_TEAM = later("(?:服务队|支教队|支教团|实践队|实践团|志愿队|小分队|分队|小队)$")
_OF_SCHOOL = later(
    r"(?:第[一二三四五六七八九十\d]{1,4}[届批期])?(?:研究生|大学生|青年)?(?:支教团|志愿服务队|志愿者|学生会|团委)?"
    r"(?:“[^“”\n]{1,8}”)?"
)
_LEAST = 3  # characters of a name that tells one school from others


def with_units(text: str, sides: Sequence[Mention]) -> list[Mention]:
    """The sides of `text`, those that are a unit of a school of the page being that school."""
    schools: dict[str, Mention] = {}
    for side in sides:
        if side.kind is Kind.SCHOOL:
            for form in (side.name, text[side.start : side.end]):
                if len(form) >= _LEAST:
                    schools.setdefault(form, side)
    longest = max(map(len, schools), default=0)
    bodies = {m.name: m for m in sides if m.kind is Kind.INSTITUTION and not _HEADED.search(m.name)}
    sides = [_part(text, m, bodies) if m.kind is Kind.INSTITUTION else m for m in sides]
    return _joined(text, [_lifted(text, side, schools, longest) for side in sides])


def _joined(text: str, sides: Sequence[Mention]) -> list[Mention]:
    """The sides, where a team named right behind its school is the school: 某大学支教团|某分队."""
    joined: list[Mention] = []
    for side in sides:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind is Kind.SCHOOL
            and side.kind is Kind.INSTITUTION
            and _TEAM.search(side.name)
            and _OF_SCHOOL.fullmatch(text, before.end, side.start)
        ):
            joined[-1] = replace(before, end=side.end)
        else:
            joined.append(side)
    return joined


#: 某大学|第25届研究生支教团: what the team is called stays, for patterns read it
_SENT_OUT = later(
    r"(?P<u>[\u4e00-\u9fff（）()]{2,14}?(?:大学|学院))(?:第[一二三四五六七八九十\d]{1,4}[届批期])?"
    r"(?:“[^“”\n]{1,8}”)?(?:研究生|大学生|暑期|青年)?(?:支教[团队]|研支团|志愿服务队|服务队|实践[团队])"
    r"(?:第[一二三四五六七八九十\d]{1,4}[届批期])?(?:[\u4e00-\u9fff]{0,4}?(?:支教队|分队|分团|小队))?"
)


#: 某小学|党总支, a school that the page names only so
_BRANCH = later(
    r"(?P<u>[\u4e00-\u9fff]{2,14}(?:中学|小学|(?<!大)学校|幼儿园))(?:第[一二三四五六七八九十]+)?(?:党委|党总支|党支部|团委|团总支|团支部|工会)"
)
#: 某公司工会|主席某某带队: who heads a part of a firm or society comes for it
_HEADED = later("(?:工会|党委|党总支|党支部|团委|团支部)(?=(?:常务)?副?(?:主席|书记|委员))")


def _part(text: str, side: Mention, bodies: Mapping[str, Mention]) -> Mention:
    for form, whole in bodies.items():
        if side.name.startswith(form) and side.name != form:
            part = _HEADED.match(text, side.end - (len(side.name) - len(form)))
            if part is not None and part.end() == side.end:
                return replace(whole, start=side.start, end=part.start())
    return side


def _lifted(text: str, side: Mention, schools: dict[str, Mention], longest: int) -> Mention:
    if side.kind is not Kind.INSTITUTION:
        return side
    branch = _BRANCH.fullmatch(text, side.start, side.end)
    if branch is not None and branch["u"] not in schools:
        return replace(side, kind=Kind.SCHOOL, name=branch["u"], key=branch["u"])
    sent = _SENT_OUT.fullmatch(text, side.start, side.end)
    if sent is not None:
        known = schools.get(sent["u"])
        name, key = (known.name, known.key) if known is not None else (sent["u"], sent["u"])
        return replace(side, kind=Kind.SCHOOL, name=name, key=key, end=sent.end("u"))
    for form in dict.fromkeys((text[side.start : side.end], side.name)):
        for cut in range(min(longest, len(form) - 1), _LEAST - 1, -1):
            school = schools.get(form[:cut])
            if school is not None:
                unit = _UNIT.fullmatch(form, cut) is not None
                return replace(school, start=side.start, end=side.end) if unit else side
    return side
