from marked import marked

from bangfu.loaders.news.assistance.pairtables import table_claims
from bangfu.ontology.records import Modality


def rows(text):
    plain, mentions = marked(text)
    claims, spans = table_claims(plain, mentions)
    assert all(plain[c.start : c.end] for c in claims)
    return [(c.helper.name, c.recipient.name) for c in claims], spans


EXPECTED = [("宁波市甲小学", "金阳县丙小学"), ("宁波市乙中学", "金阳县丁中学")]


def test_bars_tabs_and_spaces():
    for mark in ("|", "\t", " "):
        text = mark.join(["序号", "支援学校", "受援学校", "教师"]) + "\n"
        text += mark.join(["1", "{s - 宁波市甲小学}", "{s - 金阳县丙小学}", "张三"]) + "\n"
        text += mark.join(["2", "{s - 宁波市乙中学}", "{s - 金阳县丁中学}", "李四"]) + "\n"
        assert rows(text)[0] == EXPECTED, repr(mark)


def test_recipient_column_first():
    text = "序号|受援学校|支援学校\n1|{s - 金阳县丙小学}|{s - 宁波市甲小学}\n2|{s - 金阳县丁中学}|{s - 宁波市乙中学}\n"
    assert rows(text)[0] == EXPECTED


def test_one_cell_a_line_with_empty_cells():
    text = "序号\n学段\n支援学校\n受援学校\n联系人\n1\n小学\n{s - 宁波市甲小学}\n{s - 金阳县丙小学}\n\n2\n\n{s - 宁波市乙中学}\n{s - 金阳县丁中学}\n张三\n备注\n1.完毕，不再更新。"
    assert rows(text)[0] == EXPECTED


def test_a_cell_is_carried_down_for_the_next_person():
    text = "派出单位|姓名|受援学校\n{s - 宁波市甲小学}|张三|{s - 金阳县丙小学}\n〃|李四|{s - 金阳县丁中学}\n|王五|\n"
    assert rows(text)[0] == [EXPECTED[0], ("宁波市甲小学", "金阳县丁中学")]


def test_a_row_that_names_only_a_person_gives_no_new_pair():
    text = "序号 帮扶学校 受援学校 姓名\n1 {s - 宁波市甲小学} {s - 金阳县丙小学} 张三\n2 李四\n3 {s - 宁波市乙中学} {s - 金阳县丁中学} 王五\n"
    assert rows(text)[0] == EXPECTED


def test_lists_with_dashes_run_one_way():
    text = "结对学校名单\n1.{s - 金阳县丙小学}——{s - 宁波市甲小学}\n2.{s - 金阳县丁中学}——{s - 宁波市乙中学}\n"
    assert rows(text)[0] == EXPECTED


def test_prose_is_no_table():
    assert rows("支援学校选派教师，受援学校安排住宿。\n{s - 宁波市甲小学}很好。") == ([], ())


def test_a_row_of_lines_with_one_side_missing_does_not_shift_the_rest():
    text = "序号\n支援学校\n受援学校\n教师\n1\n{s - 宁波市甲小学}\n{s - 金阳县丙小学}\n张三\n2\n李四\n{s - 金阳县戊小学}\n3\n{s - 宁波市乙中学}\n{s - 金阳县丁中学}\n王五\n"
    assert rows(text)[0] == EXPECTED


def test_a_cell_on_its_own_line_is_repeated_by_a_sign():
    text = "序号\n支援学校\n受援学校\n教师\n1\n{s - 宁波市甲小学}\n{s - 金阳县丙小学}\n张三\n2\n〃\n{s - 金阳县丁中学}\n李四\n"
    assert rows(text)[0] == [EXPECTED[0], ("宁波市甲小学", "金阳县丁中学")]


def test_a_row_may_say_how_it_helps():
    text = "结对一览表\n| 支援学校 | 受援学校 | 方式 |\n"
    text += "| {s - 宁波市甲小学} | {s - 金阳县丙小学} | 托管 |\n"
    text += "| {s - 宁波市乙中学} | {s - 金阳县丁中学} | 结对 |\n"
    claims, _ = table_claims(*marked(text))
    assert [claim.modality for claim in claims] == [Modality.MANAGEMENT, Modality.PAIRING]
