from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.graph.asof import Holds, Period, asof, bounds_of, period
from bangfu.graph.bounds import Bounds
from bangfu.ontology.errors import QueryError

DAYS = st.integers(0, 60).map(lambda n: date(2020, 1, 1) + timedelta(days=n))
SPANS = st.tuples(DAYS, DAYS).map(lambda two: Period(min(two), max(two)))


@st.composite
def knowledge(draw: st.DrawFn) -> tuple[Bounds, Bounds]:
    """Bounds, and bounds that know at least as much: each interval inside the wider one."""
    four = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    later = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    low = [None if draw(st.booleans()) else day for day in (four[0], four[3], later[0], later[3])]
    wide = Bounds(
        earliest_start=low[0], latest_start=low[1], earliest_end=low[2], latest_end=low[3]
    )
    tight = Bounds(
        earliest_start=four[1], latest_start=four[2], earliest_end=later[1], latest_end=later[2]
    )
    return wide, tight


@given(knowledge(), SPANS)
def test_knowing_more_never_takes_back_what_is_sure(
    two: tuple[Bounds, Bounds], span: Period
) -> None:
    wide, tight = two
    told, better = asof(wide, span), asof(tight, span)
    if told is not Holds.MAY and tight.latest_start <= tight.earliest_end:  # type: ignore[operator]
        assert better is told


@given(knowledge(), DAYS)
def test_a_longer_period_holds_wherever_a_day_of_it_does(
    two: tuple[Bounds, Bounds], day: date
) -> None:
    longer = Period(day - timedelta(days=3), day + timedelta(days=3))
    order = [Holds.NO, Holds.MAY, Holds.HOLDS]
    for one in two:
        assert order.index(asof(one, longer)) >= order.index(asof(one, day))


def test_three_values() -> None:
    known = bounds_of("2015-01-01", "2015-12-31", "2021-05-06", "")
    assert asof(known, date(2014, 12, 31)) is Holds.NO
    assert asof(known, date(2015, 6, 1)) is Holds.MAY
    assert asof(known, date(2018, 6, 1)) is Holds.HOLDS
    assert asof(known, date(2022, 1, 1)) is Holds.MAY, "an unknown end is not still running"
    assert asof(bounds_of("", "", "", "2020-12-31"), date(2021, 1, 1)) is Holds.NO
    assert asof(Bounds(), date(2021, 1, 1)) is Holds.MAY


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-03-15", "2024-03-15", "2024-03-15"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2023-2024学年", "2023-09-01", "2024-08-31"),
        ("2023–24学年", "2023-09-01", "2024-08-31"),
        ("2023学年", "2023-09-01", "2024-08-31"),
        ("2024年春季学期", "2024-03-01", "2024-08-31"),
        ("2024年秋季学期", "2024-09-01", "2025-02-28"),
        ("2024年上半年", "2024-01-01", "2024-06-30"),
        ("2024下半年", "2024-07-01", "2024-12-31"),
        ("2024年第四季度", "2024-10-01", "2024-12-31"),
        ("2024Q1", "2024-01-01", "2024-03-31"),
    ],
)
def test_periods_as_schools_count(text: str, first: str, last: str) -> None:
    assert period(text) == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_the_school_year_can_start_in_another_month() -> None:
    assert period("2023-2024学年", school_year_starts=8).first == date(2023, 8, 1)


@pytest.mark.parametrize("text", ["", "去年", "2023-2025学年", "2024-13", "2024Q5"])
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(QueryError):
        period(text)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before"):
        Period(date(2024, 1, 2), date(2024, 1, 1))
