import pytest

from bangfu.loaders.news import named
from bangfu.loaders.news.posts.secondments import scene_of
from bangfu.loaders.news.posts.stayguards import (
    at_another,
    in_crowd,
    in_east,
    may_be,
    place_of,
    sent_on,
    serves,
)
from bangfu.loaders.news.posts.staymodel import hosts_of
from bangfu.loaders.news.posts.staysides import Sides
from bangfu.loaders.source import Document


def sides(text):
    page, mentions, persons, _ = named(Document(address="a", name="a", sha256="a" * 64, raw=text))
    return Sides(scene_of(page, mentions, persons), frozenset())


def one(page, name):
    return next(m for m in (*page.scene.people, *page.scene.things) if m.name == name)


def test_the_place_that_the_home_helps_is_where_somebody_serves():
    page = sides("杭州市选派的教师到了旺苍县。教师王建国支教一年。")
    assert place_of(page, one(page, "王建国")).name == "旺苍县"


@pytest.mark.parametrize(
    "more", ["旺苍县东河小学很大。", "苍溪县也很大。"], ids=["a school", "another county"]
)
def test_the_place_is_left_open(more):
    page = sides(f"杭州市选派的教师到了旺苍县。教师王建国支教一年。\n\n{more}")
    assert place_of(page, one(page, "王建国")) is None


def test_nobody_knows_who_sends():
    page = sides("旺苍县很大。教师王建国支教一年。")
    assert place_of(page, one(page, "王建国")) is None


def test_whether_a_sentence_with_the_name_speaks_of_people_sent():
    page = sides("教师王建国支教一年。教师李秀英笑了。")
    assert sent_on(page.scene, one(page, "王建国"))
    assert not sent_on(page.scene, one(page, "李秀英"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("教师王建国支教一年。", True),
        ("教师王建国笑了。", False),
        ("教师王建国报名支教。", False),
        ("领导看望支教教师王建国。", False),
        ("支教队员有王建国、李秀英。", True),
        ("学校抽调骨干，副校长王建国带队常驻。", True),
    ],
)
def test_whether_a_sentence_speaks_of_work_away_from_home(said, expected):
    page = sides(f"援疆很好。天很蓝。{said}")
    if "支教教师王建国" in said:
        page = sides(f"支教很好。天很蓝。{said.replace('支教教师', '教师')}")
    assert serves(page.scene, one(page, "王建国")) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("五名同事是：苏州市第三中学王建国，苏州市第四中学李秀英。", True),
        ("王建国出席了欢送仪式。", False),
        ("王建国是当地的青年教师。", False),
        ("在乙校支教期间，老师结对帮扶青年教师王建国。", False),
        ("本报讯（王建国）近日，支教队员来到乙校。", False),
        ("王建国报名支教。", False),
    ],
)
def test_who_is_only_listed_serves_if_a_stay_is_likely(said, expected):
    page = sides(f"支教很好。天很蓝。{said}")
    assert serves(page.scene, one(page, "王建国"), likely=True) is expected
    assert not serves(page.scene, one(page, "王建国"))


def test_one_of_a_long_list_is_not_at_a_school_far_off():
    names = "王建国、李秀英、张伟民、赵志强、周晓梅、陈立军、吴海燕、郑国强"
    text = (
        "支教教师{}到会。\n天很蓝。\n天很冷。\n天很热。\n天很好。\n天很大。\n旺苍县东河小学很大。"
    )
    long, short = sides(text.format(names)), sides(text.format(names[:7]))
    assert in_crowd(long.scene, one(long, "王建国"), one(long, "旺苍县东河小学"))
    assert not in_crowd(short.scene, one(short, "王建国"), one(short, "旺苍县东河小学"))


def test_where_nobody_is_sent():
    page = sides("教师王建国到杭州市第二中学、旺苍县东河小学和香港支教，来自成都市石室中学。")
    person = one(page, "王建国")
    assert may_be(page.scene, person, one(page, "旺苍县东河小学"))
    assert in_east(page, one(page, "杭州市第二中学"))
    assert not in_east(page, one(page, "旺苍县东河小学"))
    assert not any(
        may_be(page.scene, person, m) for m in page.scene.things if m.name.startswith("香港")
    )


@pytest.mark.parametrize(
    "said",
    [
        "土生土长的教师王建国任教物理。",
        "本地教师王建国任教物理。",
        "王建国任教物理，是李秀英的徒弟。",
    ],
)
def test_who_is_of_the_place_was_not_sent(said):
    page = sides(f"援疆很好。天很蓝。{said}")
    assert not serves(page.scene, one(page, "王建国"))


def test_who_is_sent_to_one_region_has_no_host_in_another():
    page = sides("河北省冀州中学与西藏阿里地区高级中学结对。援藏教师王建国出席。")
    hosts = {body.name for body in hosts_of(page, one(page, "王建国"))}
    assert "河北省冀州中学" not in hosts
    page = sides("河北省冀州中学与西藏阿里地区高级中学结对。教师王建国出席。")
    assert hosts < {body.name for body in hosts_of(page, one(page, "王建国"))}


@pytest.mark.parametrize(
    "said",
    [
        "王建国是李秀英的大学同学。",
        "王建国是李秀英的丈夫。",
        "欢迎他们的是王建国。",
        "李秀英和王建国通电话。",
    ],
)
def test_friends_and_family_do_not_serve_however_likely_it_is(said):
    page = sides(f"支教很好。天很蓝。{said}")
    assert not serves(page.scene, one(page, "王建国"), likely=True)


def test_who_welcomes_a_team_does_not_serve():
    page = sides("支教教师来了，受到教师王建国等热烈欢迎。")
    assert not serves(page.scene, one(page, "王建国"), likely=True)


def test_a_wish_to_send_somebody_and_an_apprentice_are_no_service():
    wish = sides("支教很好。天很蓝。王建国希望选派教师支教。")
    assert not serves(wish.scene, one(wish, "王建国"), likely=True)
    page = sides("支教教师的徒弟王建国支教一年。")
    assert not serves(page.scene, one(page, "王建国"), likely=True)


def test_another_school_is_not_the_one_that_is_named():
    page = sides("旺苍县东河小学很大。教师王建国在另一所小学支教。教师李秀英支教一年。")
    school = one(page, "旺苍县东河小学")
    assert at_another(page.scene, one(page, "王建国"), school)
    assert not at_another(page.scene, one(page, "李秀英"), school)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("高三（2）班学生王建国说，支教教师很好。", False),
        ("旺苍中学学生王建国考上了大学，支教教师很高兴。", False),
        ("数学系学生王建国来支教一年。", True),
        ("高校学生王建国来支教一年。", True),
    ],
)
def test_a_pupil_of_a_school_was_not_sent_and_a_student_may_have_been(said, expected):
    page = sides(said)
    assert serves(page.scene, one(page, "王建国"), likely=True) is expected


@pytest.mark.parametrize(("days", "there"), [("一周", False), ("5天", False), ("一年", True)])
def test_who_comes_for_days_does_not_serve(days, there):
    page = sides(f"杭州市教师王建国抵达旺苍县，开展为期{days}的支教。")
    assert serves(page.scene, one(page, "王建国")) is there
