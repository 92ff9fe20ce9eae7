"""From when to when a fact holds, by the dates that stand beside it, and where those stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....ontology.dates import PartialDate
from ....ontology.records import Modality, Status
from ...later import later
from ..numbers.dates import DateSpan, Meaning
from ..page.sentences import sentence_around
from .claims import Claim

__all__ = ["Holding", "Term", "dates_of", "find_terms", "held", "term_of"]


@dataclass(frozen=True, slots=True)
class Holding:
    """Since when and until when a claim holds; `spans` are the places of the text that say so."""

    since: PartialDate | None = None
    until: PartialDate | None = None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term that the page states once for several facts: 支教期为2024年9月至2025年7月."""

    date: DateSpan
    modality: Modality | None
    start: int
    end: int


#: Kinds of help that last: a single date beside them is their beginning.
_LASTING = frozenset({Modality.PAIRING, Modality.SECONDMENT, Modality.MANAGEMENT})
_ENDING = later(r"[^，。]{0,6}(?:期满|到期|终止|届满|结束|撤并|返回)")
_BEGINNING = later(r"[^，。]{0,8}(?:结对|结缘|签|结为|结成|建立|确立|启动|开始|落地|落户)")
_SIGNED = later(r"签订|签署|签约|签下|签了|结为|结成|缔结|建立")
_SENT = later(r"选派|派出|派来|派往|派驻|抵达|到|赴|进驻|来")
_VISIT = later(r"一行|带队|率队|考察|调研|看望|慰问|走访|对接")
#: The day of a journey to the other side is not the day on which the help began.
_JOURNEY = later(r"一行|考察|调研|看望|慰问|走访")
_FOUNDED = later(
    r"[^，。；]{0,4}(?:成立|建校|创办|创建|办学|组建|开园|揭牌成立)(?:以来|至今|之后|后|起)"
)
_CEREMONY = later(
    r"(?:举行|召开|举办|出席|参加)[^，。；]{0,40}(?:仪式|典礼|座谈会|会议|推进会|欢送会)"
)
_AGREED = later(r"签|结对|结为|结成|缔结|建立|揭牌|启动|协议")
#: Rules that read 甲与对口帮扶的乙: the help is spoken of, not told.
_ATTRIBUTIVE = frozenset({"with-helped", "partner", "object-of", "partner-open"})
_RENEWED = later(r"续签|续约|再度|再次")
_TO_COME = later(r"[^，。；]{0,4}(?:将|拟|计划)")
_ONE_DAY = later(r"每年|每月|每周|每学期|累计|常态|长期|先后")
_FAR, _NEAR, _AFTER = 120, 40, 16  # characters around a passage in which a date still belongs to it
_TERM = later(
    r"(?P<w>支教期限?|服务期限?|任期|援藏期限?|托管期限?|托管周期|帮扶期限?|支援期限|结对期限?|协议期|有效期|协议|期限)"
    r"[^，。；\d]{0,6}?$"
)
_TERM_AFTER = later(r"[^。；]{0,40}?(?:支教|任教|志愿服务|挂职)")
_TERM_KINDS = (
    (later(r"支教|服务|任期|援"), Modality.SECONDMENT),
    (later(r"托管"), Modality.MANAGEMENT),
)


def dates_of(
    text: str, claim: Claim, dates: Sequence[DateSpan]
) -> tuple[PartialDate | None, PartialDate | None]:
    """Since when and until when `claim` holds, as far as its own sentence says."""
    holding = held(text, claim, dates)
    return holding.since, holding.until


def held(text: str, claim: Claim, dates: Sequence[DateSpan]) -> Holding:
    """How long `claim` holds by its own sentence, and where the dates for it stand.

    A date is its beginning if it says so (自, 起, 以来), if it stands beside words of beginning, or
    if it stands in or before a passage on a lasting kind of help. The day of a gift is both.
    """
    low, high = sentence_around(text, claim.start, claim.end)
    reach = claim.end + _AFTER
    if claim.rule == "table":
        # 起始时间 is a column of its own, often a line of its own
        high = max(high, min(len(text), reach))
    since: PartialDate | None = None
    until: PartialDate | None = None
    spans: list[tuple[int, int]] = []
    for date in dates:
        if date.start < low or date.end > high or date.start > reach:
            continue
        if not _beside(text, claim, date) or (
            claim.status is Status.ACTIVE and _TO_COME.match(text, date.end)
        ):
            continue
        before = (since, until)
        if _FOUNDED.match(text, date.end):
            # 自2001年成立以来: since when it exists, not since when it helps
            continue
        if claim.rule in _ATTRIBUTIVE and date.meaning not in (Meaning.SINCE, Meaning.UNTIL):
            continue
        if date.meaning is Meaning.SINCE:
            since = since or date.since
        elif date.meaning is Meaning.UNTIL:
            until = until or date.until
        elif date.meaning is Meaning.RANGE:
            if since is None and until is None:
                since = date.since if _is_long(date) or _starts(text, claim, date, high) else None
                until = date.until if _is_long(date) else None
        elif date.meaning is Meaning.POINT and date.since is not None:
            if claim.status is Status.ENDED and _ENDING.match(text, date.end):
                until = date.until
            elif since is None and _starts(text, claim, date, high):
                since = date.since
                if claim.modality is Modality.FUNDING:
                    until = until or date.until
        if (since, until) != before:
            spans.append((date.start, date.end))
    if since is not None and until is not None and since.first > until.last:
        return Holding()
    return Holding(since, until, tuple(spans))


