"""The body of a post in a list that names it for the one before: 甲厅乙处处长丙、丁处副处长戊."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Mention
from ...later import later
from ..people.titles import Title
from .phrase import Held, Line, hold

__all__ = ["in_list"]

_OFFICE = later("(.+[厅局委院校府])([一-鿿]{2,8}[处科室股])$")
_OF_OFFICE = later("^[一-鿿]{2,8}[处科室股](?=副?[处科主股])")


def in_list(
    line: Line, person: Mention, body: Mention, titles: Sequence[Title], start: int
) -> list[Held]:
    """The posts `titles` of the next in a list: at `body`; if that is an office, at its whole."""
    office = _OFFICE.match(body.name)
    if office is not None and any(_OF_OFFICE.search(t.title) for t in titles):
        whole = next((m for m in line.mentions if m.name == office[1]), None)
        body = whole or replace(body, name=office[1], key=office[1])
    return hold(line, person, body, titles, start, "list", 0.8)
