"""The provinces as tiles: where each stands in a grid that shows neighbourhood and no boundary."""

from __future__ import annotations

from typing import Final

__all__ = ["TILES", "tile_of"]

TILES: Final[tuple[tuple[str, str, str, int, int], ...]] = (
    ("65", "新疆", "Xinjiang", 0, 1),
    ("54", "西藏", "Xizang", 0, 3),
    ("63", "青海", "Qinghai", 1, 2),
    ("62", "甘肃", "Gansu", 2, 2),
    ("64", "宁夏", "Ningxia", 3, 2),
    ("15", "内蒙古", "Inner Mongolia", 4, 1),
    ("23", "黑龙江", "Heilongjiang", 7, 0),
    ("22", "吉林", "Jilin", 7, 1),
    ("21", "辽宁", "Liaoning", 6, 1),
    ("11", "北京", "Beijing", 5, 1),
    ("12", "天津", "Tianjin", 6, 2),
    ("13", "河北", "Hebei", 5, 2),
    ("14", "山西", "Shanxi", 4, 2),
    ("37", "山东", "Shandong", 6, 3),
    ("61", "陕西", "Shaanxi", 3, 3),
    ("41", "河南", "Henan", 5, 3),
    ("51", "四川", "Sichuan", 2, 3),
    ("50", "重庆", "Chongqing", 3, 4),
    ("42", "湖北", "Hubei", 4, 4),
    ("34", "安徽", "Anhui", 5, 4),
    ("32", "江苏", "Jiangsu", 6, 4),
    ("31", "上海", "Shanghai", 7, 4),
    ("33", "浙江", "Zhejiang", 6, 5),
    ("36", "江西", "Jiangxi", 5, 5),
    ("43", "湖南", "Hunan", 4, 5),
    ("52", "贵州", "Guizhou", 3, 5),
    ("53", "云南", "Yunnan", 2, 5),
    ("35", "福建", "Fujian", 6, 6),
    ("44", "广东", "Guangdong", 5, 6),
    ("45", "广西", "Guangxi", 4, 6),
    ("46", "海南", "Hainan", 4, 8),
    ("81", "香港", "Hong Kong", 6, 7),
    ("82", "澳门", "Macao", 5, 7),
    ("71", "台湾", "Taiwan", 7, 6),
)
"""All 34 provinces: code of GB/T 2260 (first two digits), short name, English name, column, row."""


def tile_of(name: str | None, adcode: str | None = None) -> str | None:
    """The code of the tile of a province, by its code or, if it has none, its name.

    >>> tile_of("广西壮族自治区"), tile_of(None, "510821"), tile_of("桃花源")
    ('45', '51', None)
    """
    for code, short, *_ in TILES:
        if (adcode or "").startswith(code) or (not adcode and (name or "").startswith(short)):
            return code
    return "65" if (name or "").endswith("兵团") or (adcode or "").startswith("66") else None
