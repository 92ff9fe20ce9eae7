import pytest

from bangfu.loaders.news.assistance.tableheads import columns_of, is_either, is_head, may_be_head


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (["序号", "支援学校", "受援学校"], (1, 2, True)),
        (["序号", "受援高校", "所在地", "支援高校"], (3, 1, True)),
        (["派出单位", "姓名", "受援县", "受援学校"], (0, 3, True)),
        (["高校", "帮扶县（区）", "培训教师"], (0, 1, True)),
        (["虹口学校", "文山学校", "结对时间"], (0, 1, False)),
        (["序号", "姓名", "学科"], None),
        (["姓名", "派出学校", "跟岗学校"], (2, 1, True)),
        (["捐赠方", "受赠方", "内容"], (0, 1, True)),
        (["序号", "支援学校", "姓名"], None),
    ],
)
def test_heads_say_which_column_is_which(heads, columns):
    assert columns_of(heads) == columns


def test_single_heads():
    assert is_head("受援学校")
    assert is_either("虹口学校")
    assert not is_head("姓名")
    assert may_be_head("学段")
    assert not may_be_head("支援学校每年选派教师，受援学校安排住宿。")
