from __future__ import annotations

import pytest
from traps import Trap, outcome

TOWN = "510821"


def body(a: str, at: str, more: str, b: str, there: str) -> str:
    return outcome(Trap("body", (a, at, more), (b, there, ""), ""))


@pytest.mark.parametrize(
    ("a", "at", "more", "b", "there"),
    [
        ("旺苍县城东小学", TOWN, "旺苍县东城小学", "旺苍县东城小学", TOWN),
        ("思源实验学校", TOWN, "", "思源实验学校", "510800"),
        ("春蕾希望小学", "", "", "春蕾希望小学", TOWN),
    ],
)
def test_likely_pairs_are_proposed(a: str, at: str, more: str, b: str, there: str) -> None:
    assert body(a, at, more, b, there) == "proposed"


def test_common_names_in_two_places_are_not(  # 教育局 is everywhere
) -> None:
    assert body("教育局", TOWN, "", "教育局", "510800") == "apart"


def test_a_former_name_is_proposed() -> None:
    assert outcome(Trap("place", ("简阳县", "", ""), ("简阳市", "", "510185"), "")) == "proposed"
