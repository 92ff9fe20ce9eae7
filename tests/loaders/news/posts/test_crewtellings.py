import pytest

from bangfu.loaders.news.posts.crewtellings import (
    COMES,
    COUNTED,
    CREWS,
    OURS,
    SOLE,
    TELLINGS,
    denied,
    local,
    past,
)


def found(words):
    return [
        (match["n"], sure)
        for telling, sure in TELLINGS
        for match in telling.finditer(words)
        if not denied(match, sure=sure)
    ]


@pytest.mark.parametrize(
    ("words", "names", "sure"),
    [
        ("援藏教师Ⓝ", "Ⓝ", True),
        ("支教团团长、Ⓑ副校长Ⓝ", "Ⓝ", True),
        ("支教队队员Ⓝ、Ⓝ和Ⓑ教师Ⓝ", "Ⓝ、Ⓝ和Ⓑ教师Ⓝ", True),
        ("援派教师代表：Ⓝ、Ⓝ", "Ⓝ、Ⓝ", True),
        ("援疆教师中年龄最大的成员，现任Ⓑ副主任的Ⓝ", "Ⓝ", True),
        ("Ⓝ，是Ⓟ的援疆干部", "Ⓝ", True),
        ("Ⓝ随支教队去了Ⓟ", "Ⓝ", False),
        ("Ⓝ去年到Ⓟ支教", "Ⓝ", False),
    ],
)
def test_ways_of_saying_it(words, names, sure):
    assert (names, sure) in found(words)


@pytest.mark.parametrize(
    "words",
    [
        "援藏教师徒弟Ⓝ",
        "援藏教师候选人Ⓝ",
        "Ⓝ没有加入支教队",
        "援藏教师，局长Ⓝ",
        "Ⓝ参加支教教师培训会",
    ],
)
def test_ways_of_saying_something_else(words):
    assert found(words) == []


def test_lists_end_at_a_comma_without_a_rank():
    assert found("支教队队长Ⓝ，队员Ⓝ")[0][0] == "Ⓝ，队员Ⓝ"
    assert found("支教队队长Ⓝ，局长Ⓝ")[0][0] == "Ⓝ"


def test_teachers():
    assert OURS.search("Ⓟ老师Ⓝ")["a"] == "Ⓟ"
    assert COMES.search("来自ⓅⓅ的年轻教师Ⓝ")["a"] == "ⓅⓅ"
    assert SOLE.search("Ⓝ老师") is not None
    assert COUNTED.search("6位某市援疆老师")["k"] == "6"
    assert COUNTED.search("6位学生") is None
    assert CREWS.search("驻Ⓟ工作队") is not None


def test_words_of_former_years_and_of_those_of_the_place():
    assert past("曾任援藏教师的")
    assert not past("曾是小学生，如今援藏教师")
    assert local("学生")
    assert not local("家人，")


@pytest.mark.parametrize("words", ["往届支教队队长Ⓝ", "领队Ⓝ率参训教师去Ⓟ", "Ⓝ报名援藏，但没能去"])
def test_other_crews_and_other_journeys(words):
    assert found(words) == []
