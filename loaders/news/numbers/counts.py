"""Numbers that say something about a fact: how many were sent, trained, came, or gave.

New and cumulative numbers, people and 人次, stay apart. A number that belongs to several facts
together is an observation about the helper, never divided among them and never repeated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....ontology.dates import PartialDate
from ....ontology.records import (
    Assistance,
    Event,
    Kind,
    Mention,
    Modality,
    Observation,
    Unit,
)
from ...later import later
from ..page.clean import Clean
from ..page.sentences import clause_start, sentence_spans
from .ceremonies import given_at
from .courses import course_of
from .dates import DateSpan, Meaning, find_dates
from .givers import goes_elsewhere, of_the_giver
from .goods import GOODS, find_goods
from .measures import SEND, TRAIN, About, measure_of
from .numbers import CountSpan, find_counts
from .passing import is_part, outside_names, says_nothing
from .portions import in_a_list, own_portions
from .repeats import same_sum, told_once

__all__ = ["find_observations"]

_ATTEND = later(r"参加|参会|与会|出席|参训|参与|到场|观摩|聆听")
_HANDS = later("捐|赠|送[去来上给]|带来|带去|发放|配送|配备|资助|援助")
_GIVE = later(r"捐|投入|资助|援助|出资|资金|筹|安排|援建|款")
_UNITS_OF = {
    Modality.FUNDING: frozenset({Unit.CNY, Unit.PERSON}),
    Modality.PAIRING: frozenset({Unit.SCHOOL, Unit.PERSON, Unit.PERSON_TIME}),
}
_PAID_BY = frozenset({Modality.FUNDING, Modality.PAIRING, Modality.MANAGEMENT, Modality.OTHER})
_PEOPLE = frozenset({Unit.PERSON, Unit.PERSON_TIME, Unit.CLASS_HOUR})
_LED = later("组织|带领|率|带着|一行|欢送|欢迎|迎接|面向|为|对|与|同|组成|向|全[县市区镇乡校州]")
_PAID_FOR = later("资助|救助|惠及")
_NEXT = 3  # characters behind a happening's passage in which its number may follow
_REACH = 24  # characters after a passage in which its number may still follow
_SCHOOL_SENDS = 20  # more people than one school sends
_GATHERING = later("(?:参加|出席|参与)[^，。；]{0,6}(?:仪式|典礼|[班业营]式|会|活动|培训)")
_NEAR, _FAR = 120, 400  # characters back to a happening, and to one that is called by its sort
_END = later("[。；]")


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    counts: tuple[CountSpan, ...]
    dates: tuple[DateSpan, ...]


def find_observations(
    clean: Clean,
    mentions: Sequence[Mention],
    assistance: Sequence[Assistance[Mention]],
    events: Sequence[Event[Mention]],
    published: PartialDate | None = None,
) -> tuple[Observation[Mention], ...]:
    """The numbers of `clean` that belong to `assistance`, to `events` or to one of `mentions`.

    `published` anchors relative dates. A number that nothing claims is left out.
    """
    text = clean.text
    counts = outside_names(mentions, (*find_counts(text), *find_goods(text)))
    dates = find_dates(text, published)
    found: list[Observation[Mention]] = []
    for start, end in sentence_spans(text):
        sentence = _Sentence(
            start,
            end,
            tuple(c for c in counts if start <= c.start and c.end <= end),
            tuple(d for d in dates if start <= d.start and d.end <= end),
        )
        here: list[Observation[Mention]] = []
        for count in sentence.counts:
            if says_nothing(text, count, (start, end)):
                continue
            own = own_portions(text, count, assistance, (start, end))
            if own:
                here.extend(_observation(clean, count, fact, sentence) for fact in own)
                continue
            if in_a_list(text, count, (start, end)):
                # one of 分别32人、27人 whose pairs are not all known belongs to nobody for sure
                continue
            about = (
                course_of(text, count, events, start, end)
                or _assistance(text, count, mentions, assistance, sentence)
                or _event(text, count, events, sentence)
                or _sender(text, count, mentions, assistance, sentence)
                or _training(text, count, assistance, sentence)
                or given_at(text, count, events, start, end)
            )
            if about is None:
                continue
            one = _observation(clean, count, about, sentence)
            if not (is_part(text, count, (start, end)) and same_sum(one, here)):
                here.append(one)
        found += here
    return tuple(told_once(found))


def _assistance(
    text: str,
    count: CountSpan,
    mentions: Sequence[Mention],
    assistance: Sequence[Assistance[Mention]],
    sentence: _Sentence,
) -> About | None:
    """The one fact whose passage holds the number; the helper if several facts share it."""
    near: list[Assistance[Mention]] = []
    for fact in assistance:
        start, end = fact.evidence[0].start, fact.evidence[0].end
        if not (sentence.start <= start and start - 12 <= count.start):
            continue
        stop = _END.search(text, end, min(sentence.end, end + _REACH))
        reach = stop.start() if stop else min(sentence.end, end + _REACH)
        if (
            count.end <= reach
            and _fits(text, count, fact.modality, start, reach)
            and not _in_group(count, fact)
            and not _is_whole(text, count, fact)
            and not goes_elsewhere(text, count, fact)
        ):
            near.append(fact)
    if count.unit not in (Unit.PERSON, Unit.PERSON_TIME, Unit.SCHOOL):
        near = of_the_giver(text, count, near, mentions, sentence.start)
    if not near:
        return None
    own = [f for f in near if 0 <= count.start - f.recipient.end <= 2]
    if own:
        return own[0]
    ends = {(f.helper.key, f.recipient.key) for f in near}
    if count.unit is Unit.CNY and len(ends) == 1 and not any(f.modality in _PAID_BY for f in near):
        # 培训教师600名，投入资金1.3亿元: the money is the helper's, and no number of the training
        return near[0].helper
    if len(ends) == 1:
        # the same two ends in several ways: the way that the words around the number name
        return min(near, key=lambda f: (not _names(text, count, f.modality), f.evidence[0].start))
    helpers = {f.helper.key for f in near}
    return near[0].helper if len(helpers) == 1 else None


def _in_group(count: CountSpan, fact: Assistance[Mention]) -> bool:
    """Whether the number is the size of a side (黄南州5所学校), which the fact already holds."""
    sides = (fact.helper, fact.recipient)
    return any(s.kind is Kind.GROUP and s.start <= count.start < s.end for s in sides)


def _is_whole(text: str, count: CountSpan, fact: Assistance[Mention]) -> bool:
    """Whether the number counts a whole of which the fact is one part: 共6名，其中甲校…到乙校."""
    first = min(fact.helper.start, fact.recipient.start)
    return "其中" in text[count.end : max(count.end, first)]


def _fits(text: str, count: CountSpan, modality: Modality, start: int, end: int) -> bool:
    if count.unit in GOODS:
        return modality is Modality.FUNDING and _HANDS.search(text, start, end) is not None
    if count.unit not in _UNITS_OF.get(modality, _PEOPLE | {Unit.CNY}):
        return False
    words = text[start:end]
    if count.unit is Unit.CNY:
        return _GIVE.search(words) is not None
    if count.unit is Unit.SCHOOL:
        return "结对" in words
    return (SEND.search(words) or TRAIN.search(words) or _GIVE.search(words)) is not None or (
        modality is Modality.TEACHING
    )


def _names(text: str, count: CountSpan, modality: Modality) -> bool:
    words = text[max(0, count.start - 14) : count.end + 10]
    pattern = {Modality.SECONDMENT: SEND, Modality.TRAINING: TRAIN, Modality.FUNDING: _GIVE}
    return modality in pattern and pattern[modality].search(words) is not None


def _event(
    text: str, count: CountSpan, events: Sequence[Event[Mention]], sentence: _Sentence
) -> About | None:
    """The happening told in the same sentence, or just before one that counts who came."""
    if count.unit not in (Unit.PERSON, Unit.PERSON_TIME):
        return None
    here = [e for e in events if sentence.start <= e.evidence[0].start < sentence.end]
    came = _ATTEND.search(
        text, max(sentence.start, count.start - 30), min(sentence.end, count.end + 16)
    )
    low, _ = _clause(text, count, sentence)
    if _PAID_FOR.search(text, low, count.start) and not _ATTEND.search(
        text, count.end, min(sentence.end, count.end + 16)
    ):
        came = None  # 大家参与活动，资助学生2377人
    if here:
        told = here[-1].evidence[0]
        inside = told.start - 1 <= count.start < told.end + _NEXT
        return here[-1] if came or inside or _LED.search(text, low, count.start) else None
    if came:
        far = _FAR if _GATHERING.search(text, count.end, sentence.end) else _NEAR
        before = [e for e in events if 0 <= sentence.start - e.evidence[0].end <= far]
        return before[-1] if before else None
    return None


def _sender(
    text: str,
    count: CountSpan,
    mentions: Sequence[Mention],
    assistance: Sequence[Assistance[Mention]],
    sentence: _Sentence,
) -> About | None:
    """新区共选派294名: no recipient is named, so the number is about the one fact of its helper."""
    if count.unit not in (Unit.PERSON, Unit.PERSON_TIME):
        return None
    words = text[max(sentence.start, count.start - 24) : count.start]
    if re.search(r"选派|派出|派来|援派|输送", words) is None:
        return None
    before = [
        m
        for m in mentions
        if sentence.start <= m.start
        and m.end <= count.start
        and m.kind in (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION)
    ]
    helpers = {f.helper.key: f.helper for f in assistance}
    if not before and len(helpers) != 1:
        return None
    helper = before[-1] if before else next(iter(helpers.values()))
    facts = [
        f for f in assistance if f.helper.key == helper.key and not goes_elsewhere(text, count, f)
    ]
    many = (count.size or 0) > _SCHOOL_SENDS and not helper.name.endswith(("大学", "学院"))
    if not before and helper.kind is Kind.SCHOOL and many:
        return None
    ends = {f.recipient.key for f in facts}
    if len(ends) == 1:
        return min(facts, key=lambda f: not _names(text, count, f.modality))
    return helper if facts else None


def _training(
    text: str, count: CountSpan, assistance: Sequence[Assistance[Mention]], sentence: _Sentence
) -> About | None:
    """在线受培训教师已达上千人次: about the one training that the article tells of."""
    if count.unit not in (Unit.PERSON, Unit.PERSON_TIME):
        return None
    if not TRAIN.search(text, max(sentence.start, count.start - 14), count.start):
        return None
    told = [
        f
        for f in assistance
        if f.modality is Modality.TRAINING and not goes_elsewhere(text, count, f)
    ]
    pairs = {(f.helper.key, f.recipient.key) for f in told}
    return told[0] if len(pairs) == 1 else None


def _observation(
    clean: Clean, count: CountSpan, about: About, sentence: _Sentence
) -> Observation[Mention]:
    low, high = _clause(clean.text, count, sentence)
    as_of = next(
        (d.until for d in sentence.dates if d.meaning is Meaning.AS_OF and d.end <= count.end), None
    )
    return Observation(
        about=about,
        unit=count.unit,
        measure=measure_of(clean.text, count, about, (sentence.start, sentence.end), as_of),
        evidence=(clean.evidence(low, high, method="counts/number 1", confidence=0.85),),
        value=count.value,
        minimum=count.minimum,
        maximum=count.maximum,
        as_of=as_of,
        goods=count.noun if count.unit in GOODS else None,
    )


def _clause(text: str, count: CountSpan, sentence: _Sentence) -> tuple[int, int]:
    low = clause_start(text, sentence.start, count.start)
    marks = [text.find(s, count.end, sentence.end) for s in "，；。"]
    high = min([m for m in marks if m >= 0] or [sentence.end])
    return low, high
