"""Free words taken apart."""

from __future__ import annotations

import pytest

from bangfu.graph.heard import heard, in_order, left_over, name_left, names_left
from bangfu.graph.store import Store

NAMES = "\x00e\x00"


def test_names_dates_and_numbers_are_taken_out(corpus: Store) -> None:
    found = heard(corpus, "2024年1月1日 四川省旺苍县与“某中学”有 28 名")
    assert found.things == ("四川省旺苍县",)
    assert found.dates == ("2024-01-01",)
    assert found.numbers == ("28",)
    assert found.quoted == ("某中学",)
    assert "旺苍" not in found.bare


@pytest.mark.parametrize(
    ("line", "bare", "hit"),
    [
        ("谁 帮|帮扶", "谁在帮扶它", ("谁", "帮扶")),
        ("帮扶 谁", "谁在帮扶它", ()),
        ("<name> 帮 <name>", f"{NAMES}帮{NAMES}吗", (NAMES, "帮", NAMES)),
        ("<name> 帮 <name>", f"谁帮{NAMES}", ()),
        ("each_other", "who help each other", ("each other",)),
        ("help", "helpless", ()),
    ],
)
def test_groups_are_found_in_order(line: str, bare: str, hit: tuple[str, ...]) -> None:
    assert in_order(line, bare) == hit


def test_what_is_left_over_is_told_as_a_name_is_written(corpus: Store) -> None:
    lines = ("谁 帮扶", "是什么项目")
    assert left_over(lines, heard(corpus, "请问谁在帮扶旺苍县？")) == ""
    unknown = heard(corpus, "谁在帮扶火星县")
    assert left_over(lines, unknown) == "火星县"
    assert names_left(lines, unknown) == ["火星县"]
    # words that are said anyway may be a part of a name
    assert name_left(lines, heard(corpus, "同舟树人是什么项目")) == "同舟树人"
    assert name_left(lines, heard(corpus, "who helps Balin Left")) == "balin left"
    assert names_left(lines, heard(corpus, "谁最有钱")) == []
