import pytest

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def names(text):
    return [(hit.form, hit.adcode) for hit in find_places(cut(text))]


def test_an_address_is_three_places():
    assert names("在四川省广元市旺苍县召开") == [
        ("四川省", "510000"),
        ("广元市", "510800"),
        ("旺苍县", "510821"),
    ]


def test_a_short_form_is_read_where_the_full_name_stands_too():
    assert ("旺苍", "510821") in names("旺苍县教师来信。旺苍质朴的师生欢迎他。")


def test_a_short_form_that_is_a_word_needs_more():
    assert names("两校加强合作，互助共赢。") == []
    assert ("合作", "623001") in names("甘南州合作市的教师回到合作。两校合作多年。")
    assert len([n for n in names("甘南州合作市的教师。两校的合作。") if n[0] == "合作"]) == 0


def test_a_place_inside_a_persons_name_is_none():
    assert names("语文高级教师李玉山发言。") == []


def test_a_measure_word_that_is_a_surname():
    assert names("智慧学院张贵阳主持活动。") == []
    assert names("三张贵阳地图") == [("贵阳", "520100")]


def test_namesakes_follow_the_rest_of_the_article():
    assert ("鼓楼区", "350102") in names("福建省福州市的学校来自鼓楼区。")
    assert names("学校来自鼓楼区。") == [("鼓楼区", None)]
    assert ("海南州", "632500") in names("青海省海南州")


@pytest.mark.parametrize("text", ["全州教师齐聚一堂。", "市区的学校", "来宾参观了学校"])
def test_ordinary_words_are_no_places(text):
    assert names(text) == []


def test_a_county_of_two_characters():
    assert ("环县", "621022") in names("甘肃省庆阳市环县")


def test_a_verb_before_a_level_word_is_no_county():
    assert find_places(cut("我局会同县乡村振兴局研究")) == ()
    assert [hit.form for hit in find_places(cut("湖南省会同县第一中学"))] == ["湖南省", "会同县"]


def test_a_county_of_two_characters_stands_in_full():
    assert names("他在涉县工作") == [("涉县", "130426")]


@pytest.mark.parametrize(
    "text", ["甲同志和县教育局的人", "在荷塘镇的路上，荷塘的孩子", "新北市的学校", "长沙湾道"]
)
def test_what_only_begins_like_a_place_is_none(text):
    assert [form for form, code in names(text) if code] == []


def test_the_level_of_the_youth_league_tells_namesakes_apart():
    assert names("象山团县委的干部") == [("象山", "330225")]


def test_a_place_is_known_by_the_one_that_stands_behind_it():
    # 宁德 is a given name as well
    assert [code for _, code in names("宁德霞浦的教师")] == ["350900", "350921"]


def test_a_county_that_the_page_does_not_speak_of_is_its_words():
    assert names("全州县中办学水平提升") == []
    assert names("广西桂林全州县中学")[-1] == ("全州县", "450324")
    assert names("全州县教育局来函") == [("全州县", "450324")]


@pytest.mark.parametrize("text", ["安徽省和县教育局", "教师到和县支教", "，和县县委"])
def test_a_county_that_begins_with_a_joint(text):
    assert names(text)[-1] == ("和县", "340523")


def test_a_joint_before_the_level_is_no_county():
    # though the city of that county is named
    assert ("和县", "340523") not in names("马鞍山市的老师和县里座谈")


def test_a_former_county_in_full_is_the_district_of_today():
    assert names("原来，在崇明县的学校") == [("崇明县", "310151")]


def test_a_count_of_people_from_the_mountains_is_no_district():
    assert find_places(cut("守护了上万名山区孩子。")) == ()
    assert [place.form for place in find_places(cut("到名山区支教。"))] == ["名山区"]


def test_former_prefectures_are_the_cities_of_today():
    found = find_places(cut("在西藏日喀则地区任教。"))
    assert [place.name for place in found] == ["西藏自治区", "日喀则市"]


def test_names_that_are_phrases_too_are_in_a_table():
    assert names("我局会同县乡村振兴局走访") == []
    assert names("湖南省会同县教育局") == [("湖南省", "430000"), ("会同县", "431225")]
    assert names("提升全州县中办学水平") == []


def test_a_former_city_in_full_is_the_district_of_today():
    assert names("在长乐市特教学校举行") == [("长乐市", "350112")]


def test_a_reporter_called_by_a_city_in_brackets():
    assert names("（曾兰州 本报记者）") == []
    assert names("（兰州 本报记者）") == [("兰州", "620100")]


def test_townships_that_begin_with_a_number_or_end_like_a_word():
    found = find_places(cut("旺苍县三义乡中心校、旺苍县麦市镇中学。麦市镇中学"))
    assert [hit.form for hit in found if hit.division is None] == ["三义乡", "麦市镇", "麦市镇"]
    found = find_places(cut("旺苍县三个乡、旺苍县分行驻乡工作队"))
    assert [hit.form for hit in found if hit.division is None] == []
