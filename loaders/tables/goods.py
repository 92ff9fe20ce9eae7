"""Cells that tell of goods: 笔记本电脑30台、投影仪2套 → what, how many, in what unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...ontology.records import Measure, Unit
from .cells import bare

__all__ = ["Goods", "goods_of", "measure_of"]

_UNITS = (
    ("册本", Unit.VOLUME),
    ("套组批", Unit.SET),
    ("件台个部张辆把盏支只条双袋箱架副块", Unit.PIECE),
)
_UNIT = "".join(signs for signs, _ in _UNITS)
_PARTS = re.compile(r"[、;；,，]|(?<=[^\d])/")
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>[百千万])?余?"
_TOLD = re.compile(rf"(?P<what>.*?\D)?(?:共|约|计)?{_NUMBER}(?P<unit>[{_UNIT}])?")
_TOLD_FIRST = re.compile(rf"{_NUMBER}(?P<unit>[{_UNIT}])(?P<what>\D+)")
_ALONE = re.compile(rf"(?:共|约|计)?{_NUMBER}(?P<unit>[{_UNIT}])?")
_SCALES = {None: 1, "百": 100, "千": 1000, "万": 10_000}
_MEASURES = (
    (re.compile("计划|拟|预算|预计"), Measure.PLANNED),
    (re.compile("承诺|协议|签约|意向|认捐"), Measure.COMMITTED),
    (re.compile("到账|到位|拨付|实际|已(?:付|捐|交|支|发)|交付|支出|完成"), Measure.PAID),
    (re.compile("折合|折价|价值|估值"), Measure.VALUED),
)


@dataclass(frozen=True, slots=True)
class Goods:
    """What is given, as the source words it; how many, None where it does not say."""

    what: str
    value: int | None
    unit: Unit


def goods_of(cell: str, quantity: str = "") -> tuple[Goods, ...]:
    """The goods in a cell, one after the other, with the number in its own cell if it is one.

    >>> [(one.what, one.value, one.unit.value) for one in goods_of("图书", "500册")]
    [('图书', 500, 'volume')]
    """
    text = bare(cell)
    if not text:
        return ()
    alone = _ALONE.fullmatch(bare(quantity))
    if alone is not None:
        unit = alone["unit"] or _unit_in(quantity)
        return (Goods(text, _number(alone), _unit(unit)),)
    whole = bare(f"{cell}{quantity}") if quantity else text
    return tuple(_one(part) for part in _PARTS.split(whole) if part)


def measure_of(head: str) -> Measure | None:
    """What the head of a column says of its sums: planned, committed, paid, or worth in kind."""
    return next((measure for words, measure in _MEASURES if words.search(head)), None)


def _one(text: str) -> Goods:
    for form in (_TOLD_FIRST, _TOLD):
        found = form.fullmatch(text)
        if found is not None and found["what"]:
            return Goods(found["what"].strip("(:： "), _number(found), _unit(found["unit"]))
    return Goods(text, None, Unit.PIECE)


def _number(found: re.Match[str]) -> int | None:
    value = float(found["number"].replace(",", "")) * _SCALES[found["scale"]]
    return int(value) if value.is_integer() and value > 0 else None


def _unit_in(text: str) -> str | None:
    return next((sign for sign in text if sign in _UNIT), None)


def _unit(sign: str | None) -> Unit:
    return next((unit for signs, unit in _UNITS if sign and sign in signs), Unit.PIECE)
