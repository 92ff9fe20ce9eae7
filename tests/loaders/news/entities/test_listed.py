"""Bodies that the list shows they stand in."""

import pytest

from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.listed import with_listed
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def added(text):
    words = cut(text)
    places = find_places(words)
    bodies = find_bodies(words, places)
    return [
        text[hit.start : hit.end] for hit in with_listed(words, bodies, places) if hit not in bodies
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("红川镇联合河岭集团、甲泓防水、沃禾涂料等爱心单位来到学校", ["甲泓防水", "沃禾涂料"]),
        ("由贵州省河岭公益基金会、甲泓康养联合发起", ["甲泓康养"]),
        # once known, it is known everywhere
        ("由贵州省河岭公益基金会、甲泓康养联合发起，甲泓康养出资", ["甲泓康养", "甲泓康养"]),
        ("近日，甲禾汇泓牵手贵州省河岭公益基金会助学", ["甲禾汇泓"]),
    ],
)
def test_an_item_among_bodies_is_a_body(text, expected):
    assert added(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "书包、文具、图书等单位",  # nothing in the list is known as a body
        "河岭集团、学生家长、社区群众等单位和个人",
        "河岭集团、贵州省、李泓等单位",
        "爱心企业携手贵州省河岭公益基金会助学",
        "河岭集团、留守女童共同开展读书活动",
        "当地学校联合贵州省河岭公益基金会助学",
    ],
)
def test_people_places_and_common_words_are_none(text):
    assert added(text) == []
