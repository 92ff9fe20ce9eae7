from marked import marked

from bangfu.loaders.news.assistance.onesided import one_sided
from bangfu.loaders.news.assistance.tablelines import lines_of

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1, L2 = "{s - 福清第一中学}", "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
JING = "{p 640424 泾源县}"


def rows(text, at):
    plain, mentions = marked(text)
    found = one_sided(lines_of(plain, mentions), at, frozenset())
    return None if found is None else [(c.helper.name, c.recipient.name) for c in found[0]]


def test_each_row_is_helped_by_the_side_of_the_heading():
    table = f"{FU}结对帮扶情况\n县区\t学校\t教师\n{LONG}\t8\t3\n{JING}\t4\t1\n合计\t12\t4"
    assert rows(table, 1) == [("福清市", "隆德县"), ("福清市", "泾源县")]


def test_cells_on_lines_of_their_own():
    uni = "{s - 东海大学}"
    table = f"{uni}第26届研究生支教团名单\n姓名\n服务学校\n甲\n{L1}\n乙\n{L2}\n"
    assert rows(table, 2) == [("东海大学", "隆德县第一中学"), ("东海大学", "隆德县第二中学")]


def test_no_heading_no_helper():
    assert rows(f"学校情况\n县区\t学校\t教师\n{LONG}\t8\t3\n{JING}\t4\t1", 1) is None


def test_one_of_those_in_the_column_is_no_helper():
    table = f"{L1}、{L2}的老师来接队员\n姓名\n支教学校\n甲\n{L1}\n乙\n{L2}\n"
    assert rows(table, 2) is None
