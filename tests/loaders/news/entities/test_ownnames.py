"""Bodies that no place stands before."""

import pytest

from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.ownnames import central_firms, founded
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def names(text):
    words = cut(text)
    return [text[h.start : h.end] for h in find_bodies(words, find_places(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("晨光集团的员工来到学校，晨光集团捐出书包。", ["晨光集团", "晨光集团"]),
        ("活动得到了仁心总医院的支持", ["仁心总医院"]),
        ("邀请启明狮子会的成员", ["启明狮子会"]),
        ("市领导与永明公益基金会签约", ["永明公益基金会"]),
        # the dictionary cuts 新未来 in two; the text has it without the ending too
        ("新未来公益基金会捐书，新未来还派来教师，新未来承诺", ["新未来公益基金会"]),
    ],
)
def test_their_own_words_make_the_name(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "这家大型企业集团捐资",
        "上级医院的医生",
        "综合医院",
        "爱心公益基金会",
        "该集团负责人",
        "三家医院派人",
    ],
)
def test_what_only_says_the_kind_is_no_name(text):
    assert names(text) == []


def test_schools_in_taiwan_are_named_by_their_founder():
    text = "国立东山高级工业职业学校、新北市立山前国小和台东县私立海边高级中学"
    assert [text[start:end] for start, end in founded(text)] == [
        "国立东山高级工业职业学校",
        "新北市立山前国小",
        "台东县私立海边高级中学",
    ]


def test_a_school_without_a_kind_needs_the_company_of_others():
    text = "与四所村校——龙泉学校、清溪学校、月湾小学签约"
    assert names(text)[:2] == ["龙泉学校", "清溪学校"]
    assert names("来到龙泉学校上课") == []


def test_a_verb_may_be_the_name_of_a_school_that_stands_for_itself():
    assert names("位于山里的育才小学，育才小学有八名学生") == ["育才小学", "育才小学"]
    assert names("他们常年援助小学") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由中铁九局四公司捐建", ["中铁九局四公司"]),
        ("中建六局江南分公司来到学校", ["中建六局江南分公司"]),
        ("中交路建北方公司捐书", ["中交路建北方公司"]),
        ("其中交通局出资最多", []),
        # the letters end another word, or the next word begins in them
        ("由华中建筑工程公司捐建", []),
        ("黔中交通投资公司", []),
        ("郑中建设公司出资", []),
    ],
)
def test_the_great_firms_of_the_state(text, expected):
    assert [text[start:end] for start, end in central_firms(cut(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("，泸垚公司捐赠了图书", ["泸垚公司"]),
        (
            "有东岭钢铁有限公司、鸿越物流有限公司等",
            ["东岭钢铁有限公司", "鸿越物流有限公司"],
        ),
        ("，保险公司来了", []),
        ("，这家公司很大", []),
        ("，在渝公司不少", []),
    ],
)
def test_a_coined_name_of_a_firm(text, expected):
    assert names(text) == expected


def test_a_branch_that_is_closed_is_not_named_by_the_verb():
    assert names("取消分行的典礼。") == []


def test_the_bureaus_of_hydropower_are_firms_of_the_state():
    assert names("水电九局西藏公司捐书。") == ["水电九局西藏公司"]
