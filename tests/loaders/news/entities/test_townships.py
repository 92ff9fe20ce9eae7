import pytest

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def towns(text):
    return [(h.name, h.adcode) for h in find_places(cut(text)) if h.division is None]


def test_a_township_lies_in_the_county_before_it():
    assert towns("旺苍县木门镇的学校") == [("木门镇", "510821")]


def test_without_a_county_it_stays_without_parent():
    assert towns("车队开往木门镇。") == [("木门镇", None)]


@pytest.mark.parametrize(
    "text",
    [
        "送教下乡活动",
        "城乡学校",
        "各乡镇中心校",
        "回到家乡",
        "唯一的少数民族乡",
        "驻点镇的学校",
        "该镇的学校",
        "走进新城艺苑小镇的书店",
        "蔡第镇先生捐了书",
        "要把旺苍县当成第二故乡",
    ],
)
def test_ordinary_words_are_no_townships(text):
    assert towns(text) == []


def test_a_list_with_one_level_names_each():
    found = towns("镇雄县的泼机、以勒、坡头三镇")
    assert [name for name, _ in found] == ["泼机镇", "以勒镇", "坡头镇"]


def test_an_ethnic_township_keeps_its_full_name():
    assert [name for name, _ in towns("赫章县可乐彝族苗族乡")] == ["可乐彝族苗族乡"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("四明山镇的学生", "四明山镇"),
        ("木门镇镇长王明", "木门镇"),
        ("裕民县阿勒腾也木勒乡的学生", "阿勒腾也木勒乡"),
        ("任巴拉乌尔齐镇第一书记", "巴拉乌尔齐镇"),
        ("来到阿克塔什乡", "阿克塔什乡"),
        ("在毛尖山乡板舍村的服务中心", "毛尖山乡"),
        ("赤水市长沙镇长兴村的小学", "长沙镇"),
    ],
)
def test_what_follows_or_begins_the_name_does_not_hide_it(text, town):
    assert town in [name for name, _ in towns(text)]


def test_a_township_lies_in_the_county_that_most_of_its_mentions_speak_for():
    text = "利津县与木门镇结对。旺苍县的木门镇很远。旺苍县的老师去了木门镇。"
    assert {code for name, code in towns(text) if name == "木门镇"} == {"510821"}


def test_behind_a_city_a_township_is_not_of_a_county_named_later():
    text = "广元市水口镇第二小学和旺苍县木门镇小学。水口镇小学的孩子"
    assert towns(text) == [("水口镇", "510800"), ("木门镇", "510821"), ("水口镇", "510800")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # the county before that is no district, though a district stands nearer
        ("剑阁县和成都市武侯区的教师来到木门镇。", "510823"),
        # none before: the first after, and no district if there is another
        ("来到木门镇。武侯区和旺苍县的教师。", "510821"),
        # a district that has no such town, though some county has
        ("来到木门镇。武侯区的教师。", None),
        # who comes says nothing of where the town lies
        ("略阳县和旺苍县很近。三台县教体局来到补洛乡。", "510821"),
        # behind a city only a county of it that is named before, else the city itself
        ("旺苍县和略阳县的教师来到广元市木门镇。", "510821"),
        ("略阳县的教师来到广元市木门镇。", "510800"),  # its county is not told
    ],
)
def test_the_county_of_a_township(text, code):
    assert [found for _, found in towns(text)] == [code]


def test_a_township_that_is_a_word_as_well_is_read_behind_its_county():
    assert [p.form for p in find_places(cut("走进治多县多彩乡。"))] == ["治多县", "多彩乡"]
    assert find_places(cut("多彩乡村，情系彝乡。")) == ()


def test_a_side_opens_the_name_of_a_township_in_a_list():
    found = find_places(cut("到翠云镇完小、上丰桥乡完小。"))
    assert [place.form for place in found] == ["翠云镇", "上丰桥乡"]


def test_a_joint_behind_the_level_does_not_hide_it():
    assert [p.form for p in find_places(cut("旺苍县天星堡镇及周边乡镇"))][1:] == ["天星堡镇"]


def test_the_list_of_townships_shows_where_a_name_begins():
    assert towns("走进布拖县，他被分到特木里镇。") == [("特木里镇", "513429")]


def test_a_listed_sumu_is_a_township_and_no_other_is():
    assert towns("科尔沁左翼中旗协代苏木的学校") == [("协代苏木", "150521")]
    assert towns("科尔沁左翼中旗甲乙苏木的学校") == []
