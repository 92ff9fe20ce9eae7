import re

import pytest

from bangfu.loaders.news.people.occurrences import every_place, places_of


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


@pytest.mark.parametrize("form", ["王芳", "拉拉", "拉拉拉", "芳说，", "李", "王芳芳芳"])
def test_a_long_text_is_searched_like_a_short_one(form):
    text = "王芳说，王芳芳和王芳，拉拉拉拉拉。"
    long = text + "□" * 10_000
    assert [*every_place(form, long)] == [*every_place(form, text)]
    assert [*places_of(form, long)] == [*places_of(form, text)]


def test_places_within_the_form_itself_are_met_too():
    assert [*every_place("拉拉", "拉拉拉")] == [0, 1]
