from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.beside import unread_between
from bangfu.loaders.news.posts.posts import read_posts

PEOPLE = ["李明远", "王芳"]


def told(text, **kinds):
    held = read_posts(from_text(text), named(text, **kinds), named(text, person=PEOPLE))[1]
    return [(h.person.name, h.title.title, h.body.name) for h in held]


def test_a_body_that_nobody_reads_hides_no_post_of_the_row():
    text = "青山基金会主席、钻石赞助人、河源省政协常委、集团董事长李明远到会。"
    assert told(text, institution=["青山基金会", "河源省政协"]) == [
        ("李明远", "常委", "河源省政协"),
        ("李明远", "主席", "青山基金会"),
    ]


def test_the_next_of_the_list_is_not_at_the_body_before_the_unread_one():
    text = "青山中心主任、集团董事长李明远、副经理王芳到会。"
    assert told(text, institution=["青山中心"]) == [("李明远", "主任", "青山中心")]


def test_what_between_two_posts_is_no_body():
    assert unread_between("、集团")
    assert not unread_between("、各学校")
    assert not unread_between("、相关企业")
    assert not unread_between("，集团")


def test_a_post_where_somebody_serves_stands_before_the_name():
    text = "大家看望了在甲安县挂职副县长的李明远老师。"
    assert told(text, place=["甲安县"]) == [("李明远", "副县长", "甲安县")]


def test_the_head_of_a_town_is_told_behind_the_name():
    text = "青石镇李明远镇长把冬衣发给学生。"
    assert told(text, place=["青石镇"]) == [("李明远", "镇长", "青石镇")]
    assert told(text.replace("镇长", "县长"), place=["青石镇"]) == []
