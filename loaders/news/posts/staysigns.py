"""What a model may know of a person and a body: was the person sent to work there?

A stay is often told over several sentences, so a pair of the whole page is judged: how it stands in
each sentence in which both are in play, and what the page says of either elsewhere. What the rules
read of stays is never among the signs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Status
from ..assistance.sides import EAST, WEST, codes_of, direction
from .aidposts import TEAM
from .hosts import apart
from .stayscene import AID, Scene

__all__ = ["pairs_of", "signs_of"]

_CLASSES = {
    "serve": "支教|任教|执教|援教|从教|讲学|教书|授课|上课|带班|当老师"
    "|教[高初一二三四五六七八九语数英物化生政历地音体美]",
    "post": "挂职|担任|出任|挂任|就任|任职|兼任|现任|任",
    "send": "选派|派出|委派|援派|派驻|派往|派到|派来|下派|抽调|推荐|报名|申请|主动",
    "go": "来到|前往|奔赴|远赴|抵达|踏上|进驻|走进|赶赴|踏进|告别|离开|辞别",
    "aid": "援[疆藏青黔滇川桂陕甘宁蒙琼渝]|组团式|帮扶|支援|对口|协作",
    "work": "工作|服务|报到|驻校|驻点|跟岗|轮岗|交流|扎根|坚守|留下",
    "visit": "看望|慰问|调研|考察|走访|签订|签约|捐赠|视察|参观|致辞|出席|主持|讲话|揭牌|讲座|送教",
    "lesson": "示范课|公开课|同课异构|讲座|送教|评课|磨课|说课|观摩|云端|直播|屏幕|线上|网上|活动",
    "word": "说道?$|表示|介绍|告诉|坦言|回忆|感慨|透露|认为|提到|评价|笑",
    "learn": "学习|培训|参训|跟岗|毕业|考上|考入|录取|就读|进修",
    "back": "返回|回到|期满|结束|凯旋|返程|曾",
    "plan": "将|拟|即将|计划",
    "time": r"\d{4}年|去年|今年|前年|\d月|学期|届|批",
    "span": "[一二两三四五六七八九十半\\d]+年(?:半|多|来|间)?|为期|期限|学年",
}
_WORDS = {name: re.compile(words) for name, words in _CLASSES.items()}
_BEFORE = re.compile(
    "(?:来到|前往|奔赴|远赴|抵达|进驻|走进|派往|派驻|派到|派至|选派到|分到|分配到|调到|调至|加入|来自|毕业于|就读于"
    "|担任|现任|挂任|出任|兼任|挂职|原任|曾任|时任|帮扶|支援|援派|服务|接收|托管|支持|奔向|是|到|赴|至|往|驻|在|于|任|由|从"
    "|与|和|、|向|对|为|给|原|系|被|让|把|该|与|“|（|[(]|，|。|：|:|\n)$"
)
_POSTS = (
    ("aid", "支教|援"),
    ("vice", "^副|常务副|执行校长"),
    ("head", "校长|园长|书记"),
    ("teacher", "教师|老师|教研|班主任|教练"),
    ("office", "主任|组长|干事|科长|处长|委员"),
    ("county", "[县市区州旗]长$"),
    ("bureau", "局长|厅长|主席|会长|秘书长|总"),
    ("team", "队|志愿者|团长|领队"),
    ("learner", "学生|毕业生|学员"),
)
_HOW = tuple((name, re.compile(words)) for name, words in _POSTS)
_TAILS = (
    "大学", "学院", "小学", "幼儿园", "中学", "学校", "高中", "局", "委", "政府", "厅", "中心",
    "会", "省", "市", "县", "区", "州", "旗", "镇", "乡", "队", "团",
)  # fmt: skip
_CLAUSE = re.compile("[，,：:、]")
_SENT_OUT = re.compile("支教|研支团")
_MOST = 8  # places of a pair that are looked at


def pairs_of(scene: Scene) -> Iterator[tuple[Mention, Mention]]:
    """Every person with every body or place to which the person may have been sent."""
    if not scene.speaks:
        return
    people: dict[str, Mention] = {}
    for person in scene.people:
        people.setdefault(person.key, person)
    bodies: dict[str, Mention] = {}
    for thing in scene.things:
        if thing.kind in (Kind.SCHOOL, Kind.INSTITUTION, Kind.PLACE):
            bodies.setdefault(thing.key, thing)
    for person in people.values():
        posts = scene.posts.get(person.key, ())
        if posts and all(post.title.learner for post in posts):
            near = (p for p in scene.people if p.key == person.key)
            if not any(_SENT_OUT.search(scene.text, p.start, p.end + 60) for p in near):
                continue
        home = scene.told.get(person.key)
        for body in bodies.values():
            if TEAM.search(body.name) or (home is not None and home.key == body.key):
                continue
            if (person.key, body.key) not in scene.met and body.kind is not Kind.SCHOOL:
                continue
            yield person, body


def signs_of(scene: Scene, person: Mention, body: Mention) -> list[str]:
    """All signs of a pair, for the model."""
    signs = dict.fromkeys(_of_person(scene, person))
    signs.update(dict.fromkeys(_of_pair(scene, person, body)))
    for one in scene.met.get((person.key, body.key), ())[:_MOST]:
        signs.update(dict.fromkeys(_of_meeting(scene, *one)))
    return list(signs)


def _of_person(scene: Scene, person: Mention) -> Iterator[str]:
    posts = scene.posts.get(person.key, [])
    yield f"learner={bool(posts) and all(h.title.learner for h in posts)}"
    yield from (f"said={name}" for name in _said_of(scene, person))
    count = scene.counts[person.key]
    yield f"pc={_step(count, (1, 2, 4, 8))}"
    yield f"main={count * 3 > sum(scene.counts[k] for k in {p.key for p in scene.people})}"
    yield f"np={_step(len({p.key for p in scene.people}), (1, 2, 5, 10))}"
    yield f"aided={person.key in scene.aided}"
    for post in posts:
        for name, words in _HOW:
            if words.search(post.title.title):
                yield f"is={name}"
    yield f"told={person.key in scene.told}"
    yield f"home={person.key in scene.homes}"
    yield f"doc={_step(len(AID.findall(scene.text)), (1, 3, 6, 12))}"


def _said_of(scene: Scene, person: Mention) -> Iterator[str]:
    """Classes of words beside the name, wherever it stands."""
    near = [
        scene.text[max(0, p.start - 12) : p.end + 16].partition("\n")[0]
        for p in scene.people
        if p.key == person.key
    ]
    for name in ("serve", "send", "go", "aid", "visit", "lesson", "word", "learn", "back"):
        count = sum(_WORDS[name].search(words) is not None for words in near[:12])
        if count:
            yield f"{name}{_step(count, (1, 2))}"


def _of_pair(scene: Scene, person: Mention, body: Mention) -> Iterator[str]:
    kind = {Kind.SCHOOL: "S", Kind.INSTITUTION: "I", Kind.PLACE: "P"}[body.kind]
    tail = next((t for t in _TAILS if body.name.endswith(t)), "-")
    yield from (
        f"k={kind}",
        f"tail={tail}",
        f"bc={kind}{_step(scene.counts[body.key], (1, 2, 4, 8))}",
    )
    codes = codes_of(body, scene.context)
    part = "E" if codes and codes[-1] in EAST else "W" if codes and codes[-1] in WEST else "C"
    yield f"ew={part if codes else '?'}"
    home = _home_but(scene, person, body)
    yield f"ishome={person.key in scene.homes and scene.homes[person.key].key == body.key}"
    if home is None:
        yield f"h=none{kind}"
    else:
        far, way = apart(home, body, scene.context), direction(home, body, context=scene.context)
        yield from (f"far={far}", f"way={way}", f"far={far}way={way}{kind}")
        there = codes_of(home, scene.context)
        same = "?" if not codes or not there else "p" if codes[-1] == there[-1] else "n"
        yield f"hk={home.kind.value}{kind}{same}"
        if body.kind is Kind.SCHOOL:
            one = scene.hosts.of(home, 0, 0)
            yield f"one={one is not None and one.key == body.key}"
    yield from _of_others(scene, person, body, home)
    yield f"stay={body.key in scene.stays}"
    yield f"loc={_step(scene.locals[body.key], (0, 1, 3))}"
    others = {
        h.body.key for h in scene.posts.get(person.key, []) if h.body and h.body.key != body.key
    }
    yield f"else={min(len(others), 2)}"
    here = False
    for post in scene.posts.get(person.key, []):
        if post.body is None or post.body.key != body.key:
            continue
        here = True
        how = next((name for name, words in _HOW if words.search(post.title.title)), "-")
        state = post.title.status.value if post.title.status is not Status.UNKNOWN else ""
        yield from (f"at={post.rule}", f"at={post.rule}{how}", f"atis={how}{min(len(others), 2)}")
        yield from (f"state={state}", f"ataid={post.title.aid}", f"at={post.rule}{bool(others)}")
        told = person.key in scene.told
        yield f"at={post.rule}{how}{bool(others)}{told}{person.key in scene.aided}"
        if home is not None:
            yield f"at={post.rule}{how}far{apart(home, body, scene.context)}"
    yield f"here={here}{kind}"
    met = scene.met.get((person.key, body.key), ())
    yield f"met={_step(len(met), (0, 1, 3))}"
    if met:
        yield f"back={min(one[2] for one in met)}"
    else:
        first = next(t for t in scene.things if t.key == body.key)
        yield f"order={first.start < person.start}"
    title = scene.clean.title or ""
    yield from (f"bt={body.name in title}", f"pt={person.name in title}")


def _of_others(scene: Scene, person: Mention, body: Mention, home: Mention | None) -> Iterator[str]:
    """Which side the body and the home are on by the stays of other people."""
    others = [s for s in scene.rule_stays if s.person.key != person.key]
    to = {s.destination.key for s in others if s.destination is not None}
    of = {s.origin.key for s in others if s.origin is not None}
    x, y = body.key in to, body.key in of
    yield from (f"oto={x}", f"oof={y}", f"oany={bool(others)}")
    codes = set(codes_of(body, scene.context)[:2])
    there = {c for s in others if s.destination for c in codes_of(s.destination, scene.context)[:2]}
    here = {c for s in others if s.origin for c in codes_of(s.origin, scene.context)[:2]}
    yield f"oin={bool(codes & there)}{bool(codes & here)}"
    if home is not None:
        yield f"hof={home.key in of}{x}"
        own = set(codes_of(home, scene.context)[:2])
        yield f"hin={bool(own & here)}{bool(own & there)}{x}"


def _home_but(scene: Scene, person: Mention, body: Mention) -> Mention | None:
    """Where somebody seems to come from, if it is not the body that is asked about."""
    posts = (h.body for h in scene.posts.get(person.key, ()))
    known = (scene.told.get(person.key), scene.homes.get(person.key), *posts)
    return next((m for m in known if m is not None and m.key != body.key), None)


def _of_meeting(
    scene: Scene, person: Mention, body: Mention, back: int, persons: int
) -> Iterator[str]:
    """How a pair stands where both are in play."""
    text = scene.text
    number = scene.sentence(body.start)
    start = scene.bounds[number]
    end = scene.bounds[number + 1] if number + 1 < len(scene.bounds) else len(text)
    low, high = sorted((person, body), key=lambda m: m.start)
    order = f"F{min(back, 2)}" if back else "pb" if person.start < body.start else "bp"
    before = text[max(0, body.start - 5) : body.start]
    lead = _BEFORE.search(before)
    where = body
    if lead is None and (above := _above(scene, body)) is not None:
        where = above
        lead = _BEFORE.search(text[max(0, above.start - 5) : above.start])
    go = lead[0] if lead else "-"
    stop = _CLAUSE.search(text, body.end, end)
    tail = text[body.end : stop.start() if stop else end]
    rest = text[body.end + len(tail) : end]
    clause = max((m.end() for m in _CLAUSE.finditer(text, start, where.start)), default=start)
    head = text[clause : where.start]
    yield from (f"{order}", f"{order}go={go}", f"go={go}", f"{order}n={_step(persons, (1, 2, 3))}")
    yield f"{order}a={tail[:1]}"
    if not back:
        gap = text[low.end : high.start]
        yield f"{order}d={_step(len(gap), (0, 2, 6, 15, 40))}"
        if len(gap) <= 4:
            yield f"{order}gap={gap}"
        among = [m for m in _between(scene.people, low, high) if m.key != person.key]
        things = [m for m in _between(scene.things, low, high) if m.key != body.key]
        yield f"{order}bp={_step(len(among), (0, 1, 3))}"
        yield f"{order}bt={_step(len(things), (0, 1, 3))}"
    near = text[max(start, person.start - 30) : min(end, person.end + 30)] if not back else ""
    for name in ("lesson", "word", "visit", "aid"):
        if _WORDS[name].search(near):
            yield f"N{name}"
    whole = text[start:end]
    for name, words in _WORDS.items():
        if words.search(tail):
            yield from (f"T{name}", f"T{name}{order}", f"T{name}go={go}", f"T{name}{order}go={go}")
        if words.search(head):
            yield from (f"H{name}{order}", f"H{name}go={go}")
        if words.search(rest):
            yield f"R{name}{order}"
            yield f"R{name}{order}go={go}"
        if words.search(whole):
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


def _step(number: int, steps: Sequence[int]) -> str:
    return next((str(step) for step in steps if number <= step), "more")
