"""Rows → facts and findings."""

import pytest

from bangfu.loaders.tables.grid import Sheet
from bangfu.loaders.tables.lines import pages_of
from bangfu.loaders.tables.mapping import Columns
from bangfu.loaders.tables.rows import Rows, read_page
from bangfu.ontology.records import Assistance, Posting, Secondment


def read(kind: str, roles: tuple[str, ...], *rows: tuple[str, ...]) -> Rows:
    columns = Columns(sheet="一", kind=kind, head_rows=(0, 0), roles=dict(enumerate(roles)))
    _, (page,) = pages_of([(Sheet(name="一", rows=(roles, *rows), merges=()), columns)])
    return read_page(page, "table/test 1")


def codes(rows: Rows) -> list[tuple[str, str]]:
    return [(finding.address, finding.code) for finding in rows.findings]


PEOPLE = ("person", "home", "host", "batch", "period")


@pytest.mark.parametrize(
    ("batch", "ordinal"),
    [("第三批", 3), ("3", 3), ("十二", 12), ("第二十一期", 21), ("2024年第2批", 2)],
)
def test_batches(batch: str, ordinal: int) -> None:
    rows = read(
        "people", PEOPLE, ("李可", "福清市融北中学", "隆德县第一中学", batch, "2024.09-2025.07")
    )
    (sent,) = [fact for fact in rows.facts if isinstance(fact, Secondment)]
    assert sent.batch is not None
    assert sent.batch.count == ordinal
    assert (str(sent.since), str(sent.until)) == ("2024-09", "2025-07")
    assert codes(rows) == []


def test_what_is_not_understood_is_found_and_left_out() -> None:
    rows = read("people", PEOPLE, ("李可", "福清市融北中学", "", "春季", "2025.07-2024.09"))
    assert codes(rows) == [
        ("C2", "missing-end"), ("E2", "reversed-dates"), ("D2", "unknown-batch"),
    ]  # fmt: skip
    assert [type(fact) for fact in rows.facts] == [Posting]


@pytest.mark.parametrize("name", ["阿依古丽·买买提", "李可（女）", "欧阳修远", "John Smith"])
def test_names_of_people(name: str) -> None:
    rows = read("people", ("person", "home"), (name, "福清市融北中学"))
    assert len(rows.facts) == 1
    assert codes(rows) == [("A2", "missing-end")]


@pytest.mark.parametrize("name", ["3人", "李可、王五", "语文教师若干名"])
def test_what_is_no_name(name: str) -> None:
    rows = read("people", PEOPLE, (name, "福清市融北中学", "隆德县第一中学", "", ""))
    assert not any(isinstance(fact, Secondment) for fact in rows.facts)
    assert codes(rows) == [("A2", "odd-name")]


def test_the_same_pair_twice_is_found_with_the_first_cell() -> None:
    pair = ("福清市融北中学", "隆德县第一中学")
    rows = read("pairs", ("helper", "recipient"), pair, pair)
    assert [(f.address, f.code, f.other) for f in rows.findings] == [
        ("B3", "duplicate-row", "一!B2")
    ]
    assert rows.findings[0].told("zh").startswith("与 一!B2")


def test_doubt_about_a_place_lowers_confidence() -> None:
    sure, doubted = [
        fact
        for fact in read(
            "pairs",
            ("helper", "recipient"),
            ("福清市融北中学", "隆德县第一中学"),
            ("福清市融北中学", "第一中学"),
        ).facts
        if isinstance(fact, Assistance)
    ]
    assert sure.evidence[0].confidence == 1.0 > doubted.evidence[0].confidence
