"""Numbers that are no count of help: rates, comparisons, results, names of schemes, parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ....ontology.records import Kind, Mention, Unit
from ...later import later
from ..page.sentences import clause_start
from .numbers import CountSpan

__all__ = ["is_part", "outside_names", "says_nothing"]

_NAMED = frozenset({Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION, Kind.PROGRAMME, Kind.PERSON})

#: 每年选派10名, 每人1000元, 年均20名: added up they would give a sum that nobody stated
_RATE = later(
    r"每(?:个?(?:年|学年|学期|季度|月|周|天|日|批|期|人|名|位|生|校|所|班|次|县|户|轮))|年均|人均|生均|平均"
)
_EACH = later(r"/(?:年|月|人|生|期)|每[年月人生期]")
_COMPARED = later(r"(?:较|比)[^，。；]{0,8}(?:多|少|增|减|高|低)[^，。；]{0,4}$")
_LEFT_OUT = later(r"不含|不包括|除[^，。；]{0,4}$")
#: what pupils and teachers achieve is no help counted
_RESULT = later(
    r"获奖|获得[^，。；]{0,8}奖|[一二三特]等奖|考[上入取]|录取|上线|升学|毕业生|发表|立项|晋升|晋级|新增[^，。；]{0,4}高级"
)
_OWN = later(r"(?:现有|共有|在校|教职工|在编|总?人口|学生总数)[^，。；]{0,8}$")
_SCHEME = later(r"[^，。；、\d]{0,12}?(?:计划|工程|行动(?!力))")
#: 三家单位共送来98.6万元: of several givers
_TOGETHER = later(
    r"(?:[两二三四五六七八九十\d]+(?:家|所|个|地)|双方|各方|社会各界)[^，。；]{0,10}(?:共|合计|总计)"
)
#: 50名教师（管理人员5名、: what a number is made up of
_MADE_UP = later(r"\d(?:余|多)?[名人位所][^，。；（）\d]{0,10}（[^（）]{0,40}$")
_LONG = 60  # characters before a number that can say so
_PART = later(r"(?:其中|其余|余下|剩余|另外的?)[^，。；、\d]{0,12}$|(?<=[，；])余$")


def outside_names(mentions: Sequence[Mention], counts: Sequence[CountSpan]) -> list[CountSpan]:
    """Those of `counts` in order of place that are no part of a name: not 三台 of 三台县."""
    named = [m for m in mentions if m.kind in _NAMED]
    begins = [m.start for m in named]
    free = []
    for count in counts:
        at = bisect_right(begins, count.start)
        if not at or named[at - 1].end <= count.start:
            free.append(count)
    return sorted(free, key=lambda count: count.start)


def says_nothing(text: str, count: CountSpan, sentence: tuple[int, int]) -> bool:
    """Whether the number in the sentence ``text[sentence]`` counts no help that was given."""
    start, end = sentence
    low = clause_start(text, start, count.start, "，；。：、")
    before = text[low : count.start]
    if any(p.search(before) for p in (_RATE, _COMPARED, _LEFT_OUT, _RESULT)):
        return True
    if _EACH.match(text, count.end, end):
        return True
    if count.unit in (Unit.PERSON, Unit.SCHOOL):
        round_sum = text[count.start : count.end].startswith(("百", "千", "万"))
        named = text[count.start - 1 : count.start] in ("“", "「", "《")
        if round_sum and (named or _SCHEME.match(text, count.end, end)):
            return True
        if _MADE_UP.search(text, max(start, count.start - _LONG), count.start):
            return True
        if _OWN.search(before) and count.unit is Unit.PERSON:
            return (
                re.match(r"[^，。；]{0,6}(?:学生|师生|教职工|人)", text[count.end : end])
                is not None
            )
    return count.unit is Unit.CNY and _TOGETHER.search(before) is not None


def is_part(text: str, count: CountSpan, sentence: tuple[int, int]) -> bool:
    """Whether the number is told as a part of the one before it: 462人，其中学生452名."""
    return _PART.search(text, sentence[0], count.start) is not None
