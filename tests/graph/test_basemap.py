"""A base map of one's own: only with its number, drawn true and small."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bangfu.graph.basemap import read_basemap
from bangfu.ontology.errors import DrawError

NUMBER = "GS(2024)0650号"


def square(west: float, south: float, **properties: str) -> dict[str, Any]:
    ring = [
        [west, south],
        [west + 4, south],
        [west + 4, south + 4],
        [west, south + 4],
        [west, south],
    ]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    out = tmp_path / "map.geojson"
    features = [
        square(100, 28, name="四川省"),
        square(112, 22, adcode="156440000"),
        square(120, 40),
    ]
    out.write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8"
    )
    return out


@pytest.mark.parametrize("number", [None, "", "0650", "GS2024-0650", "GS(24)0650号"])
def test_without_an_approval_number_it_is_refused(file: Path, number: str | None) -> None:
    with pytest.raises(DrawError, match="--map-number"):
        read_basemap(file, number)


def test_with_its_number_it_is_a_picture(file: Path) -> None:
    found = read_basemap(file, NUMBER)
    assert found["number"] == NUMBER
    assert [tile for tile, _ in found["shapes"]] == ["51", "44", None]
    assert all(re.fullmatch(r"M[\d.\- L]+Z", path) for _, path in found["shapes"])
    sichuan, guangdong = found["places"]["51"], found["places"]["44"]
    xs = [float(one) for one in re.findall(r"[ML]([\d.]+) ", found["shapes"][0][1])]
    assert sichuan[0] == pytest.approx((min(xs) + max(xs)) / 2, abs=0.2)
    assert sichuan[0] < guangdong[0]
    assert sichuan[1] < guangdong[1]
    assert 0 < found["height"] < 1000
    assert read_basemap(file, "粤S(2023)021号")["number"].startswith("粤S")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"features": []}', '{"features": [{"geometry": null}]}']
)
def test_what_is_no_map_is_refused_with_a_word(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DrawError, match="GeoJSON"):
        read_basemap(file, NUMBER)
    with pytest.raises(DrawError):
        read_basemap(tmp_path / "none.json", NUMBER)
