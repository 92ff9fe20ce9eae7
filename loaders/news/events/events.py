"""Happenings of assistance: what, when, where, and who took part in what role.

A happening is a named gathering that is held (…签约仪式在…举行), or a journey, a training or a gift
with a date. Where it is held says nothing about who is helped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.dates import PartialDate
from ....ontology.records import Event, Kind, Mention, Stance
from ...later import later
from ..numbers.dates import DateSpan, Meaning, find_dates
from ..page.clean import Clean
from ..page.sentences import sentence_spans
from .acts import ABOUT, HELP, HOLD, LEAD, LONGEST, NOTICE, OPENED, ORGANISED, SAME_DAY
from .arrivals import arrival, sent_out
from .happenings import (
    on_the_one_day,
    tell,
    with_organisers,
    with_years,
)
from .headline import headline_told, renamed_by
from .mainevent import main_happening
from .rites import bare_rites
from .roles import AS_ROLE, participations
from .told import Told, is_day, told_in
from .trips import at_a_rite, is_part, only_the_way

__all__ = ["find_events"]


def find_events(
    clean: Clean,
    mentions: Sequence[Mention],
    published: PartialDate | None = None,
    helped: bool = False,
) -> tuple[Event[Mention], ...]:
    """The happenings in `clean` that belong to assistance, in the order of the text.

    A happening without a name needs a date. `published` anchors relative dates. A page on which
    help or a stay was read (`helped`) speaks of help, whatever words it has for it.
    """
    text = clean.text
    about = max(len(ABOUT.findall(text)), 2 if helped else 0)
    top = text[:_TOP]
    little = len(HELP.findall(text)) < 3 and not (_GIVEN.search(top) and OPENED.search(top))
    few = about < 2 and (about == 0 or little)
    schemes = [m.start for m in mentions if m.kind is Kind.PROGRAMME] if few else []
    if few and not schemes:
        return ()
    dates = with_years(text, find_dates(text, published), published)
    begins = [d.start for d in dates]
    named = [m.start for m in mentions]
    head = max(0, text.find("\n", 0, _HEADLINE))
    events: list[Event[Mention]] = []
    own: set[int] = set()  # where a happening has a day of its own, though of no known year
    day: DateSpan | None = None
    last: DateSpan | None = None
    paragraph = previous = 0
    for number, (start, end) in enumerate(sentence_spans(text)):
        if "\n" in text[paragraph:start]:
            # a new paragraph, but 会上 and 随后 are of the day told of before
            day = last if SAME_DAY.match(text, start) else None
        paragraph = end
        if few and not any(start <= scheme < end for scheme in schemes):
            # a page that speaks little of help: only what names a scheme of assistance
            continue
        if end - start > LONGEST:
            # no sentence: a page without marks, in which nothing can be told apart
            continue
        first = bisect_left(begins, start)
        if first and dates[first - 1].end > start:
            # 一月 as a heading, and 12日 at the head of the line below
            first -= 1
        slot = dates[first : bisect_left(begins, end)]
        here = [d for d in slot if d.end <= end]
        lead = number < LEAD
        carried = day if not here else None
        told = list(told_in(text, start, end, here, carried, about, events, lead))
        if about >= 2:
            told.extend(bare_rites(text, start, end, told, events))
        sides = mentions[bisect_left(named, start) : bisect_left(named, end)]
        if about >= 2 and lead and not told and not events:
            gone = arrival(text, (start, end), here, sides)
            told = [gone] if gone is not None else told
        if about >= 2 and not told:
            gone = sent_out(text, (start, end), previous, here)
            told = [gone] if gone is not None else told
        previous = start
        for found in told:
            date = _nearest(found, here) or (day if found.name and not here else None)
            if date is day and date is not None and date.since and not date.since.day:
                # 去年 in between is not when the talk of the same day was held
                date = date if len(found.name or "") > _BARE else None
            if found.name and date is not None and _of_another_day(text, found, date, here):
                date = None
            event = _event(clean, found, date, sides, (start, end))
            if event is not None and not (events and not here and is_part(event)):
                tell(event, events, head)
                if any(is_day(text, d) for d in here):
                    own.add(event.evidence[0].start)
        later_on = ORGANISED.match(text, start) or AS_ROLE.search(text, start, end)
        if events and later_on and end - start < 200:
            events[-1] = with_organisers(clean, events[-1], mentions, (start, end))
        exact = [
            d for d in here if d.since is not None and d.meaning in (Meaning.POINT, Meaning.RANGE)
        ]
        whole = [d for d in exact if d.since and d.since.day]
        # 去年8月入川 in between does not change the day that is told of
        if whole or (exact and (day is None or not day.since or not day.since.day)):
            day = (whole or exact)[0]
        last = day or last
    told_of = [
        event
        for event in events
        if not only_the_way(event, events) and not at_a_rite(event, events)
    ]
    if NOTICE.search(text):
        told_of = [event for event in told_of if event.since is not None]
    if about >= 2 and not NOTICE.search(text):
        told_of = _with_headline(clean, mentions, dates, told_of)
    if helped and not told_of:
        told_of = _only_one(clean, mentions, dates, published)
    return tuple(
        event if event.evidence[0].start in own else on_the_one_day(clean, event, dates, published)
        for event in told_of
    )


def _only_one(
    clean: Clean,
    mentions: Sequence[Mention],
    dates: Sequence[DateSpan],
    published: PartialDate | None,
) -> list[Event[Mention]]:
    """What a page that names no happening tells of the day that it reports of."""
    spans = sentence_spans(clean.text)
    main = main_happening(clean.text, spans, dates, published)
    if main is None:
        return []
    told, day = main
    start, end = next(s for s in spans if s[0] <= told.start < s[1])
    inside = [m for m in mentions if start <= m.start and m.end <= max(end, told.end)]
    made = _event(clean, told, day, inside, (start, max(end, told.end)))
    return [made] if made is not None else []


def _with_headline(
    clean: Clean,
    mentions: Sequence[Mention],
    dates: Sequence[DateSpan],
    events: Sequence[Event[Mention]],
) -> list[Event[Mention]]:
    """`events` and what the headline tells of, which also names the undated journey of the lead."""
    found = list(events)
    for here, event in enumerate(found):
        span = renamed_by(clean, dates, event)
        if span is not None:
            shown = clean.evidence(*span, method="events/headline 1")
            name = clean.text[slice(*span)]
            found[here] = replace(event, name=name, evidence=(*event.evidence, shown))
            return found
    head = headline_told(clean, dates, found)
    if head is None:
        return found
    told, day = head
    span = (told.start, told.end)
    inside = [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
    made = _event(clean, told, day, inside, span)
    if made is None:
        return found
    if day is None:
        return [made, *found]
    shown = clean.evidence(
        day.start, day.end, method="events/headline-day 1", stance=Stance.INFERRED
    )
    return [replace(made, evidence=(*made.evidence, shown)), *found]


def _of_another_day(text: str, found: Told, date: DateSpan, here: Sequence[DateSpan]) -> bool:
    """Whether a day without a year stands nearer to a happening than `date` does."""
    return any(is_day(text, other) and date.start < other.start <= found.end for other in here) or (
        date.start > found.end and any(is_day(text, o) and o.start <= found.end for o in here)
    )


def _nearest(found: Told, dates: Sequence[DateSpan]) -> DateSpan | None:
    usable = [
        d for d in dates if d.since is not None and d.meaning in (Meaning.POINT, Meaning.RANGE)
    ]
    before = [d for d in usable if d.start <= found.start + 12]
    # 4月16日，2024年…联席会议: the day, and not the year in the name
    before = [d for d in before if d.since and d.since.day] or before
    if before:
        return max(before, key=lambda d: d.start)
    return min(usable, key=lambda d: d.start) if usable else None


def _event(
    clean: Clean,
    found: Told,
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


_BARE = 4  # characters of the name of a rite that is named by its noun alone
_HEADLINE = 80  # characters of the longest headline
_TOP = 400  # characters in which a page says what it is about
_GIVEN = later("基金会|捐[赠建助]|援建")
_AT = later(r"在[^，。；：、！？\n在]{0,8}$")
_HOLDS = later(rf"[^，。；：！？\n]{{0,20}}?(?:{HOLD}|揭牌|签订|签署|签约|进行)")
_SIDES = (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION)


def _venue(text: str, found: Told, mentions: Sequence[Mention]) -> Mention | None:
    """The last side after 在 and before the verb of holding: 在四川省广元市|旺苍县举行."""
    held: Mention | None = None
    for mention in mentions:
        # 在甲市乙县 goes on, 在甲校和乙校 names two, of which the first is told
        gap = "" if held is None else text[held.end : mention.start]
        joined = held is not None and gap in ("", "的")
        if gap in ("和", "与", "及", "、"):
            continue
        near = found.start - 40 <= mention.start <= found.end + 6
        if mention.kind not in _SIDES or not (near or joined):
            continue
        opened = text[max(0, mention.start - 1) : mention.start] == "在"
        # 在支教服务地甲小学举行, 在甲县的乙镇举行: then it must be where something is held
        led = opened or _AT.search(text, max(0, mention.start - 9), mention.start) is not None
        if led and (not opened or text.startswith("的", mention.end)):
            opened = _HOLDS.match(text, mention.end) is not None
        if opened or joined:
            held = mention
    return held
