from __future__ import annotations

import pytest

from bangfu.graph.spelling import chained, committee_forms, folded, near, short_forms


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("旺苍县", ("旺苍",)),
        ("黄南藏族自治州", ("黄南州", "黄南")),
        ("张家川回族自治县", ("张家川县", "张家川")),
        ("博尔塔拉蒙古自治州", ("博尔塔拉州", "博尔塔拉")),
        ("积石山保安族东乡族撒拉族自治县", ("积石山县", "积石山")),
        ("龙胜各族自治县", ("龙胜县", "龙胜")),
        ("东乡族自治县", ("东乡县", "东乡")),
        ("新疆维吾尔自治区", ("新疆",)),
        ("内蒙古自治区", ("内蒙古",)),
        ("西藏自治区", ("西藏",)),
        ("鄂温克族自治旗", ("鄂温克旗", "鄂温克")),
        ("大兴安岭地区", ("大兴安岭",)),
        ("香港特别行政区", ("香港",)),
        ("滨海新区", ("滨海",)),
        ("开县", ()),
    ],
)
def test_short_forms_of_places(name: str, forms: tuple[str, ...]) -> None:
    assert short_forms(name) == forms


def test_folding_keeps_the_name_and_drops_the_dress() -> None:
    assert folded(" 黃南\u3000藏族\u200b自治州 ") == "黄南藏族自治州"
    assert folded("ＡＢ１") == "AB1"
    assert len({folded(f"买买提{dot}艾力") for dot in "·•・‧．・"}) == 1
    assert folded("第四中学") != folded("第七中学")


def test_a_chain_is_names_and_nothing_else() -> None:
    assert chained("四川省广元市", {"四川省", "四川", "广元市"})
    assert chained("", {"四川省"})
    assert not chained("四川省的", {"四川省"})


def test_near_names_by_look_and_by_sound() -> None:
    labels = ["旺苍县", "旺苍县人民政府", "张家川回族自治县", "都安瑶族自治县"]
    assert near("旺仓县", labels)[0] == "旺苍县"
    assert near("望舱献", labels) == ("旺苍县",)
    assert near("旺苍", labels)[:2] == ("旺苍县", "旺苍县人民政府")
    assert near("xyz", labels) == ()


@pytest.mark.parametrize("name", ["民盟昭通市委", "民盟昭通市委会", "民盟昭通市委员会"])
def test_a_committee_is_found_by_each_of_its_forms(name: str) -> None:
    every = {"民盟昭通市委", "民盟昭通市委会", "民盟昭通市委员会"}
    assert set(committee_forms(name)) == every - {name}
    assert committee_forms("昭通市教育局") == ()


def test_latin_letters_may_be_the_pinyin_of_a_name() -> None:
    labels = ["旺苍县", "旺苍县人民政府", "黄南藏族自治州", "ABC中学"]
    assert near("wangcang", labels) == ("旺苍县", "旺苍县人民政府")
    assert near("wangcan", labels)[0] == "旺苍县"
    assert near("huangnan", labels) == ("黄南藏族自治州",)
    assert near("wan", labels) == (), "three letters begin too many names"


def test_a_kind_that_is_added_does_not_hide_what_sounds_alike() -> None:
    assert near("马变县", ["马边", "旺苍县"]) == ("马边",)
