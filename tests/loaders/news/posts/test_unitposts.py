import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import read_posts


def posts(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    held = read_posts(clean, mentions, find_persons(clean, mentions))[1]
    return {(h.person.name, h.title.title, h.body.name) for h in held if h.body is not None}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("甲中学政教处谢吉坤主任宣读文件。", ("谢吉坤", "政教处主任", "甲中学")),
        ("甲中学教务处谢吉坤副主任到会。", ("谢吉坤", "教务处副主任", "甲中学")),
        ("甲中学召开大会。随后，政教处谢吉坤主任讲话。", ("谢吉坤", "政教处主任", "甲中学")),
        ("甲中学李明远校长、校办谢吉坤主任送行。", ("谢吉坤", "校办主任", "甲中学")),
    ],
)
def test_the_office_before_the_name_and_the_post_behind_it_are_one(text, post):
    assert post in posts(text, school=["甲中学"])


def test_a_bureau_and_an_office_in_mid_sentence_are_no_school():
    assert posts("大家找到政教处谢吉坤主任。", school=[]) == set()
    text = "甲局办公室谢吉坤主任到会。"
    assert ("谢吉坤", "办公室主任", "甲局") not in posts(text, institution=["甲局"])


def test_who_is_posted_in_a_county_holds_the_post_behind_the_name_there():
    text = "经在甲县挂职的谢吉坤副县长介绍，大家很高兴。"
    assert posts(text, place=["甲县"]) == {("谢吉坤", "副县长", "甲县")}
