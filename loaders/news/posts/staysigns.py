"""What a model may know of a person and a body: was the person sent to work there?

A stay is often told over several sentences, so a pair of the whole page is judged: how it stands in
each sentence in which both are in play, and what the page says of either elsewhere. What the rules
read of stays is never among the signs.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....ontology.records import Kind, Mention, Status
from ...later import later
from ...weights import step
from ..entities.sides import EAST, WEST, codes_of, direction
from .hosts import apart
from .staymeetings import WORDS, of_meeting
from .stayscene import Scene

__all__ = [
    "POSTS",
    "home_but",
    "of_person",
    "people_of",
    "signs_of",
]

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
POSTS = tuple((name, later(words)) for name, words in _POSTS)
"""Classes of posts, each with a pattern of the titles."""
_TAILS = (
    "大学", "学院", "小学", "幼儿园", "中学", "学校", "高中", "局", "委", "政府", "厅", "中心",
    "会", "省", "市", "县", "区", "州", "旗", "镇", "乡", "队", "团",
)  # fmt: skip
_STAGES = tuple(
    (sign, later(words))
    for sign, words in (
        ("k", "幼儿园|幼$"), ("p", "小学|教学点|完小|中心校"),
        ("v", "职业|中专|职教|职高|技工|中职"),
        ("m", "中学|高中|初中|[一二三四五六七八九十]中$"), ("u", "大学|学院"),
    )
)  # fmt: skip
_SENT_OUT = later("支教|研支团")
_REPORTER = later("(?:通讯员|记者|特约)[ 　：:]{0,2}(?:[一-鿿]{2,4}[ 　、])?$")
_CHILD = later("的?(?:小?男孩|小?女孩|孩子|学生|小朋友|小姑娘)(?![们会])")
_KIND = {Kind.SCHOOL: "S", Kind.INSTITUTION: "I", Kind.PLACE: "P"}
_MOST = 8  # places of a pair that are looked at


def people_of(scene: Scene) -> Iterator[Mention]:
    """Everybody who may have been sent, by the first mention, in order."""
    if not scene.speaks:
        return
    for key, named in scene.named.items():
        posts = scene.posts.get(key, ())
        learns = posts and all(post.title.learner for post in posts)
        child = any(_CHILD.match(scene.text, p.end) for p in named)
        if child or _REPORTER.search(scene.text, max(0, named[0].start - 12), named[0].start):
            continue
        if not learns or any(_SENT_OUT.search(scene.text, p.start, p.end + 60) for p in named):
            yield named[0]


def signs_of(scene: Scene, person: Mention, body: Mention) -> list[str]:
    """All signs of a pair, for the model."""
    signs = dict.fromkeys(of_person(scene, person))
    signs.update(dict.fromkeys(_of_pair(scene, person, body)))
    for one in scene.met.get((person.key, body.key), ())[:_MOST]:
        signs.update(dict.fromkeys(of_meeting(scene, *one)))
    return list(signs)


def of_person(scene: Scene, person: Mention) -> tuple[str, ...]:
    """The signs of a person, whatever the body."""
    key = ("person", person.key)
    if key not in scene.seen:
        scene.seen[key] = tuple(dict.fromkeys(_of_person(scene, person)))
    return scene.seen[key]


def _of_person(scene: Scene, person: Mention) -> Iterator[str]:
    posts = scene.posts.get(person.key, [])
    yield f"learner={bool(posts) and all(h.title.learner for h in posts)}"
    yield from (f"said={name}" for name in _said_of(scene, person))
    count = scene.counts[person.key]
    yield f"pc={step(count, (1, 2, 4, 8))}"
    yield f"main={count * 3 > scene.namings}"
    yield f"np={step(len(scene.named), (1, 2, 5, 10))}"
    yield f"aided={person.key in scene.aided}"
    for post in posts:
        for name, words in POSTS:
            if words.search(post.title.title):
                yield f"is={name}"
    yield f"told={person.key in scene.told}"
    yield f"home={person.key in scene.homes}"
    yield f"doc={step(scene.aid_words, (1, 3, 6, 12))}"


def _said_of(scene: Scene, person: Mention) -> Iterator[str]:
    """Classes of words beside the name, wherever it stands."""
    near = [
        scene.text[max(0, p.start - 12) : p.end + 16].partition("\n")[0]
        for p in scene.named[person.key][:12]
    ]
    for name in ("serve", "send", "go", "aid", "visit", "lesson", "word", "learn", "back"):
        count = sum(WORDS[name].search(words) is not None for words in near)
        if count:
            yield f"{name}{step(count, (1, 2))}"


def _of_body(scene: Scene, body: Mention) -> tuple[str, ...]:
    """The signs of a body, whoever the person is."""
    key = ("body", body.key)
    if key not in scene.seen:
        kind = _KIND[body.kind]
        tail = next((t for t in _TAILS if body.name.endswith(t)), "-")
        codes = codes_of(body, scene.context)
        part = "E" if codes and codes[-1] in EAST else "W" if codes and codes[-1] in WEST else "C"
        scene.seen[key] = (
            f"k={kind}",
            f"tail={tail}",
            f"bc={kind}{step(scene.counts[body.key], (1, 2, 4, 8))}",
            f"ew={part if codes else '?'}",
            f"stay={body.key in scene.stays}",
            f"loc={step(scene.locals[body.key], (0, 1, 3))}",
            f"bt={body.name in (scene.clean.title or '')}",
        )
    return scene.seen[key]


def _of_home(scene: Scene, home: Mention | None, body: Mention) -> tuple[str, ...]:
    """How a body stands to where somebody seems to come from, whoever it is."""
    kind = _KIND[body.kind]
    if home is None:
        return (f"h=none{kind}",)
    far = apart(home, body, scene.context)
    codes, there = codes_of(body, scene.context), codes_of(home, scene.context)
    way = direction(home, body, context=scene.context)
    same = "?" if not codes or not there else "p" if codes[-1] == there[-1] else "n"
    signs: tuple[str, ...] = (
        f"far={far}", f"way={way}", f"far={far}way={way}{kind}", f"hk={home.kind.value}{kind}{same}"
    )  # fmt: skip
    if body.kind is not Kind.SCHOOL:
        return signs
    signs = (*signs, f"stage={_stage(home)}{_stage(body)}")
    host = scene.hosts.of(home, 0, 0)
    return (*signs, f"one={host is not None and host.key == body.key}")


def _stage(body: Mention) -> str:
    """Whom a school teaches, as its name says."""
    if body.kind is not Kind.SCHOOL:
        return "-"
    return next((sign for sign, words in _STAGES if words.search(body.name)), "?")


def _of_pair(scene: Scene, person: Mention, body: Mention) -> Iterator[str]:
    kind = _KIND[body.kind]
    of = _of_body(scene, body)
    yield from of[:4]
    home = home_but(scene, person, body)
    yield f"ishome={person.key in scene.homes and scene.homes[person.key].key == body.key}"
    yield from _of_home(scene, home, body)
    yield from _of_others(scene, person, body, home)
    yield from of[4:6]
    others = {
        h.body.key for h in scene.posts.get(person.key, []) if h.body and h.body.key != body.key
    }
    yield f"else={min(len(others), 2)}"
    here = False
    for post in scene.posts.get(person.key, []):
        if post.body is None or post.body.key != body.key:
            continue
        here = True
        how = next((name for name, words in POSTS if words.search(post.title.title)), "-")
        state = post.title.status.value if post.title.status is not Status.UNKNOWN else ""
        yield from (f"at={post.rule}", f"at={post.rule}{how}", f"atis={how}{min(len(others), 2)}")
        yield from (f"state={state}", f"ataid={post.title.aid}", f"at={post.rule}{bool(others)}")
        told = person.key in scene.told
        yield f"at={post.rule}{how}{bool(others)}{told}{person.key in scene.aided}"
        if home is not None:
            yield f"at={post.rule}{how}far{apart(home, body, scene.context)}"
    yield f"here={here}{kind}"
    met = scene.met.get((person.key, body.key), ())
    yield f"met={step(len(met), (0, 1, 3))}"
    if met:
        yield f"back={min(one[2] for one in met)}"
    else:
        yield f"order={scene.first[body.key].start < person.start}"
    yield from (of[6], f"pt={person.name in (scene.clean.title or '')}")


def _of_others(
    scene: Scene, person: Mention, body: Mention, home: Mention | None
) -> tuple[str, ...]:
    """Which side the body and the home are on by the stays of other people."""
    others = scene.others(person.key)
    codes = codes_of(body, scene.context)[:2]
    to, there = body.key in others.to, not others.there.isdisjoint(codes)
    here = not others.here.isdisjoint(codes)
    signs = (
        f"oto={to}",
        f"oof={body.key in others.of}",
        f"oany={others.any}",
        f"oin={there}{here}",
    )
    if home is None:
        return signs
    own = codes_of(home, scene.context)[:2]
    from_there, from_here = not others.there.isdisjoint(own), not others.here.isdisjoint(own)
    return (*signs, f"hof={home.key in others.of}{to}", f"hin={from_here}{from_there}{there}")


def home_but(scene: Scene, person: Mention, body: Mention) -> Mention | None:
    """Where somebody seems to come from, if it is not the body that is asked about."""
    posts = (h.body for h in scene.posts.get(person.key, ()))
    known = (scene.told.get(person.key), scene.homes.get(person.key), *posts)
    return next((m for m in known if m is not None and m.key != body.key), None)
