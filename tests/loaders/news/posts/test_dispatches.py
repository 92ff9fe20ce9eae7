from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.dispatches import by_dispatches
from bangfu.loaders.news.posts.skeletons import skeletons

HOME, HOST = "青山中学", "白水中学"


def told(text):
    people = named(text, person=["李明远", "王芳", "赵晓光"])
    things = named(text, school=[HOME, HOST])
    found = by_dispatches(tuple(skeletons(from_text(text), things, people)))
    return [(s.person.name, s.origin.name, s.destination.name, s.title) for s in found]


def test_everybody_behind_the_colon_was_sent():
    text = f"{HOME}继续向{HOST}派驻干部和教师：副校长李明远任执行校长，教师王芳负责高二。"
    assert told(text) == [
        ("李明远", HOME, HOST, "执行校长"),
        ("王芳", HOME, HOST, None),
    ]


def test_those_sent_before_went_to_the_same_school():
    text = f"{HOME}向{HOST}派驻一名教师：李明远。前三批派驻的王芳已期满返校。"
    assert [one[:3] for one in told(text)] == [("李明远", HOME, HOST), ("王芳", HOME, HOST)]


def test_nobody_is_sent_to_a_lesson_or_by_nobody():
    assert told(f"{HOME}向{HOST}派出送教团队：李明远、王芳。") == []
    assert told("前三批派驻的王芳已期满返校。") == []


def test_the_sentence_that_sends_stands_behind_those_listed_below_it():
    text = f"{HOME}派出教师赴{HOST}支教：\n李明远，担任副校长。"
    people = named(text, person=["李明远"])
    things = named(text, school=[HOME, HOST])
    (stay,) = by_dispatches(tuple(skeletons(from_text(text), things, people)))
    (span,) = stay.support
    assert text[slice(*span)].startswith(f"{HOME}派出教师赴{HOST}支教")
