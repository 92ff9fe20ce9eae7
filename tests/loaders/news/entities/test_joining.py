"""Which names are one body told at different lengths."""

import pytest

from bangfu.loaders.news.entities.groups import Groups
from bangfu.loaders.news.entities.joining import joined
from bangfu.loaders.news.entities.mentions import find_mentions
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Kind


def bodies(text):
    kinds = (Kind.SCHOOL, Kind.INSTITUTION)
    return {m.name for m in find_mentions(from_text(text)) if m.kind in kinds}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the level of the township left out, or the whole township
        (
            "来到旺苍县天星镇中心小学。天星中心小学校长发言。",
            {"旺苍县天星镇中心小学"},
        ),
        (
            "走进旺苍县木门镇青龙村青龙民族小学。青龙民族小学很小。",
            {"旺苍县木门镇青龙村青龙民族小学"},
        ),
        # a word that ran into the name once
        (
            "帮扶的青坪小学很远。青坪小学的老师来了。我们会一直陪伴青坪小学。",
            {"青坪小学"},
        ),
        ("走进旺苍县大龙坝前进小学。前进小学经多方筹款。", {"旺苍县大龙坝前进小学"}),
        # the end of the one longer name
        ("陕西省四川商会来到旺苍县。四川商会捐了书。", {"陕西省四川商会"}),
        (
            "陕西省四川商会和西安市四川商会来访。四川商会捐了书。",
            {"陕西省四川商会", "西安市四川商会", "四川商会"},
        ),
        ("四川省检察院来到旺苍县。四川省人民检察院捐了书。", {"四川省人民检察院"}),
        ("锦州育二小学送来棉衣。锦州市古塔区育二小学的师生。", {"锦州市古塔区育二小学"}),
        ("旺苍县天星镇中学扩建。天星镇中校长发言。", {"旺苍县天星镇中学"}),
        (
            "广元市教体局团委、团市委和旺苍县的代表出席。",
            {"广元市教体局团委", "共青团广元市委"},
        ),
        # a verb or a joint that ran into the name
        ("加强松溪小学的管理，松溪小学和柳溪二小签约。", {"松溪小学", "柳溪二小"}),
        ("感谢陶然教育基金会，江西陶然教育基金会捐了款。", {"江西陶然教育基金会"}),
    ],
)
def test_one_body(text, names):
    assert bodies(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "旺苍县木门镇中心小学与旺苍县天星镇中心小学",
            {"旺苍县木门镇中心小学", "旺苍县天星镇中心小学"},
        ),
        ("旺苍县第一小学、旺苍县东河镇第一小学", {"旺苍县第一小学", "旺苍县东河镇第一小学"}),
        ("广元市慈善总会与旺苍县慈善总会", {"广元市慈善总会", "旺苍县慈善总会"}),
        # of one list two items are two bodies
        ("旺苍县松溪镇中心小学、旺苍县松溪小学", {"旺苍县松溪镇中心小学", "旺苍县松溪小学"}),
        ("云帆教育集团与云帆公益教育集团签约", {"云帆教育集团", "云帆公益教育集团"}),
        ("旺苍七中校长到会，旺苍七中松溪分校校长到会", {"旺苍七中", "旺苍七中松溪分校"}),
    ],
)
def test_two_bodies(text, names):
    assert bodies(text) == names


def test_what_a_group_may_be_short_for():
    bare, whole = (Kind.SCHOOL, "", "松溪小学"), (Kind.SCHOOL, "510821", "松溪小学")
    longer, other = (Kind.SCHOOL, "", "白水镇松溪小学"), (Kind.INSTITUTION, "", "松溪小学")
    groups = Groups({group: [] for group in (bare, whole, longer, other)})
    assert groups.of_core[Kind.SCHOOL, "松溪小学"] == [bare, whole]
    assert groups.longer[Kind.SCHOOL, "松溪小学"] == [longer]
    assert (Kind.SCHOOL, "小学") not in groups.longer  # no group is told so
    assert groups.of_stem["松溪小学"] == [bare, whole, longer]
    assert joined(bare, groups) == whole


def test_a_school_in_short_is_sought_among_those_that_share_its_first_letters():
    text = "旺苍县天星镇第二初级中学和剑阁县白水小学结对。天星二中与白水小学的老师来了。"
    assert bodies(text) == {"旺苍县天星镇第二初级中学", "剑阁县白水小学"}
    assert bodies("走进华东师范大学附属中学。华东师大附中的师生。") == {"华东师范大学附属中学"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # told in short, with letters or common words left out
        ("工商银行广元分行捐款。工行广元分行行长到场。", {"工商银行广元分行"}),
        ("东北林业大学附属学校来了。东北林大附属学校送书。", {"东北林业大学附属学校"}),
        ("云帆教育集团总裁与云帆公益教育集团总裁。", {"云帆公益教育集团"}),
        # the end of a name that a firm or university heads
        ("四川大学青禾支教团来了。青禾支教团上课。", {"四川大学青禾支教团"}),
        ("云帆能源公司青河电厂党委书记。青河电厂来到学校。", {"云帆能源公司青河电厂"}),
        # a verb that ran into a name that the page has behind its county
        ("困扰安和小学的难题。旺苍县安和小学很远。", {"旺苍县安和小学"}),
    ],
)
def test_one_body_in_short(text, names):
    assert bodies(text) == names


def test_a_school_whose_name_is_a_verb_is_not_that_of_the_city():
    text = "广元市第一中学、胜利第一中学依次结对。"
    assert bodies(text) == {"广元市第一中学", "胜利第一中学"}


def test_a_name_written_twice_keeps_a_head_that_looks_like_a_verb():
    text = (
        "东海公益基金会捐建的跑头东江希望小学在东乡县揭牌。跑头东江希望小学校长很高兴。"
        "恭门镇城子东江希望小学也已封顶。"
    )
    assert {"跑头东江希望小学", "东乡县恭门镇城子东江希望小学"} <= bodies(text)
