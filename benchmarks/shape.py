"""How often each county, region and school is told of: the shape of a national archive.

What a question costs follows from how often its subject is told of, so that this must be as it is
in the world. What article n tells of follows from n, mixed as a hash mixes it, so that no two
choices go together by chance. The more articles there are, the more counties they tell of, as a
text of more words has more different ones (Heaps' law: their number grows as the root of that of
the articles), up to 1,500 that are helped, with 30 schools each, and 300 that help, with 80. A few
are told of very often and most of them seldom (Zipf's law; with the exponent ½, for regions that
help ⅓). A county has a region that helps it and a school has a partner, which six of seven
articles about them tell of. At 1,000,000 facts a school has about nine facts in the middle, a
county 450 and a region that helps 2,000; the busiest have 2,700, 29,000 and 62,000.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import isqrt, sqrt
from typing import Final

__all__ = [
    "COUNTIES",
    "HELPING",
    "REGIONS",
    "SCHOOLS",
    "Choice",
    "Ranked",
    "chosen",
    "mixed",
    "ranked",
]

COUNTIES: Final = 1500
REGIONS: Final = 300
SCHOOLS: Final = 30
"""Of a county that is helped."""
HELPING: Final = 80
"""Schools of a region that helps."""

_AS_A_RULE: Final = 0.85
"""How often an article tells of the region and of the school that help as a rule."""
_ALL: Final = (1 << 64) - 1
# what a choice is made for, so that no two are made alike
_COUNTY, _SCHOOL, _HELPER, _OTHER_HELPER, _PARTNER, _OTHER_PARTNER = range(6)


@dataclass(frozen=True, slots=True)
class Choice:
    """Numbers of a county, a school in it, a region that helps and the school there, from 0."""

    county: int
    school: int
    helper: int
    partner: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A county and a region that helps, a school with the county and one with the region it is in.

    They need not have to do with one another.
    """

    county: int
    helper: int
    school: tuple[int, int]
    partner: tuple[int, int]


def chosen(number: int) -> Choice:
    """What article `number` tells of; the first one tells of the busiest."""
    known = isqrt(number)
    county = _busy(mixed(_COUNTY, number), min(COUNTIES, 1 + 6 * known))
    school = _busy(mixed(_SCHOOL, number), min(SCHOOLS, 1 + known))
    other = _rest(mixed(_OTHER_HELPER, number))
    if other is None or not number:
        helper = _less_busy(mixed(_HELPER, county), min(REGIONS, 1 + county))
    else:
        helper = _less_busy(other, min(REGIONS, 1 + known))
    other = _rest(mixed(_OTHER_PARTNER, number))
    if other is None or not number:
        most = min(HELPING, 1 + county + school)
        partner = _busy(mixed(_PARTNER, county, school, helper), most)
    else:
        partner = _busy(other, min(HELPING, 1 + known))
    return Choice(county, school, helper, partner)


def ranked(count: int, part: float) -> Ranked:
    """What stands at `part` of all that the first `count` articles tell of: 0 is the busiest."""
    told: tuple[Counter[tuple[int, int]], ...] = (Counter(), Counter(), Counter(), Counter())
    for one in map(chosen, range(count)):
        ends = ((one.county, 0), (one.helper, 0), (one.county, one.school))
        for counted, end in zip(told, (*ends, (one.helper, one.partner)), strict=True):
            counted[end] += 1
    (county, _), (helper, _), school, partner = (_standing(counted, part) for counted in told)
    return Ranked(county, helper, school, partner)


def mixed(*numbers: int) -> float:
    """A number from 0 to 1 that follows from `numbers`, in no order that can be seen.

    SplitMix64 (Steele, Lea and Flood 2014), a step for each of them.
    """
    state = 0
    for number in numbers:
        state = (state + number + 0x9E3779B97F4A7C15) & _ALL
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _ALL
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _ALL
        state ^= state >> 31
    return (state >> 11) / (1 << 53)


def _rest(part: float) -> float | None:
    """None if it is as it is as a rule, else what is left of `part` to choose by."""
    return (part - _AS_A_RULE) / (1 - _AS_A_RULE) if part > _AS_A_RULE else None


def _busy(part: float, size: int) -> int:
    """One of `size`, the first the most often, as Zipf's law with the exponent ½ has it."""
    return int(part * part * size)


def _less_busy(part: float, size: int) -> int:
    """The same with the exponent ⅓."""
    return int(part * sqrt(part) * size)


def _standing(told: Counter[tuple[int, int]], part: float) -> tuple[int, int]:
    order = sorted(told, key=lambda one: (-told[one], one))
    return order[int(part * len(order))]
