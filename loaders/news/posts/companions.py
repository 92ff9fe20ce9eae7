"""Stays told by those of others: 他的前任甲, 和她同来的还有乙; colleagues from the same place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from ...screen import Screen
from ..entities.sides import codes_of, contains
from ..page.sentences import sentence_around
from .hosts import apart, may_help
from .letters import pattern
from .sendings import Sent
from .skeletons import PERSON, Skeleton
from .stayscene import Scene
from .visits import CALLS, LESSONS

__all__ = ["COLLEAGUE", "COMPANION", "PARTNER", "by_companions", "colleagues"]

COMPANION, PARTNER, COLLEAGUE = "companion", "partner", "colleague"
"""The rules that such stays name; a partner may be of the place, unless a home is told."""
_HE = "(?:(?P<who>Ⓝ)|[他她其])的?"
_WITH = f"(?:与|和|同|跟){_HE}(?:Ⓣ|老师|教师)?"
_TELLINGS = Screen(
    (rule, pattern(telling))
    for rule, telling in (
        (COMPANION, f"(?:{_HE}|接过|接替|接任)(?:自己的)?前任[^ⓃⒷⓅ，。；]{{0,10}}?(?P<n>Ⓝ)"),
        (
            COMPANION,
            f"{_WITH}(?:一[同起道块]|同[来去行批期队])[^，。；Ⓝ]{{0,8}}的，?"
            "(?:还有|是|有)?(?:同事|队友|同学|老乡)?(?:来自)?[ⒷⓅ]*的?Ⓣ?L",
        ),
        (
            COMPANION,
            f"(?:跟|随|和|与){_HE}(?:一[同起道块])?(?:同[来去行]|前往|前来|支教)的，?"
            "(?:还有|是|有)?(?:来自)?[ⒷⓅ]*的?Ⓣ?L",
        ),
        (
            PARTNER,
            f"{_WITH}(?:搭档|搭班|同屋|同住)[^，。；Ⓝ]{{0,8}}的，?(?:还有|是)?(?:来自)?[ⒷⓅ]*的?Ⓣ?L",
        ),
        (
            PARTNER,
            f"{_HE}(?:和|与|同)(?:同样)?(?:来自)?[ⒷⓅ]+的Ⓣ?L(?:一[起同道]|轮流|共同|搭档|分别|同住)",
        ),
        (
            PARTNER,
            "(?P<who>Ⓝ)的?(?:团队|队伍|队里|小组)[^Ⓝ。]{0,10}(?:还有|包括|有)[^Ⓝ。]{0,8}：?Ⓣ?L",
        ),
        (COMPANION, f"(?P<n>Ⓝ)(?:老师)?(?:来)?(?:接替|接过|接){_HE}的?(?:班|岗|接力棒|教鞭)"),
        (
            COMPANION,
            "[他她](?:和|与|同)(?:同事|队友|同伴|丈夫|妻子|爱人)NⓉ?(?:一[同起道])?，?(?:从[ⒷⓅ]+)?(?:来|到|来到)"
            f"(?:这里|此地|这儿|这所学校)(?:支教|任教|援教|{AID_TO})",
        ),
        (COMPANION, "[他她]们?的(?:团员|队员|队友|Ⓣ)(?:还有|包括|有)[ⒷⓅ]*的?Ⓣ?L"),
        (COMPANION, f"同[来去行期](?:支教|{AID_TO}|挂职)?的(?:还有)?[ⒷⓅ]*的?Ⓣ?L"),
        (
            COMPANION,
            f"同样?(?:也)?在(?:这里|此|此地|这所学校|该校|当地|这儿)(?:支教|任教|挂职|服务|{AID_TO})的"
            "(?:还有)?(?:来自)?[ⒷⓅ]*的?Ⓣ?L",
        ),
    )
)
_PASSES = later(f"{CALLS}|{LESSONS}|培训|学习|出席|参加")


def by_companions(skeletons: Sequence[Skeleton], stays: Sequence[Sent]) -> Iterator[Sent]:
    """A stay for whoever came before, or together with, somebody of whom `stays` tells where."""
    known = {stay.person.key: stay for stay in stays if stay.destination is not None}
    done = set(known)
    last: Mention | None = None
    for skeleton in skeletons:
        for rule, telling in _TELLINGS.worth_trying(skeleton.signs):
            for match in telling.finditer(skeleton.signs):
                who = match.groupdict().get("who")
                stay = _of(skeleton, match.start("who" if who else 0), who, known, last)
                if stay is None or _PASSES.search(match[0]) is not None:
                    continue
                start, end = skeleton.bounds(match)
                for former in _people(skeleton, *match.span("n")):
                    if former.key not in done:
                        done.add(former.key)
                        yield Sent(
                            person=former, origin=None, destination=stay.destination, title=None,
                            start=start, end=end, rule=rule,
                        )  # fmt: skip
        if PERSON in skeleton.signs:
            last = skeleton.people[-1]


def _of(
    skeleton: Skeleton,
    at: int,
    who: str | None,
    known: Mapping[str, Sent],
    last: Mention | None,
) -> Sent | None:
    """The stay of him of whom the telling at sign `at` speaks: named there, or before."""
    if who:
        person: Mention | None = _people(skeleton, at, len(skeleton.signs))[0]
    else:
        before = _people(skeleton, 0, at)
        person = before[-1] if before else last
    stay = known.get(person.key) if person is not None else None
    if stay is None and not who:
        hosts = {s.destination.key for s in known.values() if s.destination is not None}
        stay = next(iter(known.values())) if len(hosts) == 1 else None  # 同去的: with all of them
    return stay


def _people(skeleton: Skeleton, low: int, high: int) -> list[Mention]:
    return [
        span
        for span in skeleton.spans[low:high]
        if isinstance(span, Mention) and span.kind is Kind.PERSON
    ]


def colleagues(scene: Scene, told: Mapping[str, Mention], stays: Sequence[Sent]) -> Iterator[Sent]:
    """A stay for whoever is said to come from where those come from who all serve at one school.

    It must be the only school of the page at which the person could serve.
    """
    text, context = scene.text, scene.context
    placed = {stay.person.key for stay in stays if stay.destination is not None}
    hosts = {s.destination.key: s.destination for s in stays if s.destination is not None}
    schools = {key: m for key, m in hosts.items() if m.kind is Kind.SCHOOL}
    host = next(iter(schools.values()), None)
    if len(schools) != 1 or host is None:
        return
    if any(m.key != host.key and not contains(m, host, context) for m in hosts.values()):
        return
    homes = {
        code for s in stays if s.origin is not None for code in codes_of(s.origin, context)[:2]
    }
    done: set[str] = set()
    fits: dict[str, bool] = {}
    for person in scene.people:
        home = told.get(person.key)
        if home is None or person.key in placed or person.key in done:
            continue
        if homes.isdisjoint(codes_of(home, context)[:2]) or not apart(home, host, context):
            continue
        if home.key not in fits:
            fits[home.key] = _only_host(scene, home, host)
        start, end = sentence_around(text, person.start, person.end)
        if not fits[home.key] or _PASSES.search(text, start, end) is not None:
            continue
        done.add(person.key)
        yield Sent(
            person=person, origin=home, destination=host, title=None,
            start=start, end=end, rule=COLLEAGUE,
        )  # fmt: skip


def _only_host(scene: Scene, home: Mention, host: Mention) -> bool:
    """Whether `host` is the one school of the page at which somebody from `home` could serve."""
    return {
        m.key
        for m in scene.hosts.schools
        if apart(home, m, scene.context) and may_help(home, m, scene.context)
    } == {host.key}
