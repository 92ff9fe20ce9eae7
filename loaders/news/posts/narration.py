"""What sentences without a name tell of the person whom the talk is about: 她来到某校支教.

The person is the only one named in the last sentence that names any, a few sentences back at most;
of a list of persons 他们 and 两人 speak. Where somebody lived and worked before is told so as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ....ontology.records import Mention
from ...aided import AID_TO
from ...later import later
from ...screen import Screen
from ..people.titles import Title
from .kin import of_kin
from .skeletons import PERSON, Skeleton
from .visits import CALLS, LESSONS

__all__ = ["Told", "narrated"]

_X = "(?:Ⓟ+的)?Ⓟ*Ⓑ|Ⓟ+"
_GAP = "[^ⓃⒷⓅ。；]"
_NEAR = "[^ⓃⓉⒷⓅ。；，]"
_AID = f"支教|援教|挂职|挂任|驻点|轮岗|顶岗|{AID_TO}|帮扶|银龄|讲学|志愿服务|西部计划"
_WORK = (
    f"(?:{_AID}|任教|服务|执教|从教|教书|工作|任职|当老师|担任Ⓣ|任Ⓣ"
    "|任[^ⓃⒷⓅ，。；]{1,8}Ⓣ|教[高初小])"
)
_TO = "(?:来到|走进|前往|奔赴|远赴|到|赴|至|来|驻|在|去)了?"
_HOST = tuple(
    later(telling)
    for telling in (
        f"^{_GAP}{{0,36}}?{_TO}(?P<b>{_X})(?:（[^）]{{1,20}}）)?{_NEAR}{{0,8}}?{_WORK}",
        f"^{_GAP}{{0,36}}?(?:申请|报名|要求|请缨)(?:到|去|赴|来|前往){_NEAR}{{0,10}}(?P<b>{_X})",
        f"^{_GAP}{{0,36}}?(?:服务|任教|任职|执教|支教|就职)于(?P<b>{_X})",
        f"^{_GAP}{{0,24}}?(?:报名|参加|参与|加入){_GAP}{{0,12}}?(?:支教|{AID_TO}){_GAP}{{0,12}}?"
        f"(?:来到了?|前往|奔赴|去了|赴|到)(?P<b>{_X})(?=$|，)",
        f"^{_GAP}{{0,36}}?(?:走进|走上|站上|登上|踏上|站在)了?(?P<b>{_X})的?{_NEAR}{{0,8}}?(?:教室|课堂|讲台)",
        f"^(?:[^Ⓝ。；]{{0,30}}?，)?{_GAP}{{0,8}}?(?:来到|走进|奔赴|前往|到|赴)(?P<b>{_X})，(?:开始|开启|展开)了?{_NEAR}{{0,12}}?(?:支教|援教|挂职|{AID_TO})",
        f"^{_GAP}{{0,36}}?(?:任教|支教|服务|受援|帮扶|挂职|对口|{AID_TO})(?:的)?(?:学校|单位|地|地点)?(?:就?是|为|在|：)(?P<b>{_X})",
        f"^{_GAP}{{0,36}}?成为了?(?P<b>{_X})的?(?:一[名位])?(?P<aid>Ⓣ)",
        f"^{_GAP}{{0,36}}?(?:被|将|给)(?:选派|委派|分配|安排|分派|派|分)(?:到|往|至|在|去)了?(?P<b>{_X})",
    )
)
_MAYBE = tuple(
    later(telling)
    for telling in (
        f"^{_GAP}{{0,40}}?成为了?(?P<b>{_X})的?(?:一[名位])?(?P<aid>Ⓣ)",
        f"^{_GAP}{{0,24}}?(?:挂任|挂职担任|挂职|选派为|任命为|聘为|出任|担任|起，?任|，任)(?P<b>{_X})(?P<aid>Ⓣ)",
        f"^(?:如今|现在|目前|今天|眼下)[，]?[他她]?(?:已经|已|现)?(?:是|成为|担任)(?P<b>{_X})的?[^ⓃⒷⓅ，]{{0,6}}?(?P<aid>Ⓣ)",
        f"^{_GAP}{{0,14}}?在(?P<b>{_X}){_NEAR}{{0,12}}?(?:年|学期|个月|载)",
        f"^{_GAP}{{0,40}}?成(?:为了?|了)(?P<b>{_X})(?:教师队伍)?的(?:新?一员|一分子)",
        f"^{_GAP}{{0,20}}?(?:赴|来到|前往|到)(?P<b>{_X})，(?:挂职|挂任|任|担任)(?P<aid>Ⓣ)",
    )
)
"""What tells of a stay only of somebody who is known to come from elsewhere."""
_TELLINGS = Screen(
    (weak, telling) for weak, tellings in ((False, _HOST), (True, _MAYBE)) for telling in tellings
)
"""Whether it is one of the latter → pattern."""
_FROM_TO = later(
    f"^{_GAP}{{0,20}}?从(?P<a>{_X})(?:Ⓣ{_NEAR}{{0,4}})?{_NEAR}{{0,6}}?{_TO}(?P<b>{_X}){_NEAR}{{0,8}}{_WORK}"
)
_CAME = later(
    f"^{_GAP}{{0,20}}?从(?P<a>Ⓟ*Ⓑ){_NEAR}{{0,4}}?(?:来到|奔赴|调到|到|赴)(?P<b>{_X})(?=后|之后|以来|，|$)"
)
"""Where somebody came from and to; a stay only if the two lie apart and the page is about such."""
_HOME = later(
    f"^{_GAP}{{0,20}}?(?:原(?:先)?(?:所在|工作|任教|任职)?(?:的)?(?:学校|单位)(?:就?是|为)"
    f"|(?:此前|之前|原本|原先|原来|退休前|援[一-鿿]前|支教前|来[^，。ⓃⒷⓅ]{{0,4}}前|进[疆藏]前|当时|那时)"
    f"，?{_NEAR}{{0,6}}?(?:在|是)|从|这[位名]来自|(?:离开|告别)了?[^ⓃⒷⓅ，。；]{{0,12}}?)(?P<a>{_X})(?P<rest>[^ⓃⒷⓅ。；]{{0,12}})"
)
_LEFT = later("退休|退下|卸任|出发|岗位|任上|[工职]作|任教|任职|教书|执教|担任|任|站|Ⓣ|教|的")
_QUITS = later("单位|离开|告别|来自")
_BEFORE = later("退休前|支教前|援[一-鿿]前|此前|之前|原来|原先|原本|前$")
_LIFE = later("毕业|考[入上取]|就读|师范|参加工作|家乡|老家|故乡|返乡|录用|考编|特岗|留校|小时候")
_VISIT = later(
    f"{CALLS}|主持|{LESSONS}|执教[《“了]|公开课|跟岗|培训|学习|研学|召开|举行"
    "|感谢|致敬|祝贺|祝愿|敬意"
)
_HE = later("[他她](?![们俩的])")
_AS = later(
    "(?:[，：“”]?(?:作为[^ⓃⒷ，。]{1,24}，|(?:现任|现为|[是系])Ⓟ*Ⓑ?Ⓣ[、，]|这[位名][^ⓃⒷ，。]{1,16}Ⓣ，))?"
)
_MANY = later("他们|她们|他俩|她俩|[两二三四五六几][人位]")
_SPEAKS = later(_AID)
_SAYS = later(
    "^[，]?(?:在[^，。]{0,8}[中上时])?(?:谈到|强调|指出|要求|希望|认为|表示，希望|号召|叮嘱|勉励)"
)
_OTHERS = later(
    "(?:派出?|组织|带领|率领|安排|动员|邀请|吸引|联系)了?[^，到赴往]{0,4}(?:教师|老师|学生|干部|人|名|位|团|队|Ⓣ)"
    "|我们|学[校院]|校方|公司|基金会|集团|大家|同学|孩子|老师们|教师们|[0-9多几]+[名位]|[说讲道]，|介绍|表示"
)
_PLAN = later("想|希望|愿意|能够|可以|如果|为什么|吗|？")
_FAR = 200
"""Characters over which somebody stays in focus while nobody else is named."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Whom the talk is about, and where the text named them last."""

    people: tuple[Mention, ...]
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """That `person` serves at `body`, or comes from there where `home` is true."""

    person: Mention
    body: Mention
    title: str | None
    start: int
    end: int
    home: bool
    weak: bool
    """Whether it tells of a stay only if the person is known to come from elsewhere."""


