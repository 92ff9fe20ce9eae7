"""What the heads of a table say of its columns: which helps, which is helped."""

from __future__ import annotations

from collections.abc import Sequence

from ...later import later

__all__ = ["columns_of", "is_either", "is_head", "may_be_head", "recipient_column"]

_HELPER = later(
    r"^(?:支援|帮扶|派出|援助|选派|牵头|组团|输出|对口帮扶|对口支援|派员|捐赠)(?:方)?(?:学校|高校|单位|院校|园|区县|区|市|地区|方|校)?(?:名称)?$"
)
_RECIPIENT = later(
    r"^(?:受援|受帮扶|被帮扶|受助|受捐赠?|受赠|薄弱|输入)(?:方)?(?:学校|高校|单位|院校|园|县区|县|区|市|地区|方|校)?(?:名称)?$"
    r"|^(?:帮扶|服务|拟赴|任教|支教|派驻|援派)(?:县（区）|县|县区|对象|地)$"
    r"|^(?:服务|拟赴|任教|支教|派驻|援派)学校$"
)
#: 派出学校 | 跟岗学校: who goes there learns, so the school that takes in is the one that helps.
_LEARNING = later(
    r"^(?:跟岗|跟班|影子培训|研修|跟学|跟岗学习)(?:学校|单位|园|校|基地|地点)(?:名称)?$"
)
_LEARNERS = later(r"^(?:派出|选派|选送|所在|工作|原|来自|受援|送培)(?:学校|单位|园|校)(?:名称)?$")
_EITHER = later(r"^.{1,12}(?:学校|单位|高校|园|校)$|^结对学校$")
_PLACES = later(r"^(?:受援|帮扶)?(?:县|区|市|州|县区|县市|县（区）|县\(区\)|市县|地区)(?:名称)?$")
_HEAD = later(r"^[^，。；！？：]{1,16}$")


def columns_of(cells: Sequence[str]) -> tuple[int, int, bool] | None:
    """The columns of helper and recipient, and whether the heads say which is which."""
    taught = [i for i, cell in enumerate(cells) if _LEARNING.match(cell)]
    learners = [i for i, cell in enumerate(cells) if _LEARNERS.match(cell)]
    if taught and learners:
        return taught[0], learners[0], True
    helper = [i for i, cell in enumerate(cells) if _HELPER.match(cell)]
    recipient = [i for i, cell in enumerate(cells) if _RECIPIENT.match(cell)]
    # 受援县 | 受援学校: the school is the finer end
    finest = [i for i in recipient if cells[i].endswith(("校", "园", "校名称"))] or recipient
    if not helper and recipient:
        helper = [
            i for i, cell in enumerate(cells) if cell in ("高校", "大学", "派出单位", "结对高校")
        ]
    if helper and finest:
        return helper[0], finest[0], True
    either = [i for i, cell in enumerate(cells) if _EITHER.match(cell)]
    if len(either) == 2:
        return either[0], either[1], False
    return None


def is_head(text: str) -> bool:
    """Whether a cell, on a line of its own, is the head of a side."""
    cell = text.strip()
    return bool(
        _HELPER.match(cell)
        or _RECIPIENT.match(cell)
        or _LEARNING.match(cell)
        or (_EITHER.match(cell) and len(cell) <= 8)
    )


def may_be_head(text: str) -> bool:
    """Whether a line is short and plain enough to be any head: 序号, 学段, 联系人."""
    return _HEAD.match(text.strip()) is not None


def is_either(text: str) -> bool:
    """Whether a head names a side without saying which: 虹口学校."""
    return _EITHER.match(text.strip()) is not None


def recipient_column(cells: Sequence[str]) -> int | None:
    """The column of those who are helped in a table whose rows name no helper."""
    if any(_HELPER.match(cell) for cell in cells):
        return None
    found = [i for i, cell in enumerate(cells) if _RECIPIENT.match(cell)]
    finest = [i for i in found if cells[i].endswith(("校", "园", "校名称"))] or found
    if finest:
        return finest[0]
    # a first column of counties counts only beside columns of figures
    return 0 if len(cells) >= 3 and _PLACES.match(cells[0]) else None
