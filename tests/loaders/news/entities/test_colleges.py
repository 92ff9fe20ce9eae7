import pytest

from bangfu.loaders.news.entities.colleges import (
    is_college,
    is_listed_university,
    rank_of_university,
    short_colleges,
)
from bangfu.ontology.records import Kind, Mention


@pytest.mark.parametrize(
    ("name", "expected"),
    [("青台师范大学", True), ("青台学院", True), ("青台大学附属学院", False), ("青台中学", False)],
)
def test_a_college_is_known_by_the_ending_of_its_name(name, expected):
    assert is_college(name) is expected


def test_the_national_list_knows_universities_by_their_full_names():
    def named(name, kind=Kind.SCHOOL):
        return Mention(kind=kind, name=name, start=0, end=4, key=name)

    assert is_listed_university(named("天津大学"))
    assert not is_listed_university(named("青台师范大学"))
    assert not is_listed_university(named("天津大学", Kind.INSTITUTION))


def test_short_names_that_only_one_university_can_have():
    text = "上海交大与西安交大的教师、江苏科大学生会"
    assert [(text[a:b], full) for a, b, full in short_colleges(text)] == [
        ("上海交大", "上海交通大学"),
        ("西安交大", "西安交通大学"),
        ("江苏科大", "江苏科技大学"),
    ]
    assert short_colleges("贵州民大会") == []


def test_customary_endings_of_other_colleges():
    text = "泉州幼高专与绵阳师院、宁波职院、昆明理工的教师到曲靖医专。"
    assert [(text[a:b], full) for a, b, full in short_colleges(text)] == [
        ("泉州幼高专", "泉州幼儿师范高等专科学校"),
        ("绵阳师院", "绵阳师范学院"),
        ("宁波职院", "宁波职业技术学院"),
        ("昆明理工", "昆明理工大学"),
        ("曲靖医专", "曲靖医学高等专科学校"),
    ]


def test_a_full_name_is_no_short_one():
    assert short_colleges("昆明理工大学学生") == []


def test_the_sign_of_a_province_counts_beside_the_full_name():
    assert short_colleges("川师大的同学") == []
    text = "四川师范大学的同学说，川师大很好。"
    assert [(text[a:b], full) for a, b, full in short_colleges(text)] == [
        ("川师大", "四川师范大学")
    ]


@pytest.mark.parametrize(
    ("name", "rank"),
    [("贵州大学", 3), ("贵州工程应用技术学院", 2), ("毕节职业技术学院", 1), ("青台大学", 0)],
)
def test_a_university_stands_above_a_college(name, rank):
    named = Mention(kind=Kind.SCHOOL, name=name, start=0, end=4, key=name)
    assert rank_of_university(named) == rank
