import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.sendings import by_patterns, origins_told
from bangfu.loaders.news.posts.skeletons import skeletons


def told(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    found = by_patterns(clean, read, mentions, {})
    return [
        (s.rule, s.person.name, s.origin and s.origin.name, s.destination and s.destination.name)
        for s in found
    ]


A, B = "青山中学", "白水中学"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}派驻{B}的教师李明远到会。", ("sent-of", "李明远", A, B)),
        (f"由{A}选派到{B}支教的李明远老师说。", ("sent-of", "李明远", A, B)),
        (f"挂职{B}副校长的李明远说。", ("post-at", "李明远", None, B)),
        (f"在{B}，来自{A}的李明远老师说。", ("with-of", "李明远", A, B)),
        (f"“好。”李明远说。李明远是{A}教师，去年8月来到{B}支教。", ("is-goes", "李明远", A, B)),
        ("教师李明远作为援派教师发言。", ("as", "李明远", None, None)),
    ],
)
def test_patterns(text, expected):
    assert expected in told(text, school=[A, B])


def test_the_next_sentence_goes_on_about_the_same():
    text = f"{A}教师王芳介绍了经验。去年，她在{B}任教。"
    assert told(text, school=[A, B]) == [("later", "王芳", None, B)]


def test_visits_are_no_secondments():
    assert told(f"局长李明远到{B}看望任教的老师。", school=[B]) == []


def test_where_somebody_comes_from():
    text = f"“好。”李明远说。李明远来自{A}。"
    clean, mentions = from_text(text), named(text, school=[A])
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    assert origins_told(text, read)["李明远"].name == A