def find_terms(text: str, dates: Sequence[DateSpan]) -> tuple[Term, ...]:
    """The terms of office, service or agreement that `text` states apart from the facts."""
    terms = []
    for date in dates:
        whole = date.meaning is Meaning.RANGE and _is_long(date)
        if not whole and (date.meaning is not Meaning.SINCE or date.since is None):
            continue
        named = _TERM.search(text, max(0, date.start - 16), date.start)
        after = _TERM_AFTER.match(text, date.end) if date.meaning is Meaning.RANGE else None
        if named is None and after is None:
            continue
        words = named["w"] if named else "支教"
        kind = next((kind for pattern, kind in _TERM_KINDS if pattern.search(words)), None)
        start = named.start() if named else date.start
        terms.append(Term(date, kind, start, max(date.end, after.end() if after else 0)))
    return tuple(terms)


def term_of(text: str, claims: Sequence[Claim], terms: Sequence[Term]) -> Term | None:
    """The term that holds for `claims` though it stands in another sentence, if there is one.

    It must be a term of that kind of help, and in the same paragraph, over a table, or the term
    of the whole agreement.
    """
    for claim in claims:
        if claim.modality not in _LASTING and claim.modality is not Modality.TRAINING:
            continue
        if claim.status is Status.ENDED or claim.status is Status.PLANNED:
            continue
        for term in terms:
            if term.modality not in (None, claim.modality):
                continue
            low, high = sorted((term.start, claim.start))
            same = "\n" not in text[low:high]
            table = claim.rule == "table" and term.start < claim.start
            whole = "本协议" in text[max(0, term.start - 4) : term.end] and len(terms) == 1
            if same or table or whole:
                return term
    return None


def _beside(text: str, claim: Claim, date: DateSpan) -> bool:
    """Whether nothing stands between date and passage that gives the date to something else."""
    if date.end > claim.start:
        return True
    between = text[date.end : claim.start]
    far = _FAR if date.meaning in (Meaning.SINCE, Meaning.RANGE) else 2 * _NEAR
    return len(between) <= far and "；" not in between and ";" not in between


def _is_long(date: DateSpan) -> bool:
    """Whether a range is a term of office and not the days of an event."""
    if date.since is None or date.until is None:
        return False
    return (date.until.last - date.since.first).days > 60


def _starts(text: str, claim: Claim, date: DateSpan, high: int) -> bool:
    if claim.rule == "table":
        return date.start >= claim.start and not text[claim.end : date.start].strip("|｜\t\n 　/")
    passage = text[claim.start : claim.end]
    if claim.modality in _LASTING and date.end <= claim.end:
        told = text[date.end : min(high, claim.end + _AFTER)]
        if _CEREMONY.search(told) and not _AGREED.search(told):
            # the day of a ceremony (举行帮扶队出征仪式) is not the day on which the help began
            return False
        if _JOURNEY.search(text, date.end, claim.end) and not _AGREED.search(told):
            return False
    if _RENEWED.search(text, claim.start, min(high, claim.end + 8)):
        return False
    if "以来" in text[claim.end : min(high, claim.end + 12)] and date.end <= claim.start + 8:
        return True
    inside = claim.start <= date.start and date.end <= claim.end
    between = text[date.end : claim.start] if date.end <= claim.start else ""
    if _BEGINNING.match(text, date.end) and (inside or len(between) <= 24):
        return True
    if claim.modality not in _LASTING:
        exact = date.since is not None and date.since.month is not None
        return (
            (inside or (date.end <= claim.start and len(between) <= _NEAR))
            and exact
            and not _ONE_DAY.search(passage)
            and not _ONE_DAY.search(between)
        )
    if inside or (date.end <= claim.start and len(between) <= 4):
        return True
    if date.end > claim.start or _VISIT.search(between):
        return False
    if claim.modality is Modality.SECONDMENT:
        return len(between) <= _NEAR and _SENT.search(passage) is not None
    return _SIGNED.search(passage) is not None
