from dataclasses import replace

from bangfu.loaders.news.events.headline import headline_told, lead_day, renamed_by
from bangfu.loaders.news.numbers.dates import find_dates
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import Event, EventKind, Evidence, Stance


def event(kind, since=None, at=0):
    shown = Evidence(
        quote="访", start=at, end=at + 1, raw_start=at, raw_end=at + 1, method="events/act 1",
        confidence=1.0, stance=Stance.STATED,
    )  # fmt: skip
    return Event(event_kind=kind, evidence=(shown,), name="走访", since=since, until=since)


def told(text, events=()):
    found = headline_told(from_text(text), find_dates(text, None), events)
    return None if found is None else (found[0].kind, found[0].name, str(found[1].since))


BODY = "\n2021年5月6日，大家一早上了车。"


def test_a_headline_that_tells_of_a_journey_has_the_day_of_the_lead():
    assert told("甲市医院志愿队走进乙村小学" + BODY) == (
        EventKind.VISIT,
        "甲市医院志愿队走进乙村小学",
        "2021-05-06",
    )
    assert told("甲市：十名支教教师今早出发，目的地——乙县" + BODY) == (
        EventKind.DISPATCH,
        "十名支教教师今早出发",
        "2021-05-06",
    )


def test_a_headline_that_names_a_gathering():
    assert told("在欢送第三批援青教师座谈会上的讲话\n（2021年5月6日）") == (
        EventKind.MEETING,
        "欢送第三批援青教师座谈会",
        "2021-05-06",
    )


def test_a_course_is_no_journey():
    found = told("甲市十名教师赴乙县跟岗学习" + BODY)
    assert found is not None
    assert found[0] is EventKind.TRAINING


def test_papers_and_stories_are_no_happening():
    assert told("关于十名教师赴乙县支教的通知" + BODY) is None
    assert told("甲市教师赴乙县支教工作总结" + BODY) is None
    assert told("一碗热汤面和一支牙刷" + BODY) is None
    assert told("甲市医院志愿队走进乙村小学\n大家一早上了车。") is None  # on no day


def test_what_the_text_told_of_is_not_told_again():
    head = "甲市医院志愿队走进乙村小学" + BODY
    day = PartialDate(2021, 5, 6)
    assert told(head, [event(EventKind.CEREMONY, day)]) is None
    assert told(head, [event(EventKind.VISIT)]) is None
    assert told(head, [event(EventKind.MEETING)]) is not None
    assert told(head, [event(EventKind.CEREMONY, PartialDate(2020, 1, 2))]) is not None


def test_the_headline_is_the_name_of_the_undated_journey_of_the_lead():
    text = "王某一行赴甲乙两县调研帮扶工作\n11月2日至3日，王某看望慰问干部。"
    clean, dates = from_text(text), find_dates(text, None)
    assert renamed_by(clean, dates, event(EventKind.VISIT, at=30)) == (0, 15)
    assert renamed_by(clean, dates, event(EventKind.CEREMONY, at=30)) is None
    dated = event(EventKind.VISIT, PartialDate(2021, 11, 2), at=30)
    assert renamed_by(clean, dates, dated) is None


def test_the_first_day_after_the_headline():
    text = "标题\n2020年起，每年一次。5月6日，大家上车。"
    day = lead_day(text, find_dates(text, None), 2)
    assert day is not None
    assert text[day.start : day.end] == "5月6日"


def test_the_day_of_a_paper_is_not_the_day_that_it_tells_of():
    text = "支教团十名教师奔赴甲县\n□某校校报记者 2031-07-28\n"
    assert lead_day(text, find_dates(text, None), 11) is None
    text += "2031年7月26日，大家一早上了车。"
    day = lead_day(text, find_dates(text, None), 11)
    assert day is not None
    assert str(day.since) == "2031-07-26"


def test_a_headline_tells_of_a_journey_of_yesterday_but_not_of_years_ago():
    found = headline_told(from_text("十名援藏教师启程 目的地甲县\n昨天上午大家上了车。"), (), ())
    assert found is not None
    assert found[0].name == "十名援藏教师启程"
    assert found[1] is None
    assert (
        headline_told(from_text("十名援藏教师启程赴甲县\n四年前的今天大家上了车。"), (), ()) is None
    )


def test_a_rite_named_by_its_noun_alone_is_called_after_the_headline():
    clean = from_text("“晨光”冬衣捐赠走进乙县\n5月6日，孩子们领到了冬衣，来宾出席了交接仪式。")
    rite = replace(event(EventKind.CEREMONY, at=30), name="交接仪式")
    span = renamed_by(clean, find_dates(clean.text, None), rite)
    assert span is not None
    assert clean.text[slice(*span)] == "“晨光”冬衣捐赠走进乙县"
    assert renamed_by(clean, find_dates(clean.text, None), replace(rite, name="签约仪式")) is None


def test_a_headline_that_names_what_the_text_told_of():
    held = replace(event(EventKind.MEETING, at=20), name="援疆教师交接座谈会")
    headline = "援疆教师团队赴乙县，交接座谈会举行"
    assert told(headline + BODY, [held]) is None
