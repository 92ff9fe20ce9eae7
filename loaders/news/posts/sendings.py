"""The ways in which a sentence tells that somebody was sent: patterns over skeletons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention
from ..page.clean import Clean
from ..people.titles import Title
from .offices import antecedent, nearest_school
from .skeletons import Skeleton

__all__ = ["OFFICE", "Sent", "by_patterns", "origins_told"]

_X = "Ⓟ*Ⓑ|Ⓟ+"
_GAP = "[^ⓃⓉⒷⓅ。；]"
_NEAR = "[^ⓃⓉⒷⓅ。；，]"
_WORK = (
    "(?:支教|任教|挂职|挂任|任职|驻点帮扶|援教|从教|轮岗|顶岗|跟岗|服务|当老师|教书"
    "|，教[高初]?[一二三]?(?:语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学)"
    "|教了(?![一二三四五六七八九十百多余\\d]{1,5}年))"
)
_SEND = (
    "(?:(?:选派|派出|委派|外派|推荐|抽调|下派|派)(?:到|赴|至|往|来|前往|在)"
    "|派驻|派往|驻点帮扶|驻点|挂职|支援|援派)"
)
_TO = "(?:来到|前往|奔赴|远赴|到|赴|至|来|驻|在)"
_TAKE = "(?:挂职担任|挂职任|挂职|挂任|出任|担任|现任|兼任|任)"
_SENT = "(?:选派|派出|派来|派驻|下派|外派)"

# In the patterns: A where from, B where to, T the post there, N who; L a list of such with their
# posts, M a list of bare names; ~ some words without a name, X a body or place.
_TELLINGS = {
    "sends": (
        f"A{_GAP}{{0,6}}?(?:选派|派出|委派|抽调|援派|派)了?[^ⓃⒷⓅ，。；]{{0,6}}?Ⓣ?LH{_GAP}{{0,6}}?{_TO}B"
        f"(?={_GAP}{{0,10}}?(?:{_WORK}|任Ⓣ|$|[，]))"
    ),
    "sent-off": (
        f"LH(?:被|经[^Ⓝ，]{{0,6}})?(?:选派|派|委派|抽调|选调)(?:到|往|至|赴)B{_NEAR}{{0,6}}?{_WORK}"
    ),
    "receives": "B(?:来了|迎来了?|新来了?)[^ⓃⒷⓅ。；]{0,8}?(?:支教|援派|挂职|援教)?Ⓣ?M",
    "come-and-go": f"LH，?(?:都|均)?来自A，~{_TO}B~{_WORK}",
    "sent-of": f"A~{_SEND}B{_WORK}?(?:的|Ⓣ)?T?的?M",
    "sent-to-of": f"(?:由|从|来自)?A{_GAP}{{0,8}}?{_TO}B{_WORK}的?Ⓣ?M",
    "sent": f"A{_SENT}来?的?(?:挂职)?(?P<t>Ⓣ)N",
    "with-of": f"{_TO}B，{_GAP}{{0,12}}来自A的Ⓣ?M",
    "from-at-of": f"来自A{_GAP}{{0,6}}{_TO}B{_WORK}的Ⓣ?N",
    "is-goes": (
        "N(?:，[男女])?(?:，?(?:原来?|现|此前|退休前)?[是系为任]|，)Ⓟ*A的?Ⓣ，~"
        f"{_TO}B~(?:{_WORK}|{_TAKE}(?P<t>Ⓣ)|(?=，|$))"
    ),
    "from-goes": f"N来自A，~{_TO}B~{_WORK}",
    "from-to": f"N[^Ⓝ。；]{{0,40}}?从A[^ⓃⒷⓅ。；]{{0,6}}?{_TO}B{_NEAR}{{0,8}}",
    "stays": "M(?:被)?(?:去了|留在|分到|分到了|分配到)B",
    "from-arrives": "N来自A[^Ⓝ。；]{0,30}?(?:来到|奔赴|远赴|前往)B",
    "at-is": f"在B{_TAKE}(?P<t>Ⓣ)的(?:是|还有)[ⒷⓅ]*Ⓣ?N",
    "each-to": f"L分别{_GAP}{{0,4}}?{_TO}(?P<each>[ⒷⓅ]+(?:[、和与及][ⒷⓅ]+)+){_NEAR}{{0,6}}?{_WORK}",
    "all-at": f"(?P<n>Ⓝ(?>[^ⓃⒷ。；]{{0,10}}[ⒷⓅⓉ]+Ⓝ)+)，[两三四五六]人~在B~{_WORK}",
    "at-of": f"{_TO}B{_WORK}的A?Ⓣ?M",
    "post-at": "(?:挂职|派驻|下派|援派|挂任)[到在]?B(?P<t>Ⓣ)(?:、Ⓣ)*的?A?Ⓣ?N",
    "goes-as": f"L~(?:(?:由|被)A)?~{_TO}B{_TAKE}{_NEAR}{{0,6}}(?P<t>Ⓣ)",
    "goes": (
        "L(?:Ⓣ|[一二两三四五六七八九十]+[位名](?:Ⓣ|老师|教师)|等~Ⓣ|作为Ⓣ)?~"
        f"(?:(?:由|被)A(?:选派|派|派驻)?)?{_TO}B{_NEAR}{{0,6}}?{_WORK}"
    ),
    "takes-up": f"N(?:（[^）]{{0,12}}）)?，?~{_TAKE}B(?P<t>Ⓣ)",
    "entry-as": (
        "N(?:（[^）]{0,8}）)?(?:，[男女])?[，　 ]{1,4}(?:生前)?[系是]?Ⓟ*AⓉ(?:、Ⓣ)*，"
        f"(?:{_NEAR}{{0,18}}?援[疆藏青黔滇川桂陕甘宁蒙琼](?:期间)?(?:担任|挂职|任)"
        "|(?:担任|任)(?=[ⒷⓅ]+Ⓣ[^Ⓝ]{0,14}(?:到岗|支教|驻校)))B(?P<t>Ⓣ)"
    ),
    "back": (
        "B(?P<t>Ⓣ)N[^Ⓝ。；]{0,12}?(?:结束|完成)[^Ⓝ，。；]{0,4}?(?:援[疆藏青黔滇川桂陕甘宁蒙琼]|支教|挂职|帮扶)"
        "[^Ⓝ，。；]{0,8}?，?(?:返回|回到)A"
    ),
    "enters": (
        "A?Ⓣ?NⓉ?，?[^ⓃⒷⓅ。；，]{0,8}?(?:进|入|赴)[疆藏青黔滇川桂陕甘宁蒙琼]，?[^ⓃⒷⓅ。；，]{0,6}?"
        f"{_TAKE}B(?P<t>Ⓣ)"
    ),
    "leads": f"N[是系]A~(?:{_SENT}|委派|派往|派到)[到赴在]?B?",
    "as": "N作为(?P<aid>Ⓣ)",
}
_SHORT = {
    "A": f"(?P<a>{_X})",
    "B": f"(?P<b>{_X})",
    "T": "(?P<t>Ⓣ)",
    "N": "(?P<n>Ⓝ)",
    "M": "(?P<n>Ⓝ(?:（[^）]{0,16}）)?(?:[、和与]Ⓝ(?:（[^）]{0,16}）)?)*)",
    "L": "(?P<n>Ⓝ(?:[、和与，][ⒷⓅⓉ]*Ⓝ)*)",
    "H": "(?:等?[一二两三四五六七八九十0-9]{0,3}[位名]?(?:青年|骨干|优秀)?(?:Ⓣ|老师|教师|同志)?)?",
    "~": f"{_GAP}{{0,14}}?",
}


def _pattern(telling: str) -> re.Pattern[str]:
    return re.compile("".join(_SHORT.get(sign, sign) for sign in telling))


_PATTERNS = tuple((name, _pattern(telling)) for name, telling in _TELLINGS.items())
_LATER = _pattern(f"^{_GAP}{{0,24}}[他她]~{_TO}B{_NEAR}{{0,6}}?{_WORK}")
_VISIT = re.compile("看望|慰问|调研|考察|走访|签订|签约|捐赠|主持|视察|参观")
_FROM = _pattern("LH，?(?:是|则|都|均)?来自A")
OFFICE = re.compile("^(?:常务)?副?[省市县区州旗盟镇乡]长$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One telling of a secondment."""

    person: Mention
    origin: Mention | None
    destination: Mention | None
    title: str | None
    start: int
    end: int
    rule: str


