"""A user's own base map under the tile view: only with its approval number, which is printed.

Maps of China that are shown in public need a review and its number (地图管理条例, 2016); the
package ships no boundary. The file is drawn as it is: what it shows is the user's responsibility.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from ..ontology.errors import DrawError
from .tilemap import tile_of

__all__ = ["read_basemap"]

_NUMBER: Final = re.compile(r"^\S{1,6}S[(（]\d{4}[)）]\d{1,5}号$")
_WIDE: Final = 900.0
_NAMES: Final = ("name", "NAME", "省", "pr_name")
_CODES: Final = ("adcode", "gb", "code", "省代码", "pr_adcode")


def read_basemap(path: Path, number: str | None) -> dict[str, Any]:
    """The GeoJSON file at `path` as paths of a picture 900 wide, with its approval `number`.

    ``shapes`` are [tile code or None, path], ``places`` the middles by tile code, ``height`` the
    picture's height. Equirectangular, true at the map's middle. Raises :class:`DrawError` without
    a number of the official form (审图号, as GS(2024)0650号) and for a file that is no such map.
    """
    if number is None or not _NUMBER.match(number.strip()):
        raise DrawError("page.map-number", path=path, number=number or "–")
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
        features = [
            (one.get("properties") or {}, list(_rings(one["geometry"]))) for one in told["features"]
        ]
        points = [point for _, rings in features for ring in rings for point in ring]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
    except OSError as error:
        raise DrawError("page.unreadable", path=path, reason=error.strerror or "?") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DrawError("page.map-form", path=path) from error
    narrow = math.cos(math.radians((south + north) / 2))
    scale = _WIDE / max((east - west) * narrow, 1e-9)

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return round((point[0] - west) * narrow * scale, 1), round((north - point[1]) * scale, 1)

    shapes: list[list[Any]] = []
    places: dict[str, list[float]] = {}
    for properties, rings in features:
        code = next((str(properties[one]) for one in _CODES if properties.get(one)), None)
        name = next((str(properties[one]) for one in _NAMES if properties.get(one)), None)
        tile = tile_of(name, code[-6:] if code else None)
        drawn = [[at(point) for point in ring] for ring in rings]
        if drawn:
            shapes.append([tile, "".join(map(_path, drawn))])
        if tile and drawn:
            places[tile] = _middle(max(drawn, key=len))
    return {
        "number": number.strip(),
        "shapes": shapes,
        "places": places,
        "height": round((north - south) * scale, 1),
    }


def _middle(ring: list[tuple[float, float]]) -> list[float]:
    """The centre of gravity of what a ring encloses; of a flat ring, its first point."""
    double = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        part = x1 * y2 - x2 * y1
        double += part
        x += (x1 + x2) * part
        y += (y1 + y2) * part
    if abs(double) < 1e-9:
        return list(ring[0])
    return [round(x / double / 3, 1), round(y / double / 3, 1)]


def _rings(geometry: Any) -> Iterator[list[tuple[float, float]]]:
    kind = geometry["type"]
    parts = geometry["coordinates"]
    if kind in ("LineString", "Polygon"):
        parts = [[parts]] if kind == "LineString" else [parts]
    elif kind == "MultiLineString":
        parts = [parts]
    elif kind != "MultiPolygon":
        return
    for part in parts:
        for ring in part:
            yield [(float(point[0]), float(point[1])) for point in ring]


def _path(ring: list[tuple[float, float]]) -> str:
    kept = [ring[0]]
    for point in ring[1:]:
        # finer than a pixel only makes the file larger
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 0.8:
            kept.append(point)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"
