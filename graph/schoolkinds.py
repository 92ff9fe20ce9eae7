"""What kind of school a place on a list is meant for, and whether a school surely is of that kind.

A list may promise each county an ordinary and a vocational high school. 第一中学 alone may teach
either stage of secondary school, so it only possibly fills the first.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["KINDS_OF_SCHOOL", "fits", "kind_of_slot"]

_VOCATIONAL: Final = re.compile(
    r"职业|职教|职中|职高|中专|中等专业|技工|技师|技术学校|商贸学校|卫生学校|农业学校"
)
_SENIOR: Final = re.compile(r"高级中学|高中|完全中学|[一二三四五六七八九十]高$")
_LOWER: Final = re.compile(r"小学|幼儿园|初级中学|初中|九年|特殊教育|特教|聋|盲|大学|学院$")
_MIDDLE: Final = re.compile(r"中学|中$|附中|民中|学校|实验")
_STAGES: Final = {"senior": "general", "vocational": "vocational"}
_OPEN: Final = frozenset(("", "basic"))
"""Stages that leave open which of several a school teaches."""

KINDS_OF_SCHOOL: Final = ("general", "vocational", "any")
"""Ordinary high school, vocational school, any school."""


def kind_of_slot(name: str) -> str:
    """The kind of school that a slot of this name wants.

    >>> kind_of_slot("普通高中"), kind_of_slot("职业学校"), kind_of_slot("中学")
    ('general', 'vocational', 'any')
    """
    if _VOCATIONAL.search(name):
        return "vocational"
    return "general" if re.search(r"高中|普高|高级中学", name) else "any"


def fits(kind: str, name: str, stage: str = "") -> bool | None:
    """Whether the school `name` (of that `stage`) is of the `kind`: True, False, None (may be).

    >>> fits("general", "都安瑶族自治县第二高级中学"), fits("general", "旺苍县第一中学")
    (True, None)
    >>> fits("general", "靖西市职业技术学校"), fits("vocational", "靖西市职业技术学校")
    (False, True)
    """
    if kind == "any":
        return True
    if stage in _STAGES:
        return _STAGES[stage] == kind
    if stage not in _OPEN:
        return False
    if _VOCATIONAL.search(name):
        return kind == "vocational"
    if kind == "vocational":
        return False
    if _SENIOR.search(name):
        return True
    return None if not _LOWER.search(name) and _MIDDLE.search(name) else False
