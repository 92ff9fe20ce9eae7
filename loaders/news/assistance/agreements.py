"""Papers whose title names both sides: 《甲区教育局与乙县教育局教育帮扶协议》.

A title is no sentence and elsewhere one opaque sign; that of an agreement says who is bound by it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ....ontology.records import Mention, Modality, Status
from ...later import later
from .claims import Claim
from .symbols import END, View, view

__all__ = ["agreement_claims"]

_BOUND = later(
    rf"(?P<a>{END})(?:与|和|同|·|—{{1,2}}|-)(?P<b>{END})[^。；！？\n\ue000-\ue004]{{0,24}}?"
    r"(?:结对|帮扶|支援|援助|协作|共建|手拉手)[^。；！？\n\ue000-\ue004]{0,16}?(?:协议书?|备忘录|协定|意向书|合同)"
)


def agreement_claims(
    text: str, titles: Sequence[tuple[int, int]], sides: Sequence[Mention]
) -> Iterator[Claim]:
    """The two sides of each agreement whose title names them; which of them helps is left open."""
    starts = [m.start for m in sides]
    for low, high in titles:
        inside = [
            m for m in sides[bisect_left(starts, low) : bisect_left(starts, high)] if m.end <= high
        ]
        if len(inside) < 2:
            continue
        named: View = view(text, low, high, inside)
        for match in _BOUND.finditer(named.symbols):
            start = named.places[match.start()]
            yield Claim(
                named.mentions[match.start("a")], named.mentions[match.start("b")],
                Modality.PAIRING, Status.ACTIVE, "agreement", 0.75, start,
                named.ends[match.end() - 1], directed=False, group=start,
            )  # fmt: skip
