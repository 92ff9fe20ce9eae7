import re

import pytest

from bangfu.loaders.news.people.occurrences import places_of


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("王芳", "王芳说，王芳芳和王芳"),
        ("拉拉", "拉拉拉拉拉"),
        ("王", "李"),
        ("阿·买", "阿·买和阿.买"),
        ("王芳", ""),
    ],
)
def test_places_are_those_of_a_pattern(form, text):
    assert [*places_of(form, text)] == [m.span() for m in re.finditer(re.escape(form), text)]


def test_names_that_would_overlap_are_met_once():
    assert [*places_of("拉拉", "拉拉拉")] == [(0, 2)]
