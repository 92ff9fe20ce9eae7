"""Which of several places of one name is meant, by whom the arranged schemes have them help.

朝阳区 on a page about 阳原县 is that of the city which helps 张家口市, and not that of 长春市.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from ...gazetteer import Division, divisions
from ...lexicon import rows

__all__ = ["partnered", "schemes"]


@cache
def schemes() -> frozenset[tuple[str, str]]:
    """The codes of (helper, recipient) of the schemes that are arranged between places."""
    return frozenset(
        (row["helper_adcode"], row["recipient_adcode"]) for row in rows("relations/known_pairs.csv")
    )


def partnered(candidates: Collection[Division], told: Iterable[str]) -> Division | None:
    """The only one of `candidates` that helps, or is helped by, a place with a code in `told`."""
    table = divisions()
    known = {above.adcode for code in told for above in table.chain(code)}
    partners = {a for a, b in schemes() if b in known} | {b for a, b in schemes() if a in known}
    fits = {
        one.adcode: one
        for one in candidates
        if any(above.adcode in partners for above in table.chain(one.adcode))
    }
    return next(iter(fits.values())) if len(fits) == 1 else None
