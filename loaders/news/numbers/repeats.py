"""Numbers that a page tells twice: the same sum again, or a part of one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from ....ontology.records import Assistance, Event, Mention, Observation, Unit
from .goods import GOODS

__all__ = ["same_sum", "told_once"]

_GIVEN = frozenset({Unit.CNY}) | GOODS


def told_once(found: Iterable[Observation[Mention]]) -> list[Observation[Mention]]:
    """`found`, where a gift told again is told once, with every passage that tells of it."""
    told: dict[Hashable, Observation[Mention]] = {}
    found = list(found)
    given = {_number(one): key for one in reversed(found) if (key := _gift(one)) is not None}
    for number, one in enumerate(found):
        key = _gift(one) or number
        if isinstance(one.about, Event) and one.unit in _GIVEN:
            # the gift of a ceremony, told elsewhere of who gave it to whom
            key = given.get(_number(one), number)
            if key != number and key not in told:
                continue
        first = told.get(key)
        told[key] = (
            one
            if first is None
            else replace(first, evidence=tuple(dict.fromkeys((*first.evidence, *one.evidence))))
        )
    return list(told.values())


def _gift(one: Observation[Mention]) -> Hashable:
    """Who gave whom how much of what in which sense and by when; None for what is no gift."""
    if not isinstance(one.about, Assistance) or one.unit not in _GIVEN:
        return None
    sides = (one.about.helper.key, one.about.recipient.key)
    return (*sides, *_number(one), one.measure, one.as_of)


def _number(one: Observation[Mention]) -> tuple[object, ...]:
    return (one.unit, one.goods, one.value, one.minimum, one.maximum)


def same_sum(one: Observation[Mention], others: Sequence[Observation[Mention]]) -> bool:
    """Whether `one` is a part of a number that is told of the same thing in the same sense."""
    return any((o.about, o.unit, o.measure) == (one.about, one.unit, one.measure) for o in others)
