from marked import marked

from bangfu.loaders.news.events.events import find_events
from bangfu.loaders.news.numbers.counts import find_observations
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Event, Measure, Unit

RITE = "2031年1月15日，{s - 甲中学}举行“爱心助学金”发放仪式。大家为捐赠和帮扶点赞。"


def given(text):
    plain, mentions = marked(RITE + text)
    events = find_events(from_text(plain), mentions)
    found = find_observations(from_text(plain), mentions, (), events)
    assert all(isinstance(one.about, Event) for one in found)
    return [(one.unit, one.value, one.measure) for one in found]


def test_what_is_given_at_the_ceremony_and_to_how_many():
    assert given("本次共发放助学金4万元，惠及困难学生40人。") == [
        (Unit.CNY, 40_000, Measure.TOTAL),
        (Unit.PERSON, 40, Measure.BENEFITING),
    ]


def test_the_sentence_behind_the_ceremony_tells_of_it():
    assert given("甲公司捐赠电脑10台。") == [(Unit.PIECE, 10, Measure.TOTAL)]


def test_what_each_of_several_gives_is_no_number_of_the_ceremony():
    assert given("甲公司、乙公司分别捐资50万元。") == []


def test_a_number_far_behind_is_of_something_else():
    assert given("学校有学生很多，" * 20 + "。甲公司捐赠30万元。") == []


def test_of_two_ceremonies_neither():
    other = "2031年2月15日，{s - 乙中学}举行“希望书屋”捐赠仪式。"
    assert given(other + "此次捐赠图书300册。") == []


def test_a_sum_over_years_is_not_of_the_day():
    assert given("今年以来，大家参与到活动中，捐助资金1125万元，资助学生2377人。") == []
    assert given("此次受捐赠的50名学生参加。") == [(Unit.PERSON, 50, Measure.BENEFITING)]


def test_all_circles_together_are_no_shares():
    assert given("活动现场社会各界捐款5万元。") == [(Unit.CNY, 50_000, Measure.TOTAL)]
