from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import read_posts
from bangfu.ontology.records import Status


def behind(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    held = read_posts(clean, mentions, find_persons(clean, mentions))[1]
    return [
        (h.person.name, h.title.title, h.body.name, h.rule)
        for h in held
        if h.rule in ("after", "being", "appositive", "entry", "comma")
    ]


def test_a_post_behind_the_name():
    assert behind("甲处冯诗根副处长到会。", institution=["甲处"]) == [
        ("冯诗根", "副处长", "甲处", "after")
    ]


def test_a_school_in_brackets_makes_a_teacher():
    assert behind("语文，李明远（青山中学）；", school=["青山中学"]) == [
        ("李明远", "教师", "青山中学", "appositive")
    ]


def test_what_somebody_is():
    assert behind("李明远是青山中学的校长。李明远说。", school=["青山中学"]) == [
        ("李明远", "校长", "青山中学", "being")
    ]


def test_a_run_stops_before_the_posts_of_the_next():
    text = "甲校教师李明远任乙校副校长，丙校教师王芳到会。"
    found = behind(text, school=["甲校", "乙校", "丙校"])
    assert found == [("李明远", "副校长", "乙校", "being")]


def test_the_former_post_is_marked():
    clean = from_text("李明远（女） 曾任青山中学校长。李明远说。")
    mentions = named(clean.text, school=["青山中学"])
    held = read_posts(clean, mentions, find_persons(clean, mentions))[1]
    assert {h.title.status for h in held} == {Status.ENDED}


def test_one_of_the_teachers_of_a_school():
    assert behind("李明远是青山中学的一名教师。李明远说。", school=["青山中学"]) == [
        ("李明远", "教师", "青山中学", "being")
    ]


def test_a_post_behind_the_age():
    text = "李明远今年38岁，是青山中学的数学教师。"
    assert behind(text, school=["青山中学"]) == [("李明远", "教师", "青山中学", "being")]


def test_somebody_from_a_school_who_is_a_teacher_is_one_there():
    text = "来自青山中学的李明远是一名音乐教师，很忙。"
    assert behind(text, school=["青山中学"]) == [("李明远", "教师", "青山中学", "being")]
    assert behind("李明远是一名音乐教师。青山中学很大。", school=["青山中学"]) == []


def heads(text, *schools):
    mentions, persons = named(text, school=schools), named(text, person=["李明远"])
    held = read_posts(from_text(text), mentions, persons)[1]
    return [(h.person.name, h.title.title, h.body.name) for h in held if h.rule == "elided"]


def test_a_head_behind_whose_name_no_school_stands_is_of_the_one_school():
    text = "白水中学举行欢送会。来自青山中学的老师们到会。会议由李明远副校长主持。"
    assert heads(text, "白水中学", "青山中学") == [("李明远", "副校长", "白水中学")]
    assert heads(text + "青山中学很远。", "白水中学", "青山中学") == []


def test_the_end_of_a_name_known_in_full_is_enough():
    text = "河源民族中学和青山中学结对。民族中学李明远校长到会。"
    assert heads(text, "河源民族中学", "青山中学") == [("李明远", "校长", "河源民族中学")]
    assert heads(text.replace("民族中学李", "第九中学李"), "河源民族中学", "青山中学") == []


def test_a_post_still_to_be_taken_up():
    text = "李明远同志拟挂职甲处副处长。"
    clean, mentions = from_text(text), named(text, institution=["甲处"])
    held = read_posts(clean, mentions, find_persons(clean, mentions))[1]
    assert [(h.title.title, h.title.status) for h in held] == [("副处长", Status.PLANNED)]


def test_who_somebody_is_behind_the_name_and_the_word_teacher():
    text = "“都是教书。”——李明远老师，青山中学历史教师，现在很忙。"
    assert ("李明远", "教师", "青山中学", "comma") in behind(text, school=["青山中学"])


def test_in_the_role_of_a_post():
    text = "李明远作为青山中学校长到会。"
    assert ("李明远", "校长", "青山中学", "being") in behind(text, school=["青山中学"])


def test_a_teacher_of_two_subjects():
    text = "李明远，在青山中学担任历史和地理老师。"
    clean, mentions = from_text(text), named(text, school=["青山中学"])
    held = read_posts(clean, mentions, find_persons(clean, mentions))[1]
    assert [(h.body.name, h.rule) for h in held] == [("青山中学", "later")]


def test_what_a_head_speaks_as_takes_nothing_from_the_post():
    text = "青山中学的李明远校长作为学员代表发言。"
    assert ("李明远", "校长", "青山中学", "after") in behind(text, school=["青山中学"])


def test_names_before_their_posts_in_a_list_share_the_body():
    text = "青山商会李明远会长及夫人、王芳名誉会长、赵大海秘书长到会。"
    clean, mentions = from_text(text), named(text, institution=["青山商会"])
    people = named(text, person=["李明远", "王芳", "赵大海"])
    held = read_posts(clean, mentions, people)[1]
    assert [(h.person.name, h.title.title, h.body.name) for h in held] == [
        ("李明远", "会长", "青山商会"),
        ("王芳", "名誉会长", "青山商会"),
        ("赵大海", "秘书长", "青山商会"),
    ]
    other = text.replace("秘书长", "校长")
    held = read_posts(from_text(other), mentions, people)[1]
    assert "赵大海" not in [h.person.name for h in held]


def test_a_post_in_what_was_just_founded_is_in_no_body_of_the_sentence():
    text = "支教队{}，由青山中学副校长李明远任书记。"
    found = behind(text.format("成立临时党支部"), school=["青山中学"])
    assert ("李明远", "书记", "青山中学", "being") not in found
    found = behind(text.format("进行了分工"), school=["青山中学"])
    assert ("李明远", "书记", "青山中学", "being") in found


def test_a_post_behind_the_year_of_birth():
    text = "李明远，1965年生，青山中学副校长，去年退休。李明远说。"
    assert behind(text, school=["青山中学"]) == [("李明远", "副校长", "青山中学", "entry")]


def test_the_head_of_a_team_does_not_head_the_school():
    text = "甲县派出支教团，由青山中学书记李明远任团长，去了乙县。"
    assert behind(text, school=["青山中学"]) == []


def taken_up(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    held = read_posts(clean, mentions, find_persons(clean, mentions))[1]
    return [(h.title.title, h.body.name) for h in held if h.rule == "elided"]


def test_a_post_taken_up_at_the_school_named_before():
    text = "老师们来到青山中学，李明远任副校长。"
    assert taken_up(text, school=["青山中学"]) == [("副校长", "青山中学")]
    now = "青山中学来了客人。李明远现任学校副校长。"
    assert taken_up(now, school=["青山中学"]) == [("副校长", "青山中学")]


def test_a_post_is_not_taken_up_where_another_comes_from():
    text = "来的是白水中学的王芳，李明远任教务主任。"
    assert taken_up(text, school=["白水中学"]) == []
