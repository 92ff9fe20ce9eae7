from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bangfu.graph.bounds import Bounds, bounds
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import Status

D = PartialDate
DATES = st.one_of(
    st.none(),
    st.builds(D, st.integers(2010, 2030)),
    st.builds(D, st.integers(2010, 2030), st.integers(1, 12)),
    st.builds(D, st.integers(2010, 2030), st.integers(1, 12), st.integers(1, 28)),
)


def test_a_date_is_as_precise_as_the_text() -> None:
    found = bounds(D(2015), D(2018, 6))
    assert (found.earliest_start, found.latest_start) == (date(2015, 1, 1), date(2015, 12, 31))
    assert (found.earliest_end, found.latest_end) == (date(2018, 6, 1), date(2018, 6, 30))


def test_an_unknown_end_is_not_still_running() -> None:
    assert bounds(D(2015), None, Status.UNKNOWN, D(2021)).earliest_end is None
    assert bounds(D(2015), None, Status.PLANNED, D(2014)).earliest_end is None
    active = bounds(D(2015), None, Status.ACTIVE, D(2021, 5, 6))
    assert (active.earliest_end, active.latest_end) == (date(2021, 5, 6), None)


def test_what_a_source_calls_ended_had_ended_when_it_spoke() -> None:
    ended = bounds(None, None, Status.ENDED, D(2021, 5))
    assert ended == Bounds(latest_start=date(2021, 5, 31), latest_end=date(2021, 5, 31))


@given(DATES, DATES, st.sampled_from(Status), DATES)
def test_bounds_are_in_order_and_never_wider_than_the_text(
    since: PartialDate | None, until: PartialDate | None, status: Status, issued: PartialDate | None
) -> None:
    found = bounds(since, until, status, issued)
    if found.earliest_start and found.latest_start:
        assert found.earliest_start <= found.latest_start
    if found.earliest_end and found.latest_end:
        assert found.earliest_end <= found.latest_end
    if since:
        assert found.latest_start is not None
        assert found.latest_start <= since.last
    if until is None and status is not Status.ENDED:
        assert found.latest_end is None
