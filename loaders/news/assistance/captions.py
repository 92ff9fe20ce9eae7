"""What stands above a table: what kind of help its rows are, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....ontology.records import Kind, Mention, Modality
from ...aided import AID_TO
from ...later import later
from .tablelines import Line

__all__ = ["caption_helper", "kind_of_row", "kind_of_table"]

_KINDS = (
    (later(r"托管|领办"), Modality.MANAGEMENT),
    (
        later(rf"支教|援派|选派|{AID_TO}|挂职|教师名单|人员名单|派出教师"),
        Modality.SECONDMENT,
    ),
    (later(r"结对|对口|帮扶|支援|协作|手拉手"), Modality.PAIRING),
)
_PERSONS = later(r"姓名|教师姓名|支教教师|援派教师|选派教师|队员")
_LEARNS = later(r"(?:跟岗|跟班|影子培训|研修)(?:学校|单位|园|校|基地|地点)")
_GIVES = later(r"捐赠方|捐助方|受赠方|受捐方|捐赠单位|受捐单位|捐赠内容|受赠学校")
_HELPS = later(r".{0,12}?(?:研究生支教团|结对帮扶|对口支援|对口帮扶|定点帮扶|选派|支教|援派|帮扶)")
#: The column that says of each row how it helps: 帮扶方式.
_MANNER = later(r"(?:[^，。；]{0,4})(?:方式|形式|类型|模式)$")
_ABOVE = 4  # lines over a table in which its caption stands


def kind_of_table(
    text: str, lines: Sequence[Line], at: int, first: int
) -> tuple[Modality, tuple[tuple[int, int], ...]]:
    """The kind of help in the rows of the table at line `at`, and the heading that says so.

    `first` is where the first row begins. A column of names makes it a list of those sent.
    """
    heads = text[lines[at].start : max(lines[at].end, first)]
    if _LEARNS.search(heads):
        return Modality.TRAINING, ()
    if _GIVES.search(heads):
        return Modality.FUNDING, ()
    if _PERSONS.search(heads):
        return Modality.SECONDMENT, ()
    above = [line for line in lines[:at] if line.text.strip()][-_ABOVE:]
    for line in reversed(above):
        if len(line.text) > 80 and "：" not in line.text[-1:] and ":" not in line.text[-1:]:
            continue
        # 在岗支教教师14名。校际结对如下：the last words before the table say what it lists
        last = re.split(r"[。；]", line.text.rstrip("：: \u3000"))[-1]
        for pattern, modality in _KINDS:
            if pattern.search(last if any(p.search(last) for p, _ in _KINDS) else line.text):
                plain = modality is Modality.PAIRING
                return modality, () if plain else ((line.start, line.end),)
    return Modality.PAIRING, ()


def kind_of_row(heads: Sequence[str], cells: Sequence[str]) -> Modality | None:
    """The kind of help that a row names in a column of its own, 帮扶方式; None if it names none."""
    manner = [column for column, head in enumerate(heads) if _MANNER.fullmatch(head)]
    if len(manner) != 1 or len(cells) != len(heads):
        return None
    cell = cells[manner[0]]
    return next((modality for pattern, modality in _KINDS if pattern.search(cell)), None)


def caption_helper(lines: Sequence[Line], at: int) -> Mention | None:
    """The one side of which the lines above a table say that it helps: 甲区结对帮扶情况."""
    above = [line for line in lines[:at] if line.text.strip()][-2 * _ABOVE :]
    for line in reversed(above):
        found = {
            m.key: m
            for m in line.mentions
            if m.kind in (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION)
            and _HELPS.match(_rest(line, m))
        }
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def _rest(line: Line, mention: Mention) -> str:
    """What follows a mention, up to the next one or the end of the clause."""
    following = [m.start for m in line.mentions if m.start >= mention.end]
    stop = min(following, default=line.end)
    return re.split(r"[，。；,;]", line.text[mention.end - line.start : stop - line.start])[0]
