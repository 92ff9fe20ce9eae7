from marked import named

from bangfu.loaders.news.people.titles import find_titles
from bangfu.loaders.news.posts.units import unit_held
from bangfu.ontology.records import Kind


def held(text, **kinds):
    (body,) = mentions = named(text, **kinds)
    (title,) = find_titles(text, mentions)
    found = unit_held(text, body, title, mentions)
    return None if found is None else (found[0].name, found[0].kind, found[1].title)


def test_a_department_of_a_committee_is_a_body():
    text = "民盟青山市委会社会服务处处长"
    body = "民盟青山市委会社会服务处"
    assert held(text, institution=["民盟青山市委会"]) == (body, Kind.INSTITUTION, "处长")
    text = "河源大学教务处副处长"
    assert held(text, school=["河源大学"]) == ("河源大学教务处", Kind.INSTITUTION, "副处长")


def test_a_centre_of_a_place_is_a_body():
    text = "青山市学生资助管理中心主任"
    assert held(text, place=["青山市"]) == ("青山市学生资助管理中心", Kind.INSTITUTION, "主任")


def test_an_office_of_a_school_or_a_party_group_is_none():
    assert held("青山中学教务处主任", school=["青山中学"]) is None
    assert held("青山市教育局党委副书记", institution=["青山市教育局"]) is None
    assert held("青山市教育局副局长", institution=["青山市教育局"]) is None
    assert held("青山市人民医院急诊科主任", institution=["青山市人民医院"]) is None


def test_the_mention_covers_body_and_unit():
    text = "青山县委宣传部部长"
    mentions = named(text, institution=["青山县委"])
    (title,) = find_titles(text, mentions)
    body, _ = unit_held(text, mentions[0], title, mentions)
    assert text[body.start : body.end] == "青山县委宣传部"


def test_a_unit_that_the_text_names_elsewhere_keeps_its_key():
    text = "青山县委宣传部部长"
    (body,) = named(text, institution=["青山县委"])
    (known,) = named("x" * 20 + "青山县委宣传部", institution=["青山县委宣传部"])
    (title,) = find_titles(text, [body])
    assert unit_held(text, body, title, [body, known])[0].key == known.key


def test_a_committee_or_a_station_of_a_body():
    text = "河源市政协提案委副主任"
    assert held(text, institution=["河源市政协"]) == (
        "河源市政协提案委",
        Kind.INSTITUTION,
        "副主任",
    )
    text = "甲安县教育局仪器站站长"
    body = "甲安县教育局仪器站"
    assert held(text, institution=["甲安县教育局"]) == (body, Kind.INSTITUTION, "站长")


def test_what_a_body_sets_up_for_one_task_is_a_unit():
    text = "河源大学定点帮扶工作领导小组副组长"
    body = "河源大学定点帮扶工作领导小组"
    assert held(text, school=["河源大学"]) == (body, Kind.INSTITUTION, "副组长")
    text = "河源大学定点帮扶办公室主任"
    body = "河源大学定点帮扶办公室"
    assert held(text, school=["河源大学"]) == (body, Kind.INSTITUTION, "主任")
    text = "青山县县乡村振兴领导小组组长"
    body = "青山县乡村振兴领导小组"
    assert held(text, place=["青山县"]) == (body, Kind.INSTITUTION, "组长")


def test_a_unit_of_a_row_is_not_the_trade_unions():
    text = "河源大学工会教务处处长"
    assert held(text, institution=["河源大学工会"])[0] == "河源大学教务处"
