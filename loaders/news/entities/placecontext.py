"""What stands around a short name and says that a place is meant: 烟台与巫山, 走进旺苍.

On a page that gives its full name nowhere, the form alone may be a word, a person or another place.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from ...gazetteer import Division, divisions
from ...later import later
from ...lexicon import rows
from .hits import PlaceHit
from .words import Words

__all__ = ["LOCATIVE", "in_person", "is_beside", "is_told_as_place", "surnames"]

LOCATIVE = "赴在到抵来往援对与和、及从离回驻于向为给至自由，。；：“（( \n"
"""What often stands right before the name of a place."""
_APART = (" ", "　", "）", ")", "、")


#: 来巫山调研
_COMES = later(
    "(?:县|市|区)?(?:考察|调研|对接|支教|支医|挂职|开展|指导|交流|访问|看望|慰问|任教|工作|送教|讲学|参观|学习|走访|督导|援助|帮扶|参加|出席)"
)
_JOINT = later("[与和同及]|[携牵联]手|对口(?:支援|帮扶|协作)|帮扶|支援|结对帮扶")
#: 走进旺苍, 帮扶旺苍 · 为旺苍捐赠, 与旺苍两地, 旺苍教师
_THERE = later(
    "(?:抵达|到达|走进|来自|情系|帮扶|支援|援助|援建|协作|结对|对接|携手|牵手|助力|我们)$"
)
_OF_IT = later(
    "(?:县|市)?(?:教师|老师|学生|学子|孩子|教育|两地|群众|中小学|帮扶|支教|挂职|受援|籍|山区|牧区|捐赠|捐款|捐助|捐建|援建|结对|签订|签约|召开"
    "|选派|派出|各[校学]|的(?:课堂|学校|教师|老师|学生|孩子|教育|师生|[一两二三]年|校园|[一二两三四五六七八九十\\d]+[名位所]))"
)
#: 丹阳|经济开发区管委会
_AREA = later(
    "(?:国家级?)?(?:经济(?:技术)?开发区|经开区|高新技术(?:产业)?(?:开发)?区|高新区|工业园区)"
)
_APART_FROM = frozenset("与和为向给对从由离让、—-“：，。；！\n ")


def is_beside(
    division: Division, hits: list[PlaceHit], number: int, certain: Counter[str], words: Words
) -> bool:
    """Whether the form is told with a place that is certain, or as where somebody comes to.

    烟台与巫山, 来巫山调研; not what is a word or a name as well.
    """
    hit = hits[number]
    if hit.form in division.common_words or hit.form in division.person_like:
        return False
    if words.word(hit.start)[0] != hit.start or words.word(hit.end - 1)[1] != hit.end:
        return False
    text = words.text
    if text[hit.start - 1 : hit.start] == "来" and _COMES.match(text, hit.end):
        return True
    sides = (
        (hits[number - 1], hits[number - 1].end, hit.start) if number else None,
        (hits[number + 1], hit.end, hits[number + 1].start) if number + 1 < len(hits) else None,
    )
    return any(
        side is not None
        and _JOINT.fullmatch(text, side[1], side[2]) is not None
        and any(found.adcode in certain for found in divisions().candidates(side[0].form)[:1])
        for side in sides
    )


def is_told_as_place(hit: PlaceHit, words: Words) -> bool:
    """Whether what stands around a form that is no other word speaks of a place."""
    text = words.text
    if _THERE.search(text, max(0, hit.start - 2), hit.start) or _AREA.match(text, hit.end):
        return True
    previous = text[hit.start - 1 : hit.start]
    if previous and previous not in _APART_FROM:
        return False
    if any(post + hit.form in text for post in ("教师", "老师", "校长", "同学", "学生")):
        return False  # 高级教师乌兰
    named = words.word(hit.start) == (hit.start, hit.end, "ns") and previous in tuple(
        "与和为向给对从由离"
    )
    return named or _OF_IT.match(text, hit.end) is not None


def in_person(hit: PlaceHit, words: Words) -> bool:
    """Whether 海东 is the given name in 程海东: a lone surname before it, no joint after it."""
    left = words.word(hit.start)[0]
    if not left or len(hit.form) != 2 or words.word(left - 1)[0] != left - 1:
        return False
    if words.text[left - 1] not in surnames():
        return False
    if (
        words.text[left - 2 : left - 1] in ("（", "(")
        and words.text[hit.end : hit.end + 1] in _APART
    ):
        return True  # （曾|兰州 本报记者…）
    before = words.word(left - 2)[2] if left > 1 else "x"
    if words.word(left - 1)[2] == "q":
        return before[0] == "n"  # 学院|张|贵阳, but 三|张|贵阳…
    return before[0] in "xnmb" and words.word(left - 1)[2] in (
        "nr",
        "n",
        "nz",
        "g",
        "zg",
        "vg",
        "ng",
    )


@cache
def surnames() -> frozenset[str]:
    """Surnames of one character that are not also words of place: 于, 向, 从."""
    return frozenset(
        row["surname"]
        for row in rows("lexicon/surnames.csv")
        if len(row["surname"]) == 1 and row["surname"] not in LOCATIVE
    )
