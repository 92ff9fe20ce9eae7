import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.people.pronouns import in_play
from bangfu.loaders.news.posts.narration import narrated
from bangfu.loaders.news.posts.skeletons import skeletons

A, B = "青山中学", "白水中学"


def told(text):
    clean, mentions = from_text(text), named(text, school=[A, B])
    read = tuple(skeletons(clean, *in_play(clean, mentions, find_persons(clean, mentions))))
    return {(t.person.name, t.body.name, t.home, t.weak) for t in narrated(text, read)}


@pytest.mark.parametrize(
    "text",
    [
        f"教师李明远接到了通知。去年八月，主动报名，来到{B}支教。",
        f"教师李明远报了名。同年9月被分配到{B}，那里正缺支教教师。",
        f"教师李明远援疆一年了。“我服务于{B}，过得很好。”",
        f"教师李明远接到了通知。他走进{B}（新校区）开启了援疆工作。",
        f"教师李明远接到了通知。他告别家人，来到{B}，开始为期一年的支教。",
        f"教师李明远接到了通知。告别妻子和女儿，他来到{B}支教。",
        f"教师李明远是最年长的援疆教师，此次对口任教的是{B}。",
    ],
)
def test_a_sentence_without_a_name_goes_on_about_the_person(text):
    assert ("李明远", B, False, False) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"援疆教师李明远很瘦。来之前，他是{A}的教导主任。",
        f"援疆教师李明远很瘦。他的原单位是{A}。",
        f"援疆教师李明远很瘦。他离开工作了十年的{A}，来到这里。",
        f"援疆教师李明远很瘦。这位来自{A}的老师话不多。",
        f"援疆教师李明远很瘦。一年前从{A}的岗位上退休。",
    ],
)
def test_where_somebody_worked_before(text):
    assert ("李明远", A, True, False) in told(text)


def test_a_post_elsewhere_is_weak():
    text = f"援疆教师李明远来了三年。如今，他已是{B}的副校长。"
    assert told(text) == {("李明远", B, False, True)}
    text = f"教师李明远退休了。2021年，他加入银龄计划去支教，成了{B}的一员。"
    assert told(text) == {("李明远", B, False, True)}


def test_several_persons_need_a_plural():
    text = "教师李明远和王小红是援疆队员。{}将在白水中学工作一年。"
    both = {("李明远", B, False, False), ("王小红", B, False, False)}
    assert told(text.format("他们")) == both
    assert told(text.format("他")) == set()


@pytest.mark.parametrize(
    "text",
    [
        f"校长李明远介绍了支教情况。学校先后派老师到{B}支教。",
        f"支教教师李明远很忙。毕业于{A}，在{A}读书时爱打球。",
        f"支教教师李明远很忙。那天到{B}看望支教的同事。",
        f"支教教师李明远的名师工作室在{B}工作三年了。",
        f"教师李明远很忙。在{B}工作。",
        f"援疆教师李明远很忙。他的丈夫也是一名教师，在{B}任教。",
        f"援疆教师李明远很忙。是队里的大哥，爱人也在{B}教书。",
    ],
)
def test_what_is_not_told_of_the_person(text):
    assert told(text) == set()


def test_from_there_to_here_is_a_stay_if_they_lie_apart():
    text = f"教师李明远很瘦，他援疆两年了。这位爱笑的校长，2022年7月从{A}来到{B}后，常常家访。支教，挂职。"
    assert {("李明远", A, True, False), ("李明远", B, False, True)} <= told(text)


def test_what_a_leader_says_is_no_stay_of_his():
    text = "李明远强调，自2020年以来，学院已经在白水中学开展了帮扶。支教，挂职，援疆。"
    assert told(text) == set()
    assert told(text.replace("李明远强调，自", "教师李明远很高兴。自")) == set()


def test_to_become_a_teacher_somewhere_is_weak_and_no_pupil_is_meant():
    text = f"大学生李明远主动申请支教。他成为{B}的一名老师。援疆，挂职，支教。"
    assert ("李明远", B, False, True) in told(text)
    assert told(text.replace("老师", "学生")) == set()


def test_who_comes_for_a_visit_does_not_stay():
    text = f"援疆开始了，支教也是。{A}校长李明远{{}}来到{B}开展帮扶交流。"
    assert told(text.format("一行8人")) == set()
    assert ("李明远", B, False, False) in told(text.format("去年"))
