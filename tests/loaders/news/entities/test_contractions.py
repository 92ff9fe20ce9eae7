"""Short forms of names that keep their order and leave out what tells no two bodies apart."""

import pytest

from bangfu.loaders.news.entities.contractions import contracted, heads, tails
from bangfu.ontology.records import Kind

SCHOOL, BODY = Kind.SCHOOL, Kind.INSTITUTION


@pytest.mark.parametrize(
    ("kind", "short", "long"),
    [
        # the middle of a university's or a bank's name
        (SCHOOL, "东北林大附属学校", "东北林业大学附属学校"),
        (BODY, "工行广元分行", "工商银行广元分行"),
        (BODY, "致公党上海交大委员会", "致公党上海交通大学委员会"),
        # the level of a place, or all of it but a letter before a number
        (SCHOOL, "旺苍二中", "旺苍县第二中学"),
        (SCHOOL, "宜三中", "宜昌第三中学"),
        (SCHOOL, "木门青石小学", "木门镇青石小学"),
        (SCHOOL, "市直三幼", "广元市市直第三中心幼儿园"),
        # words that firms and foundations are told without
        (BODY, "云帆教育集团", "云帆公益教育集团"),
        (BODY, "云帆（中国）公司", "云帆（中国）日用品有限公司"),
        (BODY, "云帆助学基金", "云帆助学基金会"),
        (BODY, "云帆有限公司", "云帆（集团）有限公司"),
    ],
)
def test_a_short_form(kind, short, long):
    # a firm's goods are no such word: that one is told apart
    assert contracted(kind, short, long) is ("日用品" not in long)


@pytest.mark.parametrize(
    ("kind", "short", "long"),
    [
        (SCHOOL, "旺苍第一小学", "旺苍第一实验小学"),
        (SCHOOL, "旺苍二中", "旺苍县第三中学"),
        (SCHOOL, "湖南大学附属中学", "湖南师范大学附属中学"),
        (SCHOOL, "旺苍中学", "旺苍职业中学"),
        (BODY, "旺苍县教育局", "旺苍县教育考试局"),
        (BODY, "旺苍县总工会", "旺苍县教育工会"),
        (BODY, "云帆集团", "远帆集团"),
        (BODY, "云帆有限公司", "云帆（四川）有限公司"),
        (BODY, "云帆公司", "云帆（中国）公司"),
        (SCHOOL, "旺苍县第一小学", "旺苍县第一小学"),
    ],
)
def test_two_names(kind, short, long):
    assert not contracted(kind, short, long)


def test_a_name_may_begin_behind_its_places():
    assert heads("广元市旺苍县木门小学") == ("广", "旺", "木")
    assert heads("木门小学") == ("木",)


def test_a_fund_may_end_as_it_is_told():
    assert tails("云帆助学基金会") == ("金会", "基金")
    assert tails("旺苍二中") == ("中学",)


def test_a_firm_of_the_state_may_end_with_its_business():
    assert contracted(Kind.INSTITUTION, "国网四川电力", "国网四川省电力公司")
    assert not contracted(Kind.INSTITUTION, "国网四川电力", "国网四川省石油公司")