def by_patterns(
    clean: Clean,
    skeletons: Sequence[Skeleton],
    mentions: Sequence[Mention],
    homes: Mapping[str, Mention],
) -> Iterator[Sent]:
    """What the patterns find, and what the next sentence says of the same person (她在 … 任教)."""
    last: Mention | None = None
    for skeleton in skeletons:
        done: set[str] = set()
        for rule, pattern in _PATTERNS:
            for match in pattern.finditer(skeleton.signs):
                if _VISIT.search(match[0]):
                    continue
                for sent in _sent(skeleton, match, rule, clean.text, mentions, homes):
                    if sent.person.key not in done:
                        done.add(sent.person.key)
                        yield sent
        later = _LATER.match(skeleton.signs)
        if later is not None and last is not None and last.key not in done:
            start, end = skeleton.bounds(later)
            body = skeleton.body(later, "b")
            yield Sent(
                person=last, origin=None, destination=body, title=None,
                start=start, end=end, rule="later",
            )  # fmt: skip
        here = [s for s in skeleton.spans if isinstance(s, Mention) and s.kind is Kind.PERSON]
        last = here[0] if here else last


def _sent(
    skeleton: Skeleton,
    match: re.Match[str],
    rule: str,
    text: str,
    mentions: Sequence[Mention],
    homes: Mapping[str, Mention],
) -> Iterator[Sent]:
    """The secondments that one match tells of, one for each person in it."""
    groups = match.groupdict()
    destination = skeleton.body(match, "b") if "b" in groups else None
    origin = skeleton.body(match, "a") if "a" in groups else None
    post = None
    if groups.get("t"):
        span = skeleton.spans[match.start("t")]
        post = span.title if isinstance(span, Title) else None
    if "aid" in groups:
        span = skeleton.spans[match.start("aid")]
        if not (isinstance(span, Title) and span.aid):
            return
        post = span.title
    if rule == "sent" and origin is not None:
        level = OFFICE.match(post or "")
        earlier = [m for m in mentions if m.start < origin.start]
        destination = (
            antecedent(post[-2] + "政府", origin.start, mentions)
            if level and post
            else nearest_school(earlier, origin.start, text)
        )
    people = [skeleton.spans[i] for i in range(*match.span("n"))]
    persons = [p for p in people if isinstance(p, Mention) and p.kind is Kind.PERSON]
    if destination is not None and text[destination.start] == "该":
        listed = {homes[p.key].key for p in persons if p.key in homes}
        if destination.key in listed:
            others = [m for m in mentions if m.kind is destination.kind and m.key not in listed]
            before = [m for m in others if m.start < persons[0].start]
            destination = before[-1] if before else destination
    start, end = skeleton.bounds(match)
    if groups.get("each"):
        for person, place in _each(skeleton, match, persons):
            yield Sent(
                person=person, origin=None, destination=place, title=None,
                start=start, end=end, rule=rule,
            )  # fmt: skip
        return
    for person in persons:
        yield Sent(
            person=person, origin=origin, destination=destination, title=post,
            start=start, end=end, rule=rule,
        )  # fmt: skip


