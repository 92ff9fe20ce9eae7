"""How a person and a body stand where both are in play: signs for the model of stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ....ontology.records import Mention
from ...aided import AID_TO
from ...later import later
from ...weights import step
from .stayparts import Around
from .stayscene import Scene
from .visits import CALLS

__all__ = ["WORDS", "of_meeting"]

_CLASSES = {
    "serve": "支教|任教|执教|援教|从教|讲学|教书|授课|上课|带班|当老师"
    "|教[高初一二三四五六七八九语数英物化生政历地音体美]",
    "post": "挂职|担任|出任|挂任|就任|任职|兼任|现任|任",
    "send": "选派|派出|委派|援派|派驻|派往|派到|派来|下派|抽调|推荐|报名|申请|主动",
    "go": "来到|前往|奔赴|远赴|抵达|踏上|进驻|走进|赶赴|踏进|告别|离开|辞别",
    "aid": f"{AID_TO}|组团式|帮扶|支援|对口|协作",
    "work": "工作|服务|报到|驻校|驻点|跟岗|轮岗|交流|扎根|坚守|留下",
    "visit": f"{CALLS}|致辞|出席|主持|讲话|揭牌|讲座|送教",
    "lesson": "示范课|公开课|同课异构|讲座|送教|评课|磨课|说课|观摩|云端|直播|屏幕|线上|网上|活动",
    "word": "说道?$|表示|介绍|告诉|坦言|回忆|感慨|透露|认为|提到|评价|笑",
    "learn": "学习|培训|参训|跟岗|毕业|考上|考入|录取|就读|进修",
    "back": "返回|回到|期满|结束|凯旋|返程|曾",
    "plan": "将|拟|即将|计划",
    "time": r"\d{4}年|去年|今年|前年|\d月|学期|届|批",
    "span": "[一二两三四五六七八九十半\\d]+年(?:半|多|来|间)?|为期|期限|学年",
}
WORDS = {name: later(words) for name, words in _CLASSES.items()}
_BEFORE = later(
    "(?:来到|前往|奔赴|远赴|抵达|进驻|走进|派往|派驻|派到|派至|选派到|分到|分配到|调到|调至|加入|来自|毕业于|就读于"
    "|不在|担任|现任|挂任|出任|兼任|挂职|原任|曾任|时任|帮扶|支援|援派|服务|接收|托管|支持|奔向|是|到|赴|至|往|驻|在|于|任|由|从"
    "|与|和|、|向|对|为|给|原|系|被|让|把|该|“|（|[(]|，|。|：|:|\n)$"
)
_CLAUSE = later("[，,：:、]")


def _around(scene: Scene, body: Mention) -> Around:
    text = scene.text
    number = scene.sentence(body.start)
    start = scene.bounds[number]
    end = scene.bounds[number + 1] if number + 1 < len(scene.bounds) else len(text)
    lead = _BEFORE.search(text[max(0, body.start - 5) : body.start])
    where = body
    if lead is None and (above := _above(scene, body)) is not None:
        where = above
        lead = _BEFORE.search(text[max(0, above.start - 5) : above.start])
    stop = _CLAUSE.search(text, body.end, end)
    tail = text[body.end : stop.start() if stop else end]
    clause = max((m.end() for m in _CLAUSE.finditer(text, start, where.start)), default=start)
    return Around(
        start, end, lead[0] if lead else "-", tail[:1], _classes(tail),
        _classes(text[clause : where.start]), _classes(text[body.end + len(tail) : end]),
        _classes(text[start:end]),
    )  # fmt: skip


def _classes(passage: str) -> tuple[str, ...]:
    return tuple(name for name, words in WORDS.items() if words.search(passage))


def of_meeting(
    scene: Scene, person: Mention, body: Mention, back: int, persons: int
) -> Iterator[str]:
    """How a pair stands where both are in play."""
    text = scene.text
    place = (body.start, body.end)
    around = scene.arounds.get(place)
    if around is None:
        around = scene.arounds[place] = _around(scene, body)
    start, end, go, after, *told = around
    low, high = sorted((person, body), key=lambda m: m.start)
    order = f"F{min(back, 2)}" if back else "pb" if person.start < body.start else "bp"
    yield from (f"{order}", f"{order}go={go}", f"go={go}", f"{order}n={step(persons, (1, 2, 3))}")
    yield f"{order}a={after}"
    if not back:
        gap = text[low.end : high.start]
        yield f"{order}d={step(len(gap), (0, 2, 6, 15, 40))}"
        if len(gap) <= 4:
            yield f"{order}gap={gap}"
        among = [m for m in _between(scene.people, low, high) if m.key != person.key]
        things = [m for m in _between(scene.things, low, high) if m.key != body.key]
        yield f"{order}bp={step(len(among), (0, 1, 3))}"
        yield f"{order}bt={step(len(things), (0, 1, 3))}"
    near = text[max(start, person.start - 30) : min(end, person.end + 30)] if not back else ""
    for name in ("lesson", "word", "visit", "aid"):
        if WORDS[name].search(near):
            yield f"N{name}"
    tail, head, rest, whole = told
    for name in WORDS:
        if name in tail:
            yield from (f"T{name}", f"T{name}{order}", f"T{name}go={go}", f"T{name}{order}go={go}")
        if name in head:
            yield from (f"H{name}{order}", f"H{name}go={go}")
        if name in rest:
            yield f"R{name}{order}"
            yield f"R{name}{order}go={go}"
        if name in whole:
            yield from (f"W{name}", f"W{name}go={go}")


def _above(scene: Scene, body: Mention) -> Mention | None:
    """The place right before a body: 到某县|某校."""
    at = bisect_left(scene.things, body.start, key=lambda m: m.start)
    before = scene.things[at - 1] if at else None
    return before if before is not None and before.end == body.start else None


def _between(spans: Sequence[Mention], low: Mention, high: Mention) -> Sequence[Mention]:
    one = bisect_left(spans, low.end, key=lambda m: m.start)
    other = bisect_left(spans, high.start, key=lambda m: m.start)
    return spans[one:other]
