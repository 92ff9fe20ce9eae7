from __future__ import annotations

import pytest
from traps import Trap, outcome

from bangfu.graph.likely import SCORES
from bangfu.graph.successors import YEARS, successors
from bangfu.ontology.messages import say

TOWN = "510821"


@pytest.mark.parametrize(
    ("old", "new", "there", "told"),
    [
        ("旺苍县扶贫开发办公室", "旺苍县乡村振兴局", TOWN, "proposed"),
        ("旺苍县卫生局", "旺苍县卫生和计划生育局", TOWN, "proposed"),
        ("旺苍县卫生局", "旺苍县卫生健康局", TOWN, "apart"),  # two reforms lie between them
        ("旺苍县扶贫办", "广元市乡村振兴局", "510800", "apart"),
        ("旺苍县乡村振兴局", "旺苍县农业农村局", TOWN, "apart"),
    ],
)
def test_what_a_reform_renamed_is_proposed_in_one_place(
    old: str, new: str, there: str, told: str
) -> None:
    assert outcome(Trap("body", (old, TOWN, ""), (new, there, ""), "")) == told
    assert outcome(Trap("body", (new, there, ""), (old, TOWN, ""), "")) == told


def test_every_reform_is_told_with_its_year() -> None:
    assert list(successors("人事局")) == [("人力资源和社会保障局", 2008)]
    assert not list(successors("教育局"))
    for year in YEARS:
        assert f"successor-{year}" in SCORES
        for lang in ("zh", "en"):
            assert str(year) in say(f"identity.successor-{year}", lang)  # type: ignore[arg-type]
