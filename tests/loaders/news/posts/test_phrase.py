import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.phrase import NO_FILLER, Line, hold, is_person


def line(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    return Line(clean, mentions, find_persons(clean, mentions))


def test_spans_stand_in_order():
    spans = line("甲安县青山中学校长李明远", place=["甲安县"], school=["青山中学"]).spans
    assert [s.start for s in spans] == [0, 3, 7, 9]
    assert is_person(spans[-1])
    assert not is_person(spans[0])


def test_a_bare_committee_becomes_a_body():
    spans = line("甲安县开会，县委副书记李明远到会。", place=["甲安县"]).spans
    assert ("甲安县", 6) in [(getattr(s, "name", ""), s.start) for s in spans]


def test_an_entry_opens_a_line():
    read = line("名单\n李明远（女） 青山中学教师\n", school=["青山中学"])
    assert read.entry(read.persons[0])
    assert read.opens(3)
    assert not read.opens(4)


def test_held_posts_fit_their_body():
    read = line("甲安县委副县长李明远", institution=["甲安县委"])
    (post,) = hold(read, read.persons[0], read.mentions[0], read.titles, 0, "before", 0.9)
    assert (post.title.title, post.body.name) == ("副县长", "甲安县委")


@pytest.mark.parametrize(
    ("words", "refused"),
    [("资助项目", False), ("联系部", False), ("资助学生", True), ("看望", True)],
)
def test_what_may_stand_between_a_body_and_a_post(words, refused):
    assert (NO_FILLER.search(words) is not None) is refused
