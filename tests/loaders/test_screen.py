import re

import pytest

from bangfu.loaders.later import later
from bangfu.loaders.news.posts.tellings import TELLINGS
from bangfu.loaders.screen import Screen, needs


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("支教", ["支", "教"]),
        ("(?:选派|派出)到?", ["派选"]),
        ("[赴往]+[^，]{0,4}?校", ["校", "往赴"]),
        ("甲?乙*(?P<a>丙{2})", ["丙"]),
        ("(?:支|教?)任", ["任"]),
        ("甲(?!乙)(?=丙)", ["甲"]),
        ("[一-鿿][^甲]\\d.", []),
        ("(?i:a)b", ["b"]),
        ("^$", []),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern, wanted):
    assert ["".join(sorted(chars)) for chars in needs(re.compile(pattern))] == wanted


def test_a_pattern_that_takes_letters_of_both_cases_needs_none():
    assert needs(re.compile("ab", re.IGNORECASE)) == ()


def test_only_what_may_match_is_worth_trying_in_its_order():
    screen = Screen((name, later(name)) for name in ("支教", "任教", "[支任]", "."))
    assert [name for name, _ in screen.worth_trying("他任教")] == ["任教", "[支任]", "."]
    assert [name for name, _ in screen.worth_trying("")] == ["."]


def test_nothing_that_matches_is_left_out():
    screen = Screen(TELLINGS)
    for signs in ("Ⓝ在Ⓑ任教", "Ⓑ选派Ⓝ赴Ⓟ挂职", "来自Ⓑ的ⓉⓃ到Ⓟ的Ⓑ支教", "Ⓝ被派到Ⓑ支教，任Ⓣ"):
        tried = {rule for rule, _ in screen.worth_trying(signs)}
        assert {rule for rule, telling in TELLINGS if telling.search(signs)} <= tried
