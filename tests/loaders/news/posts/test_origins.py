import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.origins import origins_told
from bangfu.loaders.news.posts.skeletons import skeletons

A, B = "青山中学", "白水中学"


def test_where_somebody_comes_from():
    text = f"“好。”李明远说。李明远来自{A}。"
    clean, mentions = from_text(text), named(text, school=[A])
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    assert origins_told(text, read)["李明远"].name == A


def origins(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    return {person: home.name for person, home in origins_told(text, read).items()}


def test_a_school_visits_and_sees_off_its_own():
    visit = f"{A}校长王芳一行到{B}慰问在{B}支教的李明远老师。"
    assert origins(visit, school=[A, B]) == {"李明远": A}
    assert origins(f"{A}欢送李明远老师赴{B}支教。", school=[A, B]) == {"李明远": A}
    bureau = f"白水县教育局到{B}慰问在{B}支教的李明远老师。"
    assert origins(bureau, school=[B], institution=["白水县教育局"]) == {}


def test_teachers_who_are_each_from_a_school():
    text = f"支教教师李明远、王芳到校。两位老师分别来自{A}、{B}。"
    assert origins(text, school=[A, B]) == {"李明远": A, "王芳": B}
    assert origins(f"“好。”李明远说。李明远教物理，来自{A}。", school=[A]) == {"李明远": A}


def test_everybody_of_a_list_behind_where_they_come_from():
    text = f"我们迎来了两位老师，分别是来自{A}的团委书记李明远老师和王芳老师。"
    clean, mentions = from_text(text), named(text, school=[A])
    read = tuple(skeletons(clean, mentions, find_persons(clean, mentions)))
    told_homes = {key: m.name for key, m in origins_told(text, read).items()}
    assert set(told_homes.values()) == {A}
    assert len(told_homes) == 2


def test_all_of_a_list_come_from_one_place():
    text = f"三名教师李明远、王芳均为优秀毕业生，都来自{A}。"
    clean, mentions = from_text(text), named(text, school=[A])
    people = named(text, person=["李明远", "王芳"])
    homes = origins_told(text, tuple(skeletons(clean, mentions, people)))
    assert {key: m.name for key, m in homes.items()} == {"李明远": A, "王芳": A}


def test_where_the_next_of_a_list_comes_from_is_no_home_of_the_one_before():
    text = f"车上有语文老师李明远，来自{A}的科学老师王芳。"
    clean, mentions = from_text(text), named(text, school=[A])
    people = named(text, person=["李明远", "王芳"])
    homes = origins_told(text, tuple(skeletons(clean, mentions, people)))
    assert {key: m.name for key, m in homes.items()} == {"王芳": A}


@pytest.mark.parametrize("verb", ["派出的挂职干部", "选派的教师", "派驻的校长"])
def test_who_is_called_sent_by_a_body_comes_from_there(verb):
    text = f"现任白水县副县长李明远就是{A}{verb}。"
    assert origins(text, school=[A], place=["白水县"]) == {"李明远": A}


def test_who_is_sent_by_somebody_comes_from_there():
    assert origins(f"受{A}选派，李明远到{B}支教。", school=[A, B]) == {"李明远": A}
    text = "作为白水县选派的第三批教师，李明远来到了这里。"
    assert origins(text, place=["白水县"]) == {"李明远": "白水县"}


def test_the_university_of_a_team_is_where_its_members_come_from():
    text = "李明远是天津大学2020级研究生支教团成员，在白水支教。李明远说。"
    assert origins(text, school=["天津大学"]) == {"李明远": "天津大学"}
