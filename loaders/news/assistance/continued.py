"""What else a sentence says of its one pair: 甲自2010年对口支援乙以来，先后派来教师118人次.

The clauses behind name neither side again; the first that names another ends what is said of these.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ....ontology.records import Modality
from ...later import later
from .claims import Claim
from .guards import is_refused, modality_of
from .symbols import END, View

__all__ = ["continued_claims"]

_GAP = "[^\ue000-\ue004。！？；，：\n]"
#: The rest of a sentence on a pair that goes on without naming either: 先后派来教师118人次
_GOES_ON = later(
    rf"[，；]{_GAP}{{0,14}}?(?P<v>选派|派出|派来|派驻|派遣|输送|援派|新派|培训|捐赠|捐资|捐建|投入|援建|资助|开设|直播)"
    rf"{_GAP}{{0,30}}"
)
_TURN = later(r"该[县校区市州旗]|我[县校区市州旗]|由|受|被|向|对方|跟岗|学习|将|拟|计划|希望")


def continued_claims(views: Sequence[View], claims: Sequence[Claim]) -> Iterator[Claim]:
    """甲自2010年对口支援乙以来,先后派来教师: what else a sentence says of its one pair."""
    lasting = [
        c for c in claims if c.modality is Modality.PAIRING and c.rule not in ("table", "chain")
    ]
    lasting.sort(key=lambda c: c.start)
    starts = [c.start for c in lasting]
    for found in views:
        low, high = found.places[0], found.ends[-1]
        near = lasting[bisect_left(starts, low) : bisect_left(starts, high)]
        here = [c for c in near if c.end <= high and c.directed]
        if len({(c.helper.key, c.recipient.key) for c in here}) != 1:
            continue
        claim = here[0]
        at = next((i for i, end in enumerate(found.ends) if end >= claim.end), None)
        if at is None:
            continue
        # the first clause that names another side ends what is said of this pair
        other = re.search(f"{END}", found.symbols[at + 1 :])
        stop = at + 1 + other.start() if other else len(found.symbols)
        for match in _GOES_ON.finditer(found.symbols, at + 1, stop):
            modality = modality_of(match["v"]) or modality_of(match[0])
            if modality is None or _TURN.search(match[0]) or is_refused("", match[0], ""):
                continue
            if match.end() == stop and other is not None:
                continue
            yield Claim(
                claim.helper, claim.recipient, modality, claim.status, "goes-on", 0.8,
                claim.start, found.ends[match.end() - 1],
            )  # fmt: skip
