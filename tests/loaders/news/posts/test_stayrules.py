from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.pairrolls import PAIRED
from bangfu.loaders.news.posts.rolls import ROLL
from bangfu.loaders.news.posts.secondments import scene_of

A, B, C, D = "天津市第七中学", "天津市第九中学", "白水县中学", "白水县小学"


def told(text):
    mentions = named(text, school=[A, B, C, D])
    people = named(text, person=["李明远", "王芳", "赵晓光"])
    stays = scene_of(from_text(text), mentions, people).rule_stays
    return [
        (s.person.name, s.origin and s.origin.name, s.destination and s.destination.name, s.rule)
        for s in stays
    ]


def test_cards_are_no_lists_under_headings():
    text = f"支教教师名单\n李明远 男\n{A}\n{C}\n王芳 女\n{B}\n{D}\n"
    assert told(text) == [("李明远", A, C, ROLL), ("王芳", B, D, ROLL)]


def test_a_roll_with_homes_says_more_than_a_heading():
    text = f"支教教师名单\n{A}\n{C}\n李明远\n{B}\n{D}\n王芳\n"
    assert told(text) == [("李明远", A, C, PAIRED), ("王芳", B, D, PAIRED)]


def test_a_list_under_a_heading_stays_what_it_is():
    text = f"赴白水县支教教师名单\n{C}\n李明远（{A}）、王芳（{B}）\n"
    assert [(who, to) for who, _, to, _ in told(text)] == [("李明远", C), ("王芳", C)]


def test_who_came_along_with_somebody_read_last():
    text = f"{C}的教室坐满了人。讲课的是援陕教师、{A}老师李明远。去年以来，他和{B}的王芳轮流给学生补课。"
    assert {(who, to) for who, _, to, _ in told(text)} == {("李明远", C), ("王芳", C)}


def test_the_school_named_last_is_no_home_of_its_former_head():
    text = f"{D}来了支教教师。{D}由{A}托管帮扶，原校长王芳改任{D}副校长。"
    assert told(text) == []
    other = text.replace("原校长王芳改任", f"{B}校长王芳改任")
    assert [row[:3] for row in told(other)] == [("王芳", B, D)]
