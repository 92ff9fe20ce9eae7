from __future__ import annotations

import pytest

from bangfu.loaders.printed import PrintedLine, paragraphs, printed_line, without_heads

WIDE = 12.0


def line(text: str, left: float = 100, right: float | None = None, top: float = 500) -> PrintedLine:
    """A line in type of 12 points, each character as wide as it is high."""
    return PrintedLine(
        text=text, left=left, right=right or left + WIDE * len(text), top=top, size=WIDE, first=WIDE
    )


def joined(*pages: list[PrintedLine]) -> list[str]:
    return list(paragraphs(list(pages)))


FULL = "天津市南开中学选派教师赴甘肃省舟曲县支教一年"


def test_a_full_line_goes_on_and_a_short_one_does_not() -> None:
    assert joined([line(FULL), line("并捐赠图书"), line("另起一段")]) == [
        FULL + "并捐赠图书",
        "另起一段",
    ]


def test_a_line_that_is_set_in_begins_a_paragraph() -> None:
    lines = [line("起" + FULL[:-1]), line(FULL[2:], 124), line("续")]
    assert joined(lines) == ["起" + FULL[:-1], FULL[2:] + "续"]


def test_the_end_of_a_sentence_counts_only_where_nothing_is_set_in() -> None:
    ended = FULL[:-1] + "。"
    assert joined([line(ended), line("后文")]) == [ended, "后文"]
    set_in = [line("引言内容", 124), line(FULL), line("次段内容", 124), line(ended), line("后文")]
    assert joined(set_in)[-1] == ended + "后文"


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    assert joined([line(FULL)], [], [line("并捐赠图书"), line(FULL)]) == [FULL + "并捐赠图书", FULL]


def test_a_long_word_that_did_not_fit_is_joined_to_its_line() -> None:
    word = PrintedLine(text="(2024-2025)年度", left=100, right=250, top=500, size=WIDE, first=70)
    assert joined([line(FULL), line(FULL[:-4]), word]) == [FULL + FULL[:-4] + "(2024-2025)年度"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("共计1", "50余人", "共计150余人"),
        ("Teach for", "China", "Teach for China"),
        ("年", "A", "年A"),
    ],
)
def test_what_stands_between_joined_lines(first: str, second: str, expected: str) -> None:
    edge = line("边" * 30)
    ends = PrintedLine(text=first, left=100, right=100 + WIDE * 30, top=500, size=WIDE, first=WIDE)
    assert joined([edge, line("短"), ends, line(second)])[-1] == expected


def test_rows_with_cells_stay_alone() -> None:
    rows = [
        line("学校\t姓名", right=400),
        line("南开中学\t张华", right=400),
        line("第一小学\t李明", right=400),
    ]
    assert joined(rows) == [row.text for row in rows]


def test_a_wide_gap_in_a_line_is_a_tab_and_a_space_is_not() -> None:
    boxes = [
        ("学", 100.0),
        ("校", 112.0),
        (" ", 112.0),
        ("姓", 200.0),
        ("名", 212.0),
        (" ", 212.0),
        ("字", 230.0),
    ]
    found = printed_line([(char, (x, 0.0, x + 12, 12.0)) for char, x in boxes])
    assert found.text == "学校\t姓名 字"
    assert (found.left, found.right, found.size, found.first) == (100, 242, 12, 12)


def test_halves_of_a_rare_character_become_whole() -> None:
    halves = [(half, (100.0, 0.0, 112.0, 12.0)) for half in "\ud842\udfb7"]
    assert printed_line(halves).text == "𠮷"


@pytest.mark.parametrize("number", ["- 3 -", "— 3 —", "第3页", "第 3 页 共 9 页", "3/9", "3"])
def test_page_numbers_are_left_out(number: str) -> None:
    body = [line("标题"), line("正文")]
    assert without_heads([[*body, line(number, 300)]]) == [body]
    assert without_heads([[line(number, 300), *body]]) == [body]


@pytest.mark.parametrize("text", ["2024年", "3名", "共9人", "第3期"])
def test_what_is_no_page_number_stays(text: str) -> None:
    page = [line("正文"), line(text, 300)]
    assert without_heads([page]) == [page]


def test_bare_digits_at_the_edge_of_the_text_may_end_a_paragraph() -> None:
    page = [line("邮编：2000"), line("31")]
    assert without_heads([page]) == [page]


def test_heads_of_most_pages_are_left_out() -> None:
    pages = [[line("某县文件"), line(f"第{n}段的话"), line("完")] for n in "一二三四"]
    assert [[one.text for one in page] for page in without_heads(pages)] == [
        [f"第{n}段的话"] for n in "一二三四"
    ]
    assert without_heads(pages[:2]) == pages[:2]


def test_a_foot_with_the_number_of_the_page_is_left_out() -> None:
    pages = [
        [line(f"{who}校的话"), line(f"https://example.org\t{n}/4")]
        for n, who in enumerate("甲乙丙丁", 1)
    ]
    assert [len(page) for page in without_heads(pages)] == [1] * 4
    figures = [[line("标题"), line(f"共{n * 10}人")] for n in range(1, 5)]
    assert [[one.text for one in page] for page in without_heads(figures)] == [
        [f"共{n * 10}人"] for n in range(1, 5)
    ]


def test_each_column_has_edges_of_its_own() -> None:
    left = [line(FULL[:10], top=500), line("左栏完", top=480)]
    right = [line(FULL[:10], 300, top=500), line("右栏完", 300, top=480)]
    assert joined(left + right) == [FULL[:10] + "左栏完", FULL[:10] + "右栏完"]


def test_a_line_alone_in_a_corner_is_not_taken_for_a_full_one() -> None:
    page = [line("版权", top=300), line(FULL, top=700), line("另起一段", top=680)]
    assert joined(page) == ["版权", FULL + "另起一段"]
