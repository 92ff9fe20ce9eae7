from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.ontology.dates import PartialDate

partial = (
    st.builds(PartialDate, st.integers(1, 9999))
    | st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12))
    | st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
)


@given(partial)
def test_parse_reads_what_str_writes(given_date):
    assert PartialDate.parse(str(given_date)) == given_date


@given(partial)
def test_first_is_not_after_last_and_both_are_meant(given_date):
    assert given_date.first <= given_date.last
    assert given_date.first.year == given_date.last.year == given_date.year
    assert (given_date.first == given_date.last) == (given_date.day is not None)


@given(partial, partial)
def test_overlaps_is_the_same_from_both_sides(one, two):
    days = [one.first <= day <= one.last for day in (two.first, two.last)]
    assert one.overlaps(two) == two.overlaps(one)
    assert one.overlaps(two) or not any(days)


@pytest.mark.parametrize(
    ("text", "datatype", "first", "last"),
    [
        ("2024", "gYear", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", "gYearMonth", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", "gYearMonth", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02-29", "date", date(2024, 2, 29), date(2024, 2, 29)),
        ("0987", "gYear", date(987, 1, 1), date(987, 12, 31)),
    ],
)
def test_precision(text, datatype, first, last):
    found = PartialDate.parse(text)
    assert (found.datatype, found.first, found.last, str(found)) == (datatype, first, last, text)


@pytest.mark.parametrize(
    "parts", [(2024, None, 3), (0,), (10000,), (2023, 13), (2023, 2, 29), (2023, 0)]
)
def test_refuses_what_no_calendar_has(parts):
    with pytest.raises(ValueError, match=r".+"):
        PartialDate(*parts)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-2", "2024/02", "2024-02-29T00:00", "二〇二四", "2024-02-30"]
)
def test_parse_refuses_other_forms(text):
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)
