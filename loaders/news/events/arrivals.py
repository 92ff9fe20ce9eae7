"""Journeys told by verb and goal alone: 3月12日，九名老师……终于抵达甲县."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import EventKind, Kind, Mention
from ...later import later
from ..numbers.dates import DateSpan, Meaning
from .acts import FIRST, HABIT, HOME, LATELY, NO_ACT, SPOKEN, STAYS
from .eventnames import phrase_of
from .told import Told, is_day

__all__ = ["arrival", "sent_out"]

_GOES = later(
    r"(?:走进|来到|抵达|到达|飞抵|前往|奔赴|赶赴|赶到|深入|远赴|再赴|开赴|送进|送到|送往|踏上[^，。；]{0,3}[去赴往])了?"
)
_MOVER = later(
    r"教师|老师|志愿|师生|学子|同学|党员|会员|队员|[一该团工作]队|代表团|专家|一行|局长|校长|书记|主席|会长|教授"
)
_PARTY = later("(?<![师员者])一行|率队|带队|[局处厅]长|书记|主席")
_SEES_THERE = later("[^。；]{0,40}?(?:了解|看望|慰问|检查|察看|调研|考察|探望)")
_TELLER = later(r"记者|笔者|(?:^|[，。])我(?!校|县|区|市)")
_AIMS = (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION)
_NEAR = 8  # characters between the verb and the name of the goal
_FAR = 90  # characters from the day to the verb


def arrival(
    text: str, span: tuple[int, int], dates: Sequence[DateSpan], sides: Sequence[Mention]
) -> Told | None:
    """The journey that the sentence in `span` tells of on a day, by its verb and its goal."""
    start, end = span
    if SPOKEN.search(text, start, end) or NO_ACT.search(text[start:end]):
        return None
    begun = next(
        (
            d.end
            for d in dates
            if d.meaning in (Meaning.POINT, Meaning.RANGE)
            and ((d.since is not None and d.since.day) or is_day(text, d))
        ),
        None,
    )
    if begun is None:
        lately = LATELY.search(text, start, end)
        begun = lately.end() if lately else None
    if begun is None:
        return None
    for goes in _GOES.finditer(text, begun, min(end, begun + _FAR)):
        before = text[begun : goes.start()]
        aim = any(m.kind in _AIMS and goes.end() <= m.start <= goes.end() + _NEAR for m in sides)
        if not aim or not _MOVER.search(before) or _TELLER.search(before):
            continue
        if HOME.search(text, start, end):
            return None
        stays = STAYS.search(text, start, end) or FIRST.search(text, start, end)
        calls = _PARTY.search(before) and _SEES_THERE.match(text, goes.end(), end)
        kind = EventKind.DISPATCH if stays and not calls else EventKind.VISIT
        name = phrase_of(text[begun:end].split("。")[0], (), begun)
        return Told(kind, name or phrase_of(text[goes.start() : end], (), begun), begun, end)
    return None


_GROUP = later(
    r"第[一二三四五六七八九十\d]+[批届]|首批|支教[团队]|工作队|教师团队"
    r"|(?:[\d二三四五六七八九十]|十一)[余多]?[名位][^，。；]{0,24}"
    r"(?:教师|老师|志愿者|队员|校长|干部|人才|大学生|师范生|实习生)"
)
_LEAVES = later(
    r"[进入][藏疆]|赴[疆藏青宁滇黔]|飞(?:往|了|抵)|登上[^，。；]{0,14}(?:航班|列车|飞机|火车|动车|大巴)"
    r"|报到|到岗|抵达|奔赴|远赴|开赴|启程|出发|赴[^，。；]{2,16}?(?:支教|任教)|进驻|扎根"
    r"|选派[^，。；]{0,30}?(?:教师|干部|人才|老师|队员)[^。；]{0,4}?(?:到|赴|前往)"
)
_AIDS = later(r"支教|任教|援[疆藏青宁滇黔川]|对口支援|帮扶")
_SEES = later("[^，。；]{0,12}(?:看望|慰问|探望)")
_LEAVE = 60  # characters from the month to the verb


def _in_month(text: str, date: DateSpan) -> bool:
    """Whether a date tells at least the month, be it of a year that the page does not say."""
    if date.since is None:
        return is_day(text, date)
    return date.since.month is not None


_ONE = later("[他她我]")


def _group_leaves(text: str, start: int, day: int, end: int) -> bool:
    """Whether the sentence itself says that a group leaves: not 他抵达, not 到岗后另行公布."""
    group = _GROUP.search(text, start, end) is not None and _ONE.search(text, day, end) is None
    return group and text[end : end + 1] not in ("后", "时")


def sent_out(
    text: str, span: tuple[int, int], before: int, dates: Sequence[DateSpan]
) -> Told | None:
    """The sending of a group that the sentence in `span` tells of, in a month that it names.

    Who they are may be said in the sentence that begins at `before`. One who goes alone is told
    of as a stay, and not as a happening.
    """
    start, end = span
    if SPOKEN.search(text, start, end) or NO_ACT.search(text[start:end]):
        return None
    if not _GROUP.search(text, before, end) or not _AIDS.search(text, before, end):
        return None
    for date in dates:
        if date.meaning is not Meaning.POINT or not _in_month(text, date):
            continue
        leaves = _LEAVES.search(text, date.end, min(end, date.end + _LEAVE))
        if leaves is None or HABIT.search(text, date.end, leaves.start()):
            continue
        if _SEES.match(text, leaves.end(), end):
            continue  # 抵达乙县看望支教教师
        if date.since is None and not _group_leaves(text, start, date.end, leaves.end()):
            continue
        if HOME.search(text, start, end):
            return None
        name = phrase_of(text[date.end : end].split("。")[0], (), date.end)
        low = max(date.end, text.rfind("，", date.end, leaves.start()) + 1)
        short = phrase_of(text[low : leaves.end()], (), low)
        return Told(EventKind.DISPATCH, name or short, date.start, leaves.end())
    return None
