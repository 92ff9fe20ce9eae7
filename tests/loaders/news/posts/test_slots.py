from marked import named

from bangfu.loaders.news.people.titles import find_titles
from bangfu.loaders.news.posts.slots import bodies_in_slots
from bangfu.ontology.records import Kind, Mention

PEOPLE = ["李明远", "王芳", "赵大海"]


def read(text, **kinds):
    bodies, persons = named(text, **kinds), named(text, person=PEOPLE)
    titles = find_titles(text, [*bodies, *persons])
    found, posts = bodies_in_slots(text, titles, bodies, persons)
    return [m.name for m in found], [t.title for t in posts]


def test_a_bare_office_is_that_of_the_place_of_the_one_before():
    text = "出席的有甲安区副区长李明远、教育局党委书记王芳、区府办副主任赵大海。"
    assert read(text, place=["甲安区"]) == (
        ["甲安区教育局", "甲安区府办"],
        ["副区长", "党委书记", "副主任"],
    )


def test_each_list_has_its_own_place():
    text = "甲安区副区长李明远、乙水区副区长王芳、教育局局长赵大海到会。"
    assert read(text, place=["甲安区", "乙水区"])[0] == ["乙水区教育局"]


def test_a_level_is_that_of_the_page():
    text = "甲安县开学。\n县政协副主席李明远到会。"
    assert read(text, place=["甲安县"])[0] == ["甲安县政协"]


def test_an_office_of_an_unknown_county_is_called_what_the_page_calls_it():
    assert read("县政协副主席李明远到会。")[0] == ["县政协"]
    assert read("县教育局副局长李明远到会。")[0] == ["县教育局"]
    assert read("民盟省委主委李明远到会。")[0] == []


def test_the_youth_league_of_a_county():
    text = "甲安县县长王芳、团县委书记李明远到会。"
    assert read(text, place=["甲安县"])[0] == ["共青团甲安县委"]
    assert read("团县委书记李明远到会。")[0] == ["团县委"]


def test_two_counties_leave_the_county_of_a_bare_office_open():
    text = "甲安县、乙水县结对。\n随后教育局局长李明远致辞。"
    assert read(text, place=["甲安县", "乙水县"])[0] == ["教育局"]


def test_a_party_with_its_level():
    text = "河源省政协副主席、民建省委主委李明远到会。"
    assert read(text, institution=["河源省政协"])[0] == ["民建河源省委"]


def test_a_department_of_the_committee_left_out():
    text = "甲安县副县长王芳，宣传部部长李明远到会。"
    assert read(text, place=["甲安县"])[0] == ["甲安县委宣传部"]


def test_a_name_of_its_own_ends_as_bodies_do():
    text = "青峰文化支部主委李明远，白露商会会长王芳，热心人士代表赵大海到会。"
    assert read(text)[0] == ["青峰文化支部", "白露商会"]


def test_a_name_after_a_place_belongs_to_it():
    text = "甲安市青年事务委员会主席李明远到会。"
    assert read(text, place=["甲安市"]) == (["甲安市青年事务委员会"], ["主席"])


def test_posts_of_nobody_show_no_body():
    assert read("青峰商会会长到会，教育局局长致辞。甲安县很美。", place=["甲安县"])[0] == []
    assert read("参加商会会长李明远的讲座")[0] == []


def test_the_rest_of_a_name_that_was_cut():
    text = "甲安省台联会会长李明远到会。"
    found, _ = read(text, institution=["甲安省台联"])
    assert found == ["甲安省台联会"]


def test_a_body_is_an_institution_unless_it_teaches():
    text = "立信高等学校校长李明远、信息工程学院院长王芳到会。"
    bodies, persons = (), named(text, person=PEOPLE)
    found, _ = bodies_in_slots(text, find_titles(text, persons), bodies, persons)
    assert [(m.name, m.kind) for m in found] == [
        ("立信高等学校", Kind.SCHOOL),
        ("信息工程学院", Kind.INSTITUTION),
    ]


def test_an_office_after_and_is_one_of_the_body_of_the_one_before():
    text = "甲安县教育局副局长李明远和基教科科长王芳到会。"
    assert read(text, institution=["甲安县教育局"]) == ([], ["副局长", "基教科科长"])


def test_of_several_counties_the_one_told_most_often_is_that_of_a_level():
    text = "甲安县、乙水县结对。\n甲安县很美，甲安县很大。\n县政协副主席李明远到会。"
    assert read(text, place=["甲安县", "乙水县"])[0] == ["甲安县政协"]
    even = text.replace("甲安县很美，甲安县很大", "很美")
    assert read(even, place=["甲安县", "乙水县"])[0] == ["县政协"]


def test_the_place_of_a_party_s_committee_is_without_the_party():
    for party in ("中共", "民盟"):
        text = f"{party}甲安市委书记李明远、教育局局长王芳到会。"
        assert read(text, institution=[f"{party}甲安市委"])[0] == ["甲安市教育局"]


def test_what_only_looks_like_a_place():
    for body in ("青山社区服务中心", "甲省对口帮扶甲安市指挥部"):
        text = f"{body}主任李明远、教育局局长王芳到会。"
        assert read(text, institution=[body])[0] == ["教育局"]


def test_the_city_of_a_county_is_the_city_of_its_page():
    text = "旺苍县开学。\n市教育督导室主任李明远到会。"
    place = Mention(kind=Kind.PLACE, name="旺苍县", key="510821", start=0, end=3)
    person = named(text, person=PEOPLE)
    titles = find_titles(text, [place, *person])
    found, _ = bodies_in_slots(text, titles, [place], person)
    assert [m.name for m in found] == ["广元市教育督导室"]


def test_an_office_behind_a_preposition_in_its_clause():
    text = "甲安县来客。座谈会由县教育局局长李明远主持。"
    assert read(text, place=["甲安县"])[0] == ["甲安县教育局"]


def test_an_organ_that_every_body_has_goes_on_the_row():
    text = "甲安市援建指挥部党委副书记、纪委书记李明远到会。"
    assert read(text, institution=["甲安市援建指挥部"], place=["甲安市"])[0] == []


def test_the_commission_of_a_county_is_its_own_and_not_its_committees():
    text = "甲安县委常委、纪委书记李明远到会。"
    found, _ = read(text, institution=["甲安县委"], place=["甲安县"])
    assert found == ["甲安县纪委"]
