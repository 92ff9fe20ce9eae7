"""Which place a level alone means."""

from dataclasses import replace

import pytest

from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.levels import (
    Named,
    home_of,
    homes,
    is_level,
    of_level,
    placed,
    unplaced,
)
from bangfu.loaders.news.entities.mentions import find_mentions
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut
from bangfu.loaders.news.page.clean import from_text


def places(text):
    return find_places(cut(text))


@pytest.mark.parametrize(
    ("text", "level", "at", "name"),
    [
        ("略阳县和旺苍县的学校", "县", 9, "旺苍县"),
        ("来到旺苍县", "县", 0, "旺苍县"),
        ("来到旺苍县和剑阁县", "市", 9, "广元市"),
        ("来到旺苍县和剑阁县", "省", 9, "四川省"),
        ("来到旺苍县和略阳县", "市", 9, None),
    ],
)
def test_the_place_of_a_level(text, level, at, name):
    found = of_level(level, at, places(text))
    assert (found and found.name) == name


def test_a_level_is_told_by_its_sign():
    (county,) = places("旺苍县")
    assert is_level(county, "县")
    assert not is_level(county, "市")
    assert placed(county, [county]) == "旺苍县"


@pytest.mark.parametrize(
    ("publisher", "names"),
    [
        ("旺苍县人民政府", ["旺苍县", "广元市", "四川省"]),
        ("旺苍县教育局、剑阁县教育局", []),
        ("人民日报", []),
        (None, []),
    ],
)
def test_where_the_publisher_sits(publisher, names):
    assert [place.name for place in home_of(publisher, 5)] == names


def test_the_publisher_says_whose_bureau_is_meant():
    page = replace(from_text("近日，县教育局和团县委来到青坪小学。"), publisher="旺苍县人民政府")
    names = {mention.name for mention in find_mentions(page)}
    assert names == {"旺苍县教育局", "共青团旺苍县委", "青坪小学"}


def test_a_page_finds_its_places_without_a_look_at_all():
    named = Named(places("旺苍县和剑阁县的教师在旺苍相聚，成都市武侯区也来了。"))
    assert [place.name for place in named.of("县")] == ["旺苍县", "剑阁县", "旺苍县"]
    assert named.at[0].name == "旺苍县"
    assert 1 not in named.at
    assert named.forms["510821", "旺苍县"] == ("旺苍县", "旺苍")
    assert named.over("省").name == "四川省"
    assert named.over("市") is None


@pytest.mark.parametrize(
    ("at", "name"), [(0, "旺苍县"), (1, "旺苍县"), (4, "旺苍县"), (5, "剑阁县"), (99, "剑阁县")]
)
def test_of_several_places_the_one_named_last_before(at, name):
    named = Named(places("旺苍县和剑阁县的教师"))
    assert of_level("县", at, named).name == name


def test_the_publisher_does_not_change_where_the_counties_of_a_text_lie():
    text = "来到旺苍县和剑阁县"
    home = home_of("宁波市海曙区人民政府", len(text))[:1]
    found = of_level("市", 9, Named((*places(text), *home)))
    assert found is not None
    assert found.name == "广元市"


def test_a_district_of_a_city_that_is_a_province_counts():
    assert of_level("市", 9, places("来到海淀区和旺苍县")) is None


def test_the_only_place_of_a_level():
    assert Named(find_places(cut("旺苍县与广元市，旺苍县"))).only("县").name == "旺苍县"
    assert Named(find_places(cut("旺苍县与剑阁县"))).only("县") is None


@pytest.mark.parametrize(
    ("text", "levels", "name"),
    [
        ("会议由市工商联主持。", "省", "市工商联"),
        ("会议由市工商联主持。", "县", None),
        ("会议由市工商联主持。", "市县", None),
        ("会议由县政府主持。", "", None),
    ],
)
def test_a_level_of_a_page_that_names_none_stays_as_it_stands(text, levels, name):
    words = cut(text)
    (hit,) = find_bodies(words, find_places(words))
    assert unplaced(text, hit, set(levels)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("旺苍县开会。县一中教师甲（剑阁县白龙中学）说，县二小也来了。", "旺苍县"),
        ("旺苍县开会。甲来自剑阁县白龙中学，县二小也来了。", "剑阁县"),
        ("开会。一中教师甲（剑阁县白龙中学）说，县二小也来了。", "剑阁县"),
        ("旺苍县开会。甲（剑阁县白龙中学校长）说，县二小也来了。", "剑阁县"),
    ],
)
def test_a_name_alone_in_brackets_says_where_somebody_is_from(text, name):
    words = cut(text)
    found = find_places(words)
    named = Named(homes(text, find_bodies(words, found), found))
    assert of_level("县", text.index("县二小"), named).name == name


def named(text):
    return [m.name for m in find_mentions(from_text(text)) if "教育" in m.name]


def test_the_province_is_that_of_the_county_named_before():
    assert named("岚皋县要加强与省教育厅的联系。老师来自江苏省奔牛高级中学。") == ["陕西省教育厅"]


def test_who_comes_to_a_county_is_not_of_its_city():
    assert named("市教育局组长陈秋英前往宁夏西吉县慰问。") == []
    assert named("市教育局组长陈秋英前往西吉县慰问。") == ["固原市教育局"]
