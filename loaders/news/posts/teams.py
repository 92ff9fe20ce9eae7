"""Members of a team whose going is told once: 某市10名教师赴某县支教，其中甲来自A校."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from ..entities.sides import contains
from ..page.sentences import sentence_around
from ..people.titles import Title
from .hosts import apart, may_help
from .phrase import Chain
from .sendings import Sent
from .skeletons import Skeleton, skeletons
from .stayscene import Scene
from .tellings import pattern
from .visits import CALLS, LESSONS

__all__ = ["Team", "by_team", "of_teams", "team_sent"]

_COUNT = "[一二两三四五六七八九十百0-9多余几]+余?[名位]"
_KIND = "[^ⓃⒷⓅ。；，]{0,8}?(?:Ⓣ|教师|老师|志愿者|队员)"
_SERVES = f"支教|援教|任教|挂职|{AID_TO}"
_EVENTS = (
    pattern(
        f"(?:A[^ⓃⒷⓅ。；]{{0,16}}?)?(?P<k>{_COUNT}){_KIND}[^ⓃⒷ。；]{{0,24}}?(?:从[ⒷⓅ]+[^ⓃⒷ。；]{{0,10}}?)?"
        f"(?:前往|奔赴|远赴|启程赴|到|赴|来到)B(?=[^ⓃⒷⓅ。；]{{0,20}}?(?:{_SERVES}|帮扶工作|教育援助))"
    ),
    pattern(
        f"(?:帮扶|支援|援助|奔赴|赴)B的(?P<k>{_COUNT})[^ⓃⒷⓅ。；，]{{0,4}}?(?:支教|援教|挂职|援派)(?:人员|教师|老师|队员|Ⓣ)"
    ),
    pattern(
        f"来自A的(?:{_SERVES})(?:教师|老师)?(?:团队|队伍|小队|一行)"
        "[^ⓃⒷⓅ。；]{0,40}?(?:扎根|奔赴|来到|前往|赴)B"
    ),
    pattern(
        "(?:A[^ⓃⒷⓅ。；]{0,16}?)?(?:帮扶|支教|援教|组团式|援[一-鿿])[^ⓃⒷⓅ。；，]{0,6}(?:团队|队伍|工作队)"
        "[^ⓃⒷⓅ。；]{0,40}?(?:前往|奔赴|远赴|启程赴|进驻)B"
    ),
    pattern(
        f"^[^ⓃⒷⓅ。；]{{0,10}}B[^ⓃⒷⓅ。；，]{{0,6}}?(?:有|迎来了?|来了)(?P<k>{_COUNT})(?P<aid>Ⓣ)"
    ),
)
_ONE_OF = later(
    f"其中|一员|来自|之一|出发|出征|启程|此次|此行|这次|报名|队伍|支教|{AID_TO}|[进赴][疆藏]"
)
_AMONG = later("其中|一员|之一|[进赴][疆藏青]")
_LEADER = later(
    f"(?:支教|{AID_TO})(?:教师|老师)?[团队组][^，。；]{{0,4}}?(?:团长|队长|领队|组长|成员|队员|代表)"
)
_FACULTY = later("(?:大学|学院).*[院系部]$")
_OF_THEM = later(
    "(?:这支|该|本)(?:教师|老师|支教)?(?:队伍|团队|小队)(?:中|里)?[^。，]{0,8}?(?:涌现出?|包括|有)[^。]{0,40}$|"
    f"{_COUNT}[^，。；]{{0,8}}?(?:教师|老师|志愿者|队员)，?其中[^。]{{0,60}}$"
)
_COUNTED = pattern(
    f"^(?:这|此次|这次)?(?P<k>{_COUNT})[^ⓃⒷⓅ。；，]{{0,6}}?(?:Ⓣ|教师|老师|队员|志愿者)(?:分别是|是|：)?L"
)
_BRIEF = later(f"{CALLS}|{LESSONS}|考察|名师团|[一二两三四五六七0-9]天")
_NAMED = later(
    "^(?![^。；]{0,40}(?:欢迎|迎接|接待|陪同|看望|慰问|感谢))[^。；]*?(?:团队|队伍|工作队|支教[团队]|小队|小组|一行)[^ⓃⒷⓅ。；，]{0,6}?(?:Ⓣ|成员|队员|教师|老师)?[^ⓃⒷⓅ。；，]{0,4}?"
    "(?:包括|包含|分别是|分别为|有|为|是|：)(?=[ⒷⓅⓃⓉ])"
)
_NUMBERS = {sign: at for at, sign in enumerate("零一二三四五六七八九十")} | {"两": 2}
_SPEAKS_OF_ONE = later(
    f"{_COUNT}[^，。；]{{0,16}}(?:教师|老师|志愿者|队员)|(?:教师|老师|支教)(?:团队|队伍)"
)
_VISIT = later(f"{CALLS}|主持|跟岗|参训|培训班|出席|致辞|送行|{LESSONS}|学员|学生")


@dataclass(frozen=True, slots=True)
class Team:
    """Where the one team of a page is from, if told, and where it serves."""

    home: Mention | None
    host: Mention
    size: int = 0
    """How many the text counts, if it counts less than a hundred; else 0."""


def team_sent(skeletons: Sequence[Skeleton], context: Collection[str]) -> Team | None:
    """The team that the page says went somewhere; None if it tells of two hosts or of none.

    A province beside one of its counties is no second host.
    """
    homes: list[Mention] = []
    hosts: dict[str, Mention] = {}
    sizes: set[int] = set()
    for skeleton in skeletons:
        for event in _EVENTS:
            for match in event.finditer(skeleton.signs):
                if _BRIEF.search(match[0]) is not None:
                    continue
                groups = match.groupdict()
                if groups.get("aid") and not _aided(skeleton, match):
                    continue
                host = skeleton.body(match, "b")
                home = skeleton.body(match, "a") if groups.get("a") else None
                if host is not None:
                    hosts.setdefault(host.key, host)
                    if groups.get("k"):
                        sizes.add(_number(groups["k"]))
                if home is not None:
                    homes.append(home)
    fine = [
        host
        for host in hosts.values()
        if not any(m.key != host.key and contains(host, m, context) for m in hosts.values())
    ]
    if len(fine) != 1:
        return None
    home = homes[0] if len({m.key for m in homes}) == 1 else None
    return Team(home, fine[0], next(iter(sizes)) if len(sizes) == 1 else 0)


def _number(count: str) -> int:
    """三名 → 3, 12位 → 12; 0 for what is no plain number."""
    said = count[:-1]
    if said.isascii() and said.isdigit() and len(said) < 3:
        return int(said)
    return _NUMBERS.get(said, 0)


def _counted(skeletons: Sequence[Skeleton], team: Team) -> Iterator[Mention]:
    """Those whom a sentence counts up to just as many as the team has."""
    for skeleton in skeletons:
        match = _COUNTED.match(skeleton.signs) if team.size > 1 else None
        if match is None or _number(match["k"]) != team.size:
            continue
        people = [
            span
            for span in skeleton.spans[slice(*match.span("n"))]
            if isinstance(span, Mention) and span.kind is Kind.PERSON
        ]
        if len(people) == team.size:
            yield from people


def _enumerated(skeletons: Sequence[Skeleton]) -> Iterator[Mention]:
    """Those of whom a sentence says that the team is made up: 团队成员包括A校甲、B校乙."""
    for skeleton in skeletons:
        match = _NAMED.search(skeleton.signs)
        rest = skeleton.spans[match.end() :] if match is not None else ()
        people = [m for m in rest if isinstance(m, Mention) and m.kind is Kind.PERSON]
        if len(people) > 1:
            yield from people


def _aided(skeleton: Skeleton, match: re.Match[str]) -> bool:
    post = skeleton.spans[match.start("aid")]
    return isinstance(post, Title) and post.aid


def by_team(
    text: str,
    team: Team,
    chains: Sequence[Chain],
    homes: Mapping[str, Mention],
    told: Collection[str],
    placed: Collection[str],
    context: Collection[str],
) -> Iterator[Sent]:
    """One stay for each teacher from elsewhere whose sentence speaks of the team."""
    done = set(placed)
    for chain in chains:
        person = chain.person
        home = homes.get(person.key)
        if person.key in done:
            continue
        start, end = sentence_around(text, person.start, person.end)
        sentence = text[start:end]
        if home is None and _OF_THEM.search(text, start, person.start):
            if not _VISIT.search(text, start, person.end + 8):
                done.add(person.key)
                yield _member(person, team.home, team.host, start, end)
            continue
        if home is None or not (home.kind is Kind.SCHOOL or _FACULTY.search(home.name)):
            continue
        teaches = any(h.title.title in ("教师", "老师") and h.body == home for h in chain.held)
        sure = teaches or person.key in told or _AMONG.search(sentence) is not None
        sure = sure or _LEADER.search(text, start, person.start) is not None
        if not sure or not _ONE_OF.search(sentence) or _VISIT.search(sentence):
            continue
        if team.home is not None and not contains(team.home, home, context):
            continue
        if not apart(home, team.host, context) or not may_help(home, team.host, context):
            continue
        done.add(person.key)
        yield _member(person, home, team.host, start, end)


def _member(person: Mention, home: Mention | None, host: Mention, start: int, end: int) -> Sent:
    return Sent(
        person=person, origin=home, destination=host, title=None,
        start=start, end=end, rule="team",
    )  # fmt: skip


def of_teams(scene: Scene, placed: Collection[str]) -> Iterator[Sent]:
    """The stays of `by_team` on a page that tells of one team; `placed` are the persons done."""
    if not scene.speaks or _SPEAKS_OF_ONE.search(scene.clean.text) is None:
        return
    read = tuple(skeletons(scene.clean, scene.things, scene.people))
    team = team_sent(read, scene.context)
    if team is None:
        return
    homes = {**scene.homes, **scene.told}
    done = set(placed)
    for person in _counted(read, team):
        if person.key not in done:
            done.add(person.key)
            start, end = sentence_around(scene.clean.text, person.start, person.end)
            home = homes.get(person.key) or team.home
            yield _member(person, home, team.host, start, end)
    for person in _enumerated(read):
        home = homes.get(person.key)
        if person.key in done or home is None or not apart(home, team.host, scene.context):
            continue
        if may_help(home, team.host, scene.context):
            done.add(person.key)
            start, end = sentence_around(scene.clean.text, person.start, person.end)
            yield _member(person, home, team.host, start, end)
    yield from by_team(scene.clean.text, team, scene.chains, homes, scene.told, done, scene.context)
