import pytest

from bangfu.loaders.news.events.mainevent import main_happening
from bangfu.loaders.news.numbers.dates import find_dates
from bangfu.loaders.news.page.sentences import sentence_spans
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import EventKind

ISSUED = PartialDate(2020, 9, 16)


def main(text, published=ISSUED):
    found = main_happening(text, sentence_spans(text), find_dates(text, published), published)
    return None if found is None else (found[0].kind, str(found[1].since))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("9月14日，学生认出了工程车。车上卸下的，是三十六套课桌椅。", EventKind.CEREMONY),
        ("9月14日，九名队员来到了山里的小学。", EventKind.VISIT),
        ("9月14日，甲校的老师带来了三节示范课。", EventKind.TRAINING),
        ("9月14日，五名支教老师走进了新校园。", EventKind.DISPATCH),
    ],
)
def test_what_the_first_sentences_tell_of_a_day(text, kind):
    assert main(text) == (kind, "2020-09-14")


@pytest.mark.parametrize(
    "text",
    [
        "9月14日，天气很好。大家都笑了。",
        "1月3日，九名队员来到了小学。",
        "9月14日，他从师范学校毕业，来到了山里。",
        "2018年9月14日，九名队员来到了小学。",
    ],
    ids=["nothing done", "long before", "of a life", "another year"],
)
def test_no_happening_of_the_news(text):
    assert main(text) is None


def test_nothing_is_news_where_no_day_of_publication_is_known():
    assert main("2020年9月14日，九名队员来到了小学。", None) is None
