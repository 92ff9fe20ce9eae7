"""Which columns of a sheet give what, and the cells of one row by role."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass

from .bodies import Named, end_of, place_of
from .cells import bare, letters
from .lines import Line
from .mapping import Columns

__all__ = ["Plan", "Row", "plan_of", "row_of"]

_EMPTY = frozenset(("", "/", "\\", "—", "——", "-", "--", "无", "暂无", "同上", "〃", "″"))
_REPEATS = frozenset(("同上", "〃", "″"))


@dataclass(frozen=True, slots=True)
class Plan:
    """Worked out once a sheet. `sides` gives the roles that may fill a side, the surest first."""

    columns: Columns
    by_role: Table[str, tuple[int, ...]]
    sides: Table[str, tuple[str, ...]]
    carries: frozenset[int]
    named: tuple[int, ...]
    filled: frozenset[str]
    """The roles of ends that a column, a place column or a default can fill."""

    def column(self, role: str) -> int:
        """The first column of the role; the table's first where it has none."""
        return self.by_role.get(role, (min(self.columns.roles),))[0]

    def address(self, role: str, row: int) -> str:
        """The cell of the role in that row (from 0), as spreadsheets write it."""
        return f"{letters(self.column(role))}{row + 1}"


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its cells by column, repeated and merged ones filled in."""

    line: Line
    cells: Table[int, str]
    plan: Plan

    def value(self, role: str) -> str:
        """The first cell of the role that is filled, else the mapping's default, else empty."""
        for column in self.plan.by_role.get(role, ()):
            if self.cells[column]:
                return self.cells[column]
        return self.plan.columns.defaults.get(role, "")

    def end(self, side: str) -> tuple[Named | None, str]:
        """Who stands on that side, and the role of the column that says so.

        A body by its name and the places of its side; without one, the place itself.
        """
        roles = self.plan.sides[side]
        for role in roles:
            if body := self.value(role):
                return end_of(body, place_of(self._places(role))), role
        for role in roles:
            places = self._places(role)
            if places:
                around = place_of(places)
                named = end_of(places[-1] if around is None else around.name, around)
                return named, f"{role}_place"
        return None, next((role for role in roles if role in self.plan.by_role), roles[0])

    def _places(self, role: str) -> tuple[str, ...]:
        name = f"{role}_place"
        found = [self.cells[column] for column in self.plan.by_role.get(name, ())]
        return tuple(filter(None, found)) or tuple(
            filter(None, (self.plan.columns.defaults.get(name, ""),))
        )


def plan_of(columns: Columns, *, carry: bool) -> Plan:
    """The plan for a sheet; `carry` where its format does not keep merged cells.

    Of people sent, home helps; of trainees, host does. In the other kinds a column 学校 beside
    支援学校 is the one that is helped, and the other way round.
    """
    by_role: dict[str, list[int]] = {}
    for column, role in sorted(columns.roles.items()):
        by_role.setdefault(role, []).append(column)
    given = by_role.keys() | columns.defaults.keys()
    helped = {"helper", "helper_place"} & given
    sides: dict[str, tuple[str, ...]]
    if columns.kind == "people":
        sides = {"helper": ("helper", "home"), "recipient": ("recipient", "host")}
        sides |= {"origin": ("home", "helper"), "destination": ("host", "recipient")}
    elif columns.kind == "trainees":
        sides = {"helper": ("helper", "host"), "recipient": ("recipient", "home")}
        sides |= {"origin": ("home", "recipient"), "destination": ("host", "helper")}
    elif helped:
        sides = {"helper": ("helper",), "recipient": ("recipient", "host", "home")}
    else:
        sides = {"helper": ("helper", "home"), "recipient": ("recipient", "host")}
    ends = sorted({role for roles in sides.values() for role in roles})
    carried = {*ends, *(f"{role}_place" for role in ends)} if carry else set()
    return Plan(
        columns=columns,
        by_role={role: tuple(found) for role, found in by_role.items()},
        sides=sides,
        carries=frozenset(c for c, role in columns.roles.items() if role in carried),
        filled=frozenset(r for r in ends if {r, f"{r}_place"} & given),
        named=tuple(c for role in (*ends, "person") for c in by_role.get(role, ())),
    )


def row_of(line: Line, plan: Plan, before: Table[int, str]) -> Row:
    """The row; 同上 and, where merged cells are not kept, empty ends take the cell above."""
    found: dict[int, str] = {}
    for column in plan.columns.roles:
        cell = line.cells[column] if column < len(line.cells) else ""
        down = cell in _REPEATS or (cell == "" and column in plan.carries)
        value = before.get(column, "") if down else cell
        found[column] = "" if bare(value) in _EMPTY else value
    return Row(line, found, plan)
