"""Who takes part in a happening in what role: 甲指导, 乙主办, 丙承办, 丁协办."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention, Participation, Role
from ...later import later

__all__ = ["AS_ROLE", "participations"]

_ROLE_VERBS: tuple[tuple[str, Role], ...] = (
    ("主办|举办|共同举办|联合举办|组织", Role.ORGANIZER),
    ("承办|承训", Role.UNDERTAKER),
    ("协办", Role.CO_ORGANIZER),
    ("指导", Role.GUIDE),
    ("作为专业支撑|提供专业支撑|支持|专业支撑", Role.SUPPORT),
)
_AS = r"(?:作为|是)(?:[此本这该][次期]?)?(?:活动|培训|研修班|培训班|项目|仪式|会议)?的?"
AS_ROLE = later(_AS + r"(?:主办|承办|承训|协办)(?:方|单位|学校|院校|机构)")
"""How a body says later on what it did: 作为承办方之一."""
_ROLE = later(
    rf"(?:{_AS}(?=..?[办训](?:方|单位|学校|院校|机构))|联合|共同|负责|具体|精心)?(?P<v>"
    + "|".join(v for v, _ in _ROLE_VERBS)
    + r")(?!下|员|教师|者|意见|老师|[^，。]{0,2}关怀)"
)
_LECTURE = later(r"主讲|授课|(?:作|做|开展|进行)[^，。]{0,24}?(?:讲座|报告|授课)|主持(?:讲座)")
_ATTEND = later(r"出席|参加|致辞|讲话|主持")


def participations(
    text: str, mentions: Sequence[Mention], end: int
) -> tuple[Participation[Mention], ...]:
    """The roles of `mentions`, all of one sentence of `text` that ends at `end`.

    The role of a list stands after its last member; a person lectures or attends.
    """
    found: dict[tuple[str, Role], Participation[Mention]] = {}
    bodies = [m for m in mentions if m.kind in (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION)]
    for here, mention in enumerate(bodies):
        last = here
        while last + 1 < len(bodies) and text[bodies[last].end : bodies[last + 1].start] in (
            "、",
            "和",
            "与",
            "及",
            "",
        ):
            last += 1
        verb = _ROLE.match(text, bodies[last].end)
        if verb is None:
            continue
        role = next(r for v, r in _ROLE_VERBS if verb["v"] in v.split("|"))
        found.setdefault((mention.key, role), Participation(who=mention, role=role))
    for person in (m for m in mentions if m.kind is Kind.PERSON):
        after = text[person.end : min(end, person.end + 40)]
        if _LECTURE.search(after.split("，")[0] + after[:20]):
            role = Role.LECTURER
        elif _ATTEND.search(text, person.end, end):
            role = Role.PARTICIPANT
        else:
            continue
        found.setdefault((person.key, role), Participation(who=person, role=role))
    return tuple(found.values())
