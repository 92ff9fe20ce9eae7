"""Tiers follow the posts."""

import pytest

from bangfu.loaders.tiers import tier_of
from bangfu.ontology.records import Tier


@pytest.mark.parametrize(
    "title", ["副县长", "县委常委", "教育局局长", "副局长", "一级巡视员", "专职副主委", "督学"]
)
def test_an_office_holder_is_p0(title: str) -> None:
    assert tier_of([title]) is Tier.P0


@pytest.mark.parametrize("title", ["校长", "副园长", "教授", "会长", "党委书记", "领队"])
def test_a_public_role_is_p1(title: str) -> None:
    assert tier_of([title]) is Tier.P1


@pytest.mark.parametrize(
    "titles",
    [
        [],
        ["历史教师"],
        ["教师", "队员"],
        ["班主任"],
        ["教研组长"],
        ["初一年级组长"],
        ["校学生会主席"],
    ],
)
def test_everyone_else_is_p2(titles: list[str]) -> None:
    assert tier_of(titles) is Tier.P2


def test_the_most_public_post_counts() -> None:
    assert tier_of(["教师", "副校长", "副县长"]) is Tier.P0
