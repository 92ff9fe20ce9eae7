import pytest
from marked import marked

from bangfu.loaders.news.numbers.numbers import find_counts
from bangfu.loaders.news.numbers.passing import is_part, outside_names, says_nothing


def nothing(text):
    return says_nothing(text, find_counts(text)[-1], (0, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "乙县每年选派10名教师跟岗",
        "每人领到1000元助学金",
        "甲市每学期派教师60名支教",
        "选派教师较上年多4名",
        "不含已返回的29人",
        "指导教师获奖17人次",
        "按照万名教师支教计划",
        "开展“百名专家乡村学校讲科普”活动",
        "三家单位共送来98.6万元",
        "学校现有1180名学生",
    ],
)
def test_numbers_that_count_no_help(text):
    assert nothing(text)


@pytest.mark.parametrize(
    "text",
    ["甲市选派10名教师", "甲市共投入98.6万元", "资助学生1000名", "一行6人到乙县"],
)
def test_numbers_that_count_help(text):
    assert not nothing(text)


def test_a_part_of_the_number_before():
    text = "共462人，其中学生452名"
    whole, part = find_counts(text)
    assert is_part(text, part, (0, len(text)))
    assert not is_part(text, whole, (0, len(text)))


def test_outside_names():
    plain, named = marked("{p 510722 三台县}的30名教师和{s - 百名小学}的5名教师")
    counts = [*find_counts(plain)]
    assert [c.value for c in outside_names(named, counts)] == [30, 5]
    assert outside_names((), counts[::-1]) == counts


def test_what_a_number_is_made_up_of():
    assert nothing("选派50名教师（管理人员5名、学科教师45名")
    assert not nothing("选派50名教师到甲县（南部）和乙县的45名")
