import pytest

from bangfu.loaders.news.entities.prefixes import (
    after_first,
    after_lead,
    after_verb,
    joined_at_level,
    nation_in,
    nation_over,
    nation_within,
    party_before,
    short_party_before,
    trimmed,
)
from bangfu.loaders.news.entities.words import cut


@pytest.mark.parametrize(
    ("text", "start"), [("由民盟天津市委", 1), ("九三学社天津市委", 0), ("由天津市委", None)]
)
def test_a_party_before_a_place(text, start):
    assert party_before(text, text.index("天津")) == start


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("跟随社天津市委", True),
        ("报社天津市委", False),
        ("由天津市委", False),
        ("民盟来了，由盟天津市委", True),
        ("民盟到锡林郭勒盟，由盟天津市委", False),
    ],
)
def test_a_party_of_one_character(text, short):
    assert short_party_before(text, text.index("天津")) is short


@pytest.mark.parametrize(
    ("text", "start"),
    [("经县发展和改革局", 2), ("经济发展和改革局", None), ("县张三和改革局", None)],
)
def test_the_first_part_behind_a_level_word(text, start):
    assert joined_at_level(text, text.index("和")) == start


def test_a_nation_wide_name():
    assert nation_in("中国科技", 0, 4) == 0
    assert nation_in("感谢中国科技", 0, 6) == 2
    assert nation_in("东河科技", 0, 4) is None
    assert nation_within("引入中国科技", 0, 6) == 2
    assert nation_within("中国科技", 0, 4) is None
    assert nation_over("由中国湿地保护", 7) == 1
    assert nation_over("由东河湿地保护", 7) is None


def test_a_long_run_begins_after_its_last_joint():
    assert trimmed("教师们前往周庄希望", 0, 9) == 0
    assert trimmed("教师们送书到周庄希望", 0, 10) == 6


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一到青坪完小", "青坪完小"),
        ("爱心企业金柚集团", "金柚集团"),
        ("原达坪小学", "达坪小学"),
        ("原名达坪小学", "达坪小学"),
        ("当场向东坪小学", "东坪小学"),
        ("原野小学", "原野小学"),
        ("充分发挥云帆小学", "云帆小学"),
        ("今后云帆商会", "云帆商会"),
        ("龙头企业集团", "龙头企业集团"),
    ],
)
def test_a_name_begins_after_what_runs_into_it(text, name):
    ending = len(text) - 2
    assert text[after_lead(text, 0, ending) :] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("业主单位华岭新能源有限公司", "华岭新能源有限公司"),
        ("最后江岭小学", "江岭小学"),
        ("成立“春风”慈善基金", "“春风”慈善基金"),
    ],
)
def test_what_a_firm_is_in_the_works_is_no_part_of_its_name(text, name):
    assert text[after_lead(text, 0, len(text) - 2) :] == name


@pytest.mark.parametrize("text", ["着手准备高中", "今后商会", "完成高中"])
def test_of_words_that_run_into_a_name_nothing_stays(text):
    assert after_lead(text, 0, len(text) - 2) == len(text) - 2


def test_verbs_before_a_name():
    words = cut("充分挖掘长水教育集团")
    assert after_verb(words, 0, 6) == 4
    words = cut("认养新泉县达仁乡三江国小")
    assert after_first(words, 0, 10) == 2
    words = cut("认养三江国小")
    assert after_first(words, 0, 4) == 0


def test_what_was_built_is_no_part_of_a_name():
    text = "捐建华鼎装饰古里小学"
    assert after_lead(text, 0, 8) == 2
    assert after_lead("捐建小学", 0, 2) == 0
