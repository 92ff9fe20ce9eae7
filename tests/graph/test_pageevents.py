"""Events as the page takes them."""

from __future__ import annotations

import pytest

from bangfu.graph.happenings import Happening, Party
from bangfu.graph.pageevents import event_rows, years_of


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("", "", None),
        ("2021", "", [2021.0, 2021.995]),
        ("2021-01-01", "", [2021.0, 2021.0]),
        ("2021", "2022", [2021.0, 2022.995]),
        ("", "2022-01-01", [2022.0, 2022.0]),
        ("2021-12", "2021", [2021.913, 2021.995]),
    ],
)
def test_dates_are_as_wide_as_they_are_told(
    since: str, until: str, years: list[float] | None
) -> None:
    found = years_of(since, until)
    assert found == (None if years is None else pytest.approx(years, abs=0.003))


def test_only_things_on_the_page_keep_their_iri() -> None:
    here = Party(
        iri="https://x/a", label="甲校", role="organizer", around=("https://x/p", "https://x/q")
    )
    gone = Party(iri="https://x/b", label="乙校", role="participant")
    (row,) = event_rows(
        [Happening(facts=("f:1", "f:2"), label="研修班", kind="training", venue=gone, parties=(here, gone))],
        {"https://x/a", "https://x/q"},
    )  # fmt: skip
    assert row == {
        "f": ["f:1", "f:2"],
        "n": "研修班",
        "k": "training",
        "v": [None, "乙校", [], "participant"],
        "p": [
            ["https://x/a", "甲校", ["https://x/q"], "organizer"],
            [None, "乙校", [], "participant"],
        ],
    }
