"""Readings in brackets after Chinese characters, 學(xué), as mirror sites insert them."""

from __future__ import annotations

from ...later import later
from ...spelling import to_simplified
from .spans import Edit, Page, edited

_LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f"
_GLOSS = later(rf"[(（](?<=[{_HAN}].)[{_LETTERS}]{{1,7}}[)）](?:[(（][{_LETTERS}]{{1,7}}[)）])*")

FEWEST = 5
"""Below this many, a bracket such as 等(etc) is more likely to be the author's own.

Unless each follows a traditional character: there an author explains a rare one, a mirror all.
"""


def without_glosses(page: Page) -> tuple[Page, list[Edit]]:
    """`page` without its pinyin notes, and what was taken out; as it is if it has under five."""
    if "(" not in page.text and "（" not in page.text:
        return page, []
    edits: list[Edit] = [(m.start(), m.end(), "") for m in _GLOSS.finditer(page.text)]
    if len(edits) < FEWEST and not _after_traditional(page.text, edits):
        return page, []
    return edited(page, edits), edits


def _after_traditional(text: str, edits: list[Edit]) -> bool:
    """Whether there are several notes and all are on traditional characters: 區(qū) … 鄉(xiāng)."""
    noted = "".join(text[start - 1] for start, _, _ in edits)
    plain = to_simplified(noted)
    return len(noted) > 1 and all(old != new for old, new in zip(noted, plain, strict=True))