def _each(
    skeleton: Skeleton, match: re.Match[str], persons: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """甲、乙分别到A校、B校: each to the place of the same rank, if there are as many."""
    places = _places(skeleton, match)
    if len(places) == len(persons):
        yield from zip(persons, places, strict=True)


def _places(skeleton: Skeleton, match: re.Match[str]) -> list[Mention]:
    """The bodies of the list that is the group ``each`` of a match."""
    places: list[Mention] = []
    joined = False
    for span in skeleton.spans[match.start("each") : match.end("each")]:
        if not isinstance(span, Mention):
            joined = False
        elif joined:
            places[-1] = span  # 某县|某校: the last of an address
        else:
            places.append(span)
            joined = True
    return places


_EACH_FROM = re.compile(
    "(?:^|，)(?:他俩|她俩|[两二三四]人|他们|她们)[^Ⓝ，]{0,4}分别来自(?P<each>[ⒷⓅ]+(?:[、和与及][ⒷⓅ]+)+)"
)


def origins_told(skeletons: Sequence[Skeleton]) -> dict[str, Mention]:
    """Person → where the text says outright that the person comes from."""
    found: dict[str, Mention] = {}
    recent: list[Mention] = []
    for skeleton in skeletons:
        for match in _FROM.finditer(skeleton.signs):
            origin = skeleton.body(match, "a")
            people = skeleton.spans[match.start("n") : match.end("n")]
            listed = match["n"] != "Ⓝ" and not match["n"].replace("Ⓝ", "").strip("、和与")
            for person in people if listed else people[-1:]:
                if isinstance(person, Mention) and origin is not None:
                    found.setdefault(person.key, origin)
        each = _EACH_FROM.search(skeleton.signs)
        if each is not None:
            places = _places(skeleton, each)
            for person, origin in zip(recent[-len(places) :], places, strict=False):
                if len(recent) >= len(places):
                    found.setdefault(person.key, origin)
        for span in skeleton.spans:
            if isinstance(span, Mention) and span.kind is Kind.PERSON:
                recent = [p for p in recent if p.key != span.key] + [span]
    return found
