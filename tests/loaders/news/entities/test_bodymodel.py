import pytest

from bangfu.loaders.models import shipped
from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.bodymodel import open_clauses, propose_bodies, propose_in
from bangfu.loaders.news.entities.bodysigns import clauses
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def seen(text, least=0.5):
    found = propose_in(shipped("bodies"), text, clauses(text))
    return [text[one.start : one.end] for one in found if one.score > least]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("南岭石油志愿者向隆溪镇中心幼儿园捐书。", ["南岭石油", "隆溪镇中心幼儿园"]),
        ("中华暖阳功德会为青禾小学捐款。", ["中华暖阳功德会", "青禾小学"]),
        ("来自云帆助学团的陈丽说，还会再来。", ["云帆助学团"]),
    ],
)
def test_bodies_without_a_known_place_are_seen(text, names):
    assert seen(text) == names


@pytest.mark.parametrize(
    "text",
    ["各学校组织教师培训。", "许多企业和协会参加。", "孩子们都考上了大学。", "学校建设有了进展。"],
)
def test_kinds_of_bodies_are_none(text):
    assert seen(text) == []


def test_only_clauses_that_the_rules_leave_open_are_asked_about():
    text = "旺苍县教育局来了，南岭石油捐了书，我们很高兴。"
    words = cut(text)
    bodies = find_bodies(words, find_places(words))
    assert [text[a:b] for a, b in open_clauses(words, bodies)] == ["南岭石油捐了书，"]


def test_what_the_model_never_met_tells_it_nothing():
    text = "龘靐石油志愿者向隆溪镇中心幼儿园捐书。"
    words = cut(text)
    asked = open_clauses(words, ())
    assert propose_bodies(words, ()) == propose_in(shipped("bodies"), text, asked)


@pytest.mark.parametrize("text", ["", "。", "、" * 500, "\n\n", "Hello 123", "学校" * 900])
def test_odd_texts_break_nothing(text):
    assert all(one.end <= len(text) for one in propose_bodies(cut(text), ()))
