from marked import marked

from bangfu.loaders.news.assistance.captions import caption_helper, kind_of_row, kind_of_table
from bangfu.loaders.news.assistance.tablelines import lines_of
from bangfu.ontology.records import Modality

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1, L2 = "{s - 福清第一中学}", "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"


def test_the_heading_says_what_kind_of_help_the_rows_are():
    for heading, heads, expected in (
        ("托管帮扶学校名单", "支援学校|受援学校", Modality.MANAGEMENT),
        ("支教教师名单", "派出学校|任教学校", Modality.SECONDMENT),
        ("结对帮扶一览表", "支援学校|姓名|受援学校", Modality.SECONDMENT),
        ("结对帮扶一览表", "支援学校|受援学校", Modality.PAIRING),
        ("人才交流安排", "派出学校|姓名|跟岗学校", Modality.TRAINING),
        ("捐赠", "捐赠方|受赠方|内容", Modality.FUNDING),
        ("在岗支教教师14名。校际结对如下：", "支援学校|受援学校", Modality.PAIRING),
        ("对口支援宁夏学校结对名单", "支援学校|受援学校", Modality.PAIRING),
        ("支援青海学校一览表", "支援学校|受援学校", Modality.PAIRING),
        ("援青教师一览表", "派出学校|任教学校", Modality.SECONDMENT),
    ):
        text = f"{heading}\n{heads}\n甲|乙"
        kind, why = kind_of_table(text, lines_of(text, ()), 1, text.index("甲"))
        assert kind is expected
        assert all(text[a:b] == heading for a, b in why)


def test_the_one_side_of_which_the_heading_says_that_it_helps():
    text, mentions = marked(f"{FU}结对帮扶情况\n县区 学校 教师\n{LONG} 8 3")
    assert caption_helper(lines_of(text, mentions), 1).name == "福清市"
    text, mentions = marked(f"{FU}教育概况\n县区 学校 教师\n{LONG} 8 3")
    assert caption_helper(lines_of(text, mentions), 1) is None


def test_a_column_of_its_own_says_how_each_row_helps():
    heads = ["序号", "支援学校", "受援学校", "帮扶方式"]
    assert kind_of_row(heads, ["1", "甲", "乙", "托管"]) is Modality.MANAGEMENT
    assert kind_of_row(heads, ["2", "甲", "乙", "选派教师"]) is Modality.SECONDMENT
    assert kind_of_row(heads, ["3", "甲", "乙", ""]) is None
    assert kind_of_row(heads, ["3", "甲", "乙"]) is None
    assert kind_of_row(heads[:3], ["3", "甲", "托管乙"]) is None