def narrated(text: str, skeletons: Sequence[Skeleton]) -> tuple[Told, ...]:
    """What the sentences without a name tell of the persons in focus, in order of the text.

    Where the page seldom speaks of people who are sent, it has to do so close by.
    """
    return _narrated(text, tuple(skeletons))


@lru_cache(maxsize=2)  # asked for the stays of a page, and for where its people come from
def _narrated(text: str, skeletons: tuple[Skeleton, ...]) -> tuple[Told, ...]:
    return tuple(_each_told(text, skeletons))


def _each_told(text: str, skeletons: Sequence[Skeleton]) -> Iterator[Told]:
    often = len(_SPEAKS.findall(text)) > 2
    one = many = Focus((), 0)
    hero = _hero(skeletons)
    for skeleton in skeletons:
        people = skeleton.people
        tail = skeleton
        if people:
            focus = Focus(tuple({p.key: p for p in people}.values()), people[-1].end)
            one, many = focus, (focus if len(focus.people) > 1 else many)
            alone = len(focus.people) == 1 and all(p.end - p.start == 1 for p in people)
            last = skeleton.signs.rfind(PERSON)
            tail = skeleton.without(PERSON) if alone else skeleton.after(last + 1)
        if tail.signs.startswith(("的", "等", "一行")) or (people and _SAYS.match(tail.signs)):
            continue  # 某校长甲|一行8人: who visits does not stay
        said = _AS.match(tail.signs)
        tail = tail.after(said.end()) if said is not None else tail
        head = tail.signs.lstrip("，：“”、的 　")
        plural = _MANY.search(head[:16]) is not None
        focus = many if plural else one
        if not plural and _HE.search(head[:24]) and hero not in {p.key for p in focus.people}:
            continue  # a pronoun that nobody could tell
        if plural is not (len(focus.people) > 1) or len(focus.people) > 6 or not tail.spans:
            continue
        if tail.start - focus.end < _FAR:
            near = text[max(0, tail.start - 200) : tail.start + 100]
            yield from _of(tail, focus.people, often or _SPEAKS.search(near) is not None)


