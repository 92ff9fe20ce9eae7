import re

import pytest

from bangfu.loaders.later import later


def test_it_does_what_a_compiled_pattern_does():
    one, other = later(r"(?P<n>\d+)人", re.IGNORECASE), re.compile(r"(?P<n>\d+)人", re.IGNORECASE)
    assert one.search("共12人", 1)["n"] == other.search("共12人", 1)["n"]
    assert one.sub("x", "1人2人") == "xx"
    assert one.groupindex == other.groupindex
    assert (one.pattern, one.flags, one.groups) == (other.pattern, other.flags, other.groups)


def test_it_is_compiled_once_and_not_before_it_is_used():
    broken = later("(")
    with pytest.raises(re.error):
        broken.search("x")
    whole = later("x")
    assert "search" not in vars(whole)
    assert whole.match("x")
    assert vars(whole)["search"] == vars(whole)["search"]
    assert vars(whole)["match"].__self__ is vars(whole)["search"].__self__
