"""The university that a team of its graduates (研究生支教团) is from."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ..entities.colleges import colleges_of_teams, is_college

__all__ = ["team_home"]


def team_home(team: str, mentions: Sequence[Mention]) -> Mention | None:
    """The university that a team of its graduates is from: by its name, or the only one named."""
    colleges = [m for m in mentions if m.kind is Kind.SCHOOL and is_college(m.name)]
    named = [m for m in colleges if team.startswith(m.name)]
    keys = {m.key: m for m in named or colleges or colleges_of_teams(mentions)}
    return next(iter(keys.values())) if len(keys) == 1 else None
