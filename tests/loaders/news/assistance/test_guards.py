import pytest

from bangfu.loaders.news.assistance.guards import (
    is_denied,
    is_learning,
    is_refused,
    modality_of,
    opens_plan,
    status_of,
)
from bangfu.ontology.records import Modality, Status


@pytest.mark.parametrize(
    ("wording", "modality"),
    [
        ("托管帮扶", Modality.MANAGEMENT),
        ("选派教师到…支教", Modality.SECONDMENT),
        ("送教", Modality.TEACHING),
        ("培训校长", Modality.TRAINING),
        ("捐赠图书", Modality.FUNDING),
        ("对口支援", Modality.PAIRING),
        ("天气很好", None),
    ],
)
def test_the_wording_says_how(wording, modality):
    assert modality_of(wording) is modality


@pytest.mark.parametrize(
    ("before", "within", "after", "status"),
    [
        ("", "对口帮扶", "", Status.ACTIVE),
        ("", "将选派教师赴", "", Status.PLANNED),
        ("", "拟与", "签订", Status.PLANNED),
        ("", "对口帮扶", "，协议已到期", Status.ENDED),
        ("原", "结对", "关系终止", Status.ENDED),
    ],
)
def test_plans_and_endings(before, within, after, status):
    assert status_of(before, within, after) is status


def test_denials_and_journeys_to_learn():
    assert is_refused("", "并未与", "结对")
    assert is_refused("", "未与", "结对")
    assert is_refused("网传", "取消了", "")
    assert not is_refused("", "对口帮扶", "")
    assert is_learning("赴…考察学习")
    assert not is_learning("赴…考察并送教")


def test_what_is_done_is_no_plan_because_more_is_planned():
    assert status_of("", "已选派教师到那里，明年还将扩大", "") is Status.ACTIVE
    assert status_of("", "将选派教师", "") is Status.PLANNED


def test_a_rumour_that_its_own_sentence_denies():
    def denied(text, passage):
        at = text.index(passage)
        return is_denied(text, 0, at, at + len(passage), len(text))

    assert denied("网传甲区援建乙校，经核实，没有此项安排。", "甲区援建乙校")
    assert denied("提案中称该楼系甲区援建，经查，甲区未曾援建。", "甲区援建")
    assert denied("问：听说甲区要托管乙校？", "甲区要托管乙校")
    assert not denied("甲区援建乙校，没有忘记初心。", "甲区援建乙校")
    assert not denied("甲区援建乙校，丙区未曾援建。", "甲区援建乙校")


def test_who_goes_to_learn_does_not_help_whatever_is_spoken_of():
    assert is_learning("到那里拜师学艺，就师资培训深入交流")
    assert is_learning("赴…考察学习支教经验")
    assert not is_learning("赴…开展支教")


def test_care_of_the_sick_and_things_brought_are_help_too():
    assert modality_of("在当地坐诊") is Modality.OTHER
    assert modality_of("为学生送上冬衣") is Modality.FUNDING
    assert modality_of("为学生送上祝福") is None
    assert not is_learning("专家参加义诊")


def test_what_never_happened_is_refused_and_what_never_stopped_is_not():
    assert is_refused("公司并未", "捐赠", "")
    assert is_refused("", "一行未向小学捐款", "")
    assert is_refused("", "否认曾向小学捐款", "")
    assert is_refused("", "拒绝向小学捐款", "")
    assert not is_refused("", "未来三年向小学捐款", "")
    assert not is_refused("帮扶并未中断，", "捐赠", "")


def test_a_plan_may_be_dated_a_clause_before_its_helper():
    assert opens_plan("计划自2031年9月起，由")
    assert opens_plan("拟于2031年秋季学期起，")
    assert not opens_plan("计划周密，由")
    assert not opens_plan("自2031年9月起，由")


@pytest.mark.parametrize(
    ("wording", "status"),
    [
        ("将6名支教教师送到受援学校", Status.ACTIVE),
        ("将图书捐给", Status.ACTIVE),
        ("启动了教育帮扶计划", Status.ACTIVE),
        ("的教师在县里播种希望", Status.ACTIVE),
        ("为孩子们准备了礼物，送到", Status.ACTIVE),
        ("争取到资金，用于", Status.ACTIVE),
        ("希望与", Status.PLANNED),
        ("争取为", Status.PLANNED),
        ("将选派教师到", Status.PLANNED),
        ("计划选派教师到", Status.PLANNED),
    ],
)
def test_what_is_handled_or_named_is_no_plan(wording, status):
    assert status_of("", wording, "") is status


def test_who_sees_those_who_teach_there_does_not_help():
    assert is_learning("一行赴…，看望慰问支教教师")
    assert not is_learning("一行赴…支教，看望学生")
