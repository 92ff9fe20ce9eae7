import pytest

from bangfu.loaders.news.entities.programmes import find_programmes


def names(text):
    return [hit.name for hit in find_programmes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展“同心树人”教育帮扶活动", ["同心树人"]),
        ("粤桂协作取得成效", ["粤桂协作"]),
        ("深化沪滇教育协作", ["沪滇协作"]),
        ("教育人才“组团式”帮扶", ["组团式帮扶"]),
        ("启动“强园带弱园”工程", ["强园带弱园"]),
        ("东西部协作资金", ["东西部协作"]),
    ],
)
def test_schemes_are_found(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text", ["开展教育帮扶", "实现“一对一”帮扶", "“请进来”和“走出去”", "两地协作"]
)
def test_general_phrases_are_none(text):
    assert names(text) == []


def test_spans_hold_the_words_of_the_text():
    text = "参加“同心树人”教育帮扶活动和东西部协作"
    for hit in find_programmes(text):
        assert hit.name.strip("“”") in text[hit.start : hit.end]


@pytest.mark.parametrize(
    "text",
    ["他作出“辞职去西藏支教”的决定", "“金点子跳蚤市场”义卖活动", "他是特岗计划的教师"],
)
def test_quotations_and_recruitment_are_no_schemes(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text", ["“送教进课堂”活动", "“祝福祖国·传递爱心”公益活动", "“城乡携手教学相长”活动"]
)
def test_slogans_and_plain_words_are_no_schemes(text):
    assert names(text) == []


def test_two_quoted_characters_are_a_name_with_the_words_behind_them():
    (hit,) = find_programmes("大学生“烛光”助学计划捐赠仪式在乙村举行")
    assert hit.name == "烛光助学计划"
    assert find_programmes("学校开展“青蓝”师徒结对") == ()
    assert find_programmes("落实“双减”行动方案") == ()


def test_mottos_are_no_schemes():
    assert find_programmes("开展“情暖山乡 爱满校园”爱心捐赠活动。") == ()
    assert find_programmes("推进“一县一品”帮扶项目。") == ()


def test_a_quoted_part_of_a_scheme_is_that_scheme():
    found = find_programmes("实施县中托管帮扶项目，“托管帮扶”学校座谈，就“县中托管”交流。")
    assert {hit.name for hit in found} == {"县中托管帮扶"}


@pytest.mark.parametrize("text", ["“双轮驱动”帮扶格局", "“跨校牵手”", "“晨光希望小学”援建模式"])
def test_ways_and_schools_are_no_schemes(text):
    assert find_programmes(text) == ()


def test_what_a_day_was_about_is_no_scheme():
    assert find_programmes("开展“助学圆梦行”主题慰问活动。") == ()
    assert find_programmes("推出“小航员”特色教育品牌。") == ()
    assert find_programmes("组织“牵手同行 情暖童年”助学活动。") == ()


def test_the_sentence_may_say_that_it_is_a_scheme():
    assert names("“同心育苗”是某会的一项社会服务品牌活动。") == ["同心育苗"]
    assert names("“育苗小屋项目”启动。") == ["育苗小屋项目"]


@pytest.mark.parametrize(
    "text",
    [
        "“00后”姑娘辞去编制去支教",
        "“林海”支教队抵达甲县",
        "申请了“山楂深加工”项目",
        "第一份“管钱又管人”的助学协议",
        "签下了“云帮扶”约定",
        "高原上的“苏式课堂”",
        "“阳光浴室”由一家新能源工程公司建成",
        "开展“对口升学”宣传和教师培训月活动",
        "公益组织“蒲公英行动”在网上招募。“蒲公英行动”在川西",
        "在“运酒上山”项目中以满分夺冠",
    ],
)
def test_quoted_words_beside_other_words_are_no_schemes(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("协作项目“百间阳光教室”全部到位", ["百间阳光教室"]),
        ("商会“回家看看学校”行动", ["回家看看学校"]),
        ("“山城妈妈·爱在甲县”关爱留守儿童活动", ["山城妈妈·爱在甲县"]),
        ("教育人才“组团式”支援范围", ["教育人才组团式支援"]),
        ("开通“双城课堂”，由教师上课", ["双城课堂"]),
    ],
)
def test_schemes_are_told_by_what_is_done_with_them(text, expected):
    assert names(text) == expected
