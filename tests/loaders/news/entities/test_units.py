"""Units that a page calls without the body that they are of."""

import pytest

from bangfu.loaders.news.entities.mentions import find_mentions
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Kind


def bodies(text):
    return {m.name for m in find_mentions(from_text(text)) if m.kind is Kind.INSTITUTION}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the university is told only by one of its units
        ("晨川理工大学团委开会。校团委组织学生到木门镇中心小学", "晨川理工大学团委"),
        ("晨川理工大学驻村工作队来了。化工学院的教师也来了", "晨川理工大学化工学院"),
        ("晨川煤业有限公司捐款。由公司工会送到学校", "晨川煤业有限公司工会"),
    ],
)
def test_a_unit_is_of_the_one_body_that_can_have_it(text, name):
    assert name in bodies(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("晨川煤业有限公司和远山电子有限公司捐款。公司工会送到学校", "公司工会"),
        ("晨川理工大学与远山农业大学签约。校团委组织学生", "校团委"),
        # the head of a school's party committee has a post of the school
        ("晨川理工大学来了客人。校党委书记陈明接待", "晨川理工大学党委"),
    ],
)
def test_of_two_nobody_can_tell(text, name):
    assert not any(one.endswith(name) for one in bodies(text))


def test_a_faculty_with_its_university_needs_no_other_mention():
    assert "晨川理工大学体育学院" in bodies("同行的晨川理工大学体育学院讲师陈明")


def test_the_region_of_a_department_is_the_one_of_the_counties():
    assert "宁夏回族自治区教育厅" in bodies("同心县的学校。根据自治区教育厅的安排")
