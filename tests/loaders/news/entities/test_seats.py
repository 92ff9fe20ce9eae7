"""Where a text says that a body lies."""

import pytest

from bangfu.loaders.news.entities.mentions import find_mentions
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.seats import place_key
from bangfu.loaders.news.entities.words import cut
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Kind


def seats(text):
    return {m.name: m.seat for m in find_mentions(from_text(text)) if m.kind is Kind.SCHOOL}


@pytest.mark.parametrize(
    ("text", "name", "seat"),
    [
        ("位于四川省旺苍县木门镇红旗村的星光小学", "星光小学", "510821/木门镇"),
        ("来到旺苍县的星光小学", "星光小学", "510821"),
        ("星光小学地处旺苍县北部", "星光小学", "510821"),
        ("星光小学是四川省旺苍县的一所山村学校", "星光小学", "510821"),
        ("星光小学（旺苍县）收到书籍", "星光小学", "510821"),
        ("位于旺苍县的星光小学、月光小学", "月光小学", "510821"),
        # called by a township that the page has, with its county
        ("走进旺苍县木门镇。木门中学的操场很大", "木门中学", "510821/木门镇"),
        ("走进旺苍县木门镇。木门第一小学的操场", "木门第一小学", "510821/木门镇"),
        ("走进木门镇。木门中学的操场很大", "木门中学", None),
        # called by a township that the list has in one county of the page
        ("旺苍县和略阳县结对。木门中学的操场很大", "木门中学", "510821"),
        ("宁强县和略阳县结对。木门中学的操场很大", "木门中学", None),
        # the next items of a list that a place heads, the county of a township for them
        ("看望旺苍县一中、星光小学和月光小学的师生，来到剑阁县", "月光小学", "510821"),
        ("看望旺苍县木门镇三江小学、星光小学，来到剑阁县", "星光小学", "510821"),
        ("该县偏远的星光小学。旺苍县的人。剑阁县", "星光小学", None),
        # a page that names but one county
        ("旺苍县教育局来信。星光小学的校舍旧了", "星光小学", "510821"),
        ("杭州市与旺苍县教育局签约。星光小学的校舍旧了", "星光小学", "510821"),
        # two sides, and a school that comes from somewhere
        ("旺苍县一中与星光小学结对，剑阁县也是", "星光小学", None),
        ("甲地与旺苍县一中、星光小学与剑阁县一中结对", "星光小学", None),
        ("旺苍县教育局来信。星光小学教师赴旺苍县支教", "星光小学", None),
        ("旺苍县教育局来信。星光小学派出的教师到了", "星光小学", None),
        ("旺苍县教育局来信。省城的星光小学很大", "星光小学", None),
        ("看望旺苍县一中、市直二幼的师生，来到剑阁县", "市直二幼", None),
        # which of the places of a list it is
        ("旺苍县、剑阁县的星光小学", "星光小学", None),
        ("旺苍县和剑阁县的学校：星光小学", "星光小学", None),
        # who gave is not where it lies
        ("星光小学是杭州市捐建的一所学校", "星光小学", None),
        ("星光小学位于旺苍县与南江县交界处", "星光小学", None),
        ("杭州市支持的星光小学", "星光小学", None),
    ],
)
def test_a_seat_is_what_the_text_says(text, name, seat):
    assert seats(text)[name] == seat


def test_two_seats_are_none():
    assert seats("来到旺苍县的星光小学。南江县的星光小学也来了。") == {"星光小学": None}


def test_a_name_that_only_seems_to_show_a_place_has_an_empty_seat():
    # 荷塘 is a district elsewhere, and a township here
    assert seats("荷塘镇的路很长。在荷塘中心小学上课") == {"荷塘中心小学": ""}


def test_a_township_is_known_by_its_county():
    county, town = find_places(cut("旺苍县木门镇"))
    assert (place_key(county), place_key(town)) == ("510821", "510821/木门镇")
