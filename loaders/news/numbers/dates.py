"""Dates in a text, as precise as the text and no more.

A year is never invented: a month without one takes the year of an earlier full date of the text,
else of the publication date if the month is not later than it; else the span has no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache

from ....ontology.dates import PartialDate
from ...later import later
from .numbers import chinese_number

__all__ = ["DateSpan", "Meaning", "Ordinal", "find_dates", "find_ordinals"]


class Meaning(StrEnum):
    """What a date in a text is the date of."""

    POINT = "point"
    RANGE = "range"
    SINCE = "since"
    UNTIL = "until"
    AS_OF = "asOf"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """``text[start:end]`` says when: `since` and `until` are None where it does not say."""

    start: int
    end: int
    since: PartialDate | None
    until: PartialDate | None
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Ordinal:
    """第三批, 首期: ``text[start:end]``, counted from 1; `noun` is 批, 期, 届 or 轮."""

    start: int
    end: int
    number: int
    noun: str


_Y = r"(?:(?:19|20)\d{2}|[一二][九〇零○]?[〇零○一二三四五六七八九]{2,3})"
_N = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
#: 2日、3日: two days in a list are from the one to the other where the second is the day after
_TO = r"\s*(?:-|—+|–|－|~|～|至|到|(?<=日)、(?=\d{1,2}日))\s*"
#: 4至6日: the first of two days without the word
_ONE = (
    rf"(?:(?P<y>{_Y})\s*年(?:的)?|(?P<ry>今年|去年|前年|本年|当年|明年))?"
    rf"(?:\s*(?P<m>{_N}|元)\s*月(?:份)?|(?P<rm>本月|上月|上个月|当月))?"
    rf"(?:\s*(?P<d>{_N})(?:\s*[日号]|(?=(?:[-—–－~～至到]|——)\d{{1,2}}[日号]))|(?P<x>[上中下]旬|初|底|末))?"
)


def _renamed(tag: str) -> str:
    return re.sub(r"\?P<(\w+)>", rf"?P<\g<1>{tag}>", _ONE)


_SCHOOL = later(
    rf"(?P<a>{_Y})\s*(?:年)?\s*(?:-|—+|–|－|~|～|至)\s*(?P<b>{_Y}|\d{{2}})\s*学年(?:度)?"
    r"(?P<t>第?[一二上下]学期)?"
)
_YEARS = later(rf"(?P<a>{_Y})\s*(?:年)?\s*(?:-|—+|–|－|~|～|至|到)\s*(?P<b>{_Y})\s*年(?!\s*\d)")
_TERM = later(rf"(?P<a>{_Y})\s*年(?P<t>春|秋)季(?:学期)?")
_MAIN = later(
    rf"(?P<pre>截至|截止到?|自从|自|从|至今|直到|到|至)?(?P<one>{_renamed('1')})"
    rf"(?:(?P<to>{_TO})(?P<two>{_renamed('2')}))?"
    r"(?P<post>以来|以后|年?起|开始|至今|底前|前)?"
)
_ISO = later(r"(?<!\d)((?:19|20)\d{2})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?!\d)")
_TODAY = later(r"今天|今日|昨天|昨日|日前|近日|当日|当天|同日")
_VAGUE = later(
    r"近年来|近几年|连续多年|多年来|[近这]?[一二两三四五六七八九十\d]+年(?:多)?来|长期以来"
)
_START = later(
    r"(?:19|20)\d{2}|[一二][九〇零○]?[〇零○一二三四五六七八九]{2,3}\s*年|今年|去年|前年|本年|当年|明年|"
    r"本月|上月|上个月|当月|\d{1,2}\s*[月日号]|[一二三]?十?[一二三四五六七八九十]月|元月|[今昨][天日]|日前|近日|"
    r"[当同][日天]"
)
_THIS_YEAR = later("今年|去年|前年|明年|本年")
_ORDINAL = later(r"(?:第\s*(?P<n>\d{1,3}|[一二三四五六七八九十百]+)|(?P<f>首))\s*(?P<u>[批期届轮])")


@lru_cache(maxsize=4)  # help, events and counts of one page all ask
def find_dates(text: str, published: PartialDate | None = None) -> tuple[DateSpan, ...]:
    """Every date in `text`, in order.

    One without a year has a date only where an earlier one, or `published`, gives the year.
    """
    spans: list[DateSpan] = []
    last: PartialDate | None = None
    position = 0
    while found := _START.search(text, position):
        at = found.start()
        span = _at(text, at, last, published)
        if span is None:
            position = at + 1
            continue
        spans.append(span)
        if not _opens(span):
            last = span.since or span.until or (None if _loses_year(text, span) else last)
        position = max(span.end, at + 1)
    spans += [
        DateSpan(v.start(), v.end(), None, None, Meaning.VAGUE)
        for v in _VAGUE.finditer(text)
        if not any(s.start < v.end() and v.start() < s.end for s in spans)
    ]
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _opens(span: DateSpan) -> bool:
    """Whether it is the bare year since when something lasts: later days need not lie in it."""
    return span.meaning is Meaning.SINCE and span.since is not None and span.since.month is None


def signed_on(text: str) -> PartialDate | None:
    """The date that the last line of `text` is, however written: 二〇三一年三月五日."""
    line = text.rstrip().rpartition("\n")[2].strip()
    whole = [span for span in find_dates(line) if span.end - span.start == len(line)]
    return whole[0].since if whole and whole[0].meaning is Meaning.POINT else None


def _loses_year(text: str, span: DateSpan) -> bool:
    """Whether a date leads into a year that is not known: 今年一月 on a page without a date."""
    return _THIS_YEAR.match(text, span.start, span.end) is not None


def find_ordinals(text: str) -> tuple[Ordinal, ...]:
    """第N批/期/届/轮 and 首批 … in order of place."""
    spans = []
    for found in _ORDINAL.finditer(text):
        written = found["n"]
        number = 1 if written is None else _int(written)
        if number:
            spans.append(Ordinal(found.start(), found.end(), number, found["u"]))
    return tuple(spans)


def _at(
    text: str, at: int, last: PartialDate | None, published: PartialDate | None
) -> DateSpan | None:
    if year := _SCHOOL.match(text, at):
        return _school_year(year)
    if (
        (years := _YEARS.match(text, at))
        and (first_year := _year(years["a"]))
        and (last_year := _year(years["b"]))
    ):
        first, final = PartialDate(first_year), PartialDate(last_year)
        return DateSpan(at, years.end(), first, final, Meaning.RANGE)
    if (term := _TERM.match(text, at)) and (number := _year(term["a"])):
        spring = term["t"] == "春"
        first = PartialDate(number, 2 if spring else 9)
        final = PartialDate(number, 7) if spring else PartialDate(number + 1, 1)
        return DateSpan(at, term.end(), first, final, Meaning.RANGE)
    if iso := _ISO.match(text, at):
        date = _make(int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None)
        return DateSpan(at, iso.end(), date, date, Meaning.POINT) if date else None
    if today := _TODAY.match(text, at):
        anchor = published if today[0] in ("今天", "今日") else None
        if today[0] in ("昨天", "昨日") and published is not None and published.day:
            day = published.first - timedelta(days=1)
            anchor = PartialDate(day.year, day.month, day.day)
        if today[0] in ("当日", "当天", "同日"):
            anchor = last if last is not None and last.day else None
        meaning = Meaning.POINT if anchor else Meaning.VAGUE
        return DateSpan(at, today.end(), anchor, anchor, meaning)
    start = at
    for pre in ("自从", "截至", "截止到", "截止", "自", "从", "至", "到"):
        if text.endswith(pre, 0, at):
            start = at - len(pre)
            break
    found = _MAIN.match(text, start)
    if found is None or not found["one"]:
        return None
    if not any(found[name] for name in ("y1", "ry1", "m1", "rm1", "d1")):
        return None
    if found["x1"] and not (found["m1"] or found["rm1"] or found["y1"] or found["ry1"]):
        return None
    return _span(found, last, published)


def _span(
    found: re.Match[str], last: PartialDate | None, published: PartialDate | None
) -> DateSpan:
    first = _date(found, "1", last, published)
    pre, post = found["pre"] or "", found["post"] or ""
    start, end = found.start(), found.end()
    second_given = found["two"] and any(found[n] for n in ("y2", "ry2", "m2", "rm2", "d2"))
    listed = (found["to"] or "").strip() == "、"
    if listed and _int(found["d2"]) != (_int(found["d1"]) or 0) + 1:
        # 5日、20日分别: two days, of which the other is found for itself
        second_given, end = False, found.end("one")
    if second_given:
        second = _date(found, "2", first or last, published)
        return DateSpan(start, end, first, second, Meaning.RANGE)
    if found["to"] and not found["two"]:
        end = found.end("one")
        post = "至今" if found.string.startswith("至今", found.end("one")) else ""
        end += len(post)
    if pre.startswith("截"):
        return DateSpan(start, end, None, first, Meaning.AS_OF)
    if pre in ("自", "从", "自从") or post in ("以来", "以后", "起", "年起", "开始", "至今"):
        return DateSpan(start, end, first, None, Meaning.SINCE)
    if pre in ("至", "到", "直到") or post in ("前", "底前"):
        return DateSpan(start, end, None, first, Meaning.UNTIL)
    return DateSpan(start, end, first, first, Meaning.POINT)


def _date(
    found: re.Match[str], tag: str, last: PartialDate | None, published: PartialDate | None
) -> PartialDate | None:
    year = _year(found["y" + tag]) if found["y" + tag] else None
    relative = found["ry" + tag]
    if relative and relative != "当年" and published:
        year = published.year + {"去年": -1, "前年": -2, "明年": 1}.get(relative, 0)
    elif relative == "当年" and last:
        year = last.year
    month = _int(found["m" + tag]) if found["m" + tag] else None
    if found["rm" + tag]:
        anchor = last if found["rm" + tag] == "当月" else published
        if anchor is None or anchor.month is None:
            return None
        back = 1 if found["rm" + tag].startswith("上") else 0
        year, month = (anchor.year, anchor.month - back)
        if month == 0:
            year, month = year - 1, 12
    day = _int(found["d" + tag]) if found["d" + tag] else None
    if relative and year is None:
        return None
    if month is None and day is not None:
        if year is not None or last is None or last.month is None:
            return None
        year, month = last.year, last.month
    if year is None and month is not None:
        year = _carried(month, last, published)
    return None if year is None else _make(year, month, day)


def _carried(month: int, last: PartialDate | None, published: PartialDate | None) -> int | None:
    """The year of a month that stands without one."""
    if published is not None:
        if published.month is None or month <= published.month:
            return published.year if last is None or last.year <= published.year else last.year
        return last.year if last is not None and last.year < published.year else None
    return None if last is None else last.year


def _school_year(found: re.Match[str]) -> DateSpan | None:
    first = _year(found["a"])
    if first is None:
        return None
    since, until = PartialDate(first, 9), PartialDate(first + 1, 8)
    if term := found["t"]:
        if "一" in term or "上" in term:
            until = PartialDate(first + 1, 1)
        else:
            since, until = PartialDate(first + 1, 2), PartialDate(first + 1, 7)
    return DateSpan(found.start(), found.end(), since, until, Meaning.RANGE)


def _year(text: str) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() else chinese_number(text)
    return number if number is not None and 1900 <= number <= 2100 else None


def _int(text: str) -> int | None:
    if text == "元":
        return 1
    return int(text) if text.isascii() and text.isdigit() else chinese_number(text)


def _make(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    if year is None:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
