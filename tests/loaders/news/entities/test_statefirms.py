"""Firms of the state whose name goes from the group over a place to the unit."""

import pytest

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.statefirms import state_firms
from bangfu.loaders.news.entities.words import cut


def names(text):
    words = cut(text)
    return [text[start:end] for start, end in state_firms(words, find_places(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国网遵义供电公司的员工", ["国网遵义供电公司"]),
        ("国网贵州省电力公司派人", ["国网贵州省电力公司"]),
        ("国网贵州电力在全省走访", ["国网贵州电力"]),
        ("中国移动贵州公司毕节分公司捐款", ["中国移动贵州公司毕节分公司"]),
        ("中国石油某北油田公司向学校捐款", ["中国石油某北油田公司"]),
        ("国家电网捐赠五十台电脑", ["国家电网"]),
        ("中国移动携手东海食品公司捐书", ["中国移动"]),
    ],
)
def test_the_name_goes_on_over_the_place(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "中国移动通信的发展",
        "国网贵州来的客人",
        "中国电信业在成长",
    ],
)
def test_a_group_alone_is_told_where_it_acts(text):
    assert names(text) == []


def test_a_firm_that_belongs_to_the_group_is_another():
    assert names("中国电建所属水电二局捐款") == []
