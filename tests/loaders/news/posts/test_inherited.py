from dataclasses import replace

from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.posts import read_posts


def told(text, *bodies):
    people = named(text, person=["李明远", "王芳"])
    held = read_posts(from_text(text), named(text, institution=bodies), people)[1]
    return [(h.person.name, h.title.title, h.body.name) for h in held]


def test_an_office_of_the_university_is_none_of_its_committee():
    people = named("校团委书记李明远、校长办公室副主任王芳。", person=["李明远", "王芳"])
    text = "校团委书记李明远、校长办公室副主任王芳。河源大学来了。"
    bodies = named(text, school=["河源大学"]) + tuple(
        replace(m, name="河源大学团委", key="河源大学团委")
        for m in named(text, institution=["校团委"])
    )
    held = read_posts(from_text(text), bodies, people)[1]
    assert ("王芳", "校长办公室副主任", "河源大学") in [
        (h.person.name, h.title.title, h.body.name) for h in held
    ]


def test_the_next_office_is_one_of_the_same_body():
    text = "由河源省教育厅民族处调研员李明远、人事处副处长王芳带队。"
    assert told(text, "河源省教育厅民族处") == [
        ("李明远", "调研员", "河源省教育厅民族处"),
        ("王芳", "副处长", "河源省教育厅人事处"),
    ]
    named_too = f"河源省教育厅来了。{text}"
    assert ("王芳", "副处长", "河源省教育厅人事处") in told(
        named_too, "河源省教育厅民族处", "河源省教育厅"
    )


def test_a_post_without_an_office_stays_with_the_body():
    text = "由河源省教育厅民族处处长李明远、副处长王芳带队。"
    assert ("王芳", "副处长", "河源省教育厅民族处") in told(text, "河源省教育厅民族处")


def test_a_headmaster_after_the_head_of_a_bureau_is_not_in_the_bureau():
    text = "甲安县教育局局长李明远，校长王芳到会。"
    assert told(text, "甲安县教育局") == [("李明远", "局长", "甲安县教育局")]
    text = "甲安县教育集团理事长李明远，校长王芳到会。"
    assert ("王芳", "校长", "甲安县教育集团") in told(text, "甲安县教育集团")


def test_the_vice_mayor_after_the_chair_of_an_assembly_is_of_the_place():
    text = "白水镇人大主席李明远、副镇长王芳到会。"
    people = named(text, person=["李明远", "王芳"])
    things = (
        *named(text, institution=["白水镇人大"]),
        *named("x" * 30 + "白水镇", place=["白水镇"]),
    )
    held = read_posts(from_text(text), things, people)[1]
    assert [(h.title.title, h.body.name) for h in held] == [
        ("主席", "白水镇人大"),
        ("副镇长", "白水镇"),
    ]


def test_the_party_secretary_of_the_page_s_own_school_is_not_in_an_office_of_the_town():
    text = "甲安市委组织部处长李明远，校党委书记王芳到会。"
    assert told(text, "甲安市委组织部") == [("李明远", "处长", "甲安市委组织部")]


def test_a_department_after_another_is_of_the_same_whole():
    text = "民盟河源市委会社会服务处处长李明远、参政议政部部长王芳到会。"
    assert ("王芳", "部长", "民盟河源市委会参政议政部") in told(text, "民盟河源市委会")
    text = "河源大学教务处处长李明远、科研处处长王芳到会。"
    assert ("王芳", "处长", "河源大学科研处") in told(text, "河源大学")


def test_a_head_of_a_county_is_of_no_body_of_the_city():
    text = "河源市人大秘书长李明远，副县长王芳到会。"
    assert told(text, "河源市人大") == [("李明远", "秘书长", "河源市人大")]


def test_an_office_of_a_consultative_conference():
    text = "河源市政协办公室主任李明远、提案委副主任王芳到会。"
    assert ("王芳", "副主任", "河源市政协提案委") in told(text, "河源市政协", "河源市政协办公室")


def test_the_next_committee_is_one_of_the_same_conference():
    text = "河源县政协提案委主任李明远、文史委副主任王芳到会。"
    assert ("王芳", "副主任", "河源县政协文史委") in told(text, "河源县政协提案委")
