"""What a model may know of a person alone: was the person sent to work elsewhere, wherever it is?

The signs are the words and pairs of characters in the clauses and sentences of the person, the
posts, the names that stand in one list with this one, on which side of the country all that lies,
of what people the name is, and the words of the headline.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....ontology.records import Kind, Mention
from ...later import later
from ...weights import step
from ..entities.sides import EAST, WEST, codes_of
from .staygrams import around_name
from .staymeetings import WORDS
from .staynames import is_han, is_transcribed
from .stayscene import AID, BODIES, Scene
from .staysigns import POSTS, of_person

__all__ = ["of_sent"]

_MOST = 12
"""Places of a name that are looked at."""
_CLAUSE = later("[，,；;：:。！？\n]")
_TEAM = later(
    "[一二两三四五六七八九十百0-9多余几]+余?[名位个][^，。；\n]{0,10}?"
    "(?:教师|老师|干部|校长|队员|志愿者|成员|同事|同学)"
)
_NEAR = 240
"""Characters before and behind a name that are looked at; no sentence is longer."""
_PREFIX = "who:"
"""Signs of a person alone share a model with those of pairs, and no weights."""


def of_sent(scene: Scene, person: Mention) -> tuple[str, ...]:
    """All signs of a person for the question whether anybody sent them."""
    key = ("sent", person.key)
    if key not in scene.seen:
        told = dict.fromkeys(_signs(scene, person))
        scene.seen[key] = tuple(_PREFIX + sign for sign in told)
    return scene.seen[key]


def _signs(scene: Scene, person: Mention) -> Iterator[str]:
    yield from of_person(scene, person)
    for number, named in enumerate(scene.named[person.key][:_MOST]):
        yield from _where_named(scene, named, number)
    yield from _opening(scene, scene.named[person.key][0])
    yield from _company(scene, person)
    yield from _of_posts(scene, person)
    yield from around_name(scene, person)
    yield from _of_name(scene, person)
    home = scene.told.get(person.key) or scene.homes.get(person.key)
    if home is not None:
        others, codes = scene.others(person.key), codes_of(home, scene.context)[:2]
        yield f"hsd={_side_of(scene, home)}{_reach(scene)}"
        yield f"hof={home.key in others.of}{home.key in others.to}"
        yield f"hin={not others.here.isdisjoint(codes)}{not others.there.isdisjoint(codes)}"


def _of_name(scene: Scene, person: Mention) -> Iterator[str]:
    """Of what people a name is, and the headline: whether it has the name, and its words."""
    name, title = person.name, scene.clean.title or ""
    size, west = "dot" if "·" in name else str(min(len(name), 5)), scene.western
    people = f"{is_han(name)}{is_transcribed(name)}"
    yield from (f"nm={size}", f"nm={size}{west}", f"han={people}", f"han={people}{west}")
    yield from (f"hana={people}{person.key in scene.aided}", f"tt={name in title}")
    yield from (f"tl={name}" for name, words in WORDS.items() if words.search(title))


def _where_named(scene: Scene, named: Mention, number: int) -> Iterator[str]:
    """Words around a name or 他: before and behind it in its clause, and in the sentence."""
    text = scene.text
    start, end = _near(scene, named)
    head = max((m.end() for m in _CLAUSE.finditer(text, start, named.start)), default=start)
    stop = _CLAUSE.search(text, named.end, end)
    tail = stop.start() if stop else end
    for name, words in WORDS.items():
        if words.search(text, head, named.start):
            yield f"cb={name}"
        if words.search(text, named.end, tail):
            yield f"ca={name}"
        if words.search(text, start, end):
            yield f"ws={name}{min(number, 1)}"
    before, behind = text[max(0, named.start - 2) : named.start], text[named.end : named.end + 2]
    yield from (f"b1={before[-1:]}", f"b2={before}", f"a1={behind[:1]}", f"a2={behind}")


def _opening(scene: Scene, first: Mention) -> Iterator[str]:
    """What the paragraph and the sentence say that name somebody first, and the one before."""
    text = scene.text
    low = max(text.rfind("\n", 0, first.start) + 1, first.start - 2 * _NEAR)
    high = text.find("\n", first.end, first.end + 2 * _NEAR)
    high = high if high >= 0 else min(len(text), first.end + 2 * _NEAR)
    yield f"para={step(len(AID.findall(text, low, high)), (0, 1, 2, 4))}"
    yield f"team={_TEAM.search(text, low, high) is not None}"
    yield f"head={first.start - low < 3}"
    number = scene.sentence(first.start)
    start, end = _near(scene, first)
    before = max(scene.span_of(max(0, number - 1))[0], start - _NEAR)
    yield from (f"pv={name}" for name, words in WORDS.items() if words.search(text, before, start))
    near = {p.key for p in scene.in_sentence.get(number, ())}
    yield f"ns={step(len(near), (1, 2, 4, 8))}"
    here = [m for m in scene.between(start, end) if m.kind in BODIES]
    yield "sd=" + "".join(sorted({_side_of(scene, m) for m in here}))
    yield f"nsch={step(len({m.key for m in here if m.kind is Kind.SCHOOL}), (0, 1, 2))}"


def _company(scene: Scene, person: Mention) -> Iterator[str]:
    """Who stands in one list with somebody, and whether of them stays are read."""
    yield f"oany={scene.others(person.key).any}"
    mates = scene.mates.get(person.key, frozenset())
    yield f"mates={step(len(mates), (0, 1, 3, 6))}"
    if mates:
        known = len(mates & scene.stayed)
        yield f"mateshare={'all' if known == len(mates) else 'some' if known else 'none'}"


def _of_posts(scene: Scene, person: Mention) -> Iterator[str]:
    bodies: set[str] = set()
    reach, others = _reach(scene), scene.others(person.key)
    for post in scene.posts.get(person.key, ()):
        hows = [name for name, words in POSTS if words.search(post.title.title)] or ["-"]
        for how in hows:
            yield f"pt={how}|{post.rule}"
            yield f"ptst={how}|{post.title.status.value}|{post.title.aid}"
        if post.body is None:
            continue
        bodies.add(post.body.key)
        side, codes = _side_of(scene, post.body), codes_of(post.body, scene.context)
        for how in hows:
            yield from (f"psd={how}{side}", f"psdc={how}{side}{reach}")
        yield from (f"pto={post.body.key in others.to}", f"pof={post.body.key in others.of}")
        near = codes[:2]
        yield f"pin={not others.there.isdisjoint(near)}{not others.here.isdisjoint(near)}"
        if codes and scene.provinces:
            most = max(scene.provinces, key=lambda code: (scene.provinces[code], code))
            yield f"pmaj={codes[-1] == most}{len(scene.provinces) > 1}"
        yield f"pk={post.body.kind.value}"
    yield f"nposts={min(len(bodies), 3)}"
    yield f"cross={reach}"


def _side_of(scene: Scene, body: Mention) -> str:
    """Whether something lies in the provinces that send, in those that receive, or between."""
    codes = codes_of(body, scene.context)
    if not codes:
        return "?"
    return "E" if codes[-1] in EAST else "W" if codes[-1] in WEST else "C"


def _reach(scene: Scene) -> str:
    """Whether the page speaks of provinces that send, and of those that receive."""
    return f"{scene.eastern}{scene.western}"


def _near(scene: Scene, named: Mention) -> tuple[int, int]:
    """The sentence of a name, or as much of it as stands near."""
    start, end = scene.span_of(scene.sentence(named.start))
    return max(start, named.start - _NEAR), min(end, named.end + _NEAR)
