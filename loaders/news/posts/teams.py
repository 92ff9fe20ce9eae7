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

__all__ = ["Team", "by_team", "of_teams", "team_sent"]

_COUNT = "[一二两三四五六七八九十百0-9多余几]+余?[名位]"
_KIND = "[^ⓃⒷⓅ。；，]{0,8}?(?:Ⓣ|教师|老师|志愿者|队员)"
_SERVES = f"支教|援教|任教|挂职|{AID_TO}"
_EVENTS = (
    pattern(
        f"(?:A[^ⓃⒷⓅ。；]{{0,16}}?)?{_COUNT}{_KIND}[^ⓃⒷ。；]{{0,16}}?"
        f"(?:前往|奔赴|远赴|启程赴|到|赴|来到)B(?=[^ⓃⒷⓅ。；]{{0,16}}?(?:{_SERVES}))"
    ),
    pattern(f"^[^ⓃⒷⓅ。；]{{0,10}}B[^ⓃⒷⓅ。；，]{{0,6}}?(?:有|迎来了?|来了){_COUNT}(?P<aid>Ⓣ)"),
)
_ONE_OF = later(
    f"其中|一员|来自|之一|出发|出征|启程|此次|此行|这次|报名|队伍|支教|{AID_TO}|[进赴][疆藏]"
)
_AMONG = later("其中|一员|之一|[进赴][疆藏青]")
_SPEAKS_OF_ONE = later(f"{_COUNT}[^，。；]{{0,16}}(?:教师|老师|志愿者|队员)")
_VISIT = later(
    "看望|慰问|调研|考察|走访|签约|捐赠|主持|参观|跟岗|参训|培训班|出席|致辞|送行|送教|讲座|示范课|学员|学生"
)


@dataclass(frozen=True, slots=True)
class Team:
    """Where the one team of a page is from, if told, and where it serves."""

    home: Mention | None
    host: Mention


def team_sent(skeletons: Sequence[Skeleton], context: Collection[str]) -> Team | None:
    """The team that the page says went somewhere; None if it tells of two hosts or of none.

    A province beside one of its counties is no second host.
    """
    homes: list[Mention] = []
    hosts: dict[str, Mention] = {}
    for skeleton in skeletons:
        for event in _EVENTS:
            for match in event.finditer(skeleton.signs):
                groups = match.groupdict()
                if "aid" in groups and not _aided(skeleton, match):
                    continue
                host = skeleton.body(match, "b")
                home = skeleton.body(match, "a") if groups.get("a") else None
                if host is not None:
                    hosts.setdefault(host.key, host)
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
    return Team(home, fine[0])


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
        if person.key in done or home is None or home.kind is not Kind.SCHOOL:
            continue
        start, end = sentence_around(text, person.start, person.end)
        sentence = text[start:end]
        teaches = any(h.title.title in ("教师", "老师") and h.body == home for h in chain.held)
        sure = teaches or person.key in told or _AMONG.search(sentence) is not None
        if not sure or not _ONE_OF.search(sentence) or _VISIT.search(sentence):
            continue
        if team.home is not None and not contains(team.home, home, context):
            continue
        if not apart(home, team.host, context) or not may_help(home, team.host, context):
            continue
        done.add(person.key)
        yield Sent(
            person=person, origin=home, destination=team.host, title=None,
            start=start, end=end, rule="team",
        )  # fmt: skip


def of_teams(scene: Scene, placed: Collection[str]) -> Iterator[Sent]:
    """The stays of `by_team` on a page that tells of one team; `placed` are the persons done."""
    if not scene.speaks or _SPEAKS_OF_ONE.search(scene.clean.text) is None:
        return
    team = team_sent(tuple(skeletons(scene.clean, scene.things, scene.people)), scene.context)
    if team is not None:
        homes = {**scene.homes, **scene.told}
        yield from by_team(
            scene.clean.text, team, scene.chains, homes, scene.told, placed, scene.context
        )
