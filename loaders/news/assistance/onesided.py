"""Tables that name only those who are helped: the heading says by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....ontology.records import Kind, Modality, Status
from ..entities.sides import contains, direction
from .captions import caption_helper
from .claims import Claim
from .tableheads import recipient_column
from .tablelines import CELLS, Line, is_cell

__all__ = ["one_sided"]


def one_sided(
    lines: Sequence[Line], at: int, context: frozenset[str]
) -> tuple[list[Claim], int] | None:
    """Only those who are helped have a column; the heading above says who helps them."""
    head = [cell for cell in CELLS.split(lines[at].text.strip()) if cell]
    column = recipient_column(head)
    if column is None:
        return None
    helper = caption_helper(lines, at)
    if helper is None:
        return None
    claims: list[Claim] = []
    rows = len(head) > 1
    after = at + 1
    while after < len(lines) and not re.search(r"[。；，]", lines[after].text):
        line = lines[after]
        if rows and len(CELLS.split(line.text.strip())) != len(head):
            break
        after += 1
        if rows:
            cells = [m for m in line.mentions if m.start - line.start <= (2 if column == 0 else 60)]
        else:
            cells = [m for m in line.mentions if m.kind is not Kind.INSTITUTION]
            if not is_cell(line):
                continue
        if any(m.key == helper.key for m in cells):
            return None  # one of those in the column helps none of the others
        claims.extend(
            Claim(
                helper, m, Modality.PAIRING, Status.ACTIVE, "table", 0.75, line.start, line.end,
                inferred=True, support=((helper.start, helper.end),),
            )
            for m in cells[:1]
            if not contains(helper, m, context)
            and not contains(m, helper, context)
            and direction(helper, m, context=context, rural=False) >= 0
        )  # fmt: skip
    return (claims, after) if len(claims) >= 2 else None
