import pytest

from bangfu.loaders.news.entities.endings import colleges, endings


def found(text):
    return [text[start:end] for start, end, _ in endings(text)]


@pytest.mark.parametrize("text", ["中学生", "县委组织部长", "县级", "全局", "学校长期间"])
def test_what_follows_can_make_another_word(text):
    assert not {"中学", "组织部", "局", "学校"} & set(found(text))


def test_the_longest_of_those_that_end_together_counts():
    assert found("都安第二高级中学") == ["高级中学"]


def test_a_subject_after_a_school_does_not_hide_it():
    assert "中学" in found("第七中学历史教师")
    assert "中学" in found("第七中学生物教师")


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("第一中学制定规划", "中学"),
        ("第一中学生机勃勃", "中学"),
        ("第一中学问卷调查", "中学"),
        ("协会长期资助", "协会"),
        ("协会员工捐款", "协会"),
        ("教育局面向教师", "教育局"),
        ("职教中心校长", "职教中心"),
        ("学校长远规划", "学校"),
    ],
)
def test_what_goes_on_with_another_word_hides_no_ending(text, ending):
    assert ending in found(text)


def test_universities_by_their_full_names():
    text = "在北京师范大学和兰州大学"
    assert [text[s:e] for s, e in colleges(text)] == ["北京师范大学", "兰州大学"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("青坪完小学校条件很差", "完小"),
        ("旺苍县二小学校长说", "二小"),
        ("旺苍县第二小学校长说", "小学"),
    ],
)
def test_a_short_kind_before_the_word_school(text, kind):
    assert found(text)[0] == kind


def test_a_society_of_a_place_by_its_short_kind():
    assert {"知联会", "外办", "公益基金"} <= set(found("旺苍知联会、旺苍县委外办和木棉公益基金"))


def test_a_way_of_running_schools_is_no_group():
    assert not [one for one in endings("大力推进集团化办学") if one[2].text == "集团"]


def test_a_fund_is_no_office():
    assert not [one for one in endings("县政协教科基金") if one[2].text == "科"]


@pytest.mark.parametrize("text", ["旺苍县卫健委派出医生", "木棉集团结对帮扶"])
def test_a_deed_right_behind_a_body_does_not_hide_it(text):
    assert [one for one in endings(text) if text[one[0] : one[1]] in ("卫健委", "集团")]


@pytest.mark.parametrize("text", ["签订合作协议", "县教育局委派李某", "在县里团结奋斗"])
def test_other_words_stay_hidden(text):
    assert not [one for one in endings(text) if text[one[0] : one[1]] in ("作协", "局委", "团")]
