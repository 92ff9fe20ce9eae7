from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.called import THANKED, by_thanks, called_sent
from bangfu.loaders.news.posts.skeletons import skeletons

HOST = "白水中学"
TEXT = (
    f"{HOST}全体师生到会。首先，感谢李明远老师、王芳老师两位支教老师一年来对学校工作的支持和奉献。"
)


def read(text):
    people = named(text, person=["李明远", "王芳"])
    things = named(text, school=[HOST, "青山中学"])
    return tuple(skeletons(from_text(text), things, people)), things


def test_those_who_are_counted_and_called_behind_their_names():
    assert called_sent(read(TEXT)[0]) == {"李明远", "王芳"}
    assert called_sent(read(TEXT.replace("支教老师", "骨干老师"))[0]) == frozenset()
    assert called_sent(read("学校欢送支教老师李明远、王芳。")[0]) == {"李明远", "王芳"}


def test_the_school_that_thanks_them_is_where_they_served():
    (one, other) = by_thanks(*read(TEXT))
    assert (one.person.name, one.destination.name, one.rule) == ("李明远", HOST, THANKED)
    assert other.person.name == "王芳"
    (span,) = one.support
    assert TEXT[slice(*span)] == HOST


def test_two_schools_or_no_thanks_leave_it_open():
    assert list(by_thanks(*read(TEXT + "青山中学也很忙。"))) == []
    assert list(by_thanks(*read(TEXT.replace("感谢", "其中")))) == []
    assert list(by_thanks(*read(f"{HOST}感谢李明远、王芳两位支教老师到会。"))) == []


def test_a_list_with_departments_that_gets_a_prize_for_it():
    text = "我校海运系李明远、机械系王芳等两位老师荣获优秀支教教师。"
    assert called_sent(read(text)[0]) == {"李明远", "王芳"}


def test_who_is_called_so_before_the_home():
    assert called_sent(read("“很难得”，支教老师、来自青山中学的王芳说。")[0]) == {"王芳"}
    assert called_sent(read("“很难得”，骨干老师、来自青山中学的王芳说。")[0]) == frozenset()
