import pytest
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


def test_the_bare_name_of_a_ceremony_is_the_one_told_of_before():
    found = events(
        "5月8日，甲市对口帮扶乙州教育签约暨课堂开放启动仪式举行。副州长出席签约仪式并致辞。"
        "签约仪式上，学生献上歌舞。"
    )
    assert [e.name for e in found] == ["甲市对口帮扶乙州教育签约暨课堂开放启动仪式"]


def test_the_way_to_a_signing_is_no_visit():
    found = events(
        "2020年1月7日，教育局带领24名学区长奔赴省城，在教育局会议室举行了甲市对乙县教育帮扶签约仪式。"
    )
    assert [e.event_kind for e in found] == [EventKind.CEREMONY]


def test_after_the_ceremony_a_visit_of_the_same_day():
    found = events(
        "2024年9月24日，教育帮扶捐赠仪式在{p 511322 营山县}举行。"
        "捐赠仪式后，一行到{s - 云凤小学}看望支教教师。"
    )
    assert [(e.event_kind, str(e.since)) for e in found] == [
        (EventKind.CEREMONY, "2024-09-24"),
        (EventKind.VISIT, "2024-09-24"),
    ]


def test_who_is_looked_up_in_his_village_is_no_visit_of_assistance():
    found = events(
        "2024年9月24日，教育帮扶捐赠仪式在{p 511322 营山县}举行。仪式后，一行到驻地看望驻村干部。"
    )
    assert [e.event_kind for e in found] == [EventKind.CEREMONY]


def test_a_lesson_on_a_day_of_the_journey_is_told_without_a_word_for_help():
    found = events(
        "2024年5月21日至23日，{p 110111 房山区}教师到{p 150927 察右中旗}开展协作送教活动。\n"
        "旗里组织了听课，课后评课。\n孩子们很高兴。\n老师也一样。\n"
        "22日上午，两位老师围绕《桥》一课同课异构。"
    )
    assert "2024-05-22" in [str(e.since) for e in found]


def test_a_page_on_the_opening_of_a_gift_needs_few_words_for_help():
    plain, mentions = marked(
        "{i - 春晖教育基金会}2024年11月8日在{p 533323 福贡县}举行「春晖楼」启用典礼。大楼由基金会捐建。"
    )
    (event,) = find_events(from_text(plain), mentions)
    assert (event.event_kind, str(event.since)) == (EventKind.CEREMONY, "2024-11-08")


def test_the_venue_behind_words_of_its_own():
    (event,) = events(
        "2016年1月13日，支教团在支教服务地{s - 响水小学}举行帮扶捐赠仪式，"
        "在{p 500117 合川区}的支教队员参加。"
    )
    assert event.venue is not None
    assert event.venue.name == "响水小学"


def test_a_guest_from_somewhere_is_no_venue():
    (event,) = events("2016年1月13日，在来自{s - 响水小学}的孩子面前，帮扶捐赠仪式举行了。")
    assert event.venue is None


NOTICE = "关于开展教师培训月活动的通知\n现将有关事项通知如下。支教与帮扶各一。"


def test_what_a_notice_announces_has_not_been_held():
    plain, mentions = marked(NOTICE + "\n7月10日至14日，县里举办帮扶班主任培训班。\n2023年5月26日")
    assert find_events(from_text(plain), mentions, PartialDate(2023, 5, 26)) == ()


def test_what_is_decided_has_not_been_held():
    assert events("经研究，决定6月至7月开展支教教师培训月活动。") == ()


def test_a_day_of_an_unknown_year_is_not_another_day_of_the_page():
    (event,) = events(
        "6月15日，帮扶座谈会在{p 511322 营山县}召开。\n2023年5月26日", PartialDate(2023, 5, 26)
    )
    assert event.since is None


def test_a_page_that_only_names_a_scheme_tells_of_what_is_held_under_it():
    plain, mentions = marked(
        "11月25日，{g - 同心彩虹行动}乙镇教师培训开班式在{s - 晋阳学堂}举行。艺术节活动随后举行。"
    )
    found = find_events(from_text(plain), mentions, PartialDate(2024, 12, 2))
    assert EventKind.CEREMONY in [e.event_kind for e in found]
    assert all("艺术节" not in (e.name or "") for e in found)


def test_the_headline_and_the_story_name_one_course():
    found = events(
        "携手同心共促教育均衡——“同心彩虹行动”丙省乙镇教师帮扶培训班开班式举行\n"
        "2024年11月25日，甲市委会“同心彩虹行动”丙省丁县乙镇教师帮扶培训班开班式举行。"
    )
    names = [e.name for e in found if e.event_kind is EventKind.CEREMONY]
    assert names == ["“同心彩虹行动”丙省乙镇教师帮扶培训班开班式"]


def test_a_day_long_past_is_not_the_day_of_the_report():
    signed = "近日，{s - 松雅湖中学}与{s - 贡嘎县中学}签订帮扶协议。联校于2018年12月9日挂牌。"
    assert [
        e.since for e in events(signed, PartialDate(2019, 5, 10)) if "签订" in (e.name or "")
    ] == [None]


def test_this_batch_set_out_at_the_beginning_of_the_year():
    found = events("2025年年初，本批支教团分赴{p 654022 察布查尔县}支教。")
    assert [e.event_kind for e in found] == [EventKind.DISPATCH]


def test_a_row_of_activities_of_a_stay_has_no_day():
    found = events("2025年6月18日，支教团返校欢迎仪式举行。支教期间，队员开展民族团结系列活动。")
    assert [e.name for e in found] == ["支教团返校欢迎仪式"]


