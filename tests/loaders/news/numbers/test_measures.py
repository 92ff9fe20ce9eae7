import pytest
from marked import marked

from bangfu.loaders.news.numbers.measures import measure_of
from bangfu.loaders.news.numbers.numbers import find_counts
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import Assistance, Event, EventKind, Evidence, Measure, Modality

SHOWN = (Evidence(quote="q", start=0, end=1, raw_start=0, raw_end=1, method="m 1"),)


def about(modality=Modality.SECONDMENT):
    _, (one, two) = marked("{p 330200 宁波市}助{p 513430 金阳县}")
    return Assistance(helper=one, recipient=two, modality=modality, evidence=SHOWN)


def measure(text, thing=None, as_of=None):
    count = find_counts(text)[-1]
    return measure_of(text, count, thing or about(), (0, len(text)), as_of)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲市累计选派教师27名", Measure.CUMULATIVE),
        ("甲市累计选派63名，其中今年新增12名", Measure.INCREMENT),
        ("今年甲市共选派13名教师", Measure.INCREMENT),
        ("甲市共选派13名教师", Measure.CUMULATIVE),
        ("共9名同学先后在乙校支教", Measure.CUMULATIVE),
        ("在我州支教的甲市教师共53名", Measure.IN_POST),
        ("秋季学期拟再选派10名教师", Measure.PLANNED),
        ("我校将选派4名教师", Measure.PLANNED),
        ("助学计划选派4名教师", Measure.INCREMENT),
        ("培训教师600人次", Measure.TRAINED),
        ("累计资助困难学生217名", Measure.BENEFITING),
        ("累计帮助培训教师1500人次", Measure.CUMULATIVE),
    ],
)
def test_people(text, expected):
    assert measure(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("价值23.8万元", Measure.VALUED),
        ("捐赠资金8万元", Measure.TOTAL),
        ("为全校师生发放助学金6万元", Measure.TOTAL),
        ("全年目标60万元", Measure.PLANNED),
        ("认捐60万元", Measure.COMMITTED),
        ("款项已拨付60万元", Measure.PAID),
        ("先后投入资金3200万元", Measure.CUMULATIVE),
    ],
)
def test_money(text, expected):
    assert measure(text, about(Modality.FUNDING)) is expected


def test_an_event_counts_who_came_who_was_taught_and_who_was_given():
    event = Event(event_kind=EventKind.CEREMONY, evidence=SHOWN, name="仪式")
    assert measure("代表50人参加仪式", event) is Measure.ATTENDING
    assert measure("参训教师50人", event) is Measure.TRAINED
    assert measure("向33名教师发放慰问金", event) is Measure.BENEFITING


def test_as_of_a_day_is_a_sum():
    assert measure("选派教师94名", as_of=PartialDate(2024, 1)) is Measure.CUMULATIVE
