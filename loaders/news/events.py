"""Happenings of assistance: what, when, where, and who took part in what role.

A happening is a named gathering that is held (…签约仪式在…举行), or a journey, a training or a gift
with a date. Where it is held says nothing about who is helped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...ontology.dates import PartialDate
from ...ontology.records import Event, EventKind, Kind, Mention
from .clean import Clean
from .dates import DateSpan, Meaning, find_dates
from .eventnames import kind_of_name, name_span, phrase_of
from .happenings import (
    course_named,
    lasting,
    on_the_one_day,
    only_the_way,
    tell,
    with_organisers,
    with_years,
)
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
_WHO = r"(?:教师|老师|志愿者|队员|支教团|师生|人才|团队|队伍|工作队|实习生)"
_ACTS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    (
        EventKind.CEREMONY,
        re.compile(r"(?:签订|签署|签约|续签|揭牌|捐赠|捐建|赠送|授牌)(?!.{0,4}以来)"),
    ),
    (
        EventKind.VISIT,
        re.compile(
            r"调研|考察|走访|看望|慰问|回访|观摩|参观|到访|率队|带队|率团|一行[^，。；]{0,14}?(?:赴|到|来到|走进|抵达|前往)"
        ),
    ),
    (
        EventKind.DISPATCH,
        re.compile(
            rf"{_WHO}[^，。；]{{0,24}}?(?:抵达|奔赴|出发|启程|到岗|报到|进驻|分赴|赴|开赴|来到|进入|走进|入疆|进藏|到[^，。；]{{2,20}}?(?:任教|支教|上岗))"
            rf"|(?:选派|派出|新派|首批)[^，。；]{{0,24}}?{_WHO}[^，。；]{{0,16}}?(?:到|赴|前往|进入|任教|支教|到岗)"
        ),
    ),
    (EventKind.TRAINING, re.compile(r"(?:送教|培训|研修|讲座|跟岗|授课|示范课|教研|支教活动)")),
)
#: A journey of some days to teach or to meet; who stays to work is sent.
_JOURNEY = re.compile(
    r"(?:赴|走进|来到|前往|抵达|深入)[^，。；]{2,30}(?:，)?[^，。；]{0,12}?(?:开展|推进|举行|送教|帮扶|调研|讲学|听课|评课|示范课|讲座|走访|看望)"
)
_STAYS = re.compile(r"支教|任教|挂职|援[疆藏青滇黔派]|驻点|选派|到岗|为期[一二三两半]年")
_UNHELD = re.compile(r"没有|未|取消|拟|将|计划")
_NO_NAME = re.compile(r"^(?:本(?!次)|师资培训$)|(?<!即)将(?=[在于与对和])")
_FORMAL = re.compile(r"座谈会|见面会|交流会|欢送会|交接会|推进会|仪式|典礼|开班式|结业式")
_OPENING = re.compile(r"开班|结业|开营|结营")
_LECTURE = re.compile(
    r"(?:作|做|举办|带来|开展)(?:了)?(?:一场)?(?:题为|主题为|以)?[^，。；！？\n《》]{0,12}?(?P<title>《[^》\n]{2,40}》)"
    r"[^，。；\n《》]{0,6}?(?P<what>专题讲座|讲座|专题报告|报告|专题培训)"
    r"|(?:作|做)(?:了)?(?:专题|心理健康|教育)(?:讲座|报告)"
)
_HOME = re.compile(r"师徒|青蓝|新教师|教代会|年会")
_ORGANISED = re.compile(
    r"(?:本次|此次|这次|该次|该)?(?:活动|培训|研修班|培训班|仪式|会议|座谈会)[^，。；]{0,4}?由"
)


_LONGEST = 3000  # characters of a sentence
_NOT_HELD = re.compile(r"没有成行|未能|取消|希望|(?<!即)将(?!在)|拟(?!定)|计划|可以|一次|如何")
_OPENED = re.compile(r"揭牌|签约|签订|签署|启用|落成|交付|结业|开班|出征|启程|出发")
_PARTY = re.compile(r"考察团|代表团|回访组|专家组|帮扶团|调研组|慰问团|一行")
_SIGNS = re.compile(r"(?:签订|签署|续签)[^，。；]{0,24}(?:协议|备忘录|协定|意向书)|签约$")
_NO_ACT = re.compile(
    r"将|拟|计划|希望|累计|先后|每年|不再|未(?=[再签举开能有])|[一二三四五六]是|以来|共有|责任书|基础上|系按"
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
    about = len(_ABOUT.findall(text))
    if about < 2:
        return ()
    dates = with_years(text, find_dates(text, published))
    begins = [d.start for d in dates]
    named = [m.start for m in mentions]
    events: list[Event[Mention]] = []
    day: DateSpan | None = None
    paragraph = 0
    for start, end in sentence_spans(text):
        if "\n" in text[paragraph:start]:
            day = None
        paragraph = end
        if end - start > _LONGEST:
            # no sentence: a page without marks, in which nothing can be told apart
            continue
        slot = dates[bisect_left(begins, start) : bisect_left(begins, end)]
        here = [d for d in slot if d.end <= end]
        told = _in_sentence(text, start, end, here, day if not here else None, about, events)
        for found in told:
            date = _nearest(found, here) or (day if found.name and not here else None)
            sides = mentions[bisect_left(named, start) : bisect_left(named, end)]
            event = _event(clean, found, date, sides, (start, end))
            if event is not None:
                tell(event, events)
        if events and _ORGANISED.match(text, start) and end - start < 200:
            events[-1] = with_organisers(clean, events[-1], mentions, (start, end))
        exact = [
            d for d in here if d.since is not None and d.meaning in (Meaning.POINT, Meaning.RANGE)
        ]
        day = exact[0] if exact else day
    return tuple(
        on_the_one_day(clean, event, dates) for event in events if not only_the_way(event, events)
    )


def _in_sentence(
    text: str,
    start: int,
    end: int,
    dates: Sequence[DateSpan],
    day: DateSpan | None = None,
    about: int = 0,
    events: Sequence[Event[Mention]] = (),
) -> Iterator[_Found]:
    """What a sentence tells of; `day` is the day of the sentences before in the paragraph.

    On a page that speaks of help `about` often, the journey of its delegation is part of it.
    """
    sentence = text[start:end]
    taken: list[tuple[int, int]] = []
    if _HELP.search(sentence) or (dates and _FORMAL.search(sentence)):
        for pattern in (_NAMED, _DOES):
            for match in pattern.finditer(text, start, end):
                if any(a < match.end("name") and match.start("name") < b for a, b in taken):
                    continue
                stop = match.end("name")
                while (more := _MORE.match(text, stop, min(end, stop + 40))) is not None:
                    stop = more.end()
                name = name_span(text, match.start("name"), stop, dates)
                before = text[max(start, match.start() - 4) : match.start()]
                if (
                    name is None
                    or _NOT_HELD.search(match[0])
                    or _UNHELD.search(before)
                    or _HOME.search(match[0])
                ):
                    continue
                taken.append((match.start("name"), max(stop, match.end())))
                words = text[slice(*name)]
                words = course_named(words, events) or words
                if _NO_NAME.search(words):
                    continue
                kind = kind_of_name(words)
                if words.endswith("项目") and "启动" in match[0][-4:]:
                    kind = EventKind.CEREMONY
                high = max(stop, match.end())
                yield _Found(kind, words, name[0], high)
                opened = _OPENING.search(match[0])
                if opened is not None and words.endswith(("班", "培训", "研修")):
                    # 培训班在某地开班: the course, and the ceremony with which it opens
                    yield _Found(EventKind.CEREMONY, f"{words}{opened[0]}式", name[0], high)
    for lecture in _LECTURE.finditer(text, start, end):
        if not any(a < lecture.end() and lecture.start() < b for a, b in taken):
            taken.append(lecture.span())
            title = lecture["title"]
            if title is None and not dates:
                continue
            spoken = f"{title}{lecture['what']}" if title else lecture[0].lstrip("作做了")
            yield _Found(EventKind.TRAINING, spoken, lecture.start(), lecture.end())
    party = about >= 4 and _PARTY.search(sentence) is not None
    if not (_ABOUT.search(sentence) or _STAYS.search(sentence) or party) and not (
        _OPENED.search(sentence) and _HELP.search(text)
    ):
        return
    for low, high in clause_spans(text, start, end):
        clause = text[low:high]
        if any(a < high and low < b for a, b in taken):
            continue
        near = [d for d in dates if start <= d.start < high and d.since is not None]
        exact = [d for d in near if d.meaning in (Meaning.POINT, Meaning.RANGE) and d.since]
        dated = any(d.since is not None and d.since.month and not lasting(d) for d in exact)
        signs = day is not None and _SIGNS.search(clause) is not None
        if not dated and not signs:
            continue
        if _NO_ACT.search(clause) or _HOME.search(clause):
            continue
        for kind, pattern in _ACTS:
            act = pattern.search(clause)
            if not dated and kind is not EventKind.CEREMONY:
                break
            if act is None or (kind is EventKind.DISPATCH and not _STAYS.search(sentence)):
                continue
            yield _Found(kind, phrase_of(clause, dates, low), low, low + max(act.end(), 2))
            taken.append((low, high))
            break
        else:
            journey = _JOURNEY.match(text, low + _offset(clause), end)
            if journey is not None and not _STAYS.search(clause):
                kind = EventKind.TRAINING if "送教" in journey[0] else EventKind.VISIT
                taken.append((low, journey.end()))
                yield _Found(kind, phrase_of(clause, dates, low), low, journey.end())


def _offset(clause: str) -> int:
    """Where the words for a journey begin in a clause, else its end."""
    found = re.search(r"赴|走进|来到|前往|抵达|深入", clause)
    return found.start() if found else len(clause)


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
