import pytest

from bangfu.loaders.news.page.padded import closed_up
from bangfu.loaders.news.page.spans import page_of


def closed(text):
    return closed_up(page_of(text))[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教师：王  艳、李明远、孙 燕。", "教师：王艳、李明远、孙燕。"),
        ("赵 宁 李明远 许 珂", "赵宁 李明远 许珂"),
        ("王 艳\n李明远\n", "王艳\n李明远\n"),
        # a word as well: two names beside it speak for it
        ("王 艳 高 兴 李明远", "王艳 高兴 李明远"),
    ],
)
def test_gaps_inside_names_are_closed(text, expected):
    assert closed(text) == expected


@pytest.mark.parametrize(
    "text", ["王 艳来了", "高 兴 李明远", "时 间 地 点", "一 二 三", "王 男 李 女", "只有王 艳"]
)
def test_what_is_no_list_of_names_stays(text):
    assert closed(text) == text


def test_every_character_keeps_its_place():
    page, edits = closed_up(page_of("王 艳、李明远"))
    assert edits == [(1, 2, "")]
    assert [page.starts[i] for i in range(3)] == [0, 2, 3]
