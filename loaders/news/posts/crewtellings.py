"""How sentences show who belongs to a crew: 支教团团长甲, 甲是援藏教师, 甲加入支教队.

The patterns run over `crewwords.Said`; their group ``n`` holds the names.
"""

from __future__ import annotations

import re

from ...aided import AID_TO
from ...later import later
from .crewwords import AID_WORD, BAND, CREW, ROLE
from .kin import KIN

__all__ = [
    "COMES",
    "COUNTED",
    "CREWS",
    "GOES_TO",
    "NUMBERED",
    "OF_ONE_TEAM",
    "OURS",
    "RANKED",
    "SOLE",
    "TAUGHT",
    "TELLINGS",
    "denied",
    "local",
    "past",
]

_POST = "[^ⓃⒷⓅ，。；、：:“”的和与及— ]{0,12}"
_OWN = f"(?:[、，]?[“（]?(?:来自)?[ⒷⓅ]*的?{_POST})"
_LISTED = "(?:(?:、|，(?=来自|[ⒷⓅ]))?[：:— ]*(?:来自)?[ⒷⓅ]*的?(?:[0-9]{2}岁的)?" + _POST + "[：:]?)"
_RANKED = "[队团组成]员|副?[队团组]长|副?领队"
_NEXT = f"(?:[^ⓃⒷⓅ，。；、的和与及]{{0,4}}[ⒷⓅ]+的?)?{_POST}Ⓝ"
_TITLED = "(?:老师|教师|同志|校长)?"
_MORE = f"(?:{_TITLED}(?:[、和与及]|，(?={_RANKED})){_NEXT})*"
_PEOPLE = f"(?P<n>Ⓝ{_MORE})"
_NAMES = (
    "(?P<n>Ⓝ(?:(?:老师)?[、和与及]Ⓝ)*)"
    "(?:老师|同志|校长|教师|就|也|则|便|都|[（(][^（()）Ⓝ]{1,8}[)）])?"
)
_BEFORE = later(f"{CREW}中?[^ⓃⒷⓅ，。；、：的]{{0,6}}?(?:的{ROLE}?)?{_LISTED}{_PEOPLE}")
_AMONG = later(
    f"{CREW}(?:之?中|里)(?:[^Ⓝ。；]{{0,30}}?(?:最|成员|一[员位名])[^Ⓝ。；，]{{0,20}})?，?"
    f"(?:来自|现任)?[ⒷⓅ]*的?{_POST}的?{_PEOPLE}"
)
_LEADS = later(
    "(?:^|[，。：、“”])(?:副?总?领队|带队(?:教师|老师)|支教团?队员|队员代表"
    f"|(?:支教|援[一-鿿])教师代表){_OWN}{_PEOPLE}"
)
_MEMBERS = later(
    f"(?:团员|队员|成员)(?:分别)?(?:还有|包括|有|是|为|：)+{_LISTED}"
    f"(?P<n>Ⓝ(?:{_TITLED}(?:[、和与及]|，以及|，(?={_RANKED}|[ⒷⓅ])){_NEXT})*)"
)
_ONE_OF = later(
    f"[名位][^ⓃⒷⓅ，。；]{{0,8}}?(?:教师|老师|志愿者|队员)，其中(?:来自|有)?[ⒷⓅ]*的?{_POST}{_PEOPLE}"
)
_IS = later(
    f"{_NAMES}，?(?:也?正?是|作为|系|成为了?|担任|任)[^Ⓝ。；，、]{{0,16}}?"
    f"(?:{CREW}[^ⓃⒷⓅ，。；]{{0,6}}?(?:{ROLE})?)(?=[，。；：“”]|$|之一|中)"
)
_ONE = later(f"{_NAMES}，?(?:也?正?是|作为)其中的?(?:一[员名位]|之一)")
_AROSE = later(
    f"这支[^ⓃⒷⓅ，。；]{{0,4}}?{BAND}(?:中|里)?[^ⓃⒷⓅ，。；]{{0,6}}?(?:涌现|包括|有)[出了]*{_PEOPLE}"
)
_LEADING = later(
    f"{_NAMES}(?:是|担任|任)(?:这[支批次个]|该|本)?[^Ⓝ。；，]{{0,12}}?{BAND}"
    f"[^ⓃⒷⓅ。；，]{{0,4}}{ROLE}"
)
_MOST = later(
    f"{_NAMES}是(?:这[支个批]|该|其中|他们|全)?(?:{BAND}|其中)?(?:中|里)?的?(?:年龄|年纪)?"
    "最(?:[大小长]|年[轻长])"
)
_AS = later(f"{_NAMES}[^Ⓝ。；]{{0,30}}?作为[^Ⓝ。；，]{{0,12}}?{CREW}")
_DOES = later(
    f"{_NAMES}(?:曾|已|正在?|继续|再次|首次|来)*(?:支教|援教|{AID_TO})"
    "(?![^，。；]{0,6}(?:培训|指挥部|前指|会|活动))"
)
_AT = later(
    f"{_NAMES}[^Ⓝ。；，]{{0,14}}?(?:在|到|赴|去|往|至)[^ⓃⒷⓅ。；，]{{0,8}}?[ⒷⓅ]+"
    f"[^ⓃⒷⓅ，。；]{{0,6}}?(?:支教|援教|{AID_TO})"
)
_JOINS = later(
    f"{_NAMES}[^Ⓝ。；]{{0,50}}?"
    f"(?:(?:加入|参加|参与|跟随|随|投身|选择|决定)了?[^Ⓝ。；，]{{0,14}}?(?:{CREW}|{AID_WORD})"
    f"|(?:报名|申请|请缨|响应|主动)了?[^Ⓝ。；，]{{0,14}}?{AID_TO})"
    "(?![^，。；]{0,6}(?:会|群|培训|仪式|活动|论坛|指挥部))"
)
_ENTERS = later(
    f"{_NAMES}[^Ⓝ。；]{{0,30}}?(?<!记者)[进赴入][疆藏青黔滇川](?!采访|调研|慰问|考察|旅|打工)"
)
TELLINGS = (
    (_BEFORE, True), (_AMONG, True), (_LEADS, True), (_MEMBERS, True), (_IS, True),
    (_ONE, True), (_AROSE, True), (_LEADING, True), (_MOST, True), (_DOES, True),
    (_ONE_OF, False),
    (_AS, False), (_AT, False), (_JOINS, False), (_ENTERS, False),
)  # fmt: skip
"""Each way, and whether it says so outright."""
_LIST = "(?P<n>Ⓝ(?:(?:同学)?[、和与及](?:团员|队员)?Ⓝ)*)"
_SO_MANY = "(?:[等几]|[一二两三四五六七八九十0-9]){0,3}[名位个]?"
OF_ONE_TEAM = (
    (later(f"(?:^|[，。：、“”；]|[名位]|[时后由])(?:支教)?(?:团员|队员){_LIST}"), False),
    (later(f"{_LIST}{_SO_MANY}(?:支教)?(?:团员|队员)"), False),
    (later(f"(?<![班级])(?<![班级]的){_LIST}{_SO_MANY}同学"), True),
)
"""Who is one of the crew on a page that tells of one only, and from where: 队员甲, 甲、乙等同学.

Each with whether it says so of a crew of students alone.
"""
OURS = later("(?P<a>[ⒷⓅ])的?(?:支教)?(?:教师|老师)(?P<n>Ⓝ)")
"""A teacher of a place: 某市老师甲."""
COMES = later(f"来自(?P<a>[ⒷⓅ]+)的?{_POST}(?P<n>Ⓝ)")
"""Somebody with the place of origin before the name."""
SOLE = later("(?P<n>Ⓝ)(?:老师|校长|教师)")
"""Somebody who is called a teacher."""
COUNTED = later(f"(?P<k>[0-9]{{1,2}}|[三四五六七八九十])[名位][^，。；、\\n]{{0,6}}?{AID_WORD}")
"""How many a crew counts."""
NUMBERED = later(
    "(?P<k>[0-9]{1,2}|[三四五六七八九十])[名位][^ⓃⒷⓅ，。；]{0,6}?(?:教师|老师|队员|志愿者)(?:分别是|是|：)?"
    "(?P<n>Ⓝ(?:[、和与及]Ⓝ)+)"
)
"""People counted and named at once: 三名教师甲、乙和丙."""
CREWS = later(CREW)
"""The words for a crew."""
GOES_TO = later(f"{AID_TO}|支教|援派|援教|西部计划|组团式")
"""Words of a crew that is sent from elsewhere; those who receive help have a 帮扶工作组 as well."""
RANKED = later(f"{_RANKED}|{BAND}{ROLE}")
"""What somebody in a list is in the crew itself."""
_LOCAL = later(f"徒弟|徒儿|学生|学员|学徒|学习|{KIN}|家长|候选|当地|本地|受援|记者|通讯员|图$|摄$")
TAUGHT = later("(?:结对|帮带|带教|师徒)[^，。；、的]{0,10}(?:教师|老师|Ⓣ)$")
"""What stands before one of the place whom somebody sent there teaches."""
_NO = later("不是|没有|并非|未能|为什么|吗|如果|希望|号召|动员")
_FAILS = later("[^。；]{0,24}?(?:未能|没能|未获|落选|等待(?:审批|通知|批准|结果))")
"""What a wish came to that stands behind it."""
_PAST = later("(?:曾任|曾是|曾为|往届|前任)[^ⓃⒷⓅ，。；]{0,12}$")
"""Of a crew of former years nothing is told by what the page says of another."""
_LED = later("[，。：、“”]?(?:副?总?领队|带队)")
_LEARNS = later("跟岗|研学|参训|取经|夏令营|(?:代表|学习|考察|访问|参观)团")
"""What people of the place do who are led to those who help them."""


