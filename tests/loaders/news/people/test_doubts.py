import pytest

from bangfu.loaders.news.people.doubts import doubted_size, is_phrase, is_unit
from bangfu.loaders.news.people.names import Names


def size(text, form, taken=(), votes=()):
    marks = bytearray(len(text) + 1)
    for word in taken:
        at = text.index(word)
        marks[at : at + len(word)] = b"\1" * len(word)
    start = text.index(form)
    names = Names(text, bytes(marks))
    return doubted_size(names, start, start + len(form), dict.fromkeys(votes, 0.9))


def test_a_word_that_only_a_rule_saw_is_no_name():
    assert size("让支教教师全心投入工作。", "全心", ["支教教师"]) == 0
    assert size("带去对教师的关怀。", "关怀", ["教师"]) == 0
    assert size("图书、助教金等。", "金等", ["助教"]) == 0


def test_a_word_may_be_a_name_where_one_must_stand():
    assert size("校长文静表示。", "文静", ["校长"]) == 2
    assert size("校长多吉待我们很好。", "多吉", ["校长"]) == 2
    assert size("“这是我的。”周到说。", "周到") == 2
    assert size("校长定了，叫舒适，三十九岁。", "舒适") == 2
    assert size("甲中学文心三位教师到场。", "文心", ["甲中学"]) == 2


def test_what_a_name_swallowed_is_given_back():
    assert size("副会长杜逸及有关人员", "杜逸及", ["副会长"], ["杜逸"]) == 2
    assert size("局长娄和彦曾专程来过", "娄和彦曾", ["局长"]) == 3
    assert size("校长施天从，", "施天从", ["校长"]) == 3


@pytest.mark.parametrize("form", ["由支教团", "原市委", "阳花中队", "温商会"])
def test_teams_and_committees_are_no_persons(form):
    assert is_unit(form)
    assert not is_unit(form[:2])


def test_a_person_may_end_like_a_unit_of_one_sign():
    assert not is_unit("王新会")
    assert not is_unit("李建团")


def test_a_word_with_one_more_character_is_no_name():
    text = "家长学生都嘀咕，年纪轻、精力旺，方可馨来了。"
    spans = {form: text.index(form) for form in ("都嘀咕", "精力旺", "方可馨")}
    told = {form: is_phrase(text, at, at + 3, beside=False) for form, at in spans.items()}
    assert told == {"都嘀咕": True, "精力旺": True, "方可馨": False}
    assert not is_phrase(text + "精力旺", spans["精力旺"], spans["精力旺"] + 3, beside=False)


def test_units_are_nobody():
    assert is_unit("单位")
    assert not is_unit("单霞")
