import pytest

from bangfu.loaders.news.numbers.dates import Meaning, find_dates, find_ordinals, signed_on
from bangfu.ontology.dates import PartialDate


def read(text, published=None):
    dates = find_dates(text, PartialDate.parse(published) if published else None)
    return [(str(d.since or ""), str(d.until or ""), d.meaning.value) for d in dates]


@pytest.mark.parametrize(
    ("text", "published", "since", "until", "meaning"),
    [
        ("2021年11月22日-11月25日", None, "2021-11-22", "2021-11-25", "range"),
        ("于11月22日-11月25日", "2021-11-26", "2021-11-22", "2021-11-25", "range"),
        ("2024年9月23日至28日", None, "2024-09-23", "2024-09-28", "range"),
        ("2022—2025年", None, "2022", "2025", "range"),
        ("2022年8月至2025年7月", None, "2022-08", "2025-07", "range"),
        ("2023—2024学年", None, "2023-09", "2024-08", "range"),
        ("2021年秋季学期", None, "2021-09", "2022-01", "range"),
        ("2月下旬", "2024-02-08", "2024-02", "2024-02", "point"),
        ("二〇一二年", None, "2012", "2012", "point"),
        ("2024-09-10", None, "2024-09-10", "2024-09-10", "point"),
        ("去年9月", "2024-05", "2023-09", "2023-09", "point"),
        ("截至2024年1月", None, "", "2024-01", "asOf"),
        ("自2017年以来", None, "2017", "", "since"),
        ("2010年起", None, "2010", "", "since"),
        ("近三年来", None, "", "", "vague"),
    ],
)
def test_one_date(text, published, since, until, meaning):
    assert read(text, published) == [(since, until, meaning)]


def test_the_year_since_when_something_lasts_is_no_later_days_year():
    assert read("自1998年起帮扶该县，研修班6月9日至6月14日举办") == [
        ("1998", "", "since"),
        ("", "", "range"),
    ]
    assert read("1998年5月起帮扶，6月9日签约")[1] == ("1998-06-09", "1998-06-09", "point")


def test_a_year_is_never_invented():
    assert read("15日上午，开班典礼举行") == [("", "", "point")]
    assert read("9月，他来到这里") == [("", "", "point")]
    assert read("12月", "2024-03") == [("", "", "point")]
    assert read("今年3月") == [("", "", "point")]


def test_a_year_is_carried_from_an_earlier_date():
    assert [since for since, _, _ in read("2023年11月7日启动，12月1日结束，3日返回")] == [
        "2023-11-07",
        "2023-12-01",
        "2023-12-03",
    ]


def test_offsets_and_impossible_days():
    text = "他说，2024年2月29日来过"
    (date,) = find_dates(text)
    assert text[date.start : date.end] == "2024年2月29日"
    assert [d.since for d in find_dates("2023年2月30日")] == [None]
    assert find_dates("没有日期")[:1] == ()


def test_ordinals():
    found = [(o.number, o.noun) for o in find_ordinals("首批教师、第十二批队员、第2期研修、第三名")]
    assert found == [(1, "批"), (12, "批"), (2, "期")]
    assert Meaning("asOf") is Meaning.AS_OF


def test_yesterday_is_the_day_before_publication():
    assert [str(d.since) for d in find_dates("昨日，教师到校", PartialDate(2011, 3, 1))] == [
        "2011-02-28"
    ]
    assert [d.since for d in find_dates("昨天，教师到校", PartialDate(2011, 3))] == [None]
    assert [d.since for d in find_dates("昨天，教师到校")] == [None]


def test_the_date_under_a_notice_is_its_day_of_issue():
    assert signed_on("各校：\n特此通知。\n某县教育局\n二〇三一年三月五日\n") == PartialDate(
        2031, 3, 5
    )
    assert signed_on("特此通知。\n二〇三一年三月\n") == PartialDate(2031, 3)
    assert signed_on("特此通知。\n自二〇三一年三月起\n") is None
    assert signed_on("特此通知。\n二〇三一年三月，某校开学。\n") is None
    assert signed_on("") is None


def test_the_first_month_and_two_days_in_a_list():
    (date,) = find_dates("2007年元月2日、3日，送教下乡")
    assert (str(date.since), str(date.until)) == ("2007-01-02", "2007-01-03")


def test_this_year_on_a_page_without_a_date_leaves_later_months_open():
    found = find_dates("2022年9月到校。今年一月返乡。三月二十六日签约。2024年4月1日返校，5日离校")
    assert [str(d.since) for d in found] == ["2022-09", "None", "None", "2024-04-01", "2024-04-05"]


def test_two_days_in_a_list_are_a_range_only_if_one_follows_the_other():
    spans = find_dates("2031年3月5日、20日分别举行，4月2日、3日再举行。")
    assert [(str(s.since), str(s.until)) for s in spans] == [
        ("2031-03-05", "2031-03-05"),
        ("2031-03-20", "2031-03-20"),
        ("2031-04-02", "2031-04-03"),
    ]


def test_a_day_without_the_word_before_the_last_day_of_a_range():
    for text in ("2031年7月4至6日", "2031年7月4-6日", "2031年7月4日至6日"):
        (span,) = find_dates(f"{text}，大家来访。")
        assert (str(span.since), str(span.until)) == ("2031-07-04", "2031-07-06")
    assert [str(s.since) for s in find_dates("2031年7月4号楼")] == ["2031-07-04"]
