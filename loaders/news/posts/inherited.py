"""The body of a post in a list that names it for the one before: 甲厅乙处处长丙、丁处副处长戊."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..people.titles import Title
from .phrase import Held, Line, hold

__all__ = ["in_list", "suits"]

_OFFICE = later(
    "(.+(?:委员?会|大学|学院|政协|人大|[厅局院校府]|委(?!员)))([一-鿿]{2,8}[处科室股部委])$"
)
_OF_OFFICE = later("^[一-鿿]{2,8}[处科室股部委](?=副?[处科主股部])")


def in_list(
    line: Line, person: Mention, body: Mention, titles: Sequence[Title], start: int
) -> list[Held]:
    """The posts `titles` of the next in a list: at `body`; if that is an office, at its whole."""
    office = _OFFICE.match(body.name)
    if office is not None and any(_OF_OFFICE.search(t.title) for t in titles):
        whole = next((m for m in line.mentions if m.name == office[1]), None)
        body = whole or replace(body, name=office[1], key=office[1])
    elif body.kind is not Kind.SCHOOL and all(line.text[t.start] == "校" for t in titles):
        # 校团委书记甲、校长办公室主任乙: of the university, not of its committee
        schools = (m for m in line.mentions if m.kind is Kind.SCHOOL and m.name != body.name)
        body = next((m for m in schools if body.name.startswith(m.name)), body)
    return hold(line, person, body, titles, start, "list", 0.8)


_OF_SCHOOL = later("^(?:常务)?副?[校园]长|^副校$|^校(?:党|长|务|办|工会|团)")
_OF_BUREAU = later("^(?:常务)?副?[局厅]长$")
_OF_PLACE = later("^(?:常务|代)?副?([省市县区州旗镇乡])长$")
_TEACHES = later("教育集团|学区|教共体|教育联盟|共同体|校区|分校|学校|中学|小学|幼儿园|学院|大学")


def suits(text: str, body: Mention, titles: Sequence[Title]) -> bool:
    """Whether the next in a list may hold these posts at the body of the one before.

    A headmaster who comes after the head of a bureau is at a school of his own, not in the bureau;
    a head of a county is none of a body of the city.
    """
    school = body.kind is Kind.SCHOOL
    for title in titles:
        own = text[title.start] == "校" or _OF_SCHOOL.search(title.title)
        if own and not school and not _TEACHES.search(body.name):
            return False
        if _OF_BUREAU.search(title.title) and school:
            return False
        over = _OF_PLACE.match(title.title)
        if over is not None and over[1] not in body.name[1:]:
            return False
    return True
