from bangfu.loaders.news.events.told import is_day, told_in
from bangfu.loaders.news.numbers.dates import find_dates
from bangfu.ontology.records import EventKind


def told(text, lead=False, about=3):
    dates = find_dates(text, None)
    return [(t.kind, t.name) for t in told_in(text, 0, len(text), dates, None, about, (), lead)]


def test_a_day_without_a_year_is_a_day():
    text = "9月20日，甲校教师到乙校送教，并上了两节课。"
    (date,) = find_dates(text, None)
    assert is_day(text, date)
    ((kind, name),) = told(text)
    assert kind is EventKind.TRAINING
    assert name is not None
    assert "送教" in name


def test_lately_counts_only_where_a_page_opens():
    text = "近日，甲校师生赴乙村看望支教教师。"
    assert [kind for kind, _ in told(text, lead=True)] == [EventKind.VISIT]
    assert told(text) == []


def test_what_is_done_again_and_again_is_no_happening():
    assert told("他们定期开展教育帮扶活动。") == []
    assert told("两地举办教研活动162场，助力帮扶。") == []
    assert told("这笔捐款将用于开展助学活动。", lead=True) == []
    assert told("在会议室召开了帮扶活动启动仪式。") == [
        (EventKind.CEREMONY, "帮扶活动启动仪式"),
    ]


def test_a_visit_before_a_gathering_in_one_clause():
    found = told("5月8日，丁主席率队赴乙县开展帮扶工作调研并出席捐赠仪式。")
    assert [kind for kind, _ in found] == [EventKind.CEREMONY, EventKind.VISIT]


def test_a_school_of_hope_is_no_wish():
    assert told("昨日，司背希望小学举行竣工典礼。", lead=True) == [
        (EventKind.CEREMONY, "竣工典礼"),
    ]


def test_a_scheme_named_plan_is_held_and_a_plan_is_not():
    found = told("2025年7月19日，2025年“烛光”助学计划公益捐赠仪式在乙村举行。")
    assert found == [(EventKind.CEREMONY, "2025年“烛光”助学计划公益捐赠仪式")]
    assert told("2025年7月19日，两地计划举办帮扶协作座谈会。") == []


def test_money_for_comfort_is_no_visit():
    assert told("2022年10月18日，基金会向33名支教教师发放了慰问金。") == []


def test_what_has_been_done_for_years_has_no_day():
    assert told("近年来，各校学生在乙市开展支教助学活动。") == []


def test_a_course_of_this_summer_is_told_though_no_year_is_known():
    ((kind, name),) = told("今年暑期，甲校还面向乙县教师开办了为期10天的研修班，助力帮扶。")
    assert kind is EventKind.TRAINING
    assert name is not None
    assert "研修班" in name


def test_an_agreement_of_last_year_and_one_that_must_be_made():
    ((kind, _),) = told("去年，甲中学还和乙中学签了结对帮扶协议。")
    assert kind is EventKind.CEREMONY
    assert told("受援学校须于今年4月底前签订结对帮扶协议。") == []


def test_what_somebody_tells_a_reporter_is_no_happening():
    assert told("10月20日，刚结束跟岗的校长对记者说。帮扶") == []


def test_lessons_that_are_brought():
    ((kind, _),) = told("2011年5月12日，9名教师为受帮扶学校送去了三门公开课。")
    assert kind is EventKind.TRAINING


def test_what_a_scheme_comprises_is_no_happening():
    assert told("2011年5月12日启动的帮扶计划，内容包括开展教师能力培训。") == []


def test_guests_are_received_and_a_subject_group_is_no_lesson():
    ((kind, _),) = told("5月12日，我校迎来了帮扶学校的一行四人。")
    assert kind is EventKind.VISIT
    assert told("5月12日，她任帮扶学校教研组组长。") == []


def test_what_only_says_who_the_people_are_is_not_held():
    text = "近日，来自两市来我校跟岗学习的50位校长参加了结对帮扶开班仪式。"
    assert "跟岗学习" not in [name for _, name in told(text, lead=True)]


def test_an_activity_of_every_day_has_no_name():
    assert told("近日，支教教师开展教学活动。", lead=True) == []


def test_guidance_at_a_named_school_is_a_visit():
    ((kind, _),) = told("5月15日，甲局副局长亲临乙村小学指导帮扶工作。")
    assert kind is EventKind.VISIT


def test_an_agreement_that_something_rests_on_is_not_signed_now():
    assert told("5月15日，根据甲校与乙校签订的帮扶协议，两校往来不断。") == []
