import pytest

from bangfu.loaders.news.people.certain import certain, ends_elsewhere, starts_later, unlikely
from bangfu.loaders.news.people.names import Names
from bangfu.loaders.news.people.proposer import Proposal


def names_of(text, taken=()):
    marks = bytearray(len(text) + 1)
    for word in taken:
        at = text.index(word)
        marks[at : at + len(word)] = b"\1" * len(word)
    return Names(text, bytes(marks))


def proposal(text, form, score):
    return Proposal(text.index(form), text.index(form) + len(form), score)


@pytest.mark.parametrize(
    ("text", "form", "score", "believed"),
    [
        ("老伙计莫根其木格看了视频。", "莫根其木格", 0.95, True),
        ("老伙计莫根其木格看了视频。", "莫根其木格", 0.92, False),
        ("大家叫魏国良，他笑了。", "魏国良", 0.99, True),
        ("给爱画画的孩子买颜料。", "爱画画", 0.99, False),
        ("一座日晷，花岗岩是孩子捡的。", "花岗岩", 0.99, False),
        ("山上有格桑花，很美。", "格桑花", 0.99, False),
        ("编辑：雷鸣）", "雷鸣", 0.99, True),
        ("编辑：雷鸣）", "雷鸣", 0.97, False),
        ("老师——张燕宁，孩子们笑了。", "张燕宁", 0.65, True),
        ("老师——张燕宁，孩子们笑了。", "张燕宁", 0.55, False),
        ("推出“查青湖—乙山”路线。", "查青湖", 0.67, False),
    ],
)
def test_a_sure_model_needs_no_other_sign(text, form, score, believed):
    one = proposal(text, form, score)
    assert certain(names_of(text), one, score) is believed


def test_what_belongs_to_a_body_is_no_name():
    text = "雷鸣中学的老师。"
    one = proposal(text, "雷鸣", 0.99)
    assert not certain(names_of(text, ["雷鸣中学"]), one, one.score)


@pytest.mark.parametrize(
    "form", ["申请书", "延期", "柏树院", "建议德吉", "云学习", "茶马古道", "许可办"]
)
def test_words_and_phrases_are_no_names_below_certainty(form):
    text = f"教师，{form}，到"
    assert unlikely(names_of(text), proposal(text, form, 0.8), 0.8)


@pytest.mark.parametrize("form", ["高兴", "诸葛明", "韩建设", "扎西品初", "乌日娜", "池水秀"])
def test_names_that_are_words_in_part_are_not_unlikely(form):
    text = f"教师{form}，到"
    assert not unlikely(names_of(text, ["教师"]), proposal(text, form, 0.8), 0.8)


def ends(text, rule, form, score, votes=()):
    spans = {text.index(rule): text.index(rule) + len(rule)}
    told = dict.fromkeys(votes, 0.9)
    return ends_elsewhere(names_of(text), spans, proposal(text, form, score), told)


def test_a_name_goes_on_where_the_model_never_saw_it_shorter():
    assert ends("局长东珠才让来校。", "东珠才", "东珠才让", 0.9)
    assert not ends("局长东珠才让来校。", "东珠才", "东珠才让", 0.7)
    assert not ends("杜鹃管教学。", "杜鹃", "杜鹃管", 0.9, votes=["杜鹃"])


def test_a_name_ends_before_a_word_that_the_rule_cut_through_or_took_in():
    assert ends("主席彭泽座谈。", "彭泽座", "彭泽", 0.45)
    assert ends("董事长高原受邀分享。", "高原受邀", "高原", 0.9)
    assert ends("教师张丽刚从北京回来。", "张丽刚", "张丽", 0.85)
    assert not ends("教师张丽刚从北京回来。", "张丽刚", "张丽", 0.85, votes=["张丽刚"])
    assert not ends("副县长王发正的陪同", "王发正", "王发", 0.87)
    assert not ends("校长施大同带四人。", "施大同", "施大", 0.99)
    assert not ends("学生扎西东周笑了。", "扎西东周", "扎西", 0.6)
    assert not ends("校长马哈三等到场。", "马哈三", "马哈", 0.85)


def test_a_preposition_before_a_name_is_no_surname():
    text = "站长由桑晓梅担任。"
    spans = {2: 6}
    assert starts_later(names_of(text), spans, proposal(text, "桑晓梅", 0.7))
    assert not starts_later(names_of(text), spans, proposal(text, "桑晓梅", 0.5))
    assert not starts_later(names_of(text), {3: 6}, proposal(text, "桑晓梅", 0.7))
