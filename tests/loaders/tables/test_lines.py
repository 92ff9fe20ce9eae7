"""What each row is, and the text that rows stand in."""

import pytest

from bangfu.loaders.tables.grid import Sheet
from bangfu.loaders.tables.lines import Line, pages_of, sort_of
from bangfu.loaders.tables.mapping import Columns

COLUMNS = Columns(
    sheet="一",
    kind="people",
    head_rows=(0, 0),
    roles={0: "number", 1: "person", 2: "home", 3: "private"},
    heads={0: "序号", 1: "姓名", 2: "派出方|单位", 3: "电话"},
)


@pytest.mark.parametrize(
    ("cells", "sort"),
    [
        (("1", "李可", "甲市第一中学"), "data"),
        (("7",), "blank"),
        (("7", "", "", "13800000000"), "blank"),
        (("（示例）", "张三", "甲市第一中学"), "example-row"),
        (("例：", "张三"), "example-row"),
        (("1", "张三", "某市某中学"), "example-row"),
        (("合  计", "", "3人"), "totals-row"),
        (("", "小计", "2"), "totals-row"),
        (("填表人：李可", "", "审核人：王五"), "footnote"),
        (("注：以上为2024年数据",), "footnote"),
        (("序号", "姓名", "单位"), "head-row"),
        (("1", "2", "3", "4"), "head-row"),
    ],
)
def test_sorts(cells: tuple[str, ...], sort: str) -> None:
    assert sort_of(Line(5, cells, "", 0, 0), COLUMNS, (1, 2)) == sort


def test_private_columns_are_hidden_and_offsets_hold() -> None:
    rows = (
        ("序号", "姓名", "单位", "电话"),
        ("1", "李可", "甲", "8522"),
        (),
        ("2", "王五", "13812345678"),
    )
    text, (page,) = pages_of([(Sheet(name="一", rows=rows), COLUMNS)])
    assert text == "【一】\n序号\t姓名\t单位\t电话\n1\t李可\t甲\t***\n\n2\t王五\t***\n"
    assert all(text[line.start : line.end] == line.text for line in page.lines)
