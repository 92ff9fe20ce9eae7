"""What a gift is for: 甲向乙镇捐赠十万元，专项用于乙小学课桌更换和丙小学图书室翻新.

The schools for which a gift is used are helped by who gives it, whoever receives the money.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Modality
from ...later import later
from .claims import Claim
from .guards import is_refused
from .symbols import View

__all__ = ["use_claims"]

_USED = later(
    r"[，；](?:该|这|此)?(?:笔|批|项)?(?:善款|资金|款项|捐款|物资)?(?:将|全部|专项|专门|主要|分别|定向|重点|均|都|已){0,4}"
    "(?:用于|用来|用以|用在|送往|送到|发放到|发放给|分配给|分配到|分给|安装在)(?P<r>[^。；！？，\n\ue004]{1,90})"
)
_NOT_ALL = later(r"[与和同]?[^、，]{0,6}(?:周边|附近|旁边)")


def use_claims(views: Sequence[View], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims to the schools of which a sentence says that a gift told in it is for them."""
    gifts = sorted(
        (c for c in claims if c.modality is Modality.FUNDING and c.directed), key=lambda c: c.start
    )
    starts = [c.start for c in gifts]
    for found in views:
        low, high = found.places[0], found.ends[-1]
        near = [
            c for c in gifts[bisect_left(starts, low) : bisect_left(starts, high)] if c.end <= high
        ]
        if not near:
            continue
        for match in _USED.finditer(found.symbols):
            at = found.places[match.start()]
            # a claim may reach into the clause that says what the gift is for
            before = [c for c in near if c.start < at]
            if not before or is_refused("", match[0], ""):
                continue
            last = max(c.start for c in before)
            for i in range(*match.span("r")):
                school = found.mentions.get(i)
                if school is None or school.kind is not Kind.SCHOOL:
                    continue
                if _NOT_ALL.match(found.symbols, i + 1):
                    continue
                for claim in before:
                    if claim.start == last and claim.recipient.key != school.key:
                        yield Claim(
                            claim.helper, school, Modality.FUNDING, claim.status, "used-for", 0.75,
                            claim.start, found.ends[i],
                        )  # fmt: skip
