from bangfu.loaders.news.events.events import find_events
from bangfu.loaders.news.events.rites import bare_rites
from bangfu.loaders.news.events.told import Told
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import EventKind


def rites(text, told=()):
    return [(t.kind, t.name) for t in bare_rites(text, 0, len(text), told, ())]


def test_a_rite_by_its_noun_alone():
    assert rites("欢迎会上，甲局长讲话。") == [(EventKind.CEREMONY, "欢迎会")]
    assert rites("昨天下午的座谈会上，校长作了介绍。") == [(EventKind.MEETING, "座谈会")]
    assert rites("捐赠仪式由乡长王某主持。") == [(EventKind.CEREMONY, "捐赠仪式")]
    assert rites("通水仪式上，工作队转交了灯笼。") == [(EventKind.CEREMONY, "通水仪式")]
    assert rites("琴房启用仪式由校长主持。") == [(EventKind.CEREMONY, "琴房启用仪式")]
    assert rites("交付仪式设在甲中学。") == [(EventKind.CEREMONY, "交付仪式")]
    assert rites("县长在挂牌仪式上承诺，财物优先。") == [(EventKind.CEREMONY, "挂牌仪式")]


def test_no_rite_of_its_own():
    assert rites("他在座谈会上的话很短。") == []
    assert rites("他想开一个座谈会。") == []
    assert rites("新教师座谈会上，大家发言。") == []


def test_a_rite_of_a_kind_that_was_told_is_the_one_told():
    told = [Told(EventKind.MEETING, "两地协作推进会", 0, 4)]
    assert rites("座谈会上，校长作了介绍。", told) == []


def events(text, helped):
    clean = from_text(text)
    return [
        (e.event_kind, e.name, str(e.since)) for e in find_events(clean, (), None, helped=helped)
    ]


def test_a_page_on_which_help_was_read_speaks_of_help_in_its_own_words():
    text = "甲厂职工走进乙村小学\n2021年5月6日，车队翻山送去电脑。\n去年来的是邻厂。"
    assert events(text, helped=False) == []
    assert events(text, helped=True) == [(EventKind.VISIT, "甲厂职工走进乙村小学", "2021-05-06")]
    # what is told of the day is not told again by the headline
    assert events(text + "\n座谈会上，校长致谢。", helped=True) == [
        (EventKind.MEETING, "座谈会", "2021-05-06")
    ]


def test_who_speaks_at_a_rite_tells_of_it():
    assert rites("县教育局副局长甲在欢迎座谈会上讲话，希望大家努力。") == [
        (EventKind.MEETING, "欢迎座谈会")
    ]
    assert rites("他曾在捐赠仪式上讲话。") == []
