"""One happening told several times on a page becomes one event, with the date that was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.dates import PartialDate
from ....ontology.records import Event, Mention, Stance
from ...later import later
from ..numbers.dates import DateSpan, Meaning
from ..page.clean import Clean
from .roles import participations
from .trips import same_trip

__all__ = [
    "on_the_one_day",
    "opening_of",
    "tell",
    "with_organisers",
    "with_years",
]

_QUOTES = later("[“”‘’「」『』]")
_BARE_HEAD = later("^(?:工程|项目|活动|学校)(?=....)")
_ROUND = later(r"第[一二三四五六七八九十\d]+[期届批轮次]")
_DAY = later(r"(?<!\d)(\d{1,2})月(\d{1,2})日")


def with_years(
    text: str, dates: Sequence[DateSpan], published: PartialDate | None = None
) -> tuple[DateSpan, ...]:
    """`dates`, a day without a year taking the year of the one dated period in which it lies.

    9月24日 on a page whose course ran 2024年9月23日至9月28日 is in 2024. Where periods of several
    years would fit, it stays open. A bare 18日 is a day of the period told of (10月17日至19日),
    or of the month in which the page was `published`.
    """
    dates = _with_months(text, dates, published)
    known = [
        d for d in dates
        if d.since is not None and d.since.day and d.meaning in (Meaning.POINT, Meaning.RANGE)
    ]  # fmt: skip
    found = []
    for date in dates:
        day = _DAY.fullmatch(text, date.start, date.end) if date.since is None else None
        if day is None or date.meaning is not Meaning.POINT:
            found.append(date)
            continue
        fitting = set()
        for other in known:
            try:
                when = PartialDate(other.since.year if other.since else 0, int(day[1]), int(day[2]))
            except ValueError:
                continue
            until = other.until or other.since
            if other.since and until and other.since.first <= when.first <= until.last:
                fitting.add(when)
        one = next(iter(fitting)) if len(fitting) == 1 else None
        found.append(replace(date, since=one, until=one) if one else date)
    return tuple(found)


_BARE = later(r"(?<![月\d])(\d{1,2})日")


def _with_months(
    text: str, dates: Sequence[DateSpan], published: PartialDate | None
) -> tuple[DateSpan, ...]:
    found: list[DateSpan] = []
    last: DateSpan | None = None
    for date in dates:
        bare = _BARE.fullmatch(text, date.start, date.end)
        if bare is None:
            whole = date.since is not None and date.since.day
            if whole and "日" in text[date.start : date.end]:
                last = date
            found.append(date)
            continue
        when = _day_of(int(bare[1]), last, published)
        found.append(replace(date, since=when, until=when) if when else date)
    return tuple(found)


def _day_of(day: int, last: DateSpan | None, published: PartialDate | None) -> PartialDate | None:
    """The day of the month that the last whole date, else the date of publication, is in."""
    try:
        if last is not None and last.since is not None and last.since.day:
            begins, ends = last.since, last.until or last.since
            when = PartialDate(begins.year, begins.month, day)
            if when.first < begins.first:
                when = PartialDate(ends.year, ends.month, day)
            close = begins.first <= when.first and (when.first - ends.last).days <= 20
            return when if close else None
        if published is not None and published.day and day <= published.day:
            return PartialDate(published.year, published.month, day)
    except ValueError:
        return None
    return None


def lasting(date: DateSpan) -> bool:
    """Whether a span of dates is a term of years (2021至2024学年), no day of a happening."""
    if date.since is None or date.until is None:
        return False
    return (date.until.last - date.since.first).days > 400


_OPENING = later(r"(?:开班|结业|开营|结营|开学|启动)(?:式|仪式|典礼)")


def opening_of(words: str, events: Sequence[Event[Mention]]) -> str | None:
    """What 开班式 is called: the name of the last course that was told of, and what opens it."""
    if _OPENING.fullmatch(words) is None:
        return None
    for event in reversed(events):
        if event.name is not None and event.name.endswith(("班", "培训", "研修", "研学营")):
            return event.name + words
    return None


def tell(event: Event[Mention], events: list[Event[Mention]], head: int = 0) -> None:
    """Add `event`, unless it was told before: then a date it brings fills in what was left open.

    The headline ends at `head`: the gathering that it names is the first of its sort with a day.
    """
    if same_trip(event, events):
        return
    for here, other in enumerate(events):
        if other.event_kind is not event.event_kind or not _one_day(event, other):
            continue
        in_headline = other.evidence[0].start < head and _of_headline(event, other)
        alike = (
            event.name
            and other.name
            and (
                _alike(event.name, other.name)
                or _one_rite(event, other)
                or _refers(event.name, other.name)
                or in_headline
            )
        )
        one, two = event.name or "", other.name or ""
        if (
            alike
            and not in_headline
            and _rounds(event) != _rounds(other)
            and one not in two
            and two not in one
        ):
            # 第二期…开班式 and the start of the whole project are two happenings
            alike = False
        if not alike and (event.since is None or event.since != other.since):
            continue
        if (
            alike
            and event.since
            and (other.since is None or (event.since.day and not other.since.day))
        ):
            events[here] = replace(
                other,
                since=event.since,
                until=event.until,
                venue=other.venue or event.venue,
                evidence=(*other.evidence, *event.evidence),
            )
        if alike and event.name and _one_rite(event, other) and event.name.endswith(_RITE_ENDS):
            # 捐赠图书三百册, and then 图书捐赠仪式: what it is called
            shown = (*events[here].evidence, *event.evidence)
            events[here] = replace(events[here], name=event.name, evidence=shown)
        return
    events.append(event)


def with_organisers(
    clean: Clean, event: Event[Mention], mentions: Sequence[Mention], span: tuple[int, int]
) -> Event[Mention]:
    """`event` with those whom the next sentence names: 此次活动由甲主办."""
    start, end = span
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    known = {(p.who.key, p.role) for p in event.participations}
    more = [p for p in participations(clean.text, inside, end) if (p.who.key, p.role) not in known]
    if not more:
        return event
    shown = clean.evidence(start, end, method="events/organised 1", stance=Stance.INFERRED)
    return replace(
        event,
        participations=(*event.participations, *more),
        evidence=(*event.evidence, shown),
    )


def on_the_one_day(
    clean: Clean,
    event: Event[Mention],
    dates: Sequence[DateSpan],
    published: PartialDate | None = None,
) -> Event[Mention]:
    """`event` with the one day of which the whole page tells, if it has no date of its own.

    A day long before the page was `published` is not the one that it reports on.
    """
    if event.since is not None:
        return event
    exact = [
        d
        for d in dates
        if d.since is not None and d.since.day and d.meaning in (Meaning.POINT, Meaning.RANGE)
    ]
    if len({(d.since, d.until) for d in exact}) != 1:
        return event
    day = exact[0].since
    if published and day and (published.last - day.first).days > _OLD:
        return event
    shown = clean.evidence(
        exact[0].start, exact[0].end, method="events/one-day 1", stance=Stance.INFERRED
    )
    return replace(
        event, since=exact[0].since, until=exact[0].until, evidence=(*event.evidence, shown)
    )


def _rounds(event: Event[Mention]) -> list[str]:
    return _ROUND.findall(event.name or "")


def _one_day(one: Event[Mention], other: Event[Mention]) -> bool:
    if one.since is None or other.since is None:
        return True
    end = one.until or one.since
    return other.since.first <= end.last and one.since.first <= (other.until or other.since).last


_SORT = later("座谈会|见面会|交流会|推进会|研讨会|联席会议?|仪式")
_OPENS = later("典礼|(?<=[班业营])式")


def _of_headline(event: Event[Mention], told: Event[Mention]) -> bool:
    """Whether the headline names a gathering of the same sort, and no day for it."""
    day, year = event.since, told.since
    if day is None or (year is not None and (year.month is not None or year.year != day.year)):
        return False
    sorts = [_SORT.findall(_OPENS.sub("仪式", name or ""))[-1:] for name in (event.name, told.name)]
    return bool(sorts[0]) and sorts[0] == sorts[1]


_RITE_ENDS = ("仪式", "典礼")
_RITES = (later("签"), later("捐|赠"), later("揭牌|授牌"), later("落成|竣工|剪彩|启用|揭幕"))


def _one_rite(one: Event[Mention], other: Event[Mention]) -> bool:
    """Whether one is the ceremony (捐赠仪式) and the other what is done at it (捐赠图书三百册).

    What is given twice on one day (公益捐书活动, 捐赠图书三百册) is given once.
    """
    names = (one.name or "", other.name or "")
    formal = [name.endswith(_RITE_ENDS) for name in names]
    once = one.since is not None and one.since.day is not None and one.since == other.since
    return (formal[0] != formal[1] or (once and not all(formal))) and any(
        all(r.search(n) for n in names) for r in _RITES
    )


#: 活动, 会议 alone may be any; 仪式, 座谈会 alone is the one that was told of
_SHORT_NAME = later(
    r"(\S{0,4}?)(仪式|典礼|座谈会|见面会|培训班|研修班)|(\S{1,4}?)(会议|活动|培训|研修)"
)


def _refers(one: str, other: str) -> bool:
    """Whether a bare name (签约仪式) only repeats a longer one (甲乙两地签约暨启动仪式)."""
    bare = _SHORT_NAME.fullmatch(one)
    if bare is None:
        return False
    return all(part in other for part in bare.groups() if part is not None)


def _alike(one: str, other: str) -> bool:
    """Whether two names share most of their pairs of characters, quotation marks left out.

    A long name that stands but for a word or so within a longer one is the same name.
    """
    one, other = (_BARE_HEAD.sub("", _QUOTES.sub("", name)) for name in (one, other))
    a = {one[i : i + 2] for i in range(len(one) - 1)}
    b = {other[i : i + 2] for i in range(len(other) - 1)}
    less, shared = min(len(a), len(b)), len(a & b)
    within = less >= _LONG and _WITHIN * shared >= (_WITHIN - 1) * less
    return one in other or other in one or 2 * shared >= len(a | b) or within


_OLD = 120  # days after which a page is no report of a day
_LONG, _WITHIN = 6, 6  # pairs of a name, of which all but one in so many stand in the other
