"""Dates, sums and secrets in single cells."""

import pytest

from bangfu.loaders.tables.cells import HIDDEN, amount_of, bare, dates_of, letters, masked


@pytest.mark.parametrize(
    ("cell", "since", "until"),
    [
        ("2024", "2024", None),
        ("2024年9月", "2024-09", None),
        ("２０２４．９．１", "2024-09-01", None),
        ("2024/9/1", "2024-09-01", None),
        ("202409", "2024-09", None),
        ("20240901", "2024-09-01", None),
        ("45536", "2024-09-01", None),
        ("45536.75", "2024-09-01", None),
        ("2024.09-2025.07", "2024-09", "2025-07"),
        ("2024-09-2025-07", "2024-09", "2025-07"),
        ("2024年9月1日至2025年7月10日", "2024-09-01", "2025-07-10"),
        ("2024年9月-12月", "2024-09", "2024-12"),
        ("2024—2025学年", "2024", "2025"),
        ("2023年8月至今", "2023-08", None),
        ("", None, None),
        ("长期", None, None),
    ],
)
def test_dates(cell: str, since: str | None, until: str | None) -> None:
    said = dates_of(cell)
    assert (said.since and str(said.since), said.until and str(said.until)) == (since, until)
    assert said.fault is None


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("2024-13", "impossible-date"),
        ("2024-02-30", "impossible-date"),
        ("2024年9月-14月", "impossible-date"),
        ("1902年1月", "impossible-date"),
        ("2024.1", "doubtful-date"),
        ("明年秋天", "unreadable-date"),
        ("9.1", "unreadable-date"),
    ],
)
def test_faults_of_dates(cell: str, fault: str) -> None:
    assert dates_of(cell).fault == fault


def test_a_doubtful_month_keeps_its_year() -> None:
    assert str(dates_of("2024.1").since) == "2024"


@pytest.mark.parametrize(
    ("cell", "head", "value"),
    [
        ("3.5", "金额（万元）", 35_000),
        ("3.5万元", "金额（元）", 35_000),
        ("1,200", "金额", 1_200),
        ("0.2亿", "资金", 20_000_000),
        ("若干", "金额", None),
        ("10-20万", "金额", None),
        ("0", "金额", None),
    ],
)
def test_sums(cell: str, head: str, value: int | None) -> None:
    assert amount_of(cell, head) == value


@pytest.mark.parametrize(
    "secret",
    ["11010119900101123X", "13812345678", "138-1234-5678", "6222021234567890123", "0591-85221234"],
)
def test_secrets_are_hidden(secret: str) -> None:
    assert masked(f"电话{secret}，2024年") == f"电话{HIDDEN}，2024年"


@pytest.mark.parametrize("plain", ["2024-09-01", "2024.10.08-2024.10.25", "20240901", "350,000"])
def test_dates_and_sums_are_not_secrets(plain: str) -> None:
    assert masked(plain) == plain


def test_letters_and_bare() -> None:
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert bare("　严　可 ") == "严可"
    assert bare("John  Smith") == "John  Smith"
