"""The unit of a body that stands within a post: 民盟丙市委会|社会服务处|处长.

A department of a committee, a bureau or a university is a body of its own, and the post is held
there. An office of a school is none: its head holds a post of the school.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_college
from ..people.titles import TASK, Title

__all__ = ["unit_held"]

_POST = (
    "(?:常务)?副?(?:处长|科长|部长|股长|站长|主任督学|主任|院长|主席|主委|总督学|所长|会长"
    "|秘书长|组长)$"
)
_DEPARTMENT = later(
    rf"^(?!党|校|科室)(?P<unit>[一-鿿]{{1,9}}?(?:[处科部室股办院系站]|委员会|督导团|委(?!员))|{TASK})(?P<post>{_POST})"
)
_PARTY_DEPARTMENT = later("^(?P<unit>(?:组织|宣传|统战|社会服务|联络|参政议政)部)(?P<post>长)$")
_OF_PLACE = later(
    rf"^(?!党|校)(?P<unit>[一-鿿]{{2,9}}?(?:中心|协会|商会|学会|教研室|办公室|基金会)|{TASK})(?P<post>{_POST})"
)
#: 某大学|工会主席、教务处处长: the unit is not the trade union's
_ORGAN = later("(?<=...)(?:工会|团委|纪委|党委|党组)$")
_TREATS = later("医院$|卫生院$|指挥部$|工作[队组]$|支教[队团]$|工作室$")


def unit_held(
    text: str, body: Mention, title: Title, mentions: Sequence[Mention]
) -> tuple[Mention, Title] | None:
    """The unit of `body` in a post, and the post there; None if the post names no such unit."""
    if body.kind is Kind.PLACE:
        unit = _OF_PLACE.match(title.title)
    elif body.kind is Kind.INSTITUTION or is_college(body.name):
        if _TREATS.search(body.name):
            return None
        unit = _PARTY_DEPARTMENT.match(title.title) or _DEPARTMENT.match(title.title)
    else:
        unit = None
    at = text.find(unit["unit"], title.start, title.end) if unit is not None else -1
    if unit is None or at < 0:
        return None
    post = "部长" if unit["post"] == "长" else unit["post"]
    name = _ORGAN.sub("", body.name) + unit["unit"]
    if body.kind is Kind.PLACE and len(unit["unit"]) > 3 and unit["unit"][0] == body.name[-1]:
        name = body.name + unit["unit"][1:]  # 某县副县长、|县乡村振兴领导小组组长
    start = body.start if body.end == at else at
    known = next((m for m in mentions if m.name == name and m.kind is Kind.INSTITUTION), None)
    seat = known or replace(body, kind=Kind.INSTITUTION, name=name, key=name)
    return replace(seat, start=start, end=at + len(unit["unit"])), replace(title, title=post)
