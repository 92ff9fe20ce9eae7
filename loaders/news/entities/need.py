"""Which of two places is more likely to be the one that is helped, by what is known of both."""

from __future__ import annotations

from functools import cache

from ...gazetteer import divisions
from ...lexicon import rows

__all__ = ["EAST", "WEST", "need_of", "rank_of"]

#: Provinces that give, and provinces that receive, in the eastern–western scheme since 1996.
EAST = frozenset({"110000", "120000", "310000", "320000", "330000", "350000", "370000", "440000"})
WEST = frozenset(
    {"150000", "450000", "500000", "520000", "530000", "540000"}
    | {"610000", "620000", "630000", "640000", "650000", "510000"}
)


@cache
def _first_helped() -> frozenset[str]:
    """The counties on the official lists of those that are to be helped first."""
    return frozenset(row["adcode"] for row in rows("reference/key_counties.csv"))


@cache
def need_of(chain: tuple[str, ...]) -> int:
    """3 for a county to be helped first, 2 for an autonomous one, 1 for another county, else 0."""
    if _first_helped().intersection(chain):
        return 3
    below = [d for d in divisions().chain(chain[0]) if d.parent is not None]
    if any("自治" in d.name for d in below):
        return 2
    return int(len(chain) > 2 and not below[0].name.endswith(("区", "市")))


def rank_of(province: str) -> int:
    """3 for a province of the east, 0 for Tibet and Xinjiang, which all others help."""
    if province in ("540000", "650000"):
        return 0
    return 3 if province in EAST else 1 if province in WEST else 2
