from __future__ import annotations

from collections import Counter
from itertools import pairwise

from benchmarks.shape import COUNTIES, HELPING, REGIONS, SCHOOLS, Choice, chosen, mixed, ranked


def test_what_is_mixed_has_no_order_and_goes_everywhere() -> None:
    parts = [mixed(1, number) for number in range(1000)]
    assert all(0 <= part < 1 for part in parts)
    assert Counter(int(part * 10) for part in parts).keys() == {*range(10)}
    assert mixed(1, 2) != mixed(2, 1)
    rising = sum(one < other for one, other in pairwise(parts))
    assert 400 < rising < 600


def test_choices_stay_within_the_country() -> None:
    assert chosen(0) == Choice(0, 0, 0, 0)
    told = [*map(chosen, (*range(3000), *range(10**9, 10**9 + 3000)))]
    assert max(one.county for one in told) < COUNTIES
    assert max(one.helper for one in told) < REGIONS
    assert max(one.school for one in told) < SCHOOLS
    assert max(one.partner for one in told) < HELPING


def test_more_articles_tell_of_more_and_few_things_are_told_of_often() -> None:
    for count, least, most in ((400, 60, 121), (10_000, 400, 601)):
        told = [*map(chosen, range(count))]
        counties = Counter(one.county for one in told)
        assert least < len(counties) <= most
        often = counties.most_common(len(counties) // 10)
        assert sum(times for _, times in often) > count * 0.3, "a tenth of them, a third of all"
        assert often[0] == (0, max(counties.values()))
        schools = Counter((one.county, one.school) for one in told)
        assert sorted(schools.values())[len(schools) // 2] * 10 < max(schools.values())


def test_a_county_has_one_region_that_helps_it_as_a_rule() -> None:
    helpers: dict[int, Counter[int]] = {}
    for one in map(chosen, range(5000)):
        helpers.setdefault(one.county, Counter())[one.helper] += 1
    some = [found for found in helpers.values() if found.total() > 20]
    assert len(some) > 20
    main = sum(found.most_common(1)[0][1] for found in some)
    assert 0.75 < main / sum(found.total() for found in some) < 0.95
    assert len({found.most_common(1)[0][0] for found in some}) > 10


def test_ranks_are_those_of_what_is_told_of() -> None:
    told = [*map(chosen, range(2000))]
    counties = Counter(one.county for one in told)
    busiest, usual = ranked(2000, 0.0), ranked(2000, 0.5)
    assert (busiest.county, busiest.helper, busiest.school) == (0, 0, (0, 0))
    less = sum(times < counties[usual.county] for times in counties.values())
    more = sum(times > counties[usual.county] for times in counties.values())
    assert less <= len(counties) / 2
    assert more <= len(counties) / 2
    assert usual.school in {(one.county, one.school) for one in told}
    assert usual.partner in {(one.helper, one.partner) for one in told}
