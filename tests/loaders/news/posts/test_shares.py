import re

from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.phrase import Line
from bangfu.loaders.news.posts.shares import shared_out
from bangfu.ontology.records import Kind, Mention

B = "白水县第一中学"


def posts(text, *people):
    def found(name, kind):
        return [
            Mention(kind=kind, name=name, key=name, start=m.start(), end=m.end())
            for m in re.finditer(name, text)
        ]

    clean = from_text(text)
    persons = sorted((p for n in people for p in found(n, Kind.PERSON)), key=lambda p: p.start)
    line = Line(clean, found(B, Kind.SCHOOL), persons)
    return [(h.person.name, h.title.title, h.body.name) for h in shared_out(line)]


def test_each_gets_the_post_of_the_same_rank():
    text = f"李明远、王小红分别担任{B}副校长和教务处副主任。"
    assert posts(text, "李明远", "王小红") == [
        ("李明远", "副校长", B),
        ("王小红", "教务处副主任", B),
    ]


def test_unequal_lists_say_nothing():
    assert posts(f"李明远、王小红分别担任{B}副校长。", "李明远", "王小红") == []


def test_posts_without_a_body_are_left_out():
    assert posts("李明远、王小红分别担任副校长和教务处副主任。", "李明远", "王小红") == []


def test_a_counted_list_gives_each_the_school_before_the_name():
    text = f"{B}李明远、{B}王小红两位特级教师先后登台。"
    assert posts(text, "李明远", "王小红") == [("李明远", "教师", B), ("王小红", "教师", B)]
    told = posts(f"{B}李明远、王小红两位特级教师登台。", "李明远", "王小红")
    assert sorted(told) == sorted([("李明远", "教师", B), ("王小红", "教师", B)])


def test_posts_without_a_body_are_held_where_the_one_before_serves():
    text = "白水中学校长李明远说，来自青山中学的王小红和民和中学的赵大海，两人分别担任教务处副主任、年级组长。"
    clean = from_text(text)
    found = sorted(
        (
            Mention(
                kind=kind,
                name=name,
                key=name,
                start=text.index(name),
                end=text.index(name) + len(name),
            )
            for kind, names in (
                (Kind.SCHOOL, ("白水中学", "青山中学", "民和中学")),
                (Kind.PERSON, ("李明远", "王小红", "赵大海")),
            )
            for name in names
        ),
        key=lambda m: m.start,
    )
    people = [m for m in found if m.kind is Kind.PERSON]
    things = [m for m in found if m.kind is not Kind.PERSON]
    told = shared_out(Line(clean, things, people))
    assert {(h.person.name, h.body.name) for h in told} == {
        ("王小红", "白水中学"),
        ("赵大海", "白水中学"),
    }


def test_teachers_who_leave_for_the_one_school_of_the_page_are_not_of_it():
    text = "李明远、王芳两位教师，即将启程赶赴青山中学。"
    people = named(text, person=["李明远", "王芳"])
    line = Line(from_text(text), named(text, school=["青山中学"]), people)
    assert shared_out(line) == []
