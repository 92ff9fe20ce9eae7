"""Who is called one of those sent behind the name: 感谢甲老师、乙老师两位支教老师."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ...screen import Screen
from ..entities.colleges import is_college
from ..people.titles import Title
from .letters import pattern
from .sendings import Sent
from .skeletons import Skeleton

__all__ = ["THANKED", "by_thanks", "called_sent"]

THANKED = "thanked"
"""The rule that such stays name."""
_LISTED = "(?P<n>Ⓝ(?:Ⓣ|老师|教师|同志)?(?:[、和与及][^Ⓝ。；，]{0,16}Ⓝ(?:Ⓣ|老师|教师|同志)?)*)"
_LIST = "(?P<n>Ⓝ(?:Ⓣ|老师|教师|同志)?(?:[、和与及，]Ⓝ(?:Ⓣ|老师|教师|同志)?)*)"
_TOLD = (
    pattern(f"{_LIST}等?[一两二三四五六七八九十几0-9]+[位名](?:[ⒷⓅ]的?)?(?P<aid>Ⓣ)"),
    pattern(
        f"{_LISTED}等?[一两二三四五六七八九十几0-9]+[位名](?:老师|教师|Ⓣ)?[^ⓃⒷⓅ。；]{{0,8}}?"
        "(?:荣获|获评|被评为|作为|获得)[^ⓃⒷⓅ。；]{0,10}?(?P<aid>Ⓣ)"
    ),
    pattern("(?P<aid>Ⓣ)、来自[ⒷⓅ]+的[^ⓃⒷⓅ。；，]{0,6}(?P<n>Ⓝ)"),
    pattern(f"(?:欢送|欢迎|送别|告别|感谢)(?:[ⒷⓅ]的?)?(?P<aid>Ⓣ)(?:——|：|，)?{_LIST}"),
)
_CALLED = Screen((None, told) for told in _TOLD)
_THANKS = later("感谢|致谢|谢谢|欢送|送别|不舍|惜别")
_HERE = later(
    "[对为给在][^，。；]{0,2}(?:学校|我校|我们)[^。]{0,20}(?:工作|支持|付出|奉献|帮助|贡献)|一年来|这一年"
)


def called_sent(skeletons: Sequence[Skeleton]) -> frozenset[str]:
    """The keys of all persons whom a sentence counts up and then calls by an aid post."""
    return frozenset(
        person.key for skeleton in skeletons for _, people in _of(skeleton) for person in people
    )


def by_thanks(skeletons: Sequence[Skeleton], things: Sequence[Mention]) -> Iterator[Sent]:
    """A stay for everybody so called whom the one school of a page thanks for a year's work."""
    schools = {m.key: m for m in things if m.kind is Kind.SCHOOL and not is_college(m.name)}
    if len(schools) != 1:
        return
    (host,) = schools.values()
    for skeleton in skeletons:
        if not (_THANKS.search(skeleton.signs) and _HERE.search(skeleton.signs)):
            continue
        for match, people in _of(skeleton):
            start, end = skeleton.bounds(match)
            for person in people:
                yield Sent(
                    person=person, origin=None, destination=host, title=None,
                    start=start, end=end, rule=THANKED, support=((host.start, host.end),),
                )  # fmt: skip


def _of(skeleton: Skeleton) -> Iterator[tuple[re.Match[str], list[Mention]]]:
    for _, one in _CALLED.worth_trying(skeleton.signs):
        for match in one.finditer(skeleton.signs):
            post = skeleton.spans[match.start("aid")]
            if isinstance(post, Title) and post.aid:
                people = skeleton.spans[slice(*match.span("n"))]
                yield (
                    match,
                    [p for p in people if isinstance(p, Mention) and p.kind is Kind.PERSON],
                )
