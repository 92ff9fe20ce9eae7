"""Short names keep what tells bodies apart; pinyin finds them."""

from __future__ import annotations

import pytest

from bangfu.graph.labels import pinyin_keys, short_label, text_width


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("张家川回族自治县", "张家川县"),
        ("积石山保安族东乡族撒拉族自治县", "积石山县"),
        ("东乡族自治县", "东乡县"),
        ("隆林各族自治县", "隆林县"),
        ("黄南藏族自治州", "黄南州"),
        ("伊犁哈萨克自治州", "伊犁州"),
        ("鄂温克族自治旗", "鄂温克旗"),
        ("广西壮族自治区", "广西"),
        ("内蒙古自治区", "内蒙古"),
        ("旺苍县", "旺苍县"),
    ],
)
def test_a_place_loses_the_peoples_of_its_name(name: str, short: str) -> None:
    assert short_label(name) == short


def test_a_body_keeps_the_smallest_place_in_front() -> None:
    around = ("广西壮族自治区", "河池市", "都安瑶族自治县")
    name = "广西壮族自治区河池市都安瑶族自治县第二高级中学"
    assert short_label(name, within=around) == "都安县第二高级中学"
    assert short_label("第二高级中学", within=around) == "第二高级中学"
    assert short_label("河池市", within=("河池市",)) == "河池市"


def test_long_names_are_cut_in_the_middle_and_stay_apart() -> None:
    fourth = short_label("青岛西海岸新区实验教育集团第四高级中学")
    seventh = short_label("青岛西海岸新区实验教育集团第七高级中学")
    assert fourth != seventh
    assert "…" in fourth
    assert max(map(text_width, (fourth, seventh))) <= 12
    assert text_width(short_label("A" * 60)) <= 12


def test_pinyin_in_full_and_as_initials() -> None:
    assert pinyin_keys("旺苍县").split() == ["wangcangxian", "wcx"]
    assert pinyin_keys("Oxfam") == ""


def test_other_readings_of_short_names_are_found_too() -> None:
    assert "shanxian" in pinyin_keys("单县", polyphonic=True).split()
    assert "hongtongxian" in pinyin_keys("洪洞县", polyphonic=True).split()
    assert "shanxian" not in pinyin_keys("单县").split()
