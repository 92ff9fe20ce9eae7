import pytest

from bangfu.loaders.news.people.fusion import fuse
from bangfu.loaders.news.people.names import Names
from bangfu.loaders.news.people.proposer import Proposal


def names_of(text, taken=()):
    marks = bytearray(len(text) + 1)
    for word in taken:
        at = text.index(word)
        marks[at : at + len(word)] = b"\1" * len(word)
    return Names(text, bytes(marks))


def span(text, form):
    return text.index(form), text.index(form) + len(form)


def fused(text, rules, proposals, taken=()):
    """The forms that are believed, and those that only the model saw."""
    found = dict(span(text, form) for form in rules)
    told = [Proposal(*span(text, form), score) for form, score in proposals]
    result = fuse(names_of(text, taken), found, told)
    return sorted(text[a:b] for a, b in result.spans.items()), result.alone


def test_a_post_is_no_part_of_a_name_of_the_model():
    believed, _ = fused("镇长向世明回忆说。", ["向世明"], [("镇长向世明", 0.7)], taken=["镇长"])
    assert believed == ["向世明"]


def test_an_adverb_is_no_name_of_the_model():
    assert fused("教师陆续来了。", [], [("陆续", 0.88)], taken=["教师"]) == ([], {})


def test_a_name_of_the_model_alone_is_told_apart_with_its_score():
    believed, alone = fused("晚上，赵明辉还在备课。", [], [("赵明辉", 0.9)])
    assert believed == ["赵明辉"]
    assert alone == {"赵明辉": 0.9}


def test_a_name_of_both_is_not_the_models_alone():
    assert fused("赵明辉说。", ["赵明辉"], [("赵明辉", 0.99)]) == (["赵明辉"], {})


def test_low_scores_are_not_believed():
    assert fused("晚上，赵明辉还在备课。", [], [("赵明辉", 0.4)]) == ([], {})


def test_the_model_mends_the_edge_of_a_rule():
    believed, alone = fused("校长尹荔作报告，大家鼓掌。", ["尹荔作"], [("尹荔", 0.97)])
    assert believed == ["尹荔"]
    assert "尹荔作" not in alone


def test_a_seldom_surname_before_a_word_needs_more_than_the_model():
    assert fused("以高楼房的教学为目标。", [], [("高楼房", 0.85)])[0] == []


def test_a_word_is_a_name_only_beside_a_post_or_body():
    assert fused("双方的方向是共建。", [], [("方向", 0.97)])[0] == []
    assert fused("校长方向主持。", [], [("方向", 0.97)], ["校长"])[0] == ["方向"]


def test_no_name_enters_a_body():
    assert fused("王芳中学来了人。", [], [("王芳", 0.99)], ["王芳中学"])[0] == []


def test_what_the_model_sees_nowhere_and_looks_like_a_word_goes():
    assert fused("学生们知道，那是叶校长在数灯。", ["那是叶"], [])[0] == []


def test_behind_a_number_of_people_no_single_name_stands():
    assert fused("先后派出71名教师来洛支教。", ["来洛"], [])[0] == []
    assert fused("派出2名教师王芳、李敏。", ["王芳", "李敏"], [])[0] == ["李敏", "王芳"]


def test_a_first_character_that_begins_no_name_is_taken_off():
    assert fused("据叶文漪介绍，学校很好。", [], [("据叶文漪", 0.95)])[0] == ["叶文漪"]


@pytest.mark.parametrize(
    ("text", "form"), [("副校长李友为到校。李友为，", "李友为"), ("校长李友从兰州来。", "李友")]
)
def test_a_preposition_may_be_part_of_a_name(text, form):
    assert fused(text, ["李友"], [])[0] == [form]


def test_the_model_is_believed_in_a_list_of_known_names():
    believed, alone = fused("教师王小红、成果和大家来了。", ["王小红"], [("成果", 0.62)])
    assert sorted(believed) == sorted(["王小红", "成果"])
    assert "成果" in alone
    assert fused("教师王小红来了。成果和大家来了。", ["王小红"], [("成果", 0.62)])[0] == ["王小红"]


def test_a_word_that_begins_a_name_goes_on_to_where_the_name_ends():
    text = "副校长东方亮任县中学校长；"
    believed, alone = fused(text, ["东方亮"], [("东方", 0.68)], ["副校长", "县中学校长"])
    assert (believed, alone) == (["东方亮"], {})


def test_rule_and_model_agree_on_who_stands_behind_a_post():
    text = "商会会长黄海松及多名会员到场。"
    assert fused(text, [], [("黄海松", 0.53)], taken=["会长"])[0] == ["黄海松"]


def test_what_only_a_rule_saw_must_not_be_a_word():
    assert fused("让支教教师全心投入工作。", ["全心"], [], taken=["支教教师"])[0] == []


def test_four_characters_of_the_model_end_before_what_goes_on():
    believed, _ = fused("在县医院，章孔亮和同行的院长到场。", [], [("章孔亮和", 0.88)])
    assert believed == ["章孔亮"]
    believed, _ = fused("窦明泉手写了一行字。", [], [("窦明泉手", 0.87)])
    assert believed == ["窦明泉"]


def test_the_model_moves_the_end_that_a_rule_missed():
    text = "校长昂文格来算了账。"
    believed, _ = fused(text, ["昂文格"], [("昂文格来", 0.85)], taken=["校长"])
    assert believed == ["昂文格来"]
