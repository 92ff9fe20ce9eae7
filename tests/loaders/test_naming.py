import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.loaders.naming import (
    body_place,
    core_name,
    is_sent,
    parent_body,
    parse_body,
    parse_body_in,
    town_stem,
)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("旺苍一中", "旺苍县第一中学"),
        ("滨海新区教体局", "滨海新区教育和体育局"),
        ("石柱县教委", "石柱土家族自治县教育委员会"),
        ("石柱县职教中心", "重庆市石柱土家族自治县职业教育中心"),
        ("旺苍中学", "四川省旺苍县旺苍中学"),
        ("青浦高中", "上海市青浦高级中学"),
        ("九三学社天津市委", "九三学社天津市委员会"),
        ("社天津市委社会服务部", "九三学社天津市委员会社会服务部"),
        ("旺苍县委", "中共旺苍县委员会"),
        ("民进绍兴市委会", "中国民主促进会绍兴市委员会"),
        ("上海市第52中学", "上海市第五十二中学"),
        ("旺苍县政府", "旺苍县人民政府"),
        ("柳塘镇中心完小", "柳塘镇中心完全小学"),
    ],
)
def test_two_ways_to_write_one_body(short, long):
    one, other = parse_body(short), parse_body(long)
    assert one.core == other.core
    known = {"510821", "500240", "310118"}
    assert body_place(short, known) == body_place(long, known)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("天津市第四中学", "天津市第七中学"),
        ("旺苍县教育局", "旺苍县教育局教研室"),
        ("旺苍县第一中学", "旺苍县第一小学"),
        ("中共旺苍县委", "民盟旺苍县委"),
        ("旺苍县实验小学", "旺苍县实验中学"),
    ],
)
def test_numerals_stems_and_kinds_tell_bodies_apart(one, other):
    assert core_name(one) != core_name(other)


def test_the_ordinal_is_a_number():
    assert parse_body("上海市第五十二中学").ordinal == 52
    assert parse_body("汉源县三中").ordinal == 3
    assert parse_body("天津市海河中学").ordinal is None


def test_a_university_is_not_stripped_of_its_name():
    assert core_name("天津市南开大学附属中学") == "南开大学附属中学"
    assert core_name("北京师范大学") == "北京师范大学"
    assert body_place("北京师范大学", ()) == "110000"


@pytest.mark.parametrize(
    ("name", "context", "code"),
    [
        ("南开中学", {"500000"}, None),
        ("南开中学", {"500106", "510000"}, None),
        ("南开中学", {"120000", "500000"}, "120104"),
        ("南开中学", (), "120104"),
        ("南开区中学", {"500000"}, "120104"),
        ("天津市南开中学", {"500000"}, "120104"),
        ("上海第一中学", {"500000"}, "310000"),
    ],
)
def test_a_short_form_in_a_province_of_which_nobody_speaks_stays_open(name, context, code):
    assert body_place(name, context) == code


def test_place_in_a_name_may_need_the_document():
    assert body_place("鼓楼区教育局", ()) is None
    assert body_place("鼓楼区教育局", {"350100"}) == "350102"
    assert body_place("县教育局", ()) is None
    # 西华 is a county, but 池小学 is no name: the cut would be wrong.
    assert body_place("西华池小学", ()) is None


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("广西壮族自治区教育厅教师工作处", "广西壮族自治区教育厅"),
        ("旺苍县人民政府办公室", "旺苍县人民政府"),
        ("金沙县委统战部", "金沙县委"),
        ("大连理工大学化工学院", "大连理工大学"),
        ("天津市海河中学", None),
        ("旺苍县教育局", None),
        ("南开大学附属中学", None),
        ("北京师范大学", None),
    ],
)
def test_departments_show_their_parent(name, parent):
    assert parent_body(name) == parent


def test_stage_and_kind():
    assert parse_body("旺苍县职业高级中学").stage == "vocational"
    assert parse_body("旺苍县教育局").institution_kind == "education_authority"
    assert parse_body("旺苍县教育局").stage is None
    assert parse_body("广西壮族自治区教育厅教师工作处").department_of == "广西壮族自治区教育厅"


@given(st.text(alphabet="旺苍县一二三中学小教育局第镇民盟市委会大", max_size=12))
def test_any_text_can_be_taken_apart(name):
    parsed = parse_body(name)
    assert parsed.core == core_name(name)
    assert parsed.ordinal is None or parsed.ordinal >= 0


@pytest.mark.parametrize(
    ("name", "context", "code"),
    [
        ("青台师范大学（珠海）", (), "440400"),
        ("青台师范大学珠海校区", (), "440400"),
        ("青台师范大学沙河校区", (), None),
        ("青台师范大学沙河校区", ("130582",), "130582"),
    ],
)
def test_a_campus_lies_in_the_city_that_it_is_called_by(name, context, code):
    assert body_place(name, context) == code


def test_a_prefecture_where_its_city_bears_the_name_too():
    place = parse_body("喀什第六中学").place
    assert place is not None
    assert place.adcode == "653100"


def test_a_common_word_is_a_place_where_the_prefecture_is_named():
    assert parse_body("永安一中").place is None
    place = parse_body_in("永安一中", {"350400"}).place
    assert place is not None
    assert place.adcode == "350481"


def test_a_township_without_its_level():
    assert [town_stem(one) for one in ("木门镇", "城关街道", "木门")] == ["木门", "城关", "木门"]


def test_a_team_is_sent_from_the_place_that_it_is_called_by():
    assert is_sent("杭州市驻旺苍县工作组")
    assert is_sent("浙江省东西部协作工作队旺苍县工作小组")
    assert not is_sent("旺苍县工作组")
    assert not is_sent("浙江省援疆指挥部")


def test_a_number_behind_the_short_name_of_a_county():
    assert parse_body("旺苍二中学").core == parse_body("旺苍县二中").core
