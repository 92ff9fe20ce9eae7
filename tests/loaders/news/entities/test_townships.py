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
    "text", ["送教下乡活动", "城乡学校", "各乡镇中心校", "回到家乡", "该镇的学校"]
)
def test_ordinary_words_are_no_townships(text):
    assert towns(text) == []


def test_a_list_with_one_level_names_each():
    found = towns("镇雄县的泼机、以勒、坡头三镇")
    assert [name for name, _ in found] == ["泼机镇", "以勒镇", "坡头镇"]


def test_an_ethnic_township_keeps_its_full_name():
    assert [name for name, _ in towns("赫章县可乐彝族苗族乡")] == ["可乐彝族苗族乡"]
