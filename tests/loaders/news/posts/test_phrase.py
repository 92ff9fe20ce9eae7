import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.phrase import NO_FILLER, Line, hold, is_person
from bangfu.ontology.records import Kind


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


def test_the_party_branch_of_a_school_has_no_headmaster():
    text = "青石中学党总支书记、校长李明远到会。"
    mentions, people = named(text, institution=["青石中学党总支"]), named(text, person=["李明远"])
    line = Line(from_text(text), mentions, people)
    held = hold(line, people[0], mentions[0], line.titles, 0, "before", 0.9)
    assert [(h.title.title, h.body.name, h.body.kind) for h in held] == [
        ("党总支书记", "青石中学", Kind.SCHOOL),
        ("校长", "青石中学", Kind.SCHOOL),
    ]


def test_the_last_sign_of_a_school_may_open_the_post():
    text = "青石小学校长李明远到会。"
    line = Line(from_text(text), named(text, school=["青石小学校"]), named(text, person=["李明远"]))
    assert [t.title for t in line.titles] == ["校长"]
