"""Sentences in which names are signs and posts are words, and the words that name a crew.

A crew is a team of people sent: 某市第二批援疆支教团, 某省援藏教师, 某县驻某州工作组. Bodies that
are such teams by their name stand in clear, as the posts do: 支教团团长 says more than a sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from .aidposts import TEAM
from .skeletons import Skeleton

__all__ = ["AID_WORD", "BAND", "CREW", "ROLE", "Said", "is_team", "said_in"]

AID_WORD = f"(?:{AID_TO}|(?<!一)支教|援派|援教|组团式|西部计划|对口支援|帮扶|驻校)"
"""A pattern: what people are sent for."""
BAND = "(?:团队|队伍|工作队|支队|分队|服务队|小分?队|支教[队团]|工作组|指挥部|前指|[队团])"
"""A pattern: a number of people who go together."""
_FOLK = (
    "(?:教师|老师|人才|干部|专家|志愿者|队员|团员|成员|实习生|副?校长|副?园长|大学生|师生|工作者)"
)
ROLE = (
    "(?:副?团长|副?队长|副?总?领队|副?组长|负责人|带头人|牵头人|召集人|队长|代表|成员|队员|团员|志愿者|一员"
    "|带队教师|带队老师|总指挥|指挥长|秘书长)"
)
"""A pattern: what somebody is in a crew."""
CREW = (
    f"(?:{AID_WORD}[^ⓃⒷⓅ，。；、：]{{0,8}}?(?:{_FOLK}|{BAND})"
    "|研究生支教团|研支团|驻(?!村)[^Ⓝ，。；、：]{1,6}?(?:扶贫|协作)?(?:工作[组队]|指挥部)"
    f"|(?:帮扶|支援|支教于?)[ⒷⓅ]+的(?:教师|老师|{BAND}))"
)
"""A pattern: a crew, or those who belong to one."""
_SIGNS = {Kind.SCHOOL: "Ⓑ", Kind.INSTITUTION: "Ⓑ", Kind.PLACE: "Ⓟ", Kind.PERSON: "Ⓝ"}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: the sign or word at each place, and what stands there."""

    words: str
    spans: tuple[Mention | int, ...]
    text: str

    def at(self, place: int) -> Mention | None:
        """The name at a place, if a name stands there."""
        span = self.spans[place]
        return span if isinstance(span, Mention) else None

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where the words from `start` to `end` stand in the text."""
        first, last = self.spans[start], self.spans[end - 1]
        return (
            first if isinstance(first, int) else first.start,
            last + 1 if isinstance(last, int) else last.end,
        )


def said_in(text: str, skeletons: Sequence[Skeleton]) -> Iterator[Said]:
    """The sentences of skeletons, with posts and the names of teams written out.

    On a page that is set in short lines, without marks, lines make up a sentence together.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    broken = sum(1 for line in lines if len(line) < _SHORT and _MARK.search(line) is None)
    if len(lines) < _LINES or 5 * broken < 2 * len(lines):
        yield from _said(text, skeletons)
        return
    held: Said | None = None
    for one in _said(text, skeletons):
        start, _ = one.bounds(0, len(one.words))
        last = held.bounds(0, len(held.words))[1] if held is not None else 0
        between = text[last:start]
        goes_on = len(between) < _SHORT and _MARK.search(between) is None
        if held is not None and goes_on and len(held.words) < _LONGEST:
            held = _joined(held, one, last, start)
            continue
        if held is not None:
            yield held
        lead = [m.end() for m in _MARK.finditer(between)]
        low = max(start - _SHORT, last + (lead[-1] if lead else 0))
        held = _joined(Said("", (), text), one, low, start)
    if held is not None:
        yield held


def _joined(one: Said, other: Said, start: int, end: int) -> Said:
    """Two sentences as one, with the text from `start` to `end` between them."""
    words = one.text[start:end].replace("\n", " ").translate(_PAGE)
    return Said(
        f"{one.words}{words}{other.words}", (*one.spans, *range(start, end), *other.spans), one.text
    )


_PAGE = str.maketrans("ⒷⓅⓃⓉ", "□□□□")
_SHORT = 30
"""Characters of a line that may go on in the next."""
_LONGEST = 600
"""Signs of a sentence that are looked at together: what stands farther off says nothing."""
_LINES = 12
_MARK = later("[。！？；]")


def _said(text: str, skeletons: Sequence[Skeleton]) -> Iterator[Said]:
    for skeleton in skeletons:
        words: list[str] = []
        spans: list[Mention | int] = []
        last = -1
        for span in skeleton.spans:
            if isinstance(span, int):
                if span >= last:
                    words.append(text[span])
                    spans.append(span)
                    last = span + 1
                continue
            if isinstance(span, Mention) and not is_team(span):
                words.append(_SIGNS.get(span.kind, "□"))
                spans.append(span)
                last = span.end
                continue
            for place in range(max(span.start, last), span.end):
                words.append(text[place])
                spans.append(place)
            last = max(last, span.end)
        for low in range(0, len(words), _LONGEST):
            part = slice(low, low + _LONGEST)
            yield Said("".join(words[part]), tuple(spans[part]), text)


_LONG = later(f"{AID_WORD}[^，]{{0,8}}?{BAND}|研支团|驻(?!村).{{1,6}}(?:工作[组队]|指挥部)")


def is_team(body: Mention) -> bool:
    """Whether a body is a team of people sent, by its name."""
    return body.kind is Kind.INSTITUTION and (
        TEAM.search(body.name) is not None or _LONG.search(body.name) is not None
    )
