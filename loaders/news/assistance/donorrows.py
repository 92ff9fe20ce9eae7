"""Firms in a row, each by somebody who speaks for it: 甲公司经理某某、乙公司经理某某向丙捐赠."""

from __future__ import annotations

from ....ontology.records import Kind
from ...later import later
from ..entities.sides import is_firm
from .clauses import joined
from .symbols import View

__all__ = ["donors_view"]

_WHO = "[^\ue000-\ue004，。；、：]{1,12}\ue004(?:先生|女士)?"
_ROW = later(f"[\ue001\ue002]{_WHO}(?:(?:、|和|及|以及)[\ue001\ue002]{_WHO})+(?=[向为给])")
_PERSON = later(_WHO)


def donors_view(found: View) -> View | None:
    """The sentence without the posts and names between its firms; None where it has no such row.

    Of one firm alone its head may give himself, and what else sends people to a ceremony gives
    nothing by that; so all of the row must be firms.
    """
    for row in _ROW.finditer(found.symbols):
        sides = [m for m in found.at(*row.span()) if m.kind is not Kind.PERSON]
        if not all(map(is_firm, sides)):
            continue
        kept, at = [], 0
        for who in _PERSON.finditer(found.symbols, row.start() + 1, row.end()):
            kept.append((at, who.start()))
            at = who.end()
        return joined(found, *kept, (at, len(found.symbols)))
    return None
