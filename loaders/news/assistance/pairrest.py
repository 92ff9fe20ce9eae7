"""What the claims of a page say of everybody but one pair, without a look at all of them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ....ontology.records import Mention
from ..entities.sides import codes_of
from .claims import Claim

__all__ = ["Rest", "RestBut"]


class Rest:
    """One claim of each pair of a page, counted by sides and by the codes in which they lie."""

    def __init__(self, claims: Sequence[Claim], context: Collection[str]) -> None:
        """`context` are the codes of the places of the page."""
        self.context = context
        self.claims: dict[tuple[str, str], Claim] = {}
        for claim in claims:
            self.claims.setdefault((claim.helper.key, claim.recipient.key), claim)
        self.counts: Counter[tuple[str, str]] = Counter()
        for claim in self.claims.values():
            self.counts.update(self.said(claim))

    def said(self, claim: Claim) -> Counter[tuple[str, str]]:
        """What one claim adds to the counts."""
        helping, taking = (codes_of(side, self.context) for side in (claim.helper, claim.recipient))
        added = Counter({("helper", claim.helper.key): 1, ("helped", claim.recipient.key): 1})
        added.update(("helping", code) for code in helping)
        added.update(("taking", code) for code in taking)
        return added

    def but(self, one: Mention, other: Mention) -> RestBut:
        """The same without the claims of a pair, in either direction."""
        pairs = {(one.key, other.key), (other.key, one.key)}
        without: Counter[tuple[str, str]] = Counter()
        own = [self.claims[pair] for pair in pairs if pair in self.claims]
        for claim in own:
            without.update(self.said(claim))
        return RestBut(self.counts, without, len(self.claims) > len(own))


@dataclass(frozen=True, slots=True)
class RestBut:
    """What all claims but those of one pair say; `any` tells whether there are any."""

    counts: Counter[tuple[str, str]]
    without: Counter[tuple[str, str]]
    any: bool

    def _count(self, what: str, key: str) -> int:
        return self.counts[what, key] - self.without[what, key]

    def helps(self, key: str) -> bool:
        """Whether that side helps anybody."""
        return self._count("helper", key) > 0

    def is_helped(self, key: str) -> bool:
        """Whether that side is helped by anybody."""
        return self._count("helped", key) > 0

    def helps_in(self, code: str) -> bool:
        """Whether a side that lies there helps anybody."""
        return self._count("helping", code) > 0

    def is_helped_in(self, code: str) -> bool:
        """Whether a side that lies there is helped."""
        return self._count("taking", code) > 0

    def lean(self, code: str) -> int:
        """How many more of the sides that lie there help than are helped."""
        return self._count("helping", code) - self._count("taking", code)
