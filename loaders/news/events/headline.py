"""The happening that a headline tells of, with the day that the page opens with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....ontology.records import Event, EventKind, Mention
from ...later import later
from ..numbers.dates import DateSpan, Meaning
from ..page.clean import Clean
from .acts import GATHERING, HABIT, HOME, LATELY
from .eventnames import kind_of_name, name_span
from .told import Told, is_day

__all__ = ["headline_told", "lead_day", "renamed_by"]

_LINES = 3  # lines of a page among which the headline stands
_LONGEST = 44  # characters of a headline
_OPENS = 400  # characters in which a page says on which day it was
#: Headlines of orders, lists, letters and reports of a year: no happening.
_PAPER = later(
    r"通知|公告|公示|决定|名单|办法|通报|一览|名录|总结|简报|方案|答复|要闻|动态|大事记|年鉴|故事|侧记之|感谢信|的信|[？?]|口述|日记|笔记|纪行|见闻|对话|事迹|巡礼|综述|：$|说明"
)
_KINDS = (
    (
        EventKind.DISPATCH,
        later(
            r"(?:教师|老师|师生|志愿者|支教[团队]|队员|人才|校长)[^，。]{0,12}(?:启程|出发|出征|抵达|奔赴|赴|进藏|入疆|到岗|上岗|到[^，。]{1,10}任教)"
        ),
    ),
    (EventKind.CEREMONY, later(r"捐赠|签约|揭牌|落成|竣工|剪彩|签订|签署")),
    (
        EventKind.VISIT,
        later(
            r"走进|[\u4e00-\u9fff]{3}赴[\u4e00-\u9fff]{2}|深入|来到|到访|来访|访问|来我[县校区市]|看望|慰问|探望|回访|调研|考察|来我?校?[^，。]{0,4}(?:考察|交流|传经)"
        ),
    ),
)
#: 在某某座谈会上的讲话, 某某教研活动记录, 我省召开某某会: what the page is the record of
_HELD = later(
    rf"(?:^|[\u4e00-\u9fff])(?P<name>[^，。：]{{4,40}}?{GATHERING})(?:上的?(?:讲话|发言|致辞)|记录|纪要|侧记|召开|举行|$)"
)
_LEARNS = later(r"跟岗|培训|研修|学习|送教|讲学|充电")
_STOP = "。！!…"


def _headlines(clean: Clean) -> Iterator[tuple[int, int]]:
    """Where lines stand that may be the headline: the title, then the lines at the top."""
    seen = 0
    at = 0
    for line in clean.text.split("\n"):
        words = line.strip()
        start = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if not words:
            continue
        seen += 1
        if seen > _LINES:
            return
        if 8 <= len(words) <= _LONGEST and not any(mark in words for mark in _STOP):
            yield start, start + len(words)


def _in_dateline(text: str, date: DateSpan) -> bool:
    """Whether a date is that of the paper: □某报记者 2022-07-28, on a line that tells nothing."""
    start = text.rfind("\n", 0, date.start) + 1
    end = text.find("\n", date.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) <= _LONGEST and "。" not in line and _OUTLET.search(line) is not None


_OUTLET = later("记者|通讯员|来源|作者|编辑|发布|新闻|[报网社刊]")


def lead_day(text: str, dates: Sequence[DateSpan], after: int) -> DateSpan | None:
    """The first day told of after the headline: of a known year, or not."""
    for date in dates:
        if date.start < after or date.start > after + _OPENS or _in_dateline(text, date):
            continue
        if date.meaning in (Meaning.POINT, Meaning.RANGE) and (
            (date.since is not None and date.since.day) or is_day(text, date)
        ):
            return date
    return None


def headline_told(
    clean: Clean, dates: Sequence[DateSpan], told: Sequence[Event[Mention]]
) -> tuple[Told, DateSpan | None] | None:
    """What the headline tells of and its day; None if the text told of it, or of that day.

    The day is open where the page opens with 昨天 or 近日.
    """
    text = clean.text
    for low, high in _headlines(clean):
        words = text[low:high]
        if _PAPER.search(words) or HABIT.search(words) or HOME.search(words):
            continue
        day = lead_day(text, dates, high)
        held = _HELD.search(text, low, high)
        if held is not None and day is not None and not told:
            span = name_span(text, held.start("name"), held.end("name"), ())
            if span is not None:
                return Told(kind_of_name(text[slice(*span)]), text[slice(*span)], *span), day
        kind = next((kind for kind, pattern in _KINDS if pattern.search(words)), None)
        if kind is None or _LEARNS.search(words):
            continue
        if day is None and _lately(text, high) is None:
            continue
        if any(_same(event, kind, day) or _is_named(event, words) for event in told):
            return None
        start, end = _clause(words, kind)
        return Told(kind, words[start:end], low + start, low + end), day
    return None


def _lately(text: str, after: int) -> int | None:
    """Where the page opens with 昨天 or 近日, but not with 四年前的今天."""
    found = LATELY.search(text, after, after + _NEAR)
    return None if found is None or text[found.start() - 1] == "的" else found.start()


def _clause(words: str, kind: EventKind) -> tuple[int, int]:
    """Where in a headline the happening is told: 甲市：|十名教师今早出发|，目的地乙县."""
    pattern = next(pattern for one, pattern in _KINDS if one is kind)
    for part in _PARTS.finditer(words):
        if len(part[0]) > 3 and pattern.search(part[0]):
            return part.span()
    return 0, len(words)


_PARTS = later(r"[^—\-：，|｜ 　]+")


def _is_named(event: Event[Mention], words: str) -> bool:
    """Whether a headline tells of a gathering that the text told of: 交接座谈会举行."""
    gathered = event.event_kind in (EventKind.MEETING, EventKind.CEREMONY)
    return gathered and event.name is not None and event.name[-_TAIL:] in words


_TAIL = 3  # characters that say what kind of gathering it is


def _same(event: Event[Mention], kind: EventKind, day: DateSpan | None) -> bool:
    if event.since is None:
        # a lesson or a talk is part of a journey that has a day; what has no day may be all of it
        parts = (EventKind.MEETING, EventKind.TRAINING)
        sent = kind is EventKind.DISPATCH and event.event_kind is EventKind.CEREMONY
        return not sent and event.event_kind not in parts
    if day is None or day.since is None:
        return True
    end, until = event.until or event.since, day.until or day.since
    return day.since.first <= end.last and event.since.first <= until.last


def renamed_by(
    clean: Clean, dates: Sequence[DateSpan], event: Event[Mention]
) -> tuple[int, int] | None:
    """The headline that tells of an undated visit or journey of the lead, as its better name.

    A rite that is named by its noun alone (交接仪式) is called after the headline as well.
    """
    bare = event.event_kind is EventKind.CEREMONY and _BARE_RITE.fullmatch(event.name or "")
    journey = event.event_kind in (EventKind.VISIT, EventKind.DISPATCH)
    if event.since is not None or not (journey or bare):
        return None
    far = _OPENS if bare else _NEAR
    for low, high in _headlines(clean):
        words = clean.text[low:high]
        kind = next((kind for kind, pattern in _KINDS if pattern.search(words)), None)
        if kind is event.event_kind and not _PAPER.search(words):
            day = lead_day(clean.text, dates, high)
            near = day is not None and abs(event.evidence[0].start - day.start) < far
            start, end = _clause(words, kind)
            return (low + start, low + end) if near else None
    return None


_BARE_RITE = later("(?:简短|隆重|热烈|简单)?的?[^“”签]{0,2}(?:仪式|典礼)")
_NEAR = 120
