import time

import pytest

from bangfu.loaders.news.numbers.numbers import chinese_number, find_counts, is_range
from bangfu.ontology.records import Unit


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit"),
    [
        ("61名参训学员", 61, None, None, Unit.PERSON),
        ("十二名支教教师", 12, None, None, Unit.PERSON),
        ("五名", 5, None, None, Unit.PERSON),
        ("200余人", None, 200, None, Unit.PERSON),
        ("百余名教师", None, 100, None, Unit.PERSON),
        ("上千余人次", None, 1000, None, Unit.PERSON_TIME),
        ("近百人", None, None, 100, Unit.PERSON),
        ("40人以上", None, 40, None, Unit.PERSON),
        ("30名左右", None, 27, 33, Unit.PERSON),
        ("1.9万人次", 19_000, None, None, Unit.PERSON_TIME),
        ("2.6万余人次", None, 26_000, None, Unit.PERSON_TIME),
        ("1,200人", 1200, None, None, Unit.PERSON),
        ("150万元", 1_500_000, None, None, Unit.CNY),
        ("两所学校", 2, None, None, Unit.SCHOOL),
        ("39个欠发达县", 39, None, None, Unit.COUNTY),
    ],
)
def test_a_number_keeps_the_bounds_of_its_wording(text, value, low, high, unit):
    (found,) = find_counts(text)
    assert (found.value, found.minimum, found.maximum, found.unit) == (value, low, high, unit)
    assert text.startswith(text[found.start : found.end])


@pytest.mark.parametrize("text", ["第三名", "一位于县城的学校", "两人民医院", "三所有制"])
def test_what_only_looks_like_a_count_is_none(text):
    assert find_counts(text) == ()


def test_what_is_counted_follows():
    assert [c.noun for c in find_counts("选派37名优秀教师，培训校长12名")] == ["优秀教师", ""]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两千三百", 2300),
        ("一百零五", 105),
        ("十二", 12),
        ("三万", 30_000),
        ("二〇二四", 2024),
        ("一亿二千万", 120_000_000),
        ("甲", None),
        ("", None),
    ],
)
def test_numerals(text, number):
    assert chinese_number(text) == number


def test_a_row_of_digits_without_end_takes_no_time():
    def taken() -> float:
        begun = time.process_time()
        for row in ("一" * 30_000, "1" * 30_000, "1," * 15_000):
            assert find_counts(row) == ()
        return time.process_time() - begun

    # a square of the length would take minutes
    assert any(taken() < 4 for _ in range(3))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("三四十名教师", (30, 40)),
        ("十七八名教师", (17, 18)),
        ("一两百名教师", (100, 200)),
        ("二三万名学生", (20_000, 30_000)),
    ],
)
def test_two_neighbouring_digits_are_bounds(text, bounds):
    (one,) = find_counts(text)
    assert (one.value, one.minimum, one.maximum) == (None, *bounds)


def test_a_number_that_is_not_told_counts_nothing():
    assert find_counts("数十名教师，几千名学生") == ()
    assert [c.value for c in find_counts("二十三名教师")] == [23]


def test_is_range():
    assert is_range("四五")
    assert not is_range("二十三")


def test_a_sum_of_money_without_its_unit():
    (one,) = find_counts("甲商会、乙银行分别捐资50万。")
    assert (one.unit, one.value) == (Unit.CNY, 500_000)
    (least,) = find_counts("投入资金超3.5万，")
    assert (least.unit, least.minimum) == (Unit.CNY, 35_000)
    assert find_counts("投入5万册") == ()


def test_what_is_sent_up_is_no_least_number():
    (one,) = find_counts("送上48800元的慰问金")
    assert (one.value, one.minimum) == (48_800, None)
    assert find_counts("上千名学生")[0].minimum == 1000
