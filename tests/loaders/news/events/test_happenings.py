from marked import marked

from bangfu.loaders.news.events.events import find_events
from bangfu.loaders.news.events.happenings import _refers, lasting, with_years
from bangfu.loaders.news.numbers.dates import DateSpan, Meaning, find_dates
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import Role, Stance

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1, L2 = "{s - 福清第一中学}", "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
TAIL = "帮扶让支教与结对开花。"


def read(text):
    plain, mentions = marked(text)
    return find_events(from_text(plain), mentions)


def test_a_later_date_fills_in_the_earlier_telling():
    (event,) = read(
        f"骨干教师研修班在{LONG}举行。\n2023年3月1日大家返程。"
        f"\n2024年5月6日，骨干教师研修班在{LONG}举行。{TAIL}"
    )
    assert str(event.since) == "2024-05-06"
    assert len(event.evidence) == 2


def test_the_only_day_of_the_page_is_inferred():
    (event,) = read(f"2024年5月6日天气晴好。\n教育帮扶座谈会在{LONG}召开。{TAIL}")
    assert str(event.since) == "2024-05-06"
    assert event.evidence[-1].stance is Stance.INFERRED


def test_the_next_sentence_names_the_organiser():
    (event,) = read(f"教育帮扶座谈会在{LONG}召开。此次会议由{FU}主办。{TAIL}")
    assert [p.who.name for p in event.participations if p.role is Role.ORGANIZER] == ["福清市"]


def test_the_way_there_is_not_another_happening():
    found = read(f"2024年5月6日至8日，{FU}专家一行来到{LONG}，骨干教师送教活动在{L1}举行。{TAIL}")
    assert [e.name for e in found] == ["骨干教师送教活动"]


COURSE = f"“帮扶{LONG}校长培训（甲）第二期研修班开班仪式”"


def test_a_day_without_a_year_lies_in_the_one_dated_period():
    opening, course, start = read(
        f"9月24日，{COURSE}在{LONG}举行。\n本期研修班于2024年9月23日至9月28日在{LONG}举行。\n"
        f"2023年11月7日，“帮扶{LONG}校长培训（甲）项目”在{FU}启动。" + TAIL
    )
    assert (str(opening.since), opening.name.endswith("开班仪式")) == ("2024-09-24", True)
    assert (str(course.since), str(course.until)) == ("2024-09-23", "2024-09-28")
    assert course.name.endswith("第二期研修班")
    assert str(start.since) == "2023-11-07"


def test_a_term_of_years_is_no_day_of_a_happening():
    span = DateSpan(0, 4, PartialDate(2021, 9), PartialDate(2024, 7), Meaning.RANGE)
    assert lasting(span)
    assert not lasting(DateSpan(0, 4, PartialDate(2021, 9), PartialDate(2021, 9), Meaning.RANGE))


def test_periods_of_two_years_leave_the_year_open():
    text = "9月24日开班。2023年9月20日至9月28日和2024年9月23日至9月28日"
    open_ = with_years(text, find_dates(text))[0]
    assert open_.since is None


def test_a_bare_day_is_of_the_period_told_of_or_of_the_month_of_publication():
    text = "2023年10月17日至19日，考察团到访。去年8月有教师到岗。18日，考察团到校。"
    published = PartialDate(2023, 10, 20)
    days = with_years(text, find_dates(text, published), published)
    assert str(days[-1].since) == "2023-10-18"
    text = "24日，两校签约。"
    assert (
        str(with_years(text, find_dates(text), PartialDate(2024, 10, 28))[0].since) == "2024-10-24"
    )
    assert with_years(text, find_dates(text), PartialDate(2024, 10, 20))[0].since is None


def test_a_ceremony_and_what_is_done_at_it_are_one():
    found = read(f"2024年5月6日，{L1}举行爱心捐赠仪式。仪式上，向学校捐赠图书300册。{TAIL}")
    assert [event.name for event in found] == ["爱心捐赠仪式"]


def test_quotation_marks_make_no_other_happening():
    (event,) = read(f"{F1}开展“送教下乡”活动\n2024年5月6日，{F1}开展春雨送教下乡活动。{TAIL}")
    assert str(event.since) == "2024-05-06"


def test_the_opening_of_the_course_told_of_before():
    course, opening = read(
        f"2024年3月7日，甲乙协作骨干教师能力提升培训班在{LONG}举办，八十名教师参加。"
        f"\n2024年3月11日上午的开班式上，局长讲话。{TAIL}"
    )
    assert course.name == "甲乙协作骨干教师能力提升培训班"
    assert opening.name == "甲乙协作骨干教师能力提升培训班开班式"
    assert str(opening.since) == "2024-03-11"


def test_a_bare_word_refers_to_no_gathering_and_a_bare_rite_does():
    assert not _refers("活动", "甲乙两地签约活动")
    assert _refers("签约活动", "甲乙两地签约暨启动活动")
    assert _refers("仪式", "甲乙两地签约仪式")


def test_what_is_given_is_called_by_its_ceremony():
    found = read(f"2024年5月6日，{FU}向{L1}捐赠图书300册。\n众人出席{L1}爱心图书捐赠仪式。{TAIL}")
    assert [e.name for e in found] == ["隆德县第一中学爱心图书捐赠仪式"]
    assert len(found[0].evidence) == 2
