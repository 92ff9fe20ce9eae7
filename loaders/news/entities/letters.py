"""Whom a letter is written to: 贵校, 贵局 and 贵公司 are the body that its salutation names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later

__all__ = ["addressed"]

_YOURS = later("贵(?:(?P<school>[校园])|局|公司|集团|会|单位|院|行|中心)(?![长员])")
_GREETED = later("(?:尊敬的|敬爱的|致)?[ 　]*$")
_ENDS = later("[^，。；！？\n]{0,12}[：:][ 　]*(?:\n|$)")
#: 致某基金会的感谢信
_TITLED = later("致[ 　]*$")
_LETTER = later("的?(?:一封)?(?:感谢|表扬|慰问)信|的一封信")


def addressed(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Each 贵校 and the like as a mention of the one body of its kind that the letter addresses."""
    if _YOURS.search(text) is None:
        return []
    whom: dict[bool, dict[str, Mention]] = {True: {}, False: {}}
    for mention in named:
        if mention.kind in (Kind.SCHOOL, Kind.INSTITUTION) and _is_greeted(text, mention):
            whom[mention.kind is Kind.SCHOOL].setdefault(mention.key, mention)
    found = []
    for match in _YOURS.finditer(text):
        fits = whom[match["school"] is not None]
        if len(fits) == 1:
            (body,) = fits.values()
            found.append(replace(body, start=match.start(), end=match.end()))
    return found


def _is_greeted(text: str, mention: Mention) -> bool:
    line = text.rfind("\n", 0, mention.start) + 1
    before = text[line : mention.start]
    if _GREETED.fullmatch(before) and _ENDS.match(text, mention.end):
        return True
    return _TITLED.search(before) is not None and _LETTER.match(text, mention.end) is not None
