"""Schools told by their number: 甲公司为两所小学捐赠课桌, after a sentence that names the two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Modality
from ...later import later
from ..entities.sides import codes_of, contains
from .actors import only_helper
from .claims import Claim
from .guards import is_refused, status_of
from .symbols import View

__all__ = ["numbered_claims"]

_OTHER = "[^\ue000-\ue004。！？；，\n]"
_GIFT = later(
    rf"(?:向|为|给)(?:这|上述|以上)?(?P<n>[两二三四五六])所(?:小学|中学|学校|幼儿园|乡村学校|村小)"
    rf"{_OTHER}{{0,10}}?(?:捐|赠|送|资助|援建|配备|购置|安装|发放)"
)
_GIVER = later(
    rf"^(?:[^，。；\ue000-\ue004]{{0,14}}，)?(?P<h>[\ue001\ue002])(?={_OTHER}{{0,24}}[^\ue000-\ue003。！？；\n]{{0,30}}$)"
)
_NEAR = 300  # characters back to the names that the number stands for


def numbered_claims(
    found: View, mentions: Sequence[Mention], stated: Sequence[Claim], context: frozenset[str]
) -> Iterator[Claim]:
    """两所小学 are the two schools that the page named last, if it names no third beside them.

    The giver opens the sentence, or is the one helper of the page.
    """
    for match in _GIFT.finditer(found.symbols):
        if is_refused(found.symbols[: match.start()], match[0], ""):
            continue
        # 甲公司计划明年为两所小学捐赠: the plan stands before the words of the gift
        status = status_of("", found.symbols[: match.end()], "")
        number = "一二三四五六".index(match["n"].replace("两", "二")) + 1
        at = found.places[match.start()]
        opening = _GIVER.match(found.symbols[: match.start()])
        sole = only_helper(stated)
        helper = None if sole is None else sole.helper
        if opening is not None:
            helper = found.mentions[opening.start("h")]
        if helper is None or helper.kind is Kind.PERSON:
            continue
        begins = [m.start for m in mentions]
        near = mentions[bisect_left(begins, at - _NEAR) : bisect_left(begins, at)]
        schools = {
            m.key: m for m in near if m.kind is Kind.SCHOOL and not contains(helper, m, context)
        }
        schools.pop(helper.key, None)
        if len(schools) != number:
            continue
        for school in schools.values():
            here, there = codes_of(helper, context)[:1], codes_of(school, context)[:1]
            if contains(school, helper, context) or (here and here == there):
                continue
            yield Claim(
                helper, school, Modality.FUNDING, status, "numbered", 0.65,
                at, found.ends[match.end() - 1], inferred=True,
                support=((helper.start, helper.end), (school.start, school.end)),
            )  # fmt: skip
