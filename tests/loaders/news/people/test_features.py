import pytest

from bangfu.loaders.models import shipped_attributes
from bangfu.loaders.news.entities.crf import known
from bangfu.loaders.news.people.features import features, features_met, sentences, signs
from bangfu.ontology.records import Kind, Mention


def mention(text, name, kind=Kind.SCHOOL):
    at = text.index(name)
    return Mention(kind=kind, name=name, start=at, end=at + len(name), key=name)


def test_a_body_is_one_sign_and_a_run_of_digits_too():
    text = "青山中学王芳带12名学生"
    seen = signs(text, [mention(text, "青山中学")])
    assert seen.forms == ["S", "王", "芳", "带", "0", "名", "学", "生"]
    assert [text[a:b] for a, b in zip(seen.starts, seen.ends, strict=True)][:2] == [
        "青山中学",
        "王",
    ]
    assert seen.classes[1] == "s"
    assert seen.classes[-1] == "T"


def test_a_place_of_two_characters_stays_open_because_it_may_be_a_person():
    text = "领队黄河说，乐东县在海南。"
    seen = signs(text, [mention(text, "黄河", Kind.PLACE), mention(text, "乐东县", Kind.PLACE)])
    assert "黄" in seen.forms
    assert "P" in seen.forms


def test_overlapping_mentions_are_read_once():
    text = "青山中学校长"
    both = [mention(text, "青山中学"), mention(text, "中学校")]
    seen = signs(text, both)
    assert "".join(text[a:b] for a, b in zip(seen.starts, seen.ends, strict=True)) == text


def test_sentences_without_a_possible_name_are_left_out():
    seen = signs("啊啊啊。王芳来了。", ())
    assert [seen.forms[a] for a, _ in sentences(seen)] == ["王"]


def test_each_sign_has_its_features_and_the_edges_are_marked():
    seen = signs("王芳", ())
    told = features(seen)
    assert len(told) == 2
    assert len(set(map(len, told))) == 1
    assert "1^" in told[0]
    assert "2$" in told[1]


def test_neighbours_stand_where_they_are():
    told = features(signs("甲乙丙丁戊", ()))[2]
    assert told[:9] == ("0丙", "1乙", "2丁", "3甲", "4戊", "5乙丙", "6丙丁", "7丁戊", "8甲乙")
    edges = features(signs("甲乙", ()))
    assert edges[0][3] == "3^"
    assert edges[0][8] == "8^^"
    assert edges[1][7] == "7$$"


def test_features_met_are_all_that_the_model_knows_of_and_no_other():
    text = "校长王芳和阿依古丽·吐尔逊说：“好！”\n12名学生在青山中学读书。"
    seen = signs(text, [mention(text, "青山中学")])
    met = frozenset(shipped_attributes("persons"))
    some = features_met(seen, known(met))
    assert some == [tuple(one.encode() for one in row if one in met) for row in features(seen)]
    assert 0 < sum(map(len, some)) < sum(map(len, features(seen)))


def test_nothing_is_told_to_a_model_that_has_met_nothing():
    assert features_met(signs("王芳", ()), known(())) == [(), ()]


def test_an_empty_text_has_no_signs():
    assert features(signs("", ())) == []


@pytest.mark.parametrize(("start", "end"), [(0, 4), (1, 3), (2, 7), (4, 5), (5, 12), (0, 12)])
def test_a_part_is_told_like_the_whole(start, end):
    seen = signs("旺苍王明到杭州支教了一年。", ())
    met = known({one for row in features(seen) for one in row})
    assert features_met(seen, met, start, end) == features_met(seen, met)[start:end]
