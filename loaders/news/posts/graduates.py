"""The university that a team of its graduates (研究生支教团) is from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_college

__all__ = ["team_home"]


def team_home(team: str, mentions: Sequence[Mention]) -> Mention | None:
    """The university that a team of its graduates is from: by its name, or the only one named."""
    colleges = [m for m in mentions if m.kind is Kind.SCHOOL and is_college(m.name)]
    named = [m for m in colleges if team.startswith(m.name)]
    keys = {m.key: m for m in named or colleges or _colleges_of_teams(mentions)}
    return next(iter(keys.values())) if len(keys) == 1 else None


_OF_COLLEGE = later(
    "(.+?(?:大学|学院))(?:第?[0-9一二三四五六七八九十]+[届批期])?(?:研究生支教团|研支团|支教[团队])$"
)


def _colleges_of_teams(mentions: Sequence[Mention]) -> list[Mention]:
    """The university in the name of each team of graduates."""
    return [
        replace(m, kind=Kind.SCHOOL, name=of[1], key=of[1], end=m.start + len(of[1]))
        for m in mentions
        if m.kind is Kind.INSTITUTION and (of := _OF_COLLEGE.match(m.name)) is not None
    ]