def test_a_long_address_is_followed_to_its_end():
    found = events(
        "9月24日，甲盟帮扶乙区校长研修班开班仪式在{p 530000 云南省昭通市}{p 530627 镇雄县}"
        "{s - 云南甲中学镇雄校区}举行。丙校承办。"
    )
    assert [e.venue.name for e in found if e.venue] == ["云南甲中学镇雄校区"]


def test_whoever_says_later_that_it_undertook_takes_part():
    found = events(
        "2024年9月24日，甲盟帮扶乙区校长研修班开班仪式举行。"
        "王某表示，{i - 丙教育集团}作为承办方之一，将全力做好保障。"
    )
    assert [(p.who.name, p.role.value) for e in found for p in e.participations] == [
        ("丙教育集团", "undertaker")
    ]
    assert len(found[0].evidence) == 2


def test_the_gathering_of_the_headline_is_the_first_of_its_sort_with_a_day():
    text = (
        "{s - 甲中学}召开托管帮扶{s - 乙中学}座谈会\n"
        "{s - 甲中学}与{s - 乙中学}于2031年1月10日下午召开协商座谈会，商讨托管帮扶事宜。"
    )
    (one,) = events(text)
    assert str(one.since) == "2031-01-10"


def test_what_is_done_by_way_of_something_is_no_visit():
    text = "2031年1月10日，在{s - 甲中学}帮扶座谈会上，通过深度交流与充分调研，两校结对帮扶。"
    assert [e.event_kind.value for e in events(text)] == ["meeting"]


def test_a_team_called_after_its_visit_only_attends():
    text = (
        "2031年1月10日，考察团一行在{p 500102 涪陵区}副区长的陪同下参加了{s - 甲小学}教学楼竣工剪彩仪式。"
        "在工程竣工剪彩仪式上，团长讲话。"
    )
    assert [e.event_kind.value for e in events(text)] == ["ceremony"]


def test_of_two_venues_the_first_is_told():
    found = events(
        "9月24日，“甲行动”教育帮扶启动仪式在{s - 天津市乙中学}和{s - 四川省丙中学}同时举行。"
    )
    assert [e.venue.name for e in found if e.venue] == ["天津市乙中学"]


def test_what_was_told_of_is_told_once():
    text = (
        "2031年1月10日，{i - 甲商会}捐助{s - 乙中学}学生仪式在{s - 乙中学}举行。"
        "出席此次助学活动的有8人。“光彩助学”活动2007年开始举办。"
    )
    assert [e.event_kind.value for e in events(text)] == ["ceremony"]


def test_a_course_of_many_years_is_no_happening_and_its_eighth_round_is():
    text = (
        "2031年9月10日，{s - 甲中学}帮扶{p 522423 黔西县}。多年来，{s - 甲中学}参加西部教师培训班。"
        "近年来，{s - 甲中学}举办第八期西部教师培训班。"
    )
    assert [e.name for e in events(text)] == ["第八期西部教师培训班"]


def test_the_year_of_the_headline_takes_the_day_of_the_story():
    text = (
        "2031年“支教计划”帮扶培训开班仪式\n"
        "2031年8月9日上午，“支教计划”{p 522423 黔西县}乡村教师帮扶培训开班典礼在{s - 甲中学}举行。"
    )
    assert [str(e.since) for e in events(text) if e.event_kind.value == "ceremony"] == [
        "2031-08-09"
    ]


def test_a_visit_of_several_days_of_an_unknown_year():
    (event,) = events("7月4至6日，副校长李明远带队赴{p - 甲安县}调研，推进结对帮扶。")
    assert event.event_kind is EventKind.VISIT
    assert event.name == "李明远带队赴甲安县调研"


def test_a_rite_goes_on_somewhere():
    (event,) = events("3月3日，甲乙两校城乡学校共同体签约仪式在{s - 青山中学}进行，三校结对。")
    assert event.name == "甲乙两校城乡学校共同体签约仪式"


def test_a_festival_is_no_part_of_help():
    text = "2031年3月5日，校长还参加了首届青山开茶节暨茶园开园仪式，并为活动剪彩。"
    assert [event.name for event in events(text)] == []


def test_a_headline_without_the_round_tells_of_the_same_meeting():
    text = (
        "我校召开2031年“银龄计划”援派教师欢送座谈会\n\n"
        "2031年2月21日，我校第五批“银龄教师”援派教师欢送座谈会在活动中心举行。"
    )
    (event,) = events(text)
    assert str(event.since) == "2031-02-21"


def test_what_is_given_on_one_day_is_given_once():
    text = "2031年5月6日，“暖心”公益捐书活动在青山小学举行。当天，大家向青山小学捐赠图书500册。"
    assert len(events(text)) == 1


def test_what_was_built_is_handed_over_on_its_day():
    (event,) = events("捐赠结对帮扶。2031年9月10日，捐建的“延年楼”竣工。")
    assert (event.event_kind, str(event.since)) == (EventKind.CEREMONY, "2031-09-10")


@pytest.mark.parametrize(
    "text",
    [
        "支教和结对帮扶。2月24日，{s - 青山中学}的升旗仪式举行，校长讲话。",
        "支教和结对帮扶。9月1日，支教教师王芳走进了校门。",
        "支教和结对帮扶。7月15日，教师王芳结束了为期一学期的跟岗学习，离开{s - 青山中学}。",
        "支教和结对帮扶。10月9日，考察团赴{p - 甲安县}考察投资环境。",
    ],
)
def test_what_is_no_happening_of_assistance(text):
    assert list(events(text)) == []


def test_a_great_meeting_for_those_who_are_sent():
    (event,) = events("2031年9月13日，甲市欢送支教教师大会在区委党校召开。")
    assert event.name == "甲市欢送支教教师大会"
