import pytest

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def towns(text):
    return [(h.name, h.adcode) for h in find_places(cut(text)) if h.division is None]


def test_a_township_lies_in_the_county_before_it():
    assert towns("旺苍县木门镇的学校") == [("木门镇", "510821")]


def test_without_a_county_it_stays_without_parent():
    assert towns("车队开往木门镇。") == [("木门镇", None)]


@pytest.mark.parametrize(
    "text",
    [
        "送教下乡活动",
        "城乡学校",
        "各乡镇中心校",
        "回到家乡",
        "唯一的少数民族乡",
        "驻点镇的学校",
        "该镇的学校",
    ],
)
def test_ordinary_words_are_no_townships(text):
    assert towns(text) == []


def test_a_list_with_one_level_names_each():
    found = towns("镇雄县的泼机、以勒、坡头三镇")
    assert [name for name, _ in found] == ["泼机镇", "以勒镇", "坡头镇"]


def test_an_ethnic_township_keeps_its_full_name():
    assert [name for name, _ in towns("赫章县可乐彝族苗族乡")] == ["可乐彝族苗族乡"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("四明山镇的学生", "四明山镇"),
        ("木门镇镇长王明", "木门镇"),
        ("裕民县阿勒腾也木勒乡的学生", "阿勒腾也木勒乡"),
        ("任巴拉乌尔齐镇第一书记", "巴拉乌尔齐镇"),
        ("来到阿克塔什乡", "阿克塔什乡"),
        ("在毛尖山乡板舍村的服务中心", "毛尖山乡"),
        ("赤水市长沙镇长兴村的小学", "长沙镇"),
    ],
)
def test_what_follows_or_begins_the_name_does_not_hide_it(text, town):
    assert town in [name for name, _ in towns(text)]


def test_a_township_lies_in_the_county_that_most_of_its_mentions_speak_for():
    text = "利津县与木门镇结对。旺苍县的木门镇很远。旺苍县的老师去了木门镇。"
    assert {code for name, code in towns(text) if name == "木门镇"} == {"510821"}


def test_behind_a_city_a_township_is_not_of_a_county_named_later():
    text = "广元市水口镇第二小学和旺苍县木门镇小学。水口镇小学的孩子"
    assert towns(text) == [("水口镇", "510800"), ("木门镇", "510821"), ("水口镇", "510800")]
