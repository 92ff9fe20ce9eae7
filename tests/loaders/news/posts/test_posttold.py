import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.phrase import Line
from bangfu.loaders.news.posts.posttold import told_posts

B, C = "白水县青山中学", "宁波市民和中学"
N, M = "李明远", "王建国"


def told(text, known=(), **kinds):
    people = named(text, person=[N, M])
    line = Line(from_text(text), named(text, school=[B, C], **kinds), people)
    return [(h.person.name, h.body.name, h.title.title) for h in told_posts(line, known)]


@pytest.mark.parametrize(
    "text",
    [
        f"{N}的身份是{B}校长。",
        f"如今，{N}重新做回{B}的校长。",
        f"{N}当上了{B}的校长。",
        f"2019年，{N}回到{B}任校长。",
        f"【{N}】{B}校长",
        f"县里聘任{N}为{B}校长。",
        f"{B}聘请{N}为校长。",
        f"{B}的校长叫{N}。",
        f"{B}校长是{N}。",
        f"{B}有个校长叫{N}。",
        f"{B}一位叫{N}的校长告诉记者。",
        f"{B}由校长{N}带队参加。",
        f"作者{N}，单位：{B}，职务：校长",
        f"{B}85后校长{N}提出建议。",
    ],
)
def test_a_post_told_in_words_of_its_own(text):
    assert told(text) == [(N, B, "校长")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{B}语文组的{N}老师提出建议。", "老师"),
        (f"在{B}任教15年的{N}老师感慨万千。", "老师"),
        (f"{B}有30年教龄的{N}老师感慨万千。", "老师"),
        (f"{B}五（2）班班主任{N}说。", "班主任"),
        (f"{N}来自{B}，是一名副校长。", "副校长"),
        (f"来自{B}的{N}是一位教师。", "教师"),
    ],
)
def test_a_teacher_behind_what_is_told_of_the_work(text, title):
    assert told(text) == [(N, B, title)]


def test_each_head_of_two_schools_in_their_order():
    text = f"{B}与{C}结对，两校校长{N}、{M}签订协议。"
    assert told(text) == [(N, B, "校长"), (M, C, "校长")]


@pytest.mark.parametrize(
    "text",
    [
        f"{N}不是{B}校长。",
        f"{N}想当{B}的校长。",
        f"{N}申请到{B}任校长。",
        f"{B}校长是{N}的老师。",
    ],
)
def test_what_somebody_is_not(text):
    assert told(text) == []


def test_an_office_that_sends_teachers_has_none():
    text = f"白水县教育局选派教师{N}到{B}支教。"
    assert told(text, institution=["白水县教育局"]) == []


def test_what_is_known_is_not_told_again():
    assert told(f"{N}的身份是{B}校长。", known={(N, B)}) == []
