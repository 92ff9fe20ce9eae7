"""34 tiles, none on another, neighbours near."""

from __future__ import annotations

import pytest

from bangfu.graph.tilemap import TILES, tile_of


def test_every_province_has_a_tile_of_its_own() -> None:
    assert len(TILES) == 34
    for part in (0, 1, 2):
        assert len({tile[part] for tile in TILES}) == 34
    assert len({(column, row) for *_, column, row in TILES}) == 34


def test_the_tiles_follow_the_compass() -> None:
    at = {name: (column, row) for _, name, _, column, row in TILES}
    for west, east in [("新疆", "甘肃"), ("四川", "湖北"), ("云南", "广西"), ("广东", "福建")]:
        assert at[west][0] < at[east][0]
    for north, south in [("黑龙江", "辽宁"), ("北京", "河南"), ("贵州", "广西"), ("广东", "海南")]:
        assert at[north][1] < at[south][1]


@pytest.mark.parametrize(
    ("name", "code", "tile"),
    [
        ("内蒙古自治区", None, "15"),
        ("新疆生产建设兵团", None, "65"),
        (None, "660000", "65"),
        ("不相干", "710000", "71"),
        ("吉林省", None, "22"),
        ("某县", None, None),
        (None, None, None),
    ],
)
def test_a_tile_is_found_by_code_or_name(
    name: str | None, code: str | None, tile: str | None
) -> None:
    assert tile_of(name, code) == tile
