"""What divisions were called before, and in which years: ``data/division_changes.csv`` read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from .lexicon import Row, rows

__all__ = ["FormerName", "Names", "names_of"]

_SAME_PLACE = {
    *("更名", "改制", "撤县设市", "撤县设区", "撤县/市设区", "撤市设区", "撤旗设区", "撤区设区"),
    *("撤地设市", "撤地/盟设市", "撤地设市时改区"),
}
"""Changes by which one place took a new name; in the others it was merged into another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that is no more: from the year `since`, None if not known, until the year `until`."""

    name: str
    code: str
    until: int
    since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The former names of a division, and the year from which it bears the present one."""

    former: tuple[FormerName, ...] = ()
    full_since: int | None = None


@cache
def names_of() -> dict[str, Names]:
    """Code of today → what the division was called before; only those that changed."""
    changes: dict[str, list[Row]] = defaultdict(list)
    for row in rows("division_changes.csv"):
        changes[row["adcode"]].append(row)
    return {code: _names(of) for code, of in changes.items()}


def _names(changes: list[Row]) -> Names:
    ordered = sorted(changes, key=lambda row: (int(row["year"]), row["former_name"]))
    former: dict[str, FormerName] = {}
    for row in ordered:
        before = [
            int(earlier["year"])
            for earlier in ordered
            if _leads_to(earlier, row["former_name"]) and int(earlier["year"]) < int(row["year"])
        ]
        former[row["former_name"]] = FormerName(
            name=row["former_name"],
            code=row["former_adcode"],
            until=int(row["year"]),
            since=max(before, default=None),
        )
    name = ordered[0]["name"]
    renamed = [
        int(row["year"])
        for row in ordered
        if row["change"] in _SAME_PLACE and row["former_name"] != name
    ]
    return Names(former=tuple(former.values()), full_since=max(renamed, default=None))


def _leads_to(change: Row, name: str) -> bool:
    """Whether that change gave the place `name`: a new kind of division with the old stem."""
    return change["former_name"] != name and change["former_name"][:2] == name[:2]
