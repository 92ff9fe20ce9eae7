"""What sort of thing a side is, by its name and where it lies: more than its kind, less than it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.sides import EAST, WEST, codes_of, is_firm, is_government

__all__ = ["sort_of"]

_UNIVERSITY = later("(?:大学|学院|研究院)$")
#: The first that fits says what sort of school or institution it is.
_SCHOOLS = (
    ("hope", later("希望(?:小学|学校|中学)|春蕾|爱心")),
    ("university", _UNIVERSITY),
    ("special", later("特殊|聋|盲|特教|启智|培智")),
    ("village", later("[镇乡村屯寨沟坪岭牧]|苏木|教学点")),
    ("county", later("[县旗]")),
)
_BODIES = (
    ("giver", later("基金会|慈善|商会|侨联|校友会|公益|福利会")),
    ("party", later("^(?:民盟|民进|民建|民革|九三学社|农工|致公党|台盟|中国民主|中国国民党)")),
)
_OTHERS = (
    ("aid", later("指挥部|工作[组队]|前方")),
    ("university", _UNIVERSITY),
    ("club", later("(?:协会|联[合谊]会|促进会|志愿者?|服务队|支部|支社|团委|工会|妇联|[会队团])$")),
)


def sort_of(mention: Mention, context: Collection[str]) -> str:
    """A word for what `mention` is; `context` are the codes of the places of the page."""
    if mention.kind is Kind.PLACE:
        return _sort_of_place(codes_of(mention, context))
    if mention.kind is Kind.SCHOOL:
        return _sort_of_body(mention.name, "school", False, False)
    if mention.kind is Kind.INSTITUTION:
        return _sort_of_body(mention.name, "body", is_firm(mention), is_government(mention))
    return mention.kind.value


def _sort_of_place(codes: tuple[str, ...]) -> str:
    if not codes:
        return "place"
    part = "E" if codes[-1] in EAST else "W" if codes[-1] in WEST else "C"
    if codes[0].endswith("0000"):
        return f"province{part}"
    return f"city{part}" if codes[0].endswith("00") else f"county{part}"


@lru_cache(maxsize=1 << 14)
def _sort_of_body(name: str, other: str, firm: bool, governs: bool) -> str:
    tries = _SCHOOLS if other == "school" else _BODIES
    for sort, words in tries:
        if words.search(name):
            return sort
    if other == "school":
        return other
    if firm or governs:
        return "firm" if firm else "office"
    return next((sort for sort, words in _OTHERS if words.search(name)), other)