def local(words: str) -> bool:
    """Whether words before a name call somebody one of the place: 援藏教师的徒弟."""
    own = max(words.rfind(mark) for mark in "，。；") + 1
    near = max(own, len(words) - 4)
    return _LOCAL.search(words, near) is not None or TAUGHT.search(words, own) is not None


def past(words: str) -> bool:
    """Whether words before a crew or a name speak of former years: 曾任援藏教师的甲."""
    return _PAST.search(words) is not None


_NEAR = 20
"""Signs before a crew that may speak of former years."""


def denied(found: re.Match[str], *, sure: bool) -> bool:
    """Whether a match says that somebody is none of the crew, or not of this one.

    So do a wish that came to nothing, a crew of former years, the leader of those who go to learn,
    and words for one of the place behind the crew: 援藏教师徒弟甲.
    """
    words, text = found[0], found.string
    if _NO.search(words) is not None or _FAILS.match(text, found.end()) is not None:
        return True
    crews = list(CREWS.finditer(words))
    first = found.start() + crews[0].start() if crews else found.start()
    if past(text[max(0, first - _NEAR) : first]):
        return True
    if not crews and _LED.match(words) is not None and _LEARNS.search(text) is not None:
        return True
    last = max((m.end() for m in crews), default=0)
    return sure and _LOCAL.search(words[last:]) is not None
