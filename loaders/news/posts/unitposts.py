"""Posts told around the name: 政教处某主任, 某校教务处某副主任, 在某县挂职的某副县长."""

from __future__ import annotations

from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..people.titles import Title
from .offices import nearest_school
from .phrase import Line, is_person

__all__ = ["called_with", "of_unit", "posted_at"]

_OFFICE = later(
    "(?:(?:教务|教导|德育|政教|总务|教科|教研|科研|人事|学生|安全|后勤|保卫|招生|督导|办公|党政办公|综合)[处室科部]"
    "|校办|党办|校团委|[初高]中部|小学部|国际部|[高初]?[一二三四五六七八九]年级部?|(?:语文|数学|英语)教研组)$"
)
_HEADS_OFFICE = later("副?(?:主任|处长|科长|部长|校长|组长|书记|干事)")
_AND = later("(?:及夫人|伉俪|先生|女士|一行)?(?:[、，和与及]|以及)$")


def of_unit(line: Line, person: Mention, post: Title) -> tuple[Mention, Title] | None:
    """The school and the whole post of 甲 in A校政教处甲主任; 政教处甲主任 on a page about A校."""
    unit = _OFFICE.search(line.text, max(0, person.start - 6), person.start)
    if unit is None or _HEADS_OFFICE.fullmatch(post.title) is None:
        return None
    before = replace(person, start=unit.start())
    school = line.ending.get(unit.start()) or called_with(line, before)
    if school is None and unit.start() not in line.taken and _opens_clause(line.text, unit.start()):
        school = nearest_school(line.mentions, unit.start(), line.text)
    if not isinstance(school, Mention) or school.kind is not Kind.SCHOOL:
        return None
    return school, replace(post, title=unit[0].removeprefix("学校") + post.title)


def _opens_clause(text: str, at: int) -> bool:
    """Whether a clause, or an item of a list, begins at `at`."""
    return at == 0 or text[at - 1] in "，。、；：！？\n 　和与及由"


def called_with(line: Line, person: Mention) -> Mention | None:
    """The body of the one whose name and post stand before in the list."""
    joint = _AND.search(line.text, max(0, person.start - 4), person.start)
    return line.called.get(joint.start()) if joint is not None else None


def posted_at(line: Line, person: Mention) -> Mention | None:
    """B县 in 在B县挂职的甲副县长."""
    seat = line.ending.get(person.start - 3)
    posted = line.text[person.start - 3 : person.start] == "挂职的"
    return seat if posted and isinstance(seat, Mention) and not is_person(seat) else None
