from __future__ import annotations

import pytest

from bangfu.ontology.bodynames import (
    committee_core,
    core_in,
    is_whole,
    lengthened,
    ordinal_of,
    party_of,
)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("一中", "第一中学"),
        ("10中学", "第十中学"),
        ("教体局", "教育体育局"),
        ("师大附中", "师范大学附属中学"),
        ("检察院", "人民检察院"),
        ("卫健委", "卫生健康委员会"),
        ("发改局", "发展和改革局"),
        ("人社厅", "人力资源和社会保障厅"),
    ],
)
def test_short_forms_become_long_and_long_ones_stay(short: str, long: str) -> None:
    assert lengthened(short) == long
    assert lengthened(long) == long


def test_numerals() -> None:
    assert [ordinal_of(n) for n in ("一", "十", "十二", "二十", "一百", "12")] == [
        1,
        10,
        12,
        20,
        100,
        12,
    ]


def test_parties_and_committees() -> None:
    assert party_of("中国民主同盟天津市委员会") == ("民盟", "天津市委员会")
    assert party_of("旺苍县一中") == ("", "旺苍县一中")
    assert committee_core("委宣传部", "") == "中共委员会宣传部"
    assert committee_core("市委会", "民进") == "委员会"
    assert committee_core("教育局", "") is None


def test_a_core_is_what_is_left_without_the_place() -> None:
    forms = ["旺苍县", "旺苍"]
    assert core_in("旺苍县委", forms) == core_in("中共旺苍县委员会", forms) == "中共委员会"
    assert core_in("旺苍县", forms) == "旺苍县"


def test_whole_names() -> None:
    assert is_whole("民盟中央")
    assert is_whole("中国教师发展基金会")
    assert not is_whole("中国")
    assert not is_whole("旺苍县教育局")
