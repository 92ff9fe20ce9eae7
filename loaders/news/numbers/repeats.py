"""Numbers that a page tells twice: the same sum again, or a part of one."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Assistance, Mention, Observation, Unit
from .goods import GOODS

__all__ = ["same_sum", "told_again"]


def told_again(one: Observation[Mention], others: Sequence[Observation[Mention]]) -> bool:
    """Whether the same sum was told before of what is given to the same receiver."""
    if not isinstance(one.about, Assistance) or one.unit not in (Unit.CNY, *GOODS):
        return False
    told = (one.about.recipient.key, one.unit, one.value, one.minimum, one.goods)
    return any(
        isinstance(o.about, Assistance)
        and (o.about.recipient.key, o.unit, o.value, o.minimum, o.goods) == told
        for o in others
    )


def same_sum(one: Observation[Mention], others: Sequence[Observation[Mention]]) -> bool:
    """Whether `one` is a part of a number that is told of the same thing in the same sense."""
    return any((o.about, o.unit, o.measure) == (one.about, one.unit, one.measure) for o in others)
