from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.posts import read_posts


def told(text, *bodies):
    people = named(text, person=["李明远", "王芳"])
    held = read_posts(from_text(text), named(text, institution=bodies), people)[1]
    return [(h.person.name, h.title.title, h.body.name) for h in held]


def test_the_next_office_is_one_of_the_same_body():
    text = "由河源省教育厅民族处调研员李明远、人事处副处长王芳带队。"
    assert told(text, "河源省教育厅民族处") == [
        ("李明远", "调研员", "河源省教育厅民族处"),
        ("王芳", "人事处副处长", "河源省教育厅"),
    ]
    named_too = f"河源省教育厅来了。{text}"
    assert ("王芳", "人事处副处长", "河源省教育厅") in told(
        named_too, "河源省教育厅民族处", "河源省教育厅"
    )


def test_a_post_without_an_office_stays_with_the_body():
    text = "由河源省教育厅民族处处长李明远、副处长王芳带队。"
    assert ("王芳", "副处长", "河源省教育厅民族处") in told(text, "河源省教育厅民族处")
