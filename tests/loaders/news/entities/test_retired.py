from marked import named

from bangfu.loaders.news.entities.retired import is_silver, retired_from

HOST, HOME, WHO = "河源大学", "东海大学", "李明远"


def test_a_school_that_receives_the_retired_is_not_their_home():
    text = "河源大学迎来退休教授3名，他们退休前在东海大学任教。南山大学退休的教授也来了。"
    schools = {m.name: m for m in named(text, school=[HOST, HOME, "南山大学"])}
    assert [retired_from(text, schools[n]) for n in (HOST, HOME, "南山大学")] == [False, True, True]


def test_a_page_is_about_them_if_it_begins_with_them_or_says_so_of_the_person():
    (person,) = named("银龄教师来了。李明远到了。", person=[WHO])
    assert is_silver("银龄教师来了。李明远到了。", person)
    later = "。" * 200
    text = f"李明远到了。{later}银龄教师3名。"
    (person,) = named(text, person=[WHO])
    assert not is_silver(text, person)
    assert is_silver(text.replace("到了", "退休了"), person)
    assert not is_silver("李明远退休了。", named("李明远退休了。", person=[WHO])[0])
