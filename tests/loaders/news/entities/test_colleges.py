import pytest

from bangfu.loaders.news.entities.colleges import is_college, is_listed_university
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
