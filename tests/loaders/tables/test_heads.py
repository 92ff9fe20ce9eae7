"""Heads: where they stand and what they mean."""

import pytest

from bangfu.loaders.tables.grid import Sheet
from bangfu.loaders.tables.heads import find_heads, label, labels_at, role_of


def sheet(
    *rows: tuple[str, ...], merges: tuple[tuple[int, int, int, int], ...] | None = None
) -> Sheet:
    return Sheet(name="", rows=rows, merges=merges)


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("*姓 名", "person"),
        ("派驻教师姓名", "person"),
        ("派出单位（全称）", "home"),
        ("支援方|学校", "helper"),
        ("受援方|县（市、区）", "recipient_place"),
        ("被帮扶学校", "recipient"),
        ("跟岗学校", "host"),
        ("起止时间|开始", "since"),
        ("支教起止时间", "period"),
        ("捐赠金额（万元）", "amount"),
        ("身份证号码", "private"),
        ("出生年月", "private"),
        ("联系人", "private"),
        ("备注", None),
        ("", None),
    ],
)
def test_roles(head: str, role: str | None) -> None:
    assert role_of(head) == role


def test_label() -> None:
    assert label("*派出\n单位（全称）：") == "派出单位"


def test_the_twentieth_row_is_still_looked_at_and_the_next_is_not() -> None:
    heads = ("姓名", "派出单位")
    found = find_heads(sheet(*([("标题",)] * 19), heads, ("李可", "甲市第一中学")))
    assert found is not None
    assert (found.first, found.last) == (19, 19)
    assert find_heads(sheet(*([("标题",)] * 20), heads)) is None


def test_a_row_of_data_is_no_second_row_of_heads() -> None:
    found = find_heads(sheet(("姓名", "派出单位", "学科"), ("李可", "学校", "学科")))
    assert found is not None
    assert (found.first, found.last) == (0, 0)


def test_stacked_heads_without_merged_cells() -> None:
    found = find_heads(
        sheet(("序号", "支援方", "", "受援方", ""), ("", "县", "学校", "县", "学校"))
    )
    assert found is not None
    assert found.last == 1
    assert [role_of(text) for text in found.labels.values()] == [
        "number", "helper_place", "helper", "recipient_place", "recipient",
    ]  # fmt: skip


def test_labels_where_a_mapping_says_they_are() -> None:
    assert labels_at(sheet(("x",), ("甲", "乙")), 1, 1) == {0: "甲", 1: "乙"}
    assert labels_at(sheet(("x",)), 4, 4) == {}
