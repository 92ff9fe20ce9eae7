import pytest

from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.bodyfusion import completed
from bangfu.loaders.news.entities.crf import Proposal
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut


def fused(text, name, score):
    """The bodies where the model sees `name` with this score, and which only it saw."""
    words = cut(text)
    places = find_places(words)
    start = text.index(name)
    proposal = Proposal(start, start + len(name), score)
    found = completed(words, places, find_bodies(words, places), [proposal])
    return [text[hit.start : hit.end] for hit in found.bodies], sorted(found.alone.values())


def test_a_name_that_only_the_model_sees_is_added_with_its_score():
    assert fused("听说云帆助学团有人。", "云帆助学团", 0.95) == (["云帆助学团"], [0.95])
    assert fused("听说南岭石油捐了书。", "南岭石油", 0.95) == (["南岭石油"], [0.95])


def test_an_ending_that_makes_no_body_by_itself_needs_a_higher_score():
    assert fused("听说南岭石油捐了书。", "南岭石油", 0.91) == ([], [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("帮助当地优秀小学。", "当地优秀小学"),
        ("走进大同县学校。", "大同县学校"),
        ("大学生志愿服务队来了。", "大学生志愿服务队"),
        ("第三批支教队来了。", "第三批支教队"),
        ("他在教务处。", "教务处"),
        ("该地石油涨价。", "该地石油"),
        ("她毕业于华东某师范大学。", "华东某师范大学"),
    ],
)
def test_kinds_counts_and_pointers_are_no_names_however_sure_the_model(text, name):
    assert name not in fused(text, name, 0.999)[0]


def test_what_is_known_from_elsewhere_needs_little():
    text = "听说云帆助学团捐了书。后来云帆助学团又来了。"
    words = cut(text)
    first, second = text.index("云帆"), text.rindex("云帆")
    given = [Proposal(second, second + 5, 0.5), Proposal(first, first + 5, 0.97)]
    found = completed(words, (), (), given)
    assert [hit.start for hit in found.bodies] == [first, second]


def test_a_verb_that_ran_into_the_name_is_cut_off_where_a_place_begins():
    assert fused("促成旺苍县微澜石油捐书。", "促成旺苍县微澜石油", 0.95)[0] == ["旺苍县微澜石油"]


def test_a_joint_is_never_drawn_into_a_name():
    text = "巍山中学和吴宁一中的老师"
    assert fused(text, "巍山中学和吴宁一中", 0.99)[0] == ["巍山中学", "吴宁一中"]


@pytest.mark.parametrize(
    "name", ["民进中央发挥民进组织", "旺苍县政府副县长集团", "剑阁、旺苍双方教育局"]
)
def test_what_no_name_holds_is_not_added(name):
    assert name not in fused(f"听说{name}捐了书。", name, 0.99)[0]


@pytest.mark.parametrize(
    ("text", "name", "score"),
    [
        ("听说云帆学校捐了书。", "云帆学校", 0.8),
        ("赶到旺苍县青龙镇云帆学校。", "旺苍县青龙镇云帆学校", 0.7),
        ("听说青龙青少年科技文化活动中心捐了书。", "青龙青少年科技文化活动中心", 0.85),
        ("听说广元银行捐了书。", "广元银行", 0.8),
        ("听说旺苍县青龙镇云山村完全小学很远。", "旺苍县青龙镇云山村完全小学", 0.7),
        ("听说还给云帆村小赠书。", "云帆村小", 0.95),
        ("听说云帆眼科捐了书。", "云帆眼科", 0.95),
        ("从鹿屿制衣工厂发车。", "鹿屿制衣工厂", 0.8),
        ("日前，广元市青年事务委员会来访。", "广元市青年事务委员会", 0.95),
    ],
)
def test_names_that_the_rules_have_no_ending_for(text, name, score):
    assert name in fused(text, name, score)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推进清廉学校建设。", "清廉学校"),
        ("支持旺苍县义务教育学校。", "旺苍县义务教育学校"),
        ("积极支持学校改善条件。", "积极支持学校"),
        ("今后商会再来。", "今后商会"),
        ("听说广元市银行捐了书。", "广元市银行"),
    ],
)
def test_words_that_name_no_school_and_no_firm(text, name):
    assert name not in fused(text, name, 0.85)[0]


def test_behind_a_place_a_brand_is_believed_earlier():
    assert fused("旺苍县江东货运市场捐了书。", "旺苍县江东货运市场", 0.8)[0] == [
        "旺苍县江东货运市场"
    ]
    assert fused("旺苍县江东货运市场捐了书。", "旺苍县江东货运市场", 0.6)[0] == []
