"""Help that the sending of a named teacher shows: school to school."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Modality, Secondment, Status
from ...later import later
from .claims import Claim

__all__ = ["seconded_claims"]

_SURE = 0.8
_LEARNS = later(r"跟岗|跟班|研修|进修|影子|挂职(?:学习|锻炼)")


def seconded_claims(text: str, secondments: Sequence[Secondment[Mention]]) -> Iterator[Claim]:
    """The school from which a teacher is sent helps the school to which the teacher is sent.

    Between offices it is rather the place that helps, and that is told in other words. Who goes
    there to learn (跟岗) is helped by the school that takes in, so no claim comes of it.
    """
    for fact in secondments:
        if any(_LEARNS.search(text, e.start, e.end + 10) for e in fact.evidence):
            continue
        if all("stays-model" in e.method and e.confidence < _SURE for e in fact.evidence):
            # what only a model guessed is no ground for a second guess
            continue
        if fact.origin is None or fact.destination is None or not fact.evidence:
            continue
        if not (_is_school(fact.origin) and _is_school(fact.destination)):
            continue
        between = text[fact.origin.end : fact.destination.start]
        if re.fullmatch(r"的[^，。；]{1,6}[和与、]", between):
            # 来自甲的某某和乙的某某: two homes, no journey
            continue
        yield Claim(
            fact.origin, fact.destination, Modality.SECONDMENT, fact.status or Status.ACTIVE,
            "seconded", 0.7, fact.evidence[0].start, fact.evidence[0].end, inferred=True,
        )  # fmt: skip


def _is_school(mention: Mention) -> bool:
    return mention.kind is Kind.SCHOOL and not mention.name.endswith(("大学", "学院", "研究院"))
