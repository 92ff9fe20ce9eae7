"""The happening of a page that names none: what its first sentences tell of a day near the news.

A report of a gift or a visit often has no word for the occasion (9月14日，学生认出了工程车。车上
卸下的，是课桌椅). Where help was read and no happening, the first day close to the publication on
which somebody comes, gives or teaches is taken for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.dates import PartialDate
from ....ontology.records import EventKind
from ...later import later
from ..numbers.dates import DateSpan, Meaning
from .acts import HOME, NO_ACT, NOTICE, SPOKEN, STAYS
from .eventnames import phrase_of
from .told import Told

__all__ = ["main_happening"]

_FIRST = 12
"""Sentences in which a report says what happened."""
_LATE = 45  # days between a happening and the news of it
_FAR = 40  # characters of a sentence before its day
_NEXT = 120  # characters behind the day in which the act is told
_ACT = later(
    "(?P<gift>捐[赠款资书出献建]|赠送|转赠|送[去来到上给]|发放|发到|领到|收到|拿到|交付|启用|落成|竣工|奠基|揭[牌匾幕]|挂牌"
    "|剪彩|颁发|颁给|交接|通水|通电|通上|用上|喝上|洗上|卸下|卸[货车]|搬下|抬下|复课|签[约订署])"
    "|(?P<teach>送教|送课|送培|上课|讲台|公开课|示范课|讲座|培训班|教研活动|[一这]堂课|同课异构|[一几]节课)"
    "|(?P<come>来到|走进|迎来|抵达|到达|赶到|看望|慰问|探望|(?<!带)来了|[^师员者]一行|奔赴|深入|开进|驱车|回访|走访)"
)
_NOT_ITS = later("以来|至今|出生|毕业|参加工作|退休|入党|成立|创[办建]|始建|截至|从此")
_KINDS = {
    "gift": EventKind.CEREMONY, "teach": EventKind.TRAINING, "come": EventKind.VISIT,
}  # fmt: skip


def main_happening(
    text: str,
    sentences: Sequence[tuple[int, int]],
    dates: Sequence[DateSpan],
    published: PartialDate | None,
) -> tuple[Told, DateSpan] | None:
    """What happened, and on which day; None where no sentence near the head of `text` says so."""
    if NOTICE.search(text):
        return None
    for number, (start, end) in enumerate(sentences[:_FIRST]):
        for date in dates:
            if not start <= date.start <= start + _FAR or not _is_news(date, published):
                continue
            stop = end
            if number + 1 < len(sentences) and "\n" not in text[end : sentences[number + 1][0]]:
                stop = sentences[number + 1][1]
            stop = min(stop, date.end + _NEXT)
            told = text[start:stop]
            if any(no.search(told) for no in (NO_ACT, HOME, SPOKEN, _NOT_ITS)):
                continue
            act = _ACT.search(text, date.end, stop)
            if act is None:
                continue
            kind = _KINDS[str(act.lastgroup)]
            if kind is EventKind.VISIT and STAYS.search(told):
                kind = EventKind.DISPATCH
            low = max(text.rfind(mark, start, act.start()) for mark in "，。；：") + 1
            high = min(
                (at for at in (text.find(m, act.end(), end) for m in "，。；") if at >= 0),
                default=end,
            )
            name = phrase_of(text[max(low, start) : max(high, act.end())], (), low)
            return Told(kind, name, date.start, act.end()), date
    return None


def _is_news(date: DateSpan, published: PartialDate | None) -> bool:
    """Whether a date is one day, and not long before the page was published."""
    if date.meaning is not Meaning.POINT or date.since is None or not date.since.day:
        return False
    if published is None or not published.day:
        return False
    return 0 <= (published.first - date.since.first).days <= _LATE
