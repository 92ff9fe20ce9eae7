import pytest

from bangfu.loaders.news.entities.mentions import find_mentions
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Kind


def readings(text):
    return {text[m.start : m.end]: m.name for m in find_mentions(from_text(text))}


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("天津市海河中学开学。海河中学校长发言。", "海河中学", "天津市海河中学"),
        ("九三学社天津市委来访。社天津市委表示感谢。", "社天津市委", "九三学社天津市委"),
        ("九三学社天津市委来访。社市委专职副主委发言。", "社市委", "九三学社天津市委"),
        ("教师来到旺苍县。县教育局负责同志陪同。", "县教育局", "旺苍县教育局"),
        ("梁河县第一中学揭牌。在梁河一中，教师座谈。", "梁河一中", "梁河县第一中学"),
        ("石柱县教育委员会发文。县教委要求。石柱县各校执行。", "县教委", "石柱县教育委员会"),
        ("旺苍县教育工委委员、教育局副局长蔡某。", "教育局", "旺苍县教育局"),
        ("大连理工大学招募成员，来自化工学院。", "化工学院", "大连理工大学化工学院"),
        ("民进绍兴市委会来访。市委会捐赠图书。", "市委会", "民进绍兴市委会"),
        ("旺苍县老师来了。旺苍团县委捐书。", "旺苍团县委", "共青团旺苍县委"),
        ("来到广元市。中共市委统战部部长讲话。", "中共市委统战部", "中共广元市委统战部"),
        (
            "滇西应用技术大学（简称“滇西大”）开学。滇西大普洱茶学院揭牌。",
            "滇西大普洱茶学院",
            "滇西应用技术大学普洱茶学院",
        ),
        (
            "慈善总会向安星康复中心捐书。福州市慈善总会向安星康复中心捐书。",
            "福州市慈善总会",
            "福州市慈善总会",
        ),
        (
            "华中科技大学海洋与船舶工程学院签约。华中科技大学海船学院书记。",
            "华中科技大学海船学院",
            "华中科技大学海洋与船舶工程学院",
        ),
        (
            "国投集团来了。国家开发投资集团有限公司（以下简称国投集团）捐款。",
            "国投集团",
            "国家开发投资集团有限公司",
        ),
        ("北京林业大学来访。附属幼儿园结对。", "附属幼儿园", "北京林业大学附属幼儿园"),
        (
            "寸金学院的队伍出发了。广东海洋大学寸金学院助学服务中心派出队伍。",
            "寸金学院",
            "广东海洋大学寸金学院",
        ),
        # 镜湖 is a district elsewhere, which this page does not name
        ("绍兴市镜湖中学签约。镜湖中学校长发言。", "镜湖中学", "绍兴市镜湖中学"),
    ],
)
def test_a_short_form_means_the_full_name(text, form, name):
    assert readings(text)[form] == name


def test_numerals_keep_schools_apart():
    found = readings("天津市第四中学和天津市第七中学结对。天津四中派出教师。")
    assert found["天津四中"] == "天津市第四中学"
    assert found["天津市第七中学"] == "天津市第七中学"


def test_a_level_word_without_a_place_stays_as_it_stands():
    assert readings("会议由县教育局主持。")["县教育局"] == "县教育局"
    assert readings("旺苍县开会。会议由县教育局主持。")["县教育局"] == "旺苍县教育局"


def test_a_number_means_the_school_that_the_page_has_named():
    found = readings("利州中学来信。来到绵阳市第二中学。广元市的老师多。市二中校长说。")
    assert found["市二中"] == "绵阳市第二中学"


def test_two_committees_of_one_party_stay_two():
    found = readings("民盟成都市委会和民盟青羊区委来访。")
    assert len(set(found.values())) == 2


def test_a_college_without_a_university_is_one_by_itself():
    text = "青湖学院的学生来到小学。青湖学院派出三支队伍。化工学院派了一支。"
    assert readings(text) == {"青湖学院": "青湖学院"}


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("宁德霞浦第二中学的教师", "350921"),
        # the place in the name is not where the body lies
        ("深圳市四川商会福星希望小学落成", ""),
        ("广州市人民政府驻西藏办事处", ""),
        ("厦门银行南平分行的职工", ""),
        # 南开 is the university here
        ("天津市南开大学附属中学的教师", None),
    ],
)
def test_what_a_name_says_of_its_place(text, seat):
    (body,) = (m for m in find_mentions(from_text(text)) if m.kind is not Kind.PLACE)
    assert body.seat == seat


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "团县委书记甲来到旺苍县。团市委、团省委出席。",
            {"共青团旺苍县委", "共青团广元市委", "共青团四川省委"},
        ),
        # two cities: nobody can tell whose committee came
        ("团市委出席，旺苍县、昭化区和略阳县也派了人。", set()),
        # the city in the name of a firm that comes from afar
        (
            "武汉天石信息有限公司、团市委来到旺苍县。",
            {"武汉天石信息有限公司", "共青团广元市委"},
        ),
        ("旺苍县和市青基会签约", {"广元市青基会"}),
        (
            "广元市青少年发展基金会来访。市青基会捐款。",
            {"广元市青少年发展基金会"},
        ),
    ],
)
def test_a_level_with_no_place_of_it(text, names):
    kinds = (Kind.INSTITUTION,)
    assert {m.name for m in find_mentions(from_text(text)) if m.kind in kinds} == names


def test_societies_and_units_told_in_short_are_one_with_the_long_name():
    told = readings(
        "旺苍县作家协会来校。旺苍县作协赠书，市残联、旺苍县残疾人联合会和旺苍县残联捐款。"
    )
    assert told["旺苍县作协"] == told["旺苍县作家协会"]
    assert told["旺苍县残联"] == told["旺苍县残疾人联合会"]


def test_what_is_given_to_a_school_does_not_begin_its_name():
    assert list(readings("甲先生向云溪小学捐赠图书。")) == ["云溪小学"]
