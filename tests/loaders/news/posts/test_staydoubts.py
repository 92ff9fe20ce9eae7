from dataclasses import replace

from bangfu.loaders.news import named
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.sendings import Sent
from bangfu.loaders.news.posts.staydoubts import doubted, without_doubted
from bangfu.loaders.source import Document
from bangfu.loaders.weights import Weights

TEXT = "苏州市第三中学教师王建国到旺苍县东河小学支教。"


def scene(text=TEXT):
    page, mentions, persons, _ = named(Document(address="a", name="a", sha256="a" * 64, raw=text))
    return scene_of(page, mentions, persons)


def stay(page, rule):
    person = page.people[0]
    host = next(m for m in page.things if m.name == "旺苍县东河小学")
    return Sent(
        person=person, origin=None, destination=host, title=None, start=0, end=9, rule=rule
    )  # fmt: skip


def test_a_weak_rule_is_doubted_where_both_answers_together_say_no():
    page = scene()
    told = stay(page, "narrated")
    no, yes = Weights({"who:np=1": -4.0}), Weights({"who:np=1": -4.0, "k=S": 5.0})
    assert doubted(page, no, told)
    assert not doubted(page, yes, told)
    assert not doubted(page, no, replace(told, destination=None))


def test_the_other_rules_are_believed():
    page = scene()
    assert not doubted(page, Weights({"who:np=1": -4.0}), stay(page, "goes"))


def test_what_the_shipped_model_believes_is_kept():
    page = scene()
    told = [stay(page, "crew"), stay(page, "goes")]
    assert without_doubted(page, told) == told
