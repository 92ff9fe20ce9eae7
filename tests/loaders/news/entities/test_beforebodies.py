import pytest

from bangfu.loaders.news import named
from bangfu.loaders.news.entities.beforebodies import ends_body, ends_school, verb_in
from bangfu.loaders.source import Document
from bangfu.ontology.records import Kind


def bodies(text, kind):
    clean, mentions, *_ = named(Document(address="a", name="a", sha256="0" * 64, raw=text))
    return [clean.text[m.start : m.end] for m in mentions if m.kind is kind]


@pytest.mark.parametrize(
    "verb", ["带给", "情系", "盼望", "对接", "谢谢", "挂联", "帮", "访", "大家"]
)
@pytest.mark.parametrize("school", ["喜德中学", "明德小学", "红旗完小"])
def test_a_verb_before_a_school_is_no_part_of_its_name(verb, school):
    assert bodies(f"他们{verb}{school}的孩子们。", Kind.SCHOOL) == [school]


@pytest.mark.parametrize("verb", ["联络", "谢谢", "获", "邀", "帮", "动员"])
def test_a_verb_before_a_firm_is_no_part_of_its_name(verb):
    assert bodies(f"大家{verb}东海证券有限公司。", Kind.INSTITUTION) == ["东海证券有限公司"]


@pytest.mark.parametrize("name", ["县靠山屯小学", "县同心小学", "县希望小学", "县进步小学"])
def test_a_name_that_begins_like_a_verb_stays_whole(name):
    assert bodies(f"他们来到礼{name}。", Kind.SCHOOL) == [f"礼{name}"]


def test_the_words_that_end_a_name():
    assert ends_school("情系", 2, placed=False)
    assert not ends_school("情系", 0, placed=True)
    assert ends_school("帮", 2, placed=False)
    assert not ends_school("帮", 1, placed=False)
    assert ends_school("衷心感谢", 2, placed=False)
    assert ends_body("谢谢", 2, placed=False)
    assert not ends_body("情系", 2, placed=False)


def test_a_verb_within_a_word_that_no_dictionary_has():
    assert verb_in("同霞峰", 0) == 1
    assert verb_in("包联西", 2) == 2
    assert verb_in("同心", 0) == 0
    assert verb_in("情系", 0) == 0
    assert verb_in("包联西", 2, school=False) == 0
