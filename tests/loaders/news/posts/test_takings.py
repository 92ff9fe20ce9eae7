import re

import pytest

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.posts import find_postings
from bangfu.ontology.records import Kind, Mention

A, B = "青山中学", "白水中学"


def posts(text, *people):
    def found(name, kind):
        return [
            Mention(kind=kind, name=name, key=name, start=m.start(), end=m.end())
            for m in re.finditer(name, text)
        ]

    schools = sorted((m for n in (A, B) for m in found(n, Kind.SCHOOL)), key=lambda m: m.start)
    persons = sorted((m for n in people for m in found(n, Kind.PERSON)), key=lambda m: m.start)
    told = find_postings(from_text(text), schools, persons)
    return {(p.person.name, p.organization.name, p.title, p.subject) for p in told}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (f"李明远去年9月到{B}支教，现任该校副校长。", (B, "副校长", None)),
        (f"李明远今年在{B}支教，担任教务处副主任。", (B, "教务处副主任", None)),
        (f"李明远很忙，此前担任{B}副校长。", (B, "副校长", None)),
        (f"李明远很有信心，他要去{B}当副校长。", (B, "副校长", None)),
        (f"三年前，李明远来到{B}支教，如今已是这所学校的副校长。", (B, "副校长", None)),
        (f"李明远退休了；2023年8月起，挂任{B}副校长。", (B, "副校长", None)),
        (f"李明远在{A}教了三十年物理。", (A, "教师", "物理")),
        (f"李明远来自{A}，教地理，去年到{B}。", (A, "教师", "地理")),
    ],
)
def test_posts_told_later_in_the_sentence(text, post):
    assert ("李明远", *post) in posts(text, "李明远")


def test_the_next_name_ends_the_reading():
    told = posts(f"李明远来了，王小红现任{B}副校长。", "李明远", "王小红")
    assert {name for name, *_ in told} == {"王小红"}


def test_a_visit_is_no_teaching():
    assert posts(f"李明远在{A}参观了三十年校庆展。", "李明远") == set()


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (f"李明远今年52岁，原任{A}副校长，现在的身份是{B}校长。", (B, "校长", None)),
        (f"李明远今年52岁，被任命为{B}副校长。", (B, "副校长", None)),
        (f"作为{B}的校长，李明远很少休息。", (B, "校长", None)),
    ],
)
def test_posts_said_in_other_words(text, post):
    assert ("李明远", *post) in posts(text, "李明远")


def test_teachers_of_several_subjects_from_one_school():
    told = posts(f"李明远教地理，王小红教物理，都来自{A}。", "李明远", "王小红")
    assert {("李明远", A, "教师", "地理"), ("王小红", A, "教师", "物理")} <= told


def test_a_form_of_address_is_no_second_post():
    text = f"{A}副校长张小红说。张校长笑了。"
    school = Mention(kind=Kind.SCHOOL, name=A, key=A, start=0, end=len(A))
    people = [
        Mention(kind=Kind.PERSON, name="张小红", key="张小红", start=at, end=end)
        for at, end in ((7, 10), (12, 13))
    ]
    told = find_postings(from_text(text), [school], people)
    assert [post.title for post in told] == ["副校长"]


def test_an_old_head_takes_up_a_lower_post():
    assert ("李明远", B, "常务副校长", None) in posts(f"{B}原校长李明远改任常务副校长。", "李明远")


def test_teachers_of_the_only_school_of_a_page():
    told = posts(f"{A}举行拜师仪式。新入职的李明远、王小红两位老师参加。", "李明远", "王小红")
    assert ("李明远", A, "教师", None) in told


def test_a_post_held_at_a_school():
    told = posts(f"这是李明远在{B}担任校长的第三年。", "李明远")
    assert ("李明远", B, "校长", None) in told


def test_a_post_may_stand_before_the_one_who_holds_it():
    text = f"{B}校长由宁波市选派的李明远担任。李明远原是{A}副校长。"
    assert ("李明远", B, "校长", None) in posts(text, "李明远")
    assert posts(f"{B}校长由李明远担任务实的工作。", "李明远") == set()
