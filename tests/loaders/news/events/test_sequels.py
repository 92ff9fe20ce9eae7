from marked import marked

from bangfu.loaders.news.events.events import find_events
from bangfu.loaders.news.events.sequels import course_named, for_years, goes_on, within
from bangfu.loaders.news.numbers.dates import find_dates
from bangfu.loaders.news.page.clean import from_text


def told(text):
    plain, mentions = marked(text + "大家为帮扶和支教点赞。")
    return find_events(from_text(plain), mentions)


RITE = told("2024年9月24日，甲乙两校帮扶捐赠仪式在{p 511322 营山县}举行。")
COURSE = told("2024年9月23日至28日，校长帮扶研修班在{p 511322 营山县}举办。")


def test_a_bare_ceremony_goes_on_and_a_course_opens():
    assert goes_on("捐赠仪式上，", "捐赠仪式", RITE)
    assert not goes_on("捐赠仪式上，", "捐赠仪式", ())
    assert not goes_on("捐赠仪式在甲校举行", "捐赠仪式", RITE)
    assert not goes_on("开班式上，", "开班式", (*RITE, *COURSE))


def test_years_before_the_words():
    text = "近年来，两地开展送教活动。"
    assert for_years(text, 6, find_dates(text))
    assert not for_years(text, 0, find_dates(text))
    lately = "近日，两地开展送教活动。"
    assert not for_years(lately, 6, find_dates(lately))
    # 15日起 is the first of some days
    day = "2024年3月15日起，两地开展送教活动。"
    assert not for_years(day, 13, find_dates(day))


def test_a_day_of_the_course():
    assert within(find_dates("2024年9月25日上午，听课。"), COURSE)
    assert not within(find_dates("2024年10月25日上午，听课。"), COURSE)
    assert not within(find_dates("2024年9月24日上午，听课。"), RITE)


def test_this_course_is_the_one_told_of_before():
    text = "2031年5月6日，甲县骨干教师研修班在青山小学举行。"
    told = find_events(from_text(f"{text}大家为帮扶和支教点赞。"), ())
    assert course_named("本期研修班", told) == "甲县骨干教师研修班"
    assert course_named("本期培训班", told) is None
    assert course_named("研修班", told) is None