def _hero(skeletons: Sequence[Skeleton]) -> str:
    """The person whom a portrait is about: of three mentions of anybody, two; else empty."""
    counts = Counter(person.key for skeleton in skeletons for person in skeleton.people)
    key, count = next(iter(counts.most_common(1)), ("", 0))
    return key if count > 2 and 3 * count >= 2 * counts.total() else ""


def _of(skeleton: Skeleton, focus: Sequence[Mention], speaks: bool) -> Iterator[Told]:
    signs = skeleton.signs
    came = _CAME.match(signs) if speaks else None
    home = came or _HOME.match(signs) or _FROM_TO.match(signs)
    if home is not None and _LIFE.search(home[0]) is None:
        groups = home.groupdict()
        if groups.get("b") or _LEFT.search(home["rest"]) or _QUITS.search(home[0]):
            yield from _each(skeleton, home, "a", focus, home=True)
        if groups.get("b"):
            yield from _each(skeleton, home, "b", focus, weak=came is not None)
            return
        skeleton = skeleton.after(home.end("a"))
        skeleton = skeleton.after(skeleton.signs.find("，") + 1)
        signs = skeleton.signs
    if not speaks or not skeleton.spans:
        return
    if any(out.search(signs) for out in (_VISIT, _LIFE, _PLAN)):
        return
    for weak, telling in _TELLINGS.worth_trying(signs):
        match = telling.match(signs)
        if match is None or _BEFORE.search(match[0]):
            continue
        at = match.start("b")
        if _of_others(signs[:at]) or of_kin(signs, at):
            continue
        title = None
        if "aid" in match.groupdict():
            span = skeleton.spans[match.start("aid")]
            if not isinstance(span, Title) or span.learner or not (span.aid or weak):
                continue
            title = span.title
        yield from _each(skeleton, match, "b", focus, title=title, weak=weak)
        return


def _of_others(before: str) -> bool:
    """Whether the clause before a body has another subject: 学校先后派教师到|B校|支教."""
    return _OTHERS.search(before[before.rfind("，") + 1 :]) is not None


def _each(
    skeleton: Skeleton,
    match: re.Match[str],
    group: str,
    focus: Sequence[Mention],
    *,
    title: str | None = None,
    home: bool = False,
    weak: bool = False,
) -> Iterator[Told]:
    """The same for each person in focus."""
    body = skeleton.body(match, group)
    if body is None:
        return
    start, end = skeleton.bounds(match)
    for person in focus:
        yield Told(
            person=person, body=body, title=title, start=start, end=end, home=home, weak=weak
        )
