"""What holds the parts of one name together."""

import pytest

from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def names(text):
    words = cut(text)
    return [text[h.start : h.end] for h in find_bodies(words, find_places(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贵州省政协港澳台侨和外事委员会副主任", ["贵州省政协港澳台侨和外事委员会"]),
        ("贵州省教育厅港澳台事务办公室主任", ["贵州省教育厅港澳台事务办公室"]),
        ("走访广州市人民政府驻西藏办事处", ["广州市人民政府驻西藏办事处"]),
        ("旺苍县教育科技和体育局赠送锦旗", ["旺苍县教育科技和体育局"]),
        ("旺苍县木门小学收到北京协和医院的药", ["旺苍县木门小学", "北京协和医院"]),
        (
            "旺苍县木门小学获得四川省发展和改革委员会支持",
            ["旺苍县木门小学", "四川省发展和改革委员会"],
        ),
        ("陕西省教育厅援藏援疆工作办公室主任", ["陕西省教育厅援藏援疆工作办公室"]),
        ("台北市政府教育局", []),
        ("广州市天河区政府教育局长", ["广州市天河区政府"]),
        ("广州市政府教育局官员", ["广州市政府教育局"]),
        ("长沙市一中白沙湾中学开学", ["长沙市一中白沙湾中学"]),
        ("旺苍县木门镇红星社区小学", ["旺苍县木门镇红星社区小学"]),
        ("深圳市四川商会福星希望小学落成", ["深圳市四川商会福星希望小学"]),
        ("旺苍县木门镇大里小学落成", ["旺苍县木门镇大里小学"]),
        ("旺苍县木门镇各村小学和木门镇三所小学", []),
        ("四川师大附属青坪坝小学开学", ["四川师大附属青坪坝小学"]),
        ("深圳市四川商会向大坪希望小学捐款", ["深圳市四川商会", "大坪希望小学"]),
        ("来到旺苍县天星中心小学河分校", ["旺苍县天星中心小学河分校"]),
    ],
)
def test_parts_of_one_name(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("旺苍县教育局、旺苍中学", ["旺苍县教育局", "旺苍中学"]),
        ("由某某有限公司捐建的旺苍县东河小学", ["旺苍县东河小学"]),
        ("旺苍县人民政府扶贫办", ["旺苍县人民政府扶贫办"]),
    ],
)
def test_bodies_beside_each_other(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("九三学社广元市委旺苍县工委赠书", ["九三学社广元市委旺苍县工委"]),
        ("木棉乳业有限公司旺苍县供电局员工", ["木棉乳业有限公司旺苍县供电局"]),
        ("中国科学院昆明高原研究所的专家", ["中国科学院昆明高原研究所"]),
        ("四川大学校友总会贵州校友会捐款", ["四川大学校友总会贵州校友会"]),
        ("四川省木棉慈善基金会旺苍县代表处捐款", ["四川省木棉慈善基金会旺苍县代表处"]),
        ("在旺苍县幼教中心北山分园内", ["旺苍县幼教中心北山分园"]),
        (
            "旺苍县志愿者协会组织李明远道德模范工作室来校",
            ["旺苍县志愿者协会", "李明远道德模范工作室"],
        ),
    ],
)
def test_a_name_goes_on_behind_a_place_where_its_ending_says_so(text, expected):
    assert names(text) == expected


def test_a_verb_behind_a_body_leads_to_no_department():
    assert names("旺苍县中医医院第二党支部结合临床专科优势") == ["旺苍县中医医院第二党支部"]
