import pytest

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def names(text):
    return [hit.name for hit in find_places(cut(text))]


@pytest.mark.parametrize(
    "text",
    [
        "烟台与巫山签订协议。",
        "巫山和烟台携手。",
        "来巫山调研。",
        "走进巫山的课堂。",
        "为巫山捐赠图书。",
        "巫山教师来烟台学习。",
        "我们巫山的孩子很高兴。",
        "大家参观了巫山经济开发区。",
    ],
)
def test_what_stands_around_a_short_name_says_that_a_county_is_meant(text):
    assert "巫山县" in names(text)


@pytest.mark.parametrize("text", ["远处是巫山云雨。", "一幅巫山图。", "和平是大家的愿望。"])
def test_elsewhere_it_may_be_a_word(text):
    assert names(text) == []


def test_who_is_called_so_is_no_county():
    assert "乌兰县" in names("为乌兰捐赠图书。")
    assert "乌兰县" not in names("高级教师乌兰带来一节课，大家对乌兰并不陌生，乌兰教师很忙。")


def test_the_sign_of_the_level_may_begin_the_post_of_the_head():
    hits = find_places(cut("思南县长王强到思南县长坝镇调研，思南县长期帮扶。"))
    assert [(hit.start, hit.end) for hit in hits if hit.name == "思南县"] == [
        (0, 2), (7, 10), (16, 19)
    ]  # fmt: skip
