import itertools

import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons, seen_by_model


def people(text, **kinds):
    return [m.name for m in find_persons(from_text(text), named(text, **kinds))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青山中学校长李明远主持会议。", ["李明远"]),
        ("副检察长王芳、政委陈志刚到场。", ["王芳", "陈志刚"]),
        ("买买提·艾力和卓玛·才让同学到场。", ["买买提·艾力", "卓玛·才让"]),
        ("青山中学党委书记、校长李明远，副校长王芳出席。", ["李明远", "王芳"]),
        ("李明远同志参加。", ["李明远"]),
        ("青山中学校长毋丘明说，希望结对。", ["毋丘明"]),
        ("青山中学的王芳老师和陈志刚老师来了。", ["王芳", "陈志刚"]),
        ("青山中学李明远、王芳、陈志刚三位教师。", ["李明远", "王芳", "陈志刚"]),
        ("教师李明远、王芳等参加。", ["李明远", "王芳"]),
        ("“很好。”李明远说。", ["李明远"]),
        ("来自青山中学的李明远，", ["李明远"]),
        ("（记者 李明远 通讯员 王芳）", ["李明远", "王芳"]),
        ("执教：李明远", ["李明远"]),
        ("青山中学副校长（挂职）李明远出席。", ["李明远"]),
        ("李明远（青山中学）、王芳（语文）获奖。", ["李明远", "王芳"]),
        ("青山中学校长高山、教务处副主任毕胜出席。", ["高山", "毕胜"]),
        ("青山中学尉迟明远老师走了。尉迟老师来过。", ["尉迟明远", "尉迟明远"]),
        ("青山中学副校长 锡林夫 负责；", ["锡林夫"]),
        ("青山中学副校长 分管教学 负责；", []),
        ("青山中学班陈安华同学上台", ["陈安华"]),
    ],
)
def test_who_is_named(text, names):
    assert people(text, school=["青山中学"]) == names


@pytest.mark.parametrize(
    "text",
    [
        "青山中学教师高度重视，学生成长很快。",
        "认真学习贯彻习近平总书记关于教育的重要论述。",
        "青山中学校长和教师代表参加会议，全体教师都成为骨干。",
        "学生毕业了，教师任教期满。",
        "冯校长听课，李书记讲话。",
        "教师温泉村说，师市领导到场。",
        "主任介绍“谢师恩·点亮心愿”活动，老师说，夏令营很好。",
    ],
)
def test_who_is_not(text):
    assert people(text, school=["青山中学"]) == []


def test_later_mentions_get_the_full_name():
    text = "青山中学校长李明远出席。李校长说，好。李明远又说。"
    assert people(text, school=["青山中学"]) == ["李明远"] * 3


def test_a_surname_that_two_share_is_left_open():
    text = "青山中学教师李明远、李小红参加。李老师说，好。"
    assert people(text, school=["青山中学"]) == ["李明远", "李小红"]


def test_the_post_tells_two_of_a_surname_apart():
    text = "青山中学校长李明远、教师李小红参加。李校长说，好。"
    assert people(text, school=["青山中学"]) == ["李明远", "李小红", "李明远"]


def test_the_first_part_of_a_dotted_name_means_the_person():
    text = "学生麦麦提江•艾力来了。麦麦提江笑着说。"
    assert people(text) == ["麦麦提江·艾力"] * 2


def test_places_win_except_in_a_list_of_persons():
    text = "黄河、马山两位老师来到都安。"
    found = find_persons(from_text(text), named(text, place=["黄河", "马山", "都安"]))
    assert [m.name for m in found] == ["黄河", "马山"]
    assert people("从黄河到马山，都安学生多。", place=["黄河", "马山", "都安"]) == []


def test_two_people_of_one_name_get_two_keys():
    text = "甲县委常委、宣传部部长张华致辞。青山大学文学院教授张华点评。"
    mentions = named(text, institution=["甲县委", "青山大学文学院"])
    assert [m.key for m in find_persons(from_text(text), mentions)] == ["张华", "张华#2"]


def test_persons_never_overlap_and_offsets_hold():
    text = "青山中学教师李明、李明远、王芳参加。李明远说，李明也说。"
    found = find_persons(from_text(text), named(text, school=["青山中学"]))
    assert all(text[m.start : m.end] == m.name for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青山中学教师王芳、江山、李明远参加。", ["王芳", "江山", "李明远"]),
        ("校友Mary Anne Chan（王芳），青山中学校友。", ["王芳"]),
        ("晚上，赵明辉还在备课。", ["赵明辉"]),
    ],
)
def test_names_that_no_post_vouches_for(text, names):
    assert people(text, school=["青山中学"]) == names


def test_who_was_seen_by_the_model_alone_is_told():
    clean = from_text("晚上，赵明辉还在备课。校长李明远说：“好。”")
    scores = seen_by_model(clean, ())
    assert set(scores) == {"赵明辉"}
    assert 0.75 <= scores["赵明辉"] <= 1
    assert {m.key for m in find_persons(clean, ())} == {"赵明辉", "李明远"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("姚辉老师来了。姚辉说，姚辉光荣入选。姚辉笑了。", "姚辉光荣"),
        ("教师冯小红、左增新到会。左增新老师、冯小红老师发言。", "左增"),
    ],
)
def test_a_word_behind_a_name_is_no_part_of_it(text, wrong):
    assert wrong not in {p.name for p in find_persons(from_text(text), ())}


def test_the_name_of_a_township_is_no_person():
    listed = "教师李明远、龙家，都来了。"
    assert people(listed) == ["李明远", "龙家"]
    assert people(f"龙家镇的路很长。{listed}") == ["李明远"]
