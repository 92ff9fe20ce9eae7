"""Goods that are given, with their number: 图书1200册, 30台笔记本电脑."""

from __future__ import annotations

import re

from ....ontology.records import Unit
from ...later import later
from .numbers import FRONT, CountSpan, bounds_of, figure_of

__all__ = ["GOODS", "find_goods"]

GOODS = frozenset({Unit.VOLUME, Unit.SET, Unit.PIECE})
_UNITS = {"册": Unit.VOLUME, "本": Unit.VOLUME, "套": Unit.SET}
_COUNT = later(
    rf"{FRONT}"
    r"(?P<number>\d[\d,]{0,15}(?:\.\d{1,4})?|[一二两三四五六七八九十百千]{1,12})"
    r"(?P<mid>余|多)?(?P<scale>[百千万])?(?P<late>余|多)?"
    r"(?P<unit>[册套台件份箱架张顶双条块床辆副幅]|本(?!科|校|报|次|届|地|周|学|县|市|区|省|院|人|着|来|身|级)"
    r"|部(?!门|分|属|队|级|署|委)|把(?!关|握|手)|支(?!一扶|教|援|部|持|委|队|会|付|撑|出))"
)
_HAN = r"[\u4e00-\u9fffA-Za-z“”]"
_BEFORE = later(rf"(?:{_HAN}){{2,20}}$")
#: verbs and joints in front of what is given
_LEAD = later(
    r".*(?:捐赠|捐献|赠送|捐出|捐|赠|送去|送来|送上|送给|带来|带去|发放|配送|配备|购置|购买|价值|及|和|与|了|以及|还有|包括|"
    r"其中|共计|总计|累计|共|等|的|[该我本]校|学生|学校|师生|孩子们?)(?=.)"
)
_AFTER = later(rf"(?:{_HAN}){{2,14}}")
_TAIL = later(r"(?<=..)(?:和|及|与|等|用于|给|供|送|为|到|价|惠|并|以|分|已|由|在|，).*|的$")
_LEAST = 2  # 一份爱心, 一本书: no number of goods


def find_goods(text: str) -> tuple[CountSpan, ...]:
    """Every number of goods in `text`; `noun` is what they are, as the text words it."""
    read = (_read(found, text) for found in _COUNT.finditer(text))
    return tuple(span for span in read if span is not None)


def _read(found: re.Match[str], text: str) -> CountSpan | None:
    figure = figure_of(found, text)
    if figure is None or figure < _LEAST:
        return None
    what = _what(text, found.start(), found.end())
    if what is None:
        return None
    unit = _UNITS.get(found["unit"], Unit.PIECE)
    return CountSpan(found.start(), found.end(), *bounds_of(found, figure), unit, what)


def _what(text: str, start: int, end: int) -> str | None:
    """What is counted: the words behind 30台, else those in front of 1200册."""
    behind = _AFTER.match(text, end)
    if behind is not None:
        what = _whole(_TAIL.sub("", behind[0]))
        if len(what) >= 2:
            return what
    before = _BEFORE.search(text, max(0, start - 20), start)
    if before is None:
        return None
    what = _whole(_LEAD.sub("", before[0]))
    return what if 2 <= len(what) <= 12 else None


def _whole(what: str) -> str:
    """`what` without half a pair of quotation marks."""
    if what.count("“") == what.count("”"):
        return what
    return what.rpartition("“")[2].rpartition("”")[2]
