import pytest
from marked import named
from steps import steps

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.headings import HEADED, by_headings

HOME, HOST = "天津市第七中学", "白水县中学"
OPENING = "现选派以下教师赴白水县支教：\n"


def stays(text, homes=()):
    people = named(text, person=["李明远", "王芳", "赵晓光"])
    things = named(text, school=[HOME, HOST])
    places = named(text, place=["白水县"])
    places = tuple(p for p in places if not any(t.start <= p.start < t.end for t in things))
    home = next((t for t in things if t.name == HOME), None)
    return by_headings(
        from_text(text),
        (*places, *things),
        people,
        {p.key: home for p in people if p.name in homes},
        frozenset(),
    )


def told(text, homes=()):
    return [(s.person.name, s.destination.name, s.rule) for s in stays(text, homes)]


@pytest.mark.parametrize(
    "heading", [HOST, f"一、{HOST}（2人）", f"（二）{HOST}：", f"● {HOST}支教组"]
)
def test_a_list_under_the_school_where_they_serve(heading):
    text = f"{OPENING}{heading}\n李明远（{HOME}，数学）、王芳（{HOME}）\n请做好交接，祝工作顺利。"
    found = told(text, ("李明远", "王芳"))
    assert found == [("李明远", HOST, HEADED), ("王芳", HOST, HEADED)]


def test_a_column_of_names_under_it():
    text = f"{OPENING}{HOST}\n1.李明远（{HOME}）\n2.王芳（{HOME}）"
    assert len(told(text, ("李明远", "王芳"))) == 2


def test_a_list_under_the_school_that_sends_is_none():
    text = f"{OPENING}{HOME}\n李明远、王芳\n"
    assert told(text) == []


def test_a_sentence_below_a_heading_is_no_list():
    text = f"{OPENING}{HOST}\n李明远去年就来过这里，和当时的校长赵晓光一起修过操场。"
    assert told(text, ("李明远",)) == []


def test_a_page_that_sends_nobody_has_no_such_list():
    text = f"{HOST}\n李明远（{HOME}）、王芳（{HOME}）"
    assert told(text, ("李明远", "王芳")) == []


def test_the_heading_and_the_sentence_that_sends_stand_behind_it():
    text = f"{OPENING}{HOST}\n李明远（{HOME}）\n"
    (stay,) = stays(text, ("李明远",))
    quotes = [text[slice(*span)] for span in stay.support]
    assert quotes == [OPENING.strip(), HOST]


def test_the_work_grows_no_faster_than_the_page():
    def cost(times):
        text = f"{OPENING}" + "天气很好。\n" * times + "李明远、" * times
        return steps(lambda: told(text, ("李明远",)))

    cost(50)  # what is kept after the first call is not counted
    assert cost(2_000) < 15 * cost(200)
