from helping import ends_of, help_of

from bangfu.ontology.records import Stance

LONG = "{p 640423 隆德县}"
F1, F2 = "{s - 福清第一中学}", "{s - 福清第二中学}"


def test_teachers_from_somewhere_help_the_one_county_of_the_page():
    text = f"{LONG}召开座谈会。此次支教的老师共九名，分别来自{F1}和{F2}。"
    assert ends_of(text) == {("福清第一中学", "隆德县"), ("福清第二中学", "隆德县")}
    (fact, *_) = help_of(text)
    assert fact.evidence[0].stance is Stance.INFERRED
    assert "隆德县" in "".join(e.quote for e in fact.evidence)


def test_with_two_counties_on_the_page_it_stays_open():
    text = f"{LONG}与{{p 640424 泾源县}}相邻。支教老师分别来自{F1}和{F2}。"
    assert ends_of(text) == set()


def test_learners_who_came_are_helped_by_the_place_of_the_office():
    text = (
        "{i - 福清市教育局}副局长致辞。来自{p 640423 隆德县}来融跟岗学习的二十位校长参加了开班式。"
    )
    assert ends_of(text) == {("福清市", "隆德县")}
    both = text + "{i - 长乐区教育局}也派人参加。"
    assert ends_of(both) == set()


def test_who_takes_learners_in_helps_those_who_were_said_to_travel():
    text = f"{LONG}四十名教师分两批赴{{p 350181 福清市}}跟岗，{F1}、{F2}分别接收18名和22名。"
    assert {("福清第一中学", "隆德县"), ("福清第二中学", "隆德县")} <= ends_of(text)
    assert ends_of(f"{F1}、{F2}分别接收18名和22名。") == set()
