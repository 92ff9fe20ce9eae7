"""What a page tells of its crews once for all: whose they are, and where they serve.

Several crews of one page are kept apart by their batch (首批, 第二批). Of several bodies that a
crew goes to, the place that all of them lie in is meant; where there is none, it stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ....ontology.records import Kind, Mention
from ...aided import AIDED, AIDS
from ...later import later
from ..entities.sides import EAST, WEST, codes_of, contains, is_government
from .crewteams import Teams
from .crewwords import AID_WORD, CREW, Said
from .visits import CALLS, LESSONS

__all__ = [
    "Crews",
    "batch_in",
    "crews_of",
    "helped_side",
    "home_before",
    "regions_in",
    "targets_in",
]

_COUNT = "[0-9一二两三四五六七八九十百多余几]+余?[名位]"
_FILL = later(
    '[第首新一二两三四五六七八九十百0-9余多几批次届期轮这本该上前名位的“”‘’"市省区县州等 选派出来'
    "优秀教育人才骨干实习研究生大高校组团式对口工作联合青年柔性技术专职业全体所有各]{0,16}"
)
"""The signs of the words that may stand between a place and its crew: 某市|第二批10名|教师."""
_GOES = (
    "(?:对口支援|对口帮扶|结对帮扶|支援|帮扶|援助|奔赴|前往|远赴|抵达|来到|进驻|走进|派往|派到|派驻|出征|到达"
    "|扎根|服务于|赴|到|至|在|驻|来|去)"
)
_BEFORE_HOST = later(f"{_GOES}[ⒷⓅ]*$")
_RUN = "[ⒷⓅ]+(?:的[ⒷⓅ]+)?(?:[、和与及][ⒷⓅ]+)*"
_TARGET = later(
    f"(?P<go>{_GOES})了?(?:[^ⓃⒷⓅ，。；“”]{{1,8}}的)?(?P<b>{_RUN})(?=(?P<rest>[^ⓃⒷⓅ。；]{{0,18}}))"
)
_STAYS = later(
    f"{AID_WORD}|任教|执教|从教|挂职|任职|工作(?!会|室|座谈)|教书|服务|报到|授课|担任|教学|驻校|上岗|开展为期|顶岗|实习"
    "|^(?:已有?|将?满)[0-9一二两三四五六七八九十百多余近半整]+个?多?(?:天|日|周|月|学期|年)|开[^，。；]{0,4}?班会|上课|讲课"
)
_WEAK = ("在", "来", "去", "至", "到", "驻", "走进", "来到", "支援", "帮扶", "援助")
_PASSES = later(
    f"^前|{CALLS}|{LESSONS}|座谈会|举行|召开|参加|集中|转机|中转|转乘|休整|出席|培训班|学习|研学|参观"
)
_SPEAKS = later(AID_WORD)
_CREW = later(CREW)
_CREWED = later(f"{CREW}$")
_LABEL = later("(?:第(?P<n>[0-9一二三四五六七八九十百]+)|(?P<one>首))(?:批次?|届|期|轮)")


def batch_in(words: str) -> str:
    """The batch that words name, 首批 and 第一批 alike; empty if none."""
    label = _LABEL.search(words)
    return "" if label is None else ("一" if label["one"] else label["n"])


@dataclass(frozen=True, slots=True)
class Crews:
    """The crews of a page; `homes` and `hosts` by batch, under the empty batch of all of them."""

    homes: Mapping[str, Mention]
    hosts: Mapping[str, Sequence[Mention]]
    regions: frozenset[str]
    """The first two digits of the provinces that words like 援疆 name."""
    told: frozenset[str]
    """The keys of the bodies where a sentence has one of a crew, or all of it, serve."""
    several: bool
    """Whether the page names more than one batch."""
    things: Sequence[Mention] = field(repr=False, default=())
    context: Collection[str] = field(repr=False, default=())
    teams: Teams = field(repr=False, default_factory=lambda: Teams("", ()))
    told_in: dict[tuple[object, ...], Mention | None] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """Where a sentence says that somebody goes, and other things looked up once."""
    _known: dict[tuple[object, ...], Mention | None] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )

    def home(self, batch: str) -> Mention | None:
        """Whose the crew of a batch is."""
        return self.homes.get(batch) or self.homes.get("")

    def host(self, batch: str, regions: Collection[str]) -> Mention | None:
        """Where the crew of a batch serves; what is told of another batch counts for nothing.

        Of crews that help several provinces the host lies in one of `regions`.
        """
        key = (batch if self.several else "", *sorted(regions))
        if key not in self._known:
            told = self.hosts.get(str(key[0]), ())
            fits = [m for m in told if helped_side(m, regions, self.context) >= 0]
            self._known[key] = self.one_of(fits)
        return self._known[key]

    def one_of(self, bodies: Sequence[Mention]) -> Mention | None:
        """The body that several tell of, or the smallest place that all of them lie in.

        A province says nothing where the page tells of finer places there.
        """
        found = one_of(bodies, self.things, self.context) if bodies else None
        if found is None or len(codes_of(found, self.context)) != 1:
            return found
        finer = any(m.key != found.key and contains(found, m, self.context) for m in self.things)
        return None if finer else found


def crews_of(
    said: Sequence[Said], things: Sequence[Mention], text: str, context: Collection[str]
) -> Crews:
    """What the sentences of a page tell of its crews."""
    teams = Teams(text, things)
    signs = regions_in(text)
    there = {codes[-1][:2] for m in things if (codes := codes_of(m, context))}
    regions = signs & there or signs
    homes: dict[str, list[Mention]] = {}
    hosts: dict[str, list[Mention]] = {}
    own: dict[str, list[Mention]] = {}
    labels = {batch_in(label[0]) for label in _LABEL.finditer(text)}
    line, carried = -1, ""
    breaks = [found.start() for found in _BREAK.finditer(text)]
    for one in said:
        start, _ = one.bounds(0, len(one.words))
        here = bisect_left(breaks, start)
        carried = (batch_in(one.words) or carried) if here == line else batch_in(one.words)
        line = here
        for crew in _CREW.finditer(one.words):
            home = home_before(one, crew, teams) or _caller(one, crew)
            if home is not None and helped_side(home, regions, context) <= 0:
                homes.setdefault("", []).append(home)
                batch = batch_in(one.words[max(0, crew.start() - 12) : crew.end()])
                if batch:
                    homes.setdefault(batch, []).append(home)
        first = one.words.find("Ⓝ")
        person = one.at(first) if first >= 0 else None
        named = person.start if person is not None else len(text)
        for host in targets_in(one, teams, regions, context):
            told = hosts if host.start < named else own
            for batch in {"", carried}:
                told.setdefault(batch, []).append(host)
    return Crews(
        {batch: found for batch, told in homes.items() if (found := _whose(told, context))},
        {**own, **hosts},
        regions,
        frozenset(m.key for found in (*own.values(), *hosts.values()) for m in found),
        len(labels) > 1,
        things,
        context,
        teams,
    )


def regions_in(text: str) -> frozenset[str]:
    """The first two digits of the provinces that 援疆 and the like name."""
    return frozenset(AIDED[sign[0][-1]] for sign in AIDS.finditer(text))


def helped_side(body: Mention, regions: Collection[str], context: Collection[str]) -> int:
    """1 if a body lies where others help, -1 if where they come from, 0 if nothing tells."""
    codes = codes_of(body, context)
    if not codes:
        return 0
    if regions:
        return 1 if codes[-1][:2] in regions else -1
    return 1 if codes[-1] in WEST else (-1 if codes[-1] in EAST else 0)


def home_before(said: Said, crew: re.Match[str], teams: Teams) -> Mention | None:
    """The body or place whose a crew is by the words before it: 某市第二批|支教团."""
    first = said.spans[crew.start()]
    at = first if isinstance(first, int) else first.start
    team = teams.at(at)
    if team is not None and team.start < at:
        return teams.home(team)
    low = max(0, crew.start() - _BACK)
    before = said.words[low : crew.start()]
    place = max(before.rfind("Ⓑ"), before.rfind("Ⓟ"))
    if place < 0 or _FILL.fullmatch(before, place + 1) is None:
        return None
    run = before[:place].rstrip("ⒷⓅ")
    if run.endswith(("Ⓑ、", "Ⓟ、", "和", "与", "及")):
        return None
    if _BEFORE_HOST.search(run) is not None and not run.endswith("来自"):
        return None
    return said.at(low + place)


_BACK = 48
"""Signs before a crew that are looked at."""
_CALLS = later(
    "[ⒷⓅ](?:[在于][ⒷⓅ]+)?[^ⓃⒷⓅ。；，]{0,10}?(?:召开|举行|举办|开展|选派|派出|欢送|慰问|组织|为)[^ⓃⒷⓅ。；]{0,20}$"
)


def _caller(said: Said, crew: re.Match[str]) -> Mention | None:
    """Who sends a crew, or calls it together: 某区教育局召开援派教师座谈会."""
    low = max(0, crew.start() - _BACK)
    found = _CALLS.search(said.words[low : crew.start()])
    return said.at(low + found.start()) if found is not None else None


def targets_in(
    said: Said, teams: Teams, regions: Collection[str], context: Collection[str]
) -> Iterator[Mention]:
    """The bodies to which a sentence that speaks of aid says that somebody goes."""
    words = said.words
    if _SPEAKS.search(words) is None:
        return
    for crew in _CREW.finditer(words):
        inside = max(words.rfind("Ⓑ", *crew.span()), words.rfind("Ⓟ", *crew.span()))
        first = said.spans[crew.start()]
        team = teams.at(first if isinstance(first, int) else first.start)
        named = teams.place(team) if team is not None else None
        body = said.at(inside) if inside >= 0 else named
        low = max(0, crew.start() - _BACK)
        seat = _SEAT.search(words[low : crew.start()])
        where = said.at(low + seat.start()) if seat is not None else None
        if where is not None and helped_side(where, regions, context) >= 0:
            yield where
        if body is not None and helped_side(body, regions, context) >= (inside < 0):
            yield body
    for found in _RECEIVES.finditer(words):
        body = said.at(found.start("b"))
        if body is None or body.kind is Kind.INSTITUTION:
            continue
        if helped_side(body, regions, context) > 0:
            yield body
    for target in _TARGET.finditer(words):
        stays = _STAYS.search(target["rest"]) is not None or (
            _CREWED.search(words, max(0, target.start() - 12), target.start()) is not None
        )
        if target["go"] in _WEAK and not stays:
            continue
        if _PASSES.search(target["rest"]) is not None:
            continue
        for run in _RUN_PART.finditer(words, *target.span("b")):
            body = said.at(run.end() - 1)
            if body is None or (body.kind is Kind.INSTITUTION and not is_government(body)):
                continue
            side = helped_side(body, regions, context)
            if side > 0 or (side == 0 and stays):
                yield body


_RECEIVES = later(
    "(?P<b>[ⒷⓅ])[^ⓃⒷⓅ。；，]{0,8}?(?:迎来|来了|新来|接收|欢迎|欢送|送别)了?[^ⓃⒷⓅ。；]{0,12}?[ⒷⓅ]?"
    f"[^ⓃⒷⓅ。；]{{0,12}}?{CREW}"
)
_SEAT = later(f"Ⓑ的(?:{_COUNT})?[ⒷⓅ]*$")
_BREAK = later("\n")
_RUN_PART = later("[ⒷⓅ]+(?:的[ⒷⓅ]+)?")


_MOST = 12
"""Of more bodies nobody can tell which is meant."""


def one_of(
    bodies: Sequence[Mention], things: Sequence[Mention], context: Collection[str]
) -> Mention | None:
    """The one body that several tell of, or the smallest place named that all of them lie in."""
    found = {body.key: body for body in bodies}
    if len(found) > _MOST:
        return None
    fine = [
        body
        for body in found.values()
        if not any(
            m.key != body.key and body.kind is Kind.PLACE and contains(body, m, context)
            for m in found.values()
        )
    ]
    if len(fine) < 2:
        return next(iter(fine), None)
    around = {
        place.key: place
        for place in things
        if place.kind is Kind.PLACE and all(contains(place, body, context) for body in fine)
    }
    return max(around.values(), key=lambda m: len(codes_of(m, context)), default=None)


def _whose(told: Sequence[Mention], context: Collection[str]) -> Mention | None:
    """The home told most often, if all that are told lie in one another."""
    counts = Counter(m.key for m in told)
    best = max(told, key=lambda m: (counts[m.key], len(codes_of(m, context))))
    fits = all(contains(best, m, context) or contains(m, best, context) for m in told)
    return best if fits or 2 * counts[best.key] > len(told) else None
