import itertools

import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons, seen_by_model, towns_named


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
        ("支教教师马兰花、胡杨参加。", ["马兰花", "胡杨"]),
        ("青山中学校长林维给每位教师发了一只杯子。", ["林维"]),
        ("她的丈夫埃里克·汉森每年来两个月，教木工。", ["埃里克·汉森"]),
        ("维吾尔族校长吐尔逊江·阿不都总要给他搬椅子。", ["吐尔逊江·阿不都"]),
        ("我县白伟、李批黑两位同志去学习。", ["白伟", "李批黑"]),
        ("音乐系的陆德海，也在那里。", ["陆德海"]),
        ("他说这是从邵医生那里学来的。", []),
        ("六位教师陆续在各校任教。", []),
        ("青山县教师犹豫再三，还是去了。", []),
        ("白水县教师昂然走进教室。", []),
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
        "援疆教师家属代表发言，老师们常挂在嘴边的一句话。",
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


@pytest.mark.parametrize(
    "told",
    [
        "王芳小学毕业后，去了县城。",
        "王芳中学时爱读书。",
        "王芳镇定地走上讲台。",
        "王芳乡亲们都认识。",
    ],
)
def test_a_person_at_school_or_among_villagers_is_no_town(told):
    assert people(f"教师李明远、王芳，都来了。{told}") == ["李明远", "王芳", "王芳"]


def test_a_person_with_a_post_stands_beside_a_town_of_that_name():
    text = "龙家老师说，很好。青山县龙家镇的路很长。"
    assert people(text)[:1] == ["龙家"]
    assert people("教师李明远、龙家，都来了。青山县龙家镇的路很长。") == ["李明远"]


def test_a_name_may_end_in_village():
    assert people("青山中学教师张晓村说，很好。", school=["青山中学"]) == ["张晓村"]
    assert people("走进张晓村，老师们说很好。") == []
    assert people("张晓村支书到场。") == []


def test_towns_named():
    assert towns_named("到龙家镇，马山县高坪村和白云小学") == {"龙家", "高坪", "白云"}
    assert towns_named("王芳小学毕业，刘洋镇定，张强乡亲们，李勇村民") == frozenset()


def test_what_a_headmaster_does_and_where_he_is_are_no_names():
    assert people("援滇校长抵沪，开始工作。") == []
    assert people("县政协副主席、鲁山一高校长牛山坡等出席。") == ["牛山坡"]


def test_a_word_behind_a_name_told_twice_is_none_of_it():
    text = "副区长黄华陪同。副区长黄华也发表了讲话。主席李明远太平绅士出席。"
    assert people(text) == ["黄华", "黄华", "李明远"]


def test_a_dot_within_a_title_is_no_name():
    assert people("美术教师集体创作国画《君子如兰·福禄艾之》。") == []


def test_a_given_name_may_be_a_place():
    text = "集团副总裁许金华、党委委员李明远出席。"
    assert people(text, place=["金华"]) == ["许金华", "李明远"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("首任校长是孟根，副校长王芳。", ["孟根", "王芳"]),
        ("校长是全校最忙的人，教师任务是上课。", []),
        ("邀请教师来沪参加培训班。", []),
    ],
)
def test_who_a_post_is_said_to_be(text, names):
    assert people(text) == names


def test_a_plant_or_place_in_a_list_of_teachers():
    text = "教职工有王牡丹、吴金花、李明远等。"
    assert people(text, place=["牡丹"]) == ["王牡丹", "吴金花", "李明远"]


def test_a_foreign_name_may_hold_what_no_other_holds():
    assert people("辅导员叫艾则孜·麦斯的克，来自和田。") == ["艾则孜·麦斯的克"]
    assert people("院长吾买尔·吐地说：好。") == ["吾买尔·吐地"]
    assert people("回山东时找医生看。", place=["山东"]) == []


def test_a_headmaster_is_not_the_chairman_of_his_surname():
    text = "青山商会会长刘明远到会。该校刘校长介绍了情况。"
    assert people(text, institution=["青山商会"]) == ["刘明远"]
    text = "青山中学副校长刘明远到会。刘校长介绍了情况。"
    assert people(text, school=["青山中学"]) == ["刘明远", "刘明远"]


def test_a_branch_of_a_society_is_nobody():
    text = "县工商联副主席代龙旺、官庄分会会长黄海松到会。"
    assert "官庄分会" not in people(text, institution=["县工商联"])


def test_what_a_fund_is_called_is_no_person():
    assert people("学校设立“阿依·古丽”励志基金，发放奖金。") == []


def test_a_team_is_nobody():
    assert people("他们是首批赴外省的大学生支教队。") == []


def test_a_list_that_is_counted_ends_with_its_last_name():
    assert people("校长石立新、王芳、李强三人来到学校。") == ["石立新", "王芳", "李强"]


def test_four_tibetan_syllables_behind_a_post():
    assert people("学生扎西东周很高兴。") == ["扎西东周"]


@pytest.mark.parametrize(
    "text",
    [
        "会上，马集镇党委书记李明远讲话。",
        "大家慰问了青山籍困难学生。李明远老师在场。",
        "李明远老师先后深入弯腰树、木衣拉等学校。",
    ],
)
def test_towns_natives_and_lists_of_schools_are_no_persons(text):
    assert people(text) == ["李明远"]


def test_how_many_there_are_is_no_part_of_the_last_name():
    assert people("李明远、王芳、崔丰四位教师即将启程。") == ["李明远", "王芳", "崔丰"]


def test_an_uncle_by_surname_is_no_name():
    assert people("学生感谢缪叔叔和李阿姨，缪叔叔很高兴。") == []


def test_the_headmaster_of_the_school():
    assert people("学校文成辉校长讲解了规划。") == ["文成辉"]


def test_a_name_whose_given_name_begins_a_word_behind_it():
    assert people("授课结束后，青石堡学校校长高稳高兴地说。", school=["青石堡学校"]) == ["高稳"]
