from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.phrase import Line
from bangfu.loaders.news.posts.rowposts import post_in, seated

A, B = "青山中学", "白水中学"


def posts(table):
    clean = from_text(table)
    schools = named(clean.text, school=[A, B])
    line = Line(clean, schools, named(clean.text, person=["李明远"]))
    return [(h.body.name, h.title.title, h.title.subject) for h in seated(clean, line)]


def test_a_teacher_of_the_school_in_the_row():
    assert posts(f"姓名\t学科\t派出学校\n李明远\t数学\t{A}\n") == [(A, "教师", "数学")]


def test_a_cell_that_tells_the_post_with_its_body():
    found = posts(f"姓名\t单位及职务\t挂职单位及职务\n李明远\t{A}教务主任\t{B}副校长\n")
    assert found == [(A, "教务主任", None), (B, "副校长", None)]


def test_posts_in_columns_of_their_own():
    table = f"姓名\t派出学校\t现任职务\t受援学校\t挂职职务\n李明远\t{A}\t教务主任\t{B}\t副校长\n"
    assert posts(table) == [(A, "教务主任", None), (B, "副校长", None)]


def test_nothing_is_said_of_a_post():
    assert posts(f"姓名\t派出学校\n李明远\t{A}\n") == []


def test_the_first_post_behind_a_body():
    text = f"{B}副校长、教师"
    body = named(text, school=[B])[0]
    assert post_in(text, body, (0, len(text))) == "副校长"
    assert post_in(B, body, (0, len(B))) is None
