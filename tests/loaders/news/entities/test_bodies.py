import pytest

from bangfu.loaders.news.entities.bodies import find_bodies
from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.words import cut
from bangfu.ontology.records import Kind


def bodies(text):
    words = cut(text)
    return [(text[h.start : h.end], h.kind) for h in find_bodies(words, find_places(words))]


def names(text):
    return [name for name, _ in bodies(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("天津市海河中学物理正高级教师李桂民", ["天津市海河中学"]),
        ("天津市河西区教师发展中心数学教师", ["天津市河西区教师发展中心"]),
        ("广西壮族自治区教育厅教师工作处处长", ["广西壮族自治区教育厅教师工作处"]),
        ("旺苍中学党委书记、校长", ["旺苍中学"]),
        ("九三学社天津市委社会服务部", ["九三学社天津市委社会服务部"]),
        ("大连理工大学化工学院院长", ["大连理工大学化工学院"]),
        ("天津市南开大学附属中学历史教师", ["天津市南开大学附属中学"]),
        ("汉中市文化和旅游局局长", ["汉中市文化和旅游局"]),
        ("柯坪县湖州小学和旺苍县实验小学", ["柯坪县湖州小学", "旺苍县实验小学"]),
        ("旺苍县委组织部分党员", ["旺苍县委"]),
        ("陈静云英语名师工作室", ["陈静云英语名师工作室"]),
        ("教育部办公厅", ["教育部办公厅"]),
        ("朝阳区望和中学和这所学校没有协议", ["朝阳区望和中学"]),
        ("南山区听海中学大冲校区，", ["南山区听海中学大冲校区"]),
        ("带着局长来顺义看过仁和路小学。", ["仁和路小学"]),
        ("李委员建议聘请横岭高级中学原校长", ["横岭高级中学"]),
        ("阿里地区陕西实验学校的老师", ["阿里地区陕西实验学校"]),
        ("化德县来信，向县发展和改革局核实", ["县发展和改革局"]),
        ("略阳中学数学教师李明远", ["略阳中学"]),
    ],
)
def test_names_are_read_whole(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "全县中小学教师",
        "选派教师到农村小学",
        "受援学校",
        "优质高中",
        "初中语文教师",
        "学校党委书记",
        "三所小学",
    ],
)
def test_kinds_of_school_are_no_names(text):
    assert names(text) == []


def test_school_or_institution():
    assert bodies("四川大学") == [("四川大学", Kind.SCHOOL)]
    assert bodies("宁波市镇海区教师进修学校") == [("宁波市镇海区教师进修学校", Kind.INSTITUTION)]
    assert bodies("虹口区教育学院") == [("虹口区教育学院", Kind.INSTITUTION)]
    assert bodies("石柱县职业教育中心") == [("石柱县职业教育中心", Kind.SCHOOL)]
    assert bodies("深圳市龙华高级中学教育集团") == [
        ("深圳市龙华高级中学教育集团", Kind.INSTITUTION)
    ]


def test_cells_of_a_table_are_kept_apart():
    assert names("淄博实验中学 石柱中学校 孙长河\n淄博第四中学\n石柱民族中学校") == [
        "淄博实验中学",
        "石柱中学校",
        "淄博第四中学",
        "石柱民族中学校",
    ]
