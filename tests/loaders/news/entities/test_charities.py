import pytest

from bangfu.loaders.news.entities.charities import charities_that_act
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def names(text):
    words = cut(text)
    return [text[start:end] for start, end in charities_that_act(words, find_places(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日，微尘公益向喜德中学捐赠图书。", ["微尘公益"]),
        ("由心连心志愿者服务队发起的义卖", ["心连心志愿者服务队"]),
        ("麦苗助学的20名志愿者来到山区", ["麦苗助学"]),
        ("7月3日，厦门市同安区春晖助学服务中心走进校园。", ["厦门市同安区春晖助学服务中心"]),
        ("满天星公益、童享阅读公益为孩子们送书", ["童享阅读公益"]),
        ("春蕾助学团发起人李明", ["春蕾助学团"]),
    ],
)
def test_a_name_with_what_it_does_is_a_society_where_it_acts(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "近日，青年志愿服务队走进社区。",
        "爱心志愿者向学校捐书",
        "福建商会冬季助学走进乡村",
        "我加入了微尘公益",
        "台湾慈善团体援建的小学",
        "第三批志愿者团队来到校园",
    ],
)
def test_what_any_group_goes_by_or_what_does_nothing_is_none(text):
    assert names(text) == []
