"""What can stand before a place inside a name: a party, 社 or 团, a level word, 发展和."""

from __future__ import annotations

import rjieba

from ..lexicon import word_set
from ..naming import PARTIES

__all__ = ["joined_at_level", "party_before", "short_party_before"]


def party_before(text: str, position: int) -> int | None:
    """Where the name of a party that ends at `position` begins; None if none does."""
    for party in PARTIES:
        if text.endswith(party, 0, position):
            return position - len(party)
    return None


def short_party_before(text: str, position: int) -> bool:
    """Whether 社 or 团 stands here for 九三学社 or 共青团, and not at the end of 报社, 集团."""
    if text[position - 1 : position] not in ("社", "团"):
        return False
    heads = (text[max(0, position - width) : position] for width in (2, 3))
    return not any(len(head) > 1 and rjieba.has_word(head) for head in heads)


_JOINED = sorted(word_set("joined"))


def joined_at_level(text: str, joint: int) -> int | None:
    """Where 发展 begins in 县|发展和改革局, where `joint` is that of 和; None without a level."""
    for part in _JOINED:
        edge = joint - len(part)
        if text.endswith(part, 0, joint) and edge > 0:
            return edge if text[edge - 1] in "省市县区州旗盟" else None
    return None
