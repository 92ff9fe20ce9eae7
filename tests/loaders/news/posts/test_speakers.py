from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.speakers import with_speakers


def told(text):
    people = named(text, person=["李明远", "王芳"])
    found = with_speakers(from_text(text), people)
    return [(m.name, m.start) for m in found if text[m.start : m.end] == "我"]


def test_an_answer_is_by_the_name_before_it():
    text = "问：您从哪里来？\n李明远：我是数学老师。我们都喜欢这里。\n王芳：去年，我也来了。"
    assert told(text) == [("李明远", text.index("我是")), ("王芳", text.index("我也"))]


def test_a_page_by_its_writer():
    text = "文/李明远（青山中学）\n我是去年来的。王芳说：“我教英语。”我听了很高兴。"
    assert told(text) == [("李明远", text.index("我是")), ("李明远", text.index("我听"))]


def test_two_writers_or_none_leave_it_open():
    assert told("文/李明远\n文/王芳\n我是去年来的。") == []
    assert told("李明远笑了。我也笑了。") == []
