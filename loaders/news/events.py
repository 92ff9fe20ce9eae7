"""Happenings of assistance: what, when, where, and who took part in what role.

A happening is a named gathering that is held (…签约仪式在…举行), or a journey, a training or a gift
with a date. Where it is held says nothing about who is helped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...ontology.dates import PartialDate
from ...ontology.records import Event, EventKind, Kind, Mention
from .clean import Clean
from .dates import DateSpan, Meaning, find_dates
from .roles import participations
from .sentences import clause_spans, sentence_spans

__all__ = ["find_events"]

_HELP = re.compile(
    r"帮扶|支教|结对|协作|送教|捐|援[疆藏青黔滇桂教派建]|支援|跟岗|助学|托管|研修|培训|共建|同心|扶贫|讲座|名师|调研|爱心"
)
_ABOUT = re.compile(r"帮扶|支教|结对|协作|送教|捐赠|援[疆藏青派建]|支援|跟岗|助学|托管")
_GATHERING = (
    r"(?:启动仪式|开班仪式|开班典礼|开班式|结业式|结业仪式|签约揭牌仪式|签约暨揭牌仪式|签约仪式|揭牌仪式|捐赠仪式|交接仪式|出征仪式|"
    r"欢送仪式|欢迎仪式|结营仪式|开营仪式|交付仪式|仪式|典礼|欢送会|欢迎会|见面会|座谈会|交接会|推进会|培训会|联席会议|协调会|研讨会|"
    r"交流会|工作会议|行前培训会|项目(?=（|”|在|正式|启动)|工作会|会议|论坛|研修班|培训班|研修|培训|跟岗学习|讲座|教研活动|研学营|活动)"
)
_HELD = (
    r"(?:上(?:了解到|获悉|，)|举行|举办|召开|启动|开班|开幕|开讲|结业|落幕|开展|开营|落成|圆满结束|"
    r"拉开帷幕|开课)"
)
_NAMED = re.compile(
    rf"(?P<name>[^，。；：、！？\n]{{2,64}}?{_GATHERING})(?:（[^）]*）)?(?:[^，。；！？\n]{{0,34}}?){_HELD}"
)
_MORE = re.compile(
    rf"(?:暨|的)?(?:（[^）]{{1,20}}）)?[“”]?[^，。；：、！？\n在于“”]{{0,12}}?{_GATHERING}(?!.{{0,2}}(?:举行|召开).{{0,1}}的)"
)
_DOES = re.compile(
    rf"(?:举行|召开|举办|开展|参加|出席|组织)(?:了)?(?P<name>[^，。；：、！？\n]{{0,36}}?{_GATHERING})"
)
_ACTS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    (EventKind.CEREMONY, re.compile(r"(?:签订|签署|签约|续签|揭牌|捐赠)(?!.{0,4}以来)")),
    (
        EventKind.DISPATCH,
        re.compile(
            r"(?:教师|老师|志愿者|队员|支教团|师生|人才|团队|队伍)[^，。；]{0,24}?(?:抵达|奔赴|出发|启程|到岗|报到|进驻|赴|来到|走进|到)"
        ),
    ),
    (EventKind.VISIT, re.compile(r"(?:调研|考察|走访|看望|慰问|回访|观摩|参观|到访)")),
    (EventKind.TRAINING, re.compile(r"(?:送教|培训|研修|讲座|跟岗|授课|示范课|教研|支教活动)")),
)
_LEAD = re.compile(
    r"^(?:记者从|近日|日前|据悉|据了解|当天|当日|上午|下午|其间|期间|随后|活动中|[的由在于]|为期[^，]{1,4}的|本次|此次|这次|该)+"
)


_NOT_HELD = re.compile(r"没有成行|未能|取消|希望|将(?!在)|拟|计划|可以|一次|如何")
_NO_ACT = re.compile(
    r"将|拟|计划|希望|累计|先后|每年|不再|未再|[一二三四五六]是|以来|共有|责任书|基础上|系按"
)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: EventKind
    name: str | None
    start: int
    end: int


def find_events(
    clean: Clean, mentions: Sequence[Mention], published: PartialDate | None = None
) -> tuple[Event[Mention], ...]:
    """The happenings in `clean` that belong to assistance, in the order of the text.

    A happening without a name needs a date. `published` anchors relative dates.
    """
    text = clean.text
    if len(_ABOUT.findall(text)) < 2:
        return ()
    dates = find_dates(text, published)
    events: list[Event[Mention]] = []
    day: DateSpan | None = None
    paragraph = 0
    for start, end in sentence_spans(text):
        if "\n" in text[paragraph:start]:
            day = None
        paragraph = end
        here = [d for d in dates if start <= d.start and d.end <= end]
        for found in _in_sentence(text, start, end, here):
            date = _nearest(found, here) or (day if found.name and not here else None)
            event = _event(clean, found, date, mentions, (start, end))
            if event is not None and not _told(event, events):
                events.append(event)
        exact = [
            d for d in here if d.since is not None and d.meaning in (Meaning.POINT, Meaning.RANGE)
        ]
        day = exact[0] if exact else day
    return tuple(events)


def _in_sentence(text: str, start: int, end: int, dates: Sequence[DateSpan]) -> Iterator[_Found]:
    sentence = text[start:end]
    taken: list[tuple[int, int]] = []
    if _HELP.search(sentence):
        for pattern in (_NAMED, _DOES):
            for match in pattern.finditer(text, start, end):
                if any(a < match.end("name") and match.start("name") < b for a, b in taken):
                    continue
                stop = match.end("name")
                while (more := _MORE.match(text, stop, min(end, stop + 40))) is not None:
                    stop = more.end()
                name = _trimmed(text, match.start("name"), stop, dates)
                if name is None or _NOT_HELD.search(match[0]):
                    continue
                taken.append((match.start("name"), max(stop, match.end())))
                words = text[slice(*name)]
                kind = _kind(words)
                if words.endswith("项目") and "启动" in match[0][-4:]:
                    kind = EventKind.CEREMONY
                yield _Found(kind, words, name[0], max(stop, match.end()))
    if not _ABOUT.search(sentence):
        return
    for low, high in clause_spans(text, start, end):
        clause = text[low:high]
        if any(a < high and low < b for a, b in taken):
            continue
        near = [d for d in dates if start <= d.start < high and d.since is not None]
        exact = [d for d in near if d.meaning in (Meaning.POINT, Meaning.RANGE) and d.since]
        if not any(d.since is not None and d.since.month for d in exact):
            continue
        for kind, pattern in _ACTS:
            if (act := pattern.search(clause)) and not _NO_ACT.search(clause):
                yield _Found(kind, _phrase(clause, dates, low), low, low + max(act.end(), 2))
                break


def _phrase(clause: str, dates: Sequence[DateSpan], start: int) -> str | None:
    """What happened, in the words of the clause, without its date."""
    for date in dates:
        if start <= date.start < start + len(clause) and date.start - start < 4:
            clause = clause[date.end - start :]
            break
    clause = _LEAD.sub("", clause.strip("，、：“” "))
    return clause if 4 <= len(clause) <= 50 else None


def _trimmed(text: str, start: int, end: int, dates: Sequence[DateSpan]) -> tuple[int, int] | None:
    """Where the name proper stands in ``text[start:end]``: no date, no organisers, no preamble."""
    for date in dates:
        if start <= date.start and date.end <= end and date.start - start < 6:
            rest = text[date.end : end]
            # 2024年滨海新区…座谈会: a bare year is part of the name
            if date.since is None or date.since.month is not None or date.start > start:
                start = date.end + (len(rest) - len(rest.lstrip("，上下午的间")))
    for mark in (
        "主办的",
        "承办的",
        "协办的",
        "举办的",
        "组织的",
        "支撑单位的",
        "参加了",
        "举行了",
        "出席了",
        "出席",
    ):
        at = text.rfind(mark, start, end)
        if at >= 0:
            start = at + len(mark)
    lead = _LEAD.match(text[start:end])
    if lead is not None:
        start += lead.end()
    while start < end and text[start] in "，、：“”‘’ 的—":
        # an opening quotation mark belongs to the name when it closes inside it
        if text[start] == "“" and "”" in text[start:end]:
            break
        start += 1
    return (start, end) if end - start >= 4 else None


def _kind(name: str) -> EventKind:
    if re.search(r"出征", name):
        return EventKind.DISPATCH
    if re.search(r"仪式$|典礼$|[班业]式$|签约|揭牌|欢送会$|欢迎会$|捐赠", name[-8:]):
        return EventKind.CEREMONY
    if re.search(r"会议?$|论坛$|推进活动$", name):
        return EventKind.MEETING
    if re.search(r"班$|培训$|研修$|学习$|讲座$|教研活动$|营$|培训会$|送教", name):
        return EventKind.TRAINING
    if re.search(r"调研|考察|走访|看望|慰问", name):
        return EventKind.VISIT
    return EventKind.TRAINING if re.search(r"培训|研修|送教|课", name) else EventKind.OTHER


def _nearest(found: _Found, dates: Sequence[DateSpan]) -> DateSpan | None:
    usable = [
        d for d in dates if d.since is not None and d.meaning in (Meaning.POINT, Meaning.RANGE)
    ]
    before = [d for d in usable if d.start <= found.start + 12]
    if before:
        return max(before, key=lambda d: d.start)
    return min(usable, key=lambda d: d.start) if usable else None


def _event(
    clean: Clean,
    found: _Found,
    date: DateSpan | None,
    mentions: Sequence[Mention],
    sentence: tuple[int, int],
) -> Event[Mention] | None:
    if found.name is None and date is None:
        return None
    start, end = sentence
    low, high = found.start, found.end
    if date is not None and start <= date.start and date.end <= end:
        low, high = min(low, date.start), max(high, date.end)
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return Event(
        event_kind=found.kind,
        evidence=(
            clean.evidence(low, high, method="events/named 1" if found.name else "events/act 1"),
        ),
        name=found.name,
        since=date.since if date else None,
        until=date.until if date else None,
        venue=_venue(clean.text, found, inside),
        programme=next((m for m in inside if m.kind is Kind.PROGRAMME), None),
        participations=participations(clean.text, inside, end),
    )


def _venue(text: str, found: _Found, mentions: Sequence[Mention]) -> Mention | None:
    """The last side after 在 and before the verb of holding: 在四川省广元市|旺苍县举行."""
    held: Mention | None = None
    for mention in mentions:
        if mention.kind not in (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION):
            continue
        joined = held is not None and mention.start - held.end <= 1
        opened = text[max(0, mention.start - 1) : mention.start] == "在"
        if (opened or joined) and found.start - 40 <= mention.start <= found.end + 6:
            held = mention
    return held


def _alike(one: str, other: str) -> bool:
    """Whether two names share most of their pairs of characters."""
    a = {one[i : i + 2] for i in range(len(one) - 1)}
    b = {other[i : i + 2] for i in range(len(other) - 1)}
    return one in other or other in one or 2 * len(a & b) >= len(a | b)


def _told(event: Event[Mention], earlier: Sequence[Event[Mention]]) -> bool:
    """Whether the happening was met before under the same name, or a longer one."""
    for other in earlier:
        if other.event_kind is not event.event_kind:
            continue
        same_day = event.since is None or other.since is None or event.since.overlaps(other.since)
        if not same_day:
            continue
        if event.name and other.name and _alike(event.name, other.name):
            return True
        if event.since is not None and other.since is not None and event.since == other.since:
            return True
    return False
