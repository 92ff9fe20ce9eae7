"""Script and width."""

import pytest

from bangfu.loaders.news.page.script import one_width, simplified
from bangfu.loaders.news.page.spans import page_of


@pytest.mark.parametrize(
    ("traditional", "plain"),
    [
        ("本著需求著眼長遠，顯著提高著名學校", "本着需求着眼长远，显著提高著名学校"),
        ("餘慶縣與鎮雄縣結對幫扶", "余庆县与镇雄县结对帮扶"),
        ("校長李乾與王昇、曬乾的餅乾，提昇質量", "校长李乾与王昇、晒干的饼干，提升质量"),
        ("於2015年對口支援，後來又派遣教師", "于2015年对口支援，后来又派遣教师"),
    ],
)
def test_traditional_becomes_simplified(traditional, plain):
    page, changed = simplified(page_of(traditional))
    assert page.text == plain
    assert changed == sum(a != b for a, b in zip(traditional, plain, strict=True))


def test_a_simplified_page_with_one_old_name_stays():
    text = "黄南藏族自治州的教师来到天津市跟岗学习，校长朱鎔介绍了两校的情况，双方签订协议。"
    assert simplified(page_of(text)) == (page_of(text), 0)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他说:“好,(长水)第二期?”", "他说：“好，（长水）第二期？”"),
        ("10:25共1,000人", "10:25共1,000人"),
        ("２０２４年（Ａ）　ＡＢ％", "2024年（A） AB%"),
        ("2024年(2023)年", "2024年（2023）年"),
        ("see f(x), or not?", "see f(x), or not?"),
        ("比分“3:2”", "比分“3:2”"),
    ],
)
def test_one_width(before, after):
    page = one_width(page_of(before))
    assert page.text == after
    assert one_width(page).text == after


def test_the_dot_of_a_foreign_name_is_the_middle_one():
    assert one_width(page_of("约瑟芬.查尔斯（Josephine）")).text == "约瑟芬·查尔斯（Josephine）"
    assert one_width(page_of("一.总体要求")).text == "一.总体要求"


def test_the_rare_sign_of_shaanxi_is_put_right_on_any_page():
    page, _ = simplified(page_of("来自陜西省的教师"))
    assert page.text == "来自陕西省的教师"
