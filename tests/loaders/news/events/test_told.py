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
