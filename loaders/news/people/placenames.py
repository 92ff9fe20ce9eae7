"""Places that prove to be persons: 黄河、马山两位老师, a cell 双流 under 姓名, 副局长汉中平."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.clean import Clean
from .names import SYLLABLES
from .proposer import Proposal
from .rosters import find_rows
from .surnames import singles

__all__ = ["again", "family_before", "name_cells", "person_at", "within_names"]

_LIST_SIDE = later(r"[、和与]")
_TITLED = ("教师", "老师", "局长", "校长", "主任", "书记", "科长", "处长")
_COUNTED = later(
    r"(?:[、和与][一-鿿]{2,3}){0,6}(?:等)?[0-9一二两三四五六七八九十]+[位名](?:老师|教师|同志)"
)
_OF_SCHOOL = later("(?:[中小]学|学校|幼儿园|[一二三四五六七八九十]中)$")
_CALLED = later("(?:副?(?:校长|园长|书记|主任)|老师)(?=[，。、在向对作就代主说表介])")
_ONE_MORE = later("[一-鿿](?=[，。、；（ 　\n]|$|表示|介绍|说|出席|主持|指出)")
_NO_GIVEN = frozenset("省市县区州旗盟镇乡村的和与等及各两一多校局")
_SYLLABLES = later(
    f"[{''.join(sorted(SYLLABLES))}]{{2}}(?=[，。、；（ 　\n]|$|告诉|介绍|表示|[说在和])"
)


def name_cells(clean: Clean) -> frozenset[tuple[int, int]]:
    """Where the cells under 姓名 begin and end in the tables of the text."""
    return frozenset(row.cells["name"] for row in find_rows(clean))


_SUBJECT = later(
    "来自|[是说道]|今年|表示|介绍|告诉|坦言|笑|曾|毕业|主动|老师|的(?:课|学生|爱人|妻子|丈夫|办公室)"
)


def again(text: str, places: Sequence[Mention], sure: Mapping[int, int]) -> dict[int, int]:
    """Where a place that proved to be a person comes back as the subject: 徐州来自A校."""
    forms = {text[start:end] for start, end in sure.items()}
    return {
        m.start: m.end
        for m in places
        if m.kind is Kind.PLACE
        and text[m.start : m.end] in forms
        and text[m.start - 1 : m.start] in ("", *"，。；：！？”\n ")
        and _SUBJECT.match(text, m.end)
    }


_POSTED = later(
    "(?:[校园局院处科市县区乡镇会部行所厂组队书]长|主任|书记|主席|主委|委员|总裁|经理|教师|老师|教授|代表)[一-鿿]$"
)
_ENDED = later(
    "[，。、；（\n]|$|等|说|表示|介绍|指出|强调|出席|主持|参加|陪同|致辞|讲话|带队|率队|一行"
)
_WAYS = frozenset("于到和向从由经在往来自任同与及对是为将")


def family_before(text: str, place: Mention) -> int | None:
    """Where the name of a person begins of whom the place is the given name: 副总裁甲|金华.

    Only short forms of two characters, between a post with a surname behind it, or the mark of a
    list, and a sure end.
    """
    at = place.start - 1
    if place.kind is not Kind.PLACE or place.end - place.start != 2 or at < 1:
        return None
    if text[at] not in singles() or text[at] in _WAYS or not _ENDED.match(text, place.end):
        return None
    listed = text[at - 1] in "、有" and text[place.end : place.end + 1] == "、"
    return at if listed or _POSTED.search(text, max(0, at - 3), at + 1) else None


def person_at(text: str, place: Mention, cells: frozenset[tuple[int, int]]) -> int | None:
    """Where the name of a person ends that the place at `place` opens; None if it is a place.

    Only short forms of two characters are ever persons, and only behind a post, in a list of
    teachers, at the head of an entry, or in one of the `cells` that :func:`name_cells` finds.
    """
    if place.end - place.start != 2:
        return None
    end = place.end
    before = text[max(0, place.start - 3) : place.start]
    titled = before.endswith(_TITLED)
    listed = bool(_LIST_SIDE.match(text, end) or before.endswith("、"))
    if _COUNTED.match(text, end) and (listed or titled):
        return end
    if titled and re.match("[、，。,和]|说|表示", text[end : end + 2]):
        return end
    if (place.start, end) in cells:
        return end
    if _OF_SCHOOL.search(before) and _CALLED.match(text, end) and text[place.start] in singles():
        return end
    longer = _SYLLABLES.match(text, end)
    if longer is not None and (titled or text[end + 2 : end + 3] == "（"):
        return longer.end()
    if titled:
        longer = _ONE_MORE.match(text, end)
        if longer is not None and longer[0] not in _NO_GIVEN:
            return longer.end()
    return None


_INSIDE = 0.97


def within_names(mentions: Sequence[Mention], proposals: Sequence[Proposal]) -> frozenset[int]:
    """Where places of two characters begin that lie within a longer name of a person: 钱塘|栋.

    Only where the model is sure of the name, and nothing else has a part in it.
    """
    found: set[int] = set()
    sure = [one for one in proposals if one.score >= _INSIDE and one.end - one.start > 2]
    for one in sure:
        parts = [m for m in mentions if m.start < one.end and one.start < m.end]
        if len(parts) != 1 or parts[0].kind is not Kind.PLACE:
            continue
        place = parts[0]
        if place.end - place.start == 2 and one.start <= place.start and place.end <= one.end:
            found.add(place.start)
    return frozenset(found)
