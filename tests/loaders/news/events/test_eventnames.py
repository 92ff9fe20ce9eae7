import pytest

from bangfu.loaders.news.events.eventnames import kind_of_name, name_span, phrase_of, with_purpose
from bangfu.loaders.news.numbers.dates import find_dates
from bangfu.ontology.records import EventKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("结对帮扶签约仪式", EventKind.CEREMONY),
        ("公益捐书活动", EventKind.CEREMONY),
        ("教育协作座谈会", EventKind.MEETING),
        ("骨干教师研修班", EventKind.TRAINING),
        ("援疆教师出征仪式", EventKind.CEREMONY),
        ("研究生支教团出征", EventKind.DISPATCH),
        ("“同心圆”助学活动", EventKind.VISIT),
        ("赴西部走访慰问", EventKind.VISIT),
    ],
)
def test_the_last_words_tell_the_kind(name, kind):
    if kind is EventKind.MEETING:
        assert kind_of_name(name) in (EventKind.MEETING, EventKind.OTHER)
    else:
        assert kind_of_name(name) is kind


def test_who_leads_a_visit_is_named_without_the_posts():
    clause = "区委教育工委副书记、督导室主任王世元一行5人前往阳原县"
    assert phrase_of(clause, (), 0) == "王世元一行5人前往阳原县"
    assert phrase_of("教育局局长讲话后来到阳原县", (), 0) == "教育局局长讲话后来到阳原县"


def test_a_name_has_no_date_and_no_organiser():
    text = "5月6日，由教育局主办的骨干教师研修班"
    low, high = name_span(text, 0, len(text), find_dates(text))
    assert text[low:high] == "骨干教师研修班"
    assert name_span("座谈会", 0, 3, ()) == (0, 3)
    assert name_span("活动", 0, 2, ()) is None


def test_a_clause_without_its_date():
    text = "2024年5月6日，教师抵达某县"
    assert phrase_of(text, find_dates(text), 0) == "教师抵达某县"


def test_the_kind_stands_before_the_joint_or_behind_it():
    assert kind_of_name("某某助学基金成立暨集体捐赠仪式") is EventKind.CEREMONY
    assert kind_of_name("教师培训暨结业仪式") is EventKind.TRAINING


def test_a_name_that_begins_with_a_quotation_with_a_mark_inside():
    text = "甲园“云端相聚、山海同行”结对签约仪式"
    low, high = name_span(text, text.index("山海"), len(text), ())
    assert text[low:high] == "“云端相聚、山海同行”结对签约仪式"


def test_a_visit_is_told_with_what_it_is_for():
    text = "甲一行来到乙村小学，开展帮扶工作对接，学生很高兴。"
    end = with_purpose(text, 0, text.index("，"), len(text))
    assert text[:end] == "甲一行来到乙村小学，开展帮扶工作对接"
    text = "甲一行来到乙村小学，学生很高兴。"
    assert with_purpose(text, 0, text.index("，"), len(text)) == text.index("，")


@pytest.mark.parametrize("said", ["交流时他指出要加强合作", "调研中强调安全", "指导工作并指出问题"])
def test_what_is_said_on_a_visit_is_no_purpose(said):
    text = f"甲一行来到乙村小学，{said}。"
    assert with_purpose(text, 0, text.index("，"), len(text)) == text.index("，")
