import pytest
from marked import named

from bangfu.loaders.news.people.titles import find_titles
from bangfu.loaders.news.posts.carried import seat_of


def seat(text, *bodies):
    mentions = named(text, institution=bodies)
    title = find_titles(text, [*mentions, *named(text, person=["李明远"])])[-1]
    found = seat_of(text, title, mentions)
    return None if found is None else found.name


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("东海科技公司捐来大衣。市场部经理李明远到会。", "东海科技公司"),
        ("白水教育基金会的办公室里，秘书长李明远说。", "白水教育基金会"),
        ("白水县中医院的队员来了。主治医师李明远说。", "白水县中医院"),
        ("武警某部三中队的账本。中队长李明远翻开它。", "武警某部三中队"),
        ("白水县教育局回应。副局长李明远说。", "白水县教育局"),
    ],
)
def test_a_post_is_held_at_the_one_body_of_its_kind(text, body):
    assert seat(text, body) == body


def test_two_bodies_of_the_kind_leave_it_open():
    text = "东海公司与青山公司来了。总经理李明远到会。"
    assert seat(text, "东海公司") == "东海公司"
    assert seat(text, "东海公司", "青山公司") is None


def test_the_sentence_goes_before_the_paragraph():
    text = "东海公司来了。青山公司也来了，总经理李明远到会。"
    assert seat(text, "东海公司", "青山公司") == "青山公司"


def test_a_body_of_another_kind_is_no_seat():
    assert seat("白水县教育局开会。总经理李明远到会。", "白水县教育局") is None
    assert seat("活动在白水商会举行。活动的发起人李明远到会。", "白水商会") is None


def test_a_post_is_at_no_body_that_comes_later():
    assert seat("总经理李明远到会。东海公司来了。", "东海公司") is None


def test_who_began_what_stands_in_quotes():
    text = "白水慈善总会会长到会，“春雨助学”创始人李明远讲话。"
    assert seat(text, "白水慈善总会") is None
