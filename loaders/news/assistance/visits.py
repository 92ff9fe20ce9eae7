"""Who comes to a school and gives there, told in two sentences.

某公司的志愿者来到乙小学。…他们为孩子们送上书包: the first names both and no help, the second tells
the help and names nobody. Both passages are shown, and the fact is marked as inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Modality, Status
from ...later import later
from ..entities.sides import contains, is_government
from .claims import Claim
from .guards import is_refused, modality_of
from .lean import lean_view
from .symbols import View

__all__ = ["visit_claims"]

_GAP = "[^\ue000-\ue004。！？；\n]"
_PEOPLE = (
    r"(?:志愿者|志愿服务队|员工|职工|官兵|党员|团员|青年|会员|盟员|社员|狮友|爱心人士|服务队|小分队|"
    r"支教队|实践队|实践团|代表|一行|干部|队员|师生|教师|大学生|企业家|律师|医生|志愿服务者|理事)们?"
)
#: 某公司的志愿者|来到|乙小学, 某公司|走进|某镇大山深处的|乙小学
_CAME = later(
    rf"(?:(?<=[\ue000-\ue003][和与、])|(?<![向为给对与和在到由被据跟随带领、]))(?P<h>[\ue001\ue002](?:[、和][\ue001\ue002]){{0,3}})(?![、和与及])(?:{_GAP}{{0,16}}?{_PEOPLE}{_GAP}{{0,24}}?|{_GAP}{{0,12}}?)"
    r"(?:来到|走进|走入|奔赴|前往|深入|抵达|到达|莅临|赶赴|驱车来到|走访慰问|看望慰问|走访|慰问|看望|赴|开进|驶入)(?:了)?"
    r"(?:\ue000?[一-鿿]{0,8}的)?(?P<r>[\ue001\ue002](?:[和、及与][\ue001\ue002]){0,4})"
)
#: 福利院, 敬老院: homes are helped as schools are
_HOME = later("(?:福利院|福利中心|孤儿院|敬老院|养老院|儿童之家|康复中心|学前教育中心|教学点)$")
#: 这次的目的地是乙小学: of those of whom the sentence before told
_AIM = later(
    r"^(?:这次|此次|此行|本次|这一次)[^，。；\ue000-\ue004]{0,8}(?:目的地|服务对象|第一站|首站|帮扶对象|受助学校)(?:就?是|为)(?P<r>\ue001)"
)
_ACTS = later(rf"(?P<h>[\ue001\ue002])(?![、和与及])的?{_GAP}{{0,10}}?{_PEOPLE}")
_PUPILS = r"(?:孩子|学生|同学|师生|小朋友|留守儿童|学子|他|她)们?"
#: 为孩子们送上书包, 给每个学生发放助学金: nobody is named who does it
_GIVES = later(
    rf"(?:为|给|向|与|将)[^。！？；\n]{{0,30}}?(?:{_PUPILS}|学校|该校)[^。！？；\n]{{0,16}}?(?:捐赠|捐|赠送|赠|送上|送去|送来|发放|带来|带去|准备|选购|上了?一?[堂节]|结对)"
    rf"|(?:捐赠|赠送|发放|送上|送去|送给|送到|分发|献上)[^。！？；，\n]{{0,20}}?(?:给|到)?[^。！？；，\n]{{0,6}}{_PUPILS}"
)
_ONLY_LOOKS = later(
    r"调研|检查|督导|督查|考察|验收|采访|视察|参观学习|招生|观摩|跟岗|研学|参赛|学习交流|听课|听评课|取经|家长会"
)
#: 学校为学生发放, 县教育局给孩子们送上: somebody else gives, though no name is read there
_ANOTHER = later(
    r"(?:学校|该校|校方|我校|本校)(?![的里内外操]|师生)|[一-鿿]{1,6}(?:局|委|办|政府)(?=[为给向与将]|$)"
)
#: 县关工委, 团市委: an office whose rounds are gifts
_CARING = later("(?:关工委|关心下一代工作委员会|团[省市县区州]委|妇联|妇女联合会|红十字会|慈善)")
_NOT_YET = later("计划|打算|准备|拟|即将|将要?(?=来|走|前|赴|深)|未能")
_LESSON = later("上了?一?[堂节]")
_REACH = 260  # characters from the arrival to what is given there


def visit_claims(
    text: str, views: Sequence[View], stated: Sequence[Claim], context: frozenset[str]
) -> Iterator[Claim]:
    """The claims of arrivals behind which the page tells of gifts, without naming anybody."""
    told = {(c.helper.key, c.recipient.key) for c in stated}
    helped = {c.recipient.key for c in stated}
    views = [lean_view(view) or view for view in views]
    for here, found in enumerate(views):
        for helper, school, low, high in _arrivals(found, views[here - 1] if here else None):
            if (helper.key, school.key) in told or helper.key in helped:
                continue
            if not _may(helper, school, context):
                continue
            own = {helper.key, *(m.key for m in found.mentions.values())}
            gives = _gift(text, views[here + 1 :], high, own)
            if gives is None or is_refused("", text[gives[0] : gives[1]], ""):
                continue
            if _by_another(text, views[here:], high, gives[0], helper):
                continue
            lesson = _LESSON.search(text, *gives) is not None
            other = Modality.TEACHING if lesson else Modality.FUNDING
            yield Claim(
                helper, school, modality_of(text[gives[0] : gives[1]]) or other,
                Status.ACTIVE, "came-giving", 0.65, low, high, inferred=True,
                support=(gives,),
            )  # fmt: skip


def _arrivals(found: View, before: View | None) -> Iterator[tuple[Mention, Mention, int, int]]:
    """Who came to which school, and the passage that says so."""
    for match in _CAME.finditer(found.symbols):
        looks = _ONLY_LOOKS.search(found.symbols, match.start())
        if looks is None and _NOT_YET.search(found.symbols, *match.span()) is None:
            low, high = found.places[match.start("h")], found.ends[match.end("r") - 1]
            for school in found.at(*match.span("r")):
                if school.kind is Kind.SCHOOL or _HOME.search(school.name):
                    for helper in found.at(*match.span("h")):
                        yield helper, school, low, high
    aim = _AIM.match(found.symbols)
    if aim is None or before is None:
        return
    acting = {before.mentions[m.start("h")].key: m for m in _ACTS.finditer(before.symbols)}
    if len(acting) == 1:
        (match,) = acting.values()
        low = before.places[match.start("h")]
        high = found.ends[aim.start("r")]
        yield before.mentions[match.start("h")], found.mentions[aim.start("r")], low, high


def _may(helper: Mention, school: Mention, context: frozenset[str]) -> bool:
    """Whether it is no office on its rounds, and neither of the two is part of the other."""
    if (is_government(helper) and not _CARING.search(helper.name)) or helper.name.endswith(
        ("报社", "电视台", "电台", "记者站")
    ):
        return False
    return not contains(helper, school, context) and not contains(school, helper, context)


def _gift(text: str, behind: Sequence[View], at: int, own: set[str]) -> tuple[int, int] | None:
    """Where the page tells next what is given, before anybody else is named who might give it."""
    stop = min(len(text), at + _REACH)
    end = text.find("\n\n", at, stop)
    stop = end if end >= 0 else stop
    for view in behind:
        if view.places[0] >= stop:
            break
        others = [
            m.start
            for m in view.mentions.values()
            if m.kind in (Kind.INSTITUTION, Kind.SCHOOL, Kind.GROUP) and m.key not in own
        ]
        if others:
            stop = min(stop, *others)
            break
    match = _GIVES.search(text, at, stop)
    return None if match is None else match.span()


def _by_another(text: str, views: Sequence[View], low: int, at: int, helper: Mention) -> bool:
    """Whether the clause that gives at `at`, or the one before a bare one, has another subject."""
    start = max(low, *(text.rfind(mark, low, at) + 1 for mark in "，。；！？\n"))
    if start == at and text[at - 1 : at] in ("，", "；"):
        start = max(low, *(text.rfind(mark, low, at - 1) + 1 for mark in "，。；！？\n"))
    subjects = (m for view in views for m in view.mentions.values() if start <= m.start < at)
    return _ANOTHER.search(text, start, at) is not None or any(
        m.kind is not Kind.PERSON and m.key != helper.key for m in subjects
    )
