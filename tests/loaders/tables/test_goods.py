"""Goods in cells: what, how many, in what unit, and in what sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.loaders.table import read_roster
from bangfu.loaders.tables.goods import goods_of, measure_of
from bangfu.ontology.quads import canonical, reading_from, reading_triples
from bangfu.ontology.records import Measure, Observation


@pytest.mark.parametrize(
    ("cell", "quantity", "found"),
    [
        ("图书", "500册", [("图书", 500, "volume")]),
        ("图书", "５００", [("图书", 500, "piece")]),
        ("图书5000余册", "", [("图书", 5000, "volume")]),
        (
            "笔记本电脑30台、投影仪2套",
            "",
            [("笔记本电脑", 30, "piece"), ("投影仪", 2, "set")],
        ),
        ("1.2万册图书", "", [("图书", 12_000, "volume")]),
        ("文具", "", [("文具", None, "piece")]),
        ("文具", "若干", [("文具若干", None, "piece")]),
        ("", "500", []),
    ],
)
def test_goods(cell: str, quantity: str, found: list[tuple[str, int | None, str]]) -> None:
    assert [(one.what, one.value, one.unit.value) for one in goods_of(cell, quantity)] == found


@pytest.mark.parametrize(
    ("head", "measure"),
    [
        ("计划捐赠金额（万元）", Measure.PLANNED),
        ("协议金额", Measure.COMMITTED),
        ("到账金额", Measure.PAID),
        ("折合人民币", Measure.VALUED),
        ("金额", None),
    ],
)
def test_heads_say_in_what_sense_a_sum_counts(head: str, measure: Measure | None) -> None:
    assert measure_of(head) is measure


def test_a_roster_of_gifts_round_trips_with_its_goods(tmp_path: Path) -> None:
    path = tmp_path / "捐赠.csv"
    path.write_text(
        "捐赠单位,受赠学校,捐赠物资名称,计划捐赠数量,折合金额（万元）\n"
        "福建省福清市教育局,宁夏回族自治区隆德县第二中学,图书,500册,1.2\n",
        encoding="utf-8",
    )
    reading = read_roster(path, tmp_path)
    said = {
        (one.value, one.unit.value, one.measure.value, one.goods)
        for one in reading.facts
        if isinstance(one, Observation)
    }
    assert said == {(12_000, "CNY", "valued", None), (500, "volume", "planned", "图书")}
    assert canonical(reading_from(reading_triples(reading))) == canonical(reading)
