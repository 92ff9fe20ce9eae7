import pytest

from bangfu.loaders.news.people.titles import find_titles, subject_words
from bangfu.ontology.records import Kind, Mention, Status


def only(text, *names):
    mentions = [
        Mention(kind=Kind.SCHOOL, name=n, start=text.index(n), end=text.index(n) + len(n), key=n)
        for n in names
    ]
    return find_titles(text, mentions)


@pytest.mark.parametrize(
    ("phrase", "title", "rank", "subject"),
    [
        ("物理正高级教师", "教师", "正高级教师", "物理"),
        ("小学语文教研员", "小学语文教研员", None, "语文"),
        ("高二数学教师", "教师", None, "数学"),
        ("外语教师", "教师", None, "外语"),
        ("特级教师", "教师", "特级教师", None),
        ("人事科科长", "人事科科长", None, None),
        ("常务副主任", "常务副主任", None, None),
        ("挂职副校长", "副校长", None, None),
        ("副总督学", "副总督学", None, None),
        ("副主任医师", "副主任医师", None, None),
        ("执行董事长", "执行董事长", None, None),
        ("荣誉主席", "荣誉主席", None, None),
        ("校长助理", "校长助理", None, None),
        ("援疆副校长", "副校长", None, None),
    ],
)
def test_a_post_says_rank_and_subject(phrase, title, rank, subject):
    (found,) = only(f"甲校{phrase}王", "甲校")
    assert (found.title, found.rank, found.subject) == (title, rank, subject)


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        ("原校长", Status.ENDED),
        ("现任校长", Status.ACTIVE),
        ("拟任校长", Status.PLANNED),
        ("校长", Status.UNKNOWN),
    ],
)
def test_a_post_says_its_state(phrase, status):
    (found,) = only(f"甲校{phrase}王", "甲校")
    assert (found.title, found.status) == ("校长", status)


def test_an_aid_word_is_marked_and_taken_off():
    (found,) = only("甲校支教教师王", "甲校")
    assert (found.title, found.aid) == ("教师", True)


def test_party_secretary_and_head_are_two_posts():
    assert [t.title for t in only("甲校党委书记、校长王", "甲校")] == ["党委书记", "校长"]


def test_a_head_inside_a_name_is_no_post():
    assert only("教师发展中心召开会议", "教师发展中心") == ()


def test_what_the_name_of_a_body_swallowed_comes_back():
    assert [t.title for t in only("县教育局党委书记王", "县教育局党委")] == ["书记"]


def test_plural_and_compound_words_are_no_posts():
    assert only("教师们参加了校长培训班") == ()


def test_subject_words_know_other_names():
    assert subject_words().match("道法") is not None


def test_a_part_of_a_school_is_no_part_of_the_post():
    assert [t.title for t in only("甲小学部校长王", "甲小学")] == ["校长"]


def test_who_left_a_school_holds_no_post_there():
    assert [t.learner for t in only("甲学院历史系毕业生王", "甲学院")] == [True]
    assert [t.learner for t in only("甲小学五年级学生代表王", "甲小学")] == [True]


def test_a_rank_of_the_service_is_part_of_the_post():
    assert [t.title for t in only("甲厅副厅长级督学李明远")] == ["副厅长级督学"]
    assert [t.title for t in only("，副厅级纪检员李明远")] == ["副厅级纪检员"]
    assert [t.title for t in only("甲厅副厅长李明远")] == ["副厅长"]


def test_who_serves_at_the_seat_is_a_deputy_still():
    assert [t.title for t in only("某会驻会副会长李明远")] == ["驻会副会长"]


def test_a_branch_of_the_party_is_part_of_the_post_and_of_is_not():
    assert [t.title for t in only("实小党总支副书记李明远")] == ["党总支副书记"]
    assert [t.title for t in only("甲小学的教育专班负责人", "甲小学")] == ["负责人"]


def test_a_section_has_no_headmaster():
    assert [t.title for t in only("，凤继科校长")] == ["校长"]
    assert [t.title for t in only("，人事科科长")] == ["人事科科长"]


def test_the_partys_own_office_is_part_of_the_post():
    assert [t.title for t in only("机关党委书记李明远")] == ["机关党委书记"]


def test_a_division_of_a_school_has_a_head():
    assert [t.title for t in only("甲城中学初中部校长到会", "甲城中学")] == ["初中部校长"]


def test_what_is_done_with_somebody_is_no_part_of_a_unit():
    (title,) = find_titles("率领理学院副院长", [])
    assert title.title == "理学院副院长"


@pytest.mark.parametrize(
    ("post", "title", "aid"),
    [
        ("支教队队长", "支教队队长", False),
        ("支教办主任", "支教办主任", False),
        ("帮扶科科长", "帮扶科科长", False),
        ("挂职办公室主任", "办公室主任", True),
        ("挂职处长", "处长", True),
    ],
)
def test_a_team_or_office_keeps_its_name_in_a_post(post, title, aid):
    (found,) = find_titles(post, [])
    assert (found.title, found.aid) == (title, aid)


def test_members_in_the_name_of_a_room_hold_no_post():
    assert [t.title for t in find_titles("市政协委员活动室", [])] == []
    assert [t.title for t in find_titles("四场教师沙龙", [])] == []


@pytest.mark.parametrize(
    "post",
    ["定点帮扶工作领导小组副组长", "乡村振兴领导小组办公室主任", "定点帮扶办公室主任"],
)
def test_the_long_name_of_a_task_is_part_of_the_post(post):
    (found,) = find_titles(f"、{post}李明远", ())
    assert (found.start, found.end, found.title, found.aid) == (1, 1 + len(post), post, False)


def test_how_many_there_are_is_no_post():
    assert find_titles("学校有学生3000名。", ()) == ()
    assert [t.title for t in find_titles("到会的有学生李明远。", ())] == ["学生"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("甲校地理教师傅朝林到校", ["教师"]),
        ("甲校数学老师傅国强到校", ["老师"]),
        ("甲校的老师傅到校", ["师傅"]),
        ("与带教师傅座谈", ["带教师傅"]),
    ],
)
def test_a_surname_is_no_part_of_the_word_before_it(text, titles):
    names = ["甲校"] if "甲校" in text else []
    assert [found.title for found in only(text, *names)] == titles


def test_a_post_beside_another_job():
    assert [t.title for t in find_titles("市妇联兼职副主席陈雪云", [])] == ["副主席"]
