"""Which schools are universities: by the national list, or by the ending of their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import ahocorasick_rs

from ....ontology.records import Kind, Mention
from ...later import later
from ...lexicon import rows
from ...suffixes import universities

__all__ = [
    "colleges_of_teams",
    "is_college",
    "is_listed_university",
    "rank_of_university",
    "short_colleges",
]

_SHORT = (
    ("交通大学", "交大"), ("工业大学", "工大"), ("农业大学", "农大"), ("财经大学", "财大"),
    ("科技大学", "科大"), ("医科大学", "医大"), ("林业大学", "林大"), ("民族大学", "民大"),
    ("师范大学", "师大"), ("外国语大学", "外大"), ("理工大学", "理工大"), ("理工大学", "理工"),
    ("中医药大学", "中医大"), ("邮电大学", "邮电"), ("师范学院", "师院"),
    ("职业技术学院", "职院"), ("职业学院", "职院"), ("职业技术大学", "职大"), ("职业大学", "职大"),
    ("幼儿师范高等专科学校", "幼专"), ("幼儿师范高等专科学校", "幼高专"),
    ("幼儿师范高等专科学校", "幼师高专"), ("师范高等专科学校", "师专"),
    ("师范高等专科学校", "师高专"), ("医学高等专科学校", "医专"), ("医学高等专科学校", "医高专"),
)  # fmt: skip
"""How a name ends, in full and in short; what one name alone is told by is known by the list."""
_LEVEL = later("省$|市$|(?:[壮回]族|维吾尔)?自治区$")
#: 某大学（乙市）, 某大学乙市校区
_CAMPUS = later("(?:（[^）]{2,4}）)?(?:[^大学院校（）]{1,6}校区|校本部)?$")
_GOES_ON = ("会", "赛", "奖", "型", "附", "职")


@cache
def _short() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, bool], ...]]:
    """The short names that only one university can have, with the full ones.

    Those with the one-letter name of a province (川师大) count only beside the full name.
    """
    full: dict[tuple[str, bool], list[str]] = {}
    signs = _signs()
    for name in sorted(universities()):
        for kind, short in _SHORT:
            head = name.removesuffix(kind)
            if name.endswith(kind) and len(head) > 1:
                full.setdefault((head + short, False), []).append(name)
                for sign in signs.get(head, ()):
                    full.setdefault((sign + short, True), []).append(name)
    table = tuple((short, of[0], beside) for (short, beside), of in full.items() if len(of) == 1)
    kind_of = ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
    return ahocorasick_rs.AhoCorasick([s for s, _, _ in table], matchkind=kind_of), table


def _signs() -> dict[str, list[str]]:
    """四川 → 川, 蜀: the one-letter names of each province."""
    found = rows("lexicon/province_abbr.csv")
    return {_LEVEL.sub("", row["name"]): row["abbr"].split("|") for row in found}


def short_colleges(text: str) -> list[tuple[int, int, str]]:
    """The spans of universities told in short, each with the full name: 上海交大, 泉州幼高专."""
    automaton, table = _short()
    found = []
    for index, start, end in automaton.find_matches_as_indexes(text):
        _, full, beside = table[index]
        goes_on = text[end : end + 1] in _GOES_ON or text.startswith(full, start)
        if not goes_on and (full in text or not beside):
            found.append((start, end, full))
    return found


def is_college(name: str) -> bool:
    """Whether the name is that of a university or college, and not of a school attached to one."""
    return _CAMPUS.sub("", name).endswith(("大学", "学院")) and "附属" not in name


def rank_of_university(mention: Mention) -> int:
    """How a listed university stands among them by its name: 3 a 大学, 2 a 学院, 1 a 职业学院 or a
    高等专科学校, 0 none of the list."""
    if not is_listed_university(mention):
        return 0
    if "职业" in mention.name or not mention.name.endswith(("大学", "学院")):
        return 1
    return 3 if mention.name.endswith("大学") else 2


def is_listed_university(mention: Mention) -> bool:
    """Whether the mention is a university or college of the national list, in full."""
    return mention.kind is Kind.SCHOOL and mention.name in universities()


_TEAM_OF = later(
    "(.+?(?:大学|学院))(?:第?[0-9一二三四五六七八九十]+[届批期])?(?:研究生支教团|研支团|支教[团队])"
    "(?:第?[0-9一二三四五六七八九十]+[届批期])?(?:[一-鿿]{0,4}(?:支教队|分队|分团|小队))?$"
)


def colleges_of_teams(mentions: Sequence[Mention]) -> list[Mention]:
    """The university in the name of each team of graduates."""
    return [
        replace(m, kind=Kind.SCHOOL, name=of[1], key=of[1], end=m.start + len(of[1]))
        for m in mentions
        if m.kind is Kind.INSTITUTION and (of := _TEAM_OF.match(m.name)) is not None
    ]
