"""Numbers in a list of receivers: each belongs to one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....ontology.records import Assistance, Mention, Modality, Unit
from ...later import later
from ..page.sentences import clause_start
from .numbers import CountSpan

__all__ = ["in_a_list", "own_portions"]

_SENDING = frozenset({Modality.SECONDMENT, Modality.TRAINING, Modality.TEACHING})
_TO = later(
    r"(?:教师|老师|队员|学生|志愿者)?(?:到|赴|进驻|分赴|去了|前往|在|安排在|安排到|被安排到|分配到)"
)
_EACH_GIVEN = later("各(?:捐|赠|送|资助|配)")
#: 8名赴新疆和田地区|皮山县: the larger places before the one
_IN = later(r"新疆|西藏|青海|(?:[^，。；、\d省市州盟县区]{1,8}[省市州盟县区]+)+")
_LONG = 24  # characters in which they are named
_AND = later("[、和与及]")
_TAKES = later(r"(?:接收|安排|安排了|接纳|有)?")
_LATTER = later(r"(?P<which>前者|后者)(?:各|有|为|接收|安排)?$")
_NUMBER = r"\d[\d,]*(?:余|多)?(?:名|人|位)[\u4e00-\u9fff]{0,5}?"
_RESPECTIVELY = later(
    rf"(?:分别|依次)[^，。；、\d]{{0,16}}?(?P<list>{_NUMBER}(?:(?:、|和|，|及){_NUMBER})+)"
)


def in_a_list(text: str, count: CountSpan, sentence: tuple[int, int]) -> bool:
    """Whether the number is one of a list told in the order of its pairs: 分别32人、27人."""
    return _list_of(text, count, sentence) is not None


def _list_of(text: str, count: CountSpan, sentence: tuple[int, int]) -> tuple[int, int] | None:
    for found in _RESPECTIVELY.finditer(text, *sentence):
        if found.start("list") <= count.start < found.end("list"):
            return found.span("list")
    return None


def _in_order(
    text: str,
    count: CountSpan,
    assistance: Sequence[Assistance[Mention]],
    sentence: tuple[int, int],
) -> tuple[Assistance[Mention], ...]:
    """The one fact that stands in the pairs of its sentence where the number stands in its list."""
    start = sentence[0]
    first: dict[int, Assistance[Mention]] = {}
    for fact in sorted(assistance, key=lambda f: (f.recipient.start, f.modality not in _SENDING)):
        if start <= fact.recipient.start and fact.recipient.end <= count.start:
            first.setdefault(fact.recipient.start, fact)
    pairs = list(first.values())
    told = _LATTER.search(text, start, count.start)
    span = _list_of(text, count, sentence)
    if span is not None:
        numbers = list(re.finditer(_NUMBER, text[slice(*span)]))
        at = sum(1 for n in numbers if span[0] + n.start() < count.start)
        return (pairs[at],) if len(pairs) == len(numbers) and at < len(pairs) else ()
    if told is None or len(pairs) != 2:
        return ()
    return (pairs[told["which"] == "后者"],)


def _each_given(
    text: str, count: CountSpan, assistance: Sequence[Assistance[Mention]], start: int
) -> tuple[Assistance[Mention], ...]:
    """向甲校、乙校各捐赠10台: each of them is given as many."""
    low = clause_start(text, start, count.start)
    each = _EACH_GIVEN.search(text, low, count.start)
    if each is None:
        return ()
    given: dict[tuple[str, str], Assistance[Mention]] = {}
    for fact in assistance:
        here = low <= fact.recipient.start and fact.recipient.end <= each.start()
        if here and fact.modality is Modality.FUNDING:
            given.setdefault((fact.helper.key, fact.recipient.key), fact)
    taking = {recipient for _, recipient in given}
    return tuple(fact for (helper, _), fact in given.items() if helper not in taking)


def own_portions(
    text: str,
    count: CountSpan,
    assistance: Sequence[Assistance[Mention]],
    sentence: tuple[int, int],
) -> tuple[Assistance[Mention], ...]:
    """The facts with a number of their own in a list: 8人到甲校,5人到乙校,丙校和丁校各2人."""
    start, end = sentence
    if count.unit not in (Unit.PERSON, Unit.PERSON_TIME):
        return _each_given(text, count, assistance, start)
    if _LATTER.search(text, start, count.start) or in_a_list(text, count, sentence):
        return _in_order(text, count, assistance, sentence)
    here = [
        f
        for f in assistance
        if f.modality in _SENDING and start <= f.recipient.start and f.recipient.end <= end
    ]
    to = _TO.match(text, count.end, end)
    if to is not None:
        own = [
            f
            for f in here
            if 0 <= f.recipient.start - to.end() <= 1
            or (
                f.recipient.start <= to.end() + _LONG
                and _IN.fullmatch(text, to.end(), max(to.end(), f.recipient.start))
            )
        ]
        starts = {f.recipient.start for f in here}
        if len({f.helper.key for f in own}) > 1:
            # 30人进驻乙,由甲、丙、丁联合组队: how many are whose, nothing says
            return ()
        # 18名教师到甲和乙: one number for both
        return tuple(
            f
            for f in own
            if not (_AND.match(text, f.recipient.end) and f.recipient.end + 1 in starts)
        )
    low = clause_start(text, start, count.start)
    before = text[low : count.start]
    if before.endswith(("各", "各派", "各选派", "各派出")):
        sending = before.endswith(("派", "派出"))
        sides = [(f, f.helper if sending else f.recipient) for f in here]
        return tuple(f for f, side in sides if low <= side.start and side.end <= count.start)
    taking = tuple(f for f in here if _TAKES.fullmatch(text, f.recipient.end, count.start))
    # 乙县42名教师赴甲市跟岗: with several helpers in the sentence, nobody's for sure
    return taking if len({f.helper.key for f in taking}) == 1 else ()
