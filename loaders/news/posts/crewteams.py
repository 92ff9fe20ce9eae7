"""Bodies of a page that are teams by their name: from where, and to which place, the name says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ....ontology.records import Mention
from ...later import later
from .crewwords import is_team
from .graduates import team_home

__all__ = ["Teams"]

_GRADUATES = later("研究生支教团|研支团|(?:大学|学院).*支教")


class Teams:
    """The teams among the `things` of a text; what a name says is looked up once."""

    def __init__(self, text: str, things: Sequence[Mention]) -> None:
        """`things`: the bodies and places of `text`, in order."""
        self._teams = [m for m in things if is_team(m)]
        self._starts = [m.start for m in self._teams]
        self._things = things
        self._forms = {
            form: m for m in things if not is_team(m) for form in (text[m.start : m.end], m.name)
        }
        self._homes: dict[str, Mention | None] = {}
        self._places: dict[str, Mention | None] = {}

    def at(self, place: int) -> Mention | None:
        """The team whose name stands at a place of the text."""
        found = bisect_right(self._starts, place) - 1
        team = self._teams[found] if found >= 0 else None
        return team if team is not None and place < team.end else None

    def home(self, team: Mention) -> Mention | None:
        """The body or place with which the name of a team begins: 某市|驻某州工作组."""
        if team.name not in self._homes:
            college = team_home(team.name, self._things) if _GRADUATES.search(team.name) else None
            heads = (team.name[:end] for end in range(len(team.name), 1, -1))
            named = next((self._forms[head] for head in heads if head in self._forms), None)
            self._homes[team.name] = college or named
        return self._homes[team.name]

    def place(self, team: Mention) -> Mention | None:
        """The last body or place that the name of a team names: 某市驻|某州|工作组."""
        if team.name not in self._places:
            size = len(team.name)
            inside = (
                self._forms[team.name[start:end]]
                for start in range(size - 2, -1, -1)
                for end in range(size, start + 1, -1)
                if team.name[start:end] in self._forms
            )
            self._places[team.name] = next(inside, None)
        return self._places[team.name]
