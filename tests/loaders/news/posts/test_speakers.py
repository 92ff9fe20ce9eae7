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


def test_the_party_and_the_army_are_no_speakers():
    assert told("李明远：我党我军都好。我部队里的同事也来了。") == []


def test_one_mention_for_each_word_even_where_both_signs_hold():
    text = "文/李明远\n李明远：我是去年来的。"
    assert told(text) == [("李明远", text.index("我是"))]


def test_who_says_the_own_name_is_the_writer():
    text = "我叫李明远，是一名教师。王芳很高兴，我也很高兴。"
    assert told(text) == [("李明远", text.index("我叫")), ("李明远", text.index("我也"))]


def test_the_one_person_of_a_page_told_by_a_me():
    text = "编者按：李明远老师援藏五年。\n去年，我来到这里。我教数学，我很忙。"
    assert len(told(text)) == 3
    assert told(text.replace("我教数学，我很忙", "王芳教数学")) == []
    assert told("李明远老师说：“我来到这里。我教数学，我很忙。”") == []


def test_of_whom_another_tells_is_not_who_speaks():
    assert told("班上有个学生叫做李明远。我去年来的，我教数学。王芳也在。") == []
    assert told("李明远站起来：“我叫李明远。”王芳笑了，我很高兴。") == []
    assert told("李明远老师来了。我很喜欢她，她教我数学，我进步很大，我很忙。") == []


def test_a_name_alone_on_a_line_is_the_writer_of_a_page_told_by_a_me():
    text = "我在南疆当园长\n李明远\n我是去年来的。园里的孩子喜欢我。"
    assert [name for name, _ in told(text)] == ["李明远"] * 3
    signed = "两地书\n我到这里三个月了，孩子们喜欢我。\n女儿 李明远\n（作者系青山中学英语教师）\n"
    assert [name for name, _ in told(signed)] == ["李明远"] * 2


def test_a_name_in_a_sentence_is_no_signature():
    assert told("我在南疆当园长\n李明远来了。\n我是去年来的。王芳喜欢我。") == []
    assert told("见闻\n李明远\n他是去年来的，和王芳同校。") == []
