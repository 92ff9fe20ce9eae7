"""Firms told by a name and a line of business."""

import pytest

from bangfu.loaders.news.entities.brands import brands_that_act
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def names(text):
    words = cut(text)
    return [text[start:end] for start, end in brands_that_act(words, find_places(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日，甲泓电器向山区学校捐赠空调。", ["甲泓电器"]),
        ("由沃禾控股出资兴建", ["沃禾控股"]),
        ("此行沃禾装饰董事长到会", ["沃禾装饰"]),
        ("沃禾药业、甲泓药厂也各捐了书", ["沃禾药业"]),
        ("近日，贵州甲泓控股走进学校", ["贵州甲泓控股"]),
        ("沃禾乳业、甲泓物业携手助学", ["甲泓物业"]),
        ("雄风药业向乐秋小学捐赠药品。", ["雄风药业"]),
        ("学校收到蓝岸家具捐赠的课桌。", ["蓝岸家具"]),
        ("感谢润泽物流对乐秋小学的资助。", ["润泽物流"]),
        ("青岛即墨蓝岸家具捐资5万元。", ["青岛即墨蓝岸家具"]),
        ("长城食品员工自发捐款。", ["长城食品"]),
    ],
)
def test_a_name_with_its_line_of_business_is_a_firm_where_it_acts(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "社会保险向农村倾斜",
        "城乡物流联合发展",
        "他买了甲泓电器",
        "各大超市员工",
        "我校教育投资向薄弱学校倾斜",
        "由王健林投资捐建的小学",
        "人工智能走进乐秋小学",
        "绿色食品走进校园",
        "流动书店走进乐秋小学",
        "大力发展现代农业，捐赠肥料",
        "社区药房为师生送来药品，捐资2万元",
    ],
)
def test_what_does_nothing_or_is_a_common_word_is_none(text):
    assert names(text) == []
