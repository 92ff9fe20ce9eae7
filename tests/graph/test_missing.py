"""Places of a list that nobody is said to help."""

from __future__ import annotations

from bangfu.graph.missing import gaps
from bangfu.graph.store import Store


def test_a_list_says_whom_no_source_tells_of(tabled: Store) -> None:
    (line,) = gaps(tabled)
    assert "七县名单：7 个地方中有" in line["zh"]
    assert "朝阳县" in line["zh"]
    assert "旺苍县" not in line["zh"]
    assert "of 7 places" in line["en"]


def test_without_a_list_nothing_is_missing(corpus: Store) -> None:
    assert gaps(corpus) == ()
