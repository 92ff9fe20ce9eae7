"""Whether 某某中学教师 speaks of one school by name, or of all teachers of such schools there."""

from __future__ import annotations

import re
from functools import cache

from ...later import later
from ...lexicon import rows

__all__ = ["of_one_school"]

#: 略阳中学|数学教师甲 is of one school; 略阳县中学数学教师培训 is of all.
_OF_SUBJECT = later(
    "(?:语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学)"
    "(?:正?高级|[一二特]级|骨干)?(?:教师|老师)(?!们|培训|研修|队伍|和|与|及|等|团队|教学|专业|资格|的)[一-鿿]"
)
_LEVELS = tuple("省市县区州旗盟")


def of_one_school(before: str, after: str) -> bool:
    """Whether one school is meant: `before` is the sign before 中学, `after` what follows it.

    A place without its level and the name of a teacher: 昆山|中学|教师张明.
    """
    if before in ("镇", "乡") and after.startswith(("教师，", "老师，")):
        return True
    if before in _LEVELS:
        return False
    return _OF_SUBJECT.match(after) is not None or _named().match(after) is not None


@cache
def _named() -> re.Pattern[str]:
    """教师 and a name: a surname that is seldom a word of its own, and what ends a name."""
    surnames = "".join(
        row["surname"]
        for row in rows("lexicon/surnames.csv")
        if len(row["surname"]) == 1 and row["false_positive_risk"] != "high"
    )
    return re.compile(
        f"(?:骨干|青年|优秀|退休)?(?:教师|老师)[{surnames}][一-鿿]{{1,2}}"
        "(?:[，、。；：（(]|[赴在到来说是和与的等挂担任]|介绍|表示|告诉|前往|远赴|参加|报名)"
    )
