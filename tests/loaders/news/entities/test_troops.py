"""Units of the armed forces."""

import pytest

from bangfu.loaders.news.entities.places import find_places
from bangfu.loaders.news.entities.troops import troops
from bangfu.loaders.news.entities.words import cut


def names(text):
    return [text[start:end] for start, end in troops(text, find_places(cut(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("驻遵空军90001部队官兵来到学校", ["空军90001部队"]),
        ("90002部队捐赠图书", ["90002部队"]),
        ("武警贵州总队毕节支队的战士", ["武警贵州总队毕节支队"]),
        ("武警毕节市支队赫章县中队资助学生", ["武警毕节市支队赫章县中队"]),
        ("陆军第99集团军某工兵旅的指导员", ["陆军第99集团军某工兵旅"]),
        ("火箭军某旅官兵", ["火箭军某旅"]),
        ("贵州陆军预备役步兵师二团捐资", ["贵州陆军预备役步兵师二团"]),
        ("解放军第903医院的医生", ["解放军第903医院"]),
        ("中国人民解放军总后勤部援建了学校", ["中国人民解放军总后勤部"]),
        ("东部战区空军航空兵某师的官兵", ["东部战区空军航空兵某师"]),
        ("驻遵空军部队的将士来到小学", ["驻遵空军部队"]),
    ],
)
def test_a_unit_is_told_by_number_army_or_chain(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "武警官兵来到学校",
        "部队官兵",
        "共有12000部队文职",
        "武警中队的战士",
        "预备役人员",
        "武警叔叔走进县人民医院",
    ],
)
def test_soldiers_in_general_are_no_unit(text):
    assert names(text) == []
