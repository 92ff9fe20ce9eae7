"""What a sentence tells of: gatherings with a name, lectures, acts on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....ontology.records import Event, EventKind, Mention
from ..numbers.dates import DateSpan, Meaning
from ..page.sentences import clause_spans, clause_start
from .acts import (
    ABOUT,
    ACTS,
    AFTER,
    COUNTED,
    COURSE,
    DAY,
    DECIDED,
    DOES,
    FIRST,
    FORMAL,
    HABIT,
    HELP,
    HOME,
    JOURNEY,
    LABEL,
    LATELY,
    LECTURE,
    LESSON,
    MORE,
    NAMED,
    NO_ACT,
    NO_NAME,
    NOT_HELD,
    OF_PEOPLE,
    ONCE,
    OPENED,
    OPENING,
    PARTY,
    REFERS,
    ROUND,
    SEES,
    SIGNS,
    SPECIAL,
    SPOKEN,
    STAYS,
    UNHELD,
    WAY,
)
from .eventnames import kind_of_name, name_span, phrase_of, with_purpose
from .happenings import lasting, opening_of
from .sequels import course_named, for_years, goes_on, within
from .trips import leads_to

__all__ = ["Told", "is_day", "told_in"]


_COURSES = ("班", "培训", "研修")


@dataclass(frozen=True, slots=True)
class Told:
    """A happening, and the passage of the text that tells of it."""

    kind: EventKind
    name: str | None
    start: int
    end: int


def is_day(text: str, date: DateSpan) -> bool:
    """Whether a date is a day of a year that the page does not say."""
    return date.since is None and DAY.search(text[date.start : date.end]) is not None


def _whole(text: str, date: DateSpan) -> bool:
    return is_day(text, date) or (date.since is not None and date.since.day is not None)


def told_in(
    text: str,
    start: int,
    end: int,
    dates: Sequence[DateSpan],
    day: DateSpan | None = None,
    about: int = 0,
    events: Sequence[Event[Mention]] = (),
    lead: bool = False,
) -> Iterator[Told]:
    """What a sentence tells of; `day` is the day of the sentences before in the paragraph.

    On a page that speaks of help `about` often, the journey of its delegation is part of it. What
    a page opens with (`lead`) has happened though no date says when (近日).
    """
    sentence = text[start:end]
    taken: list[tuple[int, int]] = []
    yield from _gatherings(text, (start, end), dates, day, about, events, lead, taken)
    yield from _lectures(text, (start, end), dates, day, taken)
    if about >= 2 and not dates and events and AFTER.match(sentence):
        yield from _afterwards(text, (start, end), taken)
    opens = bool(events and dates) and dates[0].start <= start and _whole(text, dates[0])
    party = about >= 2 and (lead or opens or PARTY.search(sentence) is not None)
    part = LESSON.search(sentence) is not None and within(dates, events)
    if not (ABOUT.search(sentence) or STAYS.search(sentence) or party or part) and not (
        (OPENED.search(sentence) or ((dates or day is not None) and SIGNS.search(sentence)))
        and HELP.search(text)
    ):
        return
    yield from _acts(text, (start, end), dates, day, lead, taken)


def _afterwards(text: str, span: tuple[int, int], taken: list[tuple[int, int]]) -> Iterator[Told]:
    """仪式结束后，一行到甲校看望支教教师: a visit of the same day."""
    for low, high in clause_spans(text, *span):
        seen = SEES.search(text, low, high)
        if (
            seen is not None
            and not NO_ACT.search(text[low:high])
            and not any(a < seen.end() and seen.start() < b for a, b in taken)
        ):
            clause = phrase_of(AFTER.sub("", text[low:high]), (), low)
            taken.append((low, high))
            yield Told(EventKind.VISIT, clause or phrase_of(seen[0], (), low), low, seen.end())
            return


def _gatherings(
    text: str,
    span: tuple[int, int],
    dates: Sequence[DateSpan],
    day: DateSpan | None,
    about: int,
    events: Sequence[Event[Mention]],
    lead: bool,
    taken: list[tuple[int, int]],
) -> Iterator[Told]:
    """The gatherings that a sentence names; where they stand is added to `taken`."""
    start, end = span
    sentence = text[start:end]
    formal = FORMAL.search(sentence) or (about >= 4 and "会议" in sentence)
    if HELP.search(sentence) or ((dates or day is not None or about >= 2) and formal):
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
                words = text[slice(*name)]
                words = course_named(words, events) or words
                if NO_NAME.search(words):
                    continue
                taken.append((match.start("name"), max(stop, match.end())))
                if events and pattern is DOES and REFERS.match(match["name"]):
                    # 出席此次助学活动的有: what has been told of
                    continue
                if goes_on(match[0], words, events):
                    continue
                if for_years(text, match.start(), dates) and not ROUND.search(words):
                    # 近年来开展送教活动: again and again
                    continue
                bare = pattern is DOES and not dates and day is None and not lead
                clause = text[clause_start(text, start, match.start(), "，；") : match.start()]
                if DECIDED.search(clause):
                    continue
                if pattern is DOES and not dates and HABIT.search(clause):
                    continue
                if bare and not SPECIAL.search(text[match.start() : stop]):
                    # 开展教育帮扶活动: what is done again and again, on no day
                    continue
                if COUNTED.match(text, stop) or OF_PEOPLE.match(text, stop):
                    continue
                if pattern is DOES and not dates and words.endswith("系列活动"):
                    # 支教期间开展系列活动: on many days
                    continue
                kind = kind_of_name(words)
                if words.endswith("项目") and "启动" in match[0][-4:]:
                    kind = EventKind.CEREMONY
                high = max(stop, match.end())
                opened = OPENING.search(match[0]) if words.endswith(_COURSES) else None
                yield Told(kind, opening_of(words, events) or words, name[0], high)
                if opened is not None:
                    # 培训班在某地开班: the course, and the ceremony with which it opens
                    yield Told(EventKind.CEREMONY, f"{words}{opened[0]}式", name[0], high)


def _lectures(
    text: str,
    span: tuple[int, int],
    dates: Sequence[DateSpan],
    day: DateSpan | None,
    taken: list[tuple[int, int]],
) -> Iterator[Told]:
    """The lectures of a sentence, by their title."""
    start, end = span
    for lecture in LECTURE.finditer(text, start, end):
        if not any(a < lecture.end() and lecture.start() < b for a, b in taken):
            taken.append(lecture.span())
            title = lecture["title"]
            if title is None and not dates and day is None:
                continue
            spoken = f"{title}{lecture['what']}" if title else lecture[0].lstrip("作做了")
            yield Told(EventKind.TRAINING, spoken, lecture.start(), lecture.end())


def _acts(
    text: str,
    span: tuple[int, int],
    dates: Sequence[DateSpan],
    day: DateSpan | None,
    lead: bool,
    taken: list[tuple[int, int]],
) -> Iterator[Told]:
    """What the clauses of a sentence tell of a day: a visit, a gift, a signature, a journey."""
    start, end = span
    sentence = text[start:end]
    told = bool(taken)
    for low, high in clause_spans(text, start, end):
        # 赴乙县调研并|出席捐赠仪式: before a gathering that has a name, only a visit is of its own
        stop = min([high, *(a for a, b in taken if a < high and low < b)])
        clause = text[low:stop]
        if (stop < high and (stop - low < 8 or leads_to(clause, text[stop:high]))) or LABEL.match(
            clause
        ):
            continue
        near = [d for d in dates if start <= d.start < high and d.since is not None]
        undated = not near and (
            any(start <= d.start < high and is_day(text, d) for d in dates)
            or (lead and LATELY.search(text, start, high) is not None)
        )
        exact = [d for d in near if d.meaning in (Meaning.POINT, Meaning.RANGE) and d.since]
        first = FIRST.search(clause) is not None
        dated = any(
            d.since is not None and (d.since.month or first) and not lasting(d) for d in exact
        )
        # what is signed or given happens on the day that the sentences before tell
        signs = SIGNS.search(clause) is not None and (
            day is not None or ONCE.search(text, start, stop) is not None
        )
        course = ONCE.search(text, start, stop) is not None and COURSE.search(clause) is not None
        if not dated and not signs and not course and (not undated or (told and stop == high)):
            # of a sentence without a year, one happening is told: 送教,并上公开课
            continue
        if NO_ACT.search(clause) or HOME.search(clause) or SPOKEN.search(clause):
            continue
        for kind, pattern in ACTS:
            act = pattern.search(clause)
            if stop < high and kind is not EventKind.VISIT:
                continue
            opens = kind is EventKind.TRAINING and course
            if not (dated or undated or opens) and kind is not EventKind.CEREMONY:
                continue
            if act is None or (kind is EventKind.DISPATCH and not STAYS.search(sentence)):
                continue
            whole = clause
            if kind is EventKind.VISIT and stop == high:
                whole = text[low : with_purpose(text, low, high, end)]
            phrase = phrase_of(whole, dates, low) or phrase_of(clause, dates, low)
            phrase = phrase or phrase_of(clause[act.start() :], (), low)
            if phrase is None and not (dated or signs or opens):
                continue
            yield Told(kind, phrase, low, low + max(act.end(), 2))
            taken.append((low, high))
            told = True
            break
        else:
            journey = JOURNEY.match(text, low + _offset(clause), end)
            if journey is None or any(a <= journey.end() + 2 and low < b for a, b in taken):
                # 奔赴省城，举行签约仪式: the way to what has a name
                continue
            if stop == high and not STAYS.search(clause):
                told = True
                kind = EventKind.TRAINING if "送教" in journey[0] else EventKind.VISIT
                taken.append((low, journey.end()))
                whole = text[low : with_purpose(text, low, high, end)]
                name = phrase_of(whole, dates, low) or phrase_of(clause, dates, low)
                yield Told(kind, name, low, journey.end())


def _offset(clause: str) -> int:
    """Where the words for a journey begin in a clause, else its end."""
    found = WAY.search(clause)
    return found.start() if found else len(clause)
