"""Happenings of assistance: what, when, where, and who took part in what role.

A happening is a named gathering that is held (…签约仪式在…举行), or a journey, a training or a gift
with a date. Where it is held says nothing about who is helped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....ontology.dates import PartialDate
from ....ontology.records import Event, EventKind, Kind, Mention
from ..numbers.dates import DateSpan, Meaning, find_dates
from ..page.clean import Clean
from ..page.sentences import clause_spans, sentence_spans
from .acts import (
    ABOUT,
    ACTS,
    DOES,
    FIRST,
    FORMAL,
    HELP,
    HOME,
    JOURNEY,
    LABEL,
    LECTURE,
    LONGEST,
    MORE,
    NAMED,
    NO_ACT,
    NO_NAME,
    NOT_HELD,
    OPENED,
    OPENING,
    ORGANISED,
    PARTY,
    SAME_DAY,
    SIGNS,
    STAYS,
    UNHELD,
)
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

__all__ = ["find_events"]


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
    about = len(ABOUT.findall(text))
    if about < 2:
        return ()
    dates = with_years(text, find_dates(text, published), published)
    begins = [d.start for d in dates]
    named = [m.start for m in mentions]
    events: list[Event[Mention]] = []
    day: DateSpan | None = None
    last: DateSpan | None = None
    paragraph = 0
    for start, end in sentence_spans(text):
        if "\n" in text[paragraph:start]:
            # a new paragraph, but 会上 and 随后 are of the day told of before
            day = last if SAME_DAY.match(text, start) else None
        paragraph = end
        if end - start > LONGEST:
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
        if events and ORGANISED.match(text, start) and end - start < 200:
            events[-1] = with_organisers(clean, events[-1], mentions, (start, end))
        exact = [
            d for d in here if d.since is not None and d.meaning in (Meaning.POINT, Meaning.RANGE)
        ]
        whole = [d for d in exact if d.since and d.since.day]
        # 去年8月入川 in between does not change the day that is told of
        if whole or (exact and (day is None or not day.since or not day.since.day)):
            day = (whole or exact)[0]
        last = day or last
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
    formal = FORMAL.search(sentence) or (about >= 4 and "会议" in sentence)
    if HELP.search(sentence) or ((dates or day is not None) and formal):
        for pattern in (NAMED, DOES):
            for match in pattern.finditer(text, start, end):
                if any(a < match.end("name") and match.start("name") < b for a, b in taken):
                    continue
                stop = match.end("name")
                while (more := MORE.match(text, stop, min(end, stop + 40))) is not None:
                    stop = more.end()
                name = name_span(text, match.start("name"), stop, dates)
                before = text[max(start, match.start() - 4) : match.start()]
                if (
                    name is None
                    or NOT_HELD.search(match[0])
                    or UNHELD.search(before)
                    or HOME.search(match[0])
                ):
                    continue
                taken.append((match.start("name"), max(stop, match.end())))
                words = text[slice(*name)]
                words = course_named(words, events) or words
                if NO_NAME.search(words):
                    continue
                kind = kind_of_name(words)
                if words.endswith("项目") and "启动" in match[0][-4:]:
                    kind = EventKind.CEREMONY
                high = max(stop, match.end())
                yield _Found(kind, words, name[0], high)
                opened = OPENING.search(match[0])
                if opened is not None and words.endswith(("班", "培训", "研修")):
                    # 培训班在某地开班: the course, and the ceremony with which it opens
                    yield _Found(EventKind.CEREMONY, f"{words}{opened[0]}式", name[0], high)
    for lecture in LECTURE.finditer(text, start, end):
        if not any(a < lecture.end() and lecture.start() < b for a, b in taken):
            taken.append(lecture.span())
            title = lecture["title"]
            if title is None and not dates and day is None:
                continue
            spoken = f"{title}{lecture['what']}" if title else lecture[0].lstrip("作做了")
            yield _Found(EventKind.TRAINING, spoken, lecture.start(), lecture.end())
    party = about >= 2 and PARTY.search(sentence) is not None
    if not (ABOUT.search(sentence) or STAYS.search(sentence) or party) and not (
        (OPENED.search(sentence) or (day is not None and SIGNS.search(sentence)))
        and HELP.search(text)
    ):
        return
    for low, high in clause_spans(text, start, end):
        clause = text[low:high]
        if any(a < high and low < b for a, b in taken) or LABEL.match(clause):
            continue
        near = [d for d in dates if start <= d.start < high and d.since is not None]
        exact = [d for d in near if d.meaning in (Meaning.POINT, Meaning.RANGE) and d.since]
        first = FIRST.search(clause) is not None
        dated = any(
            d.since is not None and (d.since.month or first) and not lasting(d) for d in exact
        )
        # what is signed or given happens on the day that the sentences before tell
        signs = day is not None and SIGNS.search(clause) is not None
        if not dated and not signs:
            continue
        if NO_ACT.search(clause) or HOME.search(clause):
            continue
        for kind, pattern in ACTS:
            act = pattern.search(clause)
            if not dated and kind is not EventKind.CEREMONY:
                break
            if act is None or (kind is EventKind.DISPATCH and not STAYS.search(sentence)):
                continue
            phrase = phrase_of(clause, dates, low) or phrase_of(clause[act.start() :], (), low)
            yield _Found(kind, phrase, low, low + max(act.end(), 2))
            taken.append((low, high))
            break
        else:
            journey = JOURNEY.match(text, low + _offset(clause), end)
            if journey is not None and not STAYS.search(clause):
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
    # 4月16日，2024年…联席会议: the day, and not the year in the name
    before = [d for d in before if d.since and d.since.day] or before
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
