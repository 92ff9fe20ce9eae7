from marked import marked

from bangfu.loaders.news.events.events import find_events
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import EventKind, Role

TAIL = "大家为帮扶和支教点赞。"


def events(text, published=None):
    plain, mentions = marked(text + TAIL)
    return find_events(from_text(plain), mentions, published)


def test_a_named_gathering_with_its_roles_and_place():
    (event,) = events(
        "2025年3月27日，由{i - 四川省教育厅}主办、{i - 四川省教师发展中心}承办、{i - 营山县教体局}和{s - 四川师范大学}协办的帮扶教师培训项目推进会在{p 511322 营山县}举行。"
    )
    assert event.name == "帮扶教师培训项目推进会"
    assert (event.event_kind, str(event.since)) == (EventKind.MEETING, "2025-03-27")
    assert event.venue is not None
    assert event.venue.name == "营山县"
    assert {(p.who.name, p.role) for p in event.participations} == {
        ("四川省教育厅", Role.ORGANIZER),
        ("四川省教师发展中心", Role.UNDERTAKER),
        ("营山县教体局", Role.CO_ORGANIZER),
        ("四川师范大学", Role.CO_ORGANIZER),
    }


def test_days_from_to():
    (event,) = events(
        "2024年9月23日至28日，{p 520502 七星关区}校长帮扶研修班在{p 530627 镇雄县}举行。"
    )
    assert (str(event.since), str(event.until), event.event_kind) == (
        "2024-09-23",
        "2024-09-28",
        EventKind.TRAINING,
    )


def test_a_dispatch_needs_a_date():
    (event,) = events("2024年2月20日，十名教师奔赴{p 632300 黄南藏族自治州}支教。")
    assert event.event_kind is EventKind.DISPATCH
    assert events("十名教师奔赴{p 632300 黄南藏族自治州}支教。") == ()


def test_what_was_not_held_and_what_is_no_assistance():
    assert events("2024年2月20日，帮扶现场会取消，没有召开座谈会。") == ()
    plain = "2024年2月20日，春季运动会在体育场举行。"
    assert find_events(from_text(plain), ()) == ()


def test_the_same_happening_is_told_once():
    found = events("教育帮扶座谈会召开。2024年2月20日，教育帮扶座谈会在{p 511322 营山县}召开。")
    assert len(found) == 1


def test_a_gift_of_the_same_day_told_in_the_next_sentence():
    found = events(
        "2024年4月16日，{p 330503 南浔区}·{p 511602 广安区}教育帮扶联席会议召开。"
        "会后，{i - 南浔区教育局}向{s - 花桥小学}捐赠图书3000册。"
    )
    assert [(e.event_kind, str(e.since)) for e in found] == [
        (EventKind.MEETING, "2024-04-16"),
        (EventKind.CEREMONY, "2024-04-16"),
    ]


def test_a_course_under_the_national_plan_is_held_not_planned():
    found = events("2024年10月15日，“国培计划（2024）”海西州校长研修班开班典礼在金华举行。")
    assert EventKind.CEREMONY in [e.event_kind for e in found]


def test_a_team_that_reports_for_duty_is_sent_not_visiting():
    (event,) = events(
        "2024年3月6日，南通市“组团式”医疗帮扶团队一行5人到{i - 城固县医院}报到，驻点一年。"
    )
    assert event.event_kind is not EventKind.VISIT


def test_a_meeting_on_food_is_no_assistance():
    assert events("2022年9月27日，校园食品安全工作会召开，支教教师列席。") == ()


def test_what_was_given_is_no_happening():
    assert events("2020年3月，{s - 周庄小学}的老师说，捐赠的四台洗衣机作用甚大。") == ()


def test_a_new_paragraph_at_the_meeting_keeps_its_day():
    found = events(
        "2023年10月17日，两地教育协作座谈会在{p 510821 旺苍县}召开。\n去年8月，教师到岗。\n"
        "会上，{s - 甲中学}与{s - 乙中学}签订新一轮结对帮扶协议。"
    )
    assert [str(e.since) for e in found if e.event_kind is EventKind.CEREMONY] == ["2023-10-17"]


def test_the_day_and_not_the_year_in_the_name():
    (event,) = events(
        "4月16日，2024年两地教育协作联席会议在{p 510821 旺苍县}召开。", PartialDate(2024, 4, 18)
    )
    assert str(event.since) == "2024-04-16"


def test_the_first_batch_of_a_year_and_a_school_that_opens():
    (sent,) = events("2012年秋，首批12名支教教师进驻{s - 旺苍中学}。")
    assert (sent.event_kind, str(sent.since)) == (EventKind.DISPATCH, "2012")
    (opened,) = events(
        "2024年8月28日，由{i - 某基金会}捐建的{s - 周庄希望小学}在{p 510821 旺苍县}揭牌。"
    )
    assert opened.event_kind is EventKind.CEREMONY
    assert opened.name is not None
    assert opened.name.endswith("揭牌")
