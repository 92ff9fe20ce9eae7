"""A sentence as a string of symbols: every mention one character, everything else as it is.

Typed patterns become ordinary regular expressions over it, and words inside a name (…帮扶工作组)
can never be read as a verb. A programme stays text: its name is made of such words. Each character
keeps the place in the text that it came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.sides import contains

__all__ = ["AGREEMENT", "END", "PERSON", "View", "view"]

_SYMBOL = {
    Kind.PLACE: "\ue000",
    Kind.SCHOOL: "\ue001",
    Kind.INSTITUTION: "\ue002",
    Kind.GROUP: "\ue003",
    Kind.PERSON: "\ue004",
}
END = "[\ue000-\ue003]"
"""A side of an assistance: a place, school, institution or group."""
PERSON = "\ue004"
_MASK = "\ue006"
AGREEMENT = "\ue007"
"""The title of a paper by which two sides bind themselves: 《教育协作框架协议》."""
_AGREES = later(r"(?:协议书?|备忘录|协定|意向书|合同)(?:（[^）]*）)?》?$")
#: A bare 原 opens another name only where the bracket holds no more: （原由甲帮扶） does not.
_OTHER_NAME = (
    r"[（(](?:(?:(?:以下)?(?:简称|下称|以下称)|原名|原称|曾用名|又名|也称)[^（()）]{0,20}"
    r"|原[为：:]?(?!则|由|结|与|受|和|是|计|定|来|本)[^（()），。、；的]{1,18}(?:学校|[小中]学|[一二三四五六七八九十]中"
    r"|大学|学院|幼儿园|[省市县区乡镇州旗局委会])|挂职)[）)]"
)
_DROPPED = later(rf"[“”‘’\"「」『』\s]+|{_OTHER_NAME}")
_ALIAS = later(_OTHER_NAME)
#: Three and more, or two before or behind 分别; in 甲帮扶乙、丙,丁 the comma ends a list.
_RUN = later(
    rf"(?<!{END}[、，]){END}(?:，{END}){{2,}}(?![、的])"
    rf"|(?:(?<![^，。；：])){END}，{END}(?=[已均都]?(?:分别|依次))|(?<=[分依][别次][与对和向]){END}，{END}(?![、的])"
)
_FOLD = str.maketrans(
    ",;:()!?\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007", "，；：（）！？" + 8 * "\ufffd"
)
"""Marks as patterns have them; and what a page holds of our own symbols is none of them."""


@dataclass(frozen=True, slots=True)
class View:
    """The symbols of a passage. `places` and `ends` map each character back to the text."""

    symbols: str
    places: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: Mapping[int, Mention]

    def at(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions whose symbols stand in ``symbols[start:end]``."""
        return tuple(self.mentions[i] for i in range(start, end) if i in self.mentions)


def view(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    masked: Sequence[tuple[int, int]] = (),
) -> View:
    """The passage ``text[start:end]`` in symbols.

    A place directly before another mention is part of its address (甲省|乙市|丙县,
    甲省|丙县第六中学) and has no symbol of its own. Titles in `masked` are one opaque sign.
    """
    spans: list[tuple[int, int, str, Mention | None]] = []
    for low, high in masked:
        if low < end and start < high:
            sign = AGREEMENT if _AGREES.search(text, low, high) else _MASK
            spans.append((max(low, start), min(high, end), sign, None))
    aside = [match.span() for match in _ALIAS.finditer(text, start, end)]
    inside = [
        m
        for m in mentions
        if start <= m.start
        and m.end <= end
        and m.kind in _SYMBOL
        # （以下简称某某学校）: the name before said once more
        and not any(low < m.start and m.end < high for low, high in aside)
    ]
    for here, mention in enumerate(inside):
        if any(low < mention.end and mention.start < high for low, high, _, _ in spans):
            continue
        if here + 1 < len(inside) and _address(text, mention, inside[here + 1]):
            spans.append((mention.start, mention.end, "", None))
        else:
            spans.append((mention.start, mention.end, _SYMBOL[mention.kind], mention))
    for dropped in _DROPPED.finditer(text, start, end):
        if not any(low < dropped.end() and dropped.start() < high for low, high, _, _ in spans):
            spans.append((dropped.start(), dropped.end(), "", None))
    spans.sort(key=lambda span: (span[0], span[1]))
    pieces: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    known: dict[int, Mention] = {}
    at = start
    for low, high, symbol, side in (*spans, (end, end, "", None)):
        pieces.append(text[at:low].translate(_FOLD))
        places.extend(range(at, low))
        ends.extend(range(at + 1, low + 1))
        if symbol:
            if side is not None:
                known[len(places)] = side
            pieces.append(symbol)
            places.append(low)
            ends.append(high)
        at = max(at, high)
    return View(_listed("".join(pieces)), tuple(places), tuple(ends), known)


def _listed(symbols: str) -> str:
    """The symbols, where bare commas between names are the marks of a list: 甲,乙,丙分别帮扶."""
    if "，" not in symbols:
        return symbols
    return _RUN.sub(lambda found: found[0].replace("，", "、"), symbols)


def _address(text: str, mention: Mention, following: Mention) -> bool:
    """Whether `mention` only says where `following` is."""
    if mention.kind is not Kind.PLACE or following.kind is Kind.PERSON:
        return False
    between = text[mention.end : following.start]
    if between == " " and following.kind is Kind.PLACE:
        return contains(mention, following)  # but 苏州 铜仁教育协作
    return not between or between == " "
