from marked import marked

from bangfu.loaders.news.events.arrivals import arrival, sent_out
from bangfu.loaders.news.numbers.dates import find_dates
from bangfu.ontology.records import EventKind


def told(text):
    plain, mentions = marked(text)
    found = arrival(plain, (0, len(plain)), find_dates(plain, None), mentions)
    return None if found is None else (found.kind, found.name)


def test_a_journey_by_its_verb_and_its_goal():
    assert told("3月12日，九名志愿者坐了两天火车，终于抵达{p 511322 营山县}。") == (
        EventKind.VISIT,
        "九名志愿者坐了两天火车，终于抵达营山县",
    )
    assert told("3月12日，首批九名教师抵达{p 511322 营山县}。") == (
        EventKind.DISPATCH,
        "首批九名教师抵达营山县",
    )
    found = told("近日，十名党员再次走进{s - 甲村小学}。")
    assert found is not None
    assert found[0] is EventKind.VISIT


def test_no_journey_of_assistance():
    assert told("九名志愿者抵达{p 511322 营山县}。") is None  # on no day
    assert told("3月12日，九名志愿者走进会场。") is None  # to no named goal
    assert told("3月12日，记者跟着志愿者走进{s - 甲村小学}。") is None
    assert told("3月12日，雨水来到{p 511322 营山县}。") is None  # nobody goes
    assert told("3月12日，九名志愿者将前往{p 511322 营山县}。") is None  # still to come


def sent(text, before=0):
    found = sent_out(text, (before, len(text)), 0, find_dates(text, None))
    return None if found is None else (found.kind, found.name)


def test_the_sending_of_a_group_in_a_month():
    assert sent("2023年7月，支教团五名队员坐了一天的车，到这个小县报到。") == (
        EventKind.DISPATCH,
        "支教团五名队员坐了一天的车，到这个小县报到",
    )
    first = "王某来自某校第二十五届研究生支教团。"
    assert sent(first + "2023年7月，他和同伴到小县报到。", len(first)) is not None


def test_a_group_that_is_picked_or_settles():
    assert (
        sent("2012年8月，教育厅选派13名管理经验丰富、素质过硬的优秀教师到乙县开展援疆工作。")
        is not None
    )
    assert sent("2024年8月，援疆教师团队带着使命，扎根乙县。") is not None
    assert sent("2022年3月7日，533名师范类大学生抵达乙县实习支教。") is not None
    assert sent("2024年8月，图书馆里的书扎根乙县，援疆。") is None


def test_one_who_goes_alone_and_what_has_no_month():
    assert sent("2023年7月，王某到小县支教，月底报到。") is None
    assert sent("支教团五名队员到小县报到。") is None
    assert sent("2023年7月，支教团五名队员将出发。") is None
    assert sent("2023年，支教团五名队员出发。") is None


def test_a_group_leaves_on_a_day_of_a_year_that_is_not_said():
    found = sent("我县派往乙市支教的3名骨干教师已于8月28日赴乙市教育局报到。")
    assert found is not None
    assert found[0] is EventKind.DISPATCH
    assert sent("9月14日，他从老家坐车抵达机场，支教从此开始，第八批也是。") is None
    assert sent("8月28日，3名支教教师到岗后另行公布。") is None
