"""What a happening is called: its name without date, organisers and preamble, and its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....ontology.records import EventKind
from ...later import later
from ..numbers.dates import DateSpan

__all__ = ["kind_of_name", "name_span", "phrase_of", "with_purpose"]

_LEAD = later(
    r"^(?:记者从|记者跟随|近日|日前|据悉|据了解|当天|当日|上午|下午|其间|期间|随后|活动中|[的由在于]|为期[^，的]{1,4}的|本次|此次|这次|该|本学期|第[一二三四五六七八九十\d]+次)+"
)
_LONG = 60  # characters of a visit with what it is for
_QUOTED = 24  # characters of a quotation that is part of a name
_SHORT = frozenset(
    ["座谈会", "见面会", "交流会", "欢送会", "欢迎会", "交接会", "推进会", "报告会"]
    + [opened + "式" for opened in ("开班", "结业", "开营", "结营")]
)


_TELLS = 10  # characters of a name that says where somebody went
#: 县委副书记、县长|某某一行: who leads a visit, without the posts
_POSTS = later(
    "^[^，。；]*(?:书记|主任|[省市县区州旗镇乡局厅处科院部园会校]长|主席|主委|总经理|董事长|专员|委员)"
    "(?=[一-龥]{2,3}(?:一行|率|带队|带领))"
)


def phrase_of(clause: str, dates: Sequence[DateSpan], start: int) -> str | None:
    """What happened, in the words of the clause, without its date."""
    for date in dates:
        if start <= date.start < start + len(clause) and date.start - start < 4:
            clause = clause[date.end - start :]
            break
    clause = _LEAD.sub("", clause.strip("，、：。！； ")).lstrip("，、")
    bare = _POSTS.sub("", clause)
    clause = bare if len(bare) >= _TELLS else clause
    if clause.count("“") != clause.count("”"):
        clause = clause.strip("“”")
    return clause if 4 <= len(clause) <= 50 else None


_PURPOSE = later(
    "(?:就[^，。；！？\n]{2,20}(?:展开|开展|进行)|开展|进行|看望|慰问|调研|考察|走访|指导|交流)(?![时中后]|会上)(?:(?!指出|表示|强调|[他她]说)[^，。；！？\n]){2,30}"
    "(?![^，。；！？\n])"
)


def with_purpose(text: str, low: int, high: int, end: int) -> int:
    """Where what is told of a visit ends: 来到甲校，开展帮扶工作对接 with the clause behind."""
    if text[high : high + 1] != "，":
        return high
    more = _PURPOSE.match(text, high + 1, end)
    return more.end() if more is not None and more.end() - low <= _LONG else high


def name_span(text: str, start: int, end: int, dates: Sequence[DateSpan]) -> tuple[int, int] | None:
    """Where the name proper stands in ``text[start:end]``: no date, no organisers, no preamble."""
    for date in dates:
        if start <= date.start and date.end <= end and date.start - start < 6:
            rest = text[date.end : end]
            # 2024年滨海新区…座谈会: a bare year is part of the name
            if date.since is None or date.since.month is not None or date.start > start:
                start = date.end + (len(rest) - len(rest.lstrip("，上下午的间")))
    for mark in (
        "——",
        "主办的",
        "承办的",
        "协办的",
        "举办的",
        "召开了",
        "举办了",
        "举行的",
        "召开的",
        "组织的",
        "支撑单位的",
        "参加了",
        "举行了",
        "出席了",
        "出席",
    ):
        at = text.rfind(mark, start, end)
        if at >= 0:
            start = at + len(mark)
    lead = _LEAD.match(text[start:end])
    if lead is not None:
        start += lead.end()
    if text.find("”", start, end) >= 0 and "“" not in text[start : text.find("”", start, end)]:
        # “云端相聚、山海同行”…仪式: the name begins with its quotation, which has a mark inside
        opened = text.rfind("“", max(0, start - _QUOTED), start)
        start = opened if opened >= 0 and "”" not in text[opened:start] else start
    while start < end and text[start] in "，、：“”‘’ 的—▲▼◆◇■□●○★☆※":
        # an opening quotation mark belongs to the name when it closes inside it
        if text[start] == "“" and "”" in text[start:end]:
            break
        start += 1
    return (start, end) if end - start >= 4 or text[start:end] in _SHORT else None


def kind_of_name(name: str) -> EventKind:
    """The kind of happening that a name is the name of, by its words before 暨, else by all."""
    first, joint, _ = name.partition("暨")
    kind = _kind(first)
    return _kind(name) if joint and kind is EventKind.OTHER else kind


_CALL = later(
    r"调研|考察|走访|看望|慰问|(?:帮扶|助学|公益|关爱|扶贫|交流|对接|交往|互访)[^，]{0,4}活动$"
)


def _kind(name: str) -> EventKind:
    if re.search(r"出征(?!仪式)", name):
        return EventKind.DISPATCH
    if re.search(r"仪式$|典礼$|[班业]式$|签约|揭牌|欢送会$|欢迎会$|捐[赠助书款资衣]", name[-8:]):
        return EventKind.CEREMONY
    if re.search(r"会议?$|论坛$|推进活动$", name):
        return EventKind.MEETING
    if re.search(r"班$|培训$|研修$|学习$|讲座$|教研活动$|营$|培训会$|送教", name):
        return EventKind.TRAINING
    if _CALL.search(name):
        return EventKind.VISIT
    return EventKind.TRAINING if re.search(r"培训|研修|送教|课", name) else EventKind.OTHER
