"""What the words before a school say of where it lies."""

import pytest

from bangfu.loaders.news.entities.levels import Named
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.whereabouts import (
    county_before,
    county_of,
    is_local,
    only_county,
    told_before,
)
from bangfu.loaders.news.entities.words import cut


def told(text, name):
    places = Named(find_places(cut(text)))
    place = told_before(text, text.index(name), 0, places, [p.start for p in places])
    return None if place is None else (place.name, place.adcode)


@pytest.mark.parametrize(
    "text",
    [
        "旺苍县是革命老区。记者来到该县晨光小学。",
        "旺苍县的教师很少。他分到县里的晨光小学。",
        "在旺苍县留守儿童众多的晨光小学，书送到了。",
        "走访了旺苍县两所乡村学校——晨光小学及月光小学。",
        "在大山环抱的旺苍县，晨光小学收到了书。",
        "旺苍县“晨光小学”教学楼竣工。",
    ],
)
def test_the_place_that_the_words_before_tell(text):
    assert told(text, "晨光小学") == ("旺苍县", "510821")


@pytest.mark.parametrize(
    "text",
    [
        "杭州市对口支援的晨光小学",
        "旺苍县教师走进的晨光小学",
        "旺苍县收到了书。晨光小学也收到了。",
        "他离开旺苍县，晨光小学是他的母校。",
        "我县晨光小学与旺苍县、剑阁县的学校。",
    ],
)
def test_no_place_where_something_happens_between(text):
    assert told(text, "晨光小学") is None


def test_a_county_behind_the_body_before_is_not_asked():
    text = "旺苍县教育局的晨光小学"
    places = Named(find_places(cut(text)))
    assert told_before(text, 7, 6, places, [p.start for p in places]) is None


def test_the_county_named_last():
    places = find_places(cut("四川省剑阁县与旺苍县木门镇"))
    starts = [place.start for place in places]
    assert county_before(7, places, starts).name == "剑阁县"
    assert county_before(0, places, starts) is None
    assert [county_of(place).adcode for place in places[-2:]] == ["510821", "510821"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("四川省广元市旺苍县的学校", "510821"),
        ("杭州市的教师到旺苍县支教", "510821"),  # a far city beside it
        ("旺苍县木门镇的学校", "510821"),
        ("旺苍县和剑阁县的学校", None),
        ("浦东新区的教师到旺苍县支教", None),
        ("四川省广元市的学校", None),
        ("学校很远", None),
    ],
)
def test_the_only_county_of_a_page(text, code):
    assert only_county(find_places(cut(text))) == code


def test_a_name_with_a_place_of_its_own_is_not_local():
    assert is_local("晨光小学", "510821")
    assert is_local("旺苍晨光小学", "510821")
    assert not is_local("许昌实验幼儿园", "510821")
    assert not is_local("某某镇晨光小学", "510821")
    assert not is_local("成都大学", "510821")
