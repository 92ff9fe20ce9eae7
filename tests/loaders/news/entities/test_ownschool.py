import re

import pytest

from bangfu.loaders.news.entities.ownschool import left_over, own_fits
from bangfu.ontology.records import Kind, Mention


def schools(text, *names):
    found = [
        Mention(kind=Kind.SCHOOL, name=name, key=name, start=m.start(), end=m.end())
        for name in names
        for m in re.finditer(name, text)
    ]
    return sorted(found, key=lambda m: m.start)


def left(text, *names):
    found = left_over(text, schools(text, *names))
    return found.name if found else None


PAIR = ("白水中学", "青山中学")
TOLD = "白水中学与青山中学续签协议。青山中学的帮助推动我校发展。李明远代表白水中学致谢。"


def test_who_is_never_told_beside_us_is_us():
    assert left(TOLD, *PAIR) == "白水中学"


@pytest.mark.parametrize(
    "text",
    [
        "白水中学与青山中学续签协议。青山中学的帮助推动学校发展。李明远代表白水中学致谢。",  # no 我校
        "会议在白水中学举行。青山中学的帮助推动我校发展。",  # named once: where all met
        "青山中学的帮助推动我校发展。白水中学参加了。李明远代表白水中学致谢。",  # named too late
        "老师们来到白水中学。青山中学帮助我校。李明远说白水中学很好。",  # where we went
        "白水中学问我校门口的树。青山中学很好。青山中学很远。白水中学也好。",  # no 我校, but 校门
    ],
)
def test_else_nobody_knows(text):
    assert left(text, *PAIR) is None


def test_an_attached_school_is_not_left_over():
    text = "白水中学附属小学有人参加。李明远谈了我校情况。白水中学附属小学加入。"
    assert left(text, "白水中学附属小学") is None


def test_the_only_university_is_that_of_the_postgraduates():
    text = "我校研究生支教团来自各系。他们到了青山中学。大家欢迎白水师范大学的同学。青山中学很好。"
    assert left(text, "白水师范大学", "青山中学") == "白水师范大学"


@pytest.mark.parametrize(
    ("text", "name", "fits"),
    [
        ("我校研究生支教团", "青山中学", False),
        ("我校研究生支教团", "白水师范高等专科学校", True),
        ("我校研究生支教团", "白水师范大学", True),
        ("我校化工学院的校友", "化工学院", False),
        ("我校化工学院的校友", "白水理工大学", True),
        ("我校与化工学院的校友", "青山中学", True),
        ("我校老师", "青山中学", True),
    ],
)
def test_who_may_say_so(text, name, fits):
    school = Mention(kind=Kind.SCHOOL, name=name, key=name, start=0, end=0)
    assert own_fits(text)(school) is fits
