"""How much of a source's words others may be shown, and which part of a passage it is.

Facts are free, words are not: a passage proves a fact and is no longer than that needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import Triple, value
from .profile import Profile

__all__ = ["cap", "closed", "cut"]

_LONGEST: Final = {Profile.PARTNER: 160, Profile.PUBLIC: 80}
_RESERVED: Final = {Profile.PARTNER: 80, Profile.PUBLIC: 40}
"""For sources whose site forbids copying, and for rosters, which nobody published."""
_FORBIDS: Final = re.compile(
    r"禁止|不得|请勿|谢绝|严禁|版权所有|未经.{0,12}(?:授权|许可|同意|允许)|all rights reserved",
    re.IGNORECASE,
)
_ROSTER: Final = t.concept("sourceClass", "roster")
_RIGHTS, _CLASS = f"<{t.DCT_RIGHTS}>", f"<{t.SOURCE_CLASS}>"
_ABOUT: Final = frozenset((_RIGHTS, _CLASS))
_OPENS: Final = {
    Profile.PARTNER: ("partner", "public"),
    Profile.PUBLIC: ("public",),
}
"""What a roster's rights must begin with to be open to a profile; without it is internal."""


def closed(profile: Profile, source_class: str | None, rights: Iterable[str]) -> bool:
    """Whether a source was never published as far as `profile` goes: a roster not declared so."""
    return source_class == _ROSTER and not any(
        one.partition(";")[0].strip() in _OPENS[profile] for one in rights
    )


def cap(profile: Profile, source: str, triples: Iterable[Triple]) -> int:
    """The longest passage of `source` that `profile` may see, in characters.

    It depends on the source's class and rights note, among the `triples` of its graph.
    """
    said = [(p, value(o)) for s, p, o in triples if s == f"<{source}>" and p in _ABOUT]
    rights = [text for predicate, text in said if predicate == _RIGHTS]
    kind = next((text for predicate, text in said if predicate == _CLASS), None)
    reserved = closed(profile, kind, rights) or any(map(_FORBIDS.search, rights))
    return (_RESERVED if reserved else _LONGEST)[profile]


def cut(quote: str, limit: int, words: Sequence[str]) -> tuple[int, str]:
    """Where the part of `quote` to keep starts, and that part: at most `limit` characters.

    It is the first part that holds most of `words`, the names that the fact speaks of, with what
    is left of the limit shared out on both sides.
    """
    spans = sorted(
        {
            (found, found + len(word), word)
            for word in set(words)
            if word and (found := quote.find(word)) >= 0
        }
    )
    best: tuple[int, int, int] = (0, 0, 0)
    for at, (start, end, _) in enumerate(spans):
        inside = {word for _, last, word in spans[at:] if last - start <= limit}
        last = max((last for _, last, _ in spans[at:] if last - start <= limit), default=end)
        if len(inside) > best[0]:
            best = (len(inside), start, last)
    _, start, end = best
    spare = max(0, limit - (end - start))
    start = max(0, min(start - spare // 2, len(quote) - limit))
    return start, quote[start : start + limit]
