import pytest

from bangfu.loaders.news.entities.colleges import (
    is_college,
    is_listed_university,
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
