"""Where the text says outright that people come from: 来自甲校的某某, 某某的单位是甲局."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from .letters import NEAR, pattern
from .narration import narrated
from .skeletons import Skeleton, each_body, listed_bodies

__all__ = ["origins_told"]

_FROM = pattern("LH(?:教[^ⓃⒷⓅ，。；]{1,4})?，?(?:是|则|都|均)?来自A(?!的[^ⓃⒷⓅ，。；]{0,8}Ⓝ)")
_STAYS = later("任教|任职")
_LEAVES = later("报名|申请|选派|派|赴|前往|来到|到|支教|援")
_WORKED = pattern(f"在A(?:工作|任教|教书|任职|上班){NEAR}{{0,8}}?的N")
_EMPLOYED = pattern("N，?(?:现|目前)?(?:就职|供职|任职)于A")
_VISITORS = pattern(
    "^[^ⓃⒷⓅ。；]{0,60}?A[^Ⓑ。；]{0,40}?(?:到|前往|赴|来到|走进)[ⒷⓅ]+[^ⒷⓃ。；]{0,20}?(?:看望|慰问|探望)"
    "(?=[^Ⓝ。；]{0,16}?(?:支教|任教|挂职|Ⓣ))[^Ⓝ。；]{0,16}?M"
)
_FAREWELL = pattern(f"A{NEAR}{{0,6}}?(?:，{NEAR}{{0,4}})?(?:欢送|送别)(?:了|本校|我校)?Ⓣ?M")
_LIST_FROM = pattern("(?P<n>Ⓝ(?:[、和]Ⓝ)+)，?分别来自(?P<each>[ⒷⓅ]+(?:[、和与及][ⒷⓅ]+)+)")
_ALL_FROM = pattern(
    "来自(?P<a>Ⓟ*Ⓑ)的[^ⓃⓉⒷⓅ，。；、]{0,6}"
    "(?P<n>Ⓣ*Ⓝ(?:Ⓣ|老师|教师|同志)?(?:(?:[、和与及]|以及)Ⓣ*Ⓝ(?:Ⓣ|老师|教师|同志)?)*)"
)
_ALL_CAME = pattern("L[^Ⓝ。；]{0,24}?，(?:都|均|全部)来自A")
_UNIT_OF = pattern("N的?(?:原|工作|派出)?(?:单位|学校)(?:就?是|为|：)A")
_WORKS_AT = pattern("N[^Ⓑ。；]{0,24}?(?:的|所在的)(?:学校|单位)(?:——|是|，)A")
_BEFORE_AT = pattern(
    f"N[，]?[^ⓃⒷⓅ。；]{{0,10}}?(?:原先|原来|原本|此前|之前|来之前)(?:一直)?(?:是|在)A{NEAR}{{0,4}}?(?:的|教|任|当|工作|做)"
)
_SENT_BY = pattern(
    "N(?:Ⓣ|老师|教师)?，?[就便正]?[是由]A(?:选派|派驻|派出|援派|下派|派)来?(?:的|到)"
)
#: 受甲校选派，某某到乙校支教 · 作为甲区选派的第三批教师，某某
_BY_SENDER = pattern("(?:受|经|由)A(?:的)?(?:选派|委派|指派|派遣|选拔)[^ⓃⒷⓅⓉ。；]{0,4}，Ⓣ?N")
_AS_SENT = pattern("作为A(?:选派|派出|派驻|援派|选送)的[^ⓃⒷⓅ。；]{0,20}，Ⓣ?N")
_OF_TEAM = pattern(
    "N，?(?:是|系|作为)A[^ⓃⒷⓅ。；，]{0,12}?(?:研究生支教团|研支团)[^ⓃⒷⓅ。；，]{0,4}?(?:Ⓣ|成员|队员|志愿者)"
)
_FORMER_LATTER = pattern(
    "前者[^ⓃⒷⓅ，。；]{0,6}?(?:是|来自|为|在)A[^ⓃⒷⓅ。；]{0,12}?，?后者[^ⓃⒷⓅ，。；]{0,6}?(?:是|来自|为|在)B"
)
_EACH_FROM = later(
    "(?:^|，)(?:他俩|她俩|[两二三四五](?:人|[位名](?:Ⓣ|老师|教师))|他们|她们)[^Ⓝ，]{0,4}分别来自(?P<each>[ⒷⓅ]+(?:[、和与及][ⒷⓅ]+)+)"
)

_TOLD = (
    *(_WORKED, _EMPLOYED, _UNIT_OF, _SENT_BY, _WORKS_AT, _BEFORE_AT),
    *(_BY_SENDER, _AS_SENT, _OF_TEAM),
)


def origins_told(text: str, skeletons: Sequence[Skeleton]) -> dict[str, Mention]:
    """Person → where the text says outright that the person comes from."""
    found: dict[str, Mention] = {}
    recent: dict[str, Mention] = {}
    for skeleton in skeletons:
        for match in _FROM.finditer(skeleton.signs):
            origin = skeleton.body(match, "a")
            people = skeleton.spans[match.start("n") : match.end("n")]
            bare = match["n"] != "Ⓝ" and not match["n"].replace("Ⓝ", "").strip("、和与")
            for person in people if bare else people[-1:]:
                if isinstance(person, Mention) and origin is not None:
                    found.setdefault(person.key, origin)
        works = (m for one in _TOLD for m in one.finditer(skeleton.signs))
        for match in works:
            if _STAYS.search(match[0]) and not _LEAVES.search(skeleton.signs, match.end()):
                continue  # in a list of those who serve: 还有在B校任教的甲
            origin, person = skeleton.body(match, "a"), skeleton.spans[match.start("n")]
            if isinstance(person, Mention) and origin is not None:
                found.setdefault(person.key, origin)
        for match in (m for one in (_ALL_FROM, _ALL_CAME) for m in one.finditer(skeleton.signs)):
            origin = skeleton.body(match, "a")
            for person in skeleton.spans[slice(*match.span("n"))] if origin is not None else ():
                if isinstance(person, Mention) and origin is not None:
                    found.setdefault(person.key, origin)
        for match in (m for one in (_VISITORS, _FAREWELL) for m in one.finditer(skeleton.signs)):
            origin = skeleton.body(match, "a")
            if origin is not None and origin.kind is Kind.SCHOOL:
                for person in skeleton.spans[slice(*match.span("n"))]:
                    if isinstance(person, Mention) and person.kind is Kind.PERSON:
                        found.setdefault(person.key, origin)
        for match in _LIST_FROM.finditer(skeleton.signs):
            listed = [p for p in skeleton.spans[slice(*match.span("n"))] if isinstance(p, Mention)]
            for person, place in each_body(skeleton, match, listed):
                found.setdefault(person.key, place)
        both = _FORMER_LATTER.search(skeleton.signs)
        if both is not None and len(recent) > 1:
            for person, group in zip([*recent.values()][-2:], ("a", "b"), strict=True):
                origin = skeleton.body(both, group)
                if origin is not None:
                    found[person.key] = origin
        each = _EACH_FROM.search(skeleton.signs)
        if each is not None:
            places = listed_bodies(skeleton, each)
            last = [*recent.values()][-len(places) :]
            for person, origin in zip(last, places, strict=False):
                if len(recent) >= len(places):
                    found.setdefault(person.key, origin)
        for person in skeleton.people:
            recent.pop(person.key, None)
            recent[person.key] = person
    for told in narrated(text, skeletons):
        if told.home:
            found.setdefault(told.person.key, told.body)
    return found
