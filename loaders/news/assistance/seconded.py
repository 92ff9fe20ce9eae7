"""Help that the stay of a named teacher shows: by the school that sends, or by one retired."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Modality, Secondment, Status
from ...later import later
from ..entities.colleges import is_college
from ..entities.retired import is_silver
from .claims import Claim

__all__ = ["RETIRED", "seconded_claims"]

RETIRED = "retired"
_SURE = 0.8
_STUDENTS = later("研究生支教团|研支团")
_LEARNS = later(r"跟岗|跟班|研修|进修|影子|挂职(?:学习|锻炼)")


def seconded_claims(text: str, secondments: Sequence[Secondment[Mention]]) -> Iterator[Claim]:
    """The school from which a teacher is sent helps the school to which the teacher is sent.

    Between offices it is rather the place that helps, and that is told in other words. Who goes
    there to learn (跟岗) is helped by the school that takes in, so no claim comes of it. A retired
    teacher (银龄教师) whom no body sent helps the school in person. A university is told to help in
    other words too, unless it sends a team of its graduates.
    """
    students = _STUDENTS.search(text) is not None
    for fact in secondments:
        if any(_LEARNS.search(text, e.start, e.end + 10) for e in fact.evidence):
            continue
        if all("stays-model" in e.method and e.confidence < _SURE for e in fact.evidence):
            # what only a model guessed is no ground for a second guess
            continue
        if fact.destination is None or not fact.evidence:
            continue
        if fact.origin is None:
            if fact.destination.kind is Kind.SCHOOL and is_silver(text, fact.person):
                yield _claim(fact, fact.person, fact.destination, RETIRED)
            continue
        team = students and is_college(fact.origin.name)
        if not (_is_school(fact.origin) or team) or not _is_school(fact.destination):
            continue
        between = text[fact.origin.end : fact.destination.start]
        if re.fullmatch(r"的[^，。；]{1,6}[和与、]", between):
            # 来自甲的某某和乙的某某: two homes, no journey
            continue
        yield _claim(fact, fact.origin, fact.destination, "seconded")


def _claim(fact: Secondment[Mention], helper: Mention, host: Mention, rule: str) -> Claim:
    return Claim(
        helper, host, Modality.SECONDMENT, fact.status or Status.ACTIVE,
        rule, 0.7, fact.evidence[0].start, fact.evidence[0].end, inferred=True,
    )  # fmt: skip


def _is_school(mention: Mention) -> bool:
    return mention.kind is Kind.SCHOOL and not mention.name.endswith(("大学", "学院", "研究院"))
