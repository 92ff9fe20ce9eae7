"""The regions that others help by sending people, as 援疆, 援藏 and the like name them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .later import later

__all__ = ["AIDED", "AIDS", "AID_TO", "REGION_SIGNS"]

AIDED: Mapping[str, str] = MappingProxyType(
    {
        "疆": "65", "藏": "54", "青": "63", "黔": "52", "滇": "53", "川": "51", "桂": "45",
        "陕": "61", "甘": "62", "宁": "64", "蒙": "15", "琼": "46", "渝": "50", "彝": "51",
    }
)  # fmt: skip
"""The sign of a region → the first two digits of its code."""
REGION_SIGNS = "".join(AIDED)
"""The signs in a row, for a class of characters in a pattern."""
AID_TO = f"(?<![支声救增应])援[{REGION_SIGNS}]"
"""A pattern: to help one of them; 支援青年教师 is another word."""
AIDS = later(AID_TO)
"""The same, to be searched for."""
