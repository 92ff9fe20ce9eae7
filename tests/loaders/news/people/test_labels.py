from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.labels import (
    apposed,
    assigned,
    bracketed,
    cells_of_names,
    labelled,
    seated,
)
from bangfu.loaders.news.people.names import Names


def run(text, rule):
    found = {}
    rule(Names(text, bytes(len(text) + 1)), found)
    return [text[a:b] for a, b in sorted(found.items())]


def test_labels_before_names():
    assert run("师父：李明远　徒弟：王芳", labelled) == ["李明远", "王芳"]
    assert run("责任编辑：王芳 陈志刚", labelled) == ["王芳", "陈志刚"]


def test_brackets_behind_names():
    assert run("李明远（语文）、王芳（女，回族）", apposed) == ["李明远", "王芳"]


def test_names_in_brackets_that_open_the_entries_of_a_list():
    entries = "【李明远】青山中学｜数学\n【王芳】白水小学｜英语\n【编者按】他们都来了。"
    assert run(entries, bracketed) == ["李明远", "王芳"]
    assert run("【李明远】青山中学\n【教学成果】丰富\n【活动掠影】", bracketed) == []


def test_three_cells_make_a_column_of_names():
    assert run("1\n李明远\n2\n王芳\n3\n陈志刚\n", cells_of_names) == ["李明远", "王芳", "陈志刚"]
    assert run("1\n李明远\n2\n", cells_of_names) == []


def test_a_column_of_names_needs_no_other_proof():
    text = "序号|姓名|单位\n1|毕胜|青山中学\n"
    found = seated(from_text(text), Names(text, bytes(len(text) + 1)))
    assert [text[a:b] for a, b in found.items()] == ["毕胜"]


def test_numbered_lines_of_names_alone():
    assert run("1.李明远\n2.王芳\n3、陈志刚\n", cells_of_names) == ["李明远", "王芳", "陈志刚"]


def test_who_is_assigned_to_a_body():
    text = "分别是李明远对接青山中学，王芳、陈志刚任教于白水中学，支教教师派往红叶小学。"
    taken = bytearray(len(text) + 1)
    for body in ("青山中学", "白水中学", "红叶小学"):
        taken[text.index(body) : text.index(body) + 4] = b"\1" * 4
    found = {}
    assigned(Names(text, bytes(taken)), found)
    assert [text[a:b] for a, b in sorted(found.items())] == ["李明远", "陈志刚"]
