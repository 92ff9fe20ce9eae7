import pytest

from bangfu.loaders.news.numbers.goods import find_goods
from bangfu.ontology.records import Unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("向甲校捐赠图书1200册、笔记本电脑10台", [("图书", 1200), ("笔记本电脑", 10)]),
        ("送来30台教学一体机和8套建构积木。", [("教学一体机", 30), ("建构积木", 8)]),
        ("捐赠“博爱校医室”设备2套。", [("“博爱校医室”设备", 2)]),
        ("获赠图书1.2万册，", [("图书", 12_000)]),
        ("加码捐赠该校笔电30台。", [("笔电", 30)]),
    ],
)
def test_what_is_given_before_or_behind_its_number(text, expected):
    assert [(one.noun, one.value) for one in find_goods(text)] == expected


def test_units_and_bounds():
    books, pens = find_goods("作业本1000余本，铅笔近600支")
    assert (books.unit, books.value, books.minimum) == (Unit.VOLUME, None, 1000)
    (few,) = find_goods("送来四五台电脑")
    assert (few.value, few.minimum, few.maximum) == (None, 4, 5)
    (least,) = find_goods("捐赠图书上千册")
    assert (least.value, least.minimum) == (None, 1000)
    assert (pens.unit, pens.maximum, pens.noun) == (Unit.PIECE, 600, "铅笔")


def test_what_is_no_goods():
    for text in (
        "一份爱心",
        "第3套方案",
        "12本科生",
        "20支教老师",
        "3部门联合",
        "两把关",
        "三支一扶人员",
        "捐赠数十台电脑",
        "捐赠图书几千册",
    ):
        assert find_goods(text) == (), text


def test_what_is_put_up_is_counted_and_not_bounded():
    (one,) = find_goods("给学校换上20台电脑")
    assert (one.value, one.minimum) == (20, None)
    (one,) = find_goods("捐赠上千册图书")
    assert (one.value, one.minimum) == (None, 1000)


@pytest.mark.parametrize("digits", ["9" * 400, "9" * 19, "一" * 400])
def test_a_number_without_end_counts_nothing(digits):
    assert find_goods(f"向甲校捐赠图书{digits}万册") == ()
