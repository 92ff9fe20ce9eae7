from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.graph.store import Store
from bangfu.graph.sums import Observed, add, observed


def told(number: int, **more: object) -> Observed:
    given = {"iri": f"o{number}", "subject": "s", "unit": "person", "measure": "increment"}
    return Observed(**{**given, "low": number, "high": number, **more})  # type: ignore[arg-type]


def test_the_worked_answer_294_is_never_added_to_37(corpus: Store) -> None:
    found = add(observed(corpus))
    assert found.figure is None
    assert (found.low, found.high, found.reasons) == (294, None, ("measures",))
    assert len(found.counted) == 2


def test_new_people_of_different_years_add() -> None:
    found = add([told(37, day="2023"), told(40, day="2024")])
    assert (found.figure, found.reasons, found.unit) == (77, (), "person")


def test_different_subjects_add_and_one_subject_twice_does_not() -> None:
    assert add([told(5, subject="a"), told(7, subject="b")]).figure == 12
    found = add([told(5, day="2024"), told(7, day="2024-03")])
    assert (found.figure, found.low, found.high, found.reasons) == (None, 7, 12, ("subject",))
    assert add([told(5), told(7, day="2024")]).reasons == ("subject",), "an unknown time may be any"


@pytest.mark.parametrize(
    ("numbers", "reason", "low"),
    [
        ([told(5), told(7, unit="personTime")], "units", None),
        ([told(5), told(7, measure="cumulative")], "measures", 7),
        (
            [told(5, measure="cumulative"), told(7, measure="cumulative", subject="b")],
            "cumulative",
            7,
        ),
        ([told(5, measure="inPost"), told(7, measure="inPost", day="2024")], "stock", 7),
        ([], "nothing", None),
        ([told(5, high=None)], "bounds", 5),
    ],
)
def test_refusals_say_why(numbers: list[Observed], reason: str, low: int | None) -> None:
    found = add(numbers)
    assert (found.figure, found.low, found.reasons) == (None, low, (reason,))


def test_bounds_add_to_bounds() -> None:
    found = add([told(5, low=5, high=9, subject="a"), told(7, subject="b")])
    assert (found.figure, found.low, found.high, found.reasons) == (None, 12, 16, ("bounds",))


NUMBERS = st.builds(
    told,
    st.integers(1, 99),
    subject=st.sampled_from("abc"),
    day=st.sampled_from(["", "2023", "2024", "2024-03"]),
    measure=st.sampled_from(["increment", "trained", "cumulative", "inPost"]),
    unit=st.sampled_from(["person", "personTime"]),
)


@given(st.lists(NUMBERS, max_size=5, unique_by=lambda one: one.iri))
def test_a_figure_is_the_plain_sum_and_the_order_does_not_matter(numbers: list[Observed]) -> None:
    found = add(numbers)
    assert found == add(numbers[::-1])
    if found.figure is not None:
        assert found.figure == sum(one.low or 0 for one in numbers)
        assert len({(one.unit, one.measure) for one in numbers}) == 1
    elif found.low is not None:
        assert max(one.low or 0 for one in numbers) <= found.low or found.reasons == ("bounds",)
    assert (found.figure is None) == bool(found.reasons)
